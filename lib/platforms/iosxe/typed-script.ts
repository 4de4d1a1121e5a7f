import { expand, openLead, type Lead } from '../../desired/cli/abbreviate';
import { fieldsOf } from '../../desired/cli/entry';
import type { Fields } from '../../desired/cli/grammar';
import { everything, leadOfKnown, type KnownLines } from '../../desired/cli/known-lines';
import { recognise } from '../../desired/cli/recognise';
import { topFields } from '../../desired/cli/top-level';
import { wordsOf } from '../../desired/cli/tree';
import { grammar } from './grammar';
import { interfaceName } from './grammar/interface-name';
import { nounOfLine } from './grammar/lookup';
import { knownBelow, leadsOfKnown } from './known/below';
import { unmanaged } from './unmanaged';

type AnyFields = Fields<Record<string, unknown>>;

/** A mode that lines are typed in: what its noun understands, and what is known besides. */
interface Mode {
  readonly fields?: AnyFields | undefined;
  readonly known: KnownLines | typeof everything;
  /** Its header. */
  readonly header?: string;
  /** Lines until `quit` are a certificate. */
  readonly data?: boolean;
  /** Whether the lines in it are indented. */
  indented?: boolean;
}

/** What a line is in one mode: as it is spelled there, how many words lead it, and the mode that it opens. */
interface Meaning {
  readonly text: string;
  readonly lead: number;
  readonly isField: boolean;
  readonly opens?: Mode;
}

const top: Mode = { known: unmanaged };

const leadsOfFields = (fields: AnyFields): readonly string[] =>
  fieldsOf(fields).flatMap(([, field]) =>
    'lead' in field && field.form !== 'verbatim' && field.lead.length > 0 ? [field.lead.join(' ')] : [],
  );
const topLeads = (): readonly string[] =>
  Object.values(
    grammar as unknown as Record<string, { lead?: readonly string[]; form: string; fields?: AnyFields }>,
  ).flatMap(({ form, lead = [], fields }) => [
    ...(lead.length > 0 && lead[0] !== 'no' ? [lead.join(' ')] : []),
    ...(form === 'statements' && fields !== undefined
      ? leadsOfFields(fields).filter((each) => each.startsWith(lead.join(' ')))
      : []),
  ]);

const vocabularies = new WeakMap<object, readonly Lead[]>();
const vocabularyOf = (mode: Mode): readonly Lead[] => {
  const key = mode.fields ?? (mode.known as object);
  const before = mode.known === everything ? undefined : vocabularies.get(key);
  if (before !== undefined) return before;
  const own = mode === top ? topLeads() : mode.fields === undefined ? [] : leadsOfFields(mode.fields);
  const leads = [...own, ...(mode.known === everything ? [] : leadsOfKnown(mode.known))].map(openLead);
  if (mode.known !== everything) vocabularies.set(key, leads);
  return leads;
};

/** `int tu 100` is `interface Tunnel100`; so is the name of an interface in two words behind any other command. */
const withNames = (text: string): string => {
  if (/^(no )?(description|remark|banner|hostname|username)\b/i.test(text)) return text;
  const header = /^((?:no )?interface) +([a-z][a-z-]*) *(\d[\d/.:]*)(.*)$/i.exec(text);
  if (header) return `${header[1]} ${interfaceName(header[2]! + header[3]!)}${header[4]}`;
  return text.replace(
    /\b(Tunnel|Loopback|Vlan|Port-channel|(?:TenGigabit|Gigabit|Fast)?Ethernet|Virtual-Template|Serial|Dialer) (\d[\d/.:]*)(?= |$)/gi,
    (_all, kind: string, number: string) => interfaceName(kind + number),
  );
};
const listType = (text: string): string =>
  text.replace(/^(ip access-list) (s\w*|e\w*) /i, (_all, lead: string, type: string) =>
    /^s/i.test(type) ? `${lead} standard ` : `${lead} extended `,
  );

/** Spelled out as far as the words of the mode tell; an abbreviation that they do not tell stays. */
const spelledOut = (mode: Mode, words: readonly string[]): string => {
  const sign = words[0]?.toLowerCase() === 'no' && words.length > 1 ? 1 : 0;
  const expanded = expand(vocabularyOf(mode), words.slice(sign)).words;
  return listType(withNames([...words.slice(0, sign), ...expanded].join(' ')));
};

const belowOf = (mode: Mode, text: string): KnownLines | typeof everything | undefined =>
  mode.known === everything ? undefined : knownBelow(mode.known, text);

const opening = (
  fields: AnyFields | undefined,
  known: KnownLines | typeof everything | undefined,
): { opens?: Mode } => {
  const has = fields !== undefined || known === everything || (known !== undefined && Object.keys(known).length > 0);
  return has ? { opens: { fields, known: known ?? {} } } : {};
};

const meaningAtTop = (words: readonly string[]): Meaning | undefined => {
  const text = spelledOut(top, words);
  const known = belowOf(top, text);
  const found = nounOfLine(text);
  if (found === undefined) {
    const lead = known === undefined ? undefined : leadOfKnown(unmanaged, text);
    return lead === undefined
      ? undefined
      : { text, lead: wordsOf(lead).length, isField: false, ...opening(undefined, known) };
  }
  const { grammar: own } = found;
  const lead = Math.max('lead' in own ? own.lead.length : 0, wordsOf(leadOfKnown(unmanaged, text) ?? '').length);
  const inner = blockIn(own.form === 'statements' ? topFields(own) : undefined, text);
  const fields = own.form === 'section' ? own.fields : inner;
  const isBlock = fields !== undefined;
  return { text, lead, isField: true, ...(isBlock || own.form === 'statement' ? opening(fields, known) : {}) };
};

/** The lines of the block that a line of these fields opens. */
const blockIn = (fields: AnyFields | undefined, text: string): AnyFields | undefined => {
  const known = fields === undefined ? undefined : recognise(fields, text);
  if (known === undefined || 'miss' in known) return undefined;
  const { field } = known.inner ?? known;
  return field.form === 'blocks' || field.form === 'submode' ? field.fields : undefined;
};

const meaningIn = (mode: Mode, words: readonly string[]): Meaning | undefined => {
  const text = spelledOut(mode, words);
  const known = belowOf(mode, text);
  if (mode.fields !== undefined && !('miss' in recognise(mode.fields, text)))
    return { text, lead: words.length, isField: true, ...opening(blockIn(mode.fields, text), known) };
  if (mode.known === everything)
    return { text: words.join(' '), lead: 0, isField: false, opens: { known: everything } };
  const lead = known === undefined ? undefined : leadOfKnown(mode.known, text);
  return lead === undefined
    ? undefined
    : { text, lead: wordsOf(lead).length, isField: false, ...opening(undefined, known) };
};

interface Choice {
  readonly depth: number;
  readonly meaning: Meaning | undefined;
}

/**
 * The mode that a line belongs to: the innermost whose noun understands it, else where more words of it are known. An
 * indent counts where the words do not tell.
 */
const choose = (modes: readonly Mode[], words: readonly string[], indented: boolean): Choice => {
  const inner = modes.map((mode, at) => ({ depth: at + 1, meaning: meaningIn(mode, words) })).reverse();
  const field = inner.find(({ meaning }) => meaning?.isField);
  if (field !== undefined) return field;
  const known = inner.find(({ meaning }) => meaning !== undefined);
  const outside = meaningAtTop(words);
  if (known === undefined)
    return outside === undefined
      ? { depth: indented ? modes.length : 0, meaning: outside }
      : { depth: 0, meaning: outside };
  // `crypto map M` stands in an interface, and no `crypto ikev2 profile`, however far in it is written.
  if (outside === undefined || (indented && outside.lead < known.meaning!.lead + 2)) return known;
  const isTie = outside.lead === known.meaning!.lead && !(modes[known.depth - 1]?.indented ?? false);
  return outside.lead < known.meaning!.lead || isTie ? known : { depth: 0, meaning: outside };
};

const prompt = /^[A-Za-z0-9][\w./-]*(\([\w-]+\))?[#>] */;
/** Commands that change nothing, or what is no configuration. */
const command =
  /^(en|ena|enab|enabl|enable|disable|conf\w* *t\w*|conf\w*|do( .*)?|wr\w*( \w+)?|copy .*|sh(o|ow)? .*|term\w* .*|ping .*|clear .*|reload.*|logout|!.*|#.*)$/i;

/** What stands behind `!` in a line is a comment, unless the line is free text. */
const withoutComment = (text: string): string =>
  /^(desc|remark|\d+ remark|banner|.*(key|password|secret) )/i.test(text) ? text : text.replace(/\s+!.*$/, '');

/** One line of a script: the modes that it is typed in are changed by it. */
const typedLine = (modes: Mode[], raw: string): string => {
  const plain = raw.replace(prompt, '').trimEnd();
  const text = withoutComment(plain.trim());
  const inner = modes[modes.length - 1];
  if (inner?.data) {
    const depth = modes.length;
    if (/^quit$/i.test(text)) modes.pop();
    return text === '' ? '' : `${' '.repeat(depth)}${text}`;
  }
  if (/^ex(i|it)?$/i.test(text) || /^exit-address-family$/i.test(text)) {
    modes.pop();
    return '';
  }
  if (/^end$/i.test(text)) modes.length = 0;
  if (text === '' || /^end$/i.test(text) || command.test(text)) return '';
  const words = wordsOf(text);
  const indented = /^\s/.test(plain);
  const { depth, meaning } = choose(modes, words, indented);
  modes.length = depth;
  const above = modes[depth - 1];
  if (above !== undefined) above.indented = indented;
  const written = meaning?.text ?? words.join(' ');
  if (meaning?.opens) {
    const isData = /^certificate /.test(written) && (above?.header ?? '').startsWith('crypto pki certificate chain ');
    modes.push({ ...meaning.opens, header: written, data: isData });
  }
  return `${' '.repeat(depth)}${written}`;
};

/** A template is entered again without its type. */
const withTypes = (lines: readonly string[]): readonly string[] => {
  const typed = new Set(
    lines.flatMap((line) => /^(interface Virtual-Template\d+) type tunnel/i.exec(line)?.[1]?.toLowerCase() ?? []),
  );
  return lines.map((line) => (typed.has(line.toLowerCase()) ? `${line} type tunnel` : line));
};

/**
 * A script as a device would read it: by modes and not by indents, with `exit`, abbreviations, prompts and commands in
 * between. Each line comes back on its own line, spelled out and indented by its mode; what is no configuration is empty.
 */
export const asPrinted = (text: string): string => {
  const modes: Mode[] = [];
  return withTypes(text.split('\n').map((line) => typedLine(modes, line))).join('\n');
};

/** What a device printed says its release, and is indented by the device. */
export const isPrinted = (text: string): boolean => /^version \d/m.test(text);

/** Prompts around what a device printed, with what was typed at them. */
export const withoutPrompts = (text: string): string =>
  text
    .split('\n')
    .map((line) => (prompt.test(line) ? '' : line))
    .join('\n');
