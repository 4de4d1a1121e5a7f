import { z } from 'zod';
import { noun } from '../noun';
import { hostEntry, type HostEntry } from './secure-client-hosts';
import { clientPreferences, preferenceFaults } from './secure-client-preferences';
import { notValid } from '../wording';
import { plain } from '../plain-text';

/** A name that is a file's too, on every system. */
export const fileName = plain().regex(/^[A-Za-z0-9_][A-Za-z0-9_.-]{0,59}$/, {
  error: notValid('file name', '1 to 60 letters, digits or _ . -'),
});

const twoOf = (hosts: readonly HostEntry[]): string | undefined =>
  hosts.find(({ name }, i) => hosts.some((other, j) => j < i && other.name === name))?.name;

/**
 * What Cisco Secure Client (AnyConnect) knows of its headends and how it behaves: a file `<name>.xml`, valid by Cisco's
 * AnyConnectProfile.xsd. On a firewall it is an upload of the FMC.
 */
export const secureClientProfile = noun(
  'secure-client-profile',
  'Secure Client profile',
  z
    .strictObject({
      /** Name, and the name of its file without `.xml`. */
      name: fileName,
      /** How the client behaves. Default: as it does by itself. */
      preferences: clientPreferences.prefault({}),
      /** What users choose from, in this order. */
      hosts: z.array(hostEntry).min(1, { error: 'write at least one host entry' }),
    })
    .superRefine(({ preferences, hosts }, context) => {
      for (const { path, message } of preferenceFaults(preferences))
        context.addIssue({ code: 'custom', path: ['preferences', ...path], message });
      const twice = twoOf(hosts);
      if (twice !== undefined)
        context.addIssue({
          code: 'custom',
          path: ['hosts'],
          message: `two hosts are called '${twice}': users see no difference`,
        });
    }),
);

/** What the client is allowed on a machine, before any profile is read: `AnyConnectLocalPolicy.xml`. */
export const secureClientLocalPolicy = noun(
  'secure-client-local-policy',
  'Secure Client local policy',
  z.strictObject({
    /** Name on the target; the file is always `AnyConnectLocalPolicy.xml`. */
    name: fileName,
    /**
     * The client takes neither profiles nor new versions from the headend. Default: true, which a router with
     * AnyConnect-EAP needs (Cisco Live BRKSEC-2881).
     */
    bypassDownloader: z.boolean().default(true),
    /** Only algorithms of FIPS 140. Default: false. */
    fipsMode: z.boolean().optional(),
    /** The client's own web pages stay off. Default: false. */
    restrictWebLaunch: z.boolean().optional(),
    /** Certificates that cannot be trusted end the connection, and the user is not asked. Default: false. */
    strictCertificateTrust: z.boolean().optional(),
    /** What of user names and hosts is kept on the machine. Default: everything the client keeps (`false`). */
    restrictPreferenceCaching: z
      .enum(['false', 'Credentials', 'Thumbprints', 'CredentialsAndThumbprints', 'All'])
      .optional(),
    /** Certificates in PEM files are not looked at (Linux, macOS). Default: false. */
    excludePemFileCertStore: z.boolean().optional(),
    /** Certificates of Firefox are not looked at (Linux, macOS). Default: false. */
    excludeFirefoxNssCertStore: z.boolean().optional(),
  }),
);
