import type { z } from 'zod';
import { nouns, type Kind } from '../../lib/model/nouns';
import { secretRef } from '../../lib/model/secret';
import { namedTypes, type NamedType } from '../api/named';
import { isOptional, unwrap, type Shape } from '../api/schema';

/** The part of a zod schema's definition that says what it takes. */
interface Def {
  readonly type: string;
  readonly innerType?: z.ZodType;
  readonly in?: z.ZodType;
  readonly element?: z.ZodType;
  readonly options?: readonly z.ZodType[];
  readonly items?: readonly z.ZodType[];
  readonly keyType?: z.ZodType;
  readonly valueType?: z.ZodType;
  readonly left?: z.ZodType;
  readonly right?: z.ZodType;
  readonly entries?: Readonly<Record<string, string | number>>;
  readonly values?: readonly unknown[];
}
const defOf = (schema: z.ZodType): Def => schema.def;
const literal = (value: unknown): string => (typeof value === 'string' ? `'${value}'` : String(value));

/** What a printed type needs imported. */
export interface Uses {
  secret: boolean;
  readonly kinds: Set<Kind>;
  readonly types: Set<NamedType>;
}

export const noUses = (): Uses => ({ secret: false, kinds: new Set(), types: new Set() });

/** The doc comment of a field, by its path; lines of a comment or nothing. */
export type Comment = (path: readonly string[], field: z.ZodType) => string;

export const kindOfRef = (schema: z.ZodType): Kind | undefined =>
  (Object.keys(nouns) as Kind[]).find((kind) => schema.safeParse({ ref: kind, name: 'x' }).success);

const bracketed = (type: string): string => (/[|&{]|^readonly /.test(type) ? `(${type})` : type);
/** A union without what a wider member takes already. */
const unique = (types: readonly string[]): string =>
  [...new Set(types.flatMap((type) => (/^[^{}()&]+$/.test(type) ? type.split(' | ') : [type])))]
    .filter((type, _i, all) => !(all.includes('string') && type.startsWith("'")))
    .filter((type) => !(types.includes('number') && /^-?\d+$/.test(type)))
    .join(' | ');

/** The members of an object type, each with its comment. */
export const membersOf = (shape: Shape, path: readonly string[], comment: Comment, uses: Uses): string =>
  Object.entries(shape)
    .map(([name, field]) => {
      const at = [...path, name];
      const mark = isOptional(field) ? '?' : '';
      const key = /^[A-Za-z_$][\w$]*$/.test(name) ? name : `'${name}'`;
      return `${comment(at, field)}readonly ${key}${mark}: ${typeText(field, at, comment, uses)};`;
    })
    .join('\n');

type Print = (schema: z.ZodType) => string;
type Printers = Readonly<Partial<Record<string, (def: Def, inner: Print) => string>>>;

/** How a schema is printed whose members have no comments of their own. */
const printers: Printers = {
  enum: (def) => unique(Object.values(def.entries!).map(literal)),
  literal: (def) => unique(def.values!.map(literal)),
  array: (def, inner) => `readonly ${bracketed(inner(def.element!))}[]`,
  tuple: (def, inner) => `readonly [${def.items!.map(inner).join(', ')}]`,
  record: (def, inner) => `Readonly<Record<${inner(def.keyType!)}, ${inner(def.valueType!)}>>`,
  prefault: (def, inner) => inner(def.innerType!),
  union: (def, inner) => unique(def.options!.map(inner)),
  intersection: (def, inner) => `${inner(def.left!)} & ${inner(def.right!)}`,
  string: ({ type }) => type,
  number: ({ type }) => type,
  boolean: ({ type }) => type,
  // The device that answers clients: its construct, or its path. The only value of a kind of its own.
  custom: () => 'IConstruct | string',
};

/** A schema as the TypeScript type of what is written for it: its name, where it has one. */
const typeText = (outer: z.ZodType, path: readonly string[], comment: Comment, uses: Uses): string => {
  const named = namedTypes.find(({ schema }) => schema === unwrap(outer));
  if (named === undefined) return structureText(outer, path, comment, uses);
  uses.types.add(named);
  return named.name;
};

/** The same, written out. */
export const structureText = (outer: z.ZodType, path: readonly string[], comment: Comment, uses: Uses): string => {
  const schema = unwrap(outer);
  const def = defOf(schema);
  const inner: Print = (one) => typeText(one, path, comment, uses);
  if (schema === secretRef) {
    uses.secret = true;
    return 'SecretRef';
  }
  if (def.type === 'object') {
    const { shape } = schema as unknown as { readonly shape: Shape };
    return `{\n${membersOf(shape, path, comment, uses)}\n}`;
  }
  if (def.type === 'pipe') {
    const kind = defOf(def.in!).type === 'custom' ? kindOfRef(schema) : undefined;
    if (kind === undefined) return inner(def.in!);
    uses.kinds.add(kind);
    return `Reference<'${kind}'>`;
  }
  const print = printers[def.type];
  if (print === undefined) throw new Error(`${path.join('.')}: no TypeScript type for a schema of type ${def.type}`);
  return print(def, inner);
};
