import { stableJson } from '../kernel/json';
import { fail } from '../kernel/problem';
import type { Ended } from '../run/apply';
import { readText } from '../run/host-io';
import { parseManifest } from '../run/manifest';
import type { Work } from '../run/target';

interface SavedTarget {
  readonly work: Work;
  /** What the live state, the ledger and the declaration came to; another basis refuses the plan. */
  readonly basis: string;
}
export interface SavedPlan {
  readonly format: 'tunnelwright-plan-1';
  readonly adopt: boolean;
  readonly targets: readonly SavedTarget[];
}

/** Only what could be read is in it; a target that was unknown is planned again another time. */
export const savedPlan = (all: readonly Ended[], adopt: boolean): string => {
  const targets = all.flatMap((ended) => (ended.basis === undefined ? [] : [{ work: ended.work, basis: ended.basis }]));
  return `${stableJson({ format: 'tunnelwright-plan-1', adopt, targets } satisfies SavedPlan, 2)}\n`;
};

/** A target of a saved plan is one of a manifest, with a basis; throws where it is not. */
const holds = ({ work, basis }: SavedTarget, file: string): boolean =>
  typeof basis === 'string' &&
  parseManifest(stableJson({ format: 1, stack: work.stack, targets: [work.target, ...(work.sources ?? [])] }), file)
    .targets.length > 0;

export const readSavedPlan = (file: string): SavedPlan => {
  const text = readText(file, {
    code: 'plan.missing',
    message: 'there is no such plan',
    hint: 'save one: tunnelwright plan --out FILE',
  });
  try {
    const plan = JSON.parse(text) as SavedPlan;
    if (plan.format === 'tunnelwright-plan-1' && plan.targets.every((target) => holds(target, file))) return plan;
  } catch {
    // Said below.
  }
  return fail('plan.corrupt', file, 'is no saved plan', 'save one again: tunnelwright plan --out FILE');
};
