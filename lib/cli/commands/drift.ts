import { stableJson } from '../../kernel/json';
import { isEmpty } from '../../plan/plan';
import { showPlan, stored } from '../../plan/show';
import { terraformJson } from '../../plan/terraform-json';
import { driftOf } from '../../run/detect-drift';
import { demandDirectory, writeText } from '../../run/host-io';
import type { CommonOptions } from '../options';
import { driftMetrics } from '../output/metrics';
import { planExit } from './plan';
import { paint, planned, say, tell, titled, unread } from '../output/report';
import { watched, type Watch } from '../watch';

export interface DriftOptions extends CommonOptions {
  /** A file for what was found, as OpenMetrics text. */
  readonly metrics?: string;
}

const driftWatched = async (options: DriftOptions, watch: Watch): Promise<number> => {
  demandDirectory(options.metrics, '--metrics');
  const how = { ...watch.run, adopt: true, asksTunnels: options.metrics !== undefined };
  const all = await watch.onEach(await watch.works(), (work) => driftOf(work, how));
  if (options.metrics !== undefined) writeText(options.metrics, driftMetrics(all));
  if (options.json) {
    say(stableJson(terraformJson(all.map(planned)), 2));
    return planExit(all);
  }
  for (const ended of all) {
    if (ended.plan === undefined) tell(...unread(ended));
    else if (isEmpty(ended.plan)) say(`${paint.strong(ended.work.target.id)}: no drift`, ...stored(ended.plan, paint));
    else {
      const [head, ...body] = showPlan(titled(ended), paint, { steps: false, undo: false, wording: 'drift' });
      tell(`${paint.change('drift')} on ${head}`, ...body, '');
    }
  }
  return planExit(all);
};

/** Shows what was done to the devices since the last apply, by anybody but us. */
export const driftCommand = (options: DriftOptions): Promise<number> =>
  watched(options, (watch) => driftWatched(options, watch));
