import { advised, typed } from '../../kernel/advised';
import { isEmpty } from '../../plan/plan';
import { plain, showPlan } from '../../plan/show';
import { planTarget } from '../../run/apply';
import { withBrought } from '../../run/brought';
import type { TargetResult } from '../../run/target-result';
import { demandDirectory, writeText } from '../../run/host-io';
import { placeWords, type CommonOptions } from '../options';
import { orphans } from '../orphans';
import { htmlPage } from '../output/page/page';
import { plannedIn } from '../output/page/report';
import { formOf, planLines, showPlans, type FormOptions } from '../output/plan-forms';
import { exit, note, paint, say, tell, stats, titled } from '../output/report';
import { labOf } from '../lab-overlay';
import { savedPlan } from '../saved-plan';
import { chosen } from '../source';
import { listed, unplannedWords } from './agreed-plan';
import { verdict } from '../output/verdict';
import { watched, type Watch } from '../watch';

export interface PlanOptions extends CommonOptions, FormOptions {
  readonly adopt?: boolean;
  readonly out?: string;
}

/**
 * One line for each target that can go on as planned; what is blocked is shown whole. A saved plan has been looked at
 * already, and why a target was refused since is said where the run ends.
 */
export const headLines = (all: readonly TargetResult[]): readonly string[] => {
  const detail = { steps: false, undo: false };
  return [
    ...all.flatMap((ended) => (ended.state === 'planned' ? [showPlan(titled(ended), paint, detail)[0]!] : [])),
    ...planLines(
      all.filter(({ state, problems }) => state !== 'planned' && problems.length === 0),
      detail,
    ),
  ];
};

export const planExit = (all: readonly TargetResult[]): number => {
  if (all.some((ended) => ended.state === 'failed')) return exit.error;
  if (all.some((ended) => ended.state === 'unknown')) return exit.unknown;
  return all.some((ended) => ended.plan !== undefined && !isEmpty(ended.plan)) ? exit.changes : exit.clean;
};

const isRefused = ({ plan }: TargetResult): boolean => plan !== undefined && plan.blocked.length > 0;
const isWhole = (all: readonly TargetResult[]): boolean =>
  all.every((one) => one.plan !== undefined && !isRefused(one));

/** A plan that lacks a target is not one to apply: it is applied whole or not at all. */
const savedWords = (file: string, all: readonly TargetResult[], options: PlanOptions): string => {
  const unplanned = all.filter(({ plan }) => plan === undefined);
  const [unread, refused] = [
    listed(unplanned.map(({ work }) => work)),
    listed(all.filter(isRefused).map(({ work }) => work)),
  ];
  const why = [
    ...(unread === '' ? [] : [`without ${unread}, which ${unplannedWords(unplanned)}`]),
    ...(refused === '' ? [] : [`${unread === '' ? '' : 'and '}with ${refused}, which cannot be applied as planned`]),
  ];
  if (why.length > 0)
    return `Saved to ${file} ${why.join(', ')}: it cannot be applied whole. Put that right and plan again.`;
  return `Saved to ${file}. Apply exactly this: ${typed(['apply', file, ...placeWords(options)])}`;
};

const planWatched = async (options: PlanOptions, watch: Watch): Promise<number> => {
  const form = formOf(options);
  demandDirectory(options.out, '--out');
  demandDirectory(options.html, '--html');
  const manifests = await watch.manifests();
  const said = verdict(manifests, form === 'terminal' ? paint : plain);
  const works = chosen(manifests, options);
  const read = await watch.onEach(works, (work) => planTarget(work, { ...watch.run, adopt: options.adopt ?? false }));
  const all = withBrought(read);
  showPlans(all, said, form, {
    ...options,
    whole: advised('plan', ...(options.adopt ? ['--adopt'] : [])),
  });
  if (form === 'terminal') {
    // A store that does not answer was said of each target already.
    const isTold = all.some(({ problems }) => problems.some(({ code }) => code.startsWith('store.')));
    for (const line of isTold ? [] : await orphans(works, options, watch.run.store)) tell(paint.warn(`! ${line}`), '');
    if (planExit(all) === exit.clean) say('No changes. Every target is as declared.');
    if (options.stats) say(...stats(all));
  }
  const page = plannedIn(manifests);
  if (options.html !== undefined) {
    writeText(options.html, htmlPage({ ...page, results: all }));
    if (form === 'terminal') say(`Drawn in ${options.html}.`);
  }
  if (options.out !== undefined) {
    const [{ ledger } = {}] = manifests;
    const kept = ledger === undefined ? {} : { ledger };
    const more = { adopt: options.adopt ?? false, said: verdict(manifests, plain), page, ...kept };
    writeText(options.out, savedPlan(all, more, labOf(options)));
    if (form === 'terminal') tell(savedWords(options.out, all, options));
    // Who reads the other forms reads them elsewhere, and later: that it is not whole is said where it is saved too.
    else if (!isWhole(all)) note(savedWords(options.out, all, options));
  }
  return planExit(all);
};

export const planCommand = (options: PlanOptions): Promise<number> =>
  watched(options, (watch) => planWatched(options, watch));
