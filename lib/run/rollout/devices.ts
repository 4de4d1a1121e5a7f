import { setTimeout as pause } from 'node:timers/promises';
import limitTo from 'p-limit';
import { problemsOf, type Problem } from '../../kernel/problem';
import { isEmpty, type TargetPlan } from '../../plan/plan';
import type { DeviceEnd } from '../../rollout/event';
import { askedBy, gateOf, type AskedDevice, type DeviceFaults } from '../../rollout/gate';
import type { GateResult, RolloutState } from '../../rollout/state';
import type { Rollout } from '../../model/rollout';
import { lockTarget, verifyTarget, type LockedTarget } from '../apply';
import { applyAll } from '../apply-all';
import { loadRun } from '../ledger/run-records';
import { lockRollback } from '../rollback-target';
import type { RunOptions, TargetJob } from '../target';
import type { TargetResult } from '../target-result';
import type { Ended } from './drive';

/** What the changes of a rollout are made with. */
export interface Crew {
  readonly jobs: ReadonlyMap<string, TargetJob>;
  readonly options: RunOptions;
  readonly allowDisruption: boolean;
}

/** Tunnels that are up and that a plan takes down at once. */
const droppedIn = (plan: TargetPlan): readonly string[] =>
  plan.changes.flatMap(({ impact }) => (impact?.effect === 'drops now' ? impact.tunnels : []));

const inWords = ({ message, hint }: Problem): string => `${message}${hint === undefined ? '' : `; ${hint}`}`;

/** What is wrong, each in one line. */
const wordsOf = ({ plan, state, problems, notes }: TargetResult): readonly string[] => [
  ...(state === 'failed' ? (plan?.blocked ?? []) : []).map(inWords),
  ...problems.map(inWords),
  ...notes,
];

/** A device that another run has, or that could not be read, is tried again; nothing was changed there. */
const isUnreached = ({ plan, state, problems }: TargetResult): boolean =>
  plan === undefined && (state === 'unknown' || problems.some(({ code }) => code === 'ledger.locked'));

const endOf = (result: TargetResult): DeviceEnd => {
  if (result.state === 'applied' || result.state === 'unchanged') return 'done';
  if (isUnreached(result)) return 'unreached';
  return result.state === 'planned' ? 'failed' : result.state;
};

/** The ledgers did not answer: what the device holds is found by another look at it. */
const isUnwritten = ({ problems }: TargetResult): boolean =>
  problems.some(({ code }) => ['store.unreachable', 'store.slow'].includes(code));

/** How a device ended, in one piece. */
const endedOf = (target: string, result: TargetResult): Ended => ({
  target,
  as: endOf(result),
  words: wordsOf(result),
  ...(isUnwritten(result) ? { unwritten: true } : {}),
});

interface Locked {
  readonly work: TargetJob;
  readonly held: LockedTarget;
}

const upBefore = async ({ held }: Locked): Promise<readonly string[]> =>
  (await held.tunnels()).filter(({ up }) => up).map(({ name }) => name);

/** Why nothing of a step is begun: one of its devices is not ready, and alone the others would be parted from it. */
const objection = (all: readonly Locked[], allowDisruption: boolean): readonly Ended[] | undefined => {
  const plans = all.map(({ work, held }) => ({ target: work.target.id, planned: held.planned }));
  const drops = plans.flatMap(({ target, planned }) =>
    planned.plan === undefined || allowDisruption ? [] : droppedIn(planned.plan).map((tunnel) => `${target} ${tunnel}`),
  );
  const unready = plans.filter(({ planned }) => planned.state !== 'planned');
  if (drops.length === 0 && unready.length === 0) return undefined;
  const others = unready.map(({ target }) => target).join(', ');
  return plans.map(({ target, planned }): Ended => {
    if (planned.state !== 'planned') return endedOf(target, planned);
    if (drops.length === 0)
      return {
        target,
        as: 'unreached',
        words: [`not begun: it is changed together with ${others}, which is not ready`],
      };
    return {
      target,
      as: 'failed',
      words: [
        `would drop tunnels that are up: ${drops.join(', ')}. Not begun; start with --allow-disruption to allow it`,
      ],
    };
  });
};

const changed = async (all: readonly Locked[], options: RunOptions): Promise<readonly Ended[]> => {
  const up = new Map(await Promise.all(all.map(async (one) => [one.work.target.id, await upBefore(one)] as const)));
  const ends = applyAll(all, {
    there: 'what is declared is there',
    again: 'resume the rollout',
    ...(options.stopped === undefined ? {} : { stopped: options.stopped }),
  });
  const ended = await Promise.all(
    all.map(async ({ work }): Promise<readonly Ended[]> => {
      const result = await ends.get(work)!;
      // The process was to end before it was begun: the next one begins it.
      if (result.state === 'skipped' && options.stopped?.()) return [];
      return [{ ...endedOf(work.target.id, result), up: up.get(work.target.id)! }];
    }),
  );
  return ended.flat();
};

/** Changes the devices of one step in one run, or none of them. */
export const applyStep = async (
  { jobs, options, allowDisruption }: Crew,
  targets: readonly string[],
  run: string,
): Promise<readonly Ended[]> => {
  const all = await Promise.all(
    targets.map(async (id): Promise<Locked> => {
      const work = jobs.get(id)!;
      return { work, held: await lockTarget(work, { ...options, run }) };
    }),
  );
  try {
    return objection(all, allowDisruption) ?? (await changed(all, options));
  } finally {
    await Promise.all(all.map(({ held }) => held.release().catch(() => undefined)));
  }
};

/** What does not hold at a device that was changed; none where all does. */
const faultsAt = async (
  { jobs, options }: Crew,
  id: string,
  up: readonly string[],
  verify: boolean,
): Promise<readonly string[]> => {
  const seen = await verifyTarget(jobs.get(id)!, options);
  if (seen.plan === undefined) return [`${id}: could not be read: ${wordsOf(seen).join(' ')}`];
  const differs = seen.plan.changes.filter(({ action }) => action !== 'none').map(({ address }) => address);
  const states = new Map(seen.tunnels.map((tunnel) => [tunnel.name, tunnel]));
  return [
    ...(verify && !isEmpty(seen.plan)
      ? [`${id}: differs from the declaration: ${differs.join(', ') || 'see tunnelwright plan'}`]
      : []),
    ...up
      .filter((name) => states.get(name)?.up !== true)
      .map(
        (name) =>
          `${id}: tunnel ${name} was up before and is down${states.has(name) ? ` (${states.get(name)!.detail})` : ''}`,
      ),
  ];
};

const askEvery = 2_000;

/** What a gate asks of devices. */
export interface GateQuestion {
  /** Nothing may differ from the declaration. */
  readonly verify: boolean;
  /** The moment until which it may come to hold, in milliseconds since 1970. */
  readonly until: number;
  /** Devices that are asked at the same time. */
  readonly parallel: number;
}

/**
 * Asks devices whether they are as declared and their tunnels as before, again until the time is over. Undefined where the
 * process ends before that is known.
 */
export const askDevices = async (
  crew: Crew,
  { verify, until, parallel }: GateQuestion,
  devices: readonly AskedDevice[],
): Promise<readonly DeviceFaults[] | undefined> => {
  const limit = limitTo(parallel);
  let left = devices;
  for (;;) {
    const asked = left.map((device) =>
      limit(async () => ({ device, words: await faultsAt(crew, device.id, device.up, verify) })),
    );
    const bad = (await Promise.all(asked)).filter(({ words }) => words.length > 0);
    if (bad.length === 0 || Date.now() >= until) return bad.map(({ device: { id }, words }) => ({ id, words }));
    if (crew.options.stopped?.()) return undefined;
    left = bad.map(({ device }) => device);
    await pause(askEvery);
  }
};

/** Asks the gate of a wave. Undefined where the process ends before its answer is known. */
export const askGate = async (
  crew: Crew,
  { gate }: Rollout,
  wave: number,
  state: RolloutState,
): Promise<GateResult | undefined> => {
  const asked = askedBy(state, wave);
  const { parallel } = state.waves[wave]!;
  const until = Date.now() + gate.tunnelsUpWithinMinutes * 60_000;
  const faults = await askDevices(crew, { verify: gate.verify, until, parallel }, asked);
  return faults && gateOf(asked.length, faults);
};

/** Takes back what one run did to a device; in words what stands in the way. */
const takeBack = async (work: TargetJob, run: string, options: RunOptions): Promise<GateResult> => {
  const record = await loadRun(work, options, run);
  if (record === undefined || record.outcome === 'reverted' || record.takenBack) return { passed: true, words: [] };
  const held = await lockRollback(work, run, options);
  try {
    const ends = applyAll([{ work, held }], { there: 'what the run changed is as it was', again: 'roll back again' });
    const result = await ends.get(work)!;
    return { passed: endOf(result) === 'done', words: wordsOf(result) };
  } finally {
    await held.release().catch(() => undefined);
  }
};

/** Takes back what runs did to a device, the last first; ends at the first that cannot be taken back. */
export const rollBackDevice = async (
  { jobs, options }: Crew,
  target: string,
  runs: readonly string[],
): Promise<GateResult> => {
  const words: string[] = [];
  for (const run of [...runs].reverse()) {
    try {
      const back = await takeBack(jobs.get(target)!, run, options);
      words.push(...back.words);
      if (!back.passed) return { passed: false, words };
    } catch (error) {
      return { passed: false, words: [...words, ...problemsOf(error, target).map(inWords)] };
    }
  }
  return { passed: true, words };
};
