import { isGenerated } from '../../model/secret';
import type { ManifestTarget } from '../../run/manifest';
import { readSecret } from '../../run/secrets/read';
import type { TargetJob } from '../../run/target';
import { showAll } from '../output/plan-forms';
import { paint, say } from '../output/report';
import { worksOf } from '../source';
import { watched, type Watch } from '../watch';
import { carryOut, type CarryOutOptions } from './carry-out';

/** The secrets that can be read here: to type back what was removed, where that fails. None is needed to remove. */
const readable = async ({ target }: TargetJob): Promise<ManifestTarget['desired']['secrets']> => {
  const tried = target.desired.secrets.map(async (ref) => {
    if (isGenerated(ref)) return [];
    return readSecret(ref, target.path).then(
      () => [ref],
      () => [],
    );
  });
  return (await Promise.all(tried)).flat();
};

/** The target with nothing declared on it: what the ledger says is ours goes, and nothing else. */
const emptied = async (work: TargetJob): Promise<TargetJob> => {
  const { sources: _sources, ...own } = work;
  const desired = { ...work.target.desired, items: [], externals: [], secrets: await readable(work) };
  return { ...own, target: { ...work.target, desired, needs: [] } };
};

const destroyWatched = async (options: CarryOutOptions, watch: Watch): Promise<number> => {
  const works = await worksOf(options);
  const stacks = [...new Set(works.map(({ stack }) => stack))];
  const word = stacks.length === 1 ? stacks[0]! : 'destroy';
  return carryOut(
    {
      works: await Promise.all(works.map(emptied)),
      adopt: false,
      agreed: false,
      show: (plans) => {
        showAll(plans, { steps: false, undo: false });
        say(paint.warn(`! This removes all that is ours from ${works.map(({ target }) => target.id).join(', ')}.`));
      },
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
