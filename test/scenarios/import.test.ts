import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { compileFunction } from 'node:vm';
import { transformSync } from '@swc/core';
import ts from 'typescript';
import { boot as bootAsa } from '../../lib/lab/devices/asa/boot';
import { printConfig as printAsa } from '../../lib/lab/devices/asa/config';
import { boot as bootRouter } from '../../lib/lab/devices/iosxe/boot';
import { printConfig as printRouter } from '../../lib/lab/devices/iosxe/show-config';
import type { CliStep } from '../../lib/desired/cli/step';
import type { Section } from '../../lib/desired/cli/section';
import type { Desired } from '../../lib/desired/item';
import { emptyLedger } from '../../lib/plan/ledger';
import { plan } from '../../lib/plan/plan';
import * as asa from '../../lib/platforms/asa/normalize';
import * as iosxe from '../../lib/platforms/iosxe/normalize';
import * as tunnelwright from '../../constructs';
import { cliDialect } from '../support/cli';
import { tw } from '../support/command';

const fixtures = join(__dirname, '../fixtures/running-config');
const samples = join(__dirname, '../../../shared/samples');
if (!existsSync(samples)) console.log(`skipped: the samples: ${samples} is not present`);
const filesIn = (directory: string): readonly string[] =>
  existsSync(directory) ? readdirSync(directory).map((name) => join(directory, name)) : [];
const isConfiguration = (file: string): boolean => /\.(cfg|config|ios)$/.test(file);
const all = [fixtures, join(samples, 'running-config'), join(samples, 'synthetic')]
  .flatMap(filesIn)
  .filter(isConfiguration);
const platformOfFile = (file: string): 'asa' | 'ios-xe' => (basename(file).startsWith('asa-') ? 'asa' : 'ios-xe');

const room = mkdtempSync(join(tmpdir(), 'tunnelwright-import-'));
afterAll(() => rmSync(room, { recursive: true, force: true }));
const nobody = { lab: undefined, ledgers: undefined } as unknown as Parameters<typeof tw>[0];
const imported = (file: string, out: string) =>
  tw(nobody, ['import', '--platform', platformOfFile(file), '--release', '17.9', '--out', out, file]);

/** Runs a file of an imported program with the constructs of this repository in the place of the package. */
const load = (file: string): Record<string, unknown> => {
  const options = {
    swcrc: false,
    jsc: { target: 'es2022', parser: { syntax: 'typescript' } },
    module: { type: 'commonjs' },
  } as const;
  const { code } = transformSync(readFileSync(file, 'utf8'), { ...options, filename: file });
  const module = { exports: {} as Record<string, unknown> };
  const outside = createRequire(__filename);
  const required = (name: string): unknown => {
    if (name === 'tunnelwright') return tunnelwright;
    return name.startsWith('.') ? load(join(dirname(file), `${name}.ts`)) : outside(name);
  };
  const run = compileFunction(code, ['module', 'exports', 'require']) as (...parts: readonly unknown[]) => void;
  run(module, module.exports, required);
  return module.exports;
};

type Network = new (scope: tunnelwright.Construct, id: string) => tunnelwright.VpnStack;
const stackOf = (out: string): tunnelwright.VpnStack => {
  const { Network } = load(join(out, 'network.ts')) as { Network: Network };
  return new Network(new tunnelwright.App({ outdir: join(out, 'cdktf.out') }), 'network');
};

/** What the device prints that starts with this configuration. */
const shownBy = (file: string, text: string, release: string): readonly [string, typeof iosxe | typeof asa] => {
  if (platformOfFile(file) === 'asa') return [`${printAsa(bootAsa(text), release, true)}`, asa];
  const lines = text.replaceAll('\r', '').split('\n');
  const start = lines.findIndex((line) => line.startsWith('version '));
  const end = lines.findIndex((line, at) => at > start && line.trimEnd() === 'end');
  return [printRouter(bootRouter(lines.slice(start, end + 1).join('\n')), `${release}.1`), iosxe];
};

describe.each(all.map((file) => [basename(file), file] as const))('%s', (name, file) => {
  const out = join(room, name);

  test('the imported program adopts all that it declares, and changes nothing', async () => {
    const ran = await imported(file, out);
    expect([ran.code, ran.err]).toEqual([0, '']);
    const [target] = stackOf(out).manifest.targets;
    const desired = target!.desired as Desired<Section>;
    const declared = readFileSync(join(out, 'devices', `${target!.id}.ts`), 'utf8').match(/\bnew \w+\(/g)!.length - 1;
    // Beside its objects, blocks that stand empty first where two refer to each other.
    expect(desired.items.filter(({ name: own }) => !own.endsWith(' (empty)'))).toHaveLength(declared);
    expect(declared).toBeGreaterThan(8);
    const { release } = target!.settings as { release: string };
    const [shown, { configurationOf, normalize }] = shownBy(file, readFileSync(file, 'utf8'), release);
    const wanted = new Map(desired.items.map(({ content }) => [cliDialect.identity(content), content]));
    const book = { judge: (marker: string) => marker, reveal: (text: string) => text };
    const live = normalize(configurationOf(shown, 'edge'), book, (header) => wanted.get(header));
    const input = { target: 'edge', desired, live, dialect: cliDialect, unfinished: [], warnings: [] };
    const planned = plan<Section, CliStep>({ ...input, ledger: emptyLedger('edge'), adopt: true });
    const acting = planned.changes.filter(
      ({ action, steps }) => !['adopt', 'none'].includes(action) || steps.length > 0,
    );
    expect(acting.map(({ action, address, steps }) => `${action} ${address}: ${JSON.stringify(steps)}`)).toEqual([]);
    expect(planned.changes).toHaveLength(desired.items.length);
  });

  test('importing again gives the same bytes', async () => {
    const again = await imported(file, `${out}-again`);
    expect(again.code).toBe(0);
    for (const each of ['main.ts', 'network.ts', ...readdirSync(join(out, 'devices')).map((own) => `devices/${own}`)])
      expect(readFileSync(join(`${out}-again`, each), 'utf8')).toBe(readFileSync(join(out, each), 'utf8'));
    const same = await imported(file, out);
    expect([same.code, same.out.match(/^created/m)]).toEqual([0, null]);
  });
});

test('the imported programs compile', () => {
  const files = all.flatMap((file) => [
    join(room, basename(file), 'network.ts'),
    join(room, basename(file), 'main.ts'),
  ]);
  const root = join(__dirname, '../..');
  const program = ts.createProgram(files, {
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    target: ts.ScriptTarget.ES2023,
    lib: ['lib.es2023.d.ts'],
    module: ts.ModuleKind.Node16,
    moduleResolution: ts.ModuleResolutionKind.Node16,
    esModuleInterop: true,
    noUncheckedIndexedAccess: true,
    types: ['node'],
    typeRoots: [join(root, 'node_modules/@types')],
    paths: { tunnelwright: [join(root, 'constructs/index.ts')] },
  });
  const found = ts.getPreEmitDiagnostics(program).map(({ file, messageText }) => {
    const words = ts.flattenDiagnosticMessageText(messageText, '\n');
    return `${file?.fileName ?? ''}: ${words}`;
  });
  expect(found).toEqual([]);
}, 300_000);

const router = (name: string, key: string): string =>
  [
    'version 17.9',
    `hostname ${name}`,
    'crypto ikev2 keyring class',
    ' peer b-1',
    '  address 192.0.2.9',
    `  pre-shared-key ${key}`,
    ' !',
    'crypto ikev2 profile class',
    ' match identity remote address 192.0.2.9 255.255.255.255',
    ' authentication remote pre-share',
    ' authentication local pre-share',
    ' keyring local class',
    'end',
    '',
  ].join('\n');

test('several devices have a file each, names that are words of the language are none of variables, no key is repeated', async () => {
  const files = ['a', 'b'].map((name) => {
    const file = join(room, `${name}.cfg`);
    writeFileSync(file, router(`edge-${name}`, 'Tr0ub4dor-key'));
    return file;
  });
  const out = join(room, 'two');
  const ran = await tw(nobody, ['import', '--platform', 'ios-xe', '--out', out, ...files]);
  expect([ran.code, ran.err]).toEqual([0, '']);
  expect(ran.out).toContain('EDGE_A_CLASS_B_1_KEY');
  const text = readFileSync(join(out, 'devices/edge-b.ts'), 'utf8');
  expect(text).toContain(
    "const ikeV2KeyringClass = new IkeV2Keyring(edgeB, 'class-ikev2-keyring', {\n    name: 'class',",
  );
  expect(text).toContain("key: Secret.fromEnv('EDGE_B_CLASS_B_1_KEY')");
  expect(text).toContain('keyring: ikeV2KeyringClass,');
  expect(text + ran.out).not.toContain('Tr0ub4dor');
  expect(stackOf(out).manifest.targets.map(({ id }) => id)).toEqual(['edge-a', 'edge-b']);
});

test('a user whose password the device keeps as a hash stays unmanaged: a first plan would set it', async () => {
  const [file, out] = [join(room, 'user.cfg'), join(room, 'user')];
  writeFileSync(
    file,
    `version 17.9\nhostname user\nusername ops privilege 15 secret 9 $9$abc$def\n${router('user', 'one')}`,
  );
  const ran = await imported(file, out);
  expect(ran.code).toBe(0);
  const text = readFileSync(join(out, 'devices/user.ts'), 'utf8');
  expect(text).toContain('// Not managed: local-user ops, line 3: taking it over would type: username ops');
  expect(text).not.toMatch(/new LocalUser|\$9\$/);
});

test('a file that a person changed is not overwritten, and nothing else is written', async () => {
  const out = join(room, 'kept');
  const file = join(room, 'kept.cfg');
  writeFileSync(file, router('kept', 'one'));
  expect((await imported(file, out)).code).toBe(0);
  writeFileSync(join(out, 'network.ts'), '// mine\n');
  rmSync(join(out, 'devices'), { recursive: true });
  const again = await imported(file, out);
  expect([again.code, again.out]).toEqual([1, '']);
  expect(again.err).toContain('network.ts] is there already and says something else. Nothing was written');
  expect(existsSync(join(out, 'devices'))).toBe(false);
  expect(readFileSync(join(out, 'network.ts'), 'utf8')).toBe('// mine\n');
});
