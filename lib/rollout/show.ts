import type { Decision } from './decide';
import type { RolloutEvent } from './event';
import { hasFailed, type DeviceProgress, type DeviceStatus, type RolloutState } from './state';

const time = (at: number): string => new Date(at).toISOString().slice(0, 16).replace('T', ' ') + ' UTC';

/** A command of the rollout as it can be typed, whole, where it is shown. */
export type Again = (verb: 'approve' | 'resume' | 'report') => string;

/** Where nothing is known of who reads it. */
export const againAnywhere =
  (name: string): Again =>
  (verb) =>
    `tunnelwright rollout ${verb} ${name}`;

const waits: Readonly<Record<NonNullable<Decision['waitsFor']>, string>> = {
  devices: 'devices are being changed',
  approval: 'waits for an approval',
  resume: 'is paused',
  window: 'waits for its change window',
  retry: 'waits to try devices again that did not answer',
  soak: 'waits before it asks the gate',
  gate: 'asks the gate',
};

/** What ends a wait that waits for a person. */
const ends: Readonly<Partial<Record<NonNullable<Decision['waitsFor']>, Parameters<Again>[0]>>> = {
  approval: 'approve',
  resume: 'resume',
};

/** Where a rollout is, in one line. */
export const showWaiting = ({ waitsFor, wakeAt }: Decision, again: Again): string => {
  if (waitsFor === undefined) return 'goes on';
  const verb = ends[waitsFor];
  const until = wakeAt === undefined || !Number.isFinite(wakeAt) ? '' : `, until ${time(wakeAt)}`;
  return `${waits[waitsFor]}${until}${verb === undefined ? '' : `: ${again(verb)}`}`;
};

/** In this order devices are counted. */
export const statusOrder: readonly DeviceStatus[] = [
  'done',
  'changing',
  'waiting',
  'unreached',
  'failed',
  'unknown',
  'skipped',
  'rolling back',
  'rolled back',
  'kept',
];
export const statusWords: Readonly<Record<DeviceStatus, string>> = {
  waiting: 'waiting',
  changing: 'being changed',
  done: 'done',
  failed: 'failed',
  unknown: 'unknown',
  unreached: 'not reached',
  skipped: 'skipped',
  'rolling back': 'being rolled back',
  'rolled back': 'rolled back',
  kept: 'not rolled back',
};

const counted = (devices: readonly DeviceProgress[]): string =>
  statusOrder
    .map((status) => [status, devices.filter((device) => device.status === status).length] as const)
    .filter(([, count]) => count > 0)
    .map(([status, count]) => `${count} ${statusWords[status]}`)
    .join(', ');

/** Where the gate of a wave is. */
export const showGate = (state: RolloutState, wave: number): string => {
  const passed = state.passed.get(wave);
  if (passed !== undefined) return 'gate passed';
  if (wave === state.wave && state.gate !== undefined) return 'GATE FAILED';
  const isWaiting = state.waves[wave]!.approval && !state.approved.has(wave);
  if (isWaiting) return 'waits for an approval';
  return wave === state.wave ? 'under way' : 'not begun';
};

export const deviceCount = (n: number): string => `${n} ${n === 1 ? 'device' : 'devices'}`;

/** A line for each wave. */
export const showWaves = (state: RolloutState): readonly string[] =>
  state.waves.map(({ name, steps }, i) => {
    const devices = steps.flat().map((id) => state.device(id));
    return `${name}: ${deviceCount(devices.length)}: ${counted(devices)}; ${showGate(state, i)}`.replace(/; $/, '');
  });

/** Devices that are not as declared, each with its reason; the first of many. */
export const showFaults = (state: RolloutState, again: Again, most = 20): readonly string[] => {
  const bad = state.all().filter(([, device]) => hasFailed(device) || device.status === 'kept');
  const lines = bad
    .slice(0, most)
    .map(
      ([id, { status, words }]) =>
        `  ${id}: ${statusWords[status]}${words.length === 0 ? '' : `: ${words.join('; ')}`}`,
    );
  return bad.length <= most ? lines : [...lines, `  and ${bad.length - most} more: ${again('report')}`];
};

/** Where a rollout is. */
export const showStatus = (name: string, state: RolloutState, decision: Decision, again: Again): readonly string[] => {
  const head =
    state.outcome === undefined
      ? `${name}: wave ${Math.min(state.wave + 1, state.waves.length)} of ${state.waves.length}, ${showWaiting(decision, again)}`
      : `${name}: ${state.outcome}`;
  const gate = state.gate?.words.slice(0, 10).map((words) => `  gate: ${words}`) ?? [];
  return [head, ...showWaves(state).map((line) => `  ${line}`), ...gate, ...showFaults(state, again)];
};

const said: { readonly [W in RolloutEvent['what']]: (event: Extract<RolloutEvent, { readonly what: W }>) => string } = {
  started: ({ by, waves }) =>
    `started by ${by}: ${waves.length} waves, ${deviceCount(waves.flatMap(({ steps }) => steps.flat()).length)}`,
  'taken over': ({ by }) => `taken over by ${by}`,
  begun: ({ targets, run }) => `${targets.join(', ')}: run ${run} begun`,
  ended: ({ target, as, words }) => `${target}: ${as}${words.length === 0 ? '' : ` (${words.join('; ')})`}`,
  'gate asked': ({ wave }) => `wave ${wave + 1}: gate asked`,
  gate: ({ wave, passed, words }) => `wave ${wave + 1}: gate ${passed ? 'passed' : 'FAILED'}: ${words.join('; ')}`,
  'rollback begun': ({ target }) => `${target}: rollback begun`,
  'rolled back': ({ target, done, words }) =>
    `${target}: ${done ? 'rolled back' : 'NOT rolled back'}${words.length === 0 ? '' : ` (${words.join('; ')})`}`,
  paused: ({ by }) => `paused by ${by}`,
  resumed: ({ by }) => `resumed by ${by}`,
  approved: ({ by, wave }) => `wave ${wave + 1} approved by ${by}`,
  aborted: ({ by }) => `aborted by ${by}`,
  finished: ({ outcome }) => `ended: ${outcome}`,
};

/** An event as a line, without its time. */
export const showEvent = (event: RolloutEvent): string => (said[event.what] as (e: RolloutEvent) => string)(event);

/**
 * Everything that happened, with its time: the record of a change. What persons ordered is taken in a moment later than it
 * was said, and stands where it was said.
 */
export const showReport = (events: readonly RolloutEvent[]): readonly string[] =>
  [...events].sort((a, b) => a.at - b.at).map((event) => `${new Date(event.at).toISOString()} ${showEvent(event)}`);
