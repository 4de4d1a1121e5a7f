import { cliDialect } from '../../../support/cli';
import type { Entry, Section } from '../../../../lib/desired/cli/section';

const one = (text: string, more: Partial<Entry> = {}): Entry => ({
  key: text.split(' ')[0]!,
  text,
  undo: `no ${text}`,
  ...more,
});
const many = (text: string, more: Partial<Entry> = {}): Entry => ({
  key: text,
  text,
  undo: `no ${text}`,
  additive: true,
  ...more,
});
const block = (...entries: Entry[]): Section => ({
  header: 'thing T',
  entries,
  shape: 'block',
  ownership: 'exclusive',
});
const shared = (...entries: Entry[]): Section => ({ ...block(...entries), ownership: 'lines' });
const top = (...entries: Entry[]): Section => ({
  header: 'ntp server',
  entries,
  shape: 'top',
  ownership: 'lines',
  shared: true,
});
const typed = (before: Section | undefined, after: Section | undefined) =>
  cliDialect.steps(before, after).flatMap((step) => step.lines);

describe('another object under the same name', () => {
  test('stands before the old one goes, and the way back is the same', () => {
    const ten: Section = { ...block(one('rule 1')), header: 'map M 10' };
    const twenty: Section = { ...block(one('rule 2')), header: 'map M 20' };
    expect(typed(ten, twenty)).toEqual(['map M 20', ' rule 2', ' exit', 'no map M 10']);
    expect(typed(twenty, ten)).toEqual(['map M 10', ' rule 1', ' exit', 'no map M 20']);
  });
});

describe('creating', () => {
  test('types the header, the lines, and leaves the block', () => {
    expect(typed(undefined, block(one('group 19'), many('match a')))).toEqual([
      'thing T',
      ' group 19',
      ' match a',
      ' exit',
    ]);
  });
  test('types the arguments on the header', () => {
    expect(typed(undefined, { ...block(), args: 'esp-gcm 256' })).toEqual(['thing T esp-gcm 256', ' exit']);
  });
  test('goes into a block and out of it again', () => {
    expect(typed(undefined, block(many('peer a', { children: [one('address 1')] }), one('last 1')))).toEqual([
      'thing T',
      ' peer a',
      '  address 1',
      '  exit',
      ' last 1',
      ' exit',
    ]);
  });
  test('types statements where they belong, at the top', () => {
    expect(typed(undefined, top(many('ntp server a'), many('ntp server b')))).toEqual(['ntp server a', 'ntp server b']);
  });
  test('types no default of the device at the top level: it is there without a line', () => {
    expect(typed(undefined, top(one('port 80', { hidden: true }), one('server a')))).toEqual(['server a']);
    expect(typed(undefined, top(one('port 80', { hidden: true })))).toEqual([]);
  });
  test('types a line that is all there is', () => {
    expect(typed(undefined, { header: 'ip route x', entries: [], shape: 'line', ownership: 'exclusive' })).toEqual([
      'ip route x',
    ]);
  });
});

describe('changing', () => {
  test('retypes a single-valued line and does not negate it', () => {
    expect(typed(block(one('group 14')), block(one('group 19')))).toEqual(['thing T', ' group 19', ' exit']);
  });
  test('negates single-valued lines first, then sets, then negates additive lines', () => {
    const before = block(one('integrity sha256'), one('group 14'), many('match a'));
    const after = block(one('group 19'), one('prf sha384'), many('match b'));
    expect(typed(before, after)).toEqual([
      'thing T',
      ' no integrity sha256',
      ' group 19',
      ' prf sha384',
      ' match b',
      ' no match a',
      ' exit',
    ]);
  });
  test('touches nothing that is the same', () => {
    expect(typed(block(one('group 19'), many('match a')), block(many('match a'), one('group 19')))).toEqual([]);
  });
  test('types a hidden default only to replace another value', () => {
    const standard = one('lifetime 86400', { hidden: true });
    expect(typed(block(), block(standard))).toEqual([]);
    expect(typed(block(one('lifetime 3600')), block(standard))).toEqual(['thing T', ' lifetime 86400', ' exit']);
    expect(typed(block(standard), block())).toEqual([]);
  });
  test('retypes the header when its arguments change', () => {
    expect(typed({ ...block(), args: 'esp-aes' }, { ...block(), args: 'esp-gcm' })).toEqual([
      'thing T esp-gcm',
      ' exit',
    ]);
  });
  test('changes only what differs inside a block', () => {
    const before = block(many('peer a', { children: [one('address 1'), one('name x')] }));
    const after = block(many('peer a', { children: [one('address 2'), one('name x')] }));
    expect(typed(before, after)).toEqual(['thing T', ' peer a', '  address 2', '  exit', ' exit']);
  });
  test('takes an unknown line of a block that is ours whole away', () => {
    expect(typed(block(one('frob x', { unknown: true, key: 'frob x' })), block())).toEqual([
      'thing T',
      ' no frob x',
      ' exit',
    ]);
  });
  test('negates a secret by its lead', () => {
    const key = one('key <secret:env:A>', { undo: 'no key' });
    expect(typed(block(key), block())).toEqual(['thing T', ' no key', ' exit']);
  });
});

describe('deleting', () => {
  test('negates the header of a block that is ours whole', () => {
    expect(typed(block(one('group 19')), undefined)).toEqual(['no thing T']);
  });
  test('negates only our lines of a block that is not', () => {
    expect(typed(shared(one('mtu 1400'), one('rate 1', { hidden: true })), undefined)).toEqual([
      'thing T',
      ' no mtu 1400',
      ' exit',
    ]);
  });
  test('negates the header of a block that is not ours whole and that we made', () => {
    expect(typed({ ...shared(one('mtu 1400')), created: true }, undefined)).toEqual(['no thing T']);
  });
  test('negates statements one by one', () => {
    expect(typed(top(many('ntp server a'), many('ntp server b')), undefined)).toEqual([
      'no ntp server a',
      'no ntp server b',
    ]);
  });
  test('of nothing is nothing', () => {
    expect(typed(undefined, undefined)).toEqual([]);
    expect(typed(shared(), undefined)).toEqual([]);
  });
});

describe('a block that is shared', () => {
  const live = shared(one('mtu 1400'), one('ospf cost 10'), one('shutdown'));
  test('is ours in the lines we declare or own, and lists the rest', () => {
    expect(cliDialect.share(live, shared(one('mtu 1300')), shared(one('shutdown')))).toEqual({
      ours: shared(one('mtu 1400'), one('shutdown')),
      unmanaged: ['ospf cost 10'],
    });
  });
  test('is changed in our lines alone', () => {
    const { ours } = cliDialect.share(live, shared(one('mtu 1300')), undefined);
    expect(typed(ours, shared(one('mtu 1300')))).toEqual(['thing T', ' mtu 1300', ' exit']);
  });
  test('goes whole when we made it, and says so: nothing is listed as staying', () => {
    const owned: Section = { ...shared(one('mtu 1400')), created: true };
    expect(cliDialect.share(live, undefined, owned)).toEqual({ ours: { ...live, created: true }, unmanaged: [] });
  });
  test('is not ours where none of its statements are', () => {
    expect(cliDialect.share(top(many('ntp server x')), top(many('ntp server a')), undefined)).toEqual({
      ours: undefined,
      unmanaged: ['ntp server x'],
    });
  });
  test('is the whole of a block that is not', () => {
    const whole = block(one('a 1'), one('b 2'));
    expect(cliDialect.share(whole, block(one('a 1')), undefined)).toEqual({ ours: whole, unmanaged: [] });
  });
});

describe('a block that we created', () => {
  const live = shared(one('mtu 1400'), one('no keepalive'), one('shutdown'));
  const owned: Section = { ...shared(one('mtu 1400')), created: true, printed: ['no keepalive'] };
  test('is ours whole: a line that was added since goes, one that the device printed by itself stays', () => {
    const { ours, unmanaged } = cliDialect.share(live, shared(one('mtu 1400')), owned);
    expect([ours?.entries.map(({ text }) => text), unmanaged]).toEqual([['mtu 1400', 'shutdown'], []]);
    expect(typed(ours, shared(one('mtu 1400')))).toEqual(['thing T', ' no shutdown', ' exit']);
  });
  test('leaves the lines of other constructs to them', () => {
    const others = [shared(one('shutdown'))];
    expect(cliDialect.share(live, shared(one('mtu 1400')), owned, others).ours?.entries).toEqual([one('mtu 1400')]);
  });
  test('of which nobody noted what the device prints is ours in our lines alone', () => {
    const { printed: _none, ...unnoted } = owned;
    expect(cliDialect.share(live, shared(one('mtu 1400')), unnoted)).toEqual({
      ours: { ...shared(one('mtu 1400')), created: true },
      unmanaged: ['no keepalive', 'shutdown'],
    });
  });
  test('is remembered with what the device prints in it besides, and not with what was there before the change', () => {
    const { printed: _none, ...made } = owned;
    expect(cliDialect.withPrinted!(made, undefined, live).printed).toEqual(['no keepalive', 'shutdown']);
    expect(cliDialect.withPrinted!(owned, shared(one('shutdown')), live).printed).toEqual(['no keepalive']);
    const lines = shared(one('mtu 1400'));
    expect(cliDialect.withPrinted!(lines, undefined, live)).toBe(lines);
  });
  test('keeps a line that was added by hand and is declared since', () => {
    const before = { ...shared(one('mtu 1400'), one('shutdown')), created: true };
    const applied = shared(one('mtu 1400'), one('shutdown'));
    expect(cliDialect.remember(applied, before, owned)).toEqual({ ...owned, entries: applied.entries });
  });
});

test('a line of another construct is not unmanaged', () => {
  const live = shared(one('mtu 1400'), one('ospf cost 10'), one('shutdown'));
  expect(cliDialect.share(live, shared(), undefined, [shared(one('mtu 1300')), shared(one('shutdown'))])).toEqual({
    ours: shared(),
    unmanaged: ['ospf cost 10'],
  });
});

describe('what an owner remembers', () => {
  test('of a block that is ours whole is all of it', () => {
    const whole = block(one('a 1'));
    expect(cliDialect.remember(whole, undefined, undefined)).toBe(whole);
  });
  test('is that we made the block, when nothing was there', () => {
    expect(cliDialect.remember(shared(one('a 1')), undefined, undefined)).toEqual({
      ...shared(one('a 1')),
      created: true,
    });
  });
  test('leaves out a line that stood there before us, with the value that we wanted', () => {
    expect(cliDialect.remember(shared(one('a 1'), one('b 2')), shared(one('a 1'), one('b 9')), undefined)).toEqual(
      shared(one('b 2')),
    );
  });
  test('keeps a line that was ours already, though it was there', () => {
    const owned = shared(one('a 1'));
    expect(cliDialect.remember(shared(one('a 1')), shared(one('a 1')), owned)).toEqual(owned);
  });
  test('keeps that we made the block, for as long as we own it', () => {
    const owned: Section = { ...shared(one('a 1')), created: true };
    expect(cliDialect.remember(shared(one('a 2')), shared(one('a 1')), owned).created).toBe(true);
  });
  test('never claims a block that is everybody’s', () => {
    expect(cliDialect.remember(top(many('ntp server a')), undefined, undefined).created).toBeUndefined();
  });
  test('while it changes is what was and what shall be', () => {
    expect(cliDialect.both(shared(one('a 1'), one('b 2')), shared(one('a 3')))).toEqual(shared(one('a 3'), one('b 2')));
    expect(cliDialect.both(undefined, shared(one('a 3')))).toEqual(shared(one('a 3')));
  });
});

describe('differences', () => {
  const shown = (before: Section | undefined, after: Section | undefined) =>
    cliDialect
      .differences(before, after)
      .map((d) => `${{ add: '+', remove: '-', context: ' ' }[d.sign]}${'.'.repeat(d.depth)}${d.text}`);
  test('of a new block are all its lines', () => {
    expect(shown(undefined, block(one('a 1'), many('peer p', { children: [one('key k')] })))).toEqual([
      '+thing T',
      '+.a 1',
      '+.peer p',
      '+..key k',
    ]);
  });
  test('of a changed block are old and new beside each other, the rest as context', () => {
    expect(shown(block(one('a 1'), one('b 2'), many('gone x')), block(one('a 9'), one('b 2'), many('new y')))).toEqual([
      ' thing T',
      '-.a 1',
      '+.a 9',
      ' .b 2',
      '+.new y',
      '-.gone x',
    ]);
  });
  test('of a changed header are both', () => {
    expect(shown({ ...block(), args: 'x' }, { ...block(), args: 'y' })).toEqual(['-thing T x', '+thing T y']);
  });
  test('of a deletion are all lines', () => {
    expect(shown(block(one('a 1')), undefined)).toEqual(['-thing T', '-.a 1']);
  });
  test('of statements have no header', () => {
    expect(shown(undefined, top(many('ntp server a')))).toEqual(['+ntp server a']);
  });
  test('are none where nothing is typed', () => {
    expect(shown(block(one('a 1', { hidden: true })), block())).toEqual([]);
  });
});

test('a section is known by its header, and nothing of it is refused', () => {
  expect(cliDialect.identity(block())).toBe('thing T');
  expect(cliDialect.refusal(block(one('a 1')), block(one('a 2')))).toBeUndefined();
  expect([cliDialect.shared(block()), cliDialect.shared(shared()), cliDialect.shared(top())]).toEqual([
    false,
    false,
    true,
  ]);
});
