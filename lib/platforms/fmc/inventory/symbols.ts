import type { Json, JsonObject } from '../../../kernel/json';
import { placeholder } from '../../../desired/rest/dialect';
import type { AnyRest } from '../../../desired/rest/grammar';
import type { Kind } from '../../../model/nouns';
import { grammarOf } from '../grammar';
import { isOverride } from '../grammar/object-overrides';
import type { Face, Firewall, Listed } from './listed';

type Bag = Record<string, unknown>;

/** The first part of the identity of a kind. */
const keyOf = (kind: Kind): string | undefined => {
  const grammar = grammarOf(kind) as unknown as AnyRest<Bag>;
  return grammar.form === 'object' || grammar.form === 'looked-up' ? grammar.key : undefined;
};

/** They bear the id of their policy. */
const withIdOfPolicy: ReadonlySet<Kind> = new Set<Kind>(['policy-assignment', 'ra-local-realm']);

/** What each id stands for. */
export type Symbols = ReadonlyMap<string, string>;

export const symbolsOf = (
  listed: readonly Listed[],
  firewalls: readonly Firewall[],
  faces: readonly Face[],
): Symbols => {
  const found = new Map<string, string>();
  for (const { firewall, ifname, id } of faces) found.set(id, `interfaces:${firewall}/${ifname}`);
  for (const { name, id, record } of firewalls) {
    found.set(record, `devices:${name}`);
    found.set(id, `devices:${name}`);
  }
  for (const { kind, name, bodies } of listed) {
    const key = keyOf(kind);
    const id = bodies['']?.['id'];
    // An assignment bears the id of its policy, and an override that of its object.
    const isOwn = !withIdOfPolicy.has(kind) && !isOverride(kind);
    if (key !== undefined && typeof id === 'string' && isOwn) found.set(id, `${key}:${name}`);
  }
  return found;
};

/** The answer with a placeholder for each id that is known: what is within it, not its own. */
export const symbolic = (body: JsonObject, symbols: Symbols): JsonObject => {
  const walk = (value: Json): Json => {
    if (Array.isArray(value)) return value.map(walk);
    if (typeof value !== 'object' || value === null) return value;
    const known = symbols.get(String((value as JsonObject)['id']));
    if (known !== undefined) return { ...(value as JsonObject), id: placeholder(known) };
    return Object.fromEntries(Object.entries(value as JsonObject).map(([key, member]) => [key, walk(member)]));
  };
  return Object.fromEntries(Object.entries(body).map(([key, member]) => [key, walk(member)]));
};
