import { secretMarker } from '../model/secret';
import { problem, type Problem } from '../kernel/problem';
import type { Ledger } from '../plan/ledger';
import type { Change } from '../plan/plan';
import { asked, failure, type Ended } from './apply';
import { journalOf } from './change';
import { recallRun, type RunRecord } from './history';
import { ledgerName, openTarget, type Opened, type RunOptions, type Work } from './target';

type Recorded = RunRecord['changes'][number];

/** The change that takes one back, from what is live now. */
const inverse = (opened: Opened, one: Recorded, live: ReadonlyMap<string, unknown>): Change => {
  const { dialect } = opened.platform;
  const { address, kind, name, path, refs, before, after } = one;
  const now = after === undefined ? undefined : live.get(dialect.identity(after));
  const action = before === undefined ? 'delete' : after === undefined ? 'create' : 'update';
  const [from, to] = [now ?? after, before];
  return {
    action,
    address,
    kind,
    name,
    path,
    refs,
    ...(from === undefined ? {} : { before: from }),
    ...(to === undefined ? {} : { after: to }),
    differences: dialect.differences(from, to),
    steps: dialect.steps(from, to),
    undo: dialect.steps(to, from),
    unmanaged: [],
  };
};

/** What somebody has changed since the run. */
const movedSince = (opened: Opened, record: RunRecord, live: ReadonlyMap<string, unknown>): readonly Problem[] => {
  const { dialect } = opened.platform;
  return record.changes.flatMap(({ path, address, before, after }) => {
    const seen = live.get(dialect.identity(after ?? before));
    const same = after === undefined ? seen === undefined : seen !== undefined && isLike(opened, seen, after);
    if (same) return [];
    return [
      problem(
        'rollback.moved',
        path,
        `${address} is not as run ${record.run} left it. Nothing was changed`,
        'plan, look at what has happened since, and apply what you want',
      ),
    ];
  });
};
/** What cannot come back, because its secret is kept nowhere: a run keeps the reference, never the value. */
const secretsLost = (changes: readonly Change[], work: Work): readonly Problem[] => {
  const declared = new Set(work.target.desired.secrets.map(secretMarker));
  return changes.flatMap(({ path, address, steps }) => {
    const markers = JSON.stringify(steps).match(/<secret:[^<>\s"]+>/g) ?? [];
    if (markers.every((marker) => declared.has(marker))) return [];
    return [
      problem(
        'rollback.secret',
        path,
        `${address} held a secret that nobody declares any more. Nothing was changed`,
        'declare the secret again, then roll back',
      ),
    ];
  });
};
const isLike = ({ platform: { dialect } }: Opened, seen: unknown, after: unknown): boolean => {
  const { ours } = dialect.share(seen, after, after);
  return ours !== undefined && dialect.steps(ours, after).length === 0;
};

/** What a fresh look still lacks of the state before the run. */
const lackingOf = (opened: Opened, record: RunRecord, live: ReadonlyMap<string, unknown>): readonly Problem[] => {
  const { dialect } = opened.platform;
  return record.changes.flatMap(({ path, address, before, after }) => {
    const seen = live.get(dialect.identity(before ?? after));
    const there =
      before === undefined
        ? seen === undefined || dialect.shared(after)
        : seen !== undefined && isLike(opened, seen, before);
    return there
      ? []
      : [problem('rollback.check', path, `the device does not show ${address} as it was before the run`)];
  });
};

const back = async (work: Work, opened: Opened, record: RunRecord, options: RunOptions): Promise<Ended> => {
  const ended = (state: Ended['state'], problems: readonly Problem[], notes: readonly string[] = []): Ended => ({
    work,
    state,
    problems,
    notes,
    ...asked(opened),
  });
  const seen = await opened.session.observe(opened.scope);
  const changes = [...record.changes].reverse().map((one) => inverse(opened, one, seen.live));
  const wrong = [...movedSince(opened, record, seen.live), ...secretsLost(changes, work)];
  if (wrong.length > 0) return ended('failed', wrong);
  const journal = journalOf(opened, ledgerName(work), options.store);
  await options.store.note(
    ledgerName(work),
    `rollback ${record.run}: ${changes.map((c) => `${c.action} ${c.address}`).join(', ')}`,
  );
  await journal.intend(changes);
  opened.secrets.sent = true;
  const push = {
    changes,
    scope: opened.scope,
    run: record.run,
    check: ({ live }: { readonly live: ReadonlyMap<string, unknown> }) => lackingOf(opened, record, live),
  };
  const { session } = opened;
  const outcome = await (session.rollback?.(push, record.kept as never) ?? session.apply(push));
  if (outcome.state === 'applied') await journal.done(changes, []);
  if (outcome.state === 'reverted') await journal.restore();
  await options.store.note(ledgerName(work), outcome.state);
  const state = outcome.state === 'reverted' ? 'failed' : outcome.state;
  return ended(state, outcome.problems, outcome.notes);
};

/** The ledger and what the run touched: what is read before it is taken back. */
const scoped = (work: Work, ledger: Ledger, record: RunRecord): Work => {
  const known = new Set(ledger.entries.map((entry) => entry.address));
  const items = record.changes
    .filter(({ address }) => !known.has(address))
    .map(({ address, kind, name, path, refs, before, after }) => ({
      address,
      kind,
      name,
      path,
      refs,
      content: after ?? before,
    }));
  return { ...work, target: { ...work.target, desired: { ...work.target.desired, items } } };
};

/** Takes one run back on one target; `skipped` where the run did nothing there. */
export const rollbackTarget = async (work: Work, run: string, options: RunOptions): Promise<Ended> => {
  let unlock: () => Promise<void> = async () => undefined;
  try {
    const record = await recallRun(work, options, run);
    if (record === undefined || record.changes.length === 0)
      return { work, state: 'skipped', problems: [], notes: [`run ${run} changed nothing here`] };
    unlock = await options.store.lock(ledgerName(work));
    const ledger = await options.store.read(ledgerName(work));
    const opened = await openTarget(scoped(work, ledger, record), options);
    try {
      await opened.session.settle(ledger.entries.some((entry) => entry.state !== 'owned'));
      return await back(work, opened, record, options);
    } finally {
      await opened.session.close();
    }
  } catch (error) {
    return failure(work, error);
  } finally {
    await unlock();
  }
};
