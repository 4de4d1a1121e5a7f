import type { DeviceView } from '../../engine/network-view';
import { createFinding, forEachResource, type Rule } from '../../engine/rule';

/** The group of peers that have none of their own, where it can prove anything. */
const takesEverybody = (device: DeviceView): boolean => {
  const own = device.find('tunnel-group', 'DefaultL2LGroup')?.noun.ipsec;
  return own !== undefined && [own.localKey, own.remoteKey, own.ikev1Key, own.localCertificate].some(Boolean);
};

const hasGroup = (peer: string, device: DeviceView): boolean =>
  device.find('tunnel-group', peer) !== undefined ||
  (device.read?.unreadable ?? []).some(({ kind, name }) => kind === 'tunnel-group' && name === peer) ||
  device.text.some((line) => line.startsWith(`tunnel-group ${peer} `));

export const peerWithoutGroup: Rule = {
  id: 'TW-MAP-001',
  title: 'A peer of a crypto map without a tunnel group',
  why: 'What an ASA and its peer prove themselves with stands in the tunnel group that has the address of the peer as its name. Without one the peer lands in DefaultL2LGroup, which has no key, and is refused (Cisco ASA VPN configuration guide, LAN-to-LAN tunnel groups).',
  packs: { correctness: 'error' },
  looksAt: ['crypto-map-entry', 'tunnel-group'],
  ofWhole: true,
  check: forEachResource('crypto-map-entry', (entry, device) => {
    // Peers with a certificate are told by what it says.
    if (entry.noun.trustpoint !== undefined || takesEverybody(device)) return [];
    return (entry.noun.peers ?? [])
      .filter((peer) => !hasGroup(peer, device))
      .map((peer) =>
        createFinding(
          entry,
          `its peer ${peer} has no tunnel group, so there is no key for it`,
          `write new TunnelGroup(device, '${peer}', { type: 'ipsec-l2l', ipsec: { localKey, remoteKey } })`,
        ),
      );
  }),
};
