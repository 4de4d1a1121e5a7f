import { z } from 'zod';
import { noun, ref } from '../noun';
import { labelText, preference } from '../values';
import { iseCondition } from './condition';
import { ruleName, ruleRank, ruleState } from './rule';

/** What a policy set gives to users who proved who they are. */
export const iseAuthorizationRule = noun(
  'ise-authorization-rule',
  'ISE authorization rule',
  z.strictObject({
    /** The policy set that it is in. */
    policySet: ref('ise-policy-set'),
    /** Name in the policy set. */
    name: ruleName,
    /** Whom it is for. */
    condition: iseCondition,
    /** What they are given. `PermitAccess` and `DenyAccess` are there: refer to them with `fromExisting`. */
    profiles: preference(ref('ise-authorization-profile'), 'profile'),
    /** Security group (TrustSec) by name. Default: none. */
    securityGroup: labelText(64).optional(),
    /** Its place among the rules of the set, 0 is asked first. */
    rank: ruleRank,
    /** Default: enabled. */
    state: ruleState,
  }),
  { within: 'policySet' },
);
