import { z } from 'zod';
import { headendCertificate, isNamedBy, offeredProposals, offeredTransformSets } from './client-suite';
import { noun } from '../noun';
import { fileName } from './secure-client-profile';
import { dhGroup, hostName, ipv4Network, preference, text } from '../values';
import { unable, windowsSuite } from './windows-algorithms';
import { notValid } from '../wording';
import { plain } from '../plain-text';

const serverNames = preference(hostName, 'server');
const thumbprint = plain()
  .transform((print) => print.replace(/[: ]/g, '').toLowerCase())
  .refine((print) => /^[0-9a-f]{40}$/.test(print), {
    error: notValid('thumbprint', 'the SHA-1 of the root certificate, 40 hex digits'),
  });

/** Which EAP server is believed. */
const eapServer = {
  /** Names that the certificate of the EAP server must have (the common name of the RADIUS server, not of the headend). */
  serverNames,
  /** Roots that may have issued it, by SHA-1 thumbprint as Windows shows it. */
  trustedRoots: preference(thumbprint, 'root'),
};

const authentication = z.discriminatedUnion(
  'method',
  [
    /** The certificate of the machine, from its own store: the only store that Windows looks in for IKEv2. */
    z.strictObject({ method: z.literal('machine-certificate') }),
    /** A user name and a password. */
    z.strictObject({ method: z.literal('eap-mschapv2') }),
    /** The certificate of the user. */
    z.strictObject({ method: z.literal('eap-tls'), ...eapServer }),
    /** One of the two inside TLS with the EAP server. */
    z.strictObject({
      method: z.literal('eap-peap'),
      inner: z.enum(['mschapv2', 'tls']).default('mschapv2'),
      ...eapServer,
    }),
  ],
  {
    error: notValid(
      'way to authenticate',
      "{ method: 'eap-mschapv2' }, 'machine-certificate', 'eap-tls' or 'eap-peap'",
    ),
  },
);

const certificateFaults = ({ address, certificate }: Client): readonly Fault[] => {
  const { names, extendedKeyUsage: usages } = certificate;
  const named: readonly Fault[] = isNamedBy(address, names)
    ? []
    : [
        {
          path: ['address'],
          message: `Windows connects to '${address}' and the certificate of the headend is for ${names.join(', ')}: it would refuse it (error 13801). Write a name of the certificate, or put this one into it`,
        },
      ];
  if (usages?.includes('server-auth')) return named;
  const message =
    usages === undefined
      ? "nothing says that the certificate is for server authentication, which Windows demands (error 13801): write ekuRequest: ['server-auth'] on the trustpoint, or extendedKeyUsage: ['server-auth'] here where the authority adds it by itself"
      : `the certificate is for ${usages.join(', ')}; Windows demands server authentication (error 13801): add 'server-auth'`;
  return [...named, { path: ['certificate', 'extendedKeyUsage'], message }];
};

interface Fault {
  readonly path: readonly string[];
  readonly message: string;
}

const client = z.strictObject({
  /** Name of the script without `.ps1`. */
  name: fileName,
  /** What the connection is called in Windows. Default: the name. */
  connection: text(255).optional(),
  /** Address or name of the headend: a name of its certificate. */
  address: hostName,
  /** What the headend offers for the IKE SA; the first that Windows has is taken. */
  proposals: offeredProposals,
  /** What the headend offers for ESP; the first that Windows has is taken. */
  transformSets: offeredTransformSets,
  /** Group for perfect forward secrecy, where the IPsec profile of the headend has one. Default: none. */
  pfs: dhGroup.optional(),
  /** The certificate of the headend, which Windows judges. */
  certificate: headendCertificate,
  /** How users prove who they are. The headend needs `queryIdentity` with EAP. */
  authentication,
  /**
   * Networks that are reached through the tunnel. Default: everything. Windows takes no routes from the headend, so they
   * are written here.
   */
  routes: preference(ipv4Network, 'network').optional(),
  /** DNS suffix of the connection. Default: none. */
  dnsSuffix: hostName.optional(),
  /** For every user of the machine, and before the login. Default: false. */
  allUserConnection: z.boolean().default(false),
  /** Windows keeps the user name and the password. Default: false. */
  rememberCredential: z.boolean().default(false),
});
type Client = z.output<typeof client>;

/**
 * The IKEv2 client of Windows, as a PowerShell script that makes its connection: the ASA and Windows guide, and Cisco
 * Live BRKSEC-2881.
 */
export const windowsVpnClient = noun(
  'windows-vpn-client',
  'Windows VPN client',
  client.superRefine((props, context) => {
    const { ike, esp, pfs } = windowsSuite(props);
    const suite: readonly Fault[] = [
      ...(unable(ike) && props.proposals.length > 0 ? [{ path: ['proposals'], message: ike.why }] : []),
      ...(unable(esp) && props.transformSets.length > 0 ? [{ path: ['transformSets'], message: esp.why }] : []),
      ...(unable(pfs) ? [{ path: ['pfs'], message: pfs.why }] : []),
    ];
    const off: readonly Fault[] =
      props.authentication.method === 'machine-certificate' && props.rememberCredential
        ? [{ path: ['rememberCredential'], message: 'a machine certificate has no password: leave it out' }]
        : [];
    for (const { path, message } of [...suite, ...certificateFaults(props), ...off])
      context.addIssue({ code: 'custom', path: [...path], message });
  }),
);
