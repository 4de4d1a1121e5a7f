import { setTimeout as pause } from 'node:timers/promises';
import type { RestStep } from '../../../desired/rest/dialect';
import { revealed } from '../../../desired/rest/names';
import { inBase64 } from './base64';
import { isBag } from '../../../desired/rest/place';
import type { RestObject } from '../../../desired/rest/object';
import type { Json, JsonObject } from '../../../kernel/json';
import { mayHaveTakenEffect } from '../../../wire/https';
import type { Batch } from './bulk';
import type { FmcContext } from '../context';
import { formOf } from './form';
import { learnPart, partIds } from '../read/lookup';
import { pick } from '../read/pick';
import { grammarFor } from '../normalize';
import { counted } from '../read/standing';
import { isDuplicate } from '../client/wording';

/** Enough of an object to find it again among the answers of its collection. */
export const stubOf = (step: RestStep): RestObject => ({
  identity: step.identity,
  kind: step.kind,
  name: step.name,
  collection: step.part === '' ? (step.listed ?? withoutQuery(step.path).replace(/\/\{[^{}]*\}$/, '')) : step.path,
  fixed: {},
  leaves: {},
  sealed: [],
  parts: [],
  reference: {},
  ...(step.known === undefined ? {} : { id: step.known }),
});
const withoutQuery = (path: string): string => path.split('?')[0]!;
/** Where what it makes is listed. */
const listOf = ({ names }: FmcContext, step: RestStep): string => names.fill(withoutQuery(step.listed ?? step.path));

const missing = (step: RestStep): never => {
  throw new Error(`${step.name} was created and is not in its collection`);
};

const pauseAfter = ({ target }: FmcContext, attempt: number): Promise<void> =>
  pause(target.settings.retrySeconds * 1000 * 3 ** attempt);

/** The body of a request, with ids and secrets in place of what stands for them, and in base64 what goes so. */
export const bodyOf = ({ names, ports }: FmcContext, step: RestStep): JsonObject =>
  inBase64(revealed(step.body!, names, ports.secrets)) as JsonObject;

export const send = async (
  { client, ports }: FmcContext,
  method: 'POST' | 'PUT',
  path: string,
  step: RestStep,
  body: Json,
): Promise<JsonObject> => client.write(method, path, step.upload ? await formOf(body as JsonObject, ports) : body);

/** One creation may be answered by a list, as many are; an answer without an id says nothing of what was made. */
const madeIn = async (context: FmcContext, step: RestStep, answer: Json): Promise<JsonObject> => {
  const { items } = (Array.isArray(answer) ? { items: answer } : answer) as { readonly items?: unknown };
  const all = Array.isArray(items) ? (items as readonly Json[]) : [answer];
  const known = all.filter(isBag).filter((body) => typeof body['id'] === 'string');
  const found = known.length === 1 ? known[0] : pick(stubOf(step), known);
  return found ?? pick(stubOf(step), await context.client.list(listOf(context, step))) ?? missing(step);
};

/** A creation is looked for before it is sent again, so that a lost answer never doubles an object. */
const created = async (context: FmcContext, step: RestStep): Promise<JsonObject> => {
  const { client, names } = context;
  const path = names.fill(await counted(context, step));
  for (let attempt = 0; ; attempt++) {
    try {
      return await madeIn(context, step, await send(context, 'POST', path, step, bodyOf(context, step)));
    } catch (error) {
      if (!mayHaveTakenEffect(error) && !(attempt > 0 && isDuplicate(error))) throw error;
      const found = pick(stubOf(step), await client.list(listOf(context, step)));
      if (found) return found;
      if (attempt === 2) throw error;
      await pauseAfter(context, attempt);
    }
  }
};

/** Learns the ids of what was created. `listed`: what its collection answered since. */
const afterCreation = async (
  context: FmcContext,
  step: RestStep,
  answer: JsonObject,
  listed?: readonly JsonObject[],
): Promise<void> => {
  const { client, names, staged, fresh } = context;
  const object = stubOf(step);
  const path = listOf(context, step);
  const grammar = grammarFor(object);
  const body = grammar?.rereadId ? pick(object, listed ?? (await client.list(path))) : answer;
  const children = Object.keys({ ...grammar?.parts, ...grammar?.children });
  const whole =
    body && children.every((part) => partIds(object, body)[part])
      ? body
      : await client.get(`${path}/${String(answer['id'])}`);
  names.learn(step.identity, {
    id: String(whole['id']),
    type: String(whole['type']),
    name: String(whole['name'] ?? ''),
    parts: partIds(object, whole),
  });
  staged.add(String(whole['id']));
  fresh.add(step.identity);
};

export const create = async (context: FmcContext, step: RestStep): Promise<void> => {
  const answer = await created(context, step);
  if (!step.beside) return afterCreation(context, step, answer);
  learnPart(context.names, step, answer);
  context.staged.add(String(answer['id']));
};

/** Sends creations by one request. */
const sendMany = async (context: FmcContext, path: string, steps: readonly RestStep[]): Promise<void> => {
  const { client } = context;
  const bodies = steps.map((step) => bodyOf(context, step));
  const answer = await client.write('POST', `${path}?bulk=true`, bodies);
  const made = (answer['items'] ?? []) as readonly JsonObject[];
  client.saved(steps.length - 1);
  const reread = steps.some((step) => grammarFor(stubOf(step))?.rereadId);
  const answers = made.length === steps.length && !reread ? made : await client.list(path);
  for (const step of steps) await afterCreation(context, step, pick(stubOf(step), answers) ?? missing(step), answers);
};

/** All or nothing: where the answer was lost, what is there is taken, and the rest is sent again. */
export const createMany = async (context: FmcContext, { steps }: Batch): Promise<void> => {
  const { client, names } = context;
  const path = names.fill(steps[0]!.path);
  let left = steps;
  for (let attempt = 0; left.length > 0; attempt++) {
    try {
      await sendMany(context, path, left);
      return;
    } catch (error) {
      const again = mayHaveTakenEffect(error) || (attempt > 0 && isDuplicate(error));
      if (!again || attempt === 2) throw error;
      await pauseAfter(context, attempt);
      const there = await client.list(path);
      for (const step of left) {
        const found = pick(stubOf(step), there);
        if (found) await afterCreation(context, step, found, there);
      }
      left = left.filter((step) => names.find(step.identity) === undefined);
    }
  }
};
