import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { IkeV2Proposal, IpsecTransformSet, NtpServers, type IosXeRouter } from 'tunnelwright';
import type { Kind } from '../../../lib/model/nouns';
import { excerptsOf, fragmentsOf } from '../../../scripts/excerpt';
import { inStack, on, piecesOf, type Example } from '../../../scripts/api/example';
import { examples } from '../../../scripts/api/examples';
import { faultsOf, shownPieces } from '../../../scripts/api/shown';
import { runsOf } from '../../../scripts/api/written';

const root = join(__dirname, '../../..');
const all = examples as Readonly<Record<string, Example>>;

/** The kind of each level-1 construct, from the source of the constructs. */
const kinds = new Map(
  ['constructs/generated', 'constructs/custom'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts'))
      .map((file) => readFileSync(join(root, folder, file), 'utf8'))
      .flatMap((text) => [...text.matchAll(/class (\w+)\s+extends (?:DeviceObject|ExistingObject)<'([^']+)'/g)])
      .map(([, name, kind]) => [name!, kind as Kind] as const),
  ),
);
const runsOfAll = (example: Example) => piecesOf(example).flatMap(runsOf);

const pages = readdirSync(join(root, 'docs/api'), { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.md') && !file.endsWith('types.md'))
  .map((file) => file.replace(/^.*[\\/]|\.md$/g, ''));

test('every page of a construct has an example, and every example a page', () => {
  expect(pages.filter((page) => all[page] === undefined)).toEqual([]);
  expect(Object.keys(all).filter((name) => !pages.includes(name))).toEqual([]);
  expect(kinds.size).toBeGreaterThan(90);
  expect([...kinds.keys()].filter((name) => all[name] === undefined)).toEqual([]);
});

test.each(Object.keys(all))('the example of %s can be planned, on each platform that has it', (name) => {
  expect(faultsOf(runsOfAll(all[name]!), kinds.get(name))).toEqual([]);
});

/** Classes that no program names: what stands in an example instead. */
const instead: Readonly<Record<string, string>> = {
  DeviceObject: '.override(',
  ExistingObject: '.fromExisting(',
  FtdDevice: '.ftd(',
  RouterEnd: '.on(edge)',
  AsaEnd: '.on(asa)',
  FtdEnd: '.on(pair)',
  FtdHubPart: '.onHub(pair)',
  FtdSpokePart: '.onSpoke(pune)',
  FlexHub: '.onHub(hub)',
  FlexSpoke: '.onSpoke(pune)',
  DuoSections: '.on(proxy)',
};

test.each(Object.keys(all))('the example of %s is shown as it is written, and names no secret', (name) => {
  const text = shownPieces(name)
    .map(({ excerpt }) => excerpt.text)
    .join('\n');
  expect(text).toContain(instead[name] ?? name);
  expect(text).not.toMatch(/import_\w+|\bexisting\(|\b(?:key|password|secret|skey): '/i);
});

describe('a faulty example is found', () => {
  const faults = (example: Example, kind?: Kind) => faultsOf(runsOfAll(example), kind);
  const gcm = { encryption: ['aes-gcm-256'], group: [19] } as const;

  test('that cannot be planned', () => {
    expect(faults(on('iosxe', (edge) => void new IkeV2Proposal(edge, 'A', { ...gcm })))[0]).toMatch(/^on iosxe: .*prf/);
  });
  test('that leaves a platform out', () => {
    const example = on(['iosxe', 'asa'], (device) => {
      new IpsecTransformSet(device, 'ESP', { encryption: 'aes-gcm-256' });
    });
    expect(faults(example, 'ipsec-transform-set')).toEqual(['it is not shown on FMC, which has it']);
  });
  test('that writes nothing', () => {
    expect(faults(inStack(() => undefined))).toEqual(['on stack: it writes nothing']);
  });
});

test('of the objects of an example only those of the kind are shown', () => {
  const [run] = runsOf(
    on('iosxe', (edge: IosXeRouter) => {
      new NtpServers(edge, 'ntp', { servers: ['192.0.2.123'] });
      new IpsecTransformSet(edge, 'ESP', { encryption: 'aes-gcm-256' });
    }),
  );
  expect(run!.written('ntp-servers').map(({ text }) => text)).toEqual([
    '! mumbai/edge/ntp\nntp server 192.0.2.123\n!\n',
  ]);
  expect(run!.written()[0]!.text).toContain('transform-set ESP');
});

/** A source file for the time of a test. */
const withSource = (text: string, test: (file: string) => void): void => {
  const folder = mkdtempSync(join(tmpdir(), 'tunnelwright-excerpt-'));
  const file = join(folder, 'some.ts');
  writeFileSync(file, text);
  try {
    test(file);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

test('a function is shown without its braces and its indent, with what it imports', () => {
  const source = `import { Login, NtpServers, Secret } from 'tunnelwright';
import { on } from '../example';
export const some = {
  One: [
    on('iosxe', (edge) => {
      // A remark.
      new NtpServers(edge, 'ntp', {
        Login: ['192.0.2.123'],
      });
    }),
    on('asa', (asa) => Secret.fromEnv('KEY')),
  ],
};
`;
  withSource(source, (file) =>
    expect(excerptsOf(file).get('One')).toEqual([
      {
        text: "// A remark.\nnew NtpServers(edge, 'ntp', {\n  Login: ['192.0.2.123'],\n});",
        parameter: 'edge',
        imports: ['NtpServers'],
      },
      { text: "Secret.fromEnv('KEY');", parameter: 'asa', imports: ['Secret'] },
    ]),
  );
});

test('a program that calls a function of its file is shown with it, and with what that uses', () => {
  const source = `const key = Secret.fromEnv('KEY');
const unused = 1;
/** A remark. */
const asking = (n: number) => (stack: VpnStack) => ask(stack, key, n);
export const rules = { 'TW-1': { bad: asking(1), good: (stack) => void stack } };
`;
  withSource(source, (file) => {
    expect(fragmentsOf(file).get('TW-1.bad')).toEqual({
      text: 'asking(1)(stack);',
      helpers: [
        "const key = Secret.fromEnv('KEY');",
        '/** A remark. */\nconst asking = (n: number) => (stack: VpnStack) => ask(stack, key, n);',
      ],
    });
    expect(fragmentsOf(file).get('TW-1.good')).toEqual({ text: 'void stack;', helpers: [] });
  });
});
