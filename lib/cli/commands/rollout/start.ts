import { fail } from '../../../kernel/problem';
import { stateOf, type RolloutState } from '../../../rollout/state';
import { demandSameProgram, startedEvent } from '../../../run/rollout/prepare';
import { RolloutLog } from '../../../run/rollout/rollout-log';
import { whoRuns } from '../../../run/who';
import { droppedBy } from '../../output/dropped';
import { exit, say } from '../../output/report';
import type { Watch } from '../../watch';
import { consent, wouldDrop } from '../carry-out';
import { againOf, startOf } from './again';
import { driveHere } from './drive';
import { demandLabel, refuseTemporalOptions } from './engine';
import { begun, crewOf, find, lockOr, logOf, type Found } from './find';
import type { RolloutOptions } from './options';
import { prepared, type Prepared } from './plan';
import { beginThere, goOnThere } from './temporal';

/** Throws where it was started before, unless it has ended and shall begin again. */
const demandUnstarted = async (found: Found, watch: Watch, options: RolloutOptions): Promise<void> => {
  const { name } = found.rollout;
  const again = againOf(name, options);
  const before = await logOf(watch.run.store, found);
  if (before === undefined) return;
  const { outcome } = before.state;
  if (outcome === undefined)
    fail(
      'rollout.begun',
      name,
      'was started and has not ended',
      `go on with it: ${again('resume')}; or end it: ${again('abort')}`,
    );
  const fromTheFirst = `from its first wave: ${startOf(name, { ...options, again: true })}`;
  if (!options.again)
    fail(
      'rollout.ended',
      name,
      `has ended already: ${outcome}`,
      outcome === 'done'
        ? `to do it again ${fromTheFirst}`
        : `go on where it stopped: ${again('resume')}; or start it ${fromTheFirst}`,
    );
};

/** Why it is not started, in words; undefined where it may be. */
const objection = async (
  name: string,
  dropped: readonly string[],
  options: RolloutOptions,
  watch: Watch,
): Promise<string | undefined> => {
  const { yes, allowDisruption } = options;
  if (yes) return dropped.length > 0 && !allowDisruption ? wouldDrop(dropped) : undefined;
  if (await consent(watch, dropped, 'Start this rollout?')) return undefined;
  return `Nothing was changed. To start it without being asked: ${startOf(name, { ...options, yes: true, ...(dropped.length > 0 ? { allowDisruption: true } : {}) })}`;
};

/** Begins it. Where others drive it, what is left to be done without its lease. */
const begin = async (
  found: Found,
  { waves, plans }: Prepared,
  options: RolloutOptions,
  watch: Watch,
): Promise<number | (() => Promise<number>)> => {
  const dropped = droppedBy(plans);
  const why = await objection(found.rollout.name, dropped, options, watch);
  if (why !== undefined) {
    say(why);
    return exit.error;
  }
  // Who was asked has seen which tunnels it drops.
  const allowDisruption = options.allowDisruption ?? dropped.length > 0;
  const agreed = { allowDisruption, adopt: options.adopt ?? false };
  const started = startedEvent(found, waves, agreed);
  const log = await RolloutLog.begin(watch.run.store, found.manifest.stack, found.rollout.name);
  if (options.engine === 'temporal') return beginThere({ found, log, options, watch }, started);
  await log.append([started]);
  const crew = crewOf(found, watch, agreed);
  return driveHere({ declared: found, log, state: stateOf([started])!, crew, watch, options });
};

export const startWatched = async (
  name: string | undefined,
  options: RolloutOptions,
  watch: Watch,
): Promise<number> => {
  const isElsewhere = options.engine === 'temporal';
  if (!isElsewhere) refuseTemporalOptions(options);
  const found = await find(name, options, watch);
  if (isElsewhere) demandLabel(found.manifest, options.queueBy);
  const unlock = await RolloutLog.lock(watch.run.store, found.manifest.stack, found.rollout.name);
  let begun: number | (() => Promise<number>);
  try {
    await demandUnstarted(found, watch, options);
    begun = await begin(found, await prepared(found, options, watch), options, watch);
  } finally {
    await unlock();
  }
  return typeof begun === 'number' ? begun : begun();
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

const goOn = async (found: Found, options: RolloutOptions, watch: Watch): Promise<number> => {
  const { log, state } = await begun(watch.run.store, found, options);
  demandSameProgram(found, state.started.digests);
  if (state.outcome === 'done') {
    say(`${found.rollout.name}: done already.`);
    return exit.clean;
  }
  await takeOver(log, state);
  const crew = crewOf(found, watch, state.started);
  return driveHere({ declared: found, log, state, crew, watch, options });
};

export const resumeWatched = async (
  name: string | undefined,
  options: RolloutOptions,
  watch: Watch,
): Promise<number> => {
  const found = await find(name, options, watch);
  const there = await logOf(watch.run.store, found);
  if (there?.state.started.engine !== undefined) return goOnThere({ found, options, watch, ...there });
  refuseTemporalOptions(options);
  const unlock = await lockOr(watch.run.store, found);
  if (unlock === undefined) {
    const { log } = await begun(watch.run.store, found, options);
    await log.order({ what: 'resumed', at: Date.now(), by: whoRuns() });
    say(`${found.rollout.name}: the process that drives it goes on.`);
    return exit.clean;
  }
  try {
    return await goOn(found, options, watch);
  } finally {
    await unlock();
  }
};
