import { z } from 'zod';
import { noun, ref } from '../noun';
import { tfcPackets } from './ra-crypto-map';
import { dontFragment } from './ra-vpn-policy';
import { secretRef } from '../secret';
import { firewallGroup, integer, objectName, preference } from '../values';
import { notValid } from '../wording';

/** Messages that find out whether the peer is there (RFC 7296 section 2.4). */
const keepAlive = z.union(
  [
    z.literal(['off', 'never-first']),
    z.strictObject({
      /** Seconds without a word from the peer, 10 to 3600. */
      threshold: integer(10, 3600, 'seconds'),
      /** Seconds between questions then, 2 to 10. */
      retry: integer(2, 10, 'seconds'),
    }),
  ],
  { error: notValid('keepalive', "'off', 'never-first' (it answers and never asks), or { threshold: 10, retry: 2 }") },
);

/** IKE, IPsec and tunnel settings that stand under Advanced on the FMC. */
const advanced = {
  /** Whether the peer's identity must be the one in its certificate. Default: `required`. */
  peerIdentity: z.enum(['required', 'if-supported-by-certificate', 'not-checked']).optional(),
  /** Questions whether the peer is there. Default: after 10 s, again after 2 s. */
  keepAlive: keepAlive.optional(),
  /** Peers are told when their tunnel goes. Default: false. */
  notifyOnDisconnect: z.boolean().optional(),
  /** When a peer must answer a cookie (RFC 7296 section 2.6). Default: `custom`. */
  cookieChallenge: z.enum(['custom', 'always', 'never']).optional(),
  /** Percent of half-open SAs from which on, with `custom`, 1 to 100. Default: 50. */
  cookieThreshold: integer(1, 100, 'percent').optional(),
  /** Percent of SAs that may be in negotiation, 1 to 100. Default: 100. */
  negotiationLimit: integer(1, 100, 'percent').optional(),
  /** How many IKEv2 SAs there may be, 1 to 2147483647. Default: what the FMC does by itself, the limit of the device. */
  saLimit: integer(1, 2147483647).optional(),
  /** Large packets are split before they are encrypted. Default: true. */
  fragmentBeforeEncryption: z.boolean().optional(),
  /** Minutes after which the path MTU is found out anew, 10 to 30, or false. Default: false. */
  mtuAgingMinutes: z.union([z.literal(false), integer(10, 30, 'minutes')]).optional(),
  /** Spokes reach each other through the hub. Hub and spoke only. Default: false. */
  spokeToSpoke: z.boolean().optional(),
  /** Seconds between messages that keep NAT open, 10 to 3600, or false. Default: 20. */
  natKeepAlive: z.union([z.literal(false), integer(10, 3600, 'seconds')]).optional(),
  /** Minutes without traffic after which a tunnel goes, 1 to 35791394, or false. Default: 30. */
  idleTimeout: z.union([z.literal(false), integer(1, 35791394, 'minutes')]).optional(),
  /** Traffic out of tunnels is not looked at by the access control policy. Default: false. */
  bypassAccessControl: z.boolean().optional(),
  /**
   * By what a peer with a certificate is told from others: OU of its certificate, OU of its IKE identity, its address.
   * A certificate map at the endpoint cannot be set over REST (CSCwp08491). Default: all three.
   */
  matchPeersBy: preference(z.enum(['certificate-ou', 'ike-identity-ou', 'address']), 'way to tell peers').optional(),
};

/** A site-to-site VPN topology of the FMC with its IKE, IPsec and advanced settings. Its ends are VPN endpoints. */
export const vpnTopology = noun(
  'vpn-topology',
  'VPN topology',
  z
    .strictObject({
      /** Name on the FMC. */
      name: objectName,
      /** Default: point-to-point. It cannot be changed: a change replaces the topology. */
      topology: z.enum(['point-to-point', 'hub-and-spoke', 'full-mesh']).default('point-to-point'),
      /** Route-based: a virtual tunnel interface at each end; else policy-based. Default: true. It cannot be changed. */
      routeBased: z.boolean().default(true),
      /** IKEv2 policies of the FMC, by their priority. */
      ikev2Policies: preference(ref('ikev2-policy'), 'IKEv2 policy'),
      /** A certificate enrolment, a pre-shared key as a `Secret`, or one that the FMC makes for its own firewalls. */
      authentication: z.discriminatedUnion('method', [
        z.strictObject({ method: z.literal('certificate'), trustpoint: ref('cert-trustpoint') }),
        z.strictObject({ method: z.literal('pre-share'), key: secretRef }),
        z.strictObject({ method: z.literal('automatic'), length: integer(1, 127, 'characters').default(24) }),
      ]),
      /** IPsec proposals in order of preference. */
      ipsecProposals: preference(ref('ipsec-transform-set'), 'IPsec proposal'),
      /** Tunnel or transport mode. Default: tunnel. */
      mode: z.enum(['tunnel', 'transport-preferred', 'transport-require']).optional(),
      /** `dynamic`: peers whose address is not known. Policy-based only. Default: static. */
      cryptoMap: z.enum(['static', 'dynamic']).optional(),
      /** A static route for what a peer protects. Default: true. */
      reverseRoute: z.boolean().optional(),
      /** The IPsec SA may not be stronger than the IKE SA. Default: false. */
      enforceSaStrength: z.boolean().optional(),
      /** Diffie-Hellman group for perfect forward secrecy. Default: none. */
      pfs: firewallGroup.optional(),
      /** IPsec SA lifetime in seconds, 120 to 2147483647. Default: 3600, as on IOS-XE (the FMC's own default is 28800). */
      lifetimeSeconds: integer(120, 2147483647, 'seconds').default(3600),
      /** IPsec SA lifetime in kilobytes, 10 to 2147483647. Default: 4608000. */
      lifetimeKilobytes: integer(10, 2147483647, 'kilobytes').default(4608000),
      /** ICMP errors are checked against the tunnel they are of. Default: false. */
      validateIcmpErrors: z.boolean().optional(),
      /** The DF bit of the outer header. Default: `none`. */
      dontFragment: dontFragment.optional(),
      /** Packets of no use among the others. Default: none. */
      tfc: tfcPackets.optional(),
      /** What the firewall says it is. Default: `auto-or-dn`, its certificate's DN with certificates. */
      identity: z.enum(['auto-or-dn', 'ip-address', 'host-name']).default('auto-or-dn'),
      ...advanced,
    })
    .superRefine((p, context) => {
      const issue = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message });
      if (p.spokeToSpoke && p.topology !== 'hub-and-spoke')
        issue('spokeToSpoke', 'only a hub and spoke topology has spokes');
      if (p.cryptoMap === 'dynamic' && p.routeBased)
        issue('cryptoMap', 'a route-based topology has none: leave it out');
      if (p.cookieThreshold !== undefined && (p.cookieChallenge ?? 'custom') !== 'custom')
        issue('cookieThreshold', "it is of cookieChallenge: 'custom': leave it out");
    }),
);
