import { nearest } from '../../lib/kernel/spelling';
import { pointed } from '../../lib/model/noun';
import { secretRemedy } from '../../lib/model/secret';
import { place, seen, seenUnquoted } from '../../lib/model/wording';
import { deviceTypeOf } from '../../lib/synth/placement';
import type { Violation } from './checks';
import { isObject } from './given';

/**
 * A type as data. Programs are run without being compiled, and in JavaScript there is no type at all: what a construct is
 * given is held to its types when it is made. Nothing is said of values here; that is done where they are read.
 */
export type Shape =
  | 'text'
  | 'number'
  | 'boolean'
  | 'function'
  | 'secret'
  | 'any'
  /** What an object of level 1 says itself. */
  | 'object'
  /** A field of another form of the same object. */
  | 'nothing'
  | { readonly one: readonly (string | number | boolean)[] }
  | { readonly list: Shape }
  | { readonly tuple: readonly Shape[] }
  | { readonly record: Shape }
  /** Those whose name ends in `?` may be left out. */
  | { readonly fields: Readonly<Record<string, Shape>> }
  /** Another shape, by its name. */
  | { readonly named: string }
  /** The construct of an object of this kind, or a reference to one. */
  | { readonly kind: string; readonly class: string }
  | { readonly device: readonly string[]; readonly class: string }
  /** A value of a class, or one like it: what it has. */
  | { readonly like: string; readonly has: readonly string[] }
  | { readonly either: readonly Shape[] };

type Structure = Exclude<Shape, string>;
type At = readonly (string | number)[];
interface Fault {
  readonly at: At;
  readonly what: string;
  /** It is what one form has instead of another: a device, a word. */
  readonly decides?: true;
}

const plain: Readonly<Record<Extract<Shape, string>, (value: unknown) => boolean>> = {
  text: (value) => typeof value === 'string',
  number: (value) => typeof value === 'number',
  boolean: (value) => typeof value === 'boolean',
  function: (value) => typeof value === 'function',
  secret: (value) => isObject(value) && typeof value['secret'] === 'string',
  any: () => true,
  object: isObject,
  nothing: (value) => value === undefined,
};

const remedies: Readonly<Record<Extract<Shape, string>, string>> = {
  text: 'text in quotes',
  number: 'a number',
  boolean: 'true or false',
  function: 'a function',
  secret: secretRemedy,
  any: 'a value',
  object: 'an object: { … }',
  nothing: 'nothing: leave it out',
};

/** What a program does not make with `new`, or not only. */
const factories: Readonly<Record<string, string>> = {
  FtdDevice: "fmc.ftd('NAME'), a firewall of an FMC",
  CryptoSuite: 'a suite, like CryptoSuite.aes256Gcm()',
  Authentication: "Certificates.issuedBy('NAME') or PreSharedKey.from(Secret.fromEnv('NAME'))",
  ClientAuthentication: 'one of ClientAuth',
  ClientAuthorization: 'one of ClientAuthorization',
  SpokeAuthentication: 'one of SpokeAuth',
  PrimaryAuthenticator: 'one of PrimaryAuth',
  SamlIdentityProvider:
    'what the identity provider says of itself, { entityId, signInUrl, certificate }; of Duo `apply` of a DuoSamlApplication says it at its end, and `verify`',
};

const listed = (words: readonly string[]): string => [...new Set(words)].join(', ').replace(/, ([^,]*)$/, ' or $1');
/** Numbers by their size; words as they stand. */
const byNumber = (a: unknown, b: unknown): number => (typeof a === 'number' && typeof b === 'number' ? a - b : 0);
const article = (name: string): string => (/^(?:[AEIO]|Ftd|Fmc)/.test(name) ? `an ${name}` : `a ${name}`);

/** Shapes by their names. */
export type Book = Readonly<Record<string, Shape>>;

const fieldsOf = ({ fields }: { readonly fields: Readonly<Record<string, Shape>> }) =>
  Object.entries(fields).map(([key, shape]) => ({
    name: key.replace(/\?$/, ''),
    shape,
    isOptional: key.endsWith('?'),
  }));

/** What is to be written for a shape. */
const remedyOf = (shape: Shape, book: Book): string => {
  if (typeof shape === 'string') return remedies[shape];
  if ('named' in shape) return factories[shape.named] ?? remedyOf(book[shape.named]!, book);
  if ('one' in shape) return listed([...shape.one].sort(byNumber).map(seen));
  if ('list' in shape) return 'a list: [ … ]';
  if ('tuple' in shape) return `a list of ${shape.tuple.length}`;
  if ('record' in shape) return remedies.object;
  if ('either' in shape) return listed(shape.either.map((one) => remedyOf(one, book)));
  if ('like' in shape) return `${article(shape.like)}, the construct itself`;
  if ('class' in shape) return factories[shape.class] ?? `${article(shape.class)}, the construct itself`;
  const names = fieldsOf(shape).filter(({ isOptional }) => !isOptional);
  return names.length === 0 ? remedies.object : `{ ${names.map(({ name }) => name).join(', ')} }`;
};

/** Whether a secret stands somewhere in it. */
const holdsSecret = (shape: Shape, book: Book, within: readonly string[] = []): boolean => {
  if (typeof shape === 'string') return shape === 'secret';
  if ('named' in shape)
    return !within.includes(shape.named) && holdsSecret(book[shape.named]!, book, [...within, shape.named]);
  const parts = (): readonly Shape[] => {
    if ('list' in shape) return [shape.list];
    if ('tuple' in shape) return shape.tuple;
    if ('record' in shape) return [shape.record];
    if ('either' in shape) return shape.either;
    return 'fields' in shape ? Object.values(shape.fields) : [];
  };
  return parts().some((each) => holdsSecret(each, book, within));
};

const isSecret = (shape: Shape, book: Book): boolean => {
  if (typeof shape === 'string') return shape === 'secret';
  if ('named' in shape) return isSecret(book[shape.named]!, book);
  return 'either' in shape && shape.either.some((each) => isSecret(each, book));
};

const wrong = (shape: Shape, value: unknown, at: At, book: Book): Fault => {
  const remedy = remedyOf(shape, book);
  if (value === undefined) return { at, what: `is missing: write ${remedy}` };
  if (shape === 'nothing') return { at, what: 'does not go with the rest: leave it out' };
  // What is written in place of a reference to a secret may be the secret.
  if (isSecret(shape, book)) return { at, what: `this is no Secret: write ${remedy}` };
  const decides = typeof shape === 'object' && ('device' in shape || 'one' in shape);
  const named = holdsSecret(shape, book) ? seenUnquoted : seen;
  return { at, what: `${named(value)} is not valid here: write ${remedy}`, ...(decides ? { decides } : {}) };
};

const isConstruct = ({ node }: Readonly<Record<string, unknown>>): boolean =>
  isObject(node) && typeof node['path'] === 'string';

const isOf = (shape: Structure, value: unknown): boolean => {
  if ('one' in shape) return shape.one.includes(value as string);
  if ('list' in shape) return Array.isArray(value);
  if ('tuple' in shape) return Array.isArray(value) && value.length === shape.tuple.length;
  if ('device' in shape) return shape.device.includes(deviceTypeOf(value) ?? '');
  if ('kind' in shape) return pointed(value)?.ref === shape.kind;
  if ('like' in shape) return typeof value === 'object' && value !== null && shape.has.every((name) => name in value);
  return isObject(value) && !isConstruct(value);
};

const faultsInFields = (
  shape: { readonly fields: Readonly<Record<string, Shape>> },
  value: Readonly<Record<string, unknown>>,
  at: At,
  book: Book,
): readonly Fault[] => {
  const fields = fieldsOf(shape);
  const names = fields.map(({ name }) => name);
  const unknown = Object.keys(value).filter((key) => !names.includes(key) && value[key] !== undefined);
  return [
    ...unknown.map((key): Fault => {
      const near = nearest(key, names);
      return {
        at: [...at, key],
        what: `there is no such prop: ${near === undefined ? 'leave it out' : `write ${near}`}`,
      };
    }),
    ...fields.flatMap(({ name, shape: inner, isOptional }) =>
      isOptional && value[name] === undefined ? [] : faultsIn(inner, value[name], [...at, name], book),
    ),
  ];
};

/** A device or a word says which form was meant, whatever else is wrong. */
const weightOf = (faults: readonly Fault[]): number =>
  faults.reduce((sum, { decides }) => sum + (decides ? 100 : 1), 0);

/** The form that was meant: the one with which least is wrong. */
const faultsInForms = (forms: readonly Shape[], value: unknown, at: At, book: Book): readonly Fault[] => {
  const tried = forms.map((form) => faultsIn(form, value, at, book));
  if (tried.some((faults) => faults.length === 0)) return [];
  const inside = tried.filter((faults) => faults.every((fault) => fault.at.length > at.length));
  const [least] = [...inside].sort((a, b) => weightOf(a) - weightOf(b));
  return least ?? [wrong({ either: forms }, value, at, book)];
};

const faultsIn = (shape: Shape, value: unknown, at: At, book: Book): readonly Fault[] => {
  if (typeof shape === 'string') return plain[shape](value) ? [] : [wrong(shape, value, at, book)];
  if ('named' in shape) {
    const faults = faultsIn(book[shape.named]!, value, at, book);
    const whole = faults.find((fault) => fault.at.length === at.length);
    return whole === undefined ? faults : [{ ...whole, what: wrong(shape, value, at, book).what }];
  }
  if ('either' in shape) return faultsInForms(shape.either, value, at, book);
  if (!isOf(shape, value)) return [wrong(shape, value, at, book)];
  if ('list' in shape)
    return (value as readonly unknown[]).flatMap((each, i) => faultsIn(shape.list, each, [...at, i], book));
  if ('tuple' in shape)
    return shape.tuple.flatMap((each, i) => faultsIn(each, (value as readonly unknown[])[i], [...at, i], book));
  if ('record' in shape)
    return Object.entries(value as object).flatMap(([key, each]) => faultsIn(shape.record, each, [...at, key], book));
  return 'fields' in shape ? faultsInFields(shape, value as Readonly<Record<string, unknown>>, at, book) : [];
};

/** Where a value is not of a shape: by each prop what is wrong, and what is to be written. */
export const shapeViolations = (shape: Shape, value: unknown, book: Book): readonly Violation[] =>
  faultsIn(shape, value, [], book).map(({ at, what }): Violation => [at.length === 0 ? 'props' : place(at), what]);
