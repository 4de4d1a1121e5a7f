import type { z } from 'zod';
import { nearest } from '../kernel/spelling';

type Issue = Parameters<z.core.$ZodErrorMap>[0];

/** `ends.0.tunnel` reads better as `ends[0].tunnel`. */
export const place = (path: readonly PropertyKey[]): string =>
  path
    .map((part, i) => (typeof part === 'number' ? `[${part}]` : i === 0 ? String(part) : `.${String(part)}`))
    .join('');

/** A value as a message names it. */
export const seen = (value: unknown): string => {
  if (value === undefined) return 'nothing';
  if (typeof value === 'string') return `'${value}'`;
  if (typeof value === 'function') return 'a function';
  if (typeof value !== 'object' || value === null) return String(value);
  if (Array.isArray(value)) return 'a list';
  if (value instanceof Promise) return 'a promise (await is missing)';
  const { path } = (value as { readonly node?: { readonly path?: unknown } }).node ?? {};
  return typeof path === 'string' ? `the construct ${path}` : 'an object';
};

/** The same where more than a text is meant: a text there may be the secret that belongs into it, and is not printed. */
export const seenUnquoted = (value: unknown): string => (typeof value === 'string' ? 'a text' : seen(value));

/** What is wrong and what to write instead, for a value that is missing or is not what it should be. */
const expected =
  (state: string, remedy: string, named = seen) =>
  ({ input }: { readonly input?: unknown }): string =>
    input === undefined ? `is missing: write ${remedy}` : `${named(input)} is not ${state}: write ${remedy}`;

/** `'x' is not a valid VRF: write …`, for a value that is missing or has another form. */
export const notValid = (what: string, remedy: string) => expected(`a valid ${what}`, remedy);

/** Without what to write instead, for one who wrote nothing: what was read of a device is no mistake of its reader. */
export const withoutRemedy = (message: string): string =>
  message.replace(/: (?:write|leave it) .*$/s, '').replace(/^is missing$/, 'is not there');

const alternatives = (values: readonly unknown[]): string =>
  values
    .map(seen)
    .join(', ')
    .replace(/, ([^,]*)$/, ' or $1');

const typed: Readonly<Record<string, readonly [state: string, remedy: string]>> = {
  string: ['text', 'text in quotes'],
  number: ['a number', 'a number'],
  int: ['a whole number', 'a whole number'],
  boolean: ['a boolean', 'true or false'],
  array: ['a list', 'a list: [ … ]'],
  object: ['an object', 'an object: { … }'],
};

interface Listing {
  readonly _zod?: {
    readonly def?: { readonly element?: { readonly _zod: { readonly def: { readonly type: string } } } };
  };
}
/** Whether objects are meant: one, or a list of them. */
const isOfObjects = ({ expected, inst }: { readonly expected: string; readonly inst?: unknown }): boolean =>
  expected === 'object' || (inst as Listing | undefined)?._zod?.def?.element?._zod.def.type === 'object';

/** `[…]` around a single value is what was forgotten, most of the time. */
const remedyFor = (expected: string, input: unknown, remedy: string): string =>
  expected === 'array' && (typeof input === 'string' || typeof input === 'number') ? `[${seen(input)}]` : remedy;

const several = (n: number | bigint): string => (Number(n) === 1 ? 'one' : String(n));

interface Nested {
  readonly message: string;
  readonly path: readonly PropertyKey[];
}
/** What each of several forms would take. The one with which least is wrong is meant; of several, the one that was followed furthest. */
const anyOf = (input: unknown, all: readonly (readonly Nested[])[]): string => {
  const least = Math.min(...all.map((issues) => issues.length));
  const forms = all.filter((issues) => issues.length === least);
  const first = forms.flatMap((issues) => issues.slice(0, 1));
  const depth = Math.max(...first.map((issue) => issue.path.length));
  const meant = first.filter((issue) => issue.path.length === depth);
  const told = meant.map(({ path, message }) =>
    path.length === 0 ? message : `${path.map(String).join('.')}: ${message}`,
  );
  const same = `${seen(input)} is not `;
  return [...new Set(told)]
    .map((text, i) => (i > 0 && text.startsWith(same) ? text.slice(seen(input).length + 1) : text))
    .join('; or ');
};

const namesIn = (schema: unknown): readonly string[] =>
  Object.keys((schema as { readonly shape?: object } | undefined)?.shape ?? {});

/** Props that there are not, and of which ones they are misspellings, most likely. */
const strangers = (keys: readonly string[], names: readonly string[]): string => {
  const near = keys.flatMap((key) => nearest(key, names) ?? []);
  return `there is no ${keys.join(', ')} here: ${near.length === 0 ? 'leave it out' : `write ${near.join(', ')}`}`;
};

/** Says in the user's words what zod says in its own: for every parse of what a user wrote. */
export const wording: z.core.$ZodErrorMap = (issue: Issue): string | undefined => {
  switch (issue.code) {
    case 'invalid_type': {
      const [state, remedy] = typed[issue.expected] ?? [issue.expected, issue.expected];
      if (isOfObjects(issue)) return expected(state, remedy, seenUnquoted)(issue);
      return expected(state, remedyFor(issue.expected, issue.input, remedy))(issue);
    }
    case 'invalid_value':
      return issue.values.length === 1
        ? notValid('value here', seen(issue.values[0]))(issue)
        : notValid('choice here', alternatives(issue.values))(issue);
    case 'invalid_union': {
      const { discriminator, options } = issue as { discriminator?: string; options?: readonly unknown[] };
      const chosen = (issue.input as Record<string, unknown> | undefined)?.[discriminator ?? ''];
      return discriminator === undefined || options === undefined
        ? anyOf(issue.input, issue.errors as readonly (readonly Nested[])[])
        : notValid('choice here', alternatives(options))({ input: chosen });
    }
    case 'too_small':
      if (issue.origin === 'array') return `write at least ${several(issue.minimum)}`;
      return issue.origin === 'string'
        ? 'is empty: write something'
        : `${seen(issue.input)} is too small: write at least ${String(issue.minimum)}`;
    case 'too_big':
      return issue.origin === 'array'
        ? `write at most ${several(issue.maximum)}`
        : `${seen(issue.input)} is too large: write at most ${String(issue.maximum)}`;
    case 'unrecognized_keys':
      return strangers(issue.keys, namesIn(issue.inst));
    default:
      return undefined;
  }
};
