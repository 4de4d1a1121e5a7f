import { z } from 'zod';
import { noun } from '../noun';
import { text } from '../values';

/**
 * A NAT policy of the FMC, which `PolicyAssignment` puts on firewalls: one for a firewall. `NatRule` are its rules. One that
 * others keep is looked up with `NatPolicy.fromExisting`, and only rules of ours in it are ours.
 */
export const natPolicy = noun(
  'nat-policy',
  'NAT policy',
  z.strictObject({
    /** Name on the FMC. */
    name: text(128),
    /** What it is for. Up to 200 characters. */
    description: text(200).optional(),
  }),
);
