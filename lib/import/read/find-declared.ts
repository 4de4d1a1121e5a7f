import { groupBy } from '../../kernel/group';
import { addressOf, isRef, type Ref } from '../../model/noun';
import { endText, type End } from '../../model/shared/access-list';
import type { Declared } from './judge';
import { networksOf } from './networks';

export const refIn = (value: unknown): Ref | undefined => (isRef(value) ? value : undefined);
export const firstOf = (value: unknown): unknown =>
  Array.isArray(value) ? (value as readonly unknown[])[0] : undefined;
/** The one of a list that has no other. */
export const onlyOf = (value: unknown): unknown =>
  Array.isArray(value) && value.length === 1 ? firstOf(value) : undefined;

/** The objects of a device by address, and those of each kind in the order in which the file has them. */
interface Index {
  readonly byAddress: ReadonlyMap<string, Declared>;
  readonly byKind: ReadonlyMap<string, readonly Declared[]>;
}
/** Each tunnel of a device looks for its own among all objects. */
const indexes = new WeakMap<readonly Declared[], Index>();
const indexOf = (declared: readonly Declared[]): Index => {
  const known = indexes.get(declared);
  if (known !== undefined) return known;
  const index = {
    byAddress: new Map(declared.map((each) => [each.address, each])),
    byKind: groupBy(declared, ({ kind }) => kind),
  };
  indexes.set(declared, index);
  return index;
};

/** The objects of a device that are declared, by what refers to them. */
export const finder = (declared: readonly Declared[]) => {
  const { byAddress, byKind } = indexOf(declared);
  const named = (kind: string, name: string): Declared | undefined => byAddress.get(addressOf(kind, name));
  return {
    at: (to: unknown): Declared | undefined => {
      const ref = refIn(to);
      return ref && named(ref.ref, ref.name);
    },
    named,
    of: (kind: string): readonly Declared[] => byKind.get(kind) ?? [],
  };
};

/** What finds the objects of one device. */
export type Finder = ReturnType<typeof finder>;

/** The networks of an access list, where it permits each of some to each of others; objects by what they hold. */
export const selected = (
  list: Declared | undefined,
  { at }: Pick<Finder, 'at'>,
): { readonly near: readonly string[]; readonly far: readonly string[] } => {
  const entries = (list?.props['entries'] ?? []) as readonly Readonly<Record<string, unknown>>[];
  const networks = (end: unknown): readonly string[] =>
    typeof end === 'string' ? [end] : (networksOf(end, (to) => at(to)?.props) ?? [endText(end as End)]);
  const all = (key: string): readonly string[] => [...new Set(entries.flatMap((each) => networks(each[key])))];
  return { near: all('source'), far: all('destination') };
};
