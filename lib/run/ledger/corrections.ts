import { advised } from '../../kernel/advised';
import { fail } from '../../kernel/problem';
import type { Dialect } from '../../desired/item';
import type { Ledger } from '../../plan/ledger';
import { identityWords, type DeviceIdentity } from '../../contract/identity';
import { copyRuns, underLocks } from './ledgers';
import type { LedgerStore } from './store';

/** The full name of a ledger: `net/edge`, or `edge` where one stack only has it. */
export const ledgerNamed = async (store: LedgerStore, given: string): Promise<string> => {
  const all = await store.list();
  if (all.includes(given)) return given;
  const [only, ...more] = all.filter((name) => name.split('/').slice(1).join('/') === given);
  if (only !== undefined && more.length === 0) return only;
  if (only !== undefined)
    return fail('state.ambiguous', given, `several stacks have it: ${[only, ...more].join(', ')}`, 'write one of them');
  return fail(
    'state.unknown',
    given,
    'there is no such ledger',
    all.length === 0 ? 'nothing has been applied yet' : `there are: ${all.join(', ')}`,
  );
};

const entryOf = (ledger: Ledger, address: string): Ledger['entries'][number] =>
  ledger.entries.find((entry) => entry.address === address) ??
  fail(
    'state.address',
    ledger.target,
    `the ledger has no object ${address}. Nothing was changed`,
    `see what it has: ${advised('state', 'show', ledger.target)}`,
  );

const sorted = (entries: Ledger['entries']): Ledger['entries'] =>
  [...entries].sort((a, b) => (a.address < b.address ? -1 : 1));

/** A slash is a point in the name of a file. */
const isOneFile = (a: string, b: string): boolean => a.replaceAll('/', '.') === b.replaceAll('/', '.');

/** Gives a ledger another name, because its target has one in the program. */
export const renameLedger = (store: LedgerStore, from: string, to: string): Promise<void> =>
  underLocks(store, isOneFile(from, to) ? [from] : [from, to], async () => {
    if (from !== to && isOneFile(from, to))
      fail('state.name', to, `and ${from} would be one file. Nothing was changed`, 'rename it another way first');
    if (!/^[^/]+\/[^/]+$/.test(to))
      fail('state.name', to, 'is not the name of a ledger', 'write STACK/TARGET. Example: net/edge');
    if ((await store.list()).includes(to))
      fail(
        'state.taken',
        to,
        'has a ledger already. Nothing was changed',
        `look at it: ${advised('state', 'show', to)}`,
      );
    // Throws where the file of that name is the ledger of another.
    await store.read(to);
    await store.write({ ...(await store.read(from)), target: to });
    await copyRuns(store, from, to);
    await store.remove(from);
    await store.note(from, `state mv: moved to ${to}`);
    await store.note(to, `state mv: moved from ${from}`);
  });

/** Gives an object of a ledger another name within its kind, because it was renamed on the device. */
export const renameObject = (store: LedgerStore, name: string, from: string, to: string): Promise<void> =>
  underLocks(store, [name], async () => {
    const ledger = await store.read(name);
    const entry = entryOf(ledger, from);
    const start = `${entry.kind}/`;
    if (!to.startsWith(start) || to === start)
      fail('state.address', to, `is not an address of the kind ${entry.kind}`, `write ${start}NAME`);
    if (ledger.entries.some(({ address }) => address === to))
      fail('state.taken', name, `the ledger has ${to} already. Nothing was changed`, 'remove one of them: state rm');
    const others = ledger.entries.filter((other) => other !== entry);
    const moved = { ...entry, address: to, name: to.slice(start.length) };
    await store.write({ ...ledger, entries: sorted([...others, moved]) });
    await store.note(name, `state mv: ${from} is ${to}`);
  });

/** Forgets objects: they stay on the device and are owned no more. All of them where none is named. */
export const forget = (store: LedgerStore, name: string, addresses: readonly string[]): Promise<number> =>
  underLocks(store, [name], async () => {
    const ledger = await store.read(name);
    const gone = addresses.length === 0 ? ledger.entries : addresses.map((address) => entryOf(ledger, address));
    await store.note(name, `state rm: ${gone.map(({ address }) => address).join(', ') || 'the ledger'}`);
    if (addresses.length === 0) await store.remove(name);
    else await store.write({ ...ledger, entries: ledger.entries.filter((entry) => !gone.includes(entry)) });
    return gone.length;
  });

/** Lets the ledger describe another device from now on: what it owns is taken to be on that one, and is known by name there. */
export const rebind = (
  store: LedgerStore,
  name: string,
  device: DeviceIdentity,
  { forgetting }: Pick<Dialect<unknown, unknown>, 'forgetting'>,
): Promise<void> =>
  underLocks(store, [name], async () => {
    const ledger = await store.read(name);
    const before = ledger.device === undefined ? 'no device' : identityWords(ledger.device);
    const entries = ledger.entries.map((entry) =>
      forgetting === undefined ? entry : { ...entry, content: forgetting(entry.content) },
    );
    await store.write({ ...ledger, device, entries });
    await store.note(name, `state rebind: from ${before} to ${identityWords(device)}`);
  });
