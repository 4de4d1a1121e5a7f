import { createFinding, forEachDevice, type Rule } from '../../engine/rule';

export const defaultGroupKey: Rule = {
  id: 'TW-IKE-028',
  title: 'A key for peers without a tunnel group',
  why: 'An ASA asks the key of DefaultL2LGroup of every peer that has no tunnel group of its own. It is the only way in for a peer whose address is not known and who has no certificate; who has the key can play each of them (Cisco ASA VPN configuration guide, LAN-to-LAN tunnel groups).',
  packs: { correctness: 'warning' },
  looksAt: ['tunnel-group'],
  check: forEachDevice((device) => {
    const group = device.find('tunnel-group', 'DefaultL2LGroup');
    const { remoteKey, ikev1Key } = group?.noun.ipsec ?? {};
    return group === undefined || (remoteKey ?? ikev1Key) === undefined
      ? []
      : [
          createFinding(
            group,
            'has a key, so all peers without a tunnel group of their own share it',
            'write certificates, or give the peer a fixed address and a group of its own',
          ),
        ];
  }),
};
