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

/** Deletions last, but for those that a change waits for: they stand right before it. */
export const inPlanOrder = <T>(
  changes: readonly T[],
  deletions: readonly T[],
  waits: (change: T, gone: T) => boolean,
): readonly T[] => {
  const early = new Set<T>();
  const ordered = changes.flatMap((change) => {
    const first = deletions.filter((gone) => !early.has(gone) && waits(change, gone));
    first.forEach((gone) => early.add(gone));
    return [...first, change];
  });
  return [...ordered, ...deletions.filter((gone) => !early.has(gone))];
};
