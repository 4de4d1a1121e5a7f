import { problem } from '../kernel/problem';
import { isEmpty, type TargetPlan } from '../plan/plan';
import { notBegun } from '../contract/interrupted';
import type { LockedTarget } from './apply';
import type { TargetResult } from './target-result';
import { runInOrder, usersIn, type Job } from './schedule';
import { ledgerName, type TargetJob } from './target';

interface HeldWork {
  readonly work: TargetJob;
  readonly held: LockedTarget;
}

const isDone = ({ state }: TargetResult): boolean => state === 'applied' || state === 'unchanged';
const nameOf = (work: TargetJob, target: string): string => `${work.stack}/${target}`;

/** Those that did not end well, each in words. */
const ill = (ended: ReadonlyMap<string, TargetResult>, words: (id: string, ended: TargetResult) => string): string =>
  [...ended]
    .filter(([, one]) => !isDone(one))
    .map(([id, one]) => words(id, one))
    .join('; ');

const endedHow: Readonly<Record<TargetResult['state'], string>> = {
  planned: 'was not applied',
  applied: 'was applied',
  unchanged: 'is unchanged',
  failed: 'failed',
  skipped: 'was skipped',
  unknown: 'could not be read, or not be asked how it ended',
};
const how = ({ work, state }: TargetResult): string => `${work.target.id} ${endedHow[state]}`;

/** Lets work begin: at once, or when other work has ended. */
export type Limit = <T>(work: () => Promise<T>) => Promise<T>;

/** How it is said that something was left. */
export interface Leaving {
  /** The run was interrupted: nothing more is begun. */
  readonly stopped?: () => boolean;
  /** How many targets are changed at a time. Default: all. */
  readonly limit?: Limit;
  /** What is there where only deletions were left. */
  readonly there: string;
  readonly again: string;
}
const atOnce: Limit = (work) => work();
export const applying: Leaving = { there: 'what is declared is there', again: 'apply again' };
const hintOf = ({ again }: Leaving): string => `put that right and ${again}; what is done is not done twice`;

/** A target that only deletes needs no other for that. */
const onlyGives = (plan: TargetPlan): boolean =>
  isEmpty({ ...plan, changes: plan.changes.filter(({ action }) => action !== 'delete') });

const make = async (
  { work, held }: HeldWork,
  used: boolean,
  needs: ReadonlyMap<string, TargetResult>,
  words: Leaving,
): Promise<TargetResult> => {
  const whyOf = (id: string): string =>
    work.target.needs?.find((need) => nameOf(work, need.target) === id)?.why ?? 'it comes first';
  const blocked = ill(needs, (id, ended) => `${how(ended)}, and ${whyOf(id)}`);
  const { planned } = held;
  if (words.stopped?.() && planned.state === 'planned')
    return { ...planned, state: 'skipped', problems: [notBegun(work.target.id)] };
  if (blocked === '' || (planned.state === 'planned' && onlyGives(planned.plan))) {
    const anew = work.target.needs?.some(
      ({ target, objects }) => objects !== undefined && needs.get(nameOf(work, target))?.state === 'applied',
    );
    return held.apply({ keep: used, anew: anew ?? false });
  }
  return {
    ...planned,
    state: 'skipped',
    problems: [problem('target.skipped', work.target.id, `not changed: ${blocked}`, hintOf(words))],
  };
};

const clear = async (
  { work, held }: HeldWork,
  used: boolean,
  made: TargetResult,
  users: ReadonlyMap<string, TargetResult>,
  words: Leaving,
): Promise<TargetResult> => {
  const goes = (made.plan?.changes ?? []).filter((change) => change.action === 'delete');
  if (!isDone(made) || !used || goes.length === 0) return made;
  const blocked = ill(users, (_id, ended) => how(ended));
  const stopped = words.stopped?.() ?? false;
  if (blocked === '' && !stopped) return held.prune(made);
  const why = stopped ? 'the run was interrupted' : `${blocked}, and may still use it`;
  const stays = `${words.there}, but ${goes.map(({ address }) => address).join(', ')} stays: ${why}`;
  return { ...made, state: 'skipped', problems: [problem('target.kept', work.target.id, stays, hintOf(words))] };
};

/**
 * Applies all targets: each after those that it needs, independent ones at the same time. Where one fails, those that
 * need it are skipped and say why; the others finish. What is no longer declared goes in the reverse order.
 * By work: what will come out of it.
 */
export const applyAll = (
  all: readonly HeldWork[],
  words: Leaving = applying,
): ReadonlyMap<TargetJob, Promise<TargetResult>> => {
  const named = all.map(({ work, held }) => ({
    id: ledgerName(work),
    needs: (work.target.needs ?? []).map((need) => nameOf(work, need.target)),
    needed: held.needed.map((id) => nameOf(work, id)),
  }));
  const { limit = atOnce } = words;
  const users = usersIn(named);
  const jobs = all.map((one, i): Job<TargetResult> => {
    const used = users.get(named[i]!.id)!.length > 0;
    return {
      ...named[i]!,
      create: (needs) => limit(() => make(one, used, needs, words)),
      prune: (made, by) => limit(() => clear(one, used, made, by, words)),
    };
  });
  const ended = runInOrder(jobs);
  return new Map(all.map(({ work }) => [work, ended.get(ledgerName(work))!]));
};
