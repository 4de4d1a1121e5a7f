import { isRef, type Ref } from '../model/noun';
import type { Declared } from './declare';

export const refIn = (value: unknown): Ref | undefined => (isRef(value) ? value : undefined);
export const firstOf = (value: unknown): unknown =>
  Array.isArray(value) ? (value as readonly unknown[])[0] : undefined;

/** The objects of a device that are declared, by what refers to them. */
export const finder = (declared: readonly Declared[]) => ({
  at: (to: unknown): Declared | undefined => {
    const ref = refIn(to);
    return declared.find(({ kind, name }) => kind === ref?.ref && name === ref.name);
  },
  named: (kind: string, name: string): Declared | undefined =>
    declared.find((each) => each.kind === kind && each.name === name),
  of: (kind: string): readonly Declared[] => declared.filter((each) => each.kind === kind),
});

/** The networks of an access list, where it permits each of some to each of others. */
export const selected = (
  list: Declared | undefined,
): { readonly near: readonly string[]; readonly far: readonly string[] } => {
  const entries = (list?.props['entries'] ?? []) as readonly Readonly<Record<string, unknown>>[];
  const all = (key: string): readonly string[] => [...new Set(entries.map((each) => String(each[key])))];
  return { near: all('source'), far: all('destination') };
};
