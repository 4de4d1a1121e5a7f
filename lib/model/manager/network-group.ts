import { z } from 'zod';
import { noun, ref } from '../noun';
import { ipv4, ipv4Network, ipv6, ipv6Network, objectName, preference, text } from '../values';
import { notValid } from '../wording';

/** Addresses of the FMC in a list whose order means nothing. */
export const networkMembers = preference(
  z.union([ref('network-object'), ref('network-group'), ref('fqdn-object'), ipv4, ipv4Network, ipv6, ipv6Network], {
    error: notValid(
      'member',
      'a NetworkObject, an FqdnObject, a NetworkGroup, or an address or network like 10.20.0.0/16 (host bits zero); a range is a NetworkObject',
    ),
  }),
  'member',
);

/** Several hosts, networks, ranges, domain names and groups under one name. */
export const networkGroup = noun(
  'network-group',
  'network group',
  z.strictObject({
    /** Name on the FMC or the ASA. */
    name: objectName,
    /**
     * What is in it; its order means nothing: objects and other groups, and addresses and networks that have no object of
     * their own, like `192.0.2.1` and `10.20.0.0/16`.
     */
    members: networkMembers,
    /** Up to 200 characters. */
    description: text(200).optional(),
    /**
     * Whether single firewalls may have another value under this name: a `NetworkGroupOverride` gives it. Default:
     * what is set on the FMC, and no for a new one. FMC only.
     */
    overridable: z.boolean().optional(),
  }),
);
