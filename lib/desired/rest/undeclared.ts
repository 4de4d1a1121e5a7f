import { sameJson, type Json, type JsonObject } from '../../kernel/json';
import { identifying } from './identifying';
import type { Leaf, RestGrammar } from './grammar';
import { leafKey } from './manner';
import { dig, isBag, isBlank } from './place';

type Bag = Record<string, unknown>;
type Found = Readonly<Record<string, Json>>;
/** What says whether an object is ours whole, and what it writes. */
interface Whole {
  readonly fixed: Readonly<Record<string, JsonObject>>;
  /** What of it is declared. Default: all. */
  readonly leaves?: Found;
  readonly extra?: readonly string[];
  readonly lists?: readonly string[];
  readonly original?: object;
}
type Bodies = Readonly<Record<string, JsonObject | undefined>>;

/** What comes with every answer. */
const echoed = new Set(['links', 'metadata', 'version', 'overrides', 'refType']);
/** What may hold a secret is not looked at: it is not kept anywhere. */
const mayBeSecret = /secret|passw|passphrase|token|key$/i;

/** References by their name: ids are of one platform. */
const told = (value: Json): Json => {
  if (Array.isArray(value)) return value.map(told);
  if (!isBag(value)) return value;
  if (typeof value['id'] === 'string' && typeof value['name'] === 'string') return { name: value['name'] };
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, member]) =>
      echoed.has(key) || mayBeSecret.test(key) || isBlank(member) ? [] : [[key, told(member)]],
    ),
  );
};

/** A link to children, not a value. */
const isStub = (value: Json): boolean =>
  isBag(value) && (value['refType'] !== undefined || value['links'] !== undefined) && value['name'] === undefined;

interface Known {
  readonly part: string;
  readonly places: readonly string[];
  readonly derived: ReadonlySet<string>;
  readonly defaults: Readonly<Record<string, Json>>;
}

const walk = (body: JsonObject, above: string, known: Known): readonly (readonly [string, Json])[] =>
  Object.entries(body).flatMap(([name, value]): readonly (readonly [string, Json])[] => {
    const at = above === '' ? name : `${above}.${name}`;
    if (above === '' && (identifying.has(name) || echoed.has(name))) return [];
    if (known.places.includes(at) || known.derived.has(at) || mayBeSecret.test(name)) return [];
    if (isBlank(value) || isStub(value)) return [];
    if (known.places.some((one) => one.startsWith(`${at}.`)) && isBag(value)) return walk(value, at, known);
    const key = `${known.part}#${at}`;
    return sameJson(value, known.defaults[key]) ? [] : [[key, told(value)]];
  });

/** Members inside the objects of a list that no field has. */
const inLists = (leaves: readonly Leaf[], bodies: Bodies): readonly (readonly [string, Json])[] =>
  leaves.flatMap(({ part, at, undeclared }) => {
    const members = undeclared === undefined ? undefined : dig(bodies[part], at);
    if (!Array.isArray(members)) return [];
    return (members as readonly JsonObject[]).flatMap((member, i): readonly (readonly [string, Json])[] => {
      const more = told(undeclared!(member));
      return isBlank(more) ? [] : [[`${part}#${at}[${i}]`, more]];
    });
  });

/** Whether a leaf is no news in an answer: one that is shown undeclared is only where it is declared. */
const isSaid = (leaf: Leaf, { leaves }: Whole): boolean =>
  !leaf.shownUndeclared || leaves === undefined || leaves[leafKey(leaf)] !== undefined;

/** What an answer holds that nothing declares and that is not at its default; nothing for what is not ours whole. */
export const undeclaredIn = (grammar: RestGrammar<Bag>, like: Whole, bodies: Bodies): Found | undefined => {
  if (grammar.undeclared === undefined || like.original !== undefined || like.lists !== undefined) return undefined;
  const { derived = [], defaults = {} } = grammar.undeclared;
  const leaves = Object.values(grammar.fields).flatMap((field) => (field.form === 'written' ? field.leaves : []));
  const children = Object.values({ ...grammar.parts, ...grammar.children });
  const all = Object.entries(bodies).flatMap(([part, body = {}]) => {
    const places = [
      ...leaves
        .filter((leaf) => leaf.part === part && isSaid(leaf, like))
        .flatMap(({ at, also = [] }) => [at, ...also]),
      ...Object.keys(like.fixed[part] ?? {}),
      ...(grammar.alternatives ?? []).filter((one) => (one.part ?? '') === part).flatMap(({ sets }) => sets.flat()),
      ...(like.extra ?? []).filter((key) => key.startsWith(`${part}#`)).map((key) => key.slice(part.length + 1)),
    ];
    return walk(body, '', { part, places, derived: new Set([...derived, ...children]), defaults });
  });
  return Object.fromEntries([...all, ...inLists(leaves, bodies)]);
};

/** Keys at which two differ. */
export const undeclaredChanges = (before: Found, after: Found): readonly string[] =>
  [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .filter((key) => !sameJson(before[key], after[key]))
    .sort();

/**
 * What is remembered of them after a change: what came with what was sent. What was there before it and was not remembered
 * stays what it is, so that it still shows.
 */
export const rememberUndeclared = (
  remembered: Found | undefined,
  before: Found | undefined,
  shown: Found | undefined,
): Found | undefined => {
  if (shown === undefined) return remembered;
  if (before === undefined) return shown;
  const known: Record<string, Json> = { ...(remembered ?? before) };
  for (const key of undeclaredChanges(before, shown)) {
    const value = shown[key];
    if (value === undefined) delete known[key];
    else known[key] = value;
  }
  return known;
};
