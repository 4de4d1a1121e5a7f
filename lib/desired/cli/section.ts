import { holdsSecretMarker, isSecretMarker } from '../../model/secret';
import type { SecretBook } from '../item';
import { behind, counted, entriesOf, join, submodeOf, unknownEntry, type Bag, type Entry } from './entry';
import type { CliGrammar, Fields, SectionGrammar, StatementGrammar } from './grammar';
import { asDeclared } from './as-declared';
import { heldSection } from './device-file';
import type { HeaderOf, Section } from './section-data';
import { entryOf, leads, numbering, recognise, type Known } from './recognise';
import { operated, standingLess, topFields, topFrame } from './top-level';
import { wordsOf, type Node } from './tree';
import { missed, otherwise, type Miss } from './words';

export type { Entry } from './entry';
export type { HeaderOf, Section } from './section-data';
export { recognise, type Known } from './recognise';
export { topFields, unreadable } from './top-level';

/** What a section or a statement is, whatever stands in it. Each block of a configuration passes here. */
const frame = <N extends object>(
  grammar: SectionGrammar<N> | StatementGrammar<N>,
  header: string,
  args: string | undefined,
  entries: readonly Entry[] = [],
): Section => {
  const made: { -readonly [F in keyof Section]: Section[F] } =
    grammar.form === 'statement'
      ? { header, entries, shape: 'line', ownership: 'exclusive' }
      : { header, entries, shape: 'block', ownership: grammar.ownership };
  if (args !== undefined && args !== '') made.args = args;
  if (grammar.form === 'statement') {
    if (grammar.keyLast && made.args !== undefined)
      made.line = join(grammar.lead, [made.args, header.slice(join(grammar.lead).length + 1)]);
    if (grammar.retype) made.retype = true;
    if (grammar.immutable) made.immutable = true;
    return made;
  }
  if (grammar.shared) made.shared = true;
  if (grammar.restore !== undefined && header === join(grammar.lead, ['default'])) made.removal = grammar.restore;
  return made;
};

/** Writes a noun as the section of a platform. */
export const write = <N extends object>(grammar: CliGrammar<N>, noun: N): Section => {
  switch (grammar.form) {
    case 'section': {
      const args = grammar.header === undefined ? undefined : join(grammar.header.print(noun));
      const header = join(grammar.lead, grammar.key.print(noun));
      const held = grammar.through === undefined ? (noun as Bag) : grammar.through.lines(noun as Bag);
      const entries = entriesOf(grammar.fields, held);
      const section = frame(grammar, header, args, entries);
      const operates = operated(grammar, noun as Bag);
      if (operates === undefined && grammar.rivals === undefined) return section;
      return { ...section, ...operates, ...(grammar.rivals && { rivals: grammar.rivals(noun) }) };
    }
    case 'statement': {
      const args = grammar.args === undefined ? undefined : join(grammar.args.print(noun));
      return frame(grammar, join(grammar.lead, grammar.words.print(noun)), args);
    }
    case 'statements': {
      const held = grammar.through === undefined ? (noun as Bag) : grammar.through.lines(noun as Bag);
      const bag = grammar.key === undefined ? held : { all: [{ ...held, '': noun }] };
      const entries = standingLess(grammar, noun as Bag, entriesOf(topFields(grammar), bag));
      return { ...topFrame(grammar, noun), entries: counted(entries) };
    }
    case 'file':
      return heldSection(grammar.at(noun), grammar.text(noun));
    case 'none':
      return otherwise(grammar.why);
  }
};

/** The section of which only the key is known: what is not declared. */
export const writeKey = <N extends object>(grammar: CliGrammar<N>, noun: N): Section | undefined => {
  if (grammar.form === 'none' || grammar.form === 'file') return undefined;
  if (grammar.form === 'statements') return grammar.key && { ...topFrame(grammar, noun), entries: [] };
  const key = grammar.form === 'section' ? grammar.key : grammar.words;
  return frame(grammar, join(grammar.lead, key.print(noun)), undefined);
};

/** Where a secret stands, so that what the device shows there can be judged. */
type Judge = (slot: string, shown: { readonly type?: number; readonly text: string }) => string;

const isShown = (value: object): value is { text: string; type?: number } =>
  typeof (value as { text?: unknown }).text === 'string' &&
  Object.keys(value).every((key) => key === 'text' || key === 'type');

const holdsShown = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && (isShown(value) || Object.values(value).some(holdsShown));

/** A value with what `give` says in place of the secrets that the device shows. */
const withSecrets = <T>(value: T, give: (shown: { text: string; type?: number }) => string): T => {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((member: unknown) => withSecrets(member, give)) as T;
  if (isShown(value)) return { text: give(value) } as T;
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, withSecrets(member, give)])) as T;
};

/** A line as it is live: its secrets judged, its children read. */
const judged = (known: Known, node: Node, judge: Judge): Entry | undefined => {
  const { field, inner } = known;
  const entry = entryOf(known);
  if (entry === undefined) return undefined;
  if (field.form === 'blocks') {
    const deeper: Judge = (slot, shown) => judge(`${entry.key} / ${slot}`, shown);
    return { ...entry, children: liveEntries(field.fields, node.children, deeper) };
  }
  if (field.form === 'submode') {
    const deeper: Judge = (slot, shown) => judge(`${entry.key} / ${slot}`, shown);
    return submodeOf(field, known.value as Bag, liveEntries(field.fields, node.children, deeper))[0];
  }
  if (inner) {
    const prefix = join(
      field.lead,
      (field as { words: { print(v: unknown): readonly string[] } }).words.print(known.value),
    );
    const own = judged(inner, node, (slot, shown) => judge(`${prefix} ${slot}`, shown));
    return own && behind(prefix, own);
  }
  if (!holdsShown(known.value)) return entry;
  return entryOf({ ...known, value: withSecrets(known.value, (shown) => judge(entry.key, shown)) });
};
/**
 * Most lines of a configuration stand in it many times; what they mean in a block does not depend on where. A line that
 * only says that there is none is undefined.
 */
const readBefore = new WeakMap<object, Map<string, Entry | undefined>>();
const memoOf = (fields: Fields<Bag>): Map<string, Entry | undefined> => {
  const memo = readBefore.get(fields) ?? new Map<string, Entry | undefined>();
  if (memo.size > 2_000) memo.clear();
  readBefore.set(fields, memo);
  return memo;
};

const liveEntries = (fields: Fields<Bag>, nodes: readonly Node[], judge: Judge): readonly Entry[] => {
  const numbered = numbering();
  const memo = memoOf(fields);
  const entries: Entry[] = [];
  for (const node of nodes) {
    const before = node.children.length === 0 ? memo.get(node.text) : undefined;
    if (before !== undefined) {
      entries.push(before);
      continue;
    }
    const known = recognise(fields, node.text);
    const entry = 'miss' in known ? unknownEntry(node) : judged(numbered(known), node, judge);
    if (entry) entries.push(entry);
    const lasting = !('miss' in known) && (known.field.form === 'line' || known.field.form === 'flag');
    if (lasting && node.children.length === 0 && !(entry && holdsSecretMarker(entry.text))) memo.set(node.text, entry);
  }
  return entries;
};

const markerIn = (text: string): string | undefined => text.split(' ').find(isSecretMarker);
const declaredMarker = (entries: readonly Entry[] | undefined, place: string): string | undefined => {
  const [slot, ...deeper] = place.split(' / ');
  const entry = entries?.find((candidate) => candidate.key === slot);
  if (deeper.length > 0) return declaredMarker(entry?.children, deeper.join(' / '));
  return entry && markerIn(entry.text);
};

/**
 * Reads the live lines of a section in canonical spelling, so that two spellings of one thing compare equal.
 * Secrets become the marker declared in `desired` when they agree with it. `trusted`: every line was read before, so that a
 * block that holds what is declared letter by letter is not read again.
 */
export const readLive = <N extends object>(
  grammar: CliGrammar<N>,
  header: HeaderOf,
  nodes: readonly Node[],
  book: SecretBook,
  desired: (header: string) => Section | undefined,
  trusted = false,
): Section => {
  const wanted = desired(header.header);
  const judge: Judge = (slot, shown) => {
    const marker = declaredMarker(wanted?.entries, slot);
    return book.judge(marker ?? '', shown, `${header.header} / ${slot}`);
  };
  if (grammar.form === 'none') return otherwise(grammar.why);
  if (grammar.form === 'file') return otherwise('a file is not a line of a configuration');
  const known = trusted && wanted !== undefined ? asDeclared(wanted.entries, nodes) : undefined;
  if (grammar.form === 'statements') {
    const entries = known ?? standingLess(grammar, header.noun, liveEntries(topFields(grammar), nodes, judge));
    return { ...topFrame(grammar, header.noun as N), entries };
  }
  const entries = grammar.form === 'statement' ? [] : (known ?? liveEntries(grammar.fields, nodes, judge));
  return frame(grammar, header.header, judgedArgs(grammar, header, wanted, book), entries);
};

/** What follows the key, its secrets judged. */
const judgedArgs = <N extends object>(
  grammar: SectionGrammar<N> | StatementGrammar<N>,
  { header, args, noun }: HeaderOf,
  wanted: Section | undefined,
  book: SecretBook,
): string | undefined => {
  const tail = grammar.form === 'statement' ? grammar.args : grammar.header;
  if (tail === undefined || args === undefined || !holdsSecretMarker(args)) return args;
  const marker = markerIn(wanted?.args ?? '') ?? '';
  return join(tail.print(withSecrets(noun, (shown) => book.judge(marker, shown, `${header} / its line`)) as N));
};

/** A statement whose key stands at the end of its line. */
const keyLastOf = <N extends object>(
  grammar: StatementGrammar<N>,
  words: readonly string[],
  at: number,
): HeaderOf | Miss => {
  const before = grammar.args!.read(words, at);
  if (missed(before)) return before;
  const key = grammar.words.read(words, before.next);
  if (missed(key)) return key;
  if (key.next < words.length) return { miss: 'invalid', at: key.next };
  const noun = { ...key.value, ...before.value };
  const { header, args, line } = write(grammar, noun as N);
  return { header, noun, ...(args === undefined ? {} : { args }), ...(line === undefined ? {} : { line }) };
};

/** Whether a line at the top level begins a section of this grammar, is one of its statements, or where it fails. */
export const readHeader = <N extends object>(
  grammar: CliGrammar<N>,
  text: string,
  words: readonly string[] = wordsOf(text),
): HeaderOf | Miss => {
  if (grammar.form === 'none' || grammar.form === 'file') return { miss: 'invalid', at: 0 };
  const off = grammar.form === 'statements' && words[0] === 'no' && grammar.lead[0] !== 'no' ? 1 : 0;
  const shared = leads(grammar.lead, off === 0 ? words : words.slice(off));
  if (shared < grammar.lead.length) return { miss: shared < words.length ? 'invalid' : 'incomplete', at: shared };
  if (grammar.form === 'statements') {
    const known = recognise(topFields(grammar), text, words);
    if ('miss' in known) return known;
    const noun = (grammar.key === undefined ? {} : known.value) as Bag;
    return { header: topFrame(grammar, noun as N).header, noun };
  }
  if (grammar.form === 'statement' && grammar.keyLast) return keyLastOf(grammar, words, shared);
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
