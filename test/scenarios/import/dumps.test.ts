import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cliDialect } from '../../support/cli';
import type { CliStep } from '../../../lib/desired/cli/step';
import { lowerCli } from '../../../lib/desired/cli/lower';
import type { Section } from '../../../lib/desired/cli/section';
import type { Desired } from '../../../lib/desired/item';
import { startRouter } from '../../../lib/lab/devices/iosxe';
import { boot } from '../../../lib/lab/devices/iosxe/boot';
import { printConfig } from '../../../lib/lab/devices/iosxe/show-config';
import type { Resource } from '../../../lib/model/network';
import { nouns, type Kind } from '../../../lib/model/nouns';
import { masked, otherSecret } from '../../../lib/model/secret';
import { wording } from '../../../lib/model/wording';
import { grammarOf } from '../../../lib/platforms/iosxe/grammar';
import { nounOfLine } from '../../../lib/platforms/iosxe/grammar/lookup';
import { inspect } from '../../../lib/platforms/iosxe/inspect';
import { configurationOf, normalize } from '../../../lib/platforms/iosxe/normalize';
import type { Inspection } from '../../../lib/contract/platform';
import { emptyLedger, type Ledger } from '../../../lib/plan/ledger';
import { isEmpty, plan } from '../../../lib/plan/plan';
import { ask } from '../../support/by-hand';
import { tw } from '../../support/command';
import { startRig, type Rig } from '../../support/rig';
import { syntax } from '../../../lib/platforms/iosxe/syntax';

/** Dumps of real devices are others' and stay outside of the repository; two of our own stand in for them. */
const samples = join(__dirname, '../../../../shared/samples/running-config');
const fixtures = join(__dirname, '../../fixtures/running-config');
if (!existsSync(samples)) console.log(`skipped: the dumps of real devices: ${samples} is not present`);
const dumps = [samples, fixtures]
  .filter((directory) => existsSync(directory))
  .flatMap((directory) => readdirSync(directory).map((name) => [name, join(directory, name)] as const));

/** Where a person edited the file after the device had printed it. */
const byHand: Readonly<Record<string, readonly (readonly [string, string])[]>> = {
  'jc05_site-a.ios': [['\ndescription IKEV2-GRE', '\n description IKEV2-GRE']],
};

/** What is read and shown, and what a program does not write. */
const neverDeclared = [
  // It says that AAA is off; a program leaves the construct out.
  /^aaa aaa: newModel: false is not a valid value/,
  // IKEv1 is not part of Tunnelwright.
  /^ipsec-profile \S+: isakmpProfile: IKEv1 is read and never written/,
  // The file that was imported, and its passphrase: the device shows neither.
  /^cert-trustpoint \S+: enrollment\.(content|passphrase): is missing/,
];

/** Lines in a block that has a noun and no field for them. */
const noField: Readonly<Record<string, readonly string[]>> = {
  'ra-hub-17.9.cfg': [
    'log config',
    'logging enable',
    'hidekeys',
    // Of a BGP process: peers by what Bgp says, the rest is kept.
    'bgp log-neighbor-changes',
    'neighbor 10.58.17.2 soft-reconfiguration inbound',
    'address-family ipv4 vrf ENGINEERING',
    'redistribute connected',
  ],
  // What a template has without an address, and what others say on an interface.
  'flex-hub-17.9.cfg': ['no ip address'],
  'zone-branch-16.12.cfg': ['zone-member security INSIDE'],
};

/** From `version` to `end`: without what the terminal showed before and behind. */
const linesOf = (name: string, text: string): readonly string[] => {
  const whole = (byHand[name] ?? []).reduce((all, [was, is]) => all.replace(was, is), text.replaceAll('\r', ''));
  const lines = whole.split('\n');
  const start = lines.findIndex((line) => line.startsWith('version '));
  return lines.slice(start, lines.findIndex((line, at) => at > start && line.trimEnd() === 'end') + 1);
};

/**
 * What two prints of one configuration may differ in: lines of `!` (how many stand between two blocks depends on the
 * subsystems of an image that print nothing) and comments behind it, empty lines, blanks at the end of a line. Not in
 * order, indents, spelling, nor in what is said.
 */
const essence = (lines: readonly string[]): readonly string[] =>
  lines.map((line) => line.trimEnd()).filter((line) => line !== '' && !/^ *!/.test(line));

const release = (lines: readonly string[]): string => `${lines[0]!.split(' ')[1]!.trim()}.1`;

/** What was read, declared: where the device shows a secret, a program refers to one. */
const declared = (value: unknown): unknown => {
  if (value === otherSecret) return { secret: 'env', name: 'DUMP' };
  if (Array.isArray(value)) return value.map(declared);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, declared(member)]));
};

const lowered = ({ nouns: read }: Inspection): { desired: Desired<Section>; refused: readonly string[] } => {
  const refused: string[] = [];
  const resources = read.flatMap(({ kind, name, props }): readonly Resource[] => {
    const parsed = nouns[kind as Kind].schema.safeParse(declared({ name, ...props }), { error: wording });
    if (parsed.success) return [{ kind: kind as Kind, name, path: `dump/${name}`, noun: parsed.data }];
    refused.push(...parsed.error.issues.map(({ path, message }) => `${kind} ${name}: ${path.join('.')}: ${message}`));
    return [];
  });
  const { desired, problems } = lowerCli(resources, grammarOf, 'IOS-XE', syntax);
  expect(problems).toEqual([]);
  return { desired, refused };
};

/** The plan against what a router shows, where its secrets are the declared ones. */
const planned = (shown: string, desired: Desired<Section>, ledger: Ledger<Section>) => {
  const wanted = new Map(desired.items.map(({ content }) => [cliDialect.identity(content), content]));
  const book = { judge: (marker: string) => marker, reveal: (text: string) => text };
  const live = normalize(configurationOf(shown, 'edge'), book, (header) => wanted.get(header));
  const input = { target: 'edge', desired, live, dialect: cliDialect, unfinished: [], warnings: [] };
  return plan<Section, CliStep>({ ...input, ledger, adopt: ledger.entries.length === 0 });
};

/** The ledger of somebody who took all of it over. */
const adopting = ({ items }: Desired<Section>): Ledger<Section> => ({
  ...emptyLedger('edge'),
  entries: items.map((item) => ({ ...item, state: 'owned' })),
});

let rig: Rig;
beforeAll(async () => {
  rig = await startRig();
});
afterAll(() => rig.close());

describe.each(dumps)('%s', (name, file) => {
  const text = readFileSync(file, 'utf8');
  const lines = linesOf(name, text);

  test('is printed back by a router that boots with it', async () => {
    const router = await startRouter({ config: `${lines.join('\n')}\n`, release: release(lines) });
    try {
      const shown = await ask(router, 'show running-config');
      expect(essence(linesOf(name, shown))).toEqual(essence(lines));
      expect(essence(linesOf(name, shown)).length).toBeGreaterThan(90);
    } finally {
      await router.close();
    }
  });

  test('is the same on a terminal with CRLF, and as it was edited by hand', () => {
    const [crlf, plain] = [text.replace(/\r?\n/g, '\r\n'), text].map(inspect);
    expect({ ...crlf, sections: crlf!.sections() }).toEqual({ ...plain, sections: plain!.sections() });
    const raw = linesOf('', text);
    for (const end of ['\n', '\r\n'])
      expect(printConfig(boot(raw.join(end)), release(raw))).toBe(printConfig(boot(lines.join('\n')), release(raw)));
  });

  test('declared as inspect reads it, leaves nothing to do on that router', () => {
    const { desired, refused } = lowered(inspect(text));
    expect(refused.filter((why) => !neverDeclared.some((known) => known.test(why)))).toEqual([]);
    const shown = printConfig(boot(lines.join('\n')), release(lines));
    const adopted = planned(shown, desired, emptyLedger('edge'));
    expect(adopted.changes.filter(({ action }) => !['adopt', 'none'].includes(action))).toEqual([]);
    expect(adopted.changes.flatMap(({ steps }) => steps)).toEqual([]);
    const after = planned(shown, desired, adopting(desired));
    expect(after.changes.filter(({ action }) => action !== 'none')).toEqual([]);
    expect(isEmpty(after)).toBe(true);
    const less = planned(shown.replace(/\n authentication remote .*/, ''), desired, adopting(desired));
    expect(less.changes.flatMap(({ steps }) => steps)).toHaveLength(1);
  });

  test('tw inspect --json accounts for every line of it', async () => {
    const at = join(rig.room, name);
    writeFileSync(at, text);
    const ran = await tw(rig, ['inspect', '--platform', 'ios-xe', '--json', at]);
    expect(ran).toMatchObject({ code: 0, err: '' });
    const read = JSON.parse(ran.out) as Inspection;
    const all = text.split('\n').map((line) => line.replace('\r', ''));
    const start = all.findIndex((line) => line.startsWith('version '));
    const end = all.findIndex((line, i) => i > start && line.trimEnd() === 'end');

    const unknown = new Map([...read.unknown, ...read.unmanaged].map((each) => [each.line, each.text.trim()]));
    for (const [line, words] of unknown) expect(words).toBe(masked(all[line - 1]!.trim()));
    const topOf = (line: number): string => all.slice(0, line).findLast((words) => /^[^\s!]/.test(words)) ?? '';
    // Lines at the top level of one noun may stand apart; what stands between them is not its own.
    const isOwn = (kind: string, line: number): boolean =>
      grammarOf(kind as Kind).form !== 'statements' || nounOfLine(topOf(line))?.kind === kind;
    const inNoun = (line: number): boolean =>
      read.nouns.some(({ kind, lines: [from, to] }) => from <= line && line <= to && isOwn(kind, line));
    const lost = all.flatMap((words, i) => {
      const isConfiguration = i >= start && i < end && !/^\s*(!|$)/.test(words);
      return isConfiguration && !unknown.has(i + 1) && !inNoun(i + 1) ? [`${i + 1}: ${words}`] : [];
    });
    expect(lost).toEqual([]);
    expect([...unknown].filter(([line]) => line <= start || line > end)).toEqual([]);
    const beyond = [...unknown].filter(([line]) => inNoun(line)).map(([, words]) => words);
    expect(beyond).toEqual(noField[name] ?? []);
    const own = all.filter((words, i) => i >= start && i < end && !/^\s*(!|$)/.test(words) && inNoun(i + 1)).length;
    const share = (own - beyond.length) / own;
    console.log(
      `${name}: ${own - beyond.length} of ${own} lines in sections with a noun: ${(share * 100).toFixed(1)} %`,
    );
    expect(share).toBeGreaterThanOrEqual(0.96);
  });
});

test('what is typed later on a router that booted with a dump stands where a device puts it', async () => {
  const lines = linesOf('', readFileSync(join(fixtures, 'branch-17.12.cfg'), 'utf8'));
  const router = await startRouter({ config: lines.join('\n'), release: release(lines) });
  try {
    const refused = router.type(
      'interface Tunnel2',
      'ipv6 address 2001:db8::1/64',
      'exit',
      'ipv6 access-list MANAGEMENT',
      'sequence 15 deny tcp any any',
      'ip access-list standard S',
      '10 deny 10.0.0.0 0.255.255.255',
      'interface GigabitEthernet0/0/1',
      'ip address 192.0.2.1 255.255.255.0',
      'interface GigabitEthernet0/0/0',
      'no ip address',
    );
    expect(refused).toEqual([]);
    const [before, after] = [essence(lines), essence(router.runningConfig().split('\n'))];
    const added = after.filter((line) => !before.includes(line));
    expect(added).toEqual([
      'interface Tunnel2',
      ' ipv6 address 2001:DB8::1/64',
      ' ip address 192.0.2.1 255.255.255.0',
      ' sequence 15 deny tcp any any',
      'ip access-list standard S',
      ' 10 deny   10.0.0.0 0.255.255.255',
    ]);
    const at = (line: string): number => after.indexOf(line);
    expect(at('interface Tunnel1')).toBeLessThan(at('interface Tunnel2'));
    expect(at('interface Tunnel2')).toBeLessThan(at('interface Tunnel66'));
    expect(after[at('interface GigabitEthernet0/0/0') + 2]).toBe(' no ip address');
    expect(router.startupConfig()).not.toContain('Tunnel2\n');
  } finally {
    await router.close();
  }
});
