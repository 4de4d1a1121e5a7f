import type { Item } from '../desired/item';
import type { LedgerEntry } from '../plan/ledger';
import { platformOf } from '../platforms';
import type { ManifestTarget } from './manifest';

/** Everything ours or wanted to be: what has to be read, with what the ledger remembers of it. */
export const scopeOf = (target: ManifestTarget, entries: readonly LedgerEntry[]): readonly unknown[] => {
  const { dialect } = platformOf(target.platform);
  const identity = (content: unknown) => dialect.identity(content);
  const owned = new Map(entries.map(({ content }) => [identity(content), content]));
  // `state mv` gives an object another address before it has another name there.
  const byAddress = new Map(entries.map(({ address, content }) => [address, content]));
  const recalled = ({ address, content }: Item<unknown>): unknown => {
    const known = byAddress.get(address) ?? owned.get(identity(content));
    return known === undefined || dialect.recalling === undefined ? content : dialect.recalling(content, known);
  };
  const all = [
    ...target.desired.items.map(recalled),
    ...target.desired.externals.map((e) => e.content),
    ...entries.map((e) => e.content),
  ];
  return [...new Map([...all].reverse().map((content) => [identity(content), content])).values()].reverse();
};
