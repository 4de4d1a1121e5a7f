import { groupBy } from '../../kernel/group';
import type { Diagram, DiagramDevice, DiagramEnd, DiagramLink } from '../../model/diagram';
import type { Resource } from '../../model/network';
import type { UnmanagedPeer } from '../../model/unmanaged-peer';
import { platformOf } from '../../platforms';
import type { DeviceView, NetworkView } from '../engine/network-view';
import { serviceLinks, type Drawn } from './diagram-services';
import type { End } from './end';
import { endsOf, pairsOf } from './pairs';

const targetDevice = (device: DeviceView): DiagramDevice => {
  const platform = platformOf(device.platform);
  const title = `${platform.title} ${device.release ?? ''}`.trim();
  return {
    id: device.id,
    name: device.id,
    role: platform.role,
    target: device.id,
    detail: `${title}, ${platform.where(device.settings)}`,
  };
};

/** A firewall behind a manager: the plan of the manager changes it. */
const behind = (manager: DeviceView, name: string): Drawn => ({
  devices: [
    {
      id: `${manager.id}/${name}`,
      name,
      role: 'firewall',
      target: manager.id,
      detail: `behind ${manager.id}`,
    },
  ],
  links: [{ kind: 'manages', ends: [{ device: manager.id }, { device: `${manager.id}/${name}` }] }],
});

/** The name of the firewall behind a manager that an end is of. */
const firewallOf = ({ device, firewall }: End): string | undefined =>
  firewall === device.path ? undefined : firewall.slice(device.path.length + 1);

/** The topology of an end behind a manager: its sessions are called by it. */
const sessionOf = (end: End): string | undefined => {
  const name = firewallOf(end);
  return end.device
    .all('vpn-endpoint')
    .find(
      ({ noun, path }) =>
        noun.device?.name === name &&
        (path === end.at.path || (noun.interface as { readonly name?: string } | undefined)?.name === end.at.name),
    )?.noun.topology.name;
};

const drawnEnd = (end: End): DiagramEnd => {
  const name = firewallOf(end);
  const session = name === undefined ? undefined : sessionOf(end);
  const address = end.tunnel?.noun.address;
  const [outside] = end.addresses;
  return {
    device: name === undefined ? end.device.id : `${end.device.id}/${name}`,
    name: end.at.name,
    path: end.at.path,
    ...(session === undefined ? {} : { session }),
    ...(address === undefined ? {} : { address }),
    ...(outside === undefined ? {} : { outside }),
  };
};

const isFiles = ({ device }: End): boolean => platformOf(device.platform).role === 'files';

const ofPairs = (network: NetworkView): readonly DiagramLink[] =>
  pairsOf(network).map((pair) => ({
    kind: pair.some(isFiles) ? 'access' : 'tunnel',
    ends: [drawnEnd(pair[0]), drawnEnd(pair[1])],
  }));

const peerName = ({ path, address }: UnmanagedPeer): string => path.split('/').at(-1) ?? address;

/** A peer that no target is, as far as something is known of it. */
const peerDevice = (address: string, peer: UnmanagedPeer | undefined): DiagramDevice => ({
  id: peer === undefined ? `peer ${address}` : `peer ${peer.path}`,
  name: peer === undefined ? address : peerName(peer),
  role: 'peer',
  detail: peer === undefined || peer.address !== 'dynamic' ? `not managed here, ${address}` : 'not managed here, calls',
});

/** Tunnels to peers that are dialled and are not of this stack. */
const toPeers = (ends: readonly End[], peers: readonly UnmanagedPeer[]): Drawn => {
  const byAddress = new Map(peers.map((peer) => [peer.address, peer]));
  const all = ends.flatMap((end) => {
    const address = end.dials.find((each) => byAddress.has(each)) ?? end.dials[0];
    return address === undefined ? [] : [{ end, device: peerDevice(address, byAddress.get(address)), address }];
  });
  return {
    devices: all.map(({ device }) => device),
    links: all.map(({ end, device, address }) => ({
      kind: 'tunnel',
      ends: [drawnEnd(end), { device: device.id, outside: address }],
    })),
  };
};

/** Peers that call: known by the address of ours in the tunnel, else by the one that they dial. */
const fromPeers = (ends: readonly End[], peers: readonly UnmanagedPeer[]): Drawn => {
  const byInside = groupBy(ends, ({ tunnel }) => tunnel?.noun.address?.split('/')[0]);
  const byOutside = new Map(ends.flatMap((end) => end.addresses.map((address) => [address, end] as const)));
  const all = peers.flatMap((peer) =>
    peer.ends.flatMap(({ tunnel, address }) => {
      const inside = tunnel === undefined ? [] : (byInside.get(tunnel.split('/')[0]) ?? []);
      const end = inside.length === 1 ? inside[0] : byOutside.get(address);
      return end === undefined ? [] : [{ end, device: peerDevice(peer.address, peer) }];
    }),
  );
  return {
    devices: all.map(({ device }) => device),
    links: all.map(({ end, device }) => ({ kind: 'tunnel', ends: [drawnEnd(end), { device: device.id }] })),
  };
};

/** The firewalls that remote access behind a manager is for. */
const assignedTo = ({ device, at }: End): readonly string[] => {
  const policy = (at as Resource<'ra-crypto-map'>).noun.policy;
  return device
    .all('policy-assignment')
    .filter(({ noun }) => noun.policy.name === policy.name)
    .flatMap(({ noun }) => noun.devices.map(({ name }) => name));
};

const usersOf = (end: End, at: DiagramEnd): Drawn => {
  const isPerson = end.at.kind !== 'ikev2-profile' || end.takes.some((method) => method.startsWith('eap'));
  const id = `users of ${at.device}`;
  const device: DiagramDevice = {
    id,
    name: isPerson ? 'Remote users' : 'Callers',
    role: 'users',
    detail: isPerson ? 'dial in' : 'peers that call',
  };
  return { devices: [device], links: [{ kind: 'access', ends: [{ device: id }, at] }] };
};

/** Who dials in where no caller is declared. */
const dialIns = (answering: readonly End[]): Drawn => {
  const all = answering.flatMap((end): readonly Drawn[] => {
    if (end.at.kind !== 'ra-crypto-map') return [usersOf(end, drawnEnd(end))];
    return assignedTo(end).map((name) => {
      const device = behind(end.device, name);
      const users = usersOf(end, { ...drawnEnd(end), device: `${end.device.id}/${name}` });
      return { devices: [...device.devices, ...users.devices], links: [...device.links, ...users.links] };
    });
  });
  return joined(all);
};

const joined = (all: readonly Drawn[]): Drawn => ({
  devices: all.flatMap(({ devices }) => devices),
  links: all.flatMap(({ links }) => links),
});

const linkKey = ({ kind, ends }: DiagramLink): string =>
  [kind, ...ends.flatMap(({ device, path = '' }) => [device, path])].join('\n');

/** The devices of a stack and what connects them. `peers`: the ends of its VPNs that no target is. */
export const diagramOf = (network: NetworkView, peers: readonly UnmanagedPeer[] = []): Diagram => {
  const { dialling, answering } = endsOf(network);
  const paired = new Set(pairsOf(network).flatMap((pair) => pair.map(({ at }) => at)));
  const alone = dialling.filter(({ at }) => !paired.has(at));
  const dialled = toPeers(alone, peers);
  const known = new Set(dialled.devices.map(({ id }) => id));
  const waiting = peers.filter((peer) => !known.has(peerDevice(peer.address, peer).id));
  const called = fromPeers([...dialling, ...answering], waiting);
  const open = answering.filter(
    ({ at }) => !paired.has(at) && !called.links.some(({ ends }) => ends[0].path === at.path),
  );
  const firewalls = dialling.flatMap((end) => {
    const name = firewallOf(end);
    return name === undefined ? [] : [behind(end.device, name)];
  });
  const parts = joined([
    { devices: network.devices.map(targetDevice), links: ofPairs(network) },
    ...firewalls,
    dialled,
    called,
    dialIns(open),
  ]);
  const { devices, links } = joined([parts, serviceLinks(network, parts.links)]);
  return {
    devices: [...new Map(devices.map((device) => [device.id, device])).values()],
    links: [...new Map(links.map((link) => [linkKey(link), link])).values()],
  };
};
