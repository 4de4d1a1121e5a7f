import { algorithmsOf, broken, refusesWeak, suites, unencrypted } from '../algorithms';
import { finding, onDevices, type Rule } from '../rule';

const refused = new Set([...broken, ...unencrypted]);

export const releaseAlgorithms: Rule = {
  id: 'TW-IKE-002',
  title: 'An algorithm that the release refuses',
  why: 'From IOS-XE 17.11.1 the device refuses DES, 3DES, MD5, ESP without encryption (null, GMAC) and Diffie-Hellman groups 1, 2, 5 and 24 (Cisco field notice FN72510).',
  packs: { correctness: 'error' },
  looksAt: ['ikev2-proposal', 'ipsec-transform-set', 'ipsec-profile'],
  check: onDevices((device) => {
    if (!refusesWeak(device)) return [];
    return suites(device).flatMap((r) =>
      algorithmsOf(r)
        .filter((word) => refused.has(word))
        .map((word) =>
          finding(
            r,
            `release ${device.release} refuses ${word}`,
            'use aes-gcm-256 or aes-cbc-256, sha256 or better, group 14, 19, 20 or 21',
          ),
        ),
    );
  }),
};
