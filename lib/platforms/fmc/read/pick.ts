import type { RestObject } from '../../../desired/rest/object';
import { groupBy } from '../../../kernel/group';
import type { JsonObject } from '../../../kernel/json';
import { fail } from '../../../kernel/problem';
import { grammarFor } from '../normalize';

/** What a collection answered. */
type Answers = readonly JsonObject[];
type Named = ReadonlyMap<string, Answers>;
type NameOf = (body: JsonObject) => readonly string[];

const indexes = new WeakMap<Answers, Map<unknown, Named>>();
/** The answers of a collection by name, read once for each manner of naming. */
const byName = (bodies: Answers, manner: unknown, namesOf: NameOf): Named => {
  const known = indexes.get(bodies) ?? new Map<unknown, Named>();
  indexes.set(bodies, known);
  const there = known.get(manner);
  if (there !== undefined) return there;
  const entries = bodies.flatMap((body) => [...new Set(namesOf(body))].map((name) => ({ name, body })));
  const index = new Map(
    [...groupBy(entries, ({ name }) => name)].map(([name, found]) => [name, found.map(({ body }) => body)]),
  );
  known.set(manner, index);
  return index;
};

const namesIn = (grammar: ReturnType<typeof grammarFor>, body: JsonObject): readonly string[] => {
  const names = grammar?.nameOf ? grammar.nameOf(body) : (body['name'] as string | undefined);
  return typeof names === 'string' ? [names] : (names ?? []);
};

/** What an object is called on the FMC. */
export const shownName = (object: RestObject, body: JsonObject): string => namesIn(grammarFor(object), body)[0] ?? '';

/** What those of its collection are called. */
export const namesAmong = (object: RestObject, bodies: Answers): readonly string[] => {
  const grammar = grammarFor(object);
  return bodies.flatMap((body) => namesIn(grammar, body));
};

/** Those of the answers that bear the name of an object. */
const namesakes = (object: RestObject, bodies: Answers): Answers => {
  const grammar = grammarFor(object);
  const namesOf: NameOf = (body) => namesIn(grammar, body);
  return byName(bodies, grammar?.nameOf, namesOf).get(object.name) ?? [];
};

const lowerName: NameOf = ({ name }) => [String(name).toLowerCase()];

/** The object among the answers of its collection. */
export const pick = (object: RestObject, bodies: Answers): JsonObject | undefined => {
  const grammar = grammarFor(object);
  if (grammar?.only) return bodies[0];
  const [found] = namesakes(object, bodies);
  if (found !== undefined || !grammar?.among) return found;
  return byName(bodies, lowerName, lowerName).get(object.name.toLowerCase())?.[0];
};

/** Two of one name: which of them is ours cannot be told. */
export const refuseTwins = (object: RestObject, bodies: Answers): void => {
  if (grammarFor(object)?.only || namesakes(object, bodies).length < 2) return;
  fail(
    'fmc.twins',
    object.name,
    `the FMC lists two of this name in ${object.collection}: which one is meant cannot be known. Nothing was changed`,
    'rename or remove one of them there',
  );
};
