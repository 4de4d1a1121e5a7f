import type { Desired, Dialect, Item, Live } from '../desired/item';
import { groupBy } from '../kernel/group';
import type { Ledger, LedgerEntry } from './ledger';

/** What says whose an object is. */
export interface Owning<C, S> {
  readonly target: string;
  readonly desired: Desired<C>;
  readonly live: Live<C>;
  readonly ledger: Ledger<C>;
  readonly dialect: Dialect<C, S>;
  /** Addresses that were others before. */
  readonly moved?: readonly { readonly from: string; readonly to: string }[];
}

/** The ledger and what was moved, by address: each object of the plan asks for its own. */
export interface Index<C> {
  readonly entries: ReadonlyMap<string, LedgerEntry<C>>;
  readonly froms: ReadonlyMap<string, readonly string[]>;
  /** What is owned and no longer declared. */
  readonly orphans: readonly LedgerEntry<C>[];
}
export const indexOf = <C, S>({ ledger, desired, moved = [] }: Owning<C, S>): Index<C> => {
  const declared = new Set(desired.items.map(({ address }) => address));
  return {
    // The first of an address counts.
    entries: new Map([...ledger.entries].reverse().map((entry) => [entry.address, entry])),
    froms: new Map([...groupBy(moved, ({ to }) => to)].map(([to, all]) => [to, all.map(({ from }) => from)])),
    orphans: ledger.entries.filter(({ address }) => !declared.has(address)),
  };
};

/** Whether what was ours is gone, and another object has its name. */
export const isReplaced = <C, S>(
  { live, dialect }: Owning<C, S>,
  { content }: Pick<LedgerEntry<C>, 'content'>,
): boolean => {
  const seen = live.get(dialect.identity(content));
  return seen !== undefined && dialect.isOne?.(content, seen) === false;
};

/**
 * What the ledger has of an object that was renamed on the device and in the program: its former name is gone there, and the
 * new one is there. That it was moved the program says, or the device by what tells it from every other.
 */
const formerOf = <C, S>(
  owning: Owning<C, S>,
  { orphans, froms }: Index<C>,
  { address, content }: Item<C>,
): LedgerEntry<C> | undefined => {
  const { live, dialect } = owning;
  const seen = live.get(dialect.identity(content));
  if (seen === undefined) return undefined;
  const former = froms.get(address) ?? [];
  return (
    orphans.find((entry) => dialect.isOne?.(entry.content, seen) === true) ??
    orphans.find((entry) => former.includes(entry.address) && !live.has(dialect.identity(entry.content)))
  );
};

/** What the ledger has of a declared object, and the address that it has it under where that is another. */
export const ownedOf = <C, S>(
  owning: Owning<C, S>,
  index: Index<C>,
  item: Item<C>,
): { readonly entry?: LedgerEntry<C>; readonly moved?: string } => {
  const own = index.entries.get(item.address);
  if (own !== undefined) return isReplaced(owning, own) ? {} : { entry: own };
  const former = formerOf(owning, index, item);
  return former === undefined ? {} : { entry: former, moved: former.address };
};

/** What is declared and owned of one object under other addresses. */
export type Others<C> = (address: string, content: C) => readonly C[];
export const othersIn = <C, S>({ dialect, desired, ledger }: Owning<C, S>): Others<C> => {
  const all = groupBy([...desired.items, ...ledger.entries], ({ content }) => dialect.identity(content));
  return (address, content) => {
    const same = all.get(dialect.identity(content)) ?? [];
    // Most objects are one declaration.
    if (same.length === 1 && same[0]!.address === address) return [];
    return same.filter((one) => one.address !== address).map((one) => one.content);
  };
};

/** What of ours is gone while its name is still there: nobody would see it otherwise. */
export const replacedWords = <C, S>(owning: Owning<C, S>, isMoved: (address: string) => boolean): readonly string[] =>
  owning.ledger.entries
    .filter((entry) => !isMoved(entry.address) && isReplaced(owning, entry))
    .map(
      ({ content }) =>
        `${owning.dialect.identity(content)}: the one that is managed here is gone from ${owning.target}, and another one has its name, which is not ours`,
    );
