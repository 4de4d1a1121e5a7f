import { setTimeout as pause } from 'node:timers/promises';
import type * as Activity from '@temporalio/activity';
import { problemsOf, ProblemError, showProblems } from '../../kernel/problem';
import type { LedgerStore } from '../ledger/store';
import { leaseMs } from '../ledger/holder';
import type { Manifest } from '../manifest';
import type { Agreed } from '../../rollout/event';
import { applyStep, askDevices, rollBackDevice, type Crew } from '../rollout/devices';
import type { Ended } from '../rollout/drive';
import type { DeclaredRollout } from '../rollout/prepare';
import { RolloutLog } from '../rollout/rollout-log';
import { readProgram } from '../rollout/sealed-program';
import { ledgerName, type TargetJob } from '../target';
import type { Activities, RolloutPlace } from './terms';

export interface WorkerHands {
  readonly store: LedgerStore;
  /** The targets of a manifest as this worker reaches them. */
  readonly works: (manifest: Manifest) => readonly TargetJob[];
  /** The worker shall end: nothing more is begun. */
  readonly stopped: () => boolean;
  /** What it does, for who looks on. */
  readonly note: (words: string) => void;
}

/** Faults that another try does not mend. */
const lasting: readonly string[] = ['rollout.seal', 'rollout.diverged', 'rollout.corrupt', 'manifest.corrupt'];
/** A worker says that it is there this often, in milliseconds. */
const beatEvery = 2_000;
/** Records of events that one message carries: each has at most what was begun or ended at one time. */
const recordsAtOnce = 20;

/** So many programs are kept at hand: a worker runs for months, and a program of a thousand devices is large. */
const programsAtHand = 4;

/** Programs of rollouts, each read once while it is in use. */
class Programs {
  private readonly read = new Map<string, Promise<{ declared: DeclaredRollout; jobs: Crew['jobs'] }>>();

  constructor(private readonly hands: WorkerHands) {}

  of(at: RolloutPlace): Promise<{ readonly declared: DeclaredRollout; readonly jobs: Crew['jobs'] }> {
    const name = `${at.stack}/${at.name}/${at.start}`;
    const found = this.read.get(name) ?? this.open(at);
    // The one that was used last stands last.
    this.read.delete(name);
    this.read.set(name, found);
    for (const old of [...this.read.keys()].slice(0, -programsAtHand)) this.read.delete(old);
    found.catch(() => this.read.delete(name));
    return found;
  }

  private async open({ stack, name, start }: RolloutPlace) {
    const declared = await readProgram(this.hands.store, { stack, name, start });
    return { declared, jobs: new Map(this.hands.works(declared.manifest).map((work) => [work.target.id, work])) };
  }
}

/** Runs the work of an activity: it says regularly that it is alive, and what goes wrong is said in words. */
const lively = async <T>(peer: typeof Activity, work: () => Promise<T>): Promise<T> => {
  const beat = setInterval(() => peer.heartbeat(), beatEvery);
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    const words = showProblems(error.problems).join('\n');
    const nonRetryable = error.problems.some(({ code }) => lasting.includes(code));
    throw peer.ApplicationFailure.create({ message: words, type: error.problems[0]!.code, nonRetryable });
  } finally {
    clearInterval(beat);
  }
};

/** A worker that is gone may have left its leases: they are waited for, as long as they live. */
const awaitLeases = async (store: LedgerStore, works: readonly TargetJob[]): Promise<void> => {
  const until = Date.now() + leaseMs + 5_000;
  for (const work of works)
    for (;;) {
      try {
        await (
          await store.lock(ledgerName(work))
        )();
        break;
      } catch (error) {
        const isLocked = problemsOf(error, work.target.id).some(({ code }) => code === 'ledger.locked');
        if (!isLocked || Date.now() > until) break;
        await pause(1_000);
      }
    }
};

/** What reads and writes the ledgers of the rollout itself. */
const recorders = (
  peer: typeof Activity,
  { store }: WorkerHands,
  programs: Programs,
): Pick<Activities, 'load' | 'events' | 'record'> => ({
  load: ({ queueBy, ...at }) =>
    lively(peer, async () => {
      const { rollout, manifest } = (await programs.of(at)).declared;
      const labelled = manifest.targets.flatMap(({ id, labels }) => {
        const value = queueBy === undefined ? undefined : labels?.[queueBy];
        return value === undefined ? [] : [[id, value] as const];
      });
      return { declared: rollout, places: Object.fromEntries(labelled) };
    }),
  events: ({ from, ...at }) =>
    lively(peer, async () => {
      const page = await RolloutLog.page(store, at, from, recordsAtOnce);
      // What the program was is compared by the command: the workflow need not carry it.
      const events = page.events.map((event) => (event.what === 'started' ? { ...event, digests: {} } : event));
      return { ...page, events };
    }),
  record: ({ number, events, ...at }) => lively(peer, () => RolloutLog.put(store, at, number, events)),
});

/** Lets another try do the work. */
const again = (peer: typeof Activity, words: string): never => {
  throw peer.ApplicationFailure.create({ message: words, type: 'again' });
};

/** Changes the devices of a step. */
const change = async (
  peer: typeof Activity,
  { note }: WorkerHands,
  crew: Crew,
  { targets, run }: Pick<Parameters<Activities['change']>[0], 'targets' | 'run'>,
): Promise<readonly Ended[]> => {
  note(`${targets.join(', ')}: run ${run} begun`);
  const ended = await applyStep(crew, targets, run);
  for (const { target, as, words } of ended) note([`${target}: ${as}`, ...words].join('; '));
  if (ended.some(({ unwritten }) => unwritten))
    return again(peer, 'the ledgers could not be reached; the device is looked at again');
  const left = targets.filter((id) => ended.every(({ target }) => target !== id));
  if (left.length > 0 && !peer.cancellationSignal().aborted) return again(peer, 'the worker ended before it began');
  const words = ['not begun: the rollout was aborted'];
  return [...ended, ...left.map((target) => ({ target, as: 'skipped' as const, words }))];
};

const careful: Agreed = { allowDisruption: false };

/** What a worker does for workflows. */
export const activitiesOf = (peer: typeof Activity, hands: WorkerHands): Activities => {
  const { store } = hands;
  const programs = new Programs(hands);
  /** For these devices, which a worker before this one may have in hand still. */
  const crewOf = async (
    at: RolloutPlace,
    ids: readonly string[],
    { allowDisruption, adopt = false }: Agreed,
  ): Promise<Crew> => {
    const { jobs } = await programs.of(at);
    const works = ids.flatMap((id) => jobs.get(id) ?? []);
    if (peer.activityInfo().attempt > 1) await awaitLeases(store, works);
    const signal = peer.cancellationSignal();
    const stopped = (): boolean => hands.stopped() || signal.aborted;
    return { jobs, options: { store, adopt, progress: () => undefined, stopped }, allowDisruption };
  };
  return {
    ...recorders(peer, hands, programs),
    change: ({ targets, run, allowDisruption, adopt, ...at }) =>
      lively(peer, async () =>
        change(peer, hands, await crewOf(at, targets, { allowDisruption, adopt }), { targets, run }),
      ),
    ask: ({ devices, verify, until, parallel, ...at }) =>
      lively(peer, async () => {
        const crew = await crewOf(at, [], careful);
        return (await askDevices(crew, { verify, until, parallel }, devices)) ?? again(peer, 'the worker ended');
      }),
    takeBack: ({ target, runs, ...at }) =>
      lively(peer, async () => {
        hands.note(`${target}: rollback begun`);
        return rollBackDevice(await crewOf(at, [target], careful), target, runs);
      }),
  };
};
