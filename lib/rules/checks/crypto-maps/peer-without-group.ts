import type { DeviceView } from '../../engine/network-view';
import type { Resource } from '../../../model/network';
import { protectionOf } from '../../facts/profile';
import { createFinding, type Rule } from '../../engine/rule';

/** The group of peers that have none of their own, where it can prove anything. */
const takesEverybody = (device: DeviceView): boolean => {
  const own = device.find('tunnel-group', 'DefaultL2LGroup')?.noun.ipsec;
  return own !== undefined && [own.localKey, own.remoteKey, own.ikev1Key, own.localCertificate].some(Boolean);
};

const hasGroup = (peer: string, device: DeviceView): boolean =>
  device.find('tunnel-group', peer) !== undefined ||
  (device.read?.unreadable ?? []).some(({ kind, name }) => kind === 'tunnel-group' && name === peer) ||
  device.text.some((line) => line.startsWith(`tunnel-group ${peer} `));

/** Peers of which the tunnel groups are asked: those with a certificate are told by what it says. */
const peersOf = (end: Resource<'crypto-map-entry' | 'tunnel-interface'>, device: DeviceView): readonly string[] => {
  if (end.kind === 'crypto-map-entry') {
    const { trustpoint, peers = [] } = (end as Resource<'crypto-map-entry'>).noun;
    return trustpoint === undefined ? peers : [];
  }
  const { noun } = end as Resource<'tunnel-interface'>;
  const profile = protectionOf(noun, device);
  const isOfAsa = noun.ifname !== undefined && profile !== undefined;
  return isOfAsa && profile.noun.trustpoint === undefined && noun.destination !== undefined ? [noun.destination] : [];
};

export const peerWithoutGroup: Rule = {
  id: 'TW-MAP-001',
  title: 'A peer of an ASA without a tunnel group',
  why: 'What an ASA and its peer prove themselves with stands in the tunnel group that has the address of the peer as its name, of a crypto map and of a tunnel interface alike. Without one the peer lands in DefaultL2LGroup, which has no key, and is refused (Cisco ASA VPN configuration guide, LAN-to-LAN tunnel groups).',
  packs: { correctness: 'error' },
  looksAt: ['crypto-map-entry', 'tunnel-interface', 'tunnel-group'],
  ofWhole: true,
  check: (network) =>
    network.devices.flatMap((device) => {
      if (takesEverybody(device)) return [];
      return [...device.all('crypto-map-entry'), ...device.all('tunnel-interface')].flatMap((end) =>
        peersOf(end, device)
          .filter((peer) => !hasGroup(peer, device))
          .map((peer) =>
            createFinding(
              end,
              `its peer ${peer} has no tunnel group, so there is no key for it`,
              `write new TunnelGroup(device, '${peer}', { type: 'ipsec-l2l', ipsec: { localKey, remoteKey } })`,
            ),
          ),
      );
    }),
};
