import { hasUnread } from '../../facts/unread';
import { createFinding, forEachDevice, type Rule } from '../../engine/rule';

interface Keys {
  readonly localKey?: unknown;
  readonly remoteKey?: unknown;
}

const said = (at: { readonly path: string }, who: string, { localKey, remoteKey }: Keys, remedy: string) => {
  if ((localKey === undefined) === (remoteKey === undefined)) return [];
  const [has, lacks] = localKey === undefined ? ['remote', 'local'] : ['local', 'remote'];
  return [createFinding(at, `${who} has a ${has} key and no ${lacks} one`, remedy)];
};

export const halfAKey: Rule = {
  id: 'TW-IKE-007',
  title: 'A pre-shared key for one direction only',
  why: '`pre-shared-key local` signs what this end says, `pre-shared-key remote` checks the peer; on an ASA they are `ikev2 local-authentication` and `ikev2 remote-authentication` of the tunnel group. With one of the two the exchange fails at the other (Cisco IOS Security Command Reference, pre-shared-key).',
  packs: { correctness: 'warning' },
  looksAt: ['ikev2-keyring', 'tunnel-group'],
  check: forEachDevice((device) => [
    ...device
      .all('ikev2-keyring')
      .flatMap((keyring) =>
        (keyring.noun.peers ?? [])
          .filter(({ key }) => key === undefined)
          .flatMap((peer) =>
            said(keyring, `the peer ${peer.name}`, peer, 'write key for both directions, or localKey and remoteKey'),
          ),
      ),
    ...device
      .all('tunnel-group')
      .filter(({ noun, name }) => noun.type === 'ipsec-l2l' && name !== 'DefaultL2LGroup')
      .flatMap((group) => {
        const { localKey, remoteKey, localCertificate, remoteCertificate } = group.noun.ipsec ?? {};
        const [local, remote] = [localKey ?? localCertificate, remoteKey ?? remoteCertificate];
        if (local === undefined && hasUnread(group, device, /^ikev2 local-authentication /)) return [];
        if (remote === undefined && hasUnread(group, device, /^ikev2 remote-authentication /)) return [];
        return said(
          group,
          'the peer',
          { localKey: local, remoteKey: remote },
          'write localKey and remoteKey, or a certificate',
        );
      }),
  ]),
};
