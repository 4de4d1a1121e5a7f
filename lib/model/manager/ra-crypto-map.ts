import { z } from 'zod';
import { noun, ref } from '../noun';
import { dontFragment } from './ra-vpn-policy';
import { firewallGroup, integer, preference } from '../values';
import { plain } from '../plain-text';

/** How traffic flow confidentiality hides what goes on: packets of no use among the others. */
export const tfcPackets = z.strictObject({
  /** Packets in a burst, 1 to 16; 0: random. */
  burst: integer(0, 16),
  /** Bytes in a packet, 64 to 1024; 0: random. */
  payload: z.union([z.literal(0), integer(64, 1024, 'bytes')]),
  /** Seconds between bursts, 10 to 60; 0: random. */
  timeout: z.union([z.literal(0), integer(10, 60, 'seconds')]),
});

/** IPsec of remote access on one access interface. The FMC makes one for each: it is changed, never created. */
export const raCryptoMap = noun(
  'ra-crypto-map',
  'remote access crypto map',
  z.strictObject({
    /** The name of the zone. */
    name: plain(),
    /** The policy that it belongs to. */
    policy: ref('ra-vpn-policy'),
    /** The zone of the access interface. */
    zone: ref('security-zone'),
    /** IPsec proposals in order of preference. Default: the FMC's `AES-GCM`. */
    ipsecProposals: preference(ref('ipsec-transform-set'), 'IPsec proposal').optional(),
    /** A static route for each client. Default: true. */
    reverseRoute: z.boolean().optional(),
    /**
     * Client services: profiles, updates and posture over TLS. While they are on, the interface listens on TLS whatever
     * the protocols are. Default: false (the FMC's own default is true).
     */
    clientServices: z.boolean().default(false),
    /** TCP port of client services, 1 to 65535. Default: 443. */
    clientServicesPort: integer(1, 65535).optional(),
    /** Diffie-Hellman group for perfect forward secrecy. Default: none. */
    pfs: firewallGroup.optional(),
    /** IPsec SA lifetime in seconds, 120 to 2147483647. Default: 28800. */
    lifetimeSeconds: integer(120, 2147483647, 'seconds').optional(),
    /** IPsec SA lifetime in kilobytes, 10 to 2147483647. Default: 4608000. */
    lifetimeKilobytes: integer(10, 2147483647, 'kilobytes').optional(),
    /** ICMP errors are checked against the tunnel they are of. Default: false. */
    validateIcmpErrors: z.boolean().optional(),
    /** The DF bit of the outer header. Default: `none`. */
    dontFragment: dontFragment.optional(),
    /** Packets of no use among the others. Default: none. */
    tfc: tfcPackets.optional(),
  }),
  { identity: ['zone'], within: 'policy' },
);
