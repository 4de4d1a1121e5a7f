import type { LedgerEntry } from '../plan/ledger';
import { platformOf } from '../platforms';
import type { ManifestTarget } from './manifest';

/** Everything ours or wanted to be: what has to be read, with what the ledger remembers of it. */
export const scopeOf = (target: ManifestTarget, entries: readonly LedgerEntry[]): readonly unknown[] => {
  const { dialect } = platformOf(target.platform);
  const identity = (content: unknown) => dialect.identity(content);
  const owned = new Map(entries.map(({ content }) => [identity(content), content]));
  const recalled = (content: unknown): unknown => {
    const known = owned.get(identity(content));
    return known === undefined || dialect.recalling === undefined ? content : dialect.recalling(content, known);
  };
  const all = [
    ...target.desired.items.map((i) => recalled(i.content)),
    ...target.desired.externals.map((e) => e.content),
    ...entries.map((e) => e.content),
  ];
  return [...new Map([...all].reverse().map((content) => [identity(content), content])).values()].reverse();
};
