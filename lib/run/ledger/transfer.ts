import { advised } from '../../kernel/advised';
import { sameJson } from '../../kernel/json';
import { fail } from '../../kernel/problem';
import { printsOfAnotherKey } from './device-check';
import { keyId } from './fingerprint-key';
import { underLocks } from './ledgers';
import type { LedgerStore } from './store';

/** What was moved of a name, and what of it rests on a key that the new place does not have. */
export interface Transferred {
  readonly target: string;
  /** Whether there was a ledger; without one only what is kept beside it went: runs, or the records of a rollout. */
  readonly ledger: boolean;
  readonly runs: number;
  /** Fingerprints of secrets that cannot be compared with the key of the new place. */
  readonly otherKey: number;
}

/** How many records the new place did not have. */
const copyRecords = async (from: LedgerStore, to: LedgerStore, target: string): Promise<number> => {
  let copied = 0;
  for (const run of await from.runs(target)) {
    const kept = await from.recall(target, run);
    if (kept === undefined || (await to.recall(target, run)) !== undefined) continue;
    await to.keep(target, run, kept);
    copied += 1;
  }
  if ((await to.journal(target)).length === 0)
    for (const line of await from.journal(target)) await to.note(target, line);
  return copied;
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
      `look at both: ${advised('state', 'show', target)}; remove the one that is wrong: ${advised('state', 'rm', target, '--all')}`,
    );
  await copyRecords(from, to, target);
  const runs = (await from.runs(target)).length;
  await to.write(ledger);
  await to.note(target, 'state: moved here from another place');
  await from.remove(target);
  await from.note(target, 'state: moved to another place');
  return { target, ledger: true, runs, otherKey: printsOfAnotherKey(ledger, key) };
};

/**
 * Moves all ledgers from one store to another, each under the leases of both: its runs and its journal go with it, and so
 * does what is kept where there is no ledger, as of a target that was forgotten or of a rollout. The new place has each of
 * them before the old one loses it; a transfer that broke off goes on when it is begun again.
 */
export const transfer = async (from: LedgerStore, to: LedgerStore): Promise<readonly Transferred[]> => {
  const key = keyId(await to.key());
  const ledgers = new Set(await from.list());
  const moved: Transferred[] = [];
  for (const target of [...new Set([...ledgers, ...(await from.recorded())])].sort()) {
    const ended = await underLocks(from, [target], () =>
      underLocks(to, [target], async (): Promise<Transferred> => {
        if (ledgers.has(target)) return moveOne(from, to, target, key);
        return { target, ledger: false, runs: await copyRecords(from, to, target), otherKey: 0 };
      }),
    );
    // Records stay in the old place, where they are found again by a second transfer.
    if (ended.ledger || ended.runs > 0) moved.push(ended);
  }
  return moved;
};
