import type { Desired, Dialect, Item } from '../../../lib/desired/item';
import { emptyLedger, type LedgerEntry } from '../../../lib/plan/ledger';
import { inDeletionOrder } from '../../../lib/plan/order';
import { isEmpty, plan, type PlanInput, type TargetPlan } from '../../../lib/plan/plan';
import { showPlan, counts, plain } from '../../../lib/plan/show';
import { terraformJson } from '../../../lib/plan/terraform-json';

/**
 * The smallest format there is: a name and a value. `sealed` cannot change; a name that begins with `+` is everybody's;
 * a box is not closed while its lid is there.
 */
interface Box {
  readonly name: string;
  readonly value: string;
  readonly sealed?: string;
}
const boxes: Dialect<Box, string> = {
  identity: (box) => box.name,
  shared: (box) => box.name.startsWith('+'),
  share: (live) => ({ ours: live, unmanaged: live.value === 'crowded' ? ['password 7 0822455D0A16'] : [] }),
  remember: (applied) => applied,
  both: (_owned, next) => next,
  differences: (before, after) =>
    before?.value === after?.value && before?.sealed === after?.sealed
      ? []
      : [
          { sign: 'context', text: (after ?? before)!.name, depth: 0 },
          ...(before ? [{ sign: 'remove' as const, text: before.value, depth: 1 }] : []),
          ...(after ? [{ sign: 'add' as const, text: after.value, depth: 1 }] : []),
        ],
  steps: (before, after) =>
    before?.value === after?.value && before?.sealed === after?.sealed
      ? []
      : [after ? `set ${after.name} ${after.value}` : `drop ${before!.name}`],
  goesFirst: (gone, after) => gone.name === `lid of ${after.name}` && after.value === 'closed',
  refusal: (before, after) => (before.sealed === after.sealed ? undefined : 'sealed cannot change'),
};

/** A small world with verbs. */
const world = () => {
  const items: Item<Box>[] = [];
  const live = new Map<string, Box>();
  const entries: LedgerEntry<Box>[] = [];
  const externals: Desired<Box>['externals'][number][] = [];
  const frame = (name: string, refs: readonly string[]) => ({
    address: `box/${name}`,
    kind: 'box',
    name,
    path: `stack/${name}`,
    refs: refs.map((ref) => `box/${ref}`),
  });
  const here = {
    declare: (name: string, value = '1', refs: readonly string[] = [], sealed?: string) => {
      items.push({ ...frame(name, refs), content: { name, value, ...(sealed ? { sealed } : {}) } });
      return here;
    },
    isLive: (name: string, value = '1', sealed?: string) => {
      live.set(name, { name, value, ...(sealed ? { sealed } : {}) });
      return here;
    },
    isOurs: (name: string, refs: readonly string[] = [], state: LedgerEntry['state'] = 'owned') => {
      entries.push({ ...frame(name, refs), state, content: { name, value: '1' } });
      return here;
    },
    needs: (name: string) => {
      externals.push({
        address: `box/${name}`,
        title: `box ${name}`,
        path: 'stack/user',
        content: { name, value: '' },
      });
      return here;
    },
    plan: (
      options: Partial<Pick<PlanInput<Box, string>, 'adopt' | 'unfinished' | 'warnings' | 'onChange' | 'impact'>> = {},
    ): TargetPlan<Box, string> =>
      plan({
        target: 'edge',
        desired: { items, externals, secrets: [] },
        live,
        ledger: { ...emptyLedger('edge'), entries },
        dialect: boxes,
        adopt: options.adopt ?? false,
        unfinished: options.unfinished ?? [],
        warnings: options.warnings ?? [],
        ...(options.impact === undefined ? {} : { impact: options.impact }),
        ...(options.onChange === undefined ? {} : { onChange: options.onChange }),
      }),
  };
  return here;
};
const told = (p: TargetPlan) => p.changes.map((change) => `${change.action} ${change.name}`);

describe('a plan', () => {
  test('creates what is declared and not there, in the order of the declaration', () => {
    const p = world().declare('a').declare('b', '1', ['a']).plan();
    expect(told(p)).toEqual(['create a', 'create b']);
    expect(p.changes[0]).toMatchObject({ steps: ['set a 1'], undo: ['drop a'], path: 'stack/a' });
    expect(p.changes[0]).not.toHaveProperty('before');
  });
  test('changes what is ours and differs', () => {
    const p = world().declare('a', '2').isLive('a', '1').isOurs('a').plan();
    expect(p.changes).toMatchObject([{ action: 'update', steps: ['set a 2'], undo: ['set a 1'] }]);
  });
  test('does nothing to what is ours and the same', () => {
    const p = world().declare('a').isLive('a').isOurs('a').plan();
    expect(told(p)).toEqual(['none a']);
    expect(isEmpty(p)).toBe(true);
  });
  test('creates again what the ledger knows and the device has lost', () => {
    expect(told(world().declare('a').isOurs('a').plan())).toEqual(['create a']);
  });
  test('is blocked by something of our name that is not ours', () => {
    const p = world().declare('a').isLive('a').plan();
    expect(told(p)).toEqual(['adopt a']);
    expect(p.blocked).toEqual([
      {
        code: 'plan.unowned',
        path: 'stack/a',
        message: 'a already exists on edge and is not managed by Tunnelwright',
        hint: 'give yours another name, or take it over: --adopt',
      },
    ]);
    expect(isEmpty(p)).toBe(false);
  });
  test('takes it over when asked, equal or not', () => {
    const same = world().declare('a').isLive('a').plan({ adopt: true });
    expect([told(same), same.blocked, same.changes[0]!.steps]).toEqual([['adopt a'], [], []]);
    const other = world().declare('a', '2').isLive('a').plan({ adopt: true });
    expect([told(other), other.changes[0]!.steps]).toEqual([['adopt a'], ['set a 2']]);
  });
  test('says of what it takes over what becomes of tunnels only where it changes something', () => {
    const impact = () => ({ effect: 'drops now', tunnels: ['Tunnel100'] }) as const;
    const same = world().declare('a').isLive('a').plan({ adopt: true, impact });
    expect(same.changes[0]).not.toHaveProperty('impact');
    const other = world().declare('a', '2').isLive('a').plan({ adopt: true, impact });
    expect(other.changes[0]).toMatchObject({ action: 'adopt', impact: impact() });
  });
  test('says how a change is taken back only where something changes', () => {
    const said = { onChange: ['a reload is armed'], warnings: ['another release'] };
    expect(world().declare('a').isLive('a').isOurs('a').plan(said).warnings).toEqual(['another release']);
    const other = world().declare('a', '2').isLive('a').isOurs('a').plan(said);
    expect(other.warnings).toEqual(['a reload is armed', 'another release']);
  });
  test('does not ask whose a shared block is', () => {
    const p = world().declare('+a', '2').isLive('+a').plan();
    expect([told(p), p.blocked]).toEqual([['update +a'], []]);
  });
  test('never touches what nobody declared and the ledger does not know', () => {
    expect(world().isLive('foreign').plan().changes).toEqual([]);
  });
  test('deletes last, and in reverse order of reference', () => {
    const p = world()
      .declare('new')
      .isLive('base')
      .isLive('middle')
      .isLive('top')
      .isOurs('base')
      .isOurs('middle', ['base'])
      .isOurs('top', ['middle'])
      .plan();
    expect(told(p)).toEqual(['create new', 'delete top', 'delete middle', 'delete base']);
    expect(p.changes[1]).toMatchObject({ steps: ['drop top'], undo: ['set top 1'] });
  });
  test('forgets what is gone already, without a step', () => {
    const p = world().isOurs('a').plan();
    expect(told(p)).toEqual(['none a']);
    expect([p.changes[0]!.steps, isEmpty(p)]).toEqual([[], true]);
  });
  test('names what somebody else should have made and did not', () => {
    const p = world().needs('CA').isLive('other').plan();
    expect(p.blocked).toEqual([
      {
        code: 'plan.missing',
        path: 'stack/user',
        message: 'refers to box CA, which is not on edge',
        hint: 'make it there first, or correct the name',
      },
    ]);
    expect(world().needs('CA').isLive('CA').plan().blocked).toEqual([]);
  });
  test('refuses to change what cannot change', () => {
    const p = world().declare('a', '2', [], 'new').isLive('a', '1', 'old').isOurs('a').plan();
    expect(p.blocked).toEqual([{ code: 'plan.sealed', path: 'stack/a', message: 'a: sealed cannot change' }]);
  });
  test('does not refuse a sealed thing that stays', () => {
    expect(world().declare('a', '1', [], 'old').isLive('a', '1', 'old').isOurs('a').plan().blocked).toEqual([]);
  });
  test('has an interrupted run to finish when nothing else is left to do', () => {
    const p = world().declare('a').isLive('a').isOurs('a', [], 'intended').plan();
    expect([p.unfinished, isEmpty(p)]).toEqual([['finish an interrupted run'], false]);
    expect(world().declare('a', '2').isLive('a').isOurs('a', [], 'intended').plan().unfinished).toEqual([]);
    expect(world().isOurs('a', [], 'leaving').plan().unfinished).toEqual(['finish an interrupted run']);
  });
  test('passes on what the platform has to finish and to warn of', () => {
    const p = world().plan({ unfinished: ['deploy'], warnings: ['careful'] });
    expect([p.unfinished, p.warnings, isEmpty(p)]).toEqual([['deploy'], ['careful'], false]);
  });
  test('removes what a change waits for right before it, and the rest at the end', () => {
    const gone = ['lid of b', 'd'].reduce((w, name) => w.isLive(name).isOurs(name), world());
    const all = ['a', 'b', 'c'].reduce((w, name) => w.declare(name, 'closed').isLive(name).isOurs(name), gone);
    const p = all.plan();
    expect(told(p)).toEqual(['update a', 'delete lid of b', 'update b', 'update c', 'delete d']);
  });
  test('removes at the end what no change waits for', () => {
    const p = world().declare('b').isLive('b', '2').isOurs('b').isLive('lid of b').isOurs('lid of b').plan();
    expect(told(p)).toEqual(['update b', 'delete lid of b']);
  });
  test('of the same world is the same', () => {
    const make = () => world().declare('a').declare('b', '2').isLive('b').isOurs('b').isOurs('c').isLive('c').plan();
    expect(make()).toEqual(make());
  });
});

describe('the order of deletion', () => {
  test('is that of reference, reversed; what does not refer comes in reverse too', () => {
    const entry = (address: string, ...refs: string[]) => ({ address, refs });
    expect(
      inDeletionOrder([entry('route', 'tunnel'), entry('ntp'), entry('tunnel', 'profile'), entry('profile')]).map(
        (e) => e.address,
      ),
    ).toEqual(['ntp', 'route', 'tunnel', 'profile']);
  });
});

describe('a plan as text', () => {
  const show = (p: TargetPlan, detail = { steps: false, undo: false }) =>
    showPlan(
      { id: 'edge', platform: 'IOS-XE', host: '192.0.2.1', plan: p, show: (step) => [String(step)] },
      plain,
      detail,
    );

  test('says what would change, with its construct, and what stays', () => {
    const p = world()
      .declare('a')
      .declare('b', '2')
      .isLive('b', 'crowded')
      .isOurs('b')
      .isLive('c')
      .isOurs('c')
      .plan({ warnings: ['no archive'] });
    expect(show(p, { steps: true, undo: true })).toEqual([
      'edge  IOS-XE  192.0.2.1: 1 to create, 1 to change, 1 to delete',
      '  ! no archive',
      '  + a  [stack/a]',
      '      + 1',
      '  ~ b  [stack/b]',
      '      - crowded',
      '      + 2',
      '      · not ours, stays: password <secret:other>',
      '  - c  [stack/c]',
      '      - 1',
      '  sent, in this order:',
      '    set a 1',
      '    set b 2',
      '    drop c',
      '  rollback:',
      '    set c 1',
      '    set b crowded',
      '    drop a',
    ]);
  });
  test('of nothing says that nothing changes, and still warns and lists what is not ours', () => {
    const p = world()
      .declare('a', 'crowded')
      .isLive('a', 'crowded')
      .isOurs('a')
      .plan({ warnings: ['not verified'] });
    expect(show(p)).toEqual([
      'edge  IOS-XE  192.0.2.1: No changes.',
      '  ! not verified',
      '  · box a: not ours, stays: password <secret:other>',
    ]);
  });
  test('shows why it is blocked, and what to do', () => {
    expect(show(world().declare('a').isLive('a').plan())).toEqual([
      'edge  IOS-XE  192.0.2.1: 0 to create, 0 to change, 1 to adopt, 0 to delete',
      '  > box a  [stack/a]',
      '  ✗ [stack/a] a already exists on edge and is not managed by Tunnelwright',
      '      → give yours another name, or take it over: --adopt',
    ]);
  });
  test('shows work that is left over', () => {
    expect(show(world().plan({ unfinished: ['deploy the pending changes'] }))).toEqual([
      'edge  IOS-XE  192.0.2.1: 0 to create, 0 to change, 0 to delete',
      '  ~ deploy the pending changes',
    ]);
  });
  test('counts', () => {
    const two = world().declare('a').declare('b').plan();
    expect(counts(two)).toBe('2 to create, 0 to change, 0 to delete');
    const done = (kind: 'enroll' | 'activate') => ({ address: 'box/a', path: 'stack/a', kind, words: 'it' });
    expect(counts({ ...two, operations: [done('enroll'), done('activate'), done('activate')] })).toBe(
      '2 to create, 0 to change, 0 to delete, 1 to do with keys and certificates, 2 to send to users',
    );
  });
  test.each([
    ['pre-shared-key address 0.0.0.0 cisco123', 'cisco123'],
    ['pre-shared-key local cisco123', 'cisco123'],
    ['pre-shared-key 6 ABCDEF', 'ABCDEF'],
    ['crypto isakmp key cisco123 address 0.0.0.0', 'cisco123'],
    ['ip ospf message-digest-key 1 md5 7 0822455D0A16', '0822455D0A16'],
    ['ip ospf authentication-key cisco123', 'cisco123'],
    ['ip nhrp authentication cisco123', 'cisco123'],
    ['tunnel key 7', undefined],
    ['ppp chap password 0 cisco123', 'cisco123'],
    ['standby 1 authentication md5 key-string 7 0822455D0A16', '0822455D0A16'],
    ['username bob secret 9 $9$abc', '$9$abc'],
    ['snmp-server community cisco123 RO', 'cisco123'],
  ])('hides the secret of somebody else’s line: %s', (line, secret) => {
    const noisy: Dialect<Box, string> = { ...boxes, share: (live) => ({ ours: live, unmanaged: [line] }) };
    const p = plan({
      target: 'edge',
      desired: {
        items: [{ address: 'box/a', kind: 'box', name: 'a', path: 'p', refs: [], content: { name: 'a', value: '2' } }],
        externals: [],
        secrets: [],
      },
      live: new Map([['a', { name: 'a', value: '1' }]]),
      ledger: emptyLedger('edge'),
      dialect: noisy,
      adopt: true,
      unfinished: [],
      warnings: [],
    });
    const text = show(p).join('\n');
    expect(text).toContain('not ours, stays');
    if (secret !== undefined) expect(text).not.toContain(secret);
  });
});

test('a plan as JSON has the shape of Terraform’s', () => {
  const p = world().declare('a', '2').isLive('a').isOurs('a').declare('new').isLive('old').isOurs('old').plan();
  const json = terraformJson([
    { id: 'edge', platform: 'iosxe', stack: 'mumbai', state: 'planned', plan: p, problems: [] },
    { id: 'gone', platform: 'fmc', stack: 'mumbai', state: 'unknown', problems: [{ code: 'ssh.timeout' }] },
  ]) as { resource_changes: { address: string; change: unknown }[] };
  expect(json).toMatchObject({
    format_version: '1.2',
    targets: [
      { id: 'edge', platform: 'iosxe', state: 'planned', problems: [], unfinished: [], warnings: [] },
      {
        id: 'gone',
        platform: 'fmc',
        state: 'unknown',
        problems: [{ code: 'ssh.timeout' }],
        unfinished: [],
        warnings: [],
      },
    ],
  });
  expect(json.resource_changes.map(({ address, change }) => [address, change])).toEqual([
    ['mumbai.edge.box/a', { actions: ['update'], before: { name: 'a', value: '1' }, after: { name: 'a', value: '2' } }],
    ['mumbai.edge.box/new', { actions: ['create'], before: null, after: { name: 'new', value: '1' } }],
    ['mumbai.edge.box/old', { actions: ['delete'], before: { name: 'old', value: '1' }, after: null }],
  ]);
  expect(json.resource_changes[0]).toMatchObject({
    type: 'box',
    name: 'a',
    provider_name: 'tunnelwright/iosxe',
    tunnelwright: {
      target: 'edge',
      path: 'stack/a',
      adopt: false,
      steps: ['set a 2'],
      undo: ['set a 1'],
      unmanaged: [],
    },
  });
});

test('the ledger is read once for all objects, and not for each', () => {
  const reads = (count: number): number => {
    let read = 0;
    const at = (n: number) => ({ kind: 'box', name: `b${n}`, path: `stack/b${n}`, refs: [] });
    const content = (n: number): Box => ({ name: `b${n}`, value: '1' });
    const numbers = Array.from({ length: count }, (_, n) => n);
    const entries = numbers.map((n) => ({
      ...at(n),
      content: content(n),
      state: 'owned' as const,
      get address() {
        read++;
        return `box/b${n}`;
      },
    }));
    const made = plan({
      target: 'edge',
      desired: {
        items: numbers.map((n) => ({ ...at(n), address: `box/b${n}`, content: content(n) })),
        externals: [],
        secrets: [],
      },
      live: new Map(numbers.map((n) => [`b${n}`, content(n)])),
      ledger: { ...emptyLedger('edge'), entries },
      dialect: boxes,
      adopt: false,
      unfinished: [],
      warnings: [],
    });
    expect(isEmpty(made)).toBe(true);
    return read;
  };
  expect(reads(400) / reads(100)).toBeLessThan(4.4);
});
