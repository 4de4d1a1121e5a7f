import type { Operation } from '../desired/operation';
import { problem, type Problem } from '../kernel/problem';
import type { TargetPlan } from '../plan/plan';
import { brokenOff } from '../contract/interrupted';
import type { LedgerWriter } from './ledger/ledger-writer';
import type { Opened, RunOptions, TargetJob } from './target';
import { ledgerName } from './target';

const refusal = (operation: Operation): Problem =>
  problem(
    'operation.destroys',
    operation.path,
    `this would destroy keys or certificates: ${operation.words}`,
    'to allow it: apply --allow-destroy-keys',
  );

/** What of a plan would destroy keys or certificates and is not allowed. */
export const forbidden = (plan: TargetPlan, options: RunOptions): readonly Problem[] =>
  options.allowDestroyKeys ? [] : plan.operations.filter(({ destroys }) => destroys).map(refusal);

const same = (a: Operation, b: Operation | undefined): boolean =>
  a.address === b?.address && a.kind === b.kind && a.words === b.words;

/**
 * Does what is left to do besides the configuration, one after the other. After each the device is asked anew what is
 * left, so that a run which was killed goes on from there, and what took no effect is not done for ever.
 */
export const operateAll = async (
  work: TargetJob,
  opened: Opened,
  options: RunOptions,
  journal: LedgerWriter,
): Promise<{ readonly problems: readonly Problem[]; readonly notes: readonly string[] }> => {
  const { session } = opened;
  const { items } = work.target.desired;
  if (session.operations === undefined || session.operate === undefined) return { problems: [], notes: [] };
  let last: Operation | undefined;
  for (;;) {
    const { operations, waiting, problems } = journal.left(await session.operations(items));
    const [next] = operations;
    if (problems.length > 0 || next === undefined) return { problems, notes: waiting };
    if (same(next, last))
      return {
        problems: [
          problem(
            'operation.no-effect',
            next.path,
            `${next.words}: done, and the device does not show it`,
            'look at the device, then run again',
          ),
        ],
        notes: waiting,
      };
    if (next.destroys && !options.allowDestroyKeys) return { problems: [refusal(next)], notes: waiting };
    if (options.stopped?.())
      return { problems: [brokenOff(next.path, `left to do: ${next.words}; the next run does it`)], notes: waiting };
    await options.store.note(ledgerName(work), `${next.kind} ${next.address}`);
    await journal.opened(next.address);
    if (next.once) await journal.once(next, 'begun');
    options.armed?.(work.target.id, { words: `in the middle of this: ${next.words}` });
    const failed = await session.operate(next, items);
    options.armed?.(work.target.id, undefined);
    if (next.once) await journal.once(next, failed.length > 0 ? undefined : 'done');
    if (failed.length > 0) return { problems: failed, notes: waiting };
    last = next;
  }
};
