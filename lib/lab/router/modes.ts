import type { CliGrammar, Field, Fields } from '../../desired/cli/grammar';
import { readHeader, recognise, type Known } from '../../desired/cli/section';
import type { Miss } from '../../desired/cli/words';
import { sameJson } from '../../kernel/json';
import { addressOf, refsOf } from '../../model/noun';
import { grammar } from '../../platforms/iosxe/grammar';
import { cryptoExtras } from './grammar/crypto';
import { dataPrompt, globalBlocks, globalLines } from './grammar/global';
import { interfaceExtras, otherInterface, virtualTemplate } from './grammar/interface';
import { orderOf } from './grammar/order';
import type { Bag } from './grammar/words';
import type { Line } from './tree';

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
  ...Object.entries(grammar).map(([kind, each]) => ({ kind, grammar: each })),
  { grammar: virtualTemplate },
  { grammar: otherInterface },
  ...globalBlocks.map((each) => ({ grammar: each })),
  { grammar: globalLines },
];

/** Under names of their own, so that they stand beside the fields of the noun. */
const extrasOf = (mode: string): Fields<Bag> => {
  const fields = mode === 'interface' ? interfaceExtras : (cryptoExtras[mode] ?? {});
  return Object.fromEntries(Object.entries(fields).map(([name, field]) => [`+${name}`, field]));
};

const leadOf = (field: Field<unknown>): string | undefined => ('lead' in field ? field.lead.join(' ') : undefined);
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
    : each.lead.length > 0
      ? [each.lead.join(' ')]
      : 'fields' in each
        ? fieldLeads(each.fields)
        : [],
);

const secretOf = (lead: string, value: unknown): Line['secret'] => {
  const { type, text } = value as { type?: number; text: string };
  return { lead, type: type ?? 0, text };
};

/** A line below `level` (or at the top level, without one) that one of its fields understood. */
export const matchOf = (known: Known, mode: string, path: readonly string[], fields: Fields<Bag>): Match => {
  const { field, value } = known;
  const lead = field.lead.join(' ');
  const words =
    field.form === 'blocks' ? [String(value)] : (field.words.print as (v: unknown) => readonly string[])(value);
  const text = [...field.lead, ...words].join(' ');
  const slot = field.form === 'line' ? lead : text;
  const refs = refsOf(value).map((ref) => addressOf(ref.ref, ref.name));
  const order = orderOf(mode, text, 'anything' in fields ? [] : fieldLeads(fields));
  const line: Line = {
    slot,
    text,
    ...(order ? { order } : {}),
    ...(refs.length > 0 ? { refs } : {}),
    ...(field.form !== 'blocks' && field.words.secret ? { secret: secretOf(lead, value) } : {}),
  };
  const hidden = field.form === 'line' && field.hidden !== undefined && sameJson(field.hidden, value);
  if (field.form !== 'blocks') return { line, hidden, known };
  const inner = mode === '' ? lead : `${mode} / ${lead}`;
  return {
    line: { ...line, lines: [], mode: inner },
    level: levelOf(inner, field.prompt, [...path, slot], field.fields),
    hidden,
    known,
  };
};

const sectionMatch = (rule: Rule, header: string, args: string | undefined, noun: Bag): Match => {
  const { kind, grammar: each } = rule;
  const text = args ? `${header} ${args}` : header;
  const order = orderOf('', text, []);
  if (each.form !== 'section') {
    const refs = refsOf(noun).map((ref) => addressOf(ref.ref, ref.name));
    const slot = `${each.form === 'none' ? '' : each.lead.join(' ')} ${String(noun['name'])}`;
    return { line: { slot, text, refs, ...(order ? { order } : {}) }, hidden: false };
  }
  const mode = each.lead.join(' ');
  const address = kind === undefined ? {} : { address: addressOf(kind, String(noun['name'])) };
  return {
    line: { slot: header, text, lines: [], mode, ...address, ...(order ? { order } : {}) },
    level: levelOf(mode, each.prompt, [header], each.fields),
    hidden: false,
  };
};

/** A line typed at the top level. */
export const matchGlobal = (text: string): Match | Miss => {
  let furthest: Miss = { miss: 'invalid', at: 0 };
  for (const rule of rules) {
    const read = readHeader(rule.grammar, text);
    if ('miss' in read) {
      if (read.at > furthest.at) furthest = read;
    } else if (rule.grammar.form === 'statements') {
      const known = recognise(rule.grammar.fields, text);
      if (!('miss' in known)) return matchOf(known, '', [], rule.grammar.fields);
    } else return sectionMatch(rule, read.header, read.args, read.noun);
  }
  return furthest;
};

export const matchIn = (level: Level, text: string): Match | Miss => {
  const known = recognise(level.fields, text);
  return 'miss' in known ? known : matchOf(known, level.mode, level.path, level.fields);
};

/** The header that `no …` names: a section is removed by its key, whatever follows. */
export const keyedHeader = (text: string): string | undefined => {
  const words = text.split(' ');
  for (const { grammar: each } of rules) {
    if (each.form !== 'section' || each.lead.some((word, i) => words[i]?.toLowerCase() !== word)) continue;
    const key = each.key.read(words, each.lead.length);
    if (!('miss' in key)) return [...each.lead, ...each.key.print(key.value)].join(' ');
  }
  return undefined;
};
