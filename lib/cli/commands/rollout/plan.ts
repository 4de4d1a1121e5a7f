import { ProblemError } from '../../../kernel/problem';
import type { Waves } from '../../../rollout/waves';
import { plannedWaves } from '../../../run/rollout/prepare';
import type { TargetResult } from '../../../run/target-result';
import { droppedBy } from '../../output/dropped';
import { exit, paint, say } from '../../output/report';
import type { Watch } from '../../watch';
import { find, type Found } from './find';
import type { RolloutOptions } from './options';
import { countWords, planAll } from './drive';

export const showWavesOf = ({ waves, notes }: Waves, plans: readonly TargetResult[]): void => {
  const byId = new Map(plans.map((result) => [result.work.target.id, result]));
  for (const { name, steps, approval } of waves) {
    say(`${paint.strong(name)}: ${countWords(steps.flat(), byId)}${approval ? '; waits for an approval' : ''}`);
    const several = steps.filter((step) => step.length > 1).map((step) => step.join(' and '));
    if (several.length > 0) say(`  in one run each: ${several.join('; ')}`);
  }
  for (const words of notes) say(paint.warn(`! ${words}`));
};

/** The waves, by what is declared and what the devices answered. */
export interface Prepared {
  readonly waves: Waves;
  readonly plans: readonly TargetResult[];
}

/** Reads all devices and shows the waves. */
export const prepared = async (found: Found, options: RolloutOptions, watch: Watch): Promise<Prepared> => {
  const plans = await planAll(found.works, watch, options.adopt ?? false);
  const waves = plannedWaves(found, plans);
  if (waves.problems.length > 0) throw new ProblemError([...waves.problems]);
  say(...found.said);
  showWavesOf(waves, plans);
  return { waves, plans };
};

export const planWatched = async (name: string | undefined, options: RolloutOptions, watch: Watch): Promise<number> => {
  const { plans } = await prepared(await find(name, options, watch), options, watch);
  const dropped = droppedBy(plans);
  if (dropped.length > 0) say(paint.warn(`! This drops tunnels that are up: ${dropped.join(', ')}`));
  return exit.clean;
};
