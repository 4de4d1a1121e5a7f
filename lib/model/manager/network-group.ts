import { z } from 'zod';
import { noun, ref } from '../noun';
import { ipv4, ipv4Network, ipv6, ipv6Network, objectName, preference, text } from '../values';
import { notValid } from '../wording';

/** Several hosts, networks, ranges and groups under one name. */
export const networkGroup = noun(
  'network-group',
  'network group',
  z.strictObject({
    /** Name on the FMC or the ASA. */
    name: objectName,
    /** Network objects and other groups; their order means nothing. */
    members: preference(
      z.union([ref('network-object'), ref('network-group'), ipv4, ipv4Network, ipv6, ipv6Network], {
        error: notValid('member', 'a NetworkObject, a NetworkGroup, or an address or network like 10.20.0.0/16'),
      }),
      'member',
    ),
    /** Up to 200 characters. */
    description: text(200).optional(),
  }),
);
