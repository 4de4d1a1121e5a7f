import type { RestStep } from '../../../desired/rest/dialect';
import type { RestObject } from '../../../desired/rest/object';
import type { Push } from '../../../contract/session';
import { habitsOf, mostInBulk } from '../client/endpoints';
import { identitiesIn } from '../../../desired/rest/names';

type Change = Push<RestObject, RestStep>['changes'][number];

/** Changes that go together: one change with all its steps, or many creations in one collection. */
export interface Batch {
  readonly changes: readonly Change[];
  readonly steps: readonly RestStep[];
}

const creation = (change: Change): RestStep | undefined => {
  const [step, ...more] = change.steps;
  const fits = step?.method === 'POST' && more.length === 0 && !step.upload && !step.listed && !step.path.includes('?');
  return fits && habitsOf(step.path.replace(/\{[^}]*\}/g, 'id')).bulk ? step : undefined;
};
const needs = (step: RestStep): readonly string[] => identitiesIn([step.body ?? {}, step.path]);

/**
 * Creations of one collection in as few requests as the API allows. A creation may come earlier than it stands, when
 * what it refers to is there before: nothing refers to it yet.
 */
export const batches = (changes: readonly Change[]): readonly Batch[] => {
  const all: Batch[] = [];
  const done = new Set<Change>();
  /** Not there until its own change has been made. */
  const missing = new Set(
    changes.flatMap((change) => (change.steps[0]?.method === 'POST' ? [change.steps[0].identity] : [])),
  );
  for (const change of changes) {
    if (done.has(change)) continue;
    const first = creation(change);
    const together = first === undefined ? [change] : gather(change, changes, first, done, missing);
    together.forEach((one) => done.add(one));
    together.forEach((one) => one.steps.forEach((step) => missing.delete(step.identity)));
    all.push({ changes: together, steps: together.flatMap((one) => one.steps) });
  }
  /** A change of several steps stands alone; its steps are not one request. */
  return all.map((batch) => (batch.changes.length === 1 ? { ...batch, steps: batch.steps.slice(0, 1) } : batch));
};

/** `lead` in its turn, and what may go with it. */
const gather = (
  lead: Change,
  changes: readonly Change[],
  first: RestStep,
  done: ReadonlySet<Change>,
  missing: ReadonlySet<string>,
): readonly Change[] => {
  let bytes = 0;
  const found: Change[] = [];
  for (const change of changes) {
    const step = done.has(change) ? undefined : creation(change);
    const ready = change === lead || (step !== undefined && !needs(step).some((identity) => missing.has(identity)));
    if (step?.path !== first.path || !ready) continue;
    bytes += JSON.stringify(step.body).length;
    if (found.length === mostInBulk.objects || (found.length > 0 && bytes > mostInBulk.bytes)) break;
    found.push(change);
  }
  return found;
};
