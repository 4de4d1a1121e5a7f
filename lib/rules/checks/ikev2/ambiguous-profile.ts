import { groupBy } from '../../../kernel/group';
import { stableJson } from '../../../kernel/json';
import type { Resource } from '../../../model/network';
import { matchesOf } from '../../facts/matches';
import { vrfName } from '../../facts/profile';
import { createFinding, forEachDevice, type Rule } from '../../engine/rule';

type Profile = Resource<'ikev2-profile'>;

const scope = ({ noun }: Profile): string => stableJson([vrfName(noun.matchFvrf) ?? '', noun.matchLocal ?? []]);

export const ambiguousProfile: Rule = {
  id: 'TW-IKE-009',
  title: 'Two IKEv2 profiles match the same peers',
  why: 'The router takes one of them and nothing says which: the peer is authenticated, authorised and given addresses by rules that may be those of another VPN. At most one profile may match a peer, and at most one everybody (Cisco technote 117633, overlapping identities; Cisco Live BRKSEC-2881).',
  packs: { correctness: 'error' },
  looksAt: ['ikev2-profile'],
  check: forEachDevice((device) =>
    [
      ...groupBy(
        device.all('ikev2-profile').filter(({ noun }) => !noun.shutdown),
        scope,
      ).values(),
    ].flatMap((profiles) => {
      const first = new Map<string, Profile>();
      return profiles.flatMap((profile) =>
        matchesOf(profile.noun).flatMap((match) => {
          const other = first.get(match);
          if (other === undefined) first.set(match, profile);
          if (other === undefined || other === profile) return [];
          return [
            createFinding(
              profile,
              `the profiles ${other.name} and ${profile.name} both match ${match}: which one a peer gets is not defined`,
              'let one of them match something else, or only another local address or VRF',
            ),
          ];
        }),
      );
    }),
  ),
};
