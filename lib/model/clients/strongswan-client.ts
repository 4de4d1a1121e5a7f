import { z } from 'zod';
import { headendCertificate, isNamedBy, offeredProposals, offeredTransformSets } from './client-suite';
import { noun } from '../noun';
import { secretRef } from '../secret';
import { fileName } from './secure-client-profile';
import { swanRefusal } from './strongswan-algorithms';
import { dhGroup, hostName, integer, ipv4Network, oneWord, preference, text } from '../values';
import { notValid } from '../wording';

const identity = text(255).refine((words) => !/["\\#]/.test(words), {
  error: 'write it without quotes, backslashes and #',
});
const file = oneWord(255, 'file name').regex(/^[\w./-]+$/, { error: 'letters, digits and _ . / - only' });

const eap = z
  .strictObject({
    method: z.literal('eap'),
    type: z.enum(['mschapv2', 'md5', 'gtc', 'tls']),
    /** The user name. With `tls` it must be an alternative name in the user's certificate, by which strongSwan finds it. */
    user: identity,
    /** Only ever a `Secret`. Without it the user is asked (`swanctl --initiate` with a prompt, or NetworkManager). */
    password: secretRef.optional(),
    /** Who the client says it is before EAP: `keyid:acvpn` for a router that chooses by key id. Default: the user name. */
    identity: identity.optional(),
    /** With `tls`: the user's certificate and its key, which lie in `x509` and `private` of swanctl. Default: what lies there. */
    certificate: file.optional(),
    /** With `tls`: who the RADIUS server says it is, a name of its certificate. Default: who the headend says it is. */
    serverName: identity.optional(),
  })
  .superRefine(({ type, ...proof }, context) => {
    const issue = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message });
    if (type === 'tls') {
      if (proof.password !== undefined) issue('password', 'EAP-TLS asks for the certificate alone: leave it out');
      return;
    }
    for (const field of ['certificate', 'serverName'] as const)
      if (proof[field] !== undefined) issue(field, `only EAP-TLS has it: leave it out, or write type: 'tls'`);
  });

const authentication = z.discriminatedUnion(
  'method',
  [
    /** A certificate and its key, which lie in `x509` and `private` of swanctl. */
    z.strictObject({
      method: z.literal('pubkey'),
      certificate: file,
      /** Who the client says it is. Default: the subject of the certificate. */
      identity: identity.optional(),
    }),
    eap,
    z.strictObject({
      method: z.literal('pre-share'),
      identity,
      /** Only ever a `Secret`. */
      key: secretRef,
    }),
  ],
  { error: notValid('way to authenticate', "{ method: 'pubkey' }, 'eap' or 'pre-share', with what belongs to it") },
);

/**
 * A strongSwan client, as a file for `/etc/swanctl/conf.d`: Cisco Live BRKSEC-2881, "Remote Access Clients".
 */
export const strongSwanClient = noun(
  'strongswan-client',
  'strongSwan client',
  z
    .strictObject({
      /** Name of the connection, and of the file without `.conf`. */
      name: fileName.refine((own) => !own.includes('.'), { error: 'no dot: it parts sections in swanctl.conf' }),
      /** Address or name of the headend. */
      address: hostName,
      /** What the headend offers for the IKE SA; all of it is offered. */
      proposals: offeredProposals,
      /** What the headend offers for ESP; all of it is offered. */
      transformSets: offeredTransformSets,
      /** Group for perfect forward secrecy, where the IPsec profile of the headend has one. Default: none. */
      pfs: dhGroup.optional(),
      /** The certificate of the headend. Left out with a pre-shared key. */
      certificate: headendCertificate.optional(),
      /**
       * Who the headend says it is. Default: its address, which must then be a name of its certificate. A router with
       * `identity local dn` says its subject: `CN=vpn.example.net`.
       */
      remoteId: identity.optional(),
      /** Files in `x509ca` that may have issued the certificate of the headend. Default: all that are there. */
      authorities: preference(file, 'file').optional(),
      /** How the client proves who it is. The headend needs `queryIdentity` with EAP. */
      authentication,
      /** Networks that are reached through the tunnel. Default: everything; the headend may narrow it. */
      networks: preference(ipv4Network, 'network').optional(),
      /** Seconds between probes of a silent headend, 10 to 3600. Default: 60. */
      dpdSeconds: integer(10, 3600, 'seconds').default(60),
    })
    .superRefine((client, context) => {
      const issue = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message });
      for (const refused of client.transformSets.flatMap((set) => swanRefusal(set) ?? []))
        issue('transformSets', refused);
      const { address, certificate, remoteId, authentication: proof } = client;
      if (proof.method === 'pre-share') {
        if (certificate !== undefined) issue('certificate', 'the headend proves itself by the key: leave it out');
      } else if (certificate === undefined)
        issue('certificate', 'is missing: write whose certificate the headend shows');
      else if (remoteId === undefined && !isNamedBy(address, certificate.names))
        issue(
          'address',
          `strongSwan expects '${address}' in the certificate of the headend, which is for ${certificate.names.join(', ')}: write one of them, or remoteId`,
        );
    }),
);
