import { sameJson } from '../../kernel/json';
import { holdsSecretMarker, leadOfSecret, masked } from '../../model/secret';
import type { Field, Fields, Line, Lines, Submode } from './grammar';
import { parseTree, type Node } from './tree';

/** One line below a header, in canonical spelling. */
export interface Entry {
  /** Lines with one slot replace each other; an additive line is its own slot. */
  readonly key: string;
  readonly text: string;
  /** What removes it. */
  readonly undo: string;
  /** Several may stand side by side. */
  readonly additive?: boolean;
  /** The device leaves it out, because it is its default. */
  readonly hidden?: boolean;
  /** It cannot be typed over another of its slot: that one is negated first. */
  readonly replaceByNegation?: boolean;
  /** Lines with one value here stand in an order that means something. */
  readonly ordered?: string;
  /** The device keeps several that say the same: the key of each but the first has its count behind it. */
  readonly repeats?: boolean;
  /** Leads of lines that the device takes away when this one is typed or goes. */
  readonly resets?: readonly string[];
  /** What the object was made with: never typed over. */
  readonly immutable?: boolean;
  /** A block whose lines are of everybody, as those of a section with `ownership: 'lines'` are. */
  readonly shared?: boolean;
  /** Live only, of a shared block: lines of others stand in it, so that ours alone go. */
  readonly held?: boolean;
  /** No grammar entry knows it: kept verbatim. */
  readonly unknown?: boolean;
  readonly children?: readonly Entry[];
}

export type Bag = Record<string, unknown>;
type Named = readonly (readonly [string, Field<unknown>])[];
const entriesByFields = new WeakMap<object, Named>();
export const fieldsOf = <N extends object>(fields: Fields<N>): Named => {
  const known = entriesByFields.get(fields);
  if (known !== undefined) return known;
  const named = Object.entries<Field<unknown>>(fields);
  entriesByFields.set(fields, named);
  return named;
};
/** Words with one blank between them. Every line of a configuration passes here several times, hence the plain loop. */
export const join = (first: readonly string[], second?: readonly string[]): string => {
  if (second === undefined || second.length === 0) return first.length === 1 ? first[0]! : first.join(' ');
  const head = first.length === 1 ? first[0]! : first.join(' ');
  const tail = second.length === 1 ? second[0]! : second.join(' ');
  return head === '' ? tail : `${head} ${tail}`;
};
export const negated = (text: string): string => (text.startsWith('no ') ? text.slice(3) : `no ${text}`);

/** A secret is never typed to be taken away: its slot is enough. */
const undoOf = (slot: string, text: string, bySlot = false): string =>
  negated(bySlot || (text.includes('<') && holdsSecretMarker(text)) ? slot : text);

type Made = { -readonly [F in keyof Entry]: Entry[F] };

const lineOf = (field: Lines<readonly unknown[]>, item: unknown): Entry => {
  const text = join(field.lead, field.words.print(item));
  const slot = field.key === undefined ? text : join(field.lead, field.key(item));
  const undo = field.undo === undefined ? undoOf(slot, text) : join(field.undo(item));
  const made: Made = { key: slot, text, undo, additive: true };
  if (field.replaceByNegation) made.replaceByNegation = true;
  if (field.ordered) made.ordered = join(field.lead);
  if (field.repeats?.(item)) made.repeats = true;
  return made;
};

/** Entries that may stand several times, each with a key of its own. */
export const counted = (entries: readonly Entry[]): readonly Entry[] => {
  if (!entries.some(({ repeats, children }) => repeats || children)) return entries;
  const seen = new Map<string, number>();
  const all = entries.map((entry) => {
    if (entry.children) {
      const children = counted(entry.children);
      return children === entry.children ? entry : { ...entry, children };
    }
    if (!entry.repeats) return entry;
    const count = (seen.get(entry.text) ?? 0) + 1;
    seen.set(entry.text, count);
    return count === 1 ? entry : { ...entry, key: `${entry.text} (${count})` };
  });
  return all.every((entry, i) => entry === entries[i]) ? entries : all;
};

/** The one line of a field. */
const singleOf = (field: Line<unknown>, value: unknown): Entry => {
  const [slot, text] = [join(field.lead), join(field.lead, field.words.print(value))];
  const undo = field.restore ?? (field.undo ? join(field.undo(value)) : undoOf(slot, text, field.undoByLead));
  const made: Made = { key: slot, text, undo };
  if (field.defaultOmitted !== undefined && sameJson(field.defaultOmitted, value)) made.hidden = true;
  if (field.resets) made.resets = field.resets;
  if (field.last) made.additive = true;
  if (field.immutable) made.immutable = true;
  return made;
};

/** `standby 1` in front of a line and of what removes it. */
export const behind = (prefix: string, entry: Entry): Entry => ({
  ...entry,
  key: `${prefix} ${entry.key}`,
  text: `${prefix} ${entry.text}`,
  undo: `no ${prefix} ${negated(entry.undo)}`,
});

export const below = (children: readonly Entry[]): { children?: readonly Entry[] } =>
  children.length > 0 ? { children } : {};
export const asItIs = (node: Node): Entry => ({
  key: node.text,
  text: node.text,
  undo: negated(node.text),
  additive: true,
  ...below(node.children.map(asItIs)),
});

/** A line that no noun knows may hold a secret all the same: then only its leading words are kept. */
export const unknownEntry = (node: Node): Entry => ({
  key: masked(node.text),
  text: masked(node.text),
  undo: negated(leadOfSecret(node.text) ?? node.text),
  unknown: true,
  ...below(node.children.map(unknownEntry)),
});

/** The header of a sub-mode, whatever stands in it. */
export const headOf = (field: Submode, head: Bag): Entry => {
  const text = join(field.lead, field.head?.print(head));
  const kind = {
    ...(field.many ? { additive: true } : field.immutable ? { immutable: true } : {}),
    ...(field.shared ? { shared: true } : {}),
  };
  return { key: field.many ? text : join(field.lead), text, undo: negated(text), ...kind };
};
/** A sub-mode with what stands in it; one without a head of its own is there only with something in it. */
export const submodeOf = (field: Submode, head: Bag, children: readonly Entry[]): readonly Entry[] =>
  field.head === undefined && children.length === 0 ? [] : [{ ...headOf(field, head), children }];

/** The lines of a field that has this value. */
export const entriesFor = (field: Field<unknown>, value: unknown): readonly Entry[] => {
  switch (field.form) {
    case 'line':
      return [singleOf(field, value)];
    case 'lines':
      return (value as readonly unknown[]).map((item) => lineOf(field as Lines<readonly unknown[]>, item));
    case 'flag': {
      const slot = join(field.lead);
      const text = value === true ? slot : negated(slot);
      return [{ key: slot, text, undo: negated(text), ...(value === field.standard ? { hidden: true } : {}) }];
    }
    case 'blocks':
      return (value as readonly Bag[]).map((item) => {
        const text = join(field.lead, [String(item[field.key])]);
        return { key: text, text, undo: negated(text), additive: true, children: entriesOf(field.fields, item) };
      });
    case 'submode':
      return ((field.many ? value : [value]) as readonly Bag[]).flatMap((item) =>
        submodeOf(field, item, entriesOf(field.fields, item)),
      );
    case 'prefixed':
      return (value as readonly Bag[]).flatMap((item) => {
        const prefix = join(field.lead, field.words.print(item[field.key]));
        return entriesOf(field.fields, item).map((entry) => behind(prefix, entry));
      });
    case 'verbatim':
      return parseTree((value as readonly string[]).join('\n'), field.syntax).map(asItIs);
    case 'in-header':
    case 'operation':
    case 'refused':
      return [];
  }
};

export const entriesOf = (fields: Fields<Bag>, noun: Bag): readonly Entry[] => {
  const all: Entry[] = [];
  // Of the many fields of a noun most say nothing.
  for (const [name, field] of fieldsOf(fields)) {
    const value = noun[name] ?? (field.form === 'line' ? field.defaultShown : undefined);
    if (value === undefined) continue;
    for (const entry of entriesFor(field, value)) all.push(entry);
  }
  return all;
};
