import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import Ajv, { type AnySchemaObject } from 'ajv';
import formats from 'ajv-formats';
import { lintCommand, type LintOptions } from '../../../lib/cli/commands/lint';
import { ProblemError, showProblem } from '../../../lib/kernel/problem';
import { expectNoStack, tw } from '../../support/command';
import { program } from '../../support/programs';
import type { Rig } from '../../support/rig';

const room = mkdtempSync(join(tmpdir(), 'tunnelwright-'));
/** No device is asked by lint, so there is none. */
const nobody = { room, lab: undefined, ledgers: undefined } as unknown as Rig;
const repository = resolve(__dirname, '../../..');

const body = `
new tw.IkeV2Keyring(edge, 'ring', { peers: [{ name: 'all', address: '0.0.0.0/0', key: tw.Secret.fromEnv('PSK') }] });
new tw.IkeV2Proposal(edge, 'alone', { encryption: ['aes-gcm-256'], prf: ['sha384'], group: [19] });
new tw.IkeV2Proposal(edge, 'other', { encryption: ['aes-gcm-256'], prf: ['sha384'], group: [20] });
tw.Rules.waive(edge.node.findChild('other'), 'TW-REF-003', { reason: 'for next week', until: '2099-12-31' });
`;
const main = program(nobody, body);
const lines = readFileSync(main, 'utf8').split('\n');
const lineOf = (text: string): number => lines.findIndex((line) => line.includes(text)) + 1;
const file = relative(repository, main);

/** The same in this process: what is printed, the exit code, and what is wrong. */
const lint = async (options: LintOptions, ...files: readonly string[]) => {
  const out: string[] = [];
  const stdout = jest.spyOn(process.stdout, 'write').mockImplementation((text) => out.push(String(text)) > 0);
  try {
    return { code: await lintCommand(files, options), out: out.join(''), wrong: '' };
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    return { code: undefined, out: out.join(''), wrong: error.problems.map(showProblem).join(' ') };
  } finally {
    stdout.mockRestore();
  }
};

interface Finding {
  readonly rule: string;
  readonly path: string;
  readonly severity: string;
  readonly file: string;
  readonly line: number;
}

test('of a program: all findings by construct, at their lines, also where synth stops', async () => {
  const ran = await tw(nobody, ['lint', '--app', main]);
  expectNoStack(ran);
  expect([ran.code, ran.err]).toEqual([1, '']);
  expect(ran.out).toBe(
    [
      `net/edge/alone  ${file}:${lineOf("'alone'")}`,
      '  warning TW-REF-003  the IKEv2 proposal alone is of no use: no IKEv2 policy offers it, so it is never negotiated',
      '      → name it where it is meant, or take it out',
      '',
      `net/edge/ring  ${file}:${lineOf("'ring'")}`,
      '  warning TW-REF-003  the IKEv2 keyring ring is of no use: no IKEv2 profile names it, so its keys are never looked at',
      '      → name it where it is meant, or take it out',
      '  error   TW-IKE-005  the peer all is every address, so all peers share one key',
      '      → write certificates, a key for each peer, or keyringAaa with a key for each from a RADIUS server',
      '',
      'waived  TW-REF-003  [net/edge/other] the IKEv2 proposal other is of no use: no IKEv2 policy offers it, so it is never negotiated',
      '      until 2099-12-31: for next week',
      '',
      '1 error, 2 warnings, 0 notes, 1 waived. What a rule is for: docs/rules.md',
      '',
    ].join('\n'),
  );
  const synth = await tw(nobody, ['synth', '--app', main, '--out', join(room, 'out')]);
  expect([synth.code, synth.err]).toEqual([
    1,
    expect.stringContaining('[net/edge/ring] the peer all is every address'),
  ]);
});

test('--json, twice the same', async () => {
  const one = await lint({ app: main, json: true });
  const two = await lint({ app: main, json: true });
  expect(one).toEqual(two);
  const { findings, waived } = JSON.parse(one.out) as { findings: readonly Finding[]; waived: readonly Finding[] };
  expect(findings.map(({ rule, severity, path, line }) => [rule, severity, path, line])).toEqual([
    ['TW-REF-003', 'warning', 'net/edge/alone', lineOf("'alone'")],
    ['TW-REF-003', 'warning', 'net/edge/ring', lineOf("'ring'")],
    ['TW-IKE-005', 'error', 'net/edge/ring', lineOf("'ring'")],
  ]);
  expect(waived).toEqual([expect.objectContaining({ path: 'net/edge/other', reason: 'for next week' })]);
});

/** The schema of OASIS says what it may look like; this, what it must mean. */
const {
  $schema: _draft4,
  id: _id,
  ...schema
} = JSON.parse(
  readFileSync(require.resolve('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json'), 'utf8'),
) as AnySchemaObject;
const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false });
formats(ajv);
const isSarif = ajv.compile(schema);
const demands = (log: Sarif): readonly string[] => [
  ...(isSarif(log) ? [] : (isSarif.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`)),
  ...log.runs.flatMap(({ tool, results, originalUriBaseIds }) =>
    results.flatMap(({ ruleId, ruleIndex, locations }) => [
      ...(tool.driver.rules[ruleIndex]?.id === ruleId ? [] : [`3.27.6 ruleIndex of ${ruleId}`]),
      ...locations.flatMap(({ physicalLocation: at }) =>
        at.artifactLocation.uriBaseId in originalUriBaseIds ? [] : ['3.4.4 uriBaseId'],
      ),
    ]),
  ),
];
interface Sarif {
  readonly version: string;
  readonly $schema: string;
  readonly runs: readonly {
    readonly tool: {
      readonly driver: {
        readonly name: string;
        readonly semanticVersion: string;
        readonly rules: readonly { readonly id: string; readonly shortDescription: { readonly text: string } }[];
      };
    };
    readonly originalUriBaseIds: object;
    readonly results: readonly {
      readonly ruleId: string;
      readonly ruleIndex: number;
      readonly level: string;
      readonly message: { readonly text: string };
      readonly locations: readonly {
        readonly physicalLocation: {
          readonly artifactLocation: { readonly uri: string; readonly uriBaseId: string };
          readonly region: { readonly startLine: number };
        };
      }[];
      readonly suppressions?: readonly { readonly kind: string; readonly justification: string }[];
    }[];
  }[];
}

test('--sarif, as SARIF 2.1.0 demands, with what is waived as suppressed', async () => {
  const ran = await lint({ app: main, sarif: true });
  expect(ran.code).toBe(1);
  const log = JSON.parse(ran.out) as Sarif;
  expect(demands(log)).toEqual([]);
  const [first, ...others] = log.runs[0]!.results;
  const broken = { ...log, runs: [{ ...log.runs[0]!, results: [{ ...first!, level: 'severe' }, ...others] }] };
  expect(demands(broken)).toEqual(['/runs/0/results/0/level must be equal to one of the allowed values']);
  const [run] = log.runs;
  expect(
    run!.results.map(({ ruleId, level, locations }) => [ruleId, level, locations[0]!.physicalLocation.region]),
  ).toEqual([
    ['TW-REF-003', 'warning', { startLine: lineOf("'alone'") }],
    ['TW-REF-003', 'warning', { startLine: lineOf("'ring'") }],
    ['TW-IKE-005', 'error', { startLine: lineOf("'ring'") }],
    ['TW-REF-003', 'warning', { startLine: lineOf("'other'") }],
  ]);
  expect(run!.results.map(({ suppressions }) => suppressions?.[0]?.justification)).toEqual([
    undefined,
    undefined,
    undefined,
    'for next week (until 2099-12-31)',
  ]);
});

test('one fact of many objects is one finding with many places', async () => {
  const weak = program(
    { ...nobody, room: mkdtempSync(join(tmpdir(), 'tunnelwright-')) },
    `for (let i = 1; i <= 50; i++)
  new tw.IpsecTransformSet(edge, 'set' + i, { encryption: '3des', integrity: 'sha256' });
new tw.IpsecTransformSet(edge, 'other', { encryption: 'des', integrity: 'sha256' });
tw.Rules.waive(edge, 'TW-REF-003', { reason: 'for next week', until: '2099-12-31' });`,
  );
  const json = await lint({ app: weak, json: true });
  const { findings } = JSON.parse(json.out) as {
    findings: readonly (Finding & { readonly message: string; readonly places: readonly Finding[] })[];
  };
  const paths = Array.from({ length: 50 }, (_, i) => `net/edge/set${i + 1}`);
  expect(findings.map(({ rule, path, places }) => [rule, path, places.map((each) => each.path)])).toEqual([
    ['TW-IKE-004', 'net/edge/set1', paths],
    ['TW-IKE-004', 'net/edge/other', ['net/edge/other']],
  ]);
  expect(findings[0]!.places.every(({ line }) => line === findings[0]!.line)).toBe(true);

  const terminal = await lint({ app: weak });
  expect(terminal.out.split('\n')).toEqual(
    expect.arrayContaining([
      '50 places',
      expect.stringMatching(/^ {6}net\/edge\/set5 {2}/),
      '      and 45 more: --json lists all of them',
      expect.stringMatching(/^0 errors, 2 warnings, 0 notes, 51 waived/),
    ]),
  );
  expect(terminal.out).not.toContain('      net/edge/set6 ');

  const log = JSON.parse((await lint({ app: weak, sarif: true })).out) as Sarif;
  expect(demands(log)).toEqual([]);
  const weakOnes = log.runs[0]!.results.filter(({ ruleId }) => ruleId === 'TW-IKE-004');
  expect(weakOnes.map(({ locations }) => locations.length)).toEqual([50, 1]);
});

test('what cannot be read is told with the findings', async () => {
  const wrong = program(
    { ...nobody, room: mkdtempSync(join(tmpdir(), 'tunnelwright-')) },
    "new tw.IkeV2Proposal(edge, 'p', {} as never);",
  );
  const ran = await lint({ app: wrong, json: true });
  expect(ran.code).toBe(1);
  const { findings } = JSON.parse(ran.out) as { findings: readonly Finding[] };
  expect(findings.map(({ rule, path }) => [rule, path])).toEqual([
    ['prop.invalid', 'net/edge/p'],
    ['prop.invalid', 'net/edge/p'],
  ]);
});

test('of configuration files: lines of the file, both ends of a tunnel, another pack', async () => {
  const config = (own: string, peer: string, address: string, group: number): string =>
    [
      'version 17.9',
      'interface GigabitEthernet0/0',
      ` ip address ${own} 255.255.255.0`,
      'crypto ikev2 keyring K',
      ' peer P',
      `  address ${peer}`,
      '  pre-shared-key hunter2',
      'crypto ikev2 profile P',
      ` match identity remote address ${peer} 255.255.255.255`,
      ' authentication remote pre-share',
      ' authentication local pre-share',
      ' keyring local K',
      'crypto ipsec transform-set T esp-gcm 256',
      'crypto ipsec profile P',
      ' set transform-set T',
      ` set pfs group${group}`,
      ' set ikev2-profile P',
      'interface Tunnel0',
      ` ip address ${address} 255.255.255.252`,
      ' tunnel source GigabitEthernet0/0',
      ' tunnel mode ipsec ipv4',
      ` tunnel destination ${peer}`,
      ' tunnel protection ipsec profile P',
      'end',
      '',
    ].join('\n');
  const write = (name: string, text: string): string => {
    writeFileSync(join(room, name), `hostname ${name}\n${text}`);
    return join(room, name);
  };
  const files = [
    write('mumbai', config('198.51.100.10', '203.0.113.93', '10.58.1.1', 19)),
    write('pune', config('203.0.113.93', '198.51.100.10', '10.58.1.2', 20)),
  ];
  const both = await lint({ platform: 'ios-xe', json: true }, ...files);
  const { findings } = JSON.parse(both.out) as { findings: readonly Finding[] };
  expect(both.code).toBe(1);
  expect(findings.map(({ rule, path, file: at, line }) => [rule, path, at, line])).toEqual([
    ['TW-END-004', 'mumbai/tunnel-interface/Tunnel0', files[0], 19],
  ]);
  expect(both.out).not.toContain('hunter2');

  const alone = await lint({ platform: 'ios-xe' }, files[0]!);
  expect([alone.code, alone.out]).toEqual([0, 'No findings.\n']);
  const guided = await lint({ platform: 'ios-xe', pack: ['field-guide'] }, files[0]!);
  expect([guided.code, guided.out]).toEqual([1, expect.stringContaining('TW-IPSEC-003  says no lifetime')]);
});

test('files of several platforms are told by their lines, and both ends of a tunnel between them are compared', async () => {
  const write = (name: string, ...lines: readonly string[]): string => {
    writeFileSync(join(room, name), `${lines.join('\n')}\n`);
    return join(room, name);
  };
  const [router, firewall] = [
    write(
      'branch.cfg',
      'version 17.9',
      'hostname branch',
      'interface Tunnel0',
      ' ip address 10.58.1.1 255.255.255.252',
      ' tunnel source 198.51.100.10',
      ' tunnel mode ipsec ipv4',
      ' tunnel destination 203.0.113.93',
      ' tunnel protection ipsec profile P',
      'crypto ikev2 profile P',
      ' match identity remote address 203.0.113.93 255.255.255.255',
      ' authentication remote rsa-sig',
      ' authentication local rsa-sig',
      'crypto ipsec transform-set T esp-gcm 256',
      'crypto ipsec profile P',
      ' set transform-set T',
      ' set pfs group19',
      ' set ikev2-profile P',
      'end',
    ),
    write(
      'asa.cfg',
      'ASA Version 9.18(4)',
      'hostname asa',
      'interface GigabitEthernet0/0',
      ' nameif outside',
      ' ip address 203.0.113.93 255.255.255.0',
      'interface Tunnel1',
      ' nameif vti',
      ' ip address 10.58.1.2 255.255.255.252',
      ' tunnel source interface outside',
      ' tunnel destination 198.51.100.10',
      ' tunnel mode ipsec ipv4',
      ' tunnel protection ipsec profile P',
      'crypto ipsec ikev2 ipsec-proposal T',
      ' protocol esp encryption aes-gcm-256',
      ' protocol esp integrity null',
      'crypto ipsec profile P',
      ' set ikev2 ipsec-proposal T',
      ' set pfs group20',
      'tunnel-group 198.51.100.10 type ipsec-l2l',
      'tunnel-group 198.51.100.10 ipsec-attributes',
      ' ikev2 remote-authentication certificate',
    ),
  ];
  const { out } = await lint({ json: true }, router, firewall);
  const { findings } = JSON.parse(out) as { findings: readonly Finding[] };
  expect(findings.filter(({ rule }) => rule.startsWith('TW-END')).map(({ rule, path }) => [rule, path])).toEqual([
    ['TW-END-003', 'branch/tunnel-interface/Tunnel0'],
    ['TW-END-004', 'branch/tunnel-interface/Tunnel0'],
  ]);
  expect((await lint({ platform: 'ios-xe' }, router, firewall)).wrong).toContain('is a configuration of ASA');
});

test('what is asked wrongly is said with its remedy', async () => {
  expect((await lint({}, main)).wrong).toBe(
    `[${main}] is a configuration file of what?\n    → write --platform ios-xe or --platform asa`,
  );
  expect((await lint({ platform: 'fmc' }, main)).wrong).toContain('[fmc] is not a platform with configuration files');
  expect((await lint({ platform: 'ios-xe', pack: ['cnsa'] }, main)).wrong).toContain('[cnsa] is not a rule pack');
  expect((await lint({ pack: ['cnsa-1'] })).wrong).toContain('a program says itself which packs it asks');
  expect((await lint({ platform: 'ios-xe' })).wrong).toContain('give the file too');
});
