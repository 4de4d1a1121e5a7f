import { z } from 'zod';
import { noun, ref } from './noun';
import { secretRef } from './secret';
import { dhGroup, integer, objectName, preference } from './values';

/** A site-to-site VPN topology of the FMC with its IKE, IPsec and advanced settings. Its ends are VPN endpoints. */
export const vpnTopology = noun(
  'vpn-topology',
  'VPN topology',
  z.strictObject({
    /** Name on the FMC. */
    name: objectName,
    /** Default: point-to-point. It cannot be changed: a change replaces the topology. */
    topology: z.enum(['point-to-point', 'hub-and-spoke', 'full-mesh']).default('point-to-point'),
    /** Route-based: a virtual tunnel interface at each end. Default: true. It cannot be changed. */
    routeBased: z.boolean().default(true),
    /** IKEv2 policies of the FMC, by their priority. */
    ikev2Policies: preference(ref('ikev2-policy'), 'IKEv2 policy'),
    /** A certificate enrolment, or a pre-shared key as a `Secret`. */
    authentication: z.discriminatedUnion('method', [
      z.strictObject({ method: z.literal('certificate'), trustpoint: ref('cert-trustpoint') }),
      z.strictObject({ method: z.literal('pre-share'), key: secretRef }),
    ]),
    /** IPsec proposals in order of preference. */
    ipsecProposals: preference(ref('ipsec-transform-set'), 'IPsec proposal'),
    /** Diffie-Hellman group for perfect forward secrecy. Default: none. */
    pfs: dhGroup.optional(),
    /** IPsec SA lifetime in seconds, 120 to 2147483647. Default: 3600, as on IOS-XE (the FMC's own default is 28800). */
    lifetimeSeconds: integer(120, 2147483647, 'seconds').default(3600),
    /** IPsec SA lifetime in kilobytes, 10 to 2147483647. Default: 4608000. */
    lifetimeKilobytes: integer(10, 2147483647, 'kilobytes').default(4608000),
    /** What the firewall says it is. Default: `auto-or-dn`, its certificate's DN with certificates. */
    identity: z.enum(['auto-or-dn', 'ip-address', 'host-name']).default('auto-or-dn'),
  }),
);
