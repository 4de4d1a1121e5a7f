import type { NounOf } from '../../../model/nouns';
import { isHeadend, trustpointsOf } from '../../facts/profile';
import { createFinding, forEachResource, type Rule } from '../../engine/rule';

/** Names by which a client may know the certificate. */
const names = ({ fqdn, subjectAltName, subjectName }: NounOf<'cert-trustpoint'>): readonly string[] => [
  ...(fqdn === undefined || fqdn === 'none' ? [] : [fqdn]),
  ...(subjectAltName === undefined ? [] : [subjectAltName]),
  ...[...(subjectName ?? '').matchAll(/\bcn\s*=\s*([^,]+)/gi)]
    .map((match) => match[1]!)
    .filter((cn) => cn.includes('.')),
];

export const serverName: Rule = {
  id: 'TW-PKI-005',
  title: 'A headend whose certificate has no name to dial',
  why: 'Clients compare the name that they dial with the names of the certificate (subject alternative name, else common name). Windows ends with error 13801, AnyConnect with a warning that users learn to click away (Cisco Live BRKSEC-2881, certificate requirements; the ASA and Windows guide).',
  packs: { correctness: 'warning' },
  looksAt: ['ikev2-profile', 'cert-trustpoint'],
  check: forEachResource('ikev2-profile', (profile, device) => {
    if (!isHeadend(profile.noun)) return [];
    return trustpointsOf(profile.noun, device)
      .filter(
        ({ noun }) => ['url', 'terminal', 'selfsigned'].includes(noun.enrollment?.type) && names(noun).length === 0,
      )
      .filter(({ noun }) => noun.fqdn !== undefined || noun.subjectName !== undefined)
      .map((trustpoint) =>
        createFinding(
          trustpoint,
          'asks for a certificate without a name that a client could dial',
          "write fqdn: 'vpn.example.net', the name that clients dial",
        ),
      );
  }),
};
