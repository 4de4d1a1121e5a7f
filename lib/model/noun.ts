import { z } from 'zod';
import { isPlainLine } from '../kernel/text';
import { seen } from './wording';

/** A reference to another noun on the same target. `external` marks one that is not declared. */
export interface Ref<K extends string = string> {
  readonly ref: K;
  readonly name: string;
  readonly external?: boolean;
  /** What its name alone does not say and its header needs: the type of an access list. */
  readonly key?: Readonly<Record<string, string | number>>;
}

/** Anything that a reference can be made from: a construct, or the handle that `fromExisting` gives. */
export interface Referable<K extends string = string> {
  readonly ref: Ref<K>;
}

/** What a prop takes for another object: its construct, what `fromExisting` gives, or the reference of one. */
export type Reference<K extends string = string> = Referable<K> | Ref<K>;

export const isRef = (value: unknown): value is Ref =>
  typeof value === 'object' &&
  value !== null &&
  typeof (value as Ref).ref === 'string' &&
  typeof (value as Ref).name === 'string';

/** References are made by construct, never by string, so that a name can be spelled in one place only. */
export const ref = <K extends string>(
  kind: K,
  remedy: (input: unknown) => string = () => `the ${kind} construct itself, or its fromExisting handle`,
) =>
  z
    .custom<Referable<K> | Ref<K>>(
      (value) => {
        const to = pointed(value);
        return to?.ref === kind && isNamed(to);
      },
      { error: (issue) => `${shape(issue.input)}: give ${remedy(issue.input)}` },
    )
    .transform((value): Ref<K> => (isRef(value) ? value : value.ref));

/** What a construct, a handle or a reference points to; undefined of anything else. */
export const pointed = (value: unknown): Ref | undefined => {
  if (isRef(value)) return value;
  const { ref: to } = (value ?? {}) as Partial<Referable>;
  return typeof to === 'object' && to !== null ? to : undefined;
};

/** Whether what it is called is one line of plain text: it is typed as it is. */
const isNamed = ({ name, key }: Ref): boolean =>
  [name, ...Object.values(key ?? {})].every((part) => typeof part === 'number' || isPlainText(part));
const isPlainText = (part: unknown): boolean => typeof part === 'string' && part.trim() !== '' && isPlainLine(part);

const shape = (value: unknown): string => {
  if (value === undefined) return 'is missing';
  if (typeof value === 'string') return `'${value}' is only a name`;
  const to = pointed(value);
  if (to !== undefined && !isNamed(to))
    return 'its name is empty or holds a line break or another control or invisible character';
  const kind = to?.ref;
  return kind === undefined ? `${seen(value)} is not a construct` : `this is the construct of another kind (${kind})`;
};

/** The names of fields: of a text or a number itself, of a reference that of what it points to. */
type Names<F extends string = string> = { readonly [N in F]?: string };
/** What references carry beside a name, by field. */
type Keys<F extends string = string> = { readonly [N in F]?: Ref['key'] };

/**
 * What names a noun on its device. Where it says nothing a user may name it, and its default is the path of its construct.
 * - `'id'`: the name is not free (an interface, a user). Its default is the id of the construct, also inside a composite.
 * - `{ only }`: a device has one, which is known by this name.
 * - a list of fields: their names, joined with `/`; no user names it.
 * - a function of the names of its fields, for all else. Where it gives nothing the name is as with `'id'`.
 */
type Identity<F extends string = string> =
  'id' | { readonly only: string } | readonly F[] | ((names: Names<F>, keys: Keys<F>) => string | undefined);

/** How a noun is known on its target. */
interface Naming<F extends string = string> {
  readonly identity?: Identity<F>;
  /**
   * The field whose name comes before its own, because names repeat in different parents: `pair/Tunnel1`. `device`, here or
   * in `identity`, is the firewall that an object is placed on, which no user writes.
   */
  readonly within?: F;
  /** Fields that each reference to it carries: routes leave by the logical name of a tunnel. */
  readonly carries?: readonly F[];
  /** What a device calls those that it makes by itself, which no program declares. */
  readonly made?: RegExp;
}

/** One noun: its type, its checks, its defaults, its documentation and its name on a device, in one place. */
export interface Noun<K extends string = string, S extends z.ZodType = z.ZodType> extends Naming {
  readonly kind: K;
  /** What it is called in messages: `IKEv2 proposal`. */
  readonly title: string;
  readonly schema: S;
}

export const noun = <K extends string, S extends z.ZodType>(
  kind: K,
  title: string,
  schema: S,
  naming: Naming<keyof z.input<S> & string> = {},
): Noun<K, S> => ({ kind, title, schema, ...(naming as Naming) });

/** The name under which a device that has one of it knows it; undefined where it may have several. */
export const onlyNameOf = ({ identity }: Naming): string | undefined =>
  typeof identity === 'object' && 'only' in identity ? identity.only : undefined;

/** Whether the firewall that it is placed on is part of its name: no user writes that field, `device`. */
export const isOnFirewall = ({ within, identity }: Naming): boolean =>
  within === 'device' || (Array.isArray(identity) && (identity as readonly string[]).includes('device'));

/** Whether a user names it. */
export const isNamedByUser = ({ identity }: Naming): boolean => identity === undefined || identity === 'id';

const nameIn = (value: unknown): string | undefined => {
  if (typeof value === 'string' || typeof value === 'number') return String(value);
  const name = pointed(value)?.name;
  return typeof name === 'string' ? name : undefined;
};

const mapped = <T>(fields: object, by: (value: unknown) => T): Readonly<Record<string, T>> =>
  Object.fromEntries(Object.entries(fields).map(([field, value]) => [field, by(value)]));

/** Its own name, as its fields say it; undefined where they do not. The fields are props or those of the noun. */
export const identify = ({ identity }: Naming, fields: object): string | undefined => {
  if (typeof identity === 'function')
    return identity(
      mapped(fields, nameIn),
      mapped(fields, (value) => pointed(value)?.key),
    );
  if (!Array.isArray(identity)) return onlyNameOf({ identity });
  const names = (identity as readonly string[]).map((field) => nameIn((fields as Record<string, unknown>)[field]));
  return names.includes(undefined) ? undefined : names.join('/');
};

/** Its name on its target: its own, behind that of its parent. */
export const nameWithin = ({ within }: Naming, own: string, fields: object): string => {
  const parent = within === undefined ? undefined : nameIn((fields as Record<string, unknown>)[within]);
  return parent === undefined ? own : `${parent}/${own}`;
};

/** The name by which a noun is known on its target. */
export const nameOf = (spec: Noun, value: object): string =>
  nameWithin(spec, (value as { readonly name: string }).name, value);

/** What references to it carry, of its fields. */
export const keyOf = ({ carries = [] }: Naming, fields: object): Ref['key'] => {
  const key = Object.entries(fields).filter(
    ([field, value]) => carries.includes(field) && (typeof value === 'number' || isPlainText(value)),
  );
  return key.length === 0 ? undefined : Object.fromEntries(key);
};

/** What the name of a noun says of it, the other way round: its own name, its parent, and the fields that make the name. */
export const identityOf = (
  { within, identity }: Noun,
  name: string,
): { readonly name: string } & Readonly<Record<string, unknown>> => {
  const at = within === undefined ? -1 : name.lastIndexOf('/');
  const own = name.slice(at + 1);
  return { name: own, ...partsOf(identity, own), ...(at < 0 ? {} : { [within!]: { name: name.slice(0, at) } }) };
};

/** The fields that a name is made of; numbers as such. */
const partsOf = (identity: Naming['identity'], name: string): NonNullable<Ref['key']> => {
  if (!Array.isArray(identity)) return {};
  const values = name.split('/');
  return Object.fromEntries(
    (identity as readonly string[]).map((field, i) => [
      field,
      /^\d+$/.test(values[i] ?? '') ? Number(values[i]) : (values[i] ?? ''),
    ]),
  );
};

/** Every reference inside a noun, in the order in which it is written. */
export const refsOf = (value: unknown): readonly Ref[] => {
  const found: Ref[] = [];
  gatherRefs(value, found);
  return found;
};
const gatherRefs = (value: unknown, found: Ref[]): void => {
  if (typeof value !== 'object' || value === null) return;
  if (isRef(value)) found.push(value);
  else for (const part of Object.values(value)) gatherRefs(part, found);
};

/** The address of a noun within its target: `ikev2-proposal/IKEV2-PROPOSAL-1`. */
export const addressOf = (kind: string, name: string): string => `${kind}/${name}`;
