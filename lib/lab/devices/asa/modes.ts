import type { CliGrammar, Fields } from '../../../desired/cli/grammar';
import { entryOf } from '../../../desired/cli/recognise';
import { readHeader, recognise, topFields, type Known } from '../../../desired/cli/section';
import type { Miss } from '../../../desired/cli/words';
import { refsOf, type Ref } from '../../../model/noun';
import type { Kind } from '../../../model/nouns';
import { otherSecret } from '../../../model/secret';
import { grammar } from '../../../platforms/asa/grammar';
import type { Line } from './config';
import { openBlocks, openLines, othersIn } from './known';

type Bag = Record<string, unknown>;
type AnyGrammar = CliGrammar<Bag>;

/** A mode that lines are typed in. */
export interface Level {
  readonly prompt: string;
  /** Slots of the blocks from the top. */
  readonly path: readonly string[];
  readonly fields: Fields<Bag>;
  /** It takes any line: the lab does not look inside. */
  readonly loose?: boolean;
}

/** A line as it would be stored, and the mode it leads into. */
export interface Match {
  readonly line: Line;
  readonly level?: Level;
  /** Typing the value that the ASA hides only empties the slot. */
  readonly hidden?: boolean;
  readonly kind?: Kind;
  readonly name?: string;
  readonly refs: readonly Ref[];
  /** The key alone removes it, and another value takes its place. */
  readonly retype?: boolean;
}

const rules = (Object.entries(grammar) as unknown as readonly (readonly [Kind, AnyGrammar])[]).filter(
  ([, each]) => each.form !== 'none' && each.lead.length > 0,
);

const shownIn = (value: unknown): string | undefined => {
  if (typeof value !== 'object' || value === null) return undefined;
  const { text } = value as { text?: unknown };
  if (typeof text === 'string') return text;
  return Object.values(value).reduce<string | undefined>((found, each) => found ?? shownIn(each), undefined);
};

const innermost = (known: Known): Known => (known.inner ? innermost(known.inner) : known);

/** `no` and a lead is for who takes lines away. */
const negation: Miss = { miss: 'invalid', at: 0 };

/** A line below a level, or one of many at the top, that a field understood. */
const fieldMatch = (known: Known, path: readonly string[], fields: Fields<Bag>): Match => {
  const { field, name, value } = innermost(known);
  const entry = entryOf(known)!;
  const secret = shownIn(value);
  const text = secret === undefined ? entry.text : entry.text.replace(otherSecret, secret);
  const slot = field.form === 'submode' ? entry.text : entry.key;
  const place = Object.keys(fields).indexOf(known.inner === undefined ? name : known.name);
  const line: Line = { slot, text, place, ...(secret === undefined ? {} : { key: secret }) };
  const match = { refs: refsOf(value), ...(entry.hidden ? { hidden: true } : {}) };
  if (field.form === 'blocks')
    return {
      line: { ...line, slot: entry.text, lines: [] },
      level: { prompt: field.prompt, path: [...path, entry.text], fields: field.fields },
      ...match,
    };
  if (field.form !== 'submode') return { line, ...match };
  return {
    line: { ...line, lines: [] },
    level: { prompt: field.prompt, path: [...path, slot], fields: field.fields },
    ...match,
  };
};

/** A password is kept as a hash; one that is a hash already, which the word behind it says, is kept as it is. */
const hash = (text: string): string =>
  text.startsWith('$sha512$') ? text : `$sha512$5000$${Buffer.from(text).toString('base64url').slice(0, 20)}`;

const ofRule = ([kind, each]: readonly [Kind, AnyGrammar], text: string): Match | Miss => {
  const read = readHeader(each, text);
  if ('miss' in read || each.form === 'none' || each.form === 'file') return read as Miss;
  const { header, args, noun, line: whole } = read;
  const name = String(noun['name'] ?? kind);
  if (each.form === 'statements') {
    const fields = topFields(each);
    const known = recognise(fields, text);
    if ('miss' in known) return known;
    return innermost(known).absent ? negation : { ...fieldMatch(known, [], fields), kind, name };
  }
  if (each.form === 'section')
    return {
      line: { slot: header, text: header, lines: [] },
      level: { prompt: each.prompt, path: [header], fields: each.fields },
      kind,
      name,
      refs: [],
    };
  const secret = shownIn(noun);
  const hashed = / (encrypted|nt-encrypted|pbkdf2)( |$)/.exec(text)?.[1];
  const kept = hashed === undefined ? `${hash(secret ?? '')} pbkdf2` : `${secret} ${hashed}`;
  const tail = secret === undefined ? args : args?.replace(otherSecret, kept);
  const line = { slot: header, text: whole ?? (tail ? `${header} ${tail}` : header) };
  return { line, kind, name, refs: refsOf(noun), ...(each.retype ? { retype: true } : {}) };
};

const unknownTo = (text: string): Match | undefined => {
  const block = openBlocks.find(({ lead }) => text === lead || text.startsWith(`${lead} `));
  if (block !== undefined)
    return {
      line: { slot: text, text, lines: [] },
      level: { prompt: block.prompt, path: [text], fields: {}, loose: true },
      refs: [],
    };
  return openLines.some((lead) => text === lead || text.startsWith(`${lead} `))
    ? { line: { slot: text, text }, refs: [] }
    : undefined;
};

/** A line typed at the top level. */
export const matchGlobal = (text: string): Match | Miss => {
  let furthest: Miss = { miss: 'invalid', at: 0 };
  for (const rule of rules) {
    const match = ofRule(rule, text);
    if (!('miss' in match)) return match;
    if (match.at > furthest.at) furthest = match;
  }
  return unknownTo(text) ?? furthest;
};

export const matchIn = (level: Level, text: string): Match | Miss => {
  if (level.loose) return { line: { slot: text, text }, refs: [] };
  const { others: _others, ...fields } = level.fields;
  const known = recognise(fields as Fields<Bag>, text);
  if (!('miss' in known)) return innermost(known).absent ? negation : fieldMatch(known, level.path, level.fields);
  const other = othersIn[level.prompt]?.some((lead) => text === lead || text.startsWith(`${lead} `));
  return other ? { line: { slot: text, text, place: 99 }, refs: [] } : known;
};
