import { z } from 'zod';
import { anyAddress, vrfRef } from '../choices';
import { noun, ref } from '../noun';
import { integer, objectName, preference } from '../values';

/** Which proposals are offered from which local address or VRF. A proposal that no policy names is never negotiated. */
export const ikev2Policy = noun(
  'ikev2-policy',
  'IKEv2 policy',
  z.strictObject({
    /** Name on the device. */
    name: objectName,
    /** Proposals in order of preference. The FMC keeps a proposal inside the policy, so it takes exactly one. */
    proposals: preference(ref('ikev2-proposal'), 'proposal'),
    /** Only for this front VRF, or `any`. Default: the global VRF. IOS-XE only. */
    fvrf: vrfRef.optional(),
    /** Only for these local addresses, IPv4 or IPv6. Default: all. IOS-XE only. */
    localAddresses: preference(anyAddress, 'address').optional(),
    /** Only for connections that peers open. Default: for all. IOS-XE 17.9 and later. */
    matchInboundOnly: z.literal(true).optional(),
    /** Only for tunnels that one of the device's own applications builds. Default: for all. IOS-XE only. */
    matchApplication: z.enum(['sdwan', 'autovpn']).optional(),
    /** Lower is tried first, 1 to 65535. FMC only, required there. */
    priority: integer(1, 65535).optional(),
    /** IKE SA lifetime in seconds, 120 to 2147483647. Default: 86400. FMC only: on IOS-XE it stands in the IKEv2 profile. */
    lifetime: integer(120, 2147483647, 'seconds').optional(),
  }),
);
