import type { Resource } from '../../model/network';
import type { NounOf } from '../../model/nouns';
import { meet, numeric, type Range } from './address';
import { createFinding, forEachResource, type Rule } from '../engine/rule';
import type { DeviceView } from '../engine/network-view';

export const poolRanges = ({ ranges }: NounOf<'address-pool'>): readonly Range[] =>
  (ranges ?? []).map(({ from, to }) => ({ from: numeric(from), to: numeric(to ?? from) }));

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
      const everywhere = device.all('address-pool').length === 0 ? [] : onDevice(device);
      return forEachResource('address-pool', (pool) => {
        const ranges = poolRanges(pool.noun);
        const clash = [...everywhere, ...byUsers(pool, device)].find((other) =>
          ranges.some((each) => meet(each, other)),
        );
        return clash === undefined ? [] : [createFinding(pool, ...say(clash))];
      })({ ...network, devices: [device] });
    });
