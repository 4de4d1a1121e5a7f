import type { z } from 'zod';
import { nouns } from '../../lib/model/nouns';
import { secretRef } from '../../lib/model/secret';
import { login, trust } from '../../lib/model/targets';
import { objectName } from '../../lib/model/values';
import { namedTypes } from './named';

/** The part of a zod schema's definition that says what it takes. */
interface Def {
  readonly type: string;
  readonly innerType?: z.ZodType;
  readonly in?: z.ZodType;
  readonly element?: z.ZodType;
  readonly options?: readonly z.ZodType[];
  readonly discriminator?: string;
  readonly entries?: Readonly<Record<string, string>>;
  readonly values?: readonly unknown[];
  readonly defaultValue?: unknown;
  readonly checks?: readonly { readonly _zod: { readonly def: Check } }[];
}
interface Check {
  readonly check: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly value?: number;
}

/** Schemas with a name of their own in the reference. */
const named = new Map<z.ZodType, string>([
  [secretRef, 'Secret'],
  [login, 'Login'],
  [trust, 'Trust'],
  ...namedTypes.map(({ schema, name }) => [schema, name] as const),
]);
const defOf = (schema: z.ZodType): Def => schema.def;
/** Least and most, of a number or of how many. */
const boundsOf = (schema: z.ZodType): { readonly least?: number | undefined; readonly most?: number | undefined } => {
  const checks = (defOf(schema).checks ?? []).map((check) => check._zod.def);
  // Several may be said, one after the other: the narrowest counts.
  const at = (...names: readonly string[]) =>
    checks.flatMap(({ check, minimum, maximum, value }) =>
      names.includes(check) ? (minimum ?? maximum ?? value ?? []) : [],
    );
  const [low, high] = [at('min_length', 'greater_than'), at('max_length', 'less_than')];
  return {
    least: low.length === 0 ? undefined : Math.max(...low),
    most: high.length === 0 ? undefined : Math.min(...high),
  };
};
const literal = (value: unknown): string => (typeof value === 'string' ? `'${value}'` : String(value));

export type Shape = Readonly<Record<string, z.ZodType>>;
/** The fields of an object, or of every form of a tagged union; undefined for anything else, and for what has a name. */
export const shapeOf = (schema: z.ZodType): Shape | undefined => (named.has(schema) ? undefined : ownShapeOf(schema));

/** The same, of what has a name too. */
export const ownShapeOf = (schema: z.ZodType): Shape | undefined => {
  const { type, options, element, discriminator } = defOf(schema);
  if (type === 'object') return (schema as unknown as { readonly shape: Shape }).shape;
  if (type === 'array') return shapeOf(unwrap(element!));
  if (type !== 'union' || discriminator === undefined) return undefined;
  return Object.assign({}, ...options!.map((option) => shapeOf(option))) as Shape;
};

/** What is inside `optional` and `default`. */
export const unwrap = (schema: z.ZodType): z.ZodType => {
  const { type, innerType } = defOf(schema);
  return type === 'optional' || type === 'default' || type === 'readonly' ? unwrap(innerType!) : schema;
};

export const isOptional = (schema: z.ZodType): boolean => schema.safeParse(undefined).success;
/** A union whose forms are told apart by one member. */
export const isTagged = (schema: z.ZodType): boolean => defOf(unwrap(schema)).type === 'union';
export const isArray = (schema: z.ZodType): boolean => defOf(unwrap(schema)).type === 'array';

/** The default that the schema fills in, as it would be written. */
export const defaultOf = (schema: z.ZodType): string => {
  const { type, innerType, defaultValue } = defOf(schema);
  if (type === 'optional') return defaultOf(innerType!);
  if (type !== 'default') return '';
  return typeof defaultValue === 'object' ? '' : literal(defaultValue);
};

/** The words with which the schema refuses a value. */
const refusal = (schema: z.ZodType, value: unknown): string => {
  const parsed = schema.safeParse(value);
  return parsed.success ? '' : (parsed.error.issues[0]?.message ?? '');
};

/** The kind that a reference takes. */
const kindOfRef = (schema: z.ZodType): string | undefined =>
  Object.keys(nouns).find((kind) => schema.safeParse({ ref: kind, name: 'x' }).success);

const quoted = (type: string): string => (/[|{]/.test(type) ? `(${type})` : type);

/** The type as a person would write it; `nameOf` gives the construct of a kind. */
export const typeOf = (schema: z.ZodType, nameOf: (kind: string) => string): string => {
  const def = defOf(schema);
  if (named.has(schema)) return named.get(schema)!;
  switch (def.type) {
    case 'optional':
    case 'default':
    case 'readonly':
      return typeOf(def.innerType!, nameOf);
    case 'enum':
      return Object.values(def.entries!).map(literal).join(' | ');
    case 'literal':
      return def.values!.map(literal).join(' | ');
    case 'array':
      return `${quoted(typeOf(def.element!, nameOf))}[]`;
    case 'union':
      return def
        .options!.map((option) => typeOf(option, nameOf))
        .filter((text, i, all) => all.indexOf(text) === i)
        .join(' | ');
    case 'object': {
      const fields = Object.entries((schema as unknown as { readonly shape: Shape }).shape).map(
        ([name, field]) => `${name}${isOptional(field) ? '?' : ''}: ${typeOf(field, nameOf)}`,
      );
      return `{ ${fields.join('; ')} }`;
    }
    case 'pipe': {
      const kind = kindOfRef(schema);
      return kind === undefined ? typeOf(def.in!, nameOf) : nameOf(kind);
    }
    default:
      return def.type;
  }
};

const items = ({ least, most }: ReturnType<typeof boundsOf>): string => {
  if (most !== undefined) return `${least ?? 0} to ${most} items`;
  return least === undefined ? '' : `at least ${least}`;
};

/** What to write instead, from the words of a refusal: `write a whole number of 1 to 9` is `1 to 9`. */
const remedy = (message: string): string =>
  (/(?:^|: )write (.*)$/.exec(message)?.[1] ?? '').replace(/^(a whole number of|it) /, '');

/** What the schema says to write: the remedy of its own refusal. Types that list their values need none. */
export const allowedOf = (outer: z.ZodType): string => {
  const schema = unwrap(outer);
  const { type, element, discriminator } = defOf(schema);
  if (named.has(schema)) return '';
  if (schema === objectName) return 'object name';
  if (type === 'number') {
    const { least, most } = boundsOf(schema);
    return remedy(refusal(schema, 'x')) || (least === undefined ? '' : `${least} to ${most}`);
  }
  if (type === 'string' || (type === 'union' && discriminator === undefined)) {
    const long = refusal(schema, 'x'.repeat(100_000));
    return remedy(refusal(schema, '?')) || (long.startsWith('at most') ? long : '');
  }
  if (type !== 'array') return '';
  return [items(boundsOf(schema)), allowedOf(element!)].filter((text) => text !== '').join('; each ');
};

/** What an object name is, in the words of its own refusal. */
export const objectNameIs = remedy(refusal(objectName, '?'));
