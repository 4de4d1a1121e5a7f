import { algorithmsOf, broken, refusesWeak, suites } from '../../facts/algorithms';
import { createFinding, forEachDevice, type Rule } from '../../engine/rule';

export const weakAlgorithms: Rule = {
  id: 'TW-IKE-004',
  title: 'An algorithm that is broken or too short',
  why: 'DES, 3DES, MD5 and Diffie-Hellman groups 1, 2, 5 and 24 protect nothing of value any more (RFC 8247; Cisco field notice FN72510). A list that holds one of them beside better ones lets an attacker, or an old peer, choose it.',
  packs: { correctness: 'warning', 'nsa-cisa-remote-access': 'error', 'field-guide': 'error' },
  looksAt: ['ikev2-proposal', 'ipsec-transform-set', 'ipsec-profile', 'vpn-topology'],
  check: forEachDevice((device) =>
    // TW-IKE-002 says it of a release that refuses them.
    refusesWeak(device)
      ? []
      : suites(device).flatMap((resource) => {
          const weak = algorithmsOf(resource).filter((word) => broken.includes(word));
          if (weak.length === 0) return [];
          return [
            createFinding(
              resource,
              `${[...new Set(weak)].join(', ')}: broken or too short`,
              'leave it out: aes-gcm-256 or aes-cbc-256, sha256 or better, group 14, 19, 20 or 21',
            ),
          ];
        }),
  ),
};
