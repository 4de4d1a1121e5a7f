import type { Observation } from '../contract/observation';
import type { Problem } from '../kernel/problem';
import type { Ledger } from '../plan/ledger';
import type { Change } from '../plan/plan';
import { planOf, type Opened, type TargetJob } from './target';

/** The ledger with what the device has printed by itself in answer to what was sent. */
const knowing = (
  { ledger, platform: { dialect } }: Opened,
  changes: readonly Change[],
  { live }: Observation<unknown>,
): Ledger => {
  const sent = new Map(changes.map((change) => [change.address, change]));
  const entries = ledger.entries.map((entry) => {
    const shown = live.get(dialect.identity(entry.content));
    const change = sent.get(entry.address);
    if (shown === undefined || change === undefined || dialect.withPrinted === undefined) return entry;
    return { ...entry, content: dialect.withPrinted(entry.content, change.before, shown) };
  });
  return { ...ledger, entries };
};

/** What a fresh look still lacks, as problems: an applied target must have an empty plan. `kept`: what stays for now. */
export const lacking = (
  work: TargetJob,
  opened: Opened,
  seen: Observation<unknown>,
  changes: readonly Change[] = [],
  kept: (change: Change) => boolean = () => false,
): readonly Problem[] =>
  planOf(work, { ...opened, ledger: knowing(opened, changes, seen) }, seen, true)
    .changes.filter((change) => change.action !== 'none' && change.differences.length > 0 && !kept(change))
    .map((change) => ({
      code: 'apply.check',
      path: change.path,
      message: `the device does not show ${change.address} as it was written: ${change.differences
        .filter((d) => d.sign !== 'context')
        .map((d) => `${d.sign === 'add' ? 'missing' : 'unexpected'} \`${d.text}\``)
        .join(', ')}`,
    }));
