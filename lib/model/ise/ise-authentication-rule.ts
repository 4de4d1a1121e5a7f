import { z } from 'zod';
import { noun, ref } from '../noun';
import { labelText } from '../values';
import { iseCondition } from './condition';
import { ruleName, ruleRank, ruleState } from './rule';

const outcome = z.enum(['reject', 'continue', 'drop']);

/** Where a policy set looks for the users of some requests. */
export const iseAuthenticationRule = noun(
  'ise-authentication-rule',
  'ISE authentication rule',
  z.strictObject({
    /** The policy set that it is in. */
    policySet: ref('ise-policy-set'),
    /** Name in the policy set. */
    name: ruleName,
    /** Which of the set's requests it is for. */
    condition: iseCondition,
    /** Where users are looked for: a sequence, a join point, or a source by name, like `Internal Users`. */
    source: z.union([ref('ise-identity-source-sequence'), ref('ise-active-directory'), labelText(128)]),
    /** Its place among the rules of the set, 0 is asked first. */
    rank: ruleRank,
    /** What follows a wrong password. Default: reject. */
    ifAuthFail: outcome.default('reject'),
    /** What follows an unknown user. Default: reject. */
    ifUserNotFound: outcome.default('reject'),
    /** What follows when the source cannot be asked. Default: drop, so that the headend asks another server. */
    ifProcessFail: outcome.default('drop'),
    /** Default: enabled. */
    state: ruleState,
  }),
  { within: 'policySet' },
);
