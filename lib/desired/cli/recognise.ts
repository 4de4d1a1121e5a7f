import { sameJson } from '../../kernel/json';
import { behind, entriesFor, fieldsOf, headOf, join, type Bag, type Entry } from './entry';
import type { Field, Fields } from './grammar';
import { wordsOf, type Node } from './tree';
import { missed, type Miss, type Words } from './words';

/** A line that a field understands. */
export interface Known {
  readonly name: string;
  readonly field: Exclude<Field<unknown>, { form: 'in-header' | 'operation' | 'refused' | 'verbatim' }>;
  /** The value of a line, the item of lines, the key of a block or of prefixed lines. */
  readonly value: unknown;
  /** `no` and a lead: the device says that there is none. */
  readonly absent?: boolean;
  /** What stands behind the key of a prefixed line. */
  readonly inner?: Known;
}

/** How many words of a lead a line begins with. */
export const leads = (lead: readonly string[], words: readonly string[]): number => {
  let at = 0;
  while (at < lead.length && (words[at] === lead[at] || words[at]?.toLowerCase() === lead[at])) at++;
  return at;
};

const blockKey: Words<string> = {
  print: (value) => [value],
  read: (words, at) => (words[at] === undefined ? { miss: 'incomplete', at } : { value: words[at], next: at + 1 }),
};
/** A flag has no words behind its lead. */
const nothing: Words<unknown> = { print: () => [], read: (_words, at) => ({ value: true, next: at }) };

/** A sub-mode whose header says nothing but its lead. */
const emptyHead: Words<unknown> = { print: () => [], read: (_words, at) => ({ value: {}, next: at }) };

const readerOf = (field: Known['field']): Words<unknown> => {
  if (field.form === 'flag') return nothing;
  if (field.form === 'submode') return (field.head as Words<unknown> | undefined) ?? emptyHead;
  return field.form === 'blocks' ? (field.words ?? blockKey) : (field as { words: Words<unknown> }).words;
};

const isAll = (lead: readonly string[], words: readonly string[]): boolean =>
  lead.length > 0 && leads(lead, words) === lead.length && words.length === lead.length;

/** What `no` and a lead say: a flag that is off, or a line that is not there. */
const negative = (field: Known['field'], name: string, words: readonly string[]): Known | undefined => {
  if (words[0] !== 'no' || !isAll(field.lead, words.slice(1))) return undefined;
  if (field.form === 'flag') return { name, field, value: false };
  return field.form === 'line' ? { name, field, value: undefined, absent: true } : undefined;
};

const attempt = (name: string, field: Known['field'], words: readonly string[]): Known | Miss => {
  const off = negative(field, name, words);
  if (off !== undefined) return off;
  if (field.form === 'line' && field.also !== undefined) {
    const lead = field.also.map((other) => other.split(' ')).find((other) => leads(other, words) === other.length);
    if (lead) return attempt(name, field, [...field.lead, ...words.slice(lead.length)]);
  }
  const shared = leads(field.lead, words);
  if (shared < field.lead.length) return { miss: shared < words.length ? 'invalid' : 'incomplete', at: shared };
  const read = readerOf(field).read(words, shared);
  if (missed(read)) return read;
  if (field.form === 'prefixed') {
    const inner = recognise(field.fields, words.slice(read.next).join(' '));
    return 'miss' in inner ? { ...inner, at: inner.at + read.next } : { name, field, value: read.value, inner };
  }
  return read.next < words.length ? { miss: 'invalid', at: read.next } : { name, field, value: read.value };
};

type Candidate = readonly [string, Known['field']];
const readableIn = (fields: Fields<Bag>): readonly Candidate[] =>
  fieldsOf(fields).flatMap(([name, field]): readonly Candidate[] =>
    field.form === 'in-header' || field.form === 'operation' || field.form === 'refused' || field.form === 'verbatim'
      ? []
      : [[name, field]],
  );
const firstWords = ([, field]: Candidate): readonly string[] => [
  field.lead[0] ?? '',
  ...(field.form === 'line' ? (field.also ?? []).map((other) => other.split(' ')[0]!) : []),
];
interface Index {
  readonly all: readonly Candidate[];
  /** By the first word of their lead, so that a line is tried against few. */
  readonly byWord: ReadonlyMap<string, readonly Candidate[]>;
}
const indexOf = (fields: Fields<Bag>): Index => {
  const all = readableIn(fields);
  const words = new Set(all.flatMap(firstWords));
  const begins = (word: string) => all.filter((each) => firstWords(each).some((w) => w === word || w === ''));
  return { all, byWord: new Map([...words].map((word) => [word, begins(word)])) };
};
const indexes = new WeakMap<object, Index>();
/** The fields that a line with this first word may be of. */
const candidates = (fields: Fields<Bag>, word: string): readonly Candidate[] => {
  let index = indexes.get(fields);
  if (index === undefined) indexes.set(fields, (index = indexOf(fields)));
  return word === 'no' ? index.all : (index.byWord.get(word) ?? index.byWord.get('') ?? []);
};

const among = (list: readonly Candidate[], words: readonly string[]): Known | Miss => {
  let furthest: Miss = { miss: 'invalid', at: 0 };
  for (const [name, field] of list) {
    const known = attempt(name, field, words);
    if (!('miss' in known)) return known;
    if (known.at > furthest.at) furthest = known;
  }
  return furthest;
};

/** Which field a line belongs to, or where it stops making sense: the furthest place any field can follow it to. */
export const recognise = <N extends object>(
  fields: Fields<N>,
  text: string,
  words: readonly string[] = wordsOf(text),
): Known | Miss => {
  const any = fields as unknown as Fields<Bag>;
  const first = words[0]?.toLowerCase() ?? '';
  return among(candidates(any, first), words);
};

/** The line in canonical spelling; none where it only says that there is none. */
export const entryOf = ({ field, value, absent, inner }: Known): Entry | undefined => {
  if (absent) return undefined;
  if (field.form === 'prefixed') {
    const entry = inner && entryOf(inner);
    return entry && behind(join(field.lead, field.words.print(value)), entry);
  }
  if (field.form === 'submode') return headOf(field, value as Bag);
  const given = field.form === 'lines' ? [value] : field.form === 'blocks' ? [{ [field.key]: value }] : value;
  return entriesFor(field, given)[0];
};

/** Gives a line its place among its like, where the release prints none. */
export const numbering = (): ((known: Known) => Known) => {
  let last: Map<string, number> | undefined;
  return (known) => {
    const at = known.field.form === 'lines' ? known.field.numbered : undefined;
    if (at === undefined) return known;
    last ??= new Map();
    const place = (known.value as Bag)[at] ?? (last.get(known.name) ?? 0) + 10;
    last.set(known.name, Number(place));
    return { ...known, value: { ...(known.value as Bag), [at]: place } };
  };
};

const put = (bag: Bag, known: Known, node: Node, unknown: Node[]): void => {
  const { field, name, value, absent, inner } = known;
  const opens = ['blocks', 'submode'].includes((inner ?? known).field.form) || inner?.field.form === 'prefixed';
  if (!opens) unknown.push(...node.children);
  if (absent) return;
  const list = (bag[name] as unknown[] | undefined) ?? [];
  switch (field.form) {
    case 'line':
    case 'flag':
      bag[name] = value;
      return;
    case 'lines':
      bag[name] = [...list, value];
      return;
    case 'blocks':
      bag[name] = [...list, { [field.key]: value, ...gather(field.fields, node.children, unknown) }];
      return;
    case 'submode': {
      const own = { ...(value as Bag), ...gather(field.fields, node.children, unknown) };
      bag[name] = field.many ? [...list, own] : own;
      return;
    }
    case 'prefixed': {
      const item = (list as Bag[]).find((each) => sameJson(each[field.key], value)) ?? { [field.key]: value };
      if (inner) put(item, inner, opens ? node : { ...node, children: [] }, unknown);
      bag[name] = list.includes(item) ? list : [...list, item];
    }
  }
};

/** The fields that lines say; what no field knows is added to `unknown`. */
export const gather = (fields: Fields<Bag>, nodes: readonly Node[], unknown: Node[]): Bag => {
  const bag: Bag = {};
  const numbered = numbering();
  for (const node of nodes) {
    const known = recognise(fields, node.text);
    if ('miss' in known) unknown.push(node);
    else put(bag, numbered(known), node, unknown);
  }
  for (const [name, field] of fieldsOf(fields))
    if (field.form === 'line' && field.absentMeansDefault && !(name in bag)) bag[name] = field.defaultOmitted;
  return bag;
};
