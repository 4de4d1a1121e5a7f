import { isRef, type Ref } from '../model/noun';

/** Columns of a line, as in the project's own style. */
const width = 110;

/** A text as a literal of TypeScript. */
export const quoted = (text: string): string =>
  `'${JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")}'`;

const isIdentifier = (text: string): boolean => /^[A-Za-z_$][\w$]*$/.test(text);
const keyOf = (key: string): string => (isIdentifier(key) ? key : quoted(key));

const isEnv = (value: object): value is { readonly secret: 'env'; readonly name: string } =>
  (value as { readonly secret?: unknown }).secret === 'env';

/** A value as an expression. `variableOf`: what a reference is called. `indent`: blanks before its line. */
export const expression = (value: unknown, variableOf: (to: Ref) => string, indent: number): string => {
  if (typeof value === 'string') return quoted(value);
  if (typeof value !== 'object' || value === null) return String(value);
  if (isRef(value)) return variableOf(value);
  if (isEnv(value)) return `Secret.fromEnv(${quoted(value.name)})`;
  const isList = Array.isArray(value);
  const [open, close, pad] = isList ? ['[', ']', ''] : ['{', '}', ' '];
  const parts = (at: number): readonly string[] =>
    isList
      ? value.map((member) => expression(member, variableOf, at))
      : Object.entries(value).map(([key, member]) => {
          const text = expression(member, variableOf, at);
          return key === text ? key : `${keyOf(key)}: ${text}`;
        });
  const inner = parts(indent + 2);
  if (inner.length === 0) return `${open}${close}`;
  const short = `${open}${pad}${inner.join(', ')}${pad}${close}`;
  if (!short.includes('\n') && indent + short.length <= width) return short;
  const blanks = ' '.repeat(indent + 2);
  return `${open}\n${inner.map((text) => `${blanks}${text},\n`).join('')}${' '.repeat(indent)}${close}`;
};
