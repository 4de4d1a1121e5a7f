import { advised } from '../../kernel/advised';
import { fail } from '../../kernel/problem';
import { stableJson } from '../../kernel/json';
import { showPlan, type Detail } from '../../plan/show';
import { terraformJson } from '../../plan/terraform-json';
import type { TargetResult } from '../../run/target-result';
import { junitPlan } from './junit';
import { markdownPlan } from './markdown';
import { counted, paint, planned, problemLines, prose, say, tell, titled, unread } from './report';

/** In which form a plan is printed, and how much of it. */
export interface FormOptions {
  readonly json?: boolean;
  readonly markdown?: boolean;
  readonly junit?: boolean;
  /** Without the commands, the rollback, and what others have there, which stays. */
  readonly brief?: boolean;
  readonly stats?: boolean;
  /** A file for the plan as one page with a picture of the network. */
  readonly html?: string;
}
export type Form = 'terminal' | 'json' | 'markdown' | 'junit';

export const formOf = (options: FormOptions): Form => {
  const asked = (['json', 'markdown', 'junit'] as const).filter((form) => options[form]);
  if (asked.length > 1)
    fail(
      'form.several',
      asked.map((form) => `--${form}`).join(' '),
      'standard output takes one form',
      `save the plan with --out FILE, and print it in the other with ${advised('show', 'FILE')}`,
    );
  return asked[0] ?? 'terminal';
};

/** The plans of all targets in lines; those that could not be read come last, where they are seen. */
export const planLines = (all: readonly TargetResult[], detail: Detail): readonly string[] => [
  ...all.flatMap((ended) =>
    ended.plan === undefined
      ? []
      : [...showPlan(titled(ended), paint, detail).map(prose), ...problemLines(ended.problems), ''],
  ),
  ...unread(...all.filter(({ plan }) => plan === undefined)),
];

/** Prints a plan. `said`: what the rules say of it, a line each; `whole`: the command that shows all of it. */
export const showPlans = (
  all: readonly TargetResult[],
  said: readonly string[],
  form: Form,
  { brief, stats, whole }: FormOptions & { readonly whole: string },
): void => {
  if (form === 'json')
    say(stableJson({ ...terraformJson(all.map(planned)), ...(stats ? { requests: counted(all) } : {}) }, 2));
  else if (form === 'markdown') say(markdownPlan(all, said, undefined, whole).trimEnd());
  else if (form === 'junit') say(junitPlan(all).trimEnd());
  else {
    say(...planLines(all, { steps: !brief, undo: !brief, stays: !brief }));
    if (said.length > 0) tell(...said, '');
  }
};
