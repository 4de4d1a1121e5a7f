import { z } from 'zod';
import { text } from '../values';

const operators = [
  'equals',
  'notEquals',
  'contains',
  'notContains',
  'startsWith',
  'notStartsWith',
  'endsWith',
  'notEndsWith',
  'matches',
  'in',
  'notIn',
  'ipEquals',
  'ipNotEquals',
  'greaterThan',
  'lessThan',
] as const;

/** An attribute of a request, and what it is compared with. */
export const iseAttributeCondition = z.strictObject({
  /** Dictionary of the attribute, as ISE spells it: `DEVICE`, `Radius`, `Network Access`, `Cisco-VPN3000`. */
  dictionary: text(128),
  /** The attribute: `Device Type`, `NAS-IP-Address`. */
  attribute: text(128),
  /** How they are compared. Default: equals. */
  operator: z.enum(operators).default('equals'),
  /** What it is compared with: `All Device Types#VPN`. */
  value: text(512),
  /** The opposite. Default: false. */
  not: z.boolean().default(false),
});
const atLeastTwo = { error: 'write at least two conditions, or the one without a block' };

/** When a policy set or a rule is for a request: one attribute, or several of which all or any must fit. */
export const iseCondition = z.union([
  iseAttributeCondition,
  z.strictObject({
    /** All of these fit; one of them may be a block of which any fits. */
    all: z
      .array(
        z.union([iseAttributeCondition, z.strictObject({ any: z.array(iseAttributeCondition).min(2, atLeastTwo) })]),
      )
      .min(2, atLeastTwo),
  }),
  z.strictObject({
    /** Any of these fits; one of them may be a block of which all fit. */
    any: z
      .array(
        z.union([iseAttributeCondition, z.strictObject({ all: z.array(iseAttributeCondition).min(2, atLeastTwo) })]),
      )
      .min(2, atLeastTwo),
  }),
]);
export type IseCondition = z.output<typeof iseCondition>;
