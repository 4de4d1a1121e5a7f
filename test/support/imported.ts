import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { compileFunction } from 'node:vm';
import { transformSync } from '@swc/core';
import ts from 'typescript';
import { boot as bootAsa } from '../../lib/lab/devices/asa/boot';
import { printConfig as printAsa } from '../../lib/lab/devices/asa/config';
import { boot as bootRouter } from '../../lib/lab/devices/iosxe/boot';
import { printConfig as printRouter } from '../../lib/lab/devices/iosxe/show-config';
import type { Section } from '../../lib/desired/cli/section';
import type { CliStep } from '../../lib/desired/cli/step';
import type { Desired } from '../../lib/desired/item';
import { emptyLedger } from '../../lib/plan/ledger';
import { plan } from '../../lib/plan/plan';
import * as asa from '../../lib/platforms/asa/normalize';
import * as iosxe from '../../lib/platforms/iosxe/normalize';
import type { Manifest } from '../../lib/run/manifest';
import { withLevelTwo } from '../../lib/cli/importing/level-two';
import { nothingTaken, readingOf, type Reading } from '../../lib/cli/importing/reading';
import { programOf } from '../../lib/import/program/program-text';
import { platformNames } from '../../lib/platforms';
import * as tunnelwright from '../../constructs';
import { cliDialect } from './cli';

export type ImportedPlatform = 'asa' | 'ios-xe';

/** Runs a file of an imported program with the constructs of this repository in the place of the package. */
export const load = (file: string): Record<string, unknown> => {
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
/** The stack of an imported program; what it writes comes into `outdir`. */
export const stackOf = (out: string, outdir = join(out, 'cdktf.out')): tunnelwright.VpnStack => {
  const { Network } = load(join(out, 'network.ts')) as { Network: Network };
  return new Network(new tunnelwright.App({ outdir }), 'network');
};

/** What the device prints that starts with this configuration. */
const shownBy = (
  platform: ImportedPlatform,
  text: string,
  release: string,
): readonly [string, typeof iosxe | typeof asa] => {
  if (platform === 'asa') return [`${printAsa(bootAsa(text), release, true)}`, asa];
  const lines = text.replaceAll('\r', '').split('\n');
  const start = lines.findIndex((line) => line.startsWith('version '));
  const end = lines.findIndex((line, at) => at > start && line.trimEnd() === 'end');
  return [printRouter(bootRouter(lines.slice(start, end + 1).join('\n')), `${release}.1`), iosxe];
};

/** A configuration that is imported. `name`: that of its file. */
export interface GivenConfiguration {
  readonly name: string;
  readonly platform: ImportedPlatform;
  readonly text: string;
}

/** Imports texts as the command imports files, and writes the program below `out`. */
export const importedTexts = async (given: readonly GivenConfiguration[], out: string) => {
  const taken = nothingTaken();
  const readings: Reading[] = [];
  for (const { name, platform, text } of given) {
    const spoken = platformNames().get(platform)!;
    const from = { from: name, platform: spoken.id, text, ...spoken.read!(text) };
    readings.push(await readingOf(from, { release: platform === 'asa' ? '9.18' : '17.9' }, taken));
  }
  const network = await withLevelTwo(readings);
  const files = programOf(network);
  for (const { path, text } of files) {
    mkdirSync(dirname(join(out, path)), { recursive: true });
    writeFileSync(join(out, path), text);
  }
  return { network, readings, textOf: (path: string): string => files.find((file) => file.path === path)!.text };
};

type Target = Manifest['targets'][number];

/**
 * What a plan that adopts would do to a device that starts with a configuration, of the program that was imported of it:
 * the objects that it would adopt, and all else, which should be nothing.
 */
export const planOn = (
  target: Target,
  platform: ImportedPlatform,
  text: string,
): { readonly adopted: readonly string[]; readonly acting: readonly string[] } => {
  const desired = target.desired as Desired<Section>;
  const { release } = target.settings as { release: string };
  const [shown, { configurationOf, normalize }] = shownBy(platform, text, release);
  const wanted = new Map(desired.items.map(({ content }) => [cliDialect.identity(content), content]));
  const book = { judge: (marker: string) => marker, reveal: (each: string) => each };
  const live = normalize(configurationOf(shown, 'edge'), book, (header) => wanted.get(header));
  const input = { target: 'edge', desired, live, dialect: cliDialect, unfinished: [], warnings: [] };
  const { changes } = plan<Section, CliStep>({ ...input, ledger: emptyLedger('edge'), adopt: true });
  const isIdle = ({ action, steps }: (typeof changes)[number]): boolean =>
    ['adopt', 'none'].includes(action) && steps.length === 0;
  return {
    adopted: changes.filter(isIdle).map(({ address }) => address),
    acting: changes
      .filter((change) => !isIdle(change))
      .map(({ action, address, steps }) => `${action} ${address}: ${JSON.stringify(steps)}`),
  };
};

/** The files of an imported program, by path: what of it is written again at each import. */
export const programIn = (out: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    ['main.ts', 'network.ts', ...readdirSync(join(out, 'devices')).map((own) => `devices/${own}`)].map((path) => [
      path,
      readFileSync(join(out, path), 'utf8'),
    ]),
  );

const root = join(__dirname, '../..');

/** What the compiler finds in these files, as strictly as a new project has it. */
export const compilerFindings = (files: readonly string[]): readonly string[] => {
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
    types: ['node', 'jest'],
    typeRoots: [join(root, 'node_modules/@types')],
    paths: {
      tunnelwright: [join(root, 'constructs/index.ts')],
      'tunnelwright/testing': [join(root, 'testing/index.ts')],
    },
  });
  return ts.getPreEmitDiagnostics(program).map(({ file, messageText }) => {
    const words = ts.flattenDiagnosticMessageText(messageText, '\n');
    return `${file?.fileName ?? ''}: ${words}`;
  });
};
