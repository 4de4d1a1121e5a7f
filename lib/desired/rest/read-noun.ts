import { sameJson, type Json, type JsonObject } from '../../kernel/json';
import { otherSecret } from '../../model/secret';
import type { Leaf, RestGrammar, Written } from './grammar';
import { isMeant, leafKey, written } from './manner';
import { dig, isBlank } from './place';

type Bag = Record<string, unknown>;
type Bodies = Readonly<Record<string, JsonObject | undefined>>;

/** What of an answer is read as a noun without its name. */
export interface ReadFields {
  readonly fields: Readonly<Bag>;
  /** Those of them that say only what the platform has by itself. */
  readonly usual: readonly string[];
  /** Fields of which something is there that they cannot say. */
  readonly unread: readonly string[];
}

const rawOf = ({ part, at, also = [] }: Leaf, bodies: Bodies): Json | undefined =>
  [at, ...also].map((place) => dig(bodies[part], place)).find((one) => one !== undefined);

/** What is answered where nothing is. */
const isNothing = (raw: Json | undefined, { absent }: Leaf): boolean =>
  raw === undefined || raw === null || (raw === '' && absent !== undefined) || (Array.isArray(raw) && raw.length === 0);

/** A place in canonical form. Of a secret only that there is one: an answer hides it behind stars, or leaves it out. */
const valueOf = (leaf: Leaf, bodies: Bodies): Json | undefined => {
  const raw = rawOf(leaf, bodies);
  if (leaf.secret) return isNothing(raw, leaf) && leaf.only === undefined ? undefined : otherSecret;
  const value = isNothing(raw, leaf) ? leaf.absent : raw!;
  return value === undefined ? undefined : leaf.canonical(value);
};

/** Without what means nothing because its switch is off. */
const meant = (leaf: Leaf, value: Json | undefined, valueAt: (key: string) => Json | undefined): Json | undefined =>
  isMeant(leaf, valueAt(`${leaf.part}#${leaf.only?.at}`)) ? value : undefined;

/** Whether something is there that counts: what is at its default or off may be left out. */
const counts = (leaf: Leaf, value: Json | undefined): boolean =>
  value !== undefined &&
  (!leaf.secret || value === otherSecret) &&
  !leaf.compareIfDeclared &&
  !(leaf.absent === undefined && isBlank(value)) &&
  !(leaf.absent !== undefined && sameJson(value, leaf.canonical(leaf.absent)));

/** The fields of a noun as an answer has them, without an object that is declared beside it. */
export const fieldsIn = (grammar: RestGrammar<Bag>, bodies: Bodies): ReadFields => {
  const all = written(grammar);
  const values = new Map(
    all.flatMap(([, f]) => f.leaves.map((leaf) => [leafKey(leaf), valueOf(leaf, bodies)] as const)),
  );
  const read = all.map(([name, f]: readonly [string, Written<unknown>]) => {
    const own = f.leaves.map((leaf) => meant(leaf, values.get(leafKey(leaf)), (key) => values.get(key)));
    const value = f.read(own);
    const isUsual = !f.leaves.some((leaf, i) => counts(leaf, own[i]));
    return { name, value, isUsual };
  });
  return {
    fields: Object.fromEntries(read.flatMap(({ name, value }) => (value === undefined ? [] : [[name, value]]))),
    usual: read.filter(({ isUsual, value }) => isUsual && value !== undefined).map(({ name }) => name),
    unread: read.filter(({ isUsual, value }) => !isUsual && value === undefined).map(({ name }) => name),
  };
};
