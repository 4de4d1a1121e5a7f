import { fail } from '../../kernel/problem';
import { formOf, showPlans, type FormOptions } from '../output/plan-forms';
import { exit } from '../output/report';
import { parsedPlan } from '../saved-plan';

/** Prints a saved plan as it was made. No device and no program is asked. */
export const showCommand = (file: string, options: FormOptions): number => {
  const form = formOf(options);
  const { results, said = [] } = parsedPlan(file);
  if (results === undefined)
    return fail(
      'plan.unshown',
      file,
      'was saved by an earlier version, which kept no plan to show',
      'save one again: tunnelwright plan --out FILE',
    );
  showPlans(results, said, form, options);
  return exit.clean;
};
