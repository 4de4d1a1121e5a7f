import { isSignature, remoteMethods } from '../../facts/profile';
import { createFinding, forEachResource, type Rule } from '../../engine/rule';

const others = [
  'matchCertificates',
  'matchRemoteFqdns',
  'matchRemoteFqdnDomains',
  'matchRemoteEmails',
  'matchRemoteEmailDomains',
  'matchRemoteKeyIds',
  'matchRemoteAny',
] as const;

export const addressAgainstDn: Rule = {
  id: 'TW-IKE-008',
  title: 'Peers with certificates are matched by their address',
  why: 'An end with `identity local dn` sends the subject of its certificate, which no address matches: the debug says "Profile could not be found by peer certificate". The field guide has the two lines side by side at both ends (Cisco technote 117337).',
  packs: { correctness: 'warning', 'field-guide': 'error' },
  looksAt: ['ikev2-profile'],
  check: forEachResource('ikev2-profile', (profile) => {
    const { noun } = profile;
    const methods = remoteMethods(noun);
    const byAddress = noun.matchRemoteAddresses !== undefined && others.every((field) => noun[field] === undefined);
    if (!byAddress || methods.length === 0 || !methods.every(isSignature) || noun.identityLocal?.type !== 'dn')
      return [];
    return [
      createFinding(
        profile,
        `matches its peers by ${noun.matchRemoteAddresses!.join(', ')} while both ends say the DN of their certificate`,
        "match the certificate: matchCertificates: [new CertificateMap(device, …, { rules: [{ field: 'subject-name', operator: 'co', value: 'cn = peer.example.net' }] })]",
      ),
    ];
  }),
};
