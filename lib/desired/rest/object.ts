import type { Json, JsonObject } from '../../kernel/json';
import type { Kind } from '../../model/nouns';
import { otherSecret, secretMarker, type SecretRef } from '../../model/secret';
import type { SecretBook } from '../item';
import { losersIn } from './alternatives';
import { fixedAsRead } from './fixed';
import { collectionFor, type Alternatives, type Look, type RestGrammar } from './grammar';
import { isMeant, leafKey, listsOf, mannerOf, written, type Manner } from './manner';
import { besideAsRead, extraAsRead, leafAsRead, type Beside, type Bodies } from './as-read';
import type { Assigned } from './names';
import { place } from './place';
import { requirementOf, type Requirement } from './requirement';
import type { Requests } from './requests';

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
  /** Values of no field of its noun, set by the program: by the same keys as `leaves`. */
  readonly extra?: readonly string[];
  readonly sealed: readonly string[];
  readonly parts: readonly string[];
  /** Collections over which its name is unique. */
  readonly among?: readonly string[];
  /** How others refer to it, its id as a placeholder. */
  readonly reference: JsonObject;
  /** How it is changed, where that is not by a PUT of the whole. */
  readonly manner?: Manner;
  /** What stands behind the `?` of the request that creates it. */
  readonly creation?: string;
  /** The placeholder of its id, where it is that of another object. */
  readonly id?: string;
  /** Where it is written, when its collection only lists it. */
  readonly requests?: Requests;
  /** It is there only while this leaf of another object holds the value. */
  readonly requires?: Requirement;
  /** Its id is half of a login. */
  readonly idIsCredential?: true;
  /** Sent as a form with a file. */
  readonly upload?: true;
  /** Leaves that are lists in which others have members too. */
  readonly lists?: readonly string[];
  /** Of such lists the place in a member that says which one it is; without one, all of it does. */
  readonly memberKeys?: Readonly<Record<string, string>>;
  readonly beside?: Beside;
  /** It is there for all who need it. */
  readonly sharedByAll?: true;
  /** Of one for all: we made it; live also, no member of others is in it. */
  readonly created?: true;
  /** Live: members of others, with other values, that stand where we declare ours. */
  readonly taken?: readonly string[];
  /** The platform has it by itself: what its leaves go back to. */
  readonly original?: Readonly<Record<string, Json>>;
  /** The id that the platform gave it. Live: what it is. Remembered: what it was when it was ours last. */
  readonly assigned?: Assigned;
  /** Ids of what members of its lists refer to, by identity: others may rename that. */
  readonly refers?: Readonly<Record<string, string>>;
  /** Remembered: the members of its lists that were ours last. */
  readonly members?: readonly Json[];
  /** What it is called there, where that is not our name: somebody has renamed it. */
  readonly renamed?: string;
  /** Live: it was renamed, and another object has its name. */
  readonly displaced?: true;
  /** Live: why the platform does not let it be changed, with what to do instead. */
  readonly locked?: string;
  /** Places of which only one set is sent. */
  readonly alternatives?: readonly Alternatives[];
  /** Live: members that nothing declares and that are not at their default. Applied: those that came with what was sent. */
  readonly undeclared?: Readonly<Record<string, Json>>;
}

type Bag = Record<string, unknown>;

type Frame = Omit<
  RestObject,
  | 'leaves'
  | 'sealed'
  | 'parts'
  | 'lists'
  | 'memberKeys'
  | 'original'
  | 'manner'
  | 'alternatives'
  | 'created'
  | 'taken'
  | 'requires'
>;
const assemble = (
  grammar: RestGrammar<Bag>,
  { identity, kind, name, collection, fixed, reference, creation, id, upload, beside, requests }: Frame,
  leaves: Record<string, Json>,
): RestObject => {
  const all = written(grammar).flatMap(([, f]) => f.leaves);
  return {
    identity,
    kind,
    name,
    collection,
    fixed,
    reference,
    leaves,
    sealed: all.filter((leaf) => leaf.immutable).map(leafKey),
    parts: Object.keys(grammar.parts ?? {}),
    ...(creation === undefined ? {} : { creation }),
    ...(id === undefined ? {} : { id }),
    ...(upload ? { upload } : {}),
    ...(grammar.idIsCredential ? { idIsCredential: true as const } : {}),
    ...(requests === undefined ? {} : { requests }),
    ...(grammar.among ? { among: grammar.among } : {}),
    ...(grammar.alternatives ? { alternatives: grammar.alternatives } : {}),
    ...(grammar.sharedByAll ? { sharedByAll: true as const } : {}),
    ...(beside === undefined ? {} : { beside }),
    ...listsOf(grammar),
    ...mannerOf(grammar),
    ...requirementOf(grammar, { collection, fixed, leaves }),
  };
};

/** Without what means nothing because its switch is off. */
const meant = (grammar: RestGrammar<Bag>, leaves: Record<string, Json>): Record<string, Json> => {
  const idle = written(grammar)
    .flatMap(([, f]) => f.leaves)
    .filter((leaf) => !isMeant(leaf, leaves[`${leaf.part}#${leaf.only?.at}`]))
    .map(leafKey);
  return Object.fromEntries(Object.entries(leaves).filter(([key]) => !idle.includes(key)));
};

/** What the platform fills in. */
const defaultsOf = (grammar: RestGrammar<Bag>): Readonly<Record<string, Json>> =>
  meant(
    grammar,
    Object.fromEntries(
      written(grammar).flatMap(([, f]) =>
        f.leaves.flatMap((leaf) => (leaf.absent === undefined ? [] : [[leafKey(leaf), leaf.canonical(leaf.absent)]])),
      ),
    ),
  );

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
  const object = assemble(
    any,
    {
      identity: `${grammar.key}:${name}`,
      kind,
      name: String(bag['name']),
      collection: collectionFor(grammar, noun, look),
      fixed: grammar.nameOf ? grammar.fixed(noun) : named(grammar.fixed(noun), String(bag['name'])),
      reference: grammar.requests ? {} : look.reference(kind, name),
      ...(grammar.creation ? { creation: grammar.creation(noun) } : {}),
      ...(grammar.idOf ? { id: grammar.idOf(noun) } : {}),
      ...(grammar.upload ? { upload: true as const } : {}),
      ...(grammar.requests ? { requests: grammar.requests(noun, look) } : {}),
      ...(grammar.beside ? { beside: { part: grammar.beside.part, collection: grammar.beside.collection(noun) } } : {}),
    },
    meant(any, leaves),
  );
  return grammar.given?.(noun) ? { ...object, original: defaultsOf(any) } : object;
};

/** Reads what the platform answers for an object that `like` describes, in the same canonical form. */
export const readObject = <N extends object>(
  grammar: RestGrammar<N>,
  like: RestObject,
  bodies: Bodies,
  book: SecretBook,
): RestObject => {
  const any = grammar as unknown as RestGrammar<Bag>;
  const all = written(any).flatMap(([, f]) => f.leaves);
  const read = all.map((leaf) => [leafKey(leaf), leafAsRead(leaf, like, bodies, book)] as const);
  const leaves = Object.fromEntries(read.filter((entry): entry is [string, Json] => entry[1] !== undefined));
  const { type } = bodies[''] ?? {};
  const moved = any.among !== undefined && type !== undefined && type !== like.fixed['']?.['type'];
  const fixed = fixedAsRead(like.fixed, bodies, any.among !== undefined);
  const there = moved ? { ...fixed, '': { ...fixed[''], type } } : fixed;
  const others = losersIn(like, bodies, new Set(all.map(leafKey)));
  const set = extraAsRead(like, bodies);
  const beside = like.beside && besideAsRead(like.beside, bodies);
  const frame = { ...like, fixed: there, ...(beside === undefined ? {} : { beside }) };
  const own = assemble(any, frame, { ...others, ...meant(any, leaves) });
  const object = like.extra === undefined ? own : { ...own, leaves: { ...own.leaves, ...set }, extra: like.extra };
  return like.original === undefined ? object : { ...object, original: like.original };
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

/**
 * The body of one part, as it is sent: fixed members, then fields. Ids stand as placeholders. What is in `metadata` is the
 * platform's own and only read.
 */
export const bodyOf = (object: RestObject, part: string): JsonObject => {
  const own = Object.entries(object.leaves).filter(
    ([key]) => key.startsWith(`${part}#`) && !key.startsWith(`${part}#metadata.`),
  );
  return own.reduce((body, [key, value]) => place(body, key.slice(part.length + 1), value), object.fixed[part] ?? {});
};

/** A secret as it stands in an object: its marker. */
export const secretWire = {
  to: secretMarker,
  /** Which secret stands there is not read back; only that it is one, where an object is read and none is declared. */
  from: (json: Json | undefined): SecretRef | undefined =>
    json === otherSecret ? (otherSecret as unknown as SecretRef) : undefined,
};
