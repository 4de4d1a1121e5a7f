import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { junitPlan } from '../../../../lib/cli/output/junit';
import { markdownPlan } from '../../../../lib/cli/output/markdown';
import { junitLint } from '../../../../lib/cli/output/junit-lint';
import { certificateMetrics, driftMetrics } from '../../../../lib/cli/output/metrics';
import { pageData } from '../../../../lib/cli/output/page/data';
import { formOf, planLines } from '../../../../lib/cli/output/plan-forms';
import { grouped } from '../../../../lib/diagram/group';
import { pictureOf } from '../../../../lib/diagram/picture';
import { parsedPlan, savedPlan } from '../../../../lib/cli/saved-plan';
import { picked } from '../../../../lib/cli/source';
import type { DiagramLink } from '../../../../lib/model/diagram';
import { terraformJson } from '../../../../lib/plan/terraform-json';
import type { Change, TargetPlan } from '../../../../lib/plan/plan';
import type { TargetResult } from '../../../../lib/run/target-result';

const change = (lines: readonly string[], more: Partial<Change> = {}): Change => ({
  action: 'create',
  address: 'ikev2-proposal/p',
  kind: 'ikev2-proposal',
  name: 'p',
  path: 'net/p',
  refs: [],
  differences: lines.map((text, i) => ({ sign: 'add', text, depth: i === 0 ? 0 : 1 })),
  steps: [],
  undo: [],
  unmanaged: [],
  ...more,
});
const planOf = (changes: readonly Change[], more: Partial<TargetPlan> = {}): TargetPlan => ({
  changes,
  operations: [],
  waiting: [],
  blocked: [],
  unfinished: [],
  warnings: [],
  ...more,
});
const work = (id: string): TargetResult['work'] => ({
  stack: 'net',
  target: {
    id,
    path: `net/${id}`,
    platform: 'iosxe',
    settings: { host: '192.0.2.1', port: 22, release: '17.9' } as never,
    desired: { items: [], externals: [], secrets: [] },
  },
});
const read = (id: string, changes: readonly Change[], more: Partial<TargetPlan> = {}): TargetResult => ({
  work: work(id),
  state: 'planned',
  plan: planOf(changes, more),
  problems: [],
  notes: [],
});
const unread = (id: string): TargetResult => ({
  work: work(id),
  state: 'unknown',
  problems: [{ code: 'device.timeout', path: id, message: 'does not answer', hint: 'look at its cable' }],
  notes: [],
});
const drops = change(['interface Tunnel1'], {
  action: 'delete',
  impact: { effect: 'drops now', tunnels: ['Tunnel1'] },
});

describe('Markdown', () => {
  test('says first what a reviewer must know, and the worst target stands first', () => {
    const text = markdownPlan([
      read('a', [change(['crypto ikev2 proposal p'])]),
      read('b', [drops]),
      read('c', []),
      unread('d'),
    ]);
    expect(text.split('\n')).toEqual([
      '### Tunnelwright plan: 2 of 4 targets would change, **1 tunnel that is up would drop**, **1 target cannot be applied**',
      '',
      'In all: 1 to create, 0 to change, 1 to delete.',
      '',
      '| Target | Platform | Plan | Tunnels |',
      '| --- | --- | --- | --- |',
      '| `d` | IOS-XE 17.9 |  | **could not be read** |',
      '| `b` | IOS-XE 17.9 | 0 to create, 0 to change, 1 to delete | **drops 1 tunnel now** |',
      '| `a` | IOS-XE 17.9 | 1 to create, 0 to change, 0 to delete |  |',
      '',
      'No changes: `c`.',
      '',
      '<details>',
      '<summary><b>d</b> IOS-XE 17.9 192.0.2.1: could not be planned</summary>',
      '',
      '```diff',
      '- [d] does not answer → look at its cable',
      '```',
      '',
      '</details>',
      '',
      '<details>',
      '<summary><b>b</b> IOS-XE 17.9 192.0.2.1: 0 to create, 0 to change, 1 to delete</summary>',
      '',
      '```diff',
      '- interface Tunnel1',
      '!   drops now: 1 tunnel (Tunnel1)',
      '```',
      '',
      '</details>',
      '',
      '<details>',
      '<summary><b>a</b> IOS-XE 17.9 192.0.2.1: 1 to create, 0 to change, 0 to delete</summary>',
      '',
      '```diff',
      '+ crypto ikev2 proposal p',
      '```',
      '',
      '</details>',
      '',
    ]);
  });

  test('of nothing to do is one line', () => {
    expect(markdownPlan([read('a', []), read('b', [])])).toBe('### Tunnelwright plan: no changes on 2 targets\n');
  });

  test('shows the same change once, also where only names and addresses differ; another number is another change', () => {
    const spoke = (n: number, lifetime = 3600) =>
      read(`spoke-${n}`, [
        change([
          'interface Tunnel1',
          `tunnel destination 192.0.2.${n}`,
          `lifetime ${lifetime}`,
          `description to spoke-${n}`,
        ]),
      ]);
    const text = markdownPlan([...Array.from({ length: 30 }, (_, i) => spoke(i + 1)), spoke(31, 7200)]);
    expect(text.match(/<summary>[^:]*:/g)).toEqual([
      '<summary>The same on 30 targets, but for what stands in the table below (shown:',
      '<summary><b>spoke-31</b> IOS-XE 17.9 192.0.2.1:',
    ]);
    expect(text).toContain('`spoke-12` and 19 more | IOS-XE 17.9 |');
  });

  test('what differs among targets of a group is shown of each, and another mask is another change', () => {
    const router = (id: string, address: string, mask = '255.255.255.252', peer = '198.51.100.1') =>
      read(id, [
        change([
          'interface Tunnel1',
          `ip address ${address} ${mask}`,
          `tunnel destination ${peer}`,
          `description ${id}`,
        ]),
      ]);
    const text = markdownPlan([
      router('r1', '10.0.1.1'),
      router('r2', '10.0.2.1', undefined, '198.51.100.7'),
      router('r10', '10.0.10.1'),
      router('r4', '10.0.4.1', '255.255.255.0'),
    ]);
    expect(text.match(/<summary>[^\n]*/g)).toEqual([
      '<summary>The same on 3 targets, but for what stands in the table below (shown: r1): <b>r1, r2, r10</b>: 1 to create, 0 to change, 0 to delete</summary>',
      '<summary><b>r4</b> IOS-XE 17.9 192.0.2.1: 1 to create, 0 to change, 0 to delete</summary>',
    ]);
    expect(text.split('\n').filter((line) => /^\| (4: )?`r/.test(line) || line.startsWith('| Target'))).toEqual([
      '| Target | Platform | Plan | Tunnels |',
      '| 4: `r1`, `r2`, `r10`, `r4` | IOS-XE 17.9 | 1 to create, 0 to change, 0 to delete |  |',
      '| Target | `ip address … 255.255.255.252` | `tunnel destination …` |',
      '| `r1` | `10.0.1.1` | `198.51.100.1` |',
      '| `r2` | `10.0.2.1` | `198.51.100.7` |',
      '| `r10` | `10.0.10.1` | `198.51.100.1` |',
    ]);
  });

  test('fifty routers with a secret each are one change and one row, and the two ends of a tunnel are not two tunnels', () => {
    const router = (n: number) =>
      read(`r${n}`, [
        change(['crypto ikev2 keyring hub', `pre-shared-key <secret:env:KEY_R${n}>`, `address 192.0.2.${n}`]),
        ...(n < 3 ? [drops] : []),
      ]);
    const text = markdownPlan(Array.from({ length: 50 }, (_, i) => router(i + 1)));
    expect(text.split('\n').slice(0, 7)).toEqual([
      '### Tunnelwright plan: 50 of 50 targets would change, **2 ends of tunnels that are up would drop**',
      '',
      'In all: 50 to create, 0 to change, 2 to delete.',
      '',
      '| Target | Platform | Plan | Tunnels |',
      '| --- | --- | --- | --- |',
      '| 2: `r1`, `r2` | IOS-XE 17.9 | 1 to create, 0 to change, 1 to delete | **drops 1 tunnel now** |',
    ]);
    expect(text.match(/<summary>/g)).toHaveLength(2);
    expect(text).toContain('| `r50` | `<secret:env:KEY_R50>` | `192.0.2.50` |');
    expect(text.length).toBeLessThan(6000);
  });

  test('nothing that a name or a device says becomes markup, a mention or a control character', () => {
    const hostile = '``` </details><img src=x> | @everyone #12 \u001b[31m\u202e';
    const text = markdownPlan(
      [read('x|`y', [change([`description ${hostile}`])], { warnings: [hostile] }), unread('<b>')],
      [`waived ${hostile}`],
    );
    const outside = text.replace(/^(`{3,})diff$[^]*?^\1$/gm, '');
    expect(outside).not.toMatch(/(?<!\\)<(img|\/details>[^\n])|@everyone|#12|\u001b|\u202e/);
    expect(outside).toContain('@<!-- -->everyone');
    expect(text.match(/^`{4}diff$/gm)).toHaveLength(1);
    expect(text).toContain('\\u{1b}[31m\\u{202e}');
    expect(
      text
        .split('\n')
        .filter((line) => line.startsWith('|'))
        .map((line) => line.split(/(?<!\\)\|/).length),
    ).toEqual([6, 6, 6, 6]);
  });

  test('fits into a comment, and says what was cut', () => {
    const long = (n: number) =>
      read(`t${n}`, [
        change(['interface Tunnel1', ...Array.from({ length: 3000 }, (_, i) => `description ${n} ${i}`)]),
      ]);
    const text = markdownPlan([long(1), long(2), read('z', [drops])]);
    expect(text.length).toBeLessThan(60_000);
    expect(text.indexOf('<b>z</b>')).toBeLessThan(text.indexOf('<b>t1</b>'));
    expect(text).toMatch(/… and \d+ lines more\n```\n\n<\/details>\n/);
    expect(text.split('\n').slice(2, 5)).toEqual([
      'In all: 2 to create, 0 to change, 1 to delete.',
      '',
      '**Cut to the size of a comment**: the lines of `t1`, `t2` are not all here. The whole plan: `tunnelwright plan`.',
    ]);
    const many = markdownPlan(
      Array.from({ length: 3000 }, (_, i) => read(`t${i}`, [change([`description ${'x'.repeat(i)}`])])),
    );
    expect(many.length).toBeLessThan(65_536);
    const waived = markdownPlan(
      [read('a', [drops])],
      Array.from({ length: 900 }, (_, i) => `waived TW-IKE-005 [net/${i}] ${'x'.repeat(90)}`),
    );
    expect(waived.length).toBeLessThan(65_536);
    expect(waived).toMatch(/\n- and \d+ more: `tunnelwright plan`\n/);
  });
});

test('JUnit: a change is no failure, a target that cannot be read or applied is one', () => {
  const blocked = { blocked: [{ code: 'x', path: 'net/b', message: 'already exists <there> & "here"' }] };
  const text = junitPlan([read('a', [change(['x \u001b'])]), read('b', [drops], blocked), unread('c'), read('d', [])]);
  expect(text).toContain('<testsuite name="net" tests="4" errors="1" failures="1">');
  expect(text).toContain('<testcase classname="net" name="a: 1 to create, 0 to change, 0 to delete">');
  expect(text).toContain(
    '<failure message="[net/b] already exists &lt;there&gt; &amp; &quot;here&quot;" type="planned">',
  );
  expect(text).toContain('<error message="[c] does not answer → look at its cable" type="unknown">');
  expect(text).toContain('<testcase classname="net" name="d: no changes"/>');
  expect(text).not.toContain('\u001b');
});

test('targets that could not be read for the same reason are said once, and with --brief what others have there is not said', () => {
  const other = { ...unread('e'), problems: [{ code: 'ssh.login', path: 'e', message: 'refuses the login' }] };
  const kept = read('a', [change(['interface Tunnel1'], { unmanaged: ['shutdown'] })]);
  const brief = { steps: false, undo: false, stays: false };
  expect(planLines([unread('c'), kept, other, unread('d')], brief)).toEqual([
    'a  IOS-XE 17.9  192.0.2.1: 1 to create, 0 to change, 0 to delete',
    '  + interface Tunnel1  [net/p]',
    '',
    'c, d: unknown, they could not be read',
    '  [c, d] does not answer\n      → look at its cable',
    '',
    'e: unknown, it could not be read',
    '  [e] refuses the login',
    '',
  ]);
  expect(planLines([kept], { steps: false, undo: false })).toContain('      · not ours, stays: shutdown');
});

test('what is not ours and goes with an object of ours is said in every form, also with --brief', () => {
  const gone = read('a', [change(['network object lan'], { action: 'delete', takenAlong: ['others: pune'] })]);
  expect(planLines([gone], { steps: false, undo: false, stays: false })).toContain(
    '      · not ours, goes with it: others: pune',
  );
  expect(markdownPlan([gone])).toContain('\n-   not ours, goes with it: others: pune\n');
  expect(JSON.stringify(terraformJson([{ ...gone, stack: 'net', id: 'a', platform: 'fmc' }] as never))).toContain(
    '"taken_along":["others: pune"]',
  );
});

test('what several targets lack is said once, also where each lacks more of its own', () => {
  const lacks = (id: string, own: string): TargetResult => ({
    ...unread(id),
    state: 'failed',
    problems: [
      { code: 'ledger.key', path: 'key of the ledgers', message: 'is not set' },
      { code: 'secret.missing', path: `net/${id}`, message: own },
    ],
  });
  expect(planLines([lacks('c', 'C is not set'), lacks('d', 'D is not set')], { steps: false, undo: false })).toEqual([
    'c, d: failed',
    '  [key of the ledgers] is not set',
    '',
    'c: failed',
    '  [net/c] C is not set',
    '',
    'd: failed',
    '  [net/d] D is not set',
    '',
  ]);
});

test('--target takes names, names with their stack, and patterns', () => {
  const all = ['edge', 'spoke-1', 'spoke-12', 'hub'].map((id) => ({
    ...work(id),
    stack: id === 'hub' ? 'core' : 'net',
  }));
  const of = (...target: readonly string[]) => picked(all, target).map((each) => each.target.id);
  expect([of('edge'), of('spoke-*'), of('core/*'), of('net/spoke-1'), of('hub', 'edge')]).toEqual([
    ['edge'],
    ['spoke-1', 'spoke-12'],
    ['hub'],
    ['spoke-1'],
    ['edge', 'hub'],
  ]);
  expect(() => of('core/edge')).toThrow('[core/edge] is not a target of this program');
  expect(() => of('ed.e')).toThrow('[ed.e] is not a target');
});

const tunnels = [
  { name: 'Tunnel100', up: true, detail: 'UP' },
  { name: 'Tunnel101', up: false, detail: 'DOWN' },
];
const metricsOf = {
  drift: () => driftMetrics([{ ...read('a', [drops]), tunnels }, read('b', []), unread('c')]),
  certificates: () => {
    const certificate = { role: 'certificate', subject: 'cn=x "y" \\', issuer: 'CA', holders: ['T1', 'T2'] };
    const at = (expires: string | undefined) => ({ ...certificate, expires });
    const certificates = [at('2026-03-12T00:00:00Z'), at('2026-03-02T12:00:00Z'), at(undefined)];
    const reports = [
      { work: work('a'), state: 'read', certificates, problems: [] },
      { work: work('b'), state: 'skipped', certificates: [], problems: [] },
      { work: work('c'), state: 'unknown', certificates: [], problems: [] },
    ] as const;
    return certificateMetrics(reports, Date.parse('2026-03-01T00:00:00Z'));
  },
} as const;

test('metrics of drift: a target that could not be read has no number of changes', () => {
  expect(metricsOf.drift().split('\n')).toEqual([
    '# TYPE tunnelwright_target_read gauge',
    '# HELP tunnelwright_target_read Whether the target could be read (1) or not (0)',
    'tunnelwright_target_read{stack="net",target="a"} 1',
    'tunnelwright_target_read{stack="net",target="b"} 1',
    'tunnelwright_target_read{stack="net",target="c"} 0',
    '# TYPE tunnelwright_drift_changes gauge',
    '# HELP tunnelwright_drift_changes Objects that were changed or deleted on the target since the last apply',
    'tunnelwright_drift_changes{stack="net",target="a"} 1',
    'tunnelwright_drift_changes{stack="net",target="b"} 0',
    '# TYPE tunnelwright_tunnel_up gauge',
    '# HELP tunnelwright_tunnel_up Whether the tunnel is up (1) or not (0), as the device says',
    'tunnelwright_tunnel_up{stack="net",target="a",tunnel="Tunnel100"} 1',
    'tunnelwright_tunnel_up{stack="net",target="a",tunnel="Tunnel101"} 0',
    '# EOF',
    '',
  ]);
});

test('metrics of certificates: each series once, the one that expires first', () => {
  const labels = '{stack="net",target="a",role="certificate",subject="cn=x \\"y\\" \\\\",issuer="CA",holders="T1,T2"}';
  const lines = metricsOf.certificates().split('\n');
  expect(lines.filter((line) => !line.startsWith('#'))).toEqual([
    'tunnelwright_target_read{stack="net",target="a"} 1',
    'tunnelwright_target_read{stack="net",target="c"} 0',
    `tunnelwright_certificate_expiry_timestamp_seconds${labels} 1772452800`,
    `tunnelwright_certificate_days_left${labels} 1`,
    '',
  ]);
  expect(lines.slice(-2)).toEqual(['# EOF', '']);
});

test('JUnit of rules: errors and warnings fail, notes are said, what is waived is skipped', () => {
  const found = (severity: 'error' | 'warning' | 'note') =>
    ({
      rule: `TW-${severity}`,
      title: 't',
      severity,
      packs: [],
      path: 'net/a',
      message: 'is <weak>',
      remedy: 'mend it',
    }) as const;
  const waiver = { rule: 'TW-note', path: 'net', reason: 'the lab', until: '2099-12-31' };
  const text = junitLint({
    counted: [found('error'), found('warning'), found('note')],
    waived: [{ found: found('note'), waiver: waiver }],
  });
  expect(text).toContain('<testsuite name="TW-error" tests="1" failures="1" skipped="0">');
  expect(text).toContain('<failure message="is &lt;weak&gt;" type="warning">is &lt;weak&gt;\n→ mend it</failure>');
  expect(text).toContain('<testsuite name="TW-note" tests="1" failures="0" skipped="0">');
  expect(text).toContain('<skipped message="until 2099-12-31: the lab"/>');
  expect(junitLint({ counted: [], waived: [] })).toContain('<testcase classname="rules" name="no findings"/>');
});

test('two forms at once are refused', () => {
  expect(() => formOf({ json: true, markdown: true })).toThrow('standard output takes one form');
  expect([formOf({}), formOf({ junit: true })]).toEqual(['terminal', 'junit']);
});

describe('what a saved plan keeps for its page', () => {
  const room = mkdtempSync(join(tmpdir(), 'saved-plan-'));
  afterAll(() => rmSync(room, { recursive: true, force: true }));
  const page = {
    networks: [
      {
        stack: 'net',
        diagram: {
          devices: [{ id: 'a', name: 'a', role: 'router' as const, target: 'a', detail: 'IOS-XE 17.9' }],
          links: [],
        },
      },
    ],
    findings: [{ rule: 'TW-1', severity: 'warning' as const, path: 'net/a', message: 'm', remedy: 'r' }],
    made: '2026-03-01 14:05 UTC',
  };
  const readBack = (edit: (text: string) => string): unknown => {
    const file = join(room, 'plan.json');
    writeFileSync(file, edit(savedPlan([], { adopt: false, said: [], page })));
    return parsedPlan(file).page;
  };
  const markup = '\\"><img src=x onerror=alert(1)>';

  test('is read back as it is', () => expect(readBack((text) => text)).toEqual(page));

  test.each(['warning', 'router'])('markup in the place of %s, which a page writes as a word, is refused', (word) => {
    expect(() => readBack((text) => text.replace(word, markup))).toThrow('is not a saved plan');
  });
});

test('a connection of a page has what is done to it, and nothing of one whose name begins alike', () => {
  const tunnel = (name: string): DiagramLink => ({
    kind: 'tunnel',
    ends: [{ device: 'a', name, path: `net/${name}` }, { device: `peer of ${name}` }],
  });
  const links = [tunnel('Tunnel1'), tunnel('Tunnel10')];
  const devices = ['a', 'peer of Tunnel1', 'peer of Tunnel10'].map((id) => ({
    ...{ id, name: id, role: 'router' as const, detail: '' },
    ...(id === 'a' ? { target: 'a' } : {}),
  }));
  const impact = { effect: 'drops now', tunnels: ['Tunnel10'] } as const;
  const results = [read('a', [change(['x'], { action: 'none' }), change(['y'], { impact }), change(['z'])])];
  const plans = results.map(({ plan }) => ({
    id: 'a',
    platform: 'p',
    stack: 'net',
    state: 'planned',
    problems: [],
    plan,
  }));
  const picture = pictureOf([{ stack: 'net', diagram: { devices, links } }], plans as never);
  const data = pageData(picture, grouped(picture), results, []) as {
    readonly links: readonly { readonly ends: readonly { readonly blocks: readonly number[] }[] }[];
  };
  expect(data.links.map(({ ends }) => ends.map(({ blocks }) => blocks))).toEqual([
    [[], []],
    [[0], []],
  ]);
});
