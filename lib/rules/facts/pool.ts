import type { Resource } from '../../model/network';
import type { NounOf } from '../../model/nouns';
import { meet, numeric, type Range } from './address';
import { createFinding, type Rule } from '../engine/rule';
import type { DeviceView } from '../engine/network-view';

export const poolRanges = ({ ranges }: Pick<NounOf<'address-pool'>, 'ranges'>): readonly Range[] =>
  (ranges ?? []).map(({ from, to }) => ({ from: numeric(from), to: numeric(to ?? from) }));

/** Addresses of a pool: its own, or those that it has on one firewall. */
export interface PoolPart {
  readonly at: Resource<'address-pool' | 'address-pool-override'>;
  /** The pool, where this program declares it. */
  readonly pool: Resource<'address-pool'> | undefined;
  readonly ranges: readonly Range[];
}
export const poolParts = (device: DeviceView): readonly PoolPart[] => [
  ...device.all('address-pool').map((pool) => ({ at: pool, pool, ranges: poolRanges(pool.noun) })),
  ...device
    .all('address-pool-override')
    .map((at) => ({ at, pool: device.to(at.noun.object), ranges: poolRanges(at.noun) })),
];

/** How many addresses a pool has. */
export const poolSize = (pool: NounOf<'address-pool'>): number =>
  poolRanges(pool).reduce((sum, { from, to }) => sum + to - from + 1, 0);

/** Addresses that something else has, and how it is called. */
export interface Taken extends Range {
  readonly what: string;
}

/** Asks of each pool whether some of its addresses are taken: on the device, and by those who use the pool. */
export const onPools =
  (
    onDevice: (device: DeviceView) => readonly Taken[],
    byUsers: (pool: Resource<'address-pool'>, device: DeviceView) => readonly Taken[],
    say: (clash: Taken) => readonly [message: string, remedy: string],
  ): Rule['check'] =>
  (network) =>
    network.devices.flatMap((device) => {
      const parts = poolParts(device);
      const everywhere = parts.length === 0 ? [] : onDevice(device);
      return parts.flatMap(({ at, pool, ranges }) => {
        const clash = [...everywhere, ...(pool === undefined ? [] : byUsers(pool, device))].find((other) =>
          ranges.some((each) => meet(each, other)),
        );
        return clash === undefined ? [] : [createFinding(at, ...say(clash))];
      });
    });
