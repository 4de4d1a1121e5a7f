import { stableJson } from '../kernel/json';
import { isEmpty } from '../plan/plan';
import { showPlan, stored } from '../plan/show';
import { terraformJson } from '../plan/terraform-json';
import { driftOf } from '../run/drift';
import { storeOf, type CommonOptions } from './options';
import { planExit } from './plan';
import { onEach } from './progress';
import { paint, planned, say, titled, unread } from './report';
import { worksOf } from './source';

/** Shows what was done to the devices since the last apply, by anybody but us. */
export const driftCommand = async (options: CommonOptions): Promise<number> => {
  const store = storeOf(options);
  const all = await onEach(await worksOf(options), (work, progress) => driftOf(work, { store, adopt: true, progress }));
  if (options.json) {
    say(stableJson(terraformJson(all.map(planned)), 2));
    return planExit(all);
  }
  for (const ended of all) {
    if (ended.plan === undefined) say(...unread(ended), '');
    else if (isEmpty(ended.plan)) say(`${paint.strong(ended.work.target.id)}: no drift`, ...stored(ended.plan, paint));
    else {
      const [head, ...body] = showPlan(titled(ended), paint, { steps: false, undo: true, wording: 'drift' });
      say(`${paint.change('drift')} on ${head}`, ...body, '');
    }
  }
  return planExit(all);
};
