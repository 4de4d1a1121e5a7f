import type { Problem } from '../kernel/problem';
import { isNotBegun } from '../contract/interrupted';
import type { Outcome } from '../contract/session';
import type { TargetState } from './target-result';

/** The entries of the ledger are `intended` still: the next run knows its own work by that. */
const unwrittenWords = ({ state }: Outcome): string =>
  state === 'applied'
    ? 'the device holds the change; the ledger says so after the next apply'
    : 'the ledger says what was intended; the next apply looks at the device and puts it right';

/** What a person reads of how a change ended. `unwritten`: what the ledger could not be told of it. */
export const notesOf = (
  outcome: Outcome,
  taken: readonly string[],
  unwritten: readonly Problem[],
): readonly string[] => {
  const isBack = outcome.state === 'reverted' && outcome.untouched !== true;
  const words = unwritten.length > 0 ? [unwrittenWords(outcome)] : [];
  return [...(isBack ? ['the device is as it was before'] : []), ...taken, ...outcome.notes, ...words];
};

/** What a change has made of its target. `unwritten`: what the ledger could not be told of it. */
export const stateOf = ({ state, untouched, problems }: Outcome, unwritten: readonly Problem[]): TargetState => {
  if (untouched && unwritten.length === 0 && isNotBegun(problems)) return 'skipped';
  return state === 'unknown' || (state === 'applied' && unwritten.length === 0) ? state : 'failed';
};
