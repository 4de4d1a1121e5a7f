import { advised } from '../kernel/advised';
import { sameJson, stableJson } from '../kernel/json';
import { boundedJson } from '../kernel/limits';
import { fail, problem, ProblemError } from '../kernel/problem';
import type { LedgerPlace } from '../model/ledger-place';
import { plannedShape, type Planned } from './output/page/report';
import type { TargetResult } from '../run/target-result';
import { readText } from '../run/host-io';
import { parseManifest } from '../run/manifest';
import { ledgerName, type TargetJob } from '../run/target';

interface SavedTarget {
  readonly work: TargetJob;
  /** What the live state, the ledger and the declaration came to; another basis refuses the plan. */
  readonly basis: string;
}
export interface SavedPlan {
  readonly format: 'tunnelwright-plan-1';
  readonly adopt: boolean;
  /** The lab that it was made in. */
  readonly lab?: string;
  /** Where its ledgers are kept, where the program says it. */
  readonly ledger?: LedgerPlace;
  readonly targets: readonly SavedTarget[];
  /** What was planned, for a person who looks at it later. Absent in what an earlier version saved. */
  readonly results?: readonly TargetResult[];
  /** What the rules said, a line each. */
  readonly said?: readonly string[];
  /** What its page shows besides. */
  readonly page?: Planned;
}

/** Applied is only what could be read; a target that was unknown is planned again another time. */
export const savedPlan = (
  all: readonly TargetResult[],
  more: Pick<SavedPlan, 'adopt' | 'said' | 'ledger' | 'page'>,
  lab?: string,
): string => {
  const targets = all.flatMap((ended) => (ended.basis === undefined ? [] : [{ work: ended.work, basis: ended.basis }]));
  const frame = { format: 'tunnelwright-plan-1', ...more, ...(lab === undefined ? {} : { lab }) } as const;
  return `${stableJson({ ...frame, targets, results: all } satisfies SavedPlan, 2)}\n`;
};

/** A target of a saved plan is one of a manifest, with a basis; throws where it is not. */
const holds = ({ work, basis }: SavedTarget, ledger: SavedPlan['ledger'], file: string): boolean =>
  typeof basis === 'string' &&
  parseManifest(
    stableJson({ format: 1, stack: work.stack, ledger, targets: [work.target, ...(work.sources ?? [])] }),
    file,
  ).targets.length > 0;

const isDrawable = ({ page }: SavedPlan): boolean => page === undefined || plannedShape.safeParse(page).success;

/** A plan is for the devices that were read: those of one lab, or the real ones. */
const refuseElsewhere = ({ lab: made }: SavedPlan, file: string, lab: string | undefined): void => {
  if (made === lab) return;
  if (made === undefined)
    fail('plan.lab', file, 'was made for the real devices, not for a lab', 'leave --lab out, or plan again with it');
  fail(
    'plan.lab',
    file,
    lab === undefined ? 'was made in a lab, not for the real devices' : 'was made in another lab',
    lab === undefined ? 'plan again without --lab' : 'plan again with this --lab',
  );
};

/** `lab`: the one that it is to be applied in. */
export const readSavedPlan = (file: string, lab?: string): SavedPlan => {
  const plan = parsedPlan(file);
  refuseElsewhere(plan, file, lab);
  return plan;
};

/** Reads a saved plan to show it, whichever devices it was made for. */
export const parsedPlan = (file: string): SavedPlan => {
  const text = readText(file, {
    code: 'plan.missing',
    message: 'there is no such plan',
    hint: `save one: ${advised('plan', '--out', 'FILE')}`,
  });
  try {
    const plan = boundedJson(text) as SavedPlan;
    const isWhole = plan.format === 'tunnelwright-plan-1' && isDrawable(plan);
    if (isWhole && plan.targets.every((target) => holds(target, plan.ledger, file))) return plan;
  } catch {
    // Said below.
  }
  return fail('plan.corrupt', file, 'is not a saved plan', `save one again: ${advised('plan', '--out', 'FILE')}`);
};

/**
 * Throws where a target that was planned is declared otherwise by a program: between the plan of a pull request and its
 * merge, another may have been merged. `declared`: all targets of the program.
 */
export const demandProgram = (planned: readonly TargetJob[], declared: readonly TargetJob[]): void => {
  const now = new Map(declared.map((work) => [ledgerName(work), work]));
  const other = planned.filter((work) => !sameJson(work, now.get(ledgerName(work)) ?? null));
  if (other.length > 0)
    throw new ProblemError(
      other.map((work) =>
        problem(
          'plan.program',
          work.target.path,
          `the saved plan was made for another program than this one, which ${now.has(ledgerName(work)) ? 'declares this target otherwise' : 'has no such target'}. Nothing was changed`,
          'plan again, and apply that',
        ),
      ),
    );
};
