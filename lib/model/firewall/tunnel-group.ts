import { z } from 'zod';
import { noun, ref } from '../noun';
import { secretRef } from '../secret';
import { integer, labelText, objectName, oneWord, preference, text } from '../values';
import { notValid } from '../wording';
import { samlEntity } from './webvpn';
import { plain } from '../plain-text';

const on = z.literal(true).optional();
const servers = z.union([ref('aaa-server'), z.literal('LOCAL')], {
  error: notValid('AAA server group', "the AaaServer construct itself, or 'LOCAL'"),
});
/** A line that is read and kept as it is. */
const asPrinted = text(200).optional();
const linesAsPrinted = preference(text(200), 'line').optional();

const general = z.strictObject({
  /** Pools that users get addresses of. */
  addressPools: preference(ref('address-pool'), 'address pool').max(6, { error: 'write at most six pools' }).optional(),
  /** Pools for users that come by one interface. */
  addressPoolsOn: preference(
    z.strictObject({ interface: objectName, pools: preference(ref('address-pool'), 'address pool').max(6) }),
    'interface',
  ).optional(),
  /** Who says that a user is one. Default: LOCAL, the users of the ASA. */
  authenticationServers: servers.optional(),
  /** The users of the ASA are asked when all servers of that group are silent. Default: they are not. */
  authenticationFallsBack: on,
  /** The same for users that come by one interface. */
  authenticationServersOn: preference(z.strictObject({ interface: objectName, servers }), 'interface').optional(),
  /** Who is asked second: a second factor. */
  secondaryAuthenticationServers: servers.optional(),
  /** The second login is asked with the user name of the first. */
  secondaryUsesPrimaryUsername: on,
  /** Who says what a user may. */
  authorizationServers: servers.optional(),
  /** A user that no server authorizes stays out. */
  authorizationRequired: on,
  /** Who is told of sessions. */
  accountingServers: servers.optional(),
  /** The policy of users that get none from a server. Default: DfltGrpPolicy. */
  defaultGroupPolicy: ref('asa-group-policy').optional(),
  /** Parts of the certificate's subject that are the user name: `CN`, or `UPN`. */
  usernameFromCertificate: oneWord(16, 'part of a subject').optional(),
  /** Cut `@realm` off user names. */
  stripRealm: on,
  /** Cut `#group` off user names. */
  stripGroup: on,
  /** Lines that are read and kept as the ASA prints them: DHCP, SCEP, and what else a group may have. */
  others: linesAsPrinted,
});

const ipsec = z
  .strictObject({
    /** The ASA proves itself with this certificate. */
    localCertificate: ref('cert-trustpoint').optional(),
    /** The ASA proves itself with this key. Only ever a `Secret`. */
    localKey: secretRef.optional(),
    /** The peer may prove itself with a certificate. */
    remoteCertificate: on,
    /** The peer may prove itself with this key. Only ever a `Secret`. */
    remoteKey: secretRef.optional(),
    /**
     * The peer may prove itself by EAP (RFC 7296 section 2.16), which the AAA servers judge; `query-identity`: it is
     * asked who it is, which Windows' own client needs. It is allowed with `localCertificate` only.
     */
    remoteEap: z
      .enum(['query-identity', 'identity-of-ike'], { error: notValid('EAP', "'query-identity' or 'identity-of-ike'") })
      .optional(),
    /** Whether the peer's identity must agree with its certificate. Default: req. */
    peerIdValidate: z.enum(['req', 'cert', 'nocheck']).optional(),
    /** Send the whole chain of certificates. */
    chain: on,
    /**
     * Dead peer detection: seconds without a word from the peer (10 to 3600), and seconds between questions then (2 to 10).
     * Default: 10 and 2 of a site-to-site group, 300 and 2 of one for clients.
     */
    keepAlive: z.strictObject({ threshold: integer(10, 3600, 'seconds'), retry: integer(2, 10, 'seconds') }).optional(),
    /** The peer is not asked whether it is there. Default: false. */
    keepAliveOff: on,
    /** IKEv1 key as a device shows it: read, and written only ever from a `Secret`. */
    ikev1Key: secretRef.optional(),
    /** Other lines that are read and kept as the ASA prints them. */
    others: linesAsPrinted,
  })
  .superRefine((p, context) => {
    const issue = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message });
    if (p.remoteEap !== undefined && p.localCertificate === undefined)
      issue('localCertificate', 'with EAP the ASA proves itself with a certificate: give the CertTrustpoint construct');
  });

const webvpn = z.strictObject({
  /** How users of TLS prove themselves. Default: aaa. */
  authentication: z.enum(['aaa', 'certificate', 'aaa certificate', 'saml']).optional(),
  /** The SAML identity provider that asks the users: one of `samlProviders` of the Webvpn, by its entity ID. With `saml`. */
  samlProvider: z.strictObject({ webvpn: ref('webvpn'), entityId: samlEntity }).optional(),
  /** Names under which the group stands in the list of the login page, like `Staff` or `Staff abroad`. Up to 64 characters. */
  aliases: preference(labelText(64), 'alias').optional(),
  /** URLs that lead to the group at once. */
  urls: preference(
    plain().regex(/^https:\/\/\S+$/, { error: notValid('URL of a group', 'it like https://vpn.example.net/staff') }),
    'URL',
  ).optional(),
  /** Other lines that are read and kept as the ASA prints them. */
  others: linesAsPrinted,
});

/** A connection profile of an ASA: who may come in, how both ends prove themselves, what users get. */
export const tunnelGroup = noun(
  'tunnel-group',
  'tunnel group',
  z
    .strictObject({
      /**
       * Name on the device; of a site-to-site group the peer's address. `DefaultRAGroup`, `DefaultL2LGroup` and
       * `DefaultWEBVPNGroup` are there by themselves and can only be reset. Windows' own client sends its address as
       * identity and so lands in `DefaultRAGroup`.
       */
      name: objectName,
      /** It cannot be changed. */
      type: z.enum(['remote-access', 'ipsec-l2l'], {
        error: notValid('type of a tunnel group', 'one of remote-access, ipsec-l2l'),
      }),
      /** `general-attributes`. */
      general: general.optional(),
      /** `webvpn-attributes`. */
      webvpn: webvpn.optional(),
      /** `ipsec-attributes`. */
      ipsec: ipsec.optional(),
      /** `ppp-attributes`, as a device prints them. */
      ppp: z.strictObject({ authentication: preference(asPrinted.unwrap(), 'way of authentication') }).optional(),
    })
    .superRefine((p, context) => {
      const issue = (path: string[], message: string) => context.addIssue({ code: 'custom', path, message });
      const { samlProvider, authentication = 'saml' } = p.webvpn ?? {};
      if (samlProvider !== undefined && authentication !== 'saml')
        issue(['webvpn', 'samlProvider'], "nobody is sent to it: write authentication: 'saml', or leave it out");
      if (p.type !== 'ipsec-l2l') return;
      if (p.webvpn !== undefined) issue(['webvpn'], 'a site-to-site group has no users: leave webvpn out');
      if (p.ipsec?.remoteEap !== undefined)
        issue(['ipsec', 'remoteEap'], "EAP is of users: write type: 'remote-access', or a key or certificate");
    }),
);

/** The groups that an ASA has by itself. */
export const standingTunnelGroups = ['DefaultRAGroup', 'DefaultL2LGroup', 'DefaultWEBVPNGroup'] as const;
