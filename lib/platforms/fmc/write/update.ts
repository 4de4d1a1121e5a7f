import type { RestStep } from '../../../desired/rest/dialect';
import type { Leaf } from '../../../desired/rest/grammar';
import { withoutPlace } from '../../../desired/rest/place';
import type { Json, JsonObject } from '../../../kernel/json';
import { notFound, statusOf } from '../../../wire/https';
import { joined, merge, withUndeclared, writable } from './bodies';
import { isMoved, moved } from './conflict';
import type { FmcContext } from '../context';
import { bodyOf, send, stubOf } from './create';
import { habitsOf } from '../client/endpoints';
import { answersFor, learn, learnPart, seenIn } from '../read/lookup';
import { grammarFor } from '../normalize';
import { pick } from '../read/pick';

/** What the FMC makes by itself, a little after what it belongs to. */
const awaitGiven = async ({ client, names }: FmcContext, step: RestStep): Promise<void> => {
  const object = stubOf(step);
  for (let attempt = 0; attempt < 6 && names.find(step.identity) === undefined; attempt++) {
    if (attempt > 0) await client.later();
    learn(names, object, await answersFor(client, names, object));
  }
};

/** Where a request goes, and under which path what is there was kept when it was read. */
interface Place {
  readonly path: string;
  readonly kept: string;
  readonly read: () => Promise<JsonObject>;
}
const placeOf = ({ client, names }: FmcContext, step: RestStep): Place => {
  const path = names.fill(step.path);
  if (step.listed === undefined) return { path, kept: path, read: () => client.get(path) };
  const collection = names.fill(step.listed);
  const read = async (): Promise<JsonObject> => {
    const found = pick(stubOf(step), await client.list(collection));
    if (found === undefined) throw notFound(`${collection} of ${step.name}`);
    return found;
  };
  return { path, kept: seenIn(collection, step), read };
};

/** What is there now, unless another user has changed it since it was read. An old answer is asked for again. */
const current = async (
  { client, target, seen }: FmcContext,
  { path, kept, read }: Place,
  what: string,
): Promise<JsonObject> => {
  const before = seen.get(kept);
  for (let attempt = 0; ; attempt++) {
    const now = await read();
    if (before === undefined || !isMoved(before, now, client.username)) return now;
    if (!habitsOf(path).unstable || attempt === 5) throw moved(target.id, what, now);
    await client.later();
  }
};

/** A part of what this run has created holds what the FMC fills in, and what we send. */
const isFresh = ({ client, fresh }: FmcContext, step: RestStep): boolean =>
  step.part !== '' &&
  !client.cautious &&
  fresh.has(step.identity) &&
  !habitsOf(step.path.replace(/\{[^}]*\}/g, 'id')).unstable;

/** Parts that stand in an object are written by requests of their own: it only links to them. */
const linked = (step: RestStep, stored: JsonObject): JsonObject => {
  const parts = step.part === '' ? Object.values(grammarFor(step)?.parts ?? {}) : [];
  const links = parts.flatMap((member) => {
    const { id, type } = (stored[member] ?? {}) as JsonObject;
    return id === undefined || type === undefined ? [] : [[member, { id, type }] as const];
  });
  return { ...stored, ...Object.fromEntries(links) };
};

const leavesOf = (step: RestStep): readonly Leaf[] =>
  Object.values(grammarFor(step)?.fields ?? {})
    .flatMap((field) => (field.form === 'written' ? field.leaves : []))
    .filter(({ part }) => part === step.part);

export const update = async (context: FmcContext, step: RestStep): Promise<void> => {
  const { names, staged, seen } = context;
  if (step.given) await awaitGiven(context, step);
  const place = placeOf(context, step);
  const { path } = place;
  const now = isFresh(context, step) ? {} : await current(context, place, step.identity);
  const known = names.find(step.identity);
  staged.add((step.beside ? undefined : known?.id) ?? '').add(known?.parts[step.part] ?? '');
  const leaves = leavesOf(step);
  const ours = withUndeclared(leaves, bodyOf(context, step), now);
  const lists = Object.entries(step.leaving ?? {}).reduce((body, [at, gone]) => {
    const key = leaves.find((leaf) => leaf.at === at)?.memberKey;
    return joined(body, now, at, names.fill<readonly Json[]>(gone), key);
  }, ours);
  const stored = (step.gone ?? []).reduce(withoutPlace, linked(step, writable(now)));
  const type: JsonObject = now['type'] !== undefined && !grammarFor(step)?.ownType ? { type: now['type'] } : {};
  await send(context, 'PUT', path, step, step.upload ? ours : { ...merge(stored, lists), ...type });
  seen.delete(place.kept);
};

export const remove = async (context: FmcContext, step: RestStep): Promise<void> => {
  const { client, names, staged, seen } = context;
  const known = names.find(step.identity);
  if (step.beside && known?.parts[step.part] === undefined) return;
  const place = placeOf(context, step);
  staged.add((step.beside ? known?.parts[step.part] : known?.id) ?? '');
  try {
    if (seen.has(place.kept)) await current(context, place, step.identity);
    await client.write('DELETE', place.path);
  } catch (error) {
    if (statusOf(error) !== 404) throw error;
  }
  seen.delete(place.kept);
  if (step.beside) learnPart(names, step, undefined);
  else names.forget(step.identity);
};
