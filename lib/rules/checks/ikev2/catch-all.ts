import { vrfName } from '../../facts/profile';
import { createFinding, forEachDevice, type Rule } from '../../engine/rule';
import { matchesOf } from '../../facts/matches';

export const catchAll: Rule = {
  id: 'TW-IKE-011',
  title: 'A profile for everybody beside profiles for some',
  why: 'How a router decides when a peer fits both a particular profile and `match identity remote any` no document says (Cisco technote 117633 shows that overlaps go wrong). Whoever guesses an identity that no other profile knows is served by the catch-all.',
  packs: { correctness: 'note', 'nsa-cisa-remote-access': 'warning' },
  looksAt: ['ikev2-profile'],
  check: forEachDevice((device) => {
    const all = device.all('ikev2-profile').filter(({ noun }) => !noun.shutdown);
    return all
      .filter(({ noun }) => noun.matchRemoteAny)
      .flatMap((profile) => {
        const fvrf = vrfName(profile.noun.matchFvrf);
        const beside = all.filter(
          (other) =>
            other !== profile &&
            matchesOf(other.noun).length > 0 &&
            [fvrf, 'any'].includes(vrfName(other.noun.matchFvrf) ?? fvrf),
        );
        if (beside.length === 0) return [];
        return [
          createFinding(
            profile,
            `matches every identity beside ${beside.map(({ name }) => name).join(', ')}`,
            'match what its peers say they are: matchRemoteKeyIds, matchRemoteFqdnDomains or matchCertificates',
          ),
        ];
      });
  }),
};
