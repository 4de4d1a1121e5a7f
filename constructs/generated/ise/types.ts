// Written by `npm run constructs` from lib/model and the grammars; do not edit.

/** An attribute of a request, and what it is compared with. */
export interface IseAttributeCondition {
  /**
   * Dictionary of the attribute, as ISE spells it: `DEVICE`, `Radius`, `Network Access`, `Cisco-VPN3000`.
   * Allowed: at most 128 characters.
   */
  readonly dictionary: string;
  /**
   * The attribute: `Device Type`, `NAS-IP-Address`.
   * Allowed: at most 128 characters.
   */
  readonly attribute: string;
  /**
   * How they are compared.
   * @default 'equals'
   */
  readonly operator?:
    | 'equals'
    | 'notEquals'
    | 'contains'
    | 'notContains'
    | 'startsWith'
    | 'notStartsWith'
    | 'endsWith'
    | 'notEndsWith'
    | 'matches'
    | 'in'
    | 'notIn'
    | 'ipEquals'
    | 'ipNotEquals'
    | 'greaterThan'
    | 'lessThan';
  /**
   * What it is compared with: `All Device Types#VPN`.
   * Allowed: at most 512 characters.
   */
  readonly value: string;
  /**
   * The opposite.
   * @default false
   */
  readonly not?: boolean;
}

/** When a policy set or a rule is for a request: one attribute, or several of which all or any must fit. */
export type IseCondition =
  | IseAttributeCondition
  | {
      /**
       * All of these fit; one of them may be a block of which any fits.
       * Allowed: at least 2.
       */
      readonly all: readonly (
        | IseAttributeCondition
        | {
            /** Allowed: at least 2. */
            readonly any: readonly IseAttributeCondition[];
          }
      )[];
    }
  | {
      /**
       * Any of these fits; one of them may be a block of which all fit.
       * Allowed: at least 2.
       */
      readonly any: readonly (
        | IseAttributeCondition
        | {
            /** Allowed: at least 2. */
            readonly all: readonly IseAttributeCondition[];
          }
      )[];
    };
