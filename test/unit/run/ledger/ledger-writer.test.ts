import type { Ledger, LedgerEntry } from '../../../../lib/plan/ledger';
import type { Change } from '../../../../lib/plan/plan';
import { LedgerWriter } from '../../../../lib/run/ledger/ledger-writer';
import type { LedgerStore } from '../../../../lib/run/ledger/store';
import type { Opened } from '../../../../lib/run/target';

interface Box {
  readonly id: string;
  readonly value: string;
  readonly shared?: boolean;
}
/** A dialect that remembers what it was asked. */
const dialect = {
  identity: (box: Box) => box.id,
  shared: (box: Box) => box.shared === true,
  remember: (applied: Box, before?: Box, owned?: Box) => ({
    ...applied,
    value: `${applied.value}<${before?.value ?? ''}<${owned?.value ?? ''}`,
  }),
  both: (owned: Box | undefined, next: Box) => ({ ...next, value: `${owned?.value ?? ''}|${next.value}` }),
};
const entry = (name: string, more: Partial<LedgerEntry<Box>> = {}): LedgerEntry<Box> => ({
  address: `box/${name}`,
  kind: 'box',
  name,
  path: `old/${name}`,
  refs: [],
  state: 'owned',
  content: { id: name, value: 'owned' },
  ...more,
});
const change = (action: Change['action'], name: string, more: Partial<Change<Box>> = {}): Change => ({
  action,
  address: `box/${name}`,
  kind: 'box',
  name,
  path: `new/${name}`,
  refs: [],
  differences: [],
  steps: [],
  undo: [],
  unmanaged: [],
  ...more,
});
const after = (name: string, shared?: boolean) => ({
  after: { id: name, value: 'new', ...(shared ? { shared } : {}) },
});
const before = (name: string) => ({ before: { id: name, value: 'live' } });

const journal = (
  entries: readonly LedgerEntry<Box>[],
  secrets: Record<string, string> = {},
  declared: [string, string][] = [],
) => {
  const written: Ledger[] = [];
  const opened = {
    platform: { dialect },
    ledger: { format: 1, target: 'x', entries, secrets },
    needs: [],
    secrets: { known: {}, declared: new Map(declared), sent: true },
  } as unknown as Opened;
  const store = { write: async (ledger: Ledger) => void written.push(ledger) } as unknown as LedgerStore;
  return Object.assign(new LedgerWriter(opened, 'mumbai/edge', store), {
    written,
    last: () => written[written.length - 1]!,
  });
};
const told = (ledger: Ledger) =>
  ledger.entries.map((e) => `${e.state} ${e.name} ${(e.content as Box).value} ${e.path}`);

test('what is about to be made is written before the device is touched', async () => {
  const j = journal([]);
  await j.intend([change('create', 'b', after('b')), change('create', 'a', after('a'))]);
  expect(told(j.last())).toEqual(['intended a |new<< new/a', 'intended b |new<< new/b']);
  expect(j.last().target).toBe('mumbai/edge');
});
test('what is about to change is remembered as it was and as it shall be', async () => {
  const j = journal([entry('a')]);
  await j.intend([change('update', 'a', { ...before('a'), ...after('a') })]);
  expect(told(j.last())).toEqual(['intended a owned|new<live<owned new/a']);
});
test('what is about to go is leaving, and gone when it is done', async () => {
  const j = journal([entry('a'), entry('b')]);
  await j.intend([change('delete', 'a', before('a'))]);
  expect(told(j.last())).toEqual(['leaving a owned old/a', 'owned b owned old/b']);
  await j.done([change('delete', 'a', before('a'))], []);
  expect(told(j.last())).toEqual(['owned b owned old/b']);
});
test('what is done is owned, with its new path', async () => {
  const j = journal([entry('a')]);
  const update = change('update', 'a', { ...before('a'), ...after('a') });
  await j.intend([update]);
  await j.done([update], []);
  expect(told(j.last())).toEqual(['owned a new<live<owned new/a']);
});
test('each step is saved by itself', async () => {
  const j = journal([]);
  const all = ['a', 'b'].map((name) => change('create', name, after(name)));
  await j.intend(all);
  await j.done([all[0]!], []);
  expect(told(j.last())).toEqual(['owned a new<< new/a', 'intended b |new<< new/b']);
  expect(j.written).toHaveLength(2);
});
test('a shared block where all we wanted was there already is not ours', async () => {
  const j = journal([]);
  const none = change('none', 'a', { ...before('a'), ...after('a', true) });
  await j.intend([none]);
  await j.done([none], []);
  expect(told(j.last())).toEqual([]);
});
test('a shared block that is ours already stays so', async () => {
  const j = journal([entry('a')]);
  await j.done([change('none', 'a', { ...before('a'), ...after('a', true) })], []);
  expect(told(j.last())).toEqual(['owned a new<live<owned new/a']);
});
test('what did not change gets its new path, and what is gone by itself is forgotten', async () => {
  const j = journal([entry('a'), entry('gone'), entry('b')]);
  await j.done([], [change('none', 'a', { ...before('a'), ...after('a') }), change('none', 'gone')]);
  expect(told(j.last())).toEqual(['owned a new<live<owned new/a', 'owned b owned old/b']);
});
test('fingerprints come with the object they belong to, and go with it', async () => {
  const j = journal([entry('a'), entry('ab')], { 'a / key': 'old', 'ab / key': 'stays' }, [
    ['a / key', 'new'],
    ['c / key', 'not yet'],
  ]);
  await j.done([change('update', 'a', { ...before('a'), ...after('a') })], []);
  expect(j.last().secrets).toEqual({ 'a / key': 'new', 'ab / key': 'stays' });
  await j.done([change('delete', 'a', before('a'))], []);
  expect(j.last().secrets).toEqual({ 'ab / key': 'stays' });
});
