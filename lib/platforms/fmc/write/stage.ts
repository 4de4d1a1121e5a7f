import type { RestStep } from '../../../desired/rest/dialect';
import type { RestObject } from '../../../desired/rest/object';
import { problem, type Problem } from '../../../kernel/problem';
import { statusOf } from '../../../wire/https';
import { brokenOff } from '../../../contract/interrupted';
import type { Push } from '../../../contract/session';
import { batches, type Batch } from './bulk';
import type { FmcContext } from '../context';
import { habitsOf } from '../client/endpoints';
import { estimated } from './estimate';
import { create, createMany } from './create';
import { lockedBy } from './lock';
import { remove, update } from './update';
import { failedEntry, wording } from '../client/wording';

type Change = Push<RestObject, RestStep>['changes'][number];

/** A request as a person reads it: names in place of what stands for an id, and of a part that there is once only its kind. */
const spoken = (method: string, path: string): string =>
  `${method} ${path.replace(/\/\{[^{}]*#[^{}]*\}/g, '').replace(/\{[^{}:]*:([^{}]*)\}/g, '$1')}`;

/** A collection without the ids in its path. */
const placeOf = (path: string): string => path.replace(/\{[^}]*\}/g, 'id');

const staysStaged = 'nothing was deployed; what was staged before it stays staged, and the next run goes on from there';

const run = (context: FmcContext, step: RestStep): Promise<void> => {
  if (step.method === 'DELETE') return remove(context, step);
  if (step.method === 'PUT') return update(context, step);
  return create(context, step);
};

/** What was being done when the FMC refused it. */
interface Attempt {
  readonly doing: string;
  readonly step: RestStep | undefined;
  /** Path of the construct. */
  readonly at: string;
}

const refusal = async (context: FmcContext, error: unknown, { doing, step, at }: Attempt): Promise<Problem> => {
  const { target, client, names } = context;
  const { code, message, hint } = wording(error, target.id, target.settings, doing);
  const refused = [400, 403, 409].includes(statusOf(error) ?? 0) && step !== undefined;
  const holder = refused ? await lockedBy(client, names.fill(step.path.split('?')[0]!)) : undefined;
  if (holder === undefined)
    return problem(code, at, message, hint === undefined ? staysStaged : `${hint}; ${staysStaged}`);
  return problem(
    'fmc.locked',
    at,
    `${message.replace(/\.$/, '')}. The policy is locked by ${holder}`,
    `have ${holder} save or discard it and unlock it; ${staysStaged}`,
  );
};

/** The FMC does not take many of this kind by one request: it names none of them as the one that it refuses. */
const hasNoBulk = ({ steps }: Batch, error: unknown): boolean =>
  habitsOf(placeOf(steps[0]!.path)).bulk === 'tried' &&
  [400, 404, 405, 415, 422].includes(statusOf(error) ?? 0) &&
  failedEntry(error) === undefined;

const stageEach = async (context: FmcContext, changes: readonly Change[]): Promise<readonly Problem[]> => {
  for (const change of changes) {
    const failed = await stageOne(context, change);
    if (failed.length > 0) return failed;
  }
  return [];
};

const stageMany = async (context: FmcContext, batch: Batch): Promise<readonly Problem[]> => {
  const doing = `${spoken('POST', batch.steps[0]!.path)} (${batch.steps.length} objects)`;
  context.ports.progress(doing);
  try {
    await createMany(context, batch);
    return [];
  } catch (error) {
    if (hasNoBulk(batch, error)) {
      context.singly.add(placeOf(batch.steps[0]!.path));
      return stageEach(context, batch.changes);
    }
    const index = failedEntry(error) ?? 0;
    const [step, change] = [batch.steps[index], batch.changes[index]];
    const at = change?.path ?? context.target.id;
    return [await refusal(context, error, { doing: `${doing}, ${step?.name}`, step, at })];
  }
};

const stageOne = async (context: FmcContext, change: Change): Promise<readonly Problem[]> => {
  for (const step of change.steps) {
    const doing = spoken(step.method, step.path);
    context.ports.progress(doing);
    try {
      await run(context, step);
    } catch (error) {
      return [await refusal(context, error, { doing, step, at: change.path })];
    }
  }
  return [];
};

const isSingly = ({ client, singly }: FmcContext, { steps }: Batch): boolean => {
  const place = placeOf(steps[0]!.path);
  return habitsOf(place).bulk === 'tried' && (client.cautious || singly.has(place));
};

/** Writes changes to the FMC, one request at a time, and many creations by one where the API has that. */
export const stage = async (context: FmcContext, changes: readonly Change[]): Promise<readonly Problem[]> => {
  const { target, ports } = context;
  const all = batches(changes);
  const words = estimated(all, target.settings);
  if (words !== undefined) ports.progress(words);
  for (const batch of all) {
    if (ports.stopped?.()) return [brokenOff(target.id, staysStaged)];
    ports.armed?.({ words: 'part of the change is staged on the FMC, and nothing of it is deployed' });
    const many = batch.steps.length > 1 && !isSingly(context, batch);
    const failed = many ? await stageMany(context, batch) : await stageEach(context, batch.changes);
    if (failed.length > 0) return failed;
  }
  return [];
};
