import { z } from 'zod';
import { isPlainLine } from '../kernel/text';
import { seen } from './wording';

/** A reference to another noun on the same target. `external` marks one that somebody else owns. */
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
export const ref = <K extends string>(kind: K) =>
  z
    .custom<Referable<K> | Ref<K>>(
      (value) => {
        const to = pointed(value);
        return to?.ref === kind && isNamed(to);
      },
      { error: (issue) => `${shape(issue.input)}: give the ${kind} construct itself, or its fromExisting handle` },
    )
    .transform((value): Ref<K> => (isRef(value) ? value : value.ref));

const pointed = (value: unknown): Ref | undefined =>
  isRef(value) ? value : (value as Referable | null | undefined)?.ref;

/** Whether what it is called is one line of plain text: it is typed as it is. */
const isNamed = ({ name, key = {} }: Ref): boolean =>
  [name, ...Object.values(key)].every((part) => typeof part === 'number' || isPlainText(part));
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

/** One noun: its type, its checks, its defaults and its documentation in one place. */
export interface Noun<K extends string = string, S extends z.ZodType = z.ZodType> {
  readonly kind: K;
  /** What it is called in messages: `IKEv2 proposal`. */
  readonly title: string;
  readonly schema: S;
  /** The field whose name comes before its own, because names repeat in different parents: `pair/Tunnel1`. */
  readonly within?: string;
}

export const noun = <K extends string, S extends z.ZodType>(
  kind: K,
  title: string,
  schema: S,
  within?: string,
): Noun<K, S> => ({
  kind,
  title,
  schema,
  ...(within === undefined ? {} : { within }),
});

/** The name by which a noun is known on its target. */
export const nameOf = (spec: Noun, value: object): string => {
  const own = (value as { name: string }).name;
  const parent = spec.within === undefined ? undefined : (value as Record<string, Ref | undefined>)[spec.within];
  return parent === undefined ? own : `${parent.name}/${own}`;
};

/** What the name of a noun says of it, the other way round: its own name, and its parent where it has one. */
export const identityOf = (spec: Noun, name: string): { readonly name: string } & Readonly<Record<string, unknown>> => {
  const at = name.lastIndexOf('/');
  if (spec.within === undefined || at < 0) return { name };
  return { name: name.slice(at + 1), [spec.within]: { name: name.slice(0, at) } };
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
