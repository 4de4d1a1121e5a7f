import { z } from 'zod';
import { noun, ref } from '../noun';
import { integer, objectName, preference, text } from '../values';
import { notValid } from '../wording';

const port = integer(1, 65535);
export const dontFragment = z.enum(['set', 'copy', 'clear', 'none'], {
  error: notValid('DF bit policy', 'one of set, copy, clear, none'),
});

/** One way in: a security zone, and what is answered there. */
const accessInterface = z.strictObject({
  /** Zone or interface group whose interfaces clients reach. */
  zone: ref('security-zone'),
  /** IPsec IKEv2. Default: true. */
  ipsec: z.boolean().default(true),
  /** TLS. It makes the firewall listen on the web port. Default: false. */
  ssl: z.boolean().default(false),
  /** DTLS; it needs TLS. Default: false. */
  dtls: z.boolean().default(false),
  /** Certificate of this interface alone. Default: that of the policy. */
  certificate: ref('cert-trustpoint').optional(),
});

/** Where addresses of clients come from, in which order they are asked. */
const addressAssignment = z.strictObject({
  /** The authorization server, IPv4. Default: true. */
  authorizationServerIpv4: z.boolean().optional(),
  /** The authorization server, IPv6. Default: true. */
  authorizationServerIpv6: z.boolean().optional(),
  /** A DHCP server. Default: true. */
  dhcp: z.boolean().optional(),
  /** Pools of the FMC, IPv4. Default: true. */
  poolsIpv4: z.boolean().optional(),
  /** Pools of the FMC, IPv6. Default: true. */
  poolsIpv6: z.boolean().optional(),
  /** Minutes until an address is given again, 0 to 480. Default: 0. */
  reuseMinutes: integer(0, 480, 'minutes').optional(),
});

/** IKEv2 and IPsec of the whole policy. */
const ipsecSettings = z
  .strictObject({
    /** What the firewall says it is. Default: `auto-or-dn`. */
    identity: z.enum(['auto-or-dn', 'ip-address', 'host-name']).optional(),
    /** Clients are told when their tunnel goes. Default: false. */
    notifyOnDisconnect: z.boolean().optional(),
    /** The device does not reboot while there are sessions. Default: false. */
    rebootAfterSessions: z.boolean().optional(),
    /** When a client must answer a cookie (RFC 7296 section 2.6). Default: `custom`. */
    cookieChallenge: z.enum(['custom', 'always', 'never']).optional(),
    /** Half-open SAs from which on, with `custom`, 1 to 1000. Default: 50. */
    cookieThreshold: integer(1, 1000).optional(),
    /** Percent of SAs that may be in negotiation, 1 to 100. Default: 100. */
    negotiationLimit: integer(1, 100, 'percent').optional(),
    /** How many SAs there may be, 1 to 2147483647. Default: the device's limit. */
    saLimit: integer(1, 2147483647).optional(),
    /** Large packets are split before they are encrypted. The FMC does not take it always (CSCwq59104). Default: true. */
    fragmentBeforeEncryption: z.boolean().optional(),
    /** Minutes after which the path MTU is found out anew, 10 to 30. Default: never. */
    mtuAgingMinutes: integer(10, 30, 'minutes').optional(),
    /** Seconds between messages that keep NAT open, 10 to 3600, or false. Default: 20. */
    natKeepAlive: z.union([z.literal(false), integer(10, 3600, 'seconds')]).optional(),
  })
  .refine((p) => p.cookieThreshold === undefined || p.cookieChallenge === undefined || p.cookieChallenge === 'custom', {
    path: ['cookieThreshold'],
    error: "it is of cookieChallenge: 'custom': leave it out",
  });

const image = z.strictObject({
  /** The package. */
  package: ref('secure-client-file'),
  /** For which operating system. */
  system: z.enum(['windows', 'mac', 'linux'], { error: notValid('operating system', 'one of windows, mac, linux') }),
});

/**
 * A remote access VPN policy of the FMC, every setting by itself: where and by what users come in. Its connection profiles
 * say who they are. `RaVpnPolicy` writes all that belongs together.
 */
export const raVpnPolicy = noun(
  'ra-vpn-policy',
  'remote access VPN policy',
  z
    .strictObject({
      /** Name on the FMC. */
      name: objectName,
      /** A remark. */
      description: text(200).optional(),
      /** By what users may connect. Default: `['ipsec-ikev2']`, nothing by TLS. */
      protocols: preference(z.enum(['ipsec-ikev2', 'ssl']), 'protocol').default(['ipsec-ikev2']),
      /** Where users come in. */
      accessInterfaces: preference(accessInterface, 'access interface'),
      /** Users choose a connection profile when they log in. Default: false. */
      chooseProfile: z.boolean().optional(),
      /** TCP port of TLS, 1 to 65535. Default: 443. */
      webPort: port.optional(),
      /** UDP port of DTLS, 1 to 65535. Default: 443. */
      dtlsPort: port.optional(),
      /** Certificate that is shown in TLS. */
      sslCertificate: ref('cert-trustpoint').optional(),
      /** Certificate that is shown in IKEv2. Needed with IPsec. */
      ipsecCertificate: ref('cert-trustpoint').optional(),
      /** Traffic out of tunnels is not looked at by the access control policy. Default: false. */
      bypassAccessControl: z.boolean().optional(),
      /** IKEv2 policies, by their priority. Needed with IPsec. */
      ikev2Policies: preference(ref('ikev2-policy'), 'IKEv2 policy').optional(),
      /** Group policies of its connection profiles, `DfltGrpPolicy` among them. */
      groupPolicies: preference(ref('ftd-group-policy'), 'group policy'),
      /** Packages of Secure Client that are handed out, in order. */
      clientImages: preference(image, 'client image').optional(),
      /** Package of the browser in which SAML users log in. Default: the client's own. */
      externalBrowser: ref('secure-client-file').optional(),
      /**
       * What users are allowed by what their computer is. Default: what the policy has on the FMC stays, also where it was
       * declared before.
       */
      dynamicAccess: ref('dynamic-access-policy').optional(),
      /** Where addresses come from. Default: from all. */
      addressAssignment: addressAssignment.optional(),
      /** IKEv2 and IPsec parameters. */
      ipsec: ipsecSettings.optional(),
    })
    .superRefine((p, context) => {
      const issue = (path: readonly (string | number)[], message: string) =>
        context.addIssue({ code: 'custom', path: [...path], message });
      if (p.protocols.includes('ipsec-ikev2')) {
        if (!p.ikev2Policies)
          issue(['ikev2Policies'], 'is missing: give the IkeV2Policy constructs, which IPsec needs');
        if (!p.ipsecCertificate) issue(['ipsecCertificate'], 'is missing: give the CertTrustpoint that IKEv2 shows');
      }
      p.accessInterfaces.forEach((face, i) => {
        if (face.dtls && !face.ssl)
          issue(['accessInterfaces', i, 'dtls'], 'DTLS needs TLS: write ssl: true, or leave dtls out');
        if (face.ssl && !p.protocols.includes('ssl'))
          issue(
            ['accessInterfaces', i, 'ssl'],
            "the policy has no TLS: write protocols: ['ipsec-ikev2', 'ssl'], or leave ssl out",
          );
        if (face.ipsec && !p.protocols.includes('ipsec-ikev2'))
          issue(
            ['accessInterfaces', i, 'ipsec'],
            "the policy has no IPsec: write protocols: ['ipsec-ikev2'], or ipsec: false",
          );
      });
    }),
);
