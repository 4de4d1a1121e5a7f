import type { Json, JsonObject } from '../../kernel/json';
import type { Kind } from '../../model/nouns';
import { secretMarker } from '../../model/secret';
import type { SecretBook } from '../item';
import type { Leaf, Look, RestField, RestGrammar, Written } from './grammar';

/** What one noun is as a REST object. The same form is made from what is declared and from what is answered. */
export interface RestObject {
  /** `ikev2policies:IKEV2-POLICY-1`; inside braces it stands for the id that only the platform knows. */
  readonly identity: string;
  readonly kind: string;
  readonly name: string;
  readonly collection: string;
  readonly fixed: Readonly<Record<string, JsonObject>>;
  /** Canonical values by `part#place`. */
  readonly leaves: Readonly<Record<string, Json>>;
  readonly sealed: readonly string[];
  readonly parts: readonly string[];
  /** Collections over which its name is unique. */
  readonly among?: readonly string[];
  /** How others refer to it, its id as a placeholder. */
  readonly reference: JsonObject;
  /** How it is changed, where that is not by a PUT of the whole. */
  readonly manner?: Manner;
}

export interface Manner {
  readonly updates?: 'POST';
  /** Leaves that are sent only when they are new. */
  readonly changesOnly?: readonly string[];
  /** Leaves whose members are joined and parted one by one. */
  readonly joined?: readonly string[];
}

type Bag = Record<string, unknown>;

export const leafKey = (leaf: Leaf): string => `${leaf.part}#${leaf.at}`;

const dig = (body: Json | undefined, at: string): Json | undefined =>
  at
    .split('.')
    .reduce<Json | undefined>(
      (value, member) =>
        typeof value === 'object' && value !== null && !Array.isArray(value)
          ? (value as JsonObject)[member]
          : undefined,
      body,
    );

/** Sets a dotted place in a body; the body is copied, not changed. */
export const place = (body: JsonObject, at: string, value: Json): JsonObject => {
  const [first, ...restOfPath] = at.split('.');
  const inner =
    restOfPath.length === 0 ? value : place((body[first!] ?? {}) as JsonObject, restOfPath.join('.'), value);
  return { ...body, [first!]: inner };
};

const written = (grammar: RestGrammar<Bag>): readonly (readonly [string, Written<unknown>])[] =>
  (Object.entries(grammar.fields) as [string, RestField<unknown>][]).flatMap(([name, f]) =>
    f.form === 'written' ? [[name, f] as const] : [],
  );

const mannerOf = (grammar: RestGrammar<Bag>): { readonly manner?: Manner } => {
  const leaves = written(grammar).flatMap(([, f]) => f.leaves);
  const [quiet, joined] = [leaves.filter((leaf) => leaf.changesOnly), leaves.filter((leaf) => leaf.joined)];
  if (grammar.updates === undefined && quiet.length + joined.length === 0) return {};
  return {
    manner: {
      ...(grammar.updates === undefined ? {} : { updates: grammar.updates }),
      ...(quiet.length === 0 ? {} : { changesOnly: quiet.map(leafKey) }),
      ...(joined.length === 0 ? {} : { joined: joined.map(leafKey) }),
    },
  };
};

type Frame = Pick<RestObject, 'identity' | 'kind' | 'name' | 'collection' | 'fixed' | 'reference'>;
const assemble = (
  grammar: RestGrammar<Bag>,
  { identity, kind, name, collection, fixed, reference }: Frame,
  leaves: Record<string, Json>,
): RestObject => ({
  identity,
  kind,
  name,
  collection,
  fixed,
  reference,
  leaves,
  sealed: written(grammar).flatMap(([, f]) => f.leaves.filter((leaf) => leaf.sealed).map(leafKey)),
  parts: Object.keys(grammar.parts ?? {}),
  ...(grammar.among ? { among: grammar.among } : {}),
  ...mannerOf(grammar),
});

/** Writes a noun as an object. What is not declared and has a known default is declared to be that default. */
export const writeObject = <N extends object>(
  grammar: RestGrammar<N>,
  kind: Kind,
  name: string,
  noun: N,
  look: Look,
): RestObject => {
  const bag = noun as unknown as Bag;
  const any = grammar as unknown as RestGrammar<Bag>;
  const leaves: Record<string, Json> = {};
  for (const [name, f] of written(any)) {
    const values = bag[name] === undefined ? f.leaves.map((leaf) => leaf.absent) : f.write(bag[name], look, noun);
    f.leaves.forEach((leaf, i) => {
      const value = values[i];
      if (value !== undefined) leaves[leafKey(leaf)] = leaf.canonical(value);
    });
  }
  return assemble(
    any,
    {
      identity: `${grammar.key}:${name}`,
      kind,
      name: String(bag['name']),
      collection: grammar.collection(noun, look),
      fixed: grammar.nameOf ? grammar.fixed(noun) : named(grammar.fixed(noun), String(bag['name'])),
      reference: look.reference(kind, name),
    },
    leaves,
  );
};

/** Reads what the platform answers for an object that `like` describes, in the same canonical form. */
export const readObject = <N extends object>(
  grammar: RestGrammar<N>,
  like: RestObject,
  bodies: Readonly<Record<string, JsonObject | undefined>>,
  book: SecretBook,
): RestObject => {
  const any = grammar as unknown as RestGrammar<Bag>;
  const leaves: Record<string, Json> = {};
  for (const leaf of written(any).flatMap(([, f]) => f.leaves)) {
    const key = leafKey(leaf);
    if (leaf.secret) {
      const marker = like.leaves[key];
      if (typeof marker === 'string') leaves[key] = book.judge(marker, undefined, `${like.identity} / ${key}`);
      continue;
    }
    const raw = dig(bodies[leaf.part], leaf.at);
    const value = raw === undefined || raw === null || (raw === '' && leaf.absent !== undefined) ? leaf.absent : raw;
    if (value !== undefined) leaves[key] = leaf.canonical(value);
  }
  const { type } = bodies[''] ?? {};
  const moved = any.among !== undefined && type !== undefined && type !== like.fixed['']?.['type'];
  return assemble(any, moved ? { ...like, fixed: { ...like.fixed, '': { ...like.fixed[''], type } } } : like, leaves);
};

/** The noun that an object says, as far as its fields can be read back; not yet checked by the noun's schema. */
export const nounOfObject = <N extends object>(grammar: RestGrammar<N>, object: RestObject): Partial<N> => {
  const fields = written(grammar as unknown as RestGrammar<Bag>).flatMap(([name, f]) => {
    const value = f.read(f.leaves.map((leaf) => object.leaves[leafKey(leaf)]));
    return value === undefined ? [] : [[name, value] as const];
  });
  return { name: object.name, ...Object.fromEntries(fields) } as unknown as Partial<N>;
};

const named = (fixed: RestObject['fixed'], name: string): RestObject['fixed'] => ({
  ...fixed,
  '': { ...fixed[''], name },
});

/** The body of one part, as it is sent: fixed members, then fields. Ids stand as placeholders. */
export const bodyOf = (object: RestObject, part: string): JsonObject => {
  const own = Object.entries(object.leaves).filter(([key]) => key.startsWith(`${part}#`));
  return own.reduce((body, [key, value]) => place(body, key.slice(part.length + 1), value), object.fixed[part] ?? {});
};

/** A secret as it stands in an object: its marker. */
export const secretWire = { to: secretMarker, from: () => undefined };
