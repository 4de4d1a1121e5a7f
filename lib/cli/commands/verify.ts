import { setTimeout as pause } from 'node:timers/promises';
import { stableJson } from '../../kernel/json';
import { fail } from '../../kernel/problem';
import { isEmpty } from '../../plan/plan';
import { showPlan } from '../../plan/show';
import { verifyTarget } from '../../run/apply';
import type { TargetJob } from '../../run/target';
import type { CommonOptions } from '../options';
import { exit, paint, say, tell, titled, unread } from '../output/report';
import { watched, type Watch } from '../watch';

export interface VerifyOptions extends CommonOptions {
  readonly wait: string;
}

type Verified = Awaited<ReturnType<typeof verifyTarget>>;

const isUp = (v: Verified): boolean => v.tunnels.every((tunnel) => tunnel.up);
const isClean = (v: Verified): boolean => v.plan !== undefined && isEmpty(v.plan);

const verifyExit = (all: readonly Verified[]): number => {
  if (all.some((v) => v.state === 'failed')) return exit.error;
  if (all.some((v) => v.plan === undefined)) return exit.unknown;
  if (!all.every(isClean)) return exit.changes;
  return all.every(isUp) ? exit.clean : exit.error;
};

/** Tunnels take a moment to come up after a change; they are asked again until they are, or the time is over. */
const untilUp = async (
  works: readonly TargetJob[],
  options: VerifyOptions,
  watch: Watch,
): Promise<readonly Verified[]> => {
  const wait = Number(options.wait);
  if (!(wait >= 0 && wait < Infinity))
    return fail(
      'option.invalid',
      '--wait',
      `'${options.wait}' is not a valid number of seconds`,
      'write it like --wait 60',
    );
  const end = Date.now() + wait * 1000;
  for (;;) {
    const all = await watch.onEach(works, (work) => verifyTarget(work, { ...watch.run, adopt: false }));
    if (all.every(isUp) || !all.every(isClean) || Date.now() > end) return all;
    await pause(1000);
  }
};

const verifyWatched = async (options: VerifyOptions, watch: Watch): Promise<number> => {
  const all = await untilUp(await watch.works(), options, watch);
  if (options.json) {
    say(
      stableJson(
        all.map((v) => ({
          id: v.work.target.id,
          asDeclared: isClean(v),
          tunnels: v.tunnels,
          problems: v.problems,
          notes: v.notes,
        })),
        2,
      ),
    );
    return verifyExit(all);
  }
  for (const v of all) {
    if (v.plan === undefined) tell(...unread(v).slice(0, -1));
    else if (isClean(v)) say(`${paint.strong(v.work.target.id)}: as declared`);
    else tell(...showPlan(titled(v), paint, { steps: false, undo: false }));
    tell(...v.notes.map((note) => `  · ${note}`));
    for (const tunnel of v.tunnels)
      say(`  tunnel ${tunnel.name}: ${tunnel.up ? paint.add('up') : paint.remove('DOWN')} (${tunnel.detail})`);
  }
  return verifyExit(all);
};

/** Asks every target whether it is as declared, and its tunnels whether they are up. */
export const verifyCommand = (options: VerifyOptions): Promise<number> =>
  watched(options, (watch) => verifyWatched(options, watch));
