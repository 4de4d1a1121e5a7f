import type { IConstruct } from 'constructs';
import { problem, type Problem } from '../kernel/problem';
import { ledgerPlace, type LedgerPlace } from '../model/ledger-place';
import { place, wording } from '../model/wording';
import { declarationsOf } from './declaration';

/** Constructs that are in a scope and say where ledgers are kept. */
const ledgersIn = (constructs: readonly IConstruct[]): readonly IConstruct[] =>
  constructs.filter((construct) => declarationsOf(construct).some(({ as }) => as === 'ledger'));

/** Those of the stack itself; else of the nearest scope around it, which all its stacks share. */
const nearest = (root: IConstruct, all: readonly IConstruct[]): readonly IConstruct[] => {
  const own = ledgersIn(all);
  if (own.length > 0) return own;
  const around = [...root.node.scopes].reverse().slice(1);
  return around.map(({ node }) => ledgersIn(node.children)).find((found) => found.length > 0) ?? [];
};

/** Where the ledgers of a stack, whose constructs are `all`, are kept, where the program says it. */
export const ledgerOf = (
  root: IConstruct,
  all: readonly IConstruct[],
): { readonly ledger?: LedgerPlace; readonly problems: readonly Problem[] } => {
  const [only, ...more] = nearest(root, all);
  if (only === undefined) return { problems: [] };
  const path = only.node.path;
  if (more.length > 0)
    return {
      problems: [
        problem(
          'ledger.twice',
          path,
          `says where the ledgers of ${root.node.id} are kept, which ${more.map(({ node }) => node.path).join(', ')} says too`,
          'declare one of them',
        ),
      ],
    };
  const declared = declarationsOf(only).find((d) => d.as === 'ledger');
  const result = ledgerPlace.safeParse(declared?.as === 'ledger' ? declared.place : undefined, { error: wording });
  if (result.success) return { ledger: result.data, problems: [] };
  return {
    problems: result.error.issues.map((issue) =>
      problem('prop.invalid', path, `${place(issue.path)}: ${issue.message}`),
    ),
  };
};
