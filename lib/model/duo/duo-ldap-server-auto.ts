import { z } from 'zod';
import { anyAddress } from '../choices';
import { application, count, common, dn, factors, minimumTls, port, proxied, sectionName } from './duo-values';
import { noun, ref } from '../noun';
import { preference, text } from '../values';

/** Stands in front of a directory: what binds to it as a user is asked for the second factor. */
export const duoLdapServerAuto = noun(
  'duo-ldap-server-auto',
  'LDAP server of the Duo proxy',
  z
    .strictObject({
      /** Name of the section: ldap_server_auto, ldap_server_auto2. */
      name: sectionName('ldap_server_auto'),
      ...application,
      /** The directory behind it. Default: the one directory client of the file. */
      client: ref('duo-ad-client').optional(),
      /** What happens when Duo's service cannot be reached: refuse (`secure`), or let in with the password alone (`safe`, which is the proxy's own default). Default: secure. */
      failmode: z.enum(['safe', 'secure']).default('secure'),
      /** How the user is asked, in the order of preference. Default: auto. */
      factors: factors.optional(),
      /** TCP port in clear. Default: 389. */
      port: port.optional(),
      /** Address to listen on. Default: all. */
      interface: anyAddress.optional(),
      /** TCP port with TLS. Default: 636. Needs both files. */
      sslPort: port.optional(),
      /** File of the private key, on the proxy's host. */
      sslKeyFile: text(200).optional(),
      /** File of the certificate, on the proxy's host. */
      sslCertificateFile: text(200).optional(),
      /** Seconds to wait for Duo's service, 1 and up. */
      apiTimeout: count.optional(),
      /** TCP port of Duo's service. Default: 443. */
      apiPort: port.optional(),
      /** The first bind of a connection needs no second factor. Default: true. */
      exemptPrimaryBind: z.boolean().optional(),
      /** Units whose members need no second factor. */
      exemptUnits: preference(dn, 'unit').optional(),
      /** A passcode may follow the password. Default: true. */
      allowConcat: z.boolean().optional(),
      /** What stands between password and passcode. Default: a comma. */
      delimiter: text(8).optional(),
      /** Length of all passwords, instead of a delimiter. */
      delimitedPasswordLength: count.optional(),
      /** A connection may search after a user's bind. Default: false. */
      allowSearchesAfterBind: z.boolean().optional(),
      /** A connection may bind again and again. Default: false. */
      allowUnlimitedBinds: z.boolean().optional(),
      /** Lowest version of TLS. Default: tls1.2. */
      minimumTlsVersion: minimumTls.optional(),
      /** Ciphers in the words of OpenSSL. */
      cipherList: text(500).optional(),
      /** Seconds to wait for the network, 1 and up. */
      networkTimeout: count.optional(),
      /** Seconds after which an idle connection is closed, 1 and up. */
      idleTimeout: count.optional(),
      /** HTTP proxy on the way to Duo's service. */
      httpProxyHost: text(253).optional(),
      /** Port of the HTTP proxy. Default: 80. Needs `httpProxyHost`. */
      httpProxyPort: port.optional(),
      ...common,
    })
    .superRefine(proxied)
    .superRefine((p, context) => {
      const issue = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message });
      const needed = p.sslPort ?? p.sslKeyFile ?? p.sslCertificateFile;
      for (const file of ['sslKeyFile', 'sslCertificateFile'] as const)
        if (needed !== undefined && p[file] === undefined)
          issue(file, 'is missing: write both, TLS needs key and certificate');
      if (p.allowUnlimitedBinds && p.exemptPrimaryBind)
        issue('allowUnlimitedBinds', 'does not go with exemptPrimaryBind: leave one of them out');
      if (p.sslPort !== undefined && p.sslPort === (p.port ?? 389))
        issue('sslPort', `${p.sslPort} is the port in clear too: write another`);
    }),
);
