import type { CliGrammar, Field, PartWords } from '../../lib/desired/cli/grammar';
import type { AnyIni } from '../../lib/desired/ini/grammar';
import { collectionFor, type AnyRest, type Leaf, type Look, type RestField } from '../../lib/desired/rest/grammar';
import type { Kind } from '../../lib/model/nouns';
import type { PlatformId } from '../../lib/model/targets';
import { platformOf } from '../../lib/platforms';
import { grammarOf as duoProxy } from '../../lib/platforms/duo-proxy/grammar';
import { grammarOf as folder } from '../../lib/platforms/folder/grammar';
import { grammarOf as duoAdmin } from '../../lib/platforms/duo-admin/grammar';
import { grammarOf as fmc } from '../../lib/platforms/fmc/grammar';
import { grammarOf as asa } from '../../lib/platforms/asa/grammar';
import { grammarOf as iosxe } from '../../lib/platforms/iosxe/grammar';
import { grammarOf as ise } from '../../lib/platforms/ise/grammar';
import { code } from './markdown';

type Noun = Record<string, unknown>;

/** How one platform writes one noun, in words. `fields` is by field of the noun. */
export interface Writing {
  readonly title: string;
  readonly whole: string;
  readonly fields: Readonly<Record<string, string>>;
  /** Of the fields that are not in `fields`. */
  readonly others?: string;
  /** False where the platform has no such noun. */
  readonly has: boolean;
}

/**
 * A noun whose every value is its own name in angle brackets, to see where the values go. `holds` is what it says when
 * a grammar asks whether a value contains something (a network has a slash).
 */
const placeholder = (name: string, holds: boolean): unknown =>
  new Proxy(
    {},
    {
      get: (_target, key) => {
        if (key === Symbol.toPrimitive || key === 'toString') return () => `<${name}>`;
        if (key === 'includes' || key === 'endsWith' || key === 'startsWith') return () => holds;
        if (key === 'slice') return () => `<${name}>`;
        return typeof key === 'string' ? placeholder(key === 'name' && name !== '' ? name : key, holds) : undefined;
      },
    },
  );
const samples = [false, true].map((holds) => placeholder('', holds) as Noun);

const printed = (words: PartWords<Noun>): string => {
  try {
    return words.print(samples[0]!).map(String).join(' ');
  } catch {
    return '';
  }
};
const lead = (words: readonly string[], rest = '…'): string => code([...words, rest].join(' ').trim());

const quiet = (words: string, value: unknown): string => (value === undefined ? '' : ` (${words} ${String(value)})`);

const cliField = (field: Field<never>): string => {
  switch (field.form) {
    case 'line':
      return (
        lead(field.lead) +
        quiet('not shown at', field.defaultOmitted) +
        quiet('shown where none is typed:', field.defaultShown)
      );
    case 'flag':
      return `${lead(field.lead, '')} or ${lead(['no', ...field.lead], '')}${quiet('not shown at', field.standard)}`;
    case 'verbatim':
      return 'its lines as they are';
    case 'prefixed': {
      const parts = Object.entries<Field<never>>(field.fields).map(([, part]) => cliField(part));
      return `${lead(field.lead, `<${field.key}> …`)}, for each: ${parts.join(', ')}`;
    }
    case 'lines':
      return `${lead(field.lead)}, a line each`;
    case 'blocks': {
      const inside = Object.entries<Field<never>>(field.fields).map(([, part]) => cliField(part));
      return `${lead(field.lead, `<${field.key}>`)}, a block each: ${inside.join(', ')}`;
    }
    case 'submode': {
      const inside = Object.entries<Field<never>>(field.fields as never).map(([, part]) => cliField(part));
      return `${lead(field.lead)}, a block${field.many ? ' each' : ''}: ${inside.join(', ')}`;
    }
    case 'in-header':
      return field.as ?? 'in the header';
    case 'operation':
      return 'no line: done by a dialogue';
    case 'refused':
      return `refused: ${field.why}`;
  }
};

const each = <F>(fields: Readonly<Record<string, F>>, show: (field: F) => string): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, show(field)]));

const cli = (grammar: CliGrammar<Noun>): Omit<Writing, 'title'> => {
  if (grammar.form === 'none') return { has: false, whole: `none: ${grammar.why}`, fields: {} };
  if (grammar.form === 'statement') {
    const fields = each(grammar.refused ?? {}, (why) => `refused: ${String(why)}`);
    return { has: true, whole: `one line, ${lead(grammar.lead)}`, fields, others: 'in the line' };
  }
  if (grammar.form === 'file') return { has: true, whole: 'a file, sent over SCP', fields: {}, others: 'in the file' };
  const fields = each(grammar.fields, (field) => cliField(field as Field<never>));
  if (grammar.form === 'statements') return { has: true, whole: 'lines at the top level', fields };
  const key = printed(grammar.key);
  const header = Object.entries(grammar.fields)
    .filter(([name, field]) => (field as Field<never>).form === 'in-header' && !key.includes(`<${name}>`))
    .map(([name]) => `<${name}>`);
  const ownership = grammar.ownership === 'lines' ? '; other lines of the block are left alone' : '';
  const needs = grammar.required ? `; needs ${grammar.required.map((name) => code(name)).join(', ')}` : '';
  return { has: true, whole: `${lead(grammar.lead, [key, ...header].join(' ').trim())}${ownership}${needs}`, fields };
};

const leaf = ({ part, at, secret, immutable: sealed }: Leaf): string =>
  `${code(at)}${part === '' ? '' : ` of ${code(part)}`}${secret ? ' (never shown again)' : ''}${sealed ? ' (fixed at creation)' : ''}`;

const restField = (field: RestField<never>): string => {
  switch (field.form) {
    case 'written':
      return field.leaves.map(leaf).join(', ');
    case 'elsewhere':
      return 'not in the body';
    case 'refused':
      return `refused: ${field.why}`;
  }
};

const rest = (grammar: AnyRest<Noun>): Omit<Writing, 'title'> => {
  switch (grammar.form) {
    case 'none':
      return { has: false, whole: `none: ${grammar.why}`, fields: {} };
    case 'embedded':
      return { has: true, whole: 'written inside the objects that refer to it', fields: {} };
    case 'looked-up':
      return { has: true, whole: 'looked up by name, never written', fields: {} };
    case 'object': {
      const paths = new Set(samples.map((noun) => code(collectionFor(grammar, noun, {} as Look))));
      const needs = grammar.required ? `; needs ${grammar.required.map((name) => code(name)).join(', ')}` : '';
      const fields = each(grammar.fields, (field) => restField(field as RestField<never>));
      return { has: true, whole: `${[...paths].join(' or ')}${needs}`, fields };
    }
  }
};

interface IniPlace {
  readonly form: string;
  readonly key?: string;
  readonly parts?: readonly { readonly stem: string }[];
  readonly bareFirst?: boolean;
}
const iniField = ({ key, parts = [], bareFirst }: IniPlace): string =>
  key === undefined
    ? parts.map(({ stem }) => code(bareFirst ? `${stem}, ${stem}_2, …` : `${stem}_1, …`)).join(' and ')
    : code(key);
const ini = (grammar: AnyIni<Noun>): Omit<Writing, 'title'> => {
  if (grammar.form === 'none') return { has: false, whole: `none: ${grammar.why}`, fields: {} };
  const ownership = grammar.ownership === 'lines' ? '; other lines of the section are left alone' : '';
  return {
    has: true,
    whole: `${code(`[${grammar.type}]`)}${ownership}`,
    fields: each(grammar.fields, (field) => iniField(field as unknown as IniPlace)),
  };
};

const file = (kind: Kind): Omit<Writing, 'title'> => {
  const grammar = folder(kind);
  if (grammar.form === 'none') return { has: false, whole: `none: ${grammar.why}`, fields: {} };
  return { has: true, whole: 'a file of its own', fields: {}, others: 'in the file' };
};

/** How each platform writes a kind. A platform that is missing here does not compile. */
const writers: { readonly [P in PlatformId]: (kind: Kind) => Omit<Writing, 'title'> } = {
  iosxe: (kind) => cli(iosxe(kind)),
  asa: (kind) => cli(asa(kind)),
  fmc: (kind) => rest(fmc(kind) as unknown as AnyRest<Noun>),
  'duo-proxy': (kind) => ini(duoProxy(kind)),
  folder: file,
  ise: (kind) => rest(ise(kind) as unknown as AnyRest<Noun>),
  'duo-admin': (kind) => rest(duoAdmin(kind) as unknown as AnyRest<Noun>),
};

export const writingsOf = (kind: Kind): readonly Writing[] =>
  (Object.keys(writers) as PlatformId[]).map((id) => ({ title: platformOf(id).title, ...writers[id](kind) }));
