import { createFinding, forEachResource, type Rule } from '../../engine/rule';
import { matchesOf } from '../../facts/matches';

export const neverMatched: Rule = {
  id: 'TW-IKE-010',
  title: 'An IKEv2 profile that matches no peer',
  why: 'A profile needs `match identity remote` or `match certificate`; without it is incomplete and never chosen (Cisco, Configuring IKEv2).',
  packs: { correctness: 'error' },
  looksAt: ['ikev2-profile'],
  check: forEachResource('ikev2-profile', (profile) =>
    matchesOf(profile.noun).length > 0 || profile.noun.dynamic || profile.name === 'default'
      ? []
      : [
          createFinding(
            profile,
            'has no match of an identity or a certificate, so it is never chosen',
            'write matchCertificates, matchRemoteAddresses or matchRemoteFqdns',
          ),
        ],
  ),
};
