import type { NounOf } from '../model/nouns';
import { numeric, type Range } from './address';

export const poolRanges = ({ ranges }: NounOf<'address-pool'>): readonly Range[] =>
  (ranges ?? []).map(({ from, to }) => ({ from: numeric(from), to: numeric(to ?? from) }));

/** How many addresses a pool has. */
export const poolSize = (pool: NounOf<'address-pool'>): number =>
  poolRanges(pool).reduce((sum, { from, to }) => sum + to - from + 1, 0);
