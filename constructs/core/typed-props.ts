import type { Construct } from 'constructs';
import { namedShapes, propsShapes } from '../generated/shapes';
import { reportViolations } from './checks';
import { shapeViolations } from './shape';

/**
 * Whether what a construct is given is not of the type of its props, by the name of its class: then each such prop is a
 * problem of the construct, which declares nothing else.
 */
export const isMistyped = (at: Construct, name: keyof typeof propsShapes, props: unknown): boolean =>
  reportViolations(at, shapeViolations(propsShapes[name], props, namedShapes), 'prop.invalid');
