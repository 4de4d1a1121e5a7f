import { z } from 'zod';
import { firewallRef } from '../choices';
import { noun, ref } from '../noun';
import { preference } from '../values';
import { plain } from '../plain-text';

/** Firewalls that a policy is for. Others that it is for stay. */
export const policyAssignment = noun(
  'policy-assignment',
  'policy assignment',
  z.strictObject({
    /** The name of the policy. */
    name: plain(),
    /** The policy. */
    policy: z.union([ref('ra-vpn-policy'), ref('nat-policy'), ref('platform-settings')]),
    /** Firewalls and pairs; a pair is one. */
    devices: preference(firewallRef, 'firewall'),
  }),
  { identity: ['policy'] },
);
