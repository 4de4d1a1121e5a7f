import { topological } from '../kernel/graph';

interface Referring {
  readonly address: string;
  readonly refs: readonly string[];
}

/** What refers to others comes before them, so that nothing in use is deleted. */
export const inDeletionOrder = <T extends Referring>(entries: readonly T[]): readonly T[] =>
  [
    ...topological(
      entries,
      (entry) => entry.address,
      (entry) => entry.refs,
    ).ordered,
  ].reverse();
