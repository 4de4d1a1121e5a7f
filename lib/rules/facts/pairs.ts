import { isIpv4, networkOf } from '../../kernel/ip';
import { groupBy } from '../../kernel/group';
import { endOf, type End } from './end';
import { createFinding, type Finding } from '../engine/rule';
import type { NetworkView } from '../engine/network-view';

export type Pair = readonly [End, End];

const sameFirewall = ([a, b]: Pair): boolean =>
  a.device === b.device && a.tunnel.noun.device?.name === b.tunnel.noun.device?.name;

/** Addresses that are known must be those that the other end dials. */
const contradicts = (from: End, to: End): boolean => {
  const { destination } = from.tunnel.noun;
  return destination !== undefined && isIpv4(destination) && to.address !== undefined && to.address !== destination;
};
const arePair = (pair: Pair): boolean =>
  !sameFirewall(pair) && !contradicts(pair[0], pair[1]) && !contradicts(pair[1], pair[0]);

/** Two ends whose tunnel addresses are the two of one small network. */
const byNetwork = (ends: readonly End[]): readonly Pair[] => {
  const small = ends.flatMap((end) => {
    const { address } = end.tunnel.noun;
    return address === undefined || Number(address.split('/')[1]) < 29 ? [] : [{ end, network: networkOf(address) }];
  });
  return [...groupBy(small, ({ network }) => network).values()].flatMap((group): readonly Pair[] =>
    group.length === 2 ? [[group[0]!.end, group[1]!.end]] : [],
  );
};

/** Two ends that dial each other. */
const byDestination = (ends: readonly End[]): readonly Pair[] => {
  const calls = ends.flatMap((end) => {
    const { destination } = end.tunnel.noun;
    return end.address === undefined || destination === undefined
      ? []
      : [{ end, key: `${end.address} ${destination}` }];
  });
  const answers = groupBy(calls, ({ key }) => key);
  return calls.flatMap(({ end, key }): readonly Pair[] => {
    const back = key.split(' ').reverse().join(' ');
    const [other, ...more] = answers.get(back) ?? [];
    return other === undefined || more.length > 0 || key >= back ? [] : [[end, other.end]];
  });
};

const known = new WeakMap<NetworkView, readonly Pair[]>();

/** The tunnels of which both ends are known. Asked by several rules, found once. */
export const pairsOf = (network: NetworkView): readonly Pair[] => {
  const before = known.get(network);
  if (before !== undefined) return before;
  const ends = network.devices.flatMap((device) =>
    device.all('tunnel-interface').flatMap((tunnel) => endOf(tunnel, device) ?? []),
  );
  const all = [...byNetwork(ends), ...byDestination(ends)].filter(arePair);
  const unique = new Map(
    all.map((pair) => [
      pair
        .map(({ tunnel }) => tunnel.path)
        .sort()
        .join(' '),
      pair,
    ]),
  );
  const pairs = [...unique.values()];
  known.set(network, pairs);
  return pairs;
};

/** `edge Tunnel100`: an end as a message names it. */
export const called = ({ device, tunnel }: End): string => `${device.id} ${tunnel.name}`;

/** Asks each pair; what it says is said at the first end. */
export const onPairs =
  (ask: (here: End, there: End) => readonly (readonly [message: string, remedy: string])[]) =>
  (network: NetworkView): readonly Finding[] =>
    pairsOf(network).flatMap(([here, there]) =>
      ask(here, there).map(([message, remedy]) => createFinding(here.tunnel, message, remedy)),
    );
