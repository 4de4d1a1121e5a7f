import type { Rollout } from '../model/rollout';
import type { RolloutOutcome } from './event';
import { hasFailed, type RolloutState } from './state';
import { isOpen, opensAt } from './window';

const minute = 60_000;

/** What is to be done now. */
export type Action =
  /** Change these devices, all in one run. */
  | { readonly do: 'apply'; readonly targets: readonly string[] }
  /** Leave a device as it is, since one that it needs is not as declared. */
  | { readonly do: 'skip'; readonly target: string; readonly words: string }
  /** Ask whether what must hold after a wave holds. */
  | { readonly do: 'ask gate'; readonly wave: number }
  /** A gate fails without being asked. */
  | { readonly do: 'fail gate'; readonly wave: number; readonly words: string }
  | { readonly do: 'roll back'; readonly target: string }
  | { readonly do: 'finish'; readonly outcome: RolloutOutcome };

/** What is to be done, what it waits for, and until when at the latest. */
export interface Decision {
  readonly actions: readonly Action[];
  /** For a person: `outside its change window until …`. */
  readonly waitsFor?: 'devices' | 'approval' | 'resume' | 'window' | 'retry' | 'soak' | 'gate';
  /** When something changes by itself: milliseconds since 1970. */
  readonly wakeAt?: number;
}

const finish = (outcome: RolloutOutcome): Decision => ({ actions: [{ do: 'finish', outcome }] });
const devices: Decision = { actions: [], waitsFor: 'devices' };

/** Of a wave that failed: what it changed goes back first where the rollout says so. */
const afterFailure = (declared: Rollout, state: RolloutState): Decision => {
  if (declared.onFailure === 'stop') return state.busy > 0 ? devices : finish('stopped');
  const { steps, parallel } = state.waves[state.wave]!;
  const changed = [...steps.flat()].reverse().filter((id) => {
    const { status, runs } = state.device(id);
    return runs.length > 0 && (status === 'done' || status === 'failed' || status === 'unknown');
  });
  if (changed.length === 0) return state.busy > 0 ? devices : finish('rolled back');
  const free = Math.max(0, parallel - state.busy);
  return {
    actions: changed.slice(0, free).map((target) => ({ do: 'roll back', target })),
    waitsFor: 'devices',
  };
};

const isReady = (state: RolloutState, step: readonly string[]): boolean =>
  step.every((id) =>
    (state.needs[id] ?? []).every(
      (need) => step.includes(need) || !state.has(need) || state.device(need).status === 'done',
    ),
  );

/** When a device that did not answer is tried again; 0: now. */
const retryAt = ({ retry }: Rollout, state: RolloutState, id: string): number => {
  const { unanswered, endedAt } = state.device(id);
  return unanswered === 0 || endedAt === undefined ? 0 : endedAt + retry.everyMinutes * minute;
};

const isRetried = ({ retry }: Rollout, state: RolloutState, id: string): boolean => {
  const { status, unanswered } = state.device(id);
  return status === 'unreached' && unanswered <= retry.times;
};

/** It did not end as declared, and will not be tried again. */
const isLost = (declared: Rollout, state: RolloutState, id: string): boolean =>
  hasFailed(state.device(id)) && !isRetried(declared, state, id);

/** Why a step can never be done: something that it needs ended otherwise than declared. */
const obstacle = (declared: Rollout, state: RolloutState, step: readonly string[]): string | undefined => {
  for (const id of step)
    for (const need of state.needs[id] ?? [])
      if (!step.includes(need) && state.has(need) && isLost(declared, state, need))
        return `it needs ${need}, which is not as declared (${state.device(need).status})`;
  return undefined;
};

/** Devices of a step that are still to be changed. */
const leftOf = (declared: Rollout, state: RolloutState, step: readonly string[]): readonly string[] =>
  step.filter((id) => state.device(id).status === 'waiting' || isRetried(declared, state, id));

const isAnyLeft = (declared: Rollout, state: RolloutState): boolean => {
  for (const step of state.stepsLeft()) if (leftOf(declared, state, step).length > 0) return true;
  return false;
};

/** What of a wave can be begun now, and when the next retry is due. */
const begin = (declared: Rollout, state: RolloutState, now: number): Decision => {
  const { parallel } = state.waves[state.wave]!;
  const actions: Action[] = [];
  let free = parallel - state.busy;
  let next = Infinity;
  for (const step of state.stepsLeft()) {
    if (free <= 0) break;
    const left = leftOf(declared, state, step);
    if (left.length === 0 || step.some((id) => state.device(id).status === 'changing')) continue;
    const due = Math.max(...left.map((id) => retryAt(declared, state, id)));
    const words = obstacle(declared, state, step);
    if (words !== undefined) actions.push(...left.map((target) => ({ do: 'skip' as const, target, words })));
    else if (due > now) next = Math.min(next, due);
    else if (isReady(state, step)) {
      actions.push({ do: 'apply', targets: left });
      free -= left.length;
    }
  }
  if (actions.length > 0 || state.busy > 0) return { actions, waitsFor: 'devices' };
  return { actions, waitsFor: 'retry', wakeAt: next };
};

/** Every device of the wave has ended: its gate is asked when it has soaked. */
const close = (declared: Rollout, state: RolloutState, now: number): Decision => {
  if (state.gateAsked) return { actions: [], waitsFor: 'gate' };
  const ended = state.waves[state.wave]!.steps.flat().map((id) => state.device(id).endedAt ?? 0);
  const due = ended.reduce((a, b) => Math.max(a, b), 0) + declared.gate.soakMinutes * minute;
  if (due > now) return { actions: [], waitsFor: 'soak', wakeAt: due };
  return { actions: [{ do: 'ask gate', wave: state.wave }] };
};

/** Devices that count as failed for good: one that will be tried again does not yet. */
const failedForGood = (declared: Rollout, state: RolloutState): readonly string[] =>
  [...state.faulty].filter((id) => isLost(declared, state, id));

const overBudget = (declared: Rollout, state: RolloutState): string | undefined => {
  const failed = failedForGood(declared, state);
  const allowed = declared.gate.failures;
  return failed.length <= allowed
    ? undefined
    : `${failed.length === 1 ? '1 device is' : `${failed.length} devices are`} not as declared, and ${allowed} may be: ${failed.slice(0, 10).join(', ')}${failed.length > 10 ? ` and ${failed.length - 10} more` : ''}`;
};

/** What a person has ordered, and what follows from a gate that failed; undefined: the wave goes on. */
const interrupted = (declared: Rollout, state: RolloutState): Decision | undefined => {
  if (state.aborted) return state.busy > 0 ? devices : finish('aborted');
  if (state.gate !== undefined) return afterFailure(declared, state);
  const words = overBudget(declared, state);
  if (words !== undefined)
    return state.busy > 0 ? devices : { actions: [{ do: 'fail gate', wave: state.wave, words }] };
  if (state.paused) return { actions: [], waitsFor: 'resume' };
  return undefined;
};

/** When a wave may not be begun or gone on with. */
const held = (declared: Rollout, state: RolloutState, now: number): Decision | undefined => {
  if (state.waves[state.wave]!.approval && !state.approved.has(state.wave))
    return { actions: [], waitsFor: 'approval' };
  if (isOpen(declared.window, now)) return undefined;
  const wakeAt = opensAt(declared.window, now);
  return { actions: [], waitsFor: 'window', ...(wakeAt === undefined ? {} : { wakeAt }) };
};

/**
 * What a rollout does next. Pure: the same events and the same moment give the same decision on every machine. Nothing is
 * begun after more devices have failed than may, outside the change window, before an approval, or while it is paused; what
 * is being changed is always finished.
 */
export const decide = (declared: Rollout, state: RolloutState, now: number): Decision => {
  if (state.outcome !== undefined) return { actions: [] };
  const stopped = interrupted(declared, state);
  if (stopped !== undefined) return stopped;
  if (state.wave >= state.waves.length) return finish('done');
  const isLeft = state.busy > 0 || isAnyLeft(declared, state);
  if (!isLeft) return close(declared, state, now);
  return held(declared, state, now) ?? begin(declared, state, now);
};
