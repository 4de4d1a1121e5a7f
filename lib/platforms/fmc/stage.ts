import { setTimeout as pause } from 'node:timers/promises';
import type { RestStep } from '../../desired/rest/dialect';
import { revealed, type Names } from '../../desired/rest/names';
import { withoutPlace, type RestObject } from '../../desired/rest/object';
import type { Json, JsonObject } from '../../kernel/json';
import { problem, type Problem } from '../../kernel/problem';
import type { TargetSettings } from '../../model/targets';
import { mayHaveTakenEffect, statusOf } from '../../wire/https';
import { brokenOff } from '../../contract/interrupted';
import type { Ports, Push } from '../../contract/session';
import { joined, merge, writable } from './bodies';
import { batches, type Batch } from './bulk';
import { failedEntry, isDuplicate, wording, type FmcClient } from './client';
import { isMoved, moved } from './conflict';
import { habitsOf } from './endpoints';
import { formOf } from './form';
import { lockedBy } from './lock';
import { answersFor, learn, partIds, pick } from './lookup';
import { grammarFor } from './normalize';

type Change = Push<RestObject, RestStep>['changes'][number];

export interface Staging {
  readonly target: { readonly id: string; readonly settings: TargetSettings<'fmc'> };
  readonly client: FmcClient;
  readonly names: Names;
  readonly ports: Ports;
  /** Ids that this run wrote or deleted: pending changes of these are ours. */
  readonly staged: Set<string>;
  /** What was read last, by path. */
  readonly seen: Map<string, JsonObject>;
}

/** Enough of an object to find it again among the answers of its collection. */
const stubOf = (step: RestStep): RestObject => ({
  identity: step.identity,
  kind: step.kind,
  name: step.name,
  collection: step.part === '' ? withoutQuery(step.path).replace(/\/\{[^{}]*\}$/, '') : step.path,
  fixed: {},
  leaves: {},
  sealed: [],
  parts: [],
  reference: {},
  ...(step.known === undefined ? {} : { id: step.known }),
});
const withoutQuery = (path: string): string => path.split('?')[0]!;

/** A request as a person reads it: names in place of what stands for an id, and of a part that there is once only its kind. */
const spoken = (method: string, path: string): string =>
  `${method} ${path.replace(/\/\{[^{}]*#[^{}]*\}/g, '').replace(/\{[^{}:]*:([^{}]*)\}/g, '$1')}`;

const staysStaged = 'nothing was deployed; what was staged before it stays staged, and the next run goes on from there';

const missing = (step: RestStep): never => {
  throw new Error(`${step.name} was created and is not in its collection`);
};

/** Writes changes to the FMC, one request at a time, and many creations by one where the API has that. */
export const makeStage = ({ target, client, names, ports, staged, seen }: Staging) => {
  const { settings } = target;
  const later = (attempt: number): Promise<void> => pause(settings.retrySeconds * 1000 * 3 ** attempt);

  const send = async (method: 'POST' | 'PUT', path: string, step: RestStep, body: Json): Promise<JsonObject> =>
    client.write(method, path, step.upload ? await formOf(body as JsonObject, ports) : body);
  const bodyOf = (step: RestStep): JsonObject => revealed(step.body!, names, ports.secrets);

  /** A creation is looked for before it is sent again, so that a lost answer never doubles an object. */
  const create = async (step: RestStep): Promise<JsonObject> => {
    const path = names.fill(step.path);
    for (let attempt = 0; ; attempt++) {
      try {
        return await send('POST', path, step, bodyOf(step));
      } catch (error) {
        if (!mayHaveTakenEffect(error) && !(attempt > 0 && isDuplicate(error))) throw error;
        const found = pick(stubOf(step), await client.list(withoutQuery(path)));
        if (found) return found;
        if (attempt === 2) throw error;
        await later(attempt);
      }
    }
  };

  const afterCreation = async (step: RestStep, answer: JsonObject): Promise<void> => {
    const object = stubOf(step);
    const path = withoutQuery(names.fill(step.path));
    const grammar = grammarFor(object);
    const body = grammar?.rereadId ? pick(object, await client.list(path)) : answer;
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
  };

  /** All or nothing: where the answer was lost, what is there is taken, and the rest is sent again. */
  const createMany = async ({ steps }: Batch): Promise<void> => {
    const path = names.fill(steps[0]!.path);
    let left = steps;
    for (let attempt = 0; left.length > 0; attempt++) {
      try {
        const answer = await client.write('POST', `${path}?bulk=true`, left.map(bodyOf));
        const made = (answer['items'] ?? []) as readonly JsonObject[];
        client.saved(left.length - 1);
        const answers = made.length === left.length ? made : await client.list(path);
        for (const step of left) await afterCreation(step, pick(stubOf(step), answers) ?? missing(step));
        return;
      } catch (error) {
        const again = mayHaveTakenEffect(error) || (attempt > 0 && isDuplicate(error));
        if (!again || attempt === 2) throw error;
        await later(attempt);
        const there = await client.list(path);
        for (const step of left) {
          const found = pick(stubOf(step), there);
          if (found) await afterCreation(step, found);
        }
        left = left.filter((step) => names.find(step.identity) === undefined);
      }
    }
  };

  /** What the FMC makes by itself, a little after what it belongs to. */
  const awaited = async (step: RestStep): Promise<void> => {
    const object = stubOf(step);
    for (let attempt = 0; attempt < 6 && names.find(step.identity) === undefined; attempt++) {
      if (attempt > 0) await client.later();
      learn(names, object, await answersFor(client, names, object));
    }
  };

  /** What is there now, unless somebody has changed it since it was read. An old answer is asked for again. */
  const current = async (path: string, what: string): Promise<JsonObject> => {
    const before = seen.get(path);
    for (let attempt = 0; ; attempt++) {
      const now = await client.get(path);
      if (before === undefined || !isMoved(before, now, client.username)) return now;
      if (!habitsOf(path).unstable || attempt === 5) throw moved(target.id, what, now);
      await client.later();
    }
  };
  const wrote = (path: string): void => void seen.delete(path);

  const update = async (step: RestStep): Promise<void> => {
    if (step.given) await awaited(step);
    const path = names.fill(step.path);
    const now = await current(path, step.identity);
    const known = names.find(step.identity);
    staged.add(known?.id ?? '').add(known?.parts[step.part] ?? '');
    const ours = bodyOf(step);
    const lists = Object.entries(step.leaving ?? {}).reduce(
      (body, [at, gone]) => joined(body, now, at, names.fill(gone as Json) as readonly Json[]),
      ours,
    );
    const stored = (step.gone ?? []).reduce(withoutPlace, writable(now));
    await send('PUT', path, step, step.upload ? ours : merge(stored, lists));
    wrote(path);
  };

  const remove = async (step: RestStep): Promise<void> => {
    const path = names.fill(step.path);
    staged.add(names.find(step.identity)?.id ?? '');
    try {
      if (seen.has(path)) await current(path, step.identity);
      await client.write('DELETE', path);
    } catch (error) {
      if (statusOf(error) !== 404) throw error;
    }
    wrote(path);
    names.forget(step.identity);
  };

  const run = async (step: RestStep): Promise<void> => {
    if (step.method === 'DELETE') return remove(step);
    if (step.method === 'PUT') return update(step);
    await afterCreation(step, await create(step));
  };

  const refusal = async (error: unknown, doing: string, step: RestStep | undefined, at: string): Promise<Problem> => {
    const { code, message, hint } = wording(error, target.id, settings, doing);
    const refused = [400, 403, 409].includes(statusOf(error) ?? 0) && step !== undefined;
    const holder = refused ? await lockedBy(client, names.fill(step.path)) : undefined;
    if (holder === undefined) return problem(code, at, message, hint ?? staysStaged);
    return problem(
      'fmc.locked',
      at,
      `${message.replace(/\.$/, '')}. The policy is locked by ${holder}`,
      `have ${holder} save or discard it and unlock it; ${staysStaged}`,
    );
  };

  const many = async (batch: Batch): Promise<readonly Problem[]> => {
    const doing = `${spoken('POST', batch.steps[0]!.path)} (${batch.steps.length} objects)`;
    ports.progress(doing);
    try {
      await createMany(batch);
      return [];
    } catch (error) {
      const at = failedEntry(error) ?? 0;
      const [step, change] = [batch.steps[at], batch.changes[at]];
      return [await refusal(error, `${doing}, ${step?.name}`, step, change?.path ?? target.id)];
    }
  };
  const one = async (change: Change): Promise<readonly Problem[]> => {
    for (const step of change.steps) {
      const doing = spoken(step.method, step.path);
      ports.progress(doing);
      try {
        await run(step);
      } catch (error) {
        return [await refusal(error, doing, step, change.path)];
      }
    }
    return [];
  };

  return async (changes: readonly Change[]): Promise<readonly Problem[]> => {
    for (const batch of batches(changes)) {
      if (ports.stopped?.()) return [brokenOff(target.id, staysStaged)];
      ports.armed?.({ words: 'part of the change is staged on the FMC, and nothing of it is deployed' });
      const failed = batch.steps.length > 1 ? await many(batch) : await one(batch.changes[0]!);
      if (failed.length > 0) return failed;
    }
    return [];
  };
};
