import { advised } from '../../kernel/advised';
import { isGenerated } from '../../model/secret';
import { isEmpty } from '../../plan/plan';
import type { TargetJob } from '../../run/target';
import type { TargetResult } from '../../run/target-result';
import { orphans, stillOurs, undeclared } from '../orphans';
import { planLines } from '../output/plan-forms';
import { exit, paint, tell } from '../output/report';
import { isByTerraform } from '../started-by';
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
  const works = await watch.works();
  const gone = await orphans(works, options, watch.run.store);
  const stacks = [...new Set(works.map(({ stack }) => stack))];
  const word = stacks.length === 1 ? stacks[0]! : 'destroy';
  return carryOut(
    {
      works: works.map(emptied),
      adopt: false,
      secretsOptional: true,
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

export interface DestroyOptions extends CarryOutOptions {
  /** Nothing is removed, and no device is asked. */
  readonly keep?: boolean;
}

const byTerraform =
  'Then run Terraform again; to forget the devices without knowing: terraform state rm, with the name that Terraform gives above.';

/** Says what stays on the devices where something else forgets them, as `terraform destroy` does. */
const keepWatched = async (options: DestroyOptions, watch: Watch): Promise<number> => {
  const works = await watch.works();
  const kept = await stillOurs(works, watch.run.store);
  const all = [...kept, ...(await undeclared(works, options, watch.run.store))];
  const remedy = `To remove what is ours from them: ${advised('destroy')}`;
  tell(
    ...all.map(({ line }) => paint.warn(`! ${line}`)),
    kept.length === 0 ? 'Nothing of ours is on the devices.' : `The devices were not changed. ${remedy}`,
  );
  if (all.every(({ isRead }) => isRead)) return exit.clean;
  tell(`What stays is known when each ledger can be read. ${isByTerraform() ? byTerraform : 'Then run this again.'}`);
  return exit.unknown;
};

/** Removes what is ours from the targets of a program, in the reverse order of its references; what others own stays. */
export const destroyCommand = (options: DestroyOptions): Promise<number> =>
  watched(options, (watch) => (options.keep ? keepWatched : destroyWatched)(options, watch));
