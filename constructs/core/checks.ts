import type { Construct } from 'constructs';
import { declare } from '../../lib/synth/declaration';

/** A contradiction in what a user wrote: the prop, what is wrong and its remedy. */
export type Violation =
  | readonly [where: string, what: string]
  | { readonly where?: string; readonly what: string; readonly hint?: string; readonly code?: string };

/**
 * Declares all violations of a pattern at once, as problems of its construct. True when there is any: the pattern then
 * declares nothing else. `code`: of those that have none of their own.
 */
export const reportViolations = (at: Construct, violations: readonly Violation[], code = 'vpn.ends'): boolean => {
  for (const each of violations) {
    const { where = '', what, hint, code: own = code } = isPair(each) ? { where: each[0], what: each[1] } : each;
    const message = where === '' ? what : `${where}: ${what}`;
    declare(at, { as: 'problem', code: own, message, ...(hint === undefined ? {} : { hint }) });
  }
  return violations.length > 0;
};

const isPair = (violation: Violation): violation is readonly [string, string] => Array.isArray(violation);
