import type { Rule } from '../../engine/rule';
import { cnsaOne } from './suite-1';
import { cnsaTwo } from './suite-2';

export const cnsaRules: readonly Rule[] = [cnsaOne, cnsaTwo];
