import type { z } from 'zod';
import * as iseCondition from '../../lib/model/ise/condition';

/** A schema that several nouns have, or one in several places: its type stands once, and is called by its name elsewhere. */
export interface NamedType {
  readonly name: string;
  /** `constructs/generated/<area>/types.ts` declares it. */
  readonly area: string;
  /** The file of the schema below `lib/model`, and the constant there: its comments say what the type is. */
  readonly file: string;
  readonly constant: string;
  readonly schema: z.ZodType;
}

/** In the order in which they are declared. A new one is added here. */
export const namedTypes: readonly NamedType[] = [
  {
    name: 'IseAttributeCondition',
    area: 'ise',
    file: 'ise/condition',
    constant: 'iseAttributeCondition',
    schema: iseCondition.iseAttributeCondition,
  },
  {
    name: 'IseCondition',
    area: 'ise',
    file: 'ise/condition',
    constant: 'iseCondition',
    schema: iseCondition.iseCondition,
  },
];
