import { isSecretMarker, otherSecret } from '../../model/secret';
import type { SecretBook } from '../item';
import type { IniBlock } from './file';
import type { IniField, IniGrammar, KeyField, NumberedField, PartSlot, Slot } from './grammar';

/** One key of a section. Secrets stand as their markers. */
export interface IniEntry {
  readonly key: string;
  readonly text: string;
  /** What the value must look like once it is known. */
  readonly shape?: Slot['shape'];
  /** Live only: a key that the grammar does not know. It stays. */
  readonly unknown?: true;
}

/** What one noun is as a section of an INI file. */
export interface IniSection {
  readonly name: string;
  readonly ownership: 'exclusive' | 'lines';
  readonly entries: readonly IniEntry[];
  /** Ledger only, of sections of which we own lines: we made it. */
  readonly created?: true;
}

type Bag = Record<string, unknown>;
type AnyField = KeyField<unknown> | NumberedField<unknown>;
const fieldsOf = <N extends object>(grammar: IniGrammar<N>): readonly (readonly [string, AnyField])[] =>
  Object.entries<IniField<unknown>>(grammar.fields as never).map(([name, field]) => [name, field as AnyField] as const);

const keyAt = (stem: string, i: number, bareFirst: boolean): string =>
  bareFirst && i === 0 ? stem : `${stem}_${i + 1}`;

const entry = (key: string, text: string, { shape }: Pick<Slot, 'shape'>): IniEntry => ({
  key,
  text,
  ...(shape ? { shape } : {}),
});

const entriesOf = (field: AnyField, value: unknown): readonly IniEntry[] => {
  if (field.form === 'key') return [entry(field.key, field.print(value), field)];
  return (value as readonly unknown[]).flatMap((item, i) =>
    field.spread(item).flatMap((text, p) => {
      const part = field.parts[p]!;
      return text === undefined ? [] : [entry(keyAt(part.stem, i, field.bareFirst), text, part)];
    }),
  );
};

/** Writes a noun as a section. */
export const writeSection = <N extends object>(grammar: IniGrammar<N>, noun: N): IniSection => {
  const bag = noun as Bag;
  return {
    name: String(bag['name']),
    ownership: grammar.ownership,
    entries: fieldsOf(grammar).flatMap(([name, field]) => (bag[name] === undefined ? [] : entriesOf(field, bag[name]))),
  };
};

/** What the grammar says of a key: how it is spelled, or that it is a key of the same meaning as one that it writes. */
interface Known {
  readonly slot: Slot;
  readonly instead?: boolean;
}
const numberOf = (key: string, stem: string, bareFirst: boolean): number | undefined => {
  if (key === stem) return bareFirst ? 0 : undefined;
  const digits = key.startsWith(`${stem}_`) ? key.slice(stem.length + 1) : '';
  return /^[1-9]\d*$/.test(digits) ? Number(digits) - 1 : undefined;
};
const partAt = (key: string, slot: PartSlot, bareFirst: boolean): Known | undefined => {
  if (numberOf(key, slot.stem, bareFirst) !== undefined) return { slot };
  const other = slot.instead !== undefined && numberOf(key, slot.instead, bareFirst) !== undefined;
  return other ? { slot, instead: true } : undefined;
};
const known = (grammar: IniGrammar<Bag>, key: string): Known | undefined => {
  for (const [, field] of fieldsOf(grammar)) {
    if (field.form === 'key') {
      if (field.key === key) return { slot: field };
      if (field.instead?.includes(key)) return { slot: field, instead: true };
    } else
      for (const part of field.parts) {
        const found = partAt(key, part, field.bareFirst);
        if (found) return found;
      }
  }
  return undefined;
};

/**
 * Reads a live section in canonical spelling, in the order of the grammar. A secret that agrees with the declared one
 * stands as its marker, any other as one that says so; of keys that no noun knows the value is not kept.
 */
export const readSection = <N extends object>(
  grammar: IniGrammar<N>,
  block: IniBlock,
  book: SecretBook,
  wanted: IniSection | undefined,
): IniSection => {
  const any = grammar as unknown as IniGrammar<Bag>;
  const read = block.lines.flatMap(({ key, value }): readonly IniEntry[] => {
    if (key === undefined) return [];
    const found = known(any, key);
    if (found === undefined) return [{ key, text: otherSecret, unknown: true }];
    const { slot, instead } = found;
    if (!slot.secret) return [{ key, text: slot.canonical(value!) }];
    const declared = wanted?.entries.find((one) => one.key === key)?.text;
    const text = judged(book, declared, instead ? undefined : value!, `${block.name} / ${key}`);
    return [entry(key, text, instead ? {} : slot)];
  });
  return { name: block.name!, ownership: grammar.ownership, entries: inOrder(any, read) };
};

const judged = (book: SecretBook, declared: string | undefined, text: string | undefined, place: string): string => {
  if (declared === undefined || text === undefined) return otherSecret;
  if (isSecretMarker(declared)) return book.judge(declared, { text }, place);
  return text === declared ? text : otherSecret;
};

/** As they would be written, so that the order in the file makes no difference. */
const inOrder = (grammar: IniGrammar<Bag>, entries: readonly IniEntry[]): readonly IniEntry[] => {
  const rank = ({ key, unknown }: IniEntry): readonly [number, number, number] => {
    const all = fieldsOf(grammar);
    const none = [all.length, 0, 0] as const;
    if (unknown) return none;
    for (const [at, [, field]] of all.entries()) {
      if (field.form === 'key') {
        if (field.key === key || field.instead?.includes(key)) return [at, 0, field.key === key ? 0 : 1];
        continue;
      }
      for (const [p, part] of field.parts.entries()) {
        const n = [part.stem, part.instead].map((stem) => stem && numberOf(key, stem, field.bareFirst));
        const found = n.find((one): one is number => typeof one === 'number');
        if (found !== undefined) return [at, found, p];
      }
    }
    return none;
  };
  const compare = (a: readonly number[], b: readonly number[]): number =>
    a.map((n, i) => n - b[i]!).find((n) => n !== 0) ?? 0;
  return entries
    .map((one) => ({ one, rank: rank(one) }))
    .sort((a, b) => compare(a.rank, b.rank))
    .map(({ one }) => one);
};

/** The noun that a section says; secrets as they stand there. Not yet checked by the noun's schema. */
export const nounOfSection = <N extends object>(
  grammar: IniGrammar<N>,
  name: string,
  entries: readonly Pick<IniEntry, 'key' | 'text'>[],
): Partial<N> => {
  const texts = new Map(entries.map(({ key, text }) => [key, text]));
  const values = fieldsOf(grammar).flatMap(([field, how]): readonly (readonly [string, unknown])[] => {
    if (how.form === 'key') {
      const text = texts.get(how.key);
      const value = text === undefined ? undefined : how.read(text);
      return value === undefined ? [] : [[field, value]];
    }
    const numbers = [...texts.keys()].flatMap((key) =>
      how.parts.flatMap(({ stem }) => numberOf(key, stem, how.bareFirst) ?? []),
    );
    const items = [...new Set(numbers)]
      .sort((a, b) => a - b)
      .flatMap((i) => {
        const item = how.gather(how.parts.map(({ stem }) => texts.get(keyAt(stem, i, how.bareFirst))));
        return item === undefined ? [] : [item];
      });
    return items.length === 0 ? [] : [[field, items]];
  });
  return { name, ...Object.fromEntries(values) } as unknown as Partial<N>;
};
