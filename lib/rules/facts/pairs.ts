import { isIpv4, networkOf } from '../../kernel/ip';
import { groupBy } from '../../kernel/group';
import { claimOf, isClaimTaken } from './claim';
import { byConstruct, byConstructOfHubs } from './construct-pairs';
import { dialledBy, ofClients, ofRemoteAccess } from './client-ends';
import { isTaken, type End } from './end';
import { ofAsaTunnel, ofEndpoints, ofMapEntries } from './firewall-ends';
import { ofTemplates, ofTunnel } from './router-ends';
import { selectorsOf } from './selectors';
import { createFinding, type Finding } from '../engine/rule';
import type { DeviceView, NetworkView } from '../engine/network-view';

export type Pair = readonly [End, End];

/** An end dials addresses, and none of those that the other is known to have. */
export const isMisdialled = (from: End, to: End): boolean =>
  from.dials.length > 0 &&
  from.dials.every(isIpv4) &&
  to.addresses.length > 0 &&
  !from.dials.some((address) => to.addresses.includes(address));
/** An end dials an address that the other is known to have. */
const isDialled = (from: End, to: End): boolean => from.dials.some((address) => to.addresses.includes(address));

/** Where both dial and neither finds the other, they are ends of other tunnels; one that finds it shows that the other errs. */
const arePair = ([a, b]: Pair): boolean => {
  if (a.firewall === b.firewall) return false;
  const [there, back] = [isMisdialled(a, b), isMisdialled(b, a)];
  return (!there && !back) || (there && isDialled(b, a)) || (back && isDialled(a, b));
};

/** Two ends whose tunnel addresses are the two of one small network. */
const byNetwork = (ends: readonly End[]): readonly Pair[] => {
  const small = ends.flatMap((end) => {
    const address = end.tunnel?.noun.address;
    return address === undefined || Number(address.split('/')[1]) < 29 ? [] : [{ end, network: networkOf(address) }];
  });
  return [...groupBy(small, ({ network }) => network).values()].flatMap((group): readonly Pair[] =>
    group.length === 2 ? [[group[0]!.end, group[1]!.end]] : [],
  );
};

/** Two ends that dial each other. */
const byDestination = (ends: readonly End[]): readonly Pair[] => {
  const calls = ends.flatMap((end) =>
    end.addresses.flatMap((address) => end.dials.map((dialled) => ({ end, key: `${address} ${dialled}` }))),
  );
  const answers = groupBy(calls, ({ key }) => key);
  return calls.flatMap(({ end, key }): readonly Pair[] => {
    const back = key.split(' ').reverse().join(' ');
    const [other, ...more] = answers.get(back) ?? [];
    return other === undefined || more.length > 0 || key >= back ? [] : [[end, other.end]];
  });
};

/** Policy-based ends that protect the same networks, seen from both sides, and that are alone in that. */
const bySelectors = (ends: readonly End[], network: NetworkView): readonly Pair[] => {
  const byObject = new Map(ends.map((end) => [end.at, end]));
  const seen = selectorsOf(network).flatMap(({ at, here, there }) => {
    const end = byObject.get(at);
    return end === undefined ? [] : [{ end, here, there }];
  });
  const answers = groupBy(seen, ({ here, there }) => `${there} ${here}`);
  return seen.flatMap(({ end, here, there }): readonly Pair[] => {
    const [other, ...more] = answers.get(`${here} ${there}`) ?? [];
    const back = answers.get(`${there} ${here}`)!;
    return other === undefined || more.length > 0 || back.length > 1 || here >= there ? [] : [[end, other.end]];
  });
};

/** A peer that dials in, and the profile that takes it: by the address that it dials, else by what it says of itself. */
const byTemplate = (ends: readonly End[], hubs: readonly End[]): readonly Pair[] => {
  if (hubs.length === 0) return [];
  const byAddress = groupBy(
    hubs.flatMap((hub) => hub.addresses.map((address) => ({ hub, address }))),
    ({ address }) => address,
  );
  return ends.flatMap((end): readonly Pair[] => {
    const dialled = end.dials.flatMap((address) => byAddress.get(address) ?? []).map(({ hub }) => hub);
    const there = [...new Set(dialled)].filter((hub) => hub.device !== end.device);
    const claim = claimOf(end, undefined);
    if (there.length === 1 || claim === undefined) return there.length === 1 ? [[end, there[0]!]] : [];
    const isByName = claim[0] !== 'address' && claim[0] !== 'dn';
    const candidates = there.length > 0 ? there : isByName && end.dials.length > 0 ? hubs : [];
    const [hub, ...more] = candidates.filter((each) => each.device !== end.device && isClaimTaken(each, claim));
    return hub === undefined || more.length > 0 ? [] : [[end, hub]];
  });
};

/** A client and what answers it on the device that it dials, where one alone takes how it proves itself. */
const byClient = (headends: readonly End[], network: NetworkView): readonly Pair[] => {
  const clients = network.devices.flatMap(ofClients);
  const byDevice = groupBy(clients.length === 0 ? [] : headends, ({ device }) => device);
  return clients.flatMap((client): readonly Pair[] => {
    const device = dialledBy(client, network);
    const all = (device && byDevice.get(device)) ?? [];
    const fitting = all.filter(({ takes }) => takes.length === 0 || isTaken(client.proves!, takes));
    const [headend, ...more] = fitting.length > 0 ? fitting : all;
    return headend === undefined || more.length > 0 ? [] : [[client, headend]];
  });
};

const findEnds = (device: DeviceView): readonly End[] => [
  ...device
    .all('tunnel-interface')
    .filter(({ noun }) => noun.protection !== undefined && !noun.shutdown)
    .flatMap((tunnel) => ofTunnel(tunnel, device) ?? ofAsaTunnel(tunnel, device) ?? []),
  ...ofEndpoints(device),
  ...ofMapEntries(device),
];

const knownEnds = new WeakMap<DeviceView, readonly End[]>();

/** All static ends of a device: those that know their peer. Asked by several rules, found once. */
export const endsOn = (device: DeviceView): readonly End[] => {
  const known = knownEnds.get(device) ?? findEnds(device);
  knownEnds.set(device, known);
  return known;
};

/** All ends of a network, those that dial and those that are dialled by whom they do not know. */
export const endsOf = (
  network: NetworkView,
): { readonly dialling: readonly End[]; readonly answering: readonly End[] } => ({
  dialling: network.devices.flatMap(endsOn),
  answering: [...network.devices.flatMap(ofTemplates), ...network.devices.flatMap(ofRemoteAccess)],
});

const found = new WeakMap<NetworkView, readonly Pair[]>();

const findPairs = (network: NetworkView): readonly Pair[] => {
  const ends = network.devices.flatMap(endsOn);
  const seen = [...byNetwork(ends), ...byDestination(ends), ...bySelectors(ends, network)].filter(arePair);
  const leftOf = (pairs: readonly Pair[], among: readonly End[]): readonly End[] => {
    const paired = new Set(pairs.flat());
    return among.filter((end) => !paired.has(end));
  };
  const sure = [...seen, ...byConstruct(leftOf(seen, ends)).filter(arePair)];
  const templates = network.devices.flatMap(ofTemplates);
  const dialling = leftOf(sure, ends);
  const toTemplates = byTemplate(dialling, templates);
  const dialIn = [
    ...toTemplates,
    ...byConstructOfHubs(leftOf(toTemplates, dialling), templates),
    ...byClient([...templates, ...network.devices.flatMap(ofRemoteAccess)], network),
  ];
  const key = (pair: Pair): string =>
    pair
      .map(({ at }) => at.path)
      .sort()
      .join(' ');
  return [...new Map([...sure, ...dialIn].map((pair) => [key(pair), pair])).values()];
};

/**
 * The tunnels of which both ends are known. Asked by several rules, found once. Of a peer that dials in and its hub the peer
 * comes first: what is wrong with the hub is then one fact of all its peers.
 */
export const pairsOf = (network: NetworkView): readonly Pair[] => {
  const before = found.get(network);
  if (before !== undefined) return before;
  const pairs = findPairs(network);
  found.set(network, pairs);
  return pairs;
};

/** `edge Tunnel100`: an end as a message names it. */
export const called = ({ device, at }: End): string => `${device.id} ${at.name}`;

/** Asks each pair; what it says is said at the first end. */
export const onPairs =
  (ask: (here: End, there: End) => readonly (readonly [message: string, remedy: string])[]) =>
  (network: NetworkView): readonly Finding[] =>
    pairsOf(network).flatMap(([here, there]) =>
      ask(here, there).map(([message, remedy]) => createFinding(here.at, message, remedy)),
    );

/** Asks each end of each pair of its peer; what it says is said at that end. */
export const onEnds =
  (ask: (end: End, peer: End) => readonly Finding[]) =>
  (network: NetworkView): readonly Finding[] =>
    pairsOf(network).flatMap(([a, b]) => [...ask(a, b), ...ask(b, a)]);
