import { z } from 'zod';
import { noun, ref } from './noun';
import { integer, ipv4, objectName, oneWord, preference, text } from './values';
import { isNo } from './wording';

/** How an IKE identity is named (RFC 7296 section 3.5). `dn` is the subject of this end's certificate. */
export const ikeIdentity = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('dn') }),
  z.strictObject({ type: z.literal('address'), address: ipv4 }),
  z.strictObject({ type: z.literal('fqdn'), fqdn: oneWord(255, 'domain name') }),
  z.strictObject({ type: z.literal('email'), email: oneWord(255, 'mail address') }),
]);
export type IkeIdentity = z.infer<typeof ikeIdentity>;

export const authMethod = z.enum(['rsa-sig', 'ecdsa-sig', 'pre-share'], {
  error: isNo('authentication method', 'one of rsa-sig, ecdsa-sig, pre-share'),
});
const signature = (method: string): boolean => method !== 'pre-share';

/** What the IKE SA with a set of peers is: whom to believe, who to be, for how long. */
export const ikev2Profile = noun(
  'ikev2-profile',
  'IKEv2 profile',
  z
    .strictObject({
      /** Name on the device. */
      name: objectName,
      /** A remark that the device keeps; one line. */
      description: text(200).optional(),
      /** Only for this front VRF, or `any`. Default: the global VRF. */
      matchFvrf: objectName.optional(),
      /** Peers that identify themselves by one of these addresses. */
      matchRemoteAddresses: preference(ipv4, 'address').optional(),
      /** Peers that identify themselves by one of these names. */
      matchRemoteFqdns: preference(oneWord(255, 'domain name'), 'domain name').optional(),
      /** Peers whose certificate one of these maps matches: the only match that works for a peer that sends its DN. */
      matchCertificates: preference(ref('certificate-map'), 'certificate map').optional(),
      /** Who this end says it is. Default: its address. */
      identityLocal: ikeIdentity.optional(),
      /** How the peer proves itself; several methods may be allowed. */
      authenticationRemote: preference(authMethod, 'authentication method'),
      /** How this end proves itself. */
      authenticationLocal: authMethod,
      /** Needed with `pre-share`. */
      keyring: ref('ikev2-keyring').optional(),
      /** Needed with a signature method. */
      trustpoints: preference(ref('cert-trustpoint'), 'trustpoint').optional(),
      /** IKE SA lifetime in seconds, 120 to 86400. Default: 86400. */
      lifetime: integer(120, 86400, 'seconds').optional(),
      /** Dead peer detection: seconds between probes (10 to 3600), between retries (2 to 60), and when. Default: off. */
      dpd: z
        .object({
          interval: integer(10, 3600, 'seconds'),
          retry: integer(2, 60, 'seconds'),
          mode: z.enum(['on-demand', 'periodic']),
        })
        .optional(),
    })
    .superRefine((p, context) => {
      const issue = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message });
      if (!p.matchRemoteAddresses && !p.matchRemoteFqdns && !p.matchCertificates)
        issue(
          'matchCertificates',
          'a profile without a match is never chosen: write matchCertificates, matchRemoteAddresses or matchRemoteFqdns',
        );
      const methods = [p.authenticationLocal, ...p.authenticationRemote];
      if (methods.includes('pre-share') && !p.keyring) issue('keyring', 'pre-share needs a keyring: write keyring');
      if (methods.some(signature) && !p.trustpoints)
        issue('trustpoints', `${methods.find(signature)} needs a trustpoint: write trustpoints`);
    }),
);
