import type { RestStep } from '../../../desired/rest/dialect';
import type { Leaf } from '../../../desired/rest/grammar';
import { leafKey, written } from '../../../desired/rest/manner';
import { isPlaceholder, type Names } from '../../../desired/rest/names';
import type { RestObject } from '../../../desired/rest/object';
import { dig, place } from '../../../desired/rest/place';
import { groupBy } from '../../../kernel/group';
import { sameJson, type JsonObject } from '../../../kernel/json';
import { fail, problem, type Problem } from '../../../kernel/problem';
import { identityOf } from '../../../model/noun';
import { nouns, type Kind } from '../../../model/nouns';
import type { FmcContext } from '../context';
import { nameIn } from './devices';
import { grammarFor } from '../normalize';

const identityIn = (value: JsonObject | undefined): string | undefined =>
  isPlaceholder(value?.['id'] ?? null) ? String(value!['id']).slice(1, -1) : undefined;

const standsIn = (object: RestObject): readonly Leaf[] => {
  const grammar = grammarFor(object);
  return grammar === undefined
    ? []
    : written(grammar).flatMap(([, field]) => field.leaves.filter(({ stands }) => stands !== undefined));
};

/** That it stands before or after another. */
interface Bond {
  readonly leaf: Leaf;
  readonly neighbour: JsonObject;
  readonly identity: string;
}
const bondsOf = (object: RestObject): readonly Bond[] =>
  standsIn(object).flatMap((leaf): readonly Bond[] => {
    const neighbour = object.leaves[leafKey(leaf)] as JsonObject | undefined;
    const identity = identityIn(neighbour);
    return identity === undefined ? [] : [{ leaf, neighbour: neighbour!, identity }];
  });

/** Whether it stands where it does among others of its list. */
export const isPlaced = (object: RestObject): boolean => object.creation !== undefined;

/** Beside what objects of the scope stand that is itself not in it: what is made again needs to know where that is. */
export const neighboursOf = (scope: readonly RestObject[]): readonly RestObject[] => {
  const known = new Set(scope.map(({ identity }) => identity));
  return scope.filter(isPlaced).flatMap((object) =>
    bondsOf(object).flatMap(({ identity, neighbour }): readonly RestObject[] => {
      if (known.has(identity)) return [];
      known.add(identity);
      const { kind, collection } = object;
      const { name } = identityOf(nouns[kind as Kind], nameIn(identity));
      return [{ identity, kind, name, collection, fixed: {}, leaves: {}, sealed: [], parts: [], reference: neighbour }];
    }),
  );
};

type Placed = ReadonlyMap<string, RestObject>;

/** All that are ahead in a row, the nearest first. */
const aheadOf = (object: RestObject, placed: Placed): readonly RestObject[] => {
  const found = new Set<RestObject>();
  for (let one: RestObject | undefined = object; one !== undefined && !found.has(one);) {
    found.add(one);
    const bond: Bond | undefined = bondsOf(one).find(({ leaf }) => leaf.anyOrder !== undefined);
    one = bond && placed.get(bond.identity);
  }
  return [...found].slice(1);
};

/** What an answer of a list does not say by itself: that it stands before or after others, where that is declared and true. */
export const standingsIn = (objects: readonly RestObject[], answers: readonly JsonObject[], names: Names) => {
  const indexes = new Map(answers.map((body, i) => [body['id'], i]));
  const placed: Placed = new Map(objects.filter(isPlaced).map((object) => [object.identity, object]));
  const at = (identity: string): number | undefined => indexes.get(names.find(identity)?.id);
  /** What is not there is made beside it again, and stands as declared then. */
  const holds = (object: RestObject, own: number, { leaf, identity }: Bond): boolean => {
    if (leaf.anyOrder === undefined) {
      const other = at(identity);
      return other === undefined || (leaf.stands === 'before' ? own < other : own > other);
    }
    return aheadOf(object, placed).every((one) => (at(one.identity) ?? -1) < own || isAlike(one, object));
  };
  return (object: RestObject, body: JsonObject): JsonObject =>
    bondsOf(object).reduce((known, bond) => {
      const own = indexes.get(body['id']);
      if (own === undefined || !holds(object, own, bond)) return known;
      const id = names.find(bond.identity)?.id ?? bond.neighbour['id']!;
      return place(known, bond.leaf.at, { ...bond.neighbour, id });
    }, body);
};

/** Who stands above and below an object, directly or by others. */
const around = (identity: string, placed: Placed): Readonly<Record<'before' | 'after', ReadonlySet<string>>> => {
  const bonds = [...placed.values()].flatMap((object) =>
    bondsOf(object).map((bond): readonly [string, string] =>
      bond.leaf.stands === 'after' ? [bond.identity, object.identity] : [object.identity, bond.identity],
    ),
  );
  const reached = (from: 0 | 1): ReadonlySet<string> => {
    const next = groupBy(bonds, (bond) => bond[from]);
    const found = new Set([identity]);
    for (const one of found) next.get(one)?.forEach((bond) => found.add(bond[from === 0 ? 1 : 0]));
    found.delete(identity);
    return found;
  };
  return { after: reached(1), before: reached(0) };
};

/** Whether the order of two means nothing. */
const isAlike = (one: RestObject | undefined, other: RestObject): boolean => {
  const free = standsIn(other).find(({ anyOrder }) => anyOrder !== undefined);
  const key = free && leafKey({ ...free, at: free.anyOrder! });
  return one !== undefined && key !== undefined && sameJson(one.leaves[key], other.leaves[key]);
};

/** `{accessrules:edge-access/Block all#index}`: what stands for the index of an object in its list. */
const index = /\{([^{}#]+)#index\}/;

/**
 * Where a creation puts what it makes: above the first that is to stand below it, else below the last that is to stand
 * above it. Indexes are counted then: others may have put something in between since.
 */
export const counted = async ({ client, names, placed }: FmcContext, step: RestStep): Promise<string> => {
  const { path, identity: own } = step;
  if (!placed.has(own)) return path;
  const [collection, query] = path.split('?') as [string, string];
  const { before, after } = around(own, placed);
  const [, neighbour] = index.exec(query) ?? [];
  // At the end of a section or category it stands below all that are there.
  if (neighbour === undefined && ![...before].some((one) => names.find(one))) return path;
  const answers = await client.list(names.fill(collection));
  const indexes = new Map(answers.map((body, i) => [body['id'], i]));
  const at = (identity: string): number => indexes.get(names.find(identity)?.id) ?? -1;
  if (neighbour !== undefined && at(neighbour) < 0)
    return fail(
      'fmc.unknown',
      neighbour,
      'it is no longer there, and what is created was to stand beside it',
      'plan again; if it is gone for good, declare another place',
    );
  const spot = (among: (identity: string) => boolean): readonly [below: number, above: number] => {
    const there = (all: ReadonlySet<string>) => [...all].filter(among).map(at);
    const isThere = (one: number): boolean => one >= 0;
    return [Math.min(...there(before).filter(isThere)), Math.max(...there(after).filter(isThere))];
  };
  const first = spot(() => true);
  const [below, above] = first[0] > first[1] ? first : spot((one) => !isAlike(placed.get(one), placed.get(own)!));
  const shown = (i: number): string => String(Number(dig(answers[i], 'metadata.ruleIndex') ?? i + 1));
  if (Number.isFinite(below)) return `${collection}?insertBefore=${shown(below)}`;
  if (neighbour !== undefined) return `${collection}?insertAfter=${shown(above)}`;
  return path;
};

interface Made {
  readonly path: string;
  readonly steps: readonly RestStep[];
}
/** What of some changes gets a place by being made. */
const madeBy = ({ placed }: FmcContext, changes: readonly Made[]) =>
  changes.flatMap(({ path, steps }) =>
    steps.flatMap((step) => (step.method === 'POST' && placed.has(step.identity) ? [{ at: path, step }] : [])),
  );
export const getsPlace = (context: FmcContext, changes: readonly Made[]): boolean =>
  madeBy(context, changes).length > 0;

/** What cannot be made, since what it is to stand beside is not there. */
export const withoutNeighbour = (context: FmcContext, changes: readonly Made[]): readonly Problem[] => {
  const made = madeBy(context, changes);
  const own = new Set(made.map(({ step }) => step.identity));
  return made.flatMap(({ at, step }) => {
    const [, neighbour] = index.exec(step.path) ?? [];
    if (neighbour === undefined || own.has(neighbour) || context.names.find(neighbour)) return [];
    const words = `${step.name} was beside ${nameIn(neighbour)}, which is no longer there. Nothing was changed`;
    return [problem('fmc.rollback', at, words, 'declare the rule again with another place, and apply')];
  });
};

/** Where that stands which was made again: others may have changed what is around it since it went. */
export const whereMade = (context: FmcContext, changes: readonly Made[]): Promise<readonly string[]> =>
  Promise.all(
    madeBy(context, changes).flatMap(({ step }) => {
      const id = context.names.find(step.identity)?.id;
      return id === undefined ? [] : [whereIs(context, step, id)];
    }),
  );
const whereIs = async ({ client, names }: FmcContext, { path, name }: RestStep, id: string): Promise<string> => {
  const answers = await client.list(names.fill(path.split('?')[0]!));
  const own = answers.findIndex((body) => body['id'] === id);
  const [above, below] = [answers[own - 1], answers[own + 1]].map((body) => body && String(body['name']));
  const between = [above && `below ${above}`, below && `above ${below}`].filter((one) => one !== undefined);
  const where = between.length === 0 ? 'alone' : between.join(' and ');
  return `${name} was made again, and stands ${where} now: others may have changed what is around it since, so see whether that is right before you deploy`;
};
