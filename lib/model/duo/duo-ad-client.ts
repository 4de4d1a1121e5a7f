import { z } from 'zod';
import { common, dn, port, sectionName } from './duo-values';
import { noun } from '../noun';
import { secretRef } from '../secret';
import { hostName, integer, preference, text } from '../values';

const ntlm = ['ntlm1', 'ntlm2', 'plain', 'sspi'] as const;

/** A directory (Active Directory, LDAP) that checks passwords for the Duo proxy. It cannot check EAP or MS-CHAPv2. */
export const duoAdClient = noun(
  'duo-ad-client',
  'directory client of the Duo proxy',
  z
    .strictObject({
      /** Name of the section: ad_client, ad_client2. */
      name: sectionName('ad_client'),
      /** Domain controllers in the order in which they are asked. */
      hosts: preference(hostName, 'host'),
      /** Where users are looked for: `DC=example,DC=net`. */
      searchDn: dn,
      /** Account that may search the directory. Needed unless `authType` is sspi. */
      serviceAccountUsername: text(128).optional(),
      /** Its password. Only ever a `Secret`. */
      serviceAccountPassword: secretRef.optional(),
      /** Users must be members of this group. Default: any user. */
      securityGroupDn: dn.optional(),
      /** LDAP filter that users must fit. */
      ldapFilter: text(500)
        .regex(/^\(.*\)$/, { error: 'write a filter in parentheses, like (memberOf=CN=vpn,DC=example,DC=net)' })
        .optional(),
      /** Seconds to wait for the directory, 1 to 600. Default: 10. */
      timeout: integer(1, 600, 'seconds').optional(),
      /** TCP port. Default: 389, with ldaps 636. */
      port: port.optional(),
      /** What protects the connection. Default: clear. */
      transport: z.enum(['clear', 'starttls', 'ldaps']).optional(),
      /** File of the authority that signed the directory's certificate. Needed with starttls and ldaps. */
      sslCaCertsFile: text(200).optional(),
      /** The certificate must hold the name of the host. Default: true. */
      sslVerifyHostname: z.boolean().optional(),
      /** How the proxy logs in to the directory. Default: ntlm2. sspi is of Windows only. */
      authType: z.enum(ntlm).optional(),
      /** Full name of the account, for plain. */
      bindDn: dn.optional(),
      /** NTLM domain of the account. */
      ntlmDomain: text(64).optional(),
      /** NTLM workstation name. */
      ntlmWorkstation: text(64).optional(),
      /** Attribute that holds the user name. Default: sAMAccountName. */
      usernameAttribute: text(64).optional(),
      /** Attribute for user names with @. Default: userPrincipalName. */
      atAttribute: text(64).optional(),
      ...common,
    })
    .superRefine((p, context) => {
      const missing = (path: string, why: string) =>
        context.addIssue({ code: 'custom', path: [path], message: `is missing: ${why}` });
      if (p.authType !== 'sspi') {
        if (p.serviceAccountUsername === undefined)
          missing('serviceAccountUsername', 'write the account that searches the directory');
        if (p.serviceAccountPassword === undefined) missing('serviceAccountPassword', "write Secret.fromEnv('NAME')");
      }
      if (p.authType === 'plain' && p.bindDn === undefined)
        missing('bindDn', "write the full name of the account, which authType 'plain' needs");
      const guarded = p.transport === 'ldaps' || p.transport === 'starttls';
      if (guarded && p.sslVerifyHostname !== false && p.sslCaCertsFile === undefined)
        missing('sslCaCertsFile', `write the file of the authority, which transport '${p.transport}' needs`);
    }),
);
