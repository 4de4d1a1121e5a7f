import { advised } from '../../kernel/advised';
import { fail } from '../../kernel/problem';
import { htmlPage } from '../output/page/page';
import { formOf, showPlans, type FormOptions } from '../output/plan-forms';
import { demandDirectory, writeText } from '../../run/host-io';
import { exit, say } from '../output/report';
import { parsedPlan } from '../saved-plan';

/** Prints a saved plan as it was made. No device and no program is asked. */
export const showCommand = (file: string, options: FormOptions): number => {
  const form = formOf(options);
  demandDirectory(options.html, '--html');
  const { results, said = [], page } = parsedPlan(file);
  if (results === undefined)
    return fail(
      'plan.unshown',
      file,
      'was saved by an earlier version, which kept no plan to show',
      `save one again: ${advised('plan', '--out', 'FILE')}`,
    );
  if (options.html !== undefined) {
    if (page === undefined)
      return fail(
        'plan.undrawn',
        file,
        'was saved by an earlier version, which kept nothing to draw',
        `save one again: ${advised('plan', '--out', 'FILE')}`,
      );
    writeText(options.html, htmlPage({ ...page, results }));
  }
  showPlans(results, said, form, { ...options, whole: advised('show', file) });
  if (options.html !== undefined && form === 'terminal') say(`Drawn in ${options.html}.`);
  return exit.clean;
};
