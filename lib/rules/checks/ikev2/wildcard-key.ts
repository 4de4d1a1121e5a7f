import { isEveryAddress } from '../../facts/profile';
import { createFinding, forEachResource, type Rule } from '../../engine/rule';

export const wildcardKey: Rule = {
  id: 'TW-IKE-005',
  title: 'One pre-shared key for everybody',
  why: 'A peer of 0.0.0.0/0 gives one key to the whole internet: who has it from one branch can play every other branch, and the headend towards them ("BAD!!" on the slide of Cisco Live BRKSEC-2881).',
  packs: { correctness: 'error' },
  looksAt: ['ikev2-keyring'],
  check: forEachResource('ikev2-keyring', (keyring) =>
    (keyring.noun.peers ?? [])
      .filter(({ address }) => address !== undefined && isEveryAddress(address))
      .map((peer) =>
        createFinding(
          keyring,
          `the peer ${peer.name} is every address, so all peers share one key`,
          'write certificates, a key for each peer, or keyringAaa with a key for each from a RADIUS server',
        ),
      ),
  ),
};
