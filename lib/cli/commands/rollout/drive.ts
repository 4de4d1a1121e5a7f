import limitTo from 'p-limit';
import { isEmpty } from '../../../plan/plan';
import { planTarget } from '../../../run/apply';
import { newRun } from '../../../run/ledger/run-records';
import { applyStep, askGate, rollBackDevice, type Crew } from '../../../run/rollout/devices';
import { drive, type RolloutWorld } from '../../../run/rollout/drive';
import type { DeclaredRollout } from '../../../run/rollout/prepare';
import type { RolloutLog } from '../../../run/rollout/rollout-log';
import type { TargetJob } from '../../../run/target';
import type { TargetResult } from '../../../run/target-result';
import type { Decision } from '../../../rollout/decide';
import type { RolloutEvent, RolloutOutcome } from '../../../rollout/event';
import { showEvent, showStatus, showWaiting } from '../../../rollout/show';
import type { RolloutState } from '../../../rollout/state';
import { decide } from '../../../rollout/decide';
import { exit, note, say } from '../../output/report';
import { rolloutTable } from '../../output/rollout-table';
import type { Watch } from '../../watch';
import { againOf } from './again';
import type { RolloutOptions } from './options';

/** Devices that are read at the same time before a rollout begins. */
const readers = 50;

/** Reads all devices of a rollout and plans them; nothing is changed. */
export const planAll = (
  works: readonly TargetJob[],
  watch: Watch,
  adopt: boolean,
): Promise<readonly TargetResult[]> => {
  const limit = limitTo(readers);
  return watch.showEach(works, (work) => limit(() => planTarget(work, { ...watch.run, adopt })));
};

/** How many of these devices change, and how many could not be read. */
export const countWords = (ids: readonly string[], plans: ReadonlyMap<string, TargetResult>): string => {
  const all = ids.flatMap((id) => plans.get(id) ?? []);
  const changes = all.filter(({ plan }) => plan !== undefined && !isEmpty(plan)).length;
  const unread = all.filter(({ plan }) => plan === undefined).length;
  return `${ids.length} ${ids.length === 1 ? 'device' : 'devices'}, ${changes} to change${unread === 0 ? '' : `, ${unread} could not be read`}`;
};

const quiet: readonly RolloutEvent['what'][] = ['gate asked', 'rollback begun', 'begun'];
const isDone = (event: RolloutEvent): boolean => event.what === 'ended' && event.as === 'done';

/** Says what happened; that a device is done, only to who sees no picture of it. */
export const tellEvent = (watch: Pick<Watch, 'note' | 'log'>, event: RolloutEvent): void => {
  if (isDone(event)) watch.log(showEvent(event));
  else if (!quiet.includes(event.what)) watch.note(showEvent(event));
};

/** Waits that may take hours: a process that shall not wait ends there. */
export const long: readonly Decision['waitsFor'][] = ['approval', 'resume', 'window', 'retry', 'soak'];

interface Driving {
  readonly declared: DeclaredRollout;
  readonly log: RolloutLog;
  readonly state: RolloutState;
  readonly crew: Crew;
  readonly watch: Watch;
  readonly options: RolloutOptions;
}

/** Orders of persons are looked for this often, in milliseconds. */
const longestWait = 2_000;

/** Sleeps, and can be woken. */
class Alarm {
  private ring: () => void = () => undefined;

  wait(ms: number): Promise<void> {
    return new Promise((go) => {
      const timer = setTimeout(go, ms);
      this.ring = () => {
        clearTimeout(timer);
        go();
      };
    });
  }

  wake(): void {
    this.ring();
  }
}

const worldOf = ({ declared, log, crew, watch, options }: Driving, ended: (target: string) => void): RolloutWorld => {
  const alarm = new Alarm();
  const again = againOf(declared.rollout.name, options);
  let last = '';
  let leaving = false;
  return {
    now: () => Date.now(),
    longestWait,
    wait: (ms) => alarm.wait(ms),
    wake: () => alarm.wake(),
    newRun: () => newRun(),
    append: (events) => log.append(events),
    orders: () => log.orders(),
    apply: (targets, run) => applyStep(crew, targets, run),
    gate: (wave, state) => askGate(crew, declared.rollout, wave, state),
    rollBack: (target, runs) => rollBackDevice(crew, target, runs),
    stopped: () => leaving || watch.run.stopped(),
    seen: (event) => {
      if (event.what === 'ended' && event.as === 'done') ended(event.target);
      tellEvent(watch, event);
      last = '';
    },
    waiting: (decision) => {
      // The process ends where it would wait for a person or for a time.
      if (options.wait === false && long.includes(decision.waitsFor)) leaving = true;
      const words = showWaiting(decision, again);
      if (words !== last && decision.waitsFor !== 'devices') watch.log(`${declared.rollout.name} ${words}`);
      last = words;
    },
  };
};

/** Shows the devices while they are worked on, until the drive ends. */
export const shown = async <T>(
  driving: Pick<Driving, 'declared' | 'state' | 'watch' | 'options'> & { readonly crew: Pick<Crew, 'jobs'> },
  work: (ended: (target: string) => void) => Promise<T>,
): Promise<T> => {
  const { declared, state, crew, watch, options } = driving;
  const again = againOf(declared.rollout.name, options);
  const left = state.all().flatMap(([id, { status }]) => (status === 'done' ? [] : (crew.jobs.get(id) ?? [])));
  const settle = new Map<string, () => void>();
  const until = new Map(left.map(({ target }) => [target.id, new Promise<void>((go) => settle.set(target.id, go))]));
  const showing = watch.showEach(left, ({ target }) => until.get(target.id)!, {
    lines: (columns, now) => rolloutTable({ declared: declared.rollout, state, again }, columns, now),
    isOpen: (id) => ['changing', 'rolling back'].includes(state.device(id).status),
  });
  try {
    return await work((target) => settle.get(target)?.());
  } finally {
    settle.forEach((go) => go());
    await showing;
  }
};

export const codes: Readonly<Record<RolloutOutcome | 'interrupted', number>> = {
  done: exit.clean,
  stopped: exit.error,
  'rolled back': exit.error,
  aborted: exit.error,
  interrupted: exit.changes,
};

/** Drives a rollout in this process, shows it, and says how it stands at the end. */
export const driveHere = async (driving: Driving): Promise<number> => {
  const { declared, state, watch, options } = driving;
  const again = againOf(declared.rollout.name, options);
  watch.changing();
  const outcome = await shown(driving, (ended) => drive(declared.rollout, state, worldOf(driving, ended)));
  say(...showStatus(declared.rollout.name, state, decide(declared.rollout, state, Date.now()), again));
  if (outcome === 'interrupted') note(`To go on, here or on another machine with the same ledgers: ${again('resume')}`);
  return codes[outcome];
};
