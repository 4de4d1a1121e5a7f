import { algorithmsOf, refusedBy, suites } from '../../facts/algorithms';
import { createFinding, forEachDevice, type Rule } from '../../engine/rule';

export const releaseAlgorithms: Rule = {
  id: 'TW-IKE-002',
  title: 'An algorithm that the release refuses',
  why: 'From IOS-XE 17.11.1 the device refuses DES, 3DES, MD5, ESP without encryption (null, GMAC) and Diffie-Hellman groups 1, 2, 5 and 24 (Cisco field notice FN72510). From 9.15 an ASA refuses the same, ESP without encryption apart.',
  packs: { correctness: 'error' },
  looksAt: ['ikev2-proposal', 'ipsec-transform-set', 'ipsec-profile', 'dynamic-map', 'crypto-map-entry'],
  check: forEachDevice((device) => {
    const refused = refusedBy(device);
    return suites(device).flatMap((r) =>
      algorithmsOf(r)
        .filter((word) => refused.includes(word))
        .map((word) =>
          createFinding(
            r,
            `release ${device.release} refuses ${word}`,
            'use aes-gcm-256 or aes-cbc-256, sha256 or better, group 14, 19, 20 or 21',
          ),
        ),
    );
  }),
};
