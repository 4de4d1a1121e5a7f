import { createFinding, forEachResource, type Rule } from '../../engine/rule';

export const halfAKey: Rule = {
  id: 'TW-IKE-007',
  title: 'A pre-shared key for one direction only',
  why: '`pre-shared-key local` signs what this end says, `pre-shared-key remote` checks the peer. With one of the two the exchange fails at the other (Cisco IOS Security Command Reference, pre-shared-key).',
  packs: { correctness: 'warning' },
  looksAt: ['ikev2-keyring'],
  check: forEachResource('ikev2-keyring', (keyring) =>
    (keyring.noun.peers ?? [])
      .filter((peer) => (peer.localKey === undefined) !== (peer.remoteKey === undefined) && peer.key === undefined)
      .map((peer) =>
        createFinding(
          keyring,
          `the peer ${peer.name} has a ${peer.localKey === undefined ? 'remote' : 'local'} key and no ${peer.localKey === undefined ? 'local' : 'remote'} one`,
          'write key for both directions, or localKey and remoteKey',
        ),
      ),
  ),
};
