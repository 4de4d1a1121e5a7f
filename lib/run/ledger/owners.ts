import type { Ledger } from '../../plan/ledger';
import type { TargetPlan } from '../../plan/plan';
import { isSameDevice, type DeviceIdentity } from '../../contract/identity';
import { underLocks } from './ledgers';
import type { LedgerStore } from './store';

/** Other ledgers that describe the same device. One that cannot be read says nothing. */
const othersOf = async (
  store: LedgerStore,
  name: string,
  device: DeviceIdentity | undefined,
): Promise<readonly Ledger[]> => {
  if (device === undefined) return [];
  const names = (await store.list()).filter((other) => other !== name);
  const read = await Promise.all(names.map((other) => store.read(other).catch(() => undefined)));
  return read.filter((ledger): ledger is Ledger => ledger?.device !== undefined && isSameDevice(ledger.device, device));
};

/** Says whose it is, where another ledger owns what a plan found in its way. */
export const withOwners = async (
  plan: TargetPlan,
  store: LedgerStore,
  { target, device }: Ledger,
): Promise<TargetPlan> => {
  if (!plan.blocked.some(({ code }) => code === 'plan.unowned')) return plan;
  const others = await othersOf(store, target, device);
  const blocked = plan.blocked.map((problem) => {
    const change = plan.changes.find(({ action, path }) => action === 'adopt' && path === problem.path);
    const owner = others.find(({ entries }) => entries.some(({ address }) => address === change?.address));
    if (problem.code !== 'plan.unowned' || owner === undefined) return problem;
    return {
      ...problem,
      message: `${change!.address} is on the device already, and the ledger ${owner.target} owns it`,
      hint: 'if the device was renamed in the program, declare it: new Moved(…); or take ownership over: --adopt',
    };
  });
  return { ...plan, blocked };
};

/**
 * Takes these objects out of every other ledger of the same device, so that one ledger owns each. Those ledgers lose them
 * before this one gains them: a run that is killed in between leaves them unowned, and never owned twice.
 */
export const takeOver = async (
  store: LedgerStore,
  { target, device }: Ledger,
  addresses: ReadonlySet<string>,
): Promise<readonly string[]> => {
  if (addresses.size === 0) return [];
  const losing = (await othersOf(store, target, device)).filter(({ entries }) =>
    entries.some(({ address }) => addresses.has(address)),
  );
  for (const { target: other } of losing)
    await underLocks(store, [other], async () => {
      const ledger = await store.read(other);
      const gone = ledger.entries.filter(({ address }) => addresses.has(address)).map(({ address }) => address);
      await store.write({ ...ledger, entries: ledger.entries.filter(({ address }) => !addresses.has(address)) });
      await store.note(other, `lost to ${target} by --adopt: ${gone.join(', ')}`);
      await store.note(target, `adopted from ${other}: ${gone.join(', ')}`);
    });
  return losing.map((ledger) => `ownership taken over from the ledger ${ledger.target}`);
};
