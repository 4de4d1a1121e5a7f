import { sameJson } from '../../kernel/json';
import { fail } from '../../kernel/problem';
import { keyId } from './fingerprint-key';
import { underLocks } from './ledgers';
import type { LedgerStore } from './store';

/** A ledger that was moved, and what of it rests on a key that the new place does not have. */
export interface Transferred {
  readonly target: string;
  readonly runs: number;
  /** Fingerprints of secrets that cannot be compared with the key of the new place. */
  readonly otherKey: number;
}

const copyRecords = async (from: LedgerStore, to: LedgerStore, target: string): Promise<number> => {
  const runs = await from.runs(target);
  for (const run of runs) {
    const kept = await from.recall(target, run);
    if (kept !== undefined && (await to.recall(target, run)) === undefined) await to.keep(target, run, kept);
  }
  if ((await to.journal(target)).length === 0)
    for (const line of await from.journal(target)) await to.note(target, line);
  return runs.length;
};

const moveOne = async (from: LedgerStore, to: LedgerStore, target: string, key: string): Promise<Transferred> => {
  const ledger = await from.read(target);
  const there = await to.read(target);
  const isThere = there.entries.length > 0 || there.device !== undefined;
  // One that a transfer has left in both places when it broke off is the same.
  if (isThere && !sameJson(ledger, there))
    fail(
      'state.taken',
      target,
      'has another ledger in the new place already. This one was not moved',
      `look at both: tunnelwright state show ${target}; remove the one that is wrong: tunnelwright state rm ${target} --all`,
    );
  const runs = await copyRecords(from, to, target);
  await to.write(ledger);
  await to.note(target, 'state: moved here from another place');
  await from.remove(target);
  await from.note(target, 'state: moved to another place');
  const prints = Object.keys(ledger.secrets).length;
  return { target, runs, otherKey: ledger.key === undefined || ledger.key === key ? 0 : prints };
};

/**
 * Moves all ledgers from one store to another, each under the leases of both: its runs and its journal go with it. The new
 * place has each of them before the old one loses it; a transfer that broke off goes on when it is begun again.
 */
export const transfer = async (from: LedgerStore, to: LedgerStore): Promise<readonly Transferred[]> => {
  const key = keyId(await to.key());
  const moved: Transferred[] = [];
  for (const target of [...(await from.list())].sort())
    moved.push(await underLocks(from, [target], () => underLocks(to, [target], () => moveOne(from, to, target, key))));
  return moved;
};
