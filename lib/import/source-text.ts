import { isRef, type Ref } from '../model/noun';

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

const isIdentifier = (text: string): boolean => /^[A-Za-z_$][\w$]*$/.test(text);
const keyOf = (key: string): string => (isIdentifier(key) ? key : quoted(key));

const isEnv = (value: object): value is { readonly secret: 'env'; readonly name: string } =>
  (value as { readonly secret?: unknown }).secret === 'env';

/** An expression as it is: the name of a variable, a call. */
export interface Code {
  readonly code: string;
}
/** A call with an object: `new CryptoSuite({ … })`. */
export interface Call {
  readonly call: string;
  readonly args: object;
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

const isNested = (value: unknown): boolean =>
  typeof value === 'object' &&
  value !== null &&
  !isRef(value) &&
  !isEnv(value) &&
  !isCode(value) &&
  (Array.isArray(value) ? value.length : Object.keys(value).length) > 1;

/** A list of which each member has several parts has a line for each, as the formatters of the language have it. */
const isTable = (value: object): boolean => Array.isArray(value) && value.length > 1 && value.every(isNested);

const fits = (text: string, { indent, before, behind }: Place): boolean =>
  !text.includes('\n') && indent + before + text.length + behind <= width;

/** What is written on one line, however long it is. */
const anywhere: Place = { indent: 0, before: 0, behind: -1e9 };

const onOneLine = (value: object, variableOf: VariableOf): string => {
  const flat = (member: unknown): string => expression(member, variableOf, anywhere);
  if (Array.isArray(value)) return `[${value.map(flat).join(', ')}]`;
  const parts = Object.entries(value).map(([key, member]) => pair(key, flat(member)));
  return parts.length === 0 ? '{}' : `{ ${parts.join(', ')} }`;
};

const pair = (key: string, text: string): string => (key === text ? key : `${keyOf(key)}: ${text}`);

const memberLine = (key: string, value: unknown, variableOf: VariableOf, indent: number): string => {
  const place = { indent, before: keyOf(key).length + 2, behind: 1 };
  const text = expression(value, variableOf, place);
  if (typeof value === 'string' && !fits(text, place)) return `${keyOf(key)}:\n${' '.repeat(indent + 2)}${text}`;
  return pair(key, text);
};

/** A value as an expression. `variableOf`: what a reference is called. */
export const expression = (value: unknown, variableOf: VariableOf, place: Place): string => {
  if (typeof value === 'string') return quoted(value);
  if (typeof value !== 'object' || value === null) return String(value);
  if (isRef(value)) return variableOf(value);
  if (isEnv(value)) return `Secret.fromEnv(${quoted(value.name)})`;
  if (isCode(value)) return value.code;
  if (isCall(value)) {
    const { call, args } = value;
    const before = place.before + call.length + 1;
    return `${call}(${expression(args, variableOf, { ...place, before, behind: place.behind + 1 })})`;
  }
  const short = isTable(value) ? '\n' : onOneLine(value, variableOf);
  if (fits(short, place)) return short;
  const indent = place.indent + 2;
  const parts: readonly string[] = Array.isArray(value)
    ? value.map((member) => expression(member, variableOf, { indent, before: 0, behind: 1 }))
    : Object.entries(value).map(([key, member]) => memberLine(key, member, variableOf, indent));
  const [open, close] = Array.isArray(value) ? ['[', ']'] : ['{', '}'];
  return `${open}\n${parts.map((text) => `${' '.repeat(indent)}${text},\n`).join('')}${' '.repeat(place.indent)}${close}`;
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
