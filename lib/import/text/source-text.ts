import { isRef, type Ref } from '../../model/noun';

/** Columns of a line, as in the project's own style. */
const width = 120;

const count = (text: string, char: string): number => text.split(char).length - 1;

/** A text as a literal of TypeScript, in the quotes of which fewer stand in it. */
export const quoted = (text: string): string => {
  if (/^[\w ./:,@()<>=+-]*$/.test(text)) return `'${text}'`;
  const json = JSON.stringify(text);
  if (count(text, "'") > count(text, '"')) return json;
  return `'${json.slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")}'`;
};

/** Objects have few keys, and have them often. */
const keys = new Map<string, string>();
const keyOf = (key: string): string => {
  let text = keys.get(key);
  if (text === undefined) keys.set(key, (text = /^[A-Za-z_$][\w$]*$/.test(key) ? key : quoted(key)));
  return text;
};

const isEnv = (value: object): value is { readonly secret: 'env'; readonly name: string } =>
  (value as { readonly secret?: unknown }).secret === 'env';

/** An expression as it is: the name of a variable, a call. */
export interface Code {
  readonly code: string;
}
/** A call with an object or a list: `new CryptoSuite({ … })`; `options`: its second argument. */
export interface Call {
  readonly call: string;
  readonly args: object;
  readonly options?: object;
}
const isCode = (value: object): value is Code => typeof (value as Partial<Code>).code === 'string';
const isCall = (value: object): value is Call => typeof (value as Partial<Call>).call === 'string';

/** Where a value stands: blanks before its line, and how much of the line is taken before and behind it. */
export interface Place {
  readonly indent: number;
  readonly before: number;
  readonly behind: number;
}

type VariableOf = (to: Ref) => string;

const isNested = (value: unknown): boolean => {
  if (typeof value !== 'object' || value === null) return false;
  if (Array.isArray(value)) return value.length > 1;
  return !isRef(value) && !isEnv(value) && !isCode(value) && Object.keys(value).length > 1;
};

/** A list of which each member has several parts has a line for each, as the formatters of the language have it. */
const isTable = (value: object): boolean => Array.isArray(value) && value.length > 1 && value.every(isNested);

/** How long a text may be there. */
const roomIn = ({ indent, before, behind }: Place): number => width - indent - before - behind;
const fits = (text: string, place: Place): boolean => !text.includes('\n') && text.length <= roomIn(place);

/** On one line; nothing where a table stands in it, or where there is no room for it. */
const onOneLine = (value: unknown, variableOf: VariableOf, room: number): string | undefined => {
  if (typeof value === 'string') return quoted(value);
  if (typeof value !== 'object' || value === null) return String(value);
  const word = Array.isArray(value) ? undefined : wordOf(value, variableOf);
  if (word !== undefined) return word;
  if (!isCall(value)) return flat(value, variableOf, room);
  const args = onOneLine(value.args, variableOf, room);
  const options = value.options === undefined ? '' : onOneLine(value.options, variableOf, room);
  if (args === undefined || options === undefined) return undefined;
  return `${value.call}(${args}${options === '' ? '' : `, ${options}`})`;
};

/** A list or an object on one line. */
const flat = (value: object, variableOf: VariableOf, room: number): string | undefined => {
  if (!Array.isArray(value)) return flatObject(value, variableOf, room);
  return isTable(value) ? undefined : flatList(value, variableOf, room);
};

const flatList = (list: readonly unknown[], variableOf: VariableOf, room: number): string | undefined => {
  let text = '';
  for (const member of list) {
    if (text.length > room) return undefined;
    const part = onOneLine(member, variableOf, room);
    if (part === undefined) return undefined;
    text += text === '' ? part : `, ${part}`;
  }
  return `[${text}]`;
};

const flatObject = (value: object, variableOf: VariableOf, room: number): string | undefined => {
  let text = '';
  for (const [key, member] of Object.entries(value)) {
    if (text.length > room) return undefined;
    const part = onOneLine(member, variableOf, room);
    if (part === undefined) return undefined;
    text += text === '' ? pair(key, part) : `, ${pair(key, part)}`;
  }
  return text === '' ? '{}' : `{ ${text} }`;
};

const pair = (key: string, text: string): string => (key === text ? key : `${keyOf(key)}: ${text}`);

const memberLine = (key: string, value: unknown, variableOf: VariableOf, indent: number): string => {
  const place = { indent, before: keyOf(key).length + 2, behind: 1 };
  const text = expression(value, variableOf, place);
  if (typeof value === 'string' && !fits(text, place)) return `${keyOf(key)}:\n${' '.repeat(indent + 2)}${text}`;
  return pair(key, text);
};

/** What is one word of the program: a variable, a secret, a piece of it. */
const wordOf = (value: object, variableOf: VariableOf): string | undefined => {
  if (isRef(value)) return variableOf(value);
  if (isEnv(value)) return `Secret.fromEnv(${quoted(value.name)})`;
  return isCode(value) ? value.code : undefined;
};

/** A value as an expression. `variableOf`: what a reference is called. */
export const expression = (value: unknown, variableOf: VariableOf, place: Place): string => {
  if (typeof value === 'string') return quoted(value);
  if (typeof value !== 'object' || value === null) return String(value);
  const word = Array.isArray(value) ? undefined : wordOf(value, variableOf);
  if (word !== undefined) return word;
  const isPlainCall = isCall(value) && value.options === undefined;
  if (isPlainCall) return `${value.call}(${behindCall(value, value.args, variableOf, place)})`;
  const short = (isCall(value) ? onOneLine : flat)(value, variableOf, roomIn(place));
  if (short !== undefined && fits(short, place)) return short;
  return isCall(value) ? callOnLines(value, variableOf, place) : onLines(value, variableOf, place.indent);
};

/** The last argument of a call, on the line of the call. */
const behindCall = ({ call }: Call, last: object, variableOf: VariableOf, place: Place): string =>
  expression(last, variableOf, { ...place, before: place.before + call.length + 1, behind: place.behind + 1 });

/** A call with two arguments: the second begins on the line of the call where the first fits there, else a line each. */
const callOnLines = ({ call, args, options = {} }: Call, variableOf: VariableOf, place: Place): string => {
  const first = onOneLine(args, variableOf, roomIn(place));
  const lead = `${call}(${first ?? ''}, `;
  if (first !== undefined && fits(`${lead}{`, { ...place, behind: 0 }))
    return `${lead}${onLines(options, variableOf, place.indent)})`;
  const inner = { indent: place.indent + 2, before: 0, behind: 1 };
  const lines = [args, options].map((each) => `${' '.repeat(inner.indent)}${expression(each, variableOf, inner)},\n`);
  return `${call}(\n${lines.join('')}${' '.repeat(place.indent)})`;
};

/** A list or an object, a line for each member. */
const onLines = (value: object, variableOf: VariableOf, indent: number): string => {
  const inner = indent + 2;
  const parts: readonly string[] = Array.isArray(value)
    ? value.map((member) => expression(member, variableOf, { indent: inner, before: 0, behind: 1 }))
    : Object.entries(value).map(([key, member]) => memberLine(key, member, variableOf, inner));
  const [open, close] = Array.isArray(value) ? ['[', ']'] : ['{', '}'];
  return `${open}\n${parts.map((text) => `${' '.repeat(inner)}${text},\n`).join('')}${' '.repeat(indent)}${close}`;
};

/** A call with these texts: on the line that begins with `before` where they fit, else a line each. */
export const callWith = (before: string, texts: readonly string[], indent: number): string => {
  const last = before.slice(before.lastIndexOf('\n') + 1);
  const all = texts.map(quoted);
  const short = `(${all.join(', ')})`;
  if (fits(short, { indent: 0, before: last.length + (before.includes('\n') ? 0 : indent), behind: 1 }))
    return `${before}${short}`;
  return `${before}(\n${all.map((text) => `${' '.repeat(indent + 2)}${text},\n`).join('')}${' '.repeat(indent)})`;
};

/** A comment of several lines, wrapped at words. */
export const comment = (text: string, indent: number): readonly string[] => {
  const lines: string[] = [];
  let line = '//';
  for (const word of text.split(' ')) {
    if (line.length + word.length + 1 + indent > width && line.trim() !== '//') {
      lines.push(line);
      line = '//  ';
    }
    line += ` ${word}`;
  }
  return [...lines, line];
};
