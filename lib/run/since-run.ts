import { problem, type Problem } from '../kernel/problem';
import type { Change } from '../plan/plan';
import type { Observation } from '../contract/observation';
import type { RunRecord } from './ledger/run-records';
import { secretMoved, withoutSecrets } from './secrets/previous';
import type { Opened } from './target';

/* What a run did, compared with what is there now. */

export type Recorded = RunRecord['changes'][number];
export type Live = ReadonlyMap<string, unknown>;

/** What is live of an object that a run changed, and is that one: another of its name may have taken its place since. */
const seenOf = ({ platform: { dialect }, ledger }: Opened, address: string, content: unknown, live: Live): unknown => {
  const seen = live.get(dialect.identity(content));
  const owned = ledger.entries.find((entry) => entry.address === address)?.content;
  return seen !== undefined && owned !== undefined && dialect.isOne?.(owned, seen) === false ? undefined : seen;
};

/** Our part of it: what the run made goes whole. */
const oursNow = (opened: Opened, { address, before, after }: Recorded, live: Live): unknown => {
  const { dialect } = opened.platform;
  const seen = seenOf(opened, address, after ?? before, live) ?? seenOf(opened, address, before ?? after, live);
  const made = after === undefined ? undefined : dialect.remember(after, before, undefined);
  return seen === undefined ? undefined : dialect.share(seen, before, made).ours;
};

/** The change that takes one back, from what is live now. */
export const inverse = (opened: Opened, one: Recorded, seen: Observation<unknown>): Change => {
  const { dialect } = opened.platform;
  const { address, kind, name, path, refs, before } = one;
  const now = oursNow(opened, one, seen.live);
  const action = before === undefined ? 'delete' : now === undefined ? 'create' : 'update';
  const nothing = now === undefined && before === undefined;
  const impact = nothing ? undefined : opened.platform.impact?.(now, before, seen);
  return {
    action,
    address,
    kind,
    name,
    path,
    refs,
    ...(now === undefined ? {} : { before: now }),
    ...(before === undefined ? {} : { after: before }),
    differences: nothing ? [] : dialect.differences(now, before),
    steps: nothing ? [] : dialect.steps(now, before),
    undo: nothing ? [] : dialect.steps(before, now),
    unmanaged: [],
    ...(impact === undefined ? {} : { impact }),
  };
};

/** As the run left it. */
const isDone = (opened: Opened, one: Recorded, live: Live): boolean => {
  const { dialect } = opened.platform;
  const { address, before, after } = one;
  const seen = seenOf(opened, address, after ?? before, live);
  if (after === undefined || seen === undefined) return after === seen;
  const { ours } = dialect.share(seen, after, after);
  if (ours === undefined || secretMoved(opened, seen, one)) return false;
  // What is live was compared with the secrets of before the run: which ones it holds is judged by their prints.
  return dialect.steps(withoutSecrets(ours), withoutSecrets(after)).length === 0;
};
/** As it was before the run: nothing is left to send. */
const isBack = (opened: Opened, one: Recorded, live: Live): boolean => {
  const { dialect } = opened.platform;
  const now = oursNow(opened, one, live);
  if (now === undefined) return one.before === undefined;
  if (one.before === undefined && !dialect.shared(now)) return false;
  return dialect.steps(now, one.before).length === 0;
};

/** What the ledger has no more of what the run left, and is there: others made it, or have taken it over. */
const isOthers = (opened: Opened, one: Recorded, live: Live): boolean => {
  const { platform, ledger } = opened;
  const { dialect } = platform;
  const contents = [one.after, one.before].filter((content) => content !== undefined);
  const identities = contents.map((content) => dialect.identity(content));
  const isOwned = ledger.entries.some(
    ({ address, content }) => address === one.address || identities.includes(dialect.identity(content)),
  );
  if (isOwned || contents.some((content) => dialect.shared(content))) return false;
  // One that was taken over is theirs again when it is as it was.
  return identities.some((identity) => live.has(identity)) && !(one.theirs && isBack(opened, one, live));
};

/** What was changed since the run. What a rollback that broke off has taken back already does not count. */
export const movedSince = (opened: Opened, record: RunRecord, live: Live): readonly Problem[] =>
  record.changes.flatMap((one) => {
    const { path, address } = one;
    const refused = (what: string, hint: string): readonly Problem[] => [
      problem('rollback.moved', path, `${address} is ${what}. Nothing was changed`, hint),
    ];
    if (isOthers(opened, one, live))
      return refused(
        `there, and not managed here any more as it was by run ${record.run}`,
        'look at whose it is; to manage it here again, declare it and apply with --adopt',
      );
    if (isDone(opened, one, live) || isBack(opened, one, live)) return [];
    const hint = 'plan, look at what has happened since, and apply what you want';
    return refused(`not as run ${record.run} left it`, hint);
  });

/** What a fresh look still lacks of the state before the run. */
export const lackingOf = (opened: Opened, changes: readonly Recorded[], live: Live): readonly Problem[] =>
  changes
    .filter((one) => !isBack(opened, one, live))
    .map(({ path, address }) =>
      problem('rollback.check', path, `the device does not show ${address} as it was before the run`),
    );
