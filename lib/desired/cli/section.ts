import { sameJson } from '../../kernel/json';
import type { SecretBook } from '../item';
import type { CliGrammar, Field, Fields } from './grammar';
import { wordsOf, type Node } from './tree';
import { missed, otherwise, type Miss, type Words } from './words';

/** One line below a header, in canonical spelling. */
export interface Entry {
  /** Lines with one slot replace each other; an additive line is its own slot. */
  readonly slot: string;
  readonly text: string;
  /** What removes it. */
  readonly undo: string;
  /** Several may stand side by side. */
  readonly additive?: boolean;
  /** The device leaves it out, because it is its default. */
  readonly hidden?: boolean;
  /** No grammar entry knows it: kept verbatim. */
  readonly unknown?: boolean;
  readonly children?: readonly Entry[];
}

/** What one noun is as CLI text. */
export interface Section {
  /** Its identity, and the line that enters the block: `crypto ikev2 profile P`. */
  readonly header: string;
  /** What follows on the header line and is replaced by typing it again. */
  readonly args?: string;
  readonly entries: readonly Entry[];
  /** `block`: lines below the header. `line`: the header is all. `top`: the entries stand at the top level. */
  readonly shape: 'block' | 'line' | 'top';
  readonly extent: 'whole' | 'lines';
  readonly shared?: boolean;
  /** Ledger only: we made the block, so removing the construct removes it whole. */
  readonly created?: boolean;
}

type Bag = Record<string, unknown>;
const fieldsOf = <N extends object>(fields: Fields<N>): readonly (readonly [string, Field<unknown>])[] =>
  Object.entries<Field<unknown>>(fields);
const join = (...parts: readonly (readonly string[])[]): string => parts.flat().join(' ');
const negated = (text: string): string => (text.startsWith('no ') ? text.slice(3) : `no ${text}`);

const entriesFor = (field: Field<unknown>, value: unknown): readonly Entry[] => {
  switch (field.form) {
    case 'line': {
      const text = join(field.lead, field.words.print(value));
      const hidden = field.hidden !== undefined && sameJson(field.hidden, value);
      const undo = negated(field.undoByLead ? join(field.lead) : text);
      return [{ slot: join(field.lead), text, undo, ...(hidden ? { hidden } : {}) }];
    }
    case 'lines':
      return (value as readonly never[]).map((item) => {
        const text = join(field.lead, field.words.print(item));
        return { slot: text, text, undo: negated(text), additive: true };
      });
    case 'blocks':
      return (value as readonly Bag[]).map((item) => {
        const text = join(field.lead, [String(item[field.key])]);
        return {
          slot: text,
          text,
          undo: negated(text),
          additive: true,
          children: entriesOf(field.fields, item),
        };
      });
    case 'in-header':
    case 'refused':
      return [];
  }
};

const entriesOf = (fields: Fields<Bag>, noun: Bag): readonly Entry[] =>
  fieldsOf(fields).flatMap(([name, field]) => {
    const value = noun[name] ?? (field.form === 'line' ? field.filled : undefined);
    return value === undefined ? [] : entriesFor(field, value);
  });

/** Writes a noun as the section of a platform. */
export const write = <N extends object>(grammar: CliGrammar<N>, noun: N): Section => {
  switch (grammar.form) {
    case 'section': {
      const args = grammar.header === undefined ? undefined : join(grammar.header.print(noun));
      return {
        header: join(grammar.lead, grammar.key.print(noun)),
        ...(args === undefined ? {} : { args }),
        entries: entriesOf(grammar.fields, noun as Bag),
        shape: 'block',
        extent: grammar.extent,
        ...(grammar.shared ? { shared: true } : {}),
      };
    }
    case 'statement': {
      const args = grammar.args === undefined ? '' : join(grammar.args.print(noun));
      const header = join(grammar.lead, grammar.words.print(noun));
      return { header, ...(args === '' ? {} : { args }), entries: [], shape: 'line', extent: 'whole' };
    }
    case 'statements': {
      const entries = entriesOf(grammar.fields, noun as Bag);
      return { header: join(grammar.lead), entries, shape: 'top', extent: 'lines', shared: true };
    }
    case 'none':
      return otherwise(grammar.why);
  }
};

/** A line that a field understands. */
export interface Known {
  readonly name: string;
  readonly field: Exclude<Field<unknown>, { form: 'in-header' | 'refused' }>;
  /** The value of a line, the item of lines, the key of a block. */
  readonly value: unknown;
}

const leads = (lead: readonly string[], words: readonly string[]): number => {
  const wrong = lead.findIndex((part, i) => words[i]?.toLowerCase() !== part);
  return wrong === -1 ? lead.length : wrong;
};

const blockKey: Words<string> = {
  print: (value) => [value],
  read: (words, at) => (words[at] === undefined ? { miss: 'incomplete', at } : { value: words[at], next: at + 1 }),
};

/** Which field a line belongs to, or where it stops making sense: the furthest place any field can follow it to. */
export const recognise = <N extends object>(fields: Fields<N>, text: string): Known | Miss => {
  const words = wordsOf(text);
  let furthest: Miss = { miss: 'invalid', at: 0 };
  const note = (miss: Miss): void => {
    if (miss.at > furthest.at) furthest = miss;
  };
  for (const [name, field] of fieldsOf(fields)) {
    if (field.form === 'in-header' || field.form === 'refused') continue;
    const shared = leads(field.lead, words);
    if (shared < field.lead.length) {
      note({ miss: shared < words.length ? 'invalid' : 'incomplete', at: shared });
      continue;
    }
    const reader: Words<unknown> = field.form === 'blocks' ? blockKey : field.words;
    const read = reader.read(words, shared);
    if (missed(read)) note(read);
    else if (read.next < words.length) note({ miss: 'invalid', at: read.next });
    else return { name, field, value: read.value };
  }
  return furthest;
};

/** Where a secret stands, so that what the device shows there can be judged. */
type Judge = (slot: string, shown: { readonly type?: number; readonly text: string }) => string;

const liveEntry = (fields: Fields<Bag>, node: Node, judge: Judge): Entry => {
  const known = recognise(fields, node.text);
  if ('miss' in known)
    return {
      slot: node.text,
      text: node.text,
      undo: negated(node.text),
      unknown: true,
      ...below(node.children.map(verbatim)),
    };
  const { field, value } = known;
  if (field.form === 'blocks') {
    const text = join(field.lead, [String(value)]);
    const children = node.children.map((child) =>
      liveEntry(field.fields as Fields<Bag>, child, (slot, shown) => judge(`${text} / ${slot}`, shown)),
    );
    return { slot: text, text, undo: negated(text), additive: true, children };
  }
  const [entry] = entriesFor(field, field.form === 'lines' ? [value] : value);
  if (!field.words.secret) return entry!;
  return { ...entry!, text: join(field.lead, [judge(entry!.slot, value as { text: string })]) };
};

const verbatim = (node: Node): Entry => ({
  slot: node.text,
  text: node.text,
  undo: negated(node.text),
  unknown: true,
  ...below(node.children.map(verbatim)),
});
const below = (children: readonly Entry[]): { children?: readonly Entry[] } =>
  children.length > 0 ? { children } : {};

const declaredMarker = (entries: readonly Entry[] | undefined, place: string): string | undefined => {
  const [slot, ...deeper] = place.split(' / ');
  const entry = entries?.find((candidate) => candidate.slot === slot);
  if (deeper.length > 0) return declaredMarker(entry?.children, deeper.join(' / '));
  return entry?.text.slice(slot!.length + 1);
};

/**
 * Reads the live lines of a section in canonical spelling, so that two spellings of one thing compare equal.
 * Secrets become the marker declared in `desired` when they agree with it.
 */
export const readLive = <N extends object>(
  grammar: CliGrammar<N>,
  header: HeaderOf,
  nodes: readonly Node[],
  book: SecretBook,
  desired: (header: string) => Section | undefined,
): Section => {
  const wanted = desired(header.header);
  const judge: Judge = (slot, shown) => {
    const marker = declaredMarker(wanted?.entries, slot);
    return book.judge(marker ?? '', shown, `${header.header} / ${slot}`);
  };
  if (grammar.form === 'none') return otherwise(grammar.why);
  if (grammar.form === 'statement') {
    const { header: text, args } = header;
    return { header: text, ...(args ? { args } : {}), entries: [], shape: 'line', extent: 'whole' };
  }
  const entries = nodes.map((node) => liveEntry(grammar.fields as Fields<Bag>, node, judge));
  if (grammar.form === 'statements')
    return { header: header.header, entries, shape: 'top', extent: 'lines', shared: true };
  return {
    header: header.header,
    ...(header.args === undefined ? {} : { args: header.args }),
    entries,
    shape: 'block',
    extent: grammar.extent,
    ...(grammar.shared ? { shared: true } : {}),
  };
};

/** A line at the top level as a grammar understands it. */
export interface HeaderOf {
  readonly header: string;
  readonly args?: string;
  /** The fields that stand on the line itself. */
  readonly noun: Bag;
}

/** Whether a line at the top level begins a section of this grammar, is one of its statements, or where it fails. */
export const readHeader = <N extends object>(grammar: CliGrammar<N>, text: string): HeaderOf | Miss => {
  if (grammar.form === 'none') return { miss: 'invalid', at: 0 };
  const words = wordsOf(text);
  const shared = leads(grammar.lead, words);
  if (shared < grammar.lead.length) return { miss: shared < words.length ? 'invalid' : 'incomplete', at: shared };
  if (grammar.form === 'statements') {
    const known = recognise(grammar.fields, text);
    return 'miss' in known ? known : { header: join(grammar.lead), noun: {} };
  }
  const key = (grammar.form === 'statement' ? grammar.words : grammar.key).read(words, shared);
  if (missed(key)) return key;
  const keyed = grammar.form === 'statement' ? grammar.words : grammar.key;
  const header = join(grammar.lead, keyed.print(key.value as N));
  const tail = grammar.form === 'statement' ? grammar.args : grammar.header;
  if (tail !== undefined) {
    const args = tail.read(words, key.next);
    if (missed(args)) return args;
    if (args.next < words.length) return { miss: 'invalid', at: args.next };
    return { header, args: join(tail.print(args.value as N)), noun: { ...key.value, ...args.value } };
  }
  return key.next < words.length ? { miss: 'invalid', at: key.next } : { header, noun: key.value };
};

const gather = (fields: Fields<Bag>, nodes: readonly Node[], unknown: Node[]): Bag => {
  const bag: Bag = {};
  for (const node of nodes) {
    const known = recognise(fields, node.text);
    if ('miss' in known) {
      unknown.push(node);
      continue;
    }
    const { field, name, value } = known;
    if (field.form === 'line') bag[name] = value;
    else {
      const item =
        field.form === 'blocks' ? { [field.key]: value, ...gather(field.fields, node.children, unknown) } : value;
      bag[name] = [...((bag[name] as unknown[] | undefined) ?? []), item];
    }
  }
  return bag;
};

/**
 * Reads a noun from the nodes of one section (for statements: all its top-level lines). Lines that no field knows come
 * back as `unknown`, untouched. The result is what the text says, not yet checked by the noun's schema.
 */
export const readNoun = <N extends object>(
  grammar: CliGrammar<N>,
  nodes: readonly Node[],
): { readonly noun: Partial<N>; readonly unknown: readonly Node[] } | undefined => {
  const first = nodes[0];
  if (first === undefined || grammar.form === 'none') return undefined;
  const header = readHeader(grammar, first.text);
  if ('miss' in header) return undefined;
  const unknown: Node[] = [];
  if (grammar.form === 'statement') return { noun: header.noun as Partial<N>, unknown };
  const body = grammar.form === 'statements' ? nodes : first.children;
  return { noun: { ...header.noun, ...gather(grammar.fields, body, unknown) } as Partial<N>, unknown };
};
