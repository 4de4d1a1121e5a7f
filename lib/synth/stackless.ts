import type { IConstruct } from 'constructs';
import { problem, type Problem } from '../kernel/problem';
import { declarationsOf, type Declaration } from './declaration';

/** What may stand outside of stacks, as it counts for all of them. */
const forAll: readonly Declaration['as'][] = ['ledger', 'label', 'waiver', 'problem'];

/** What constructs outside of every stack declare, which would be nowhere, and the problems that they declare themselves. */
export const stackless = (root: IConstruct, isStack: (construct: IConstruct) => boolean): readonly Problem[] =>
  root.node.children
    .filter((construct) => !isStack(construct))
    .flatMap((construct) => {
      const { path } = construct.node;
      const declared = declarationsOf(construct);
      const lost = declared.some((d) => !forAll.includes(d.as));
      return [
        ...declared.flatMap((d) => (d.as === 'problem' ? [problem(d.code, path, d.message, d.hint)] : [])),
        ...(lost
          ? [
              problem(
                'stack.missing',
                path,
                'is in no VpnStack, so it would be written nowhere',
                'make it in one: new VpnStack(app, …) or in a construct of one',
              ),
            ]
          : stackless(construct, isStack)),
      ];
    });
