import { groupBy } from '../../kernel/group';
import { networkOf } from '../../kernel/ip';
import type { End } from './end';

/** The constructs that a path lies in below the stack, the nearest first. */
const ancestors = (path: string): readonly string[] => {
  const parts = path.split('/');
  return Array.from({ length: Math.max(parts.length - 2, 0) }, (_, i) =>
    parts.slice(0, parts.length - 1 - i).join('/'),
  );
};
const within = (ends: readonly End[]): ReadonlyMap<string, readonly End[]> => {
  const places = ends.flatMap((end) => ancestors(end.at.path).map((above) => ({ end, above })));
  return new Map([...groupBy(places, ({ above }) => above)].map(([above, all]) => [above, all.map(({ end }) => end)]));
};

const otherNetworks = (a: End, b: End): boolean => {
  const [one, other] = [a.tunnel?.noun.address, b.tunnel?.noun.address];
  return one !== undefined && other !== undefined && networkOf(one) !== networkOf(other);
};
/** A module may make tunnels that lead elsewhere: those have other networks, or one peer. */
const mayMeet = (a: End, b: End): boolean =>
  a.firewall !== b.firewall &&
  a.tunnel !== undefined &&
  b.tunnel !== undefined &&
  !otherNetworks(a, b) &&
  !a.dials.some((address) => b.dials.includes(address));

/** Two ends that the nearest construct with ends of several devices contains, and no third: it declares both. */
export const byConstruct = (ends: readonly End[]): readonly (readonly [End, End])[] => {
  const inside = within(ends);
  return ends.flatMap((end) => {
    const above = ancestors(end.at.path).find((each) =>
      inside.get(each)!.some(({ firewall }) => firewall !== end.firewall),
    );
    const both = above === undefined ? [] : inside.get(above)!;
    // A hub's construct has the ends of all spokes: each asks, and none may look at all.
    if (both.length !== 2 || both[0] !== end) return [];
    const [first, second] = [both[0], both[1]!];
    return mayMeet(first, second) ? [[first, second] as const] : [];
  });
};

/** A peer that dials in, and the hubs that the same construct declares: it calls one after the other. */
export const byConstructOfHubs = (ends: readonly End[], hubs: readonly End[]): readonly (readonly [End, End])[] => {
  const inside = within(hubs);
  return ends.flatMap((end) => {
    const above = ancestors(end.at.path).find((each) => inside.has(each));
    const there = above === undefined || end.dials.length === 0 ? [] : inside.get(above)!;
    return there.filter(({ device }) => device !== end.device).map((hub) => [end, hub] as const);
  });
};
