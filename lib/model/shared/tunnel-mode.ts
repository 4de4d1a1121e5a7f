import { z } from 'zod';
import { ref } from '../noun';
import { notValid } from '../wording';

/** What a tunnel carries and by what. */
export const tunnelMode = z.enum(
  [
    'ipsec-ipv4',
    'ipsec-ipv6',
    'ipsec-dual-overlay',
    'ipsec-ipv4-v6-overlay',
    'ipsec-ipv6-v4-overlay',
    'gre-ip',
    'gre-ipv6',
    'gre-multipoint',
    'gre-multipoint-ipv6',
  ],
  {
    error: notValid(
      'tunnel mode',
      'one of ipsec-ipv4, ipsec-ipv6, ipsec-dual-overlay, ipsec-ipv4-v6-overlay, ipsec-ipv6-v4-overlay, gre-ip, gre-ipv6, gre-multipoint, gre-multipoint-ipv6',
    ),
  },
);

/** What protects a tunnel: the IPsec profile alone, or with what is particular here. */
export const tunnelProtection = z.union(
  [
    ref('ipsec-profile'),
    z.strictObject({
      profile: ref('ipsec-profile'),
      /** Several tunnels of one source interface share the SAs; write it on each of them. */
      shared: z.literal(true).optional(),
      /** Another IKEv2 profile than that of the IPsec profile. */
      ikev2Profile: ref('ikev2-profile').optional(),
    }),
  ],
  { error: notValid('protection', 'the IpsecProfile construct, or { profile, shared: true }') },
);
