import type { Json, JsonObject } from '../../kernel/json';
import type { SecretBook } from '../../desired/item';
import type { RestGrammar } from '../../desired/rest/grammar';
import { readObject, type RestObject } from '../../desired/rest/object';
import { undeclaredIn } from '../../desired/rest/undeclared';
import type { Kind } from '../../model/nouns';
import { grammarOf } from './grammar';
import type { Names } from '../../desired/rest/names';

type AnyGrammar = RestGrammar<Record<string, unknown>>;
export const grammarFor = (object: Pick<RestObject, 'kind'>): AnyGrammar | undefined => {
  const grammar = grammarOf(object.kind as Kind) as unknown as AnyGrammar;
  return grammar.form === 'object' ? grammar : undefined;
};

/** How each identity is referred to, from all places that declare a reference to it. */
const referencesOf = (scope: readonly RestObject[]): ReadonlyMap<string, JsonObject> => {
  const found = new Map<string, JsonObject>();
  const walk = (value: Json): void => {
    if (Array.isArray(value)) return value.forEach(walk);
    if (typeof value !== 'object' || value === null) return;
    const identity = /^\{([^{}#]+)\}$/.exec(String((value as JsonObject)['id']))?.[1];
    if (identity) found.set(identity, value as JsonObject);
    else Object.values(value as JsonObject).forEach(walk);
  };
  for (const object of scope) {
    walk(object.reference);
    [...Object.values(object.leaves), ...(object.members ?? [])].forEach(walk);
  }
  return found;
};

/** References to known ids become what a declaration would write, so that ids, types and aliases do not differ. */
const symbolic = (value: Json, names: Names, references: ReadonlyMap<string, JsonObject>): Json => {
  if (Array.isArray(value)) return value.map((member: Json) => symbolic(member, names, references));
  if (typeof value !== 'object' || value === null) return value;
  const id = (value as JsonObject)['id'];
  const identities = typeof id === 'string' ? names.identitiesOf(id) : [];
  const reference = identities.map((identity) => references.get(identity)).find((found) => found !== undefined);
  if (reference) return reference;
  return Object.fromEntries(
    Object.entries(value as JsonObject).map(([key, member]) => [key, symbolic(member, names, references)]),
  );
};

/** A reference of the object to itself would swallow it, so only its members are made symbolic. */
const symbolicBody = (body: JsonObject, names: Names, references: ReadonlyMap<string, JsonObject>): JsonObject =>
  Object.fromEntries(Object.entries(body).map(([key, member]) => [key, symbolic(member, names, references)]));

/** Why the FMC would refuse a change: it is the system's, or it belongs to a domain above and is only seen here. */
export const lockedIn = ({ metadata }: JsonObject, domain: string): string | undefined => {
  const { readOnly, domain: own } = (metadata ?? {}) as {
    readonly readOnly?: { readonly state?: boolean; readonly reason?: string };
    readonly domain?: { readonly id?: string; readonly name?: string };
  };
  if (own?.id !== undefined && String(own.id).toLowerCase() !== domain.toLowerCase())
    return `it is inherited from the domain ${own.name ?? own.id} and cannot be changed here: declare it there, or give yours another name`;
  if (readOnly?.state !== true) return undefined;
  const why = readOnly.reason === undefined ? '' : ` (${readOnly.reason})`;
  return `the FMC has it read-only${why}: give yours another name`;
};

/** What the FMC answered for one object, in the form in which it is declared. `domain`: the UUID of ours. */
export const normalizer = (scope: readonly RestObject[], names: Names, book: SecretBook, domain: string) => {
  const references = referencesOf(scope);
  return (like: RestObject, bodies: Readonly<Record<string, JsonObject>>): RestObject => {
    const grammar = grammarFor(like);
    const plain = Object.fromEntries(
      Object.entries(bodies).map(([part, body]) => [part, symbolicBody(body, names, references)]),
    );
    if (grammar === undefined) return like;
    const undeclared = undeclaredIn(grammar, like, bodies);
    const locked = lockedIn(bodies[''] ?? {}, domain);
    return {
      ...readObject(grammar, like, plain, book),
      ...(undeclared === undefined ? {} : { undeclared }),
      ...(locked === undefined ? {} : { locked }),
    };
  };
};
