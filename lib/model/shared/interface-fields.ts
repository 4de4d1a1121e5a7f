import { z } from 'zod';
import { interfaceRef, vrfRef } from '../choices';
import { ref } from '../noun';
import { secretRef } from '../secret';
import { integer, ipv6, ipv6Prefix, preference, text } from '../values';
import { notValid } from '../wording';

/** An IPv6 address of an interface, in the ways in which one is given. */
const interfaceIpv6 = z.union(
  [
    ipv6Prefix,
    z.strictObject({ linkLocal: ipv6 }),
    z.strictObject({ prefix: ipv6Prefix, eui64: z.literal(true) }),
    z.enum(['autoconfig', 'negotiated', 'dhcp']),
  ],
  {
    error: notValid(
      'IPv6 address of an interface',
      "it like 2001:db8::1/64, { linkLocal: 'fe80::1' }, { prefix: '2001:db8::/64', eui64: true }, autoconfig, negotiated or dhcp",
    ),
  },
);

const withoutKey = (word: RegExp, remedy: string) => text(200).refine((line) => !word.test(line), { error: remedy });

/** Lines of a routing protocol or NHRP on an interface, without the words that begin them all. */
export const ospfLine = withoutKey(
  /^(authentication-key|message-digest-key|(authentication|encryption) ipsec )/,
  'a key does not belong in a program: leave it out, and set it on the device',
);
export const nhrpLine = withoutKey(/^authentication /, 'a key does not belong in a program: write nhrpAuthentication');

/** What every interface with IP addresses takes. */
export const ipFields = {
  /** The VRF that the interface is in. Default: global. IOS-XE only. */
  vrf: vrfRef.optional(),
  /** IPv6 addresses. IOS-XE only. */
  ipv6Addresses: preference(interfaceIpv6, 'IPv6 address').optional(),
  /** IPv6 with a link-local address alone. IOS-XE only. */
  ipv6Enable: z.literal(true).optional(),
  /** Whether the device tells hosts of better ways (ICMP redirects). Default: true; false on a DMVPN hub. IOS-XE only. */
  redirects: z.boolean().optional(),
  /** OSPF for IPv4: each line without its `ip ospf`, like `1 area 0`. IOS-XE only. */
  ospf: preference(ospfLine, 'line').optional(),
  /** OSPF for IPv6: each line without its `ipv6 ospf`, like `1 area 0`. IOS-XE only. */
  ipv6Ospf: preference(ospfLine, 'line').optional(),
  /** Switched off by hand. IOS-XE only. */
  shutdown: z.boolean().optional(),
};

/** What a tunnel and a template of tunnels take besides. */
export const tunnelFields = {
  /** The interface whose IPv4 address it borrows, instead of `address`. IOS-XE only. */
  unnumbered: interfaceRef.optional(),
  /** The interface whose IPv6 address it borrows. IOS-XE only. */
  ipv6Unnumbered: interfaceRef.optional(),
  /** What routing protocols take for its bandwidth, 1 to 200000000 kbit/s. Default: the device's. IOS-XE only. */
  bandwidth: integer(1, 200000000, 'kbit/s').optional(),
  /** Largest IP packet in bytes, 68 to 9216. Default: the device's. IOS-XE only. */
  ipMtu: integer(68, 9216, 'bytes').optional(),
  /** Largest TCP segment in bytes, 500 to 1460. Default: not adjusted. IOS-XE only. */
  tcpMss: integer(500, 1460, 'bytes').optional(),
  /** The word that NHRP peers must know, at most 8 characters. Only ever a `Secret`. IOS-XE only. */
  nhrpAuthentication: secretRef.optional(),
  /** NHRP: each line without its `ip nhrp`, like `network-id 1` or `redirect`. IOS-XE only. */
  nhrp: preference(nhrpLine, 'line').optional(),
  /** Seconds between keepalives (1 to 32767) and lost ones that take it down (1 to 255). Default: none. IOS-XE only. */
  keepalive: z.strictObject({ seconds: integer(1, 32767, 'seconds'), retries: integer(1, 255) }).optional(),
  /** GRE key, 0 to 4294967295; equal at both ends, and no secret. Default: none. IOS-XE only. */
  key: integer(0, 4294967295).optional(),
  /** Front VRF of the tunnel. Default: global. IOS-XE only. */
  tunnelVrf: vrfRef.optional(),
  /** What the tunnel protects, where not all of it: an access list; each of its lines has SAs of its own. IOS-XE only. */
  protectionPolicy: ref('access-list').optional(),
  /** The same for IPv6. IOS-XE only. */
  ipv6ProtectionPolicy: ref('ipv6-access-list').optional(),
  /** Find out how large a packet gets through. Default: false. IOS-XE only. */
  pathMtuDiscovery: z.literal(true).optional(),
};
