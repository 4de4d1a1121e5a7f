import type { Command } from 'commander';
import { stableJson } from '../../kernel/json';
import { fail, ProblemError } from '../../kernel/problem';
import { decide } from '../../rollout/decide';
import type { Order } from '../../rollout/event';
import { showReport, showStatus } from '../../rollout/show';
import { stateOf, type RolloutState } from '../../rollout/state';
import type { Waves } from '../../rollout/waves';
import {
  demandSameProgram,
  plannedWaves,
  rolloutNamed,
  startedEvent,
  type DeclaredRollout,
} from '../../run/rollout/prepare';
import { RolloutLog } from '../../run/rollout/rollout-log';
import type { LedgerStore } from '../../run/ledger/store';
import type { TargetJob } from '../../run/target';
import type { TargetResult } from '../../run/target-result';
import { whoRuns } from '../../run/who';
import { storeOf, withProgram, type CommonOptions } from '../options';
import { droppedBy } from '../output/dropped';
import { exit, note, paint, say } from '../output/report';
import { verdict } from '../output/verdict';
import { chosen, manifestsOf } from '../source';
import { watched, type Watch } from '../watch';
import { consent, wouldDrop } from './carry-out';
import { countWords, driveHere, planAll } from './rollout-drive';
import type { Run } from './state';

interface RolloutOptions extends Omit<CommonOptions, 'target'> {
  readonly yes?: boolean;
  readonly allowDisruption?: boolean;
  /** `--no-wait`. */
  readonly wait?: boolean;
  readonly again?: boolean;
}

interface Found extends DeclaredRollout {
  readonly works: readonly TargetJob[];
  readonly said: readonly string[];
}

const find = async (name: string | undefined, options: RolloutOptions): Promise<Found> => {
  const manifests = await manifestsOf(options);
  const declared = rolloutNamed(manifests, name);
  return { ...declared, works: chosen([declared.manifest], options), said: verdict([declared.manifest]) };
};

const crewOf = ({ works }: Found, watch: Watch, allowDisruption: boolean) => ({
  jobs: new Map(works.map((work) => [work.target.id, work])),
  options: { ...watch.run, adopt: false },
  allowDisruption,
});

const showWavesOf = ({ waves, notes }: Waves, plans: readonly TargetResult[]): void => {
  const byId = new Map(plans.map((result) => [result.work.target.id, result]));
  for (const { name, steps, approval } of waves) {
    say(`${paint.strong(name)}: ${countWords(steps.flat(), byId)}${approval ? '; waits for an approval' : ''}`);
    const several = steps.filter((step) => step.length > 1).map((step) => step.join(' and '));
    if (several.length > 0) say(`  in one run each: ${several.join('; ')}`);
  }
  for (const words of notes) say(paint.warn(`! ${words}`));
};

/** Reads all devices and shows the waves. */
const prepared = async (
  found: Found,
  watch: Watch,
): Promise<{ readonly waves: Waves; readonly plans: readonly TargetResult[] }> => {
  const plans = await planAll(found.works, watch);
  const waves = plannedWaves(found, plans);
  if (waves.problems.length > 0) throw new ProblemError([...waves.problems]);
  say(...found.said);
  showWavesOf(waves, plans);
  return { waves, plans };
};

const planWatched = async (name: string | undefined, options: RolloutOptions, watch: Watch): Promise<number> => {
  const { plans } = await prepared(await find(name, options), watch);
  const dropped = droppedBy(plans);
  if (dropped.length > 0) say(paint.warn(`! This drops tunnels that are up: ${dropped.join(', ')}`));
  return exit.clean;
};

/** The rollout as it was started last; undefined where it never was. */
const logOf = async (store: LedgerStore, { manifest, rollout }: DeclaredRollout) => {
  const log = await RolloutLog.last(store, manifest.stack, rollout.name);
  const state = log && stateOf(log.events);
  return log === undefined || state === undefined ? undefined : { log, state };
};

const startWatched = async (name: string | undefined, options: RolloutOptions, watch: Watch): Promise<number> => {
  const found = await find(name, options);
  const { manifest, rollout } = found;
  const unlock = await RolloutLog.lock(watch.run.store, manifest.stack, rollout.name);
  try {
    const before = await logOf(watch.run.store, found);
    if (before !== undefined && before.state.outcome === undefined)
      fail(
        'rollout.begun',
        rollout.name,
        'was started and has not ended',
        'go on with it: tunnelwright rollout resume; or end it: tunnelwright rollout abort',
      );
    if (before !== undefined && !options.again)
      fail(
        'rollout.ended',
        rollout.name,
        `has ended already: ${before.state.outcome}`,
        'go on where it stopped: tunnelwright rollout resume; or start it from its first wave: --again',
      );
    const { waves, plans } = await prepared(found, watch);
    const dropped = droppedBy(plans);
    if (dropped.length > 0 && options.yes && !options.allowDisruption) {
      say(wouldDrop(dropped));
      return exit.error;
    }
    if (!options.yes && !(await consent(watch, dropped, 'Start this rollout?'))) {
      say('Nothing was changed. To start it without being asked: --yes');
      return exit.error;
    }
    const allowDisruption = options.allowDisruption ?? dropped.length > 0;
    const started = startedEvent(found, waves, allowDisruption);
    const log = RolloutLog.begin(watch.run.store, manifest.stack, rollout.name);
    await log.append([started]);
    return await driveHere({
      declared: found,
      log,
      state: stateOf([started])!,
      crew: crewOf(found, watch, allowDisruption),
      watch,
      noWait: options.wait === false,
    });
  } finally {
    await unlock();
  }
};

/** The rollout that was started; throws where none was. */
const begun = async (store: LedgerStore, declared: DeclaredRollout) =>
  (await logOf(store, declared)) ??
  fail(
    'rollout.not-begun',
    declared.rollout.name,
    'was never started here',
    'start it: tunnelwright rollout start; or give the --ledger that it was started with',
  );

const isLocked = (error: unknown): boolean =>
  error instanceof ProblemError && error.problems.some(({ code }) => code === 'ledger.locked');

/** The lease of a rollout; undefined where another process drives it. */
const lockOr = async (
  store: LedgerStore,
  { manifest, rollout }: DeclaredRollout,
): Promise<(() => Promise<void>) | undefined> => {
  try {
    return await RolloutLog.lock(store, manifest.stack, rollout.name);
  } catch (error) {
    if (isLocked(error)) return undefined;
    throw error;
  }
};

const resumeWatched = async (name: string | undefined, options: RolloutOptions, watch: Watch): Promise<number> => {
  const found = await find(name, options);
  const { store } = watch.run;
  const unlock = await lockOr(store, found);
  if (unlock === undefined) {
    const { log } = await begun(store, found);
    await log.order({ what: 'resumed', at: Date.now(), by: whoRuns() });
    say(`${found.rollout.name}: the process that drives it goes on.`);
    return exit.clean;
  }
  try {
    const { log, state } = await begun(store, found);
    demandSameProgram(found, state.started.digests);
    if (state.outcome === 'done') {
      say(`${found.rollout.name}: done already.`);
      return exit.clean;
    }
    await takeOver(log, state);
    const { allowDisruption } = state.started;
    return await driveHere({
      declared: found,
      log,
      state,
      crew: crewOf(found, watch, allowDisruption),
      watch,
      noWait: options.wait === false,
    });
  } finally {
    await unlock();
  }
};

/** This process drives it now. One that was paused or had stopped goes on; what persons ordered meanwhile counts. */
const takeOver = async (log: RolloutLog, state: RolloutState): Promise<void> => {
  const at = Date.now();
  const by = whoRuns();
  const orders = await log.orders();
  const isHeld = state.paused || state.outcome !== undefined || orders.some(({ what }) => what === 'paused');
  const events = [
    { what: 'taken over' as const, at, by },
    ...orders,
    ...(isHeld ? [{ what: 'resumed' as const, at, by }] : []),
  ];
  await log.append(events);
  events.forEach((event) => state.take(event));
};

const statusCommand = async (name: string | undefined, options: RolloutOptions): Promise<number> => {
  const store = storeOf(options);
  const found = await find(name, options);
  const { log, state } = await begun(store, found);
  const decision = decide(found.rollout, state, Date.now());
  if (options.json) {
    const { outcome, wave, waves, paused } = state;
    say(
      stableJson(
        {
          name: found.rollout.name,
          start: log.start,
          outcome: outcome ?? null,
          wave: wave + 1,
          waves: waves.length,
          paused,
          waitsFor: decision.waitsFor ?? null,
          devices: Object.fromEntries(state.all()),
        },
        2,
      ),
    );
  } else say(...showStatus(found.rollout.name, state, decision));
  return exit.clean;
};

const reportCommand = async (name: string | undefined, options: RolloutOptions): Promise<number> => {
  const found = await find(name, options);
  const { log, state } = await begun(storeOf(options), found);
  if (options.json) say(stableJson({ name: found.rollout.name, start: log.start, events: log.events }, 2));
  else
    say(
      ...showReport(log.events),
      '',
      ...showStatus(found.rollout.name, state, decide(found.rollout, state, Date.now())),
    );
  return exit.clean;
};

const orderWords: Readonly<Record<'paused' | 'approved' | 'aborted', string>> = {
  paused: 'paused: what is being changed is finished, and nothing further is begun',
  approved: 'approved',
  aborted: 'aborted: what is being changed is finished, and what was changed stays',
};

const orderCommand = async (
  what: 'paused' | 'approved' | 'aborted',
  name: string | undefined,
  options: RolloutOptions,
): Promise<number> => {
  const found = await find(name, options);
  const store = storeOf(options);
  const { log, state } = await begun(store, found);
  if (state.outcome !== undefined) fail('rollout.ended', found.rollout.name, `has ended already: ${state.outcome}`);
  const order = { at: Date.now(), by: whoRuns() };
  const given: Order = what === 'approved' ? { what, wave: state.wave, ...order } : { what, ...order };
  await log.order(given);
  say(`${found.rollout.name}: ${orderWords[what]}.`);
  const unlock = await lockOr(store, found);
  if (unlock === undefined) return exit.clean;
  try {
    await heardHere(found, what);
  } finally {
    await unlock();
  }
  return exit.clean;
};

/** No process drives it: a person should know that nothing happens until one does. */
const heardHere = async (found: Found, what: 'paused' | 'approved' | 'aborted'): Promise<void> => {
  if (what !== 'paused') note(`No process drives ${found.rollout.name} now. To go on: tunnelwright rollout resume`);
};

/** `tunnelwright rollout …`: a change of many devices in waves. */
export const addRollout = (root: Command, run: Run): void => {
  const rollout = root.command('rollout').description('change many devices in waves, as a Rollout of the program says');
  const add = (name: string, description: string): Command =>
    withProgram(rollout.command(name).description(description)).argument(
      '[name]',
      'of the rollout; may be left out where the program declares one',
    );
  const change = (command: Command): Command =>
    command.option('--no-wait', 'end where it would wait for a person or a time, with exit code 2; resume goes on');
  add('plan', 'read the devices and show the waves; changes nothing').action(
    run((name: string | undefined, options: RolloutOptions) =>
      watched(options, (watch) => planWatched(name, options, watch)),
    ),
  );
  change(add('start', 'begin it, and drive it until it ends'))
    .option('--yes', 'do not ask')
    .option('--allow-disruption', 'with --yes: also where tunnels that are up are dropped')
    .option('--again', 'from its first wave, where it has ended before')
    .action(
      run((name: string | undefined, options: RolloutOptions) =>
        watched(options, (watch) => startWatched(name, options, watch), [
          'rollout',
          'resume',
          ...process.argv.slice(4),
        ]),
      ),
    );
  change(add('resume', 'go on: here where no process drives it, else in that process')).action(
    run((name: string | undefined, options: RolloutOptions) =>
      watched(options, (watch) => resumeWatched(name, options, watch)),
    ),
  );
  add('status', 'show where it is').action(run(statusCommand));
  add('report', 'print everything that happened, with its times').action(run(reportCommand));
  add('pause', 'begin nothing further until it is resumed').action(
    run((name: string | undefined, options: RolloutOptions) => orderCommand('paused', name, options)),
  );
  add('approve', 'let the wave begin that waits for it').action(
    run((name: string | undefined, options: RolloutOptions) => orderCommand('approved', name, options)),
  );
  add('abort', 'begin nothing further, and end it; what was changed stays').action(
    run((name: string | undefined, options: RolloutOptions) => orderCommand('aborted', name, options)),
  );
};
