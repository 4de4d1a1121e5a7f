import { isGenerated } from '../../model/secret';
import { isEmpty } from '../../plan/plan';
import type { TargetJob } from '../../run/target';
import type { TargetResult } from '../../run/target-result';
import { orphans } from '../orphans';
import { planLines } from '../output/plan-forms';
import { paint } from '../output/report';
import { worksOf } from '../source';
import { watched, type Watch } from '../watch';
import { carryOut, type CarryOutOptions } from './carry-out';

/**
 * The target with nothing declared on it: what the ledger says is ours goes, and nothing else. Secrets that other targets
 * make are not waited for: those go too.
 */
const emptied = ({ sources: _sources, ...work }: TargetJob): TargetJob => {
  const { desired } = work.target;
  const secrets = desired.secrets.filter((ref) => !isGenerated(ref));
  return { ...work, target: { ...work.target, desired: { ...desired, items: [], externals: [], secrets }, needs: [] } };
};

/** From where something goes: not from targets where nothing is ours, or that could not be read. */
const removing = (plans: readonly TargetResult[]): readonly string[] => {
  const ids = plans.flatMap(({ state, plan, work }) => (state === 'planned' && !isEmpty(plan) ? [work.target.id] : []));
  return ids.length === 0 ? [] : [paint.warn(`! This removes all that is ours from ${ids.join(', ')}.`)];
};

const destroyWatched = async (options: CarryOutOptions, watch: Watch): Promise<number> => {
  const works = await worksOf(options);
  const gone = await orphans(works, options);
  const stacks = [...new Set(works.map(({ stack }) => stack))];
  const word = stacks.length === 1 ? stacks[0]! : 'destroy';
  return carryOut(
    {
      works: works.map(emptied),
      adopt: false,
      secretsOptional: true,
      agreed: false,
      show: (plans) => [
        ...planLines(plans, { steps: false, undo: false }),
        ...removing(plans),
        ...gone.map((line) => paint.warn(`! ${line}`)),
      ],
      verb: 'destroy',
      question: 'Destroy this?',
      word,
    },
    options,
    watch,
  );
};

/** Removes what is ours from the targets of a program, in the reverse order of its references; what others own stays. */
export const destroyCommand = (options: CarryOutOptions): Promise<number> =>
  watched(options, (watch) => destroyWatched(options, watch));
