import type { IConstruct } from 'constructs';
import { problem, type Problem } from '../kernel/problem';
import { addressOf } from '../model/noun';
import { declarationsOf } from './declaration';
import { targetOf } from './placement';
import { ledgerAt } from './unique';

/** An object that is known by another name from now on. */
export interface MovedObject {
  readonly from: string;
  readonly to: string;
}

const formers = (construct: IConstruct): readonly string[] =>
  declarationsOf(construct).flatMap((d) => (d.as === 'moved' ? [d.from] : []));

/** The ledgers that were a target's before it was moved here. */
export const formerLedgers = (root: IConstruct, construct: IConstruct): readonly string[] =>
  formers(construct).map((path) => ledgerAt(root, path));

/** What was known by another name before, of one target. */
export const movedObjects = (constructs: readonly IConstruct[]): readonly MovedObject[] =>
  constructs.flatMap((construct) => {
    const noun = declarationsOf(construct).find((d) => d.as === 'noun');
    if (noun?.as !== 'noun') return [];
    const { kind, ref } = noun;
    return formers(construct).map((name) => ({ from: addressOf(kind, name), to: addressOf(kind, ref.name) }));
  });

/** What is wrong with what a construct says it was called before. */
export const movedProblems = (construct: IConstruct, all: readonly IConstruct[]): readonly Problem[] => {
  const declared = declarationsOf(construct);
  const path = construct.node.path;
  const at = (code: string, message: string, hint: string): readonly Problem[] => [problem(code, path, message, hint)];
  return formers(construct).flatMap((from) => {
    if (declared.some((d) => d.as === 'target')) {
      if (!/^[^/]+(\/[^/]+)+$/.test(from))
        return at('moved.from', `'${from}' is not the construct path of a device`, "Example: from: 'mumbai/edge'");
      const still = all.find(
        (other) => other.node.path === from && declarationsOf(other).some((d) => d.as === 'target'),
      );
      if (still === undefined) return [];
      return at(
        'moved.declared',
        `is declared as moved from ${from}, which is still declared`,
        'take one of the two out',
      );
    }
    const noun = declared.find((d) => d.as === 'noun');
    if (noun?.as !== 'noun')
      return at('moved.what', 'is neither a device nor an object of one', 'give the construct that was renamed');
    const { kind, ref } = noun;
    const still = all.some(
      (other) =>
        declarationsOf(other).some((d) => d.as === 'noun' && d.kind === kind && d.ref.name === from) &&
        targetOf(other) !== undefined &&
        targetOf(other) === targetOf(construct),
    );
    if (ref.name === from || still)
      return at(
        'moved.declared',
        `is declared as moved from ${from}, which is still declared`,
        'take one of the two out',
      );
    return [];
  });
};
