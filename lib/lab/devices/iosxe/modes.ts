import type { CliGrammar, Field, Fields } from '../../../desired/cli/grammar';
import { entryOf } from '../../../desired/cli/recognise';
import { readHeader, recognise, topFields, type Known } from '../../../desired/cli/section';
import type { Miss } from '../../../desired/cli/words';
import { addressOf, refsOf } from '../../../model/noun';
import { holdsSecretMarker, isSecretMarker } from '../../../model/secret';
import { grammar } from '../../../platforms/iosxe/grammar';
import { cryptoExtras } from './grammar/crypto';
import { dataPrompt, globalBlocks, globalLines } from './grammar/global';
import { interfaceExtras, otherInterface } from './grammar/interface';
import { orderOf } from './grammar/order';
import type { Bag } from './grammar/words';
import type { Config, Line } from './tree';

/** A mode that lines are typed in. */
export interface Level {
  /** The leads from the top: `crypto ikev2 keyring / peer`. */
  readonly mode: string;
  readonly prompt: string;
  /** Slots of the blocks from the top. */
  readonly path: readonly string[];
  readonly fields: Fields<Bag>;
  /** It takes any line, so what begins another block of the top level leaves it. */
  readonly loose: boolean;
  /** Lines are data until `quit`. */
  readonly data: boolean;
}

/** A line as it would be stored, and the mode it leads into. */
export interface Match {
  readonly line: Line;
  readonly level?: Level;
  /** Typing the value that the device hides only empties the slot. */
  readonly hidden: boolean;
  readonly known?: Known;
}

interface Rule {
  readonly kind?: string;
  readonly grammar: CliGrammar<Bag>;
}

export const rules: readonly Rule[] = [
  ...Object.entries(grammar as unknown as Readonly<Record<string, CliGrammar<Bag>>>)
    .filter(([, each]) => each.form !== 'none' && each.lead.length > 0 && !(each.form === 'section' && each.partial))
    .map(([kind, each]) => ({ kind, grammar: each })),
  { grammar: otherInterface },
  ...globalBlocks.map((each) => ({ grammar: each })),
  { grammar: globalLines },
];

/** Under names of their own, so that they stand beside the fields of the noun. */
const extrasOf = (mode: string): Fields<Bag> => {
  const fields = mode === 'interface' ? interfaceExtras : (cryptoExtras[mode] ?? {});
  return Object.fromEntries(Object.entries(fields).map(([name, field]) => [`+${name}`, field]));
};

const leadOf = (field: Field<unknown>): string | undefined =>
  'lead' in field && field.form !== 'verbatim' ? field.lead.join(' ') : undefined;
export const fieldLeads = (fields: Fields<Bag>): readonly string[] =>
  Object.values(fields).flatMap((field) => leadOf(field) ?? []);

const levelOf = (mode: string, prompt: string, path: readonly string[], own: Fields<Bag>): Level => {
  const fields = { ...own, ...extrasOf(mode) };
  return { mode, prompt, path, fields, loose: 'anything' in fields, data: prompt === dataPrompt };
};

/** Leads of everything that may be typed at the top level, for abbreviations. */
export const globalLeads: readonly string[] = rules.flatMap(({ grammar: each }) =>
  each.form === 'none'
    ? []
    : each.lead.length > 0 && !(each.form === 'statements' && each.key === undefined)
      ? [each.lead.join(' ')]
      : 'fields' in each
        ? fieldLeads(each.fields).filter((lead) => lead !== '')
        : [],
);

/** What stands in a value as the device shows a secret. */
const shownSecret = (value: unknown): { type?: number; text: string } | undefined => {
  if (typeof value !== 'object' || value === null) return undefined;
  if (typeof (value as { text?: unknown }).text === 'string') return value as { type?: number; text: string };
  return Object.values(value).reduce<ReturnType<typeof shownSecret>>(
    (found, member) => found ?? shownSecret(member),
    undefined,
  );
};
const secretIn = (value: unknown, text: string): { readonly secret?: NonNullable<Line['secret']> } => {
  const shown = holdsSecretMarker(text) ? shownSecret(value) : undefined;
  if (shown === undefined) return {};
  const words = text.split(' ');
  const at = words.findIndex(isSecretMarker);
  const [lead, tail] = [
    words.slice(0, at).join(' '),
    words
      .slice(at + 1)
      .map((word) => ` ${word}`)
      .join(''),
  ];
  return { secret: { lead, type: shown.type ?? 0, text: shown.text, ...(tail === '' ? {} : { tail }) } };
};
const refsIn = (value: unknown): { readonly refs?: readonly string[] } => {
  const refs = refsOf(value).map((ref) => addressOf(ref.ref, ref.name));
  return refs.length > 0 ? { refs } : {};
};
const innermost = (known: Known): Known => (known.inner ? innermost(known.inner) : known);

/** A line below `level` (or at the top level, without one) that one of its fields understood. */
export const matchOf = (known: Known, mode: string, path: readonly string[], fields: Fields<Bag>): Match => {
  const { field } = known;
  const { key: slot, text, hidden = false } = entryOf(known)!;
  const { value } = innermost(known);
  const order = orderOf(mode, text, 'anything' in fields ? [] : fieldLeads(fields));
  const line: Line = { slot, text, ...(order ? { order } : {}), ...refsIn(value), ...secretIn(value, text) };
  const block = innermost(known).field;
  if (block.form !== 'blocks' && block.form !== 'submode') return { line, hidden, known };
  const lead = field.lead.join(' ');
  const inner = mode === '' ? lead : `${mode} / ${lead}`;
  return {
    line: { ...line, lines: [], mode: inner },
    level: levelOf(inner, block.prompt, [...path, slot], block.fields),
    hidden,
    known,
  };
};

const sectionMatch = (rule: Rule, header: string, args: string | undefined, noun: Bag): Match => {
  const { kind, grammar: each } = rule;
  const text = args ? `${header} ${args}` : header;
  const order = orderOf('', text, []);
  const address = kind === undefined ? {} : { address: addressOf(kind, String(noun['name'])) };
  if (each.form !== 'section') {
    const line = { slot: header, text, ...address, ...refsIn(noun), ...secretIn(noun, text) };
    return { line: { ...line, ...(order ? { order } : {}) }, hidden: false };
  }
  const mode = each.lead.join(' ');
  const rivals = each.rivals ? { rivals: each.rivals(noun) } : {};
  return {
    line: { slot: header, text, lines: [], mode, ...address, ...rivals, ...(order ? { order } : {}) },
    level: levelOf(mode, each.prompt, [header], each.fields),
    hidden: false,
  };
};

/** Lines of one key are together what others refer to: the ranges of a pool. */
const addressed = ({ kind, grammar: each }: Rule, match: Match): Match => {
  const keyed = kind !== undefined && each.form === 'statements' && each.key !== undefined;
  const { name } = (match.known?.value ?? {}) as { name?: string };
  return keyed && name !== undefined ? { ...match, line: { ...match.line, address: addressOf(kind, name) } } : match;
};

/** A line typed at the top level. */
export const matchGlobal = (text: string): Match | Miss => {
  let furthest: Miss = { miss: 'invalid', at: 0 };
  for (const rule of rules) {
    const read = readHeader(rule.grammar, text);
    if ('miss' in read) {
      if (read.at > furthest.at) furthest = read;
    } else if (rule.grammar.form === 'statements') {
      const fields = topFields(rule.grammar);
      const known = recognise(fields, text);
      if (!('miss' in known) && !known.absent) return addressed(rule, matchOf(known, '', [], fields));
    } else return sectionMatch(rule, read.header, read.args, read.noun);
  }
  return furthest;
};

/** A line that says that there is none is no line. */
const nothingOf = (known: Known | Miss): Miss => ('miss' in known ? known : { miss: 'invalid', at: 0 });

export const matchIn = (level: Level, text: string): Match | Miss => {
  const known = recognise(level.fields, text);
  return 'miss' in known || known.absent ? nothingOf(known) : matchOf(known, level.mode, level.path, level.fields);
};

/** A line that says no number among numbered ones, as it would be typed behind the last of them; a line twice is one. */
export const inTurn = (lines: Config, { line, known }: Match): Line => {
  const at = known?.field.form === 'lines' ? known.field.numbered : undefined;
  if (known === undefined || at === undefined || (known.value as Bag)[at] !== undefined) return line;
  const numberOf = ({ slot }: Line): number => Number(/\d+/.exec(slot)?.[0] ?? 0);
  const numbered = (n: number) => entryOf({ ...known, value: { ...(known.value as Bag), [at]: n } })!;
  // One remark may stand in several places.
  const isRemark = 'remark' in (known.value as Bag);
  const same = lines.find((other) => !isRemark && [line.text, numbered(numberOf(other)).text].includes(other.text));
  const { key: slot, text } = numbered(same ? numberOf(same) : Math.max(0, ...lines.map(numberOf)) + 10);
  return { ...line, slot, text };
};

/** The header that `no …` names: a section is removed by its key, and so is a line that is replaced by retyping. */
export const keyedHeader = (text: string): string | undefined => {
  const words = text.split(' ');
  for (const { grammar: each } of rules) {
    const keyed =
      each.form === 'section' ? each.key : each.form === 'statement' && each.retype ? each.words : undefined;
    if (keyed === undefined || each.form === 'none') continue;
    if (each.lead.some((word, i) => words[i]?.toLowerCase() !== word)) continue;
    const key = keyed.read(words, each.lead.length);
    if (!('miss' in key)) return [...each.lead, ...keyed.print(key.value)].join(' ');
  }
  return undefined;
};
