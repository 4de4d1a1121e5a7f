import { z } from 'zod';
import { noun, ref } from '../noun';
import { integer, objectName, preference, text } from '../values';
import { notValid } from '../wording';

const nameFields = [
  'common-name',
  'country',
  'dn-qualifier',
  'email-address',
  'generation-qualifier',
  'given-name',
  'initials',
  'locality',
  'name',
  'organization',
  'organizational-unit',
  'serial-number',
  'surname',
  'state',
  'title',
  'user-id',
  'user-principal-name',
  'none',
] as const;
const nameField = z.enum(nameFields, { error: notValid('part of a certificate', `one of ${nameFields.join(', ')}`) });

/** The user name out of the certificate: one or two parts of it, or the whole subject. */
const certificateName = z
  .strictObject({
    /** The part that is the user name. Default: `common-name`. */
    primary: nameField.optional(),
    /** The part that is added. Default: `organizational-unit`. */
    secondary: nameField.optional(),
    /** The whole subject is the user name. Default: false. */
    wholeSubject: z.boolean().optional(),
    /** It stands in the login window already. Default: false. */
    prefill: z.boolean().optional(),
    /** It is not shown there. Default: false. */
    hide: z.boolean().optional(),
  })
  .superRefine((p, context) => {
    for (const field of ['primary', 'secondary'] as const)
      if (p.wholeSubject && p[field] !== undefined)
        context.addIssue({
          code: 'custom',
          path: [field],
          message: 'the whole subject is the name: leave it out, or write wholeSubject: false',
        });
  });

const server = z.union([z.literal('local'), ref('aaa-server-group'), ref('realm'), ref('saml-server')], {
  error: notValid('authentication server', "an AaaServerGroup, Realm or SamlServer, or 'local'"),
});

/** Users who are asked a second time. */
const secondary = z.strictObject({
  /** Who is asked. */
  server,
  /** The local users are asked when the server is away. Default: false. */
  fallbackToLocal: z.boolean().optional(),
  /** The second user name is asked for, else it is the first. Default: true. */
  promptUserName: z.boolean().optional(),
  /** The session goes by the second name. Default: false. */
  sessionBySecondary: z.boolean().optional(),
});

const methods = ['aaa', 'certificate', 'aaa-and-certificate', 'saml', 'saml-and-certificate'] as const;

/** Who may connect and how: authentication, addresses, the group policy. */
export const raConnectionProfile = noun(
  'ra-connection-profile',
  'connection profile',
  z
    .strictObject({
      /** Name on the FMC. `DefaultWEBVPNGroup` is there always: it is changed, and put back when no longer declared. */
      name: objectName,
      /** The policy that it belongs to. */
      policy: ref('ra-vpn-policy'),
      /** The group policy that its users get, unless a server says another. */
      groupPolicy: ref('ftd-group-policy'),
      /** How users prove who they are. */
      authentication: z.enum(methods, { error: notValid('way to authenticate', `one of ${methods.join(', ')}`) }),
      /** Who is asked for the password or login. Needed but with certificates alone. */
      server: server.optional(),
      /** The local users are asked when the server is away. Default: false. */
      fallbackToLocal: z.boolean().optional(),
      /** Two certificates, of the machine and of the user. Default: false. */
      multipleCertificates: z.boolean().optional(),
      /** The user name out of the certificate. */
      certificateName: certificateName.optional(),
      /** A second login. Default: none. */
      secondary: secondary.optional(),
      /** Servers or the realm that say what a user may have. Default: none. */
      authorization: z.union([ref('aaa-server-group'), ref('realm')]).optional(),
      /** Only users that the authorization server knows may connect. Default: false. */
      authorizedOnly: z.boolean().optional(),
      /** Servers that are told of sessions. Default: none. */
      accounting: ref('aaa-server-group').optional(),
      /** Pools of IPv4 addresses in order, at most six. */
      ipv4Pools: preference(ref('address-pool'), 'address pool')
        .max(6, { error: 'write at most six pools' })
        .optional(),
      /** Pools of IPv6 addresses in order, at most six. */
      ipv6Pools: preference(ref('ipv6-address-pool'), 'IPv6 address pool')
        .max(6, { error: 'write at most six pools' })
        .optional(),
      /** DHCP servers: network objects that are hosts. */
      dhcpServers: preference(ref('network-object'), 'DHCP server').optional(),
      /** What stands behind an `@` is taken off the name. Default: false. */
      stripRealm: z.boolean().optional(),
      /** What stands before a group separator is taken off. Default: false. */
      stripGroup: z.boolean().optional(),
      /** Users may change an expired password. Default: false. */
      passwordManagement: z.boolean().optional(),
      /** Days before it expires at which users are told, 0 to 180, or `false`: on that day only. Default: 14. */
      passwordWarningDays: z.union([z.literal(false), integer(0, 180, 'days')]).optional(),
      /** Names by which users choose it. */
      aliases: preference(text(64), 'alias').optional(),
      /** URLs by which users choose it: URL objects. */
      groupUrls: preference(ref('url-object'), 'URL').optional(),
    })
    .superRefine((p, context) => {
      const issue = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message });
      const saml = p.authentication.startsWith('saml');
      const certified = p.authentication.includes('certificate');
      if (p.authentication === 'certificate') {
        if (p.server !== undefined) issue('server', 'the certificate alone decides: leave it out');
      } else if (p.server === undefined)
        issue(
          'server',
          saml ? 'is missing: give the SamlServer' : "is missing: give the AaaServerGroup or Realm, or 'local'",
        );
      else if (saml !== (typeof p.server === 'object' && p.server.ref === 'saml-server'))
        issue('server', saml ? 'give the SamlServer construct' : "a SAML server is for authentication: 'saml'");
      if (p.certificateName && !certified) issue('certificateName', 'users show no certificate: leave it out');
      if (p.multipleCertificates && !certified)
        issue('multipleCertificates', 'users show no certificate: leave it out');
      if (p.authorizedOnly && !p.authorization) issue('authorizedOnly', 'no server is asked: write authorization');
      if (p.passwordWarningDays !== undefined && !p.passwordManagement)
        issue('passwordWarningDays', 'write passwordManagement: true with it');
    }),
  { within: 'policy' },
);
