/**
 * A whole running-config in which one line is cut, doubled, masked or replaced by noise: either it is refused, or what it
 * plans touches nothing that is not ours. Over all lines of configurations of our own, and of real devices where those are
 * present. MUTATIONS=all tries every line of each; without it a sample of the lines.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cliDialect } from '../support/cli';
import type { CliStep } from '../../lib/desired/cli/step';
import { lowerCli } from '../../lib/desired/cli/lower';
import type { Section } from '../../lib/desired/cli/section';
import type { Desired } from '../../lib/desired/item';
import type { Node } from '../../lib/desired/cli/tree';
import { ProblemError } from '../../lib/kernel/problem';
import type { Resource } from '../../lib/model/network';
import { nouns, type Kind } from '../../lib/model/nouns';
import { otherSecret } from '../../lib/model/secret';
import { movedBetween } from '../../lib/engine/cli/compare';
import type { Witness } from '../../lib/engine/cli/whole';
import * as asaText from '../../lib/platforms/asa/normalize';
import { grammarOf as asaGrammar } from '../../lib/platforms/asa/grammar';
import { inspect as inspectAsa } from '../../lib/platforms/asa/inspect';
import { grammarOf as iosxeGrammar } from '../../lib/platforms/iosxe/grammar';
import { inspect as inspectRouter } from '../../lib/platforms/iosxe/inspect';
import * as iosxeText from '../../lib/platforms/iosxe/normalize';
import { emptyLedger, type Ledger } from '../../lib/plan/ledger';
import { plan, type TargetPlan } from '../../lib/plan/plan';
import { believing } from './support/cli-devices';
import { asaConfig } from './support/asa-config';
import type { CliSyntax } from '../../lib/desired/cli/syntax';
import { syntax as asaSyntax } from '../../lib/platforms/asa/syntax';
import { syntax as iosxeSyntax } from '../../lib/platforms/iosxe/syntax';

interface Kit {
  readonly whole: (text: string, target: string, witness: Witness) => readonly Node[];
  readonly normalize: typeof iosxeText.normalize;
  readonly grammarOf: typeof iosxeGrammar;
  readonly syntax: CliSyntax;
  readonly inspect: typeof inspectRouter;
  readonly begins: RegExp;
  readonly end: string;
}
const router: Kit = {
  whole: iosxeText.wholeConfigurationOf,
  normalize: iosxeText.normalize,
  grammarOf: iosxeGrammar,
  syntax: iosxeSyntax,
  inspect: inspectRouter,
  begins: /^version \d/,
  end: 'end',
};
const firewall: Kit = {
  whole: asaText.wholeConfigurationOf,
  normalize: asaText.normalize,
  grammarOf: asaGrammar,
  syntax: asaSyntax,
  inspect: inspectAsa,
  begins: /^: Saved|^ASA Version/,
  end: ': end',
};

const samples = join(__dirname, '../../../shared/samples');
if (!existsSync(samples)) console.log(`skipped: configurations of real devices: ${samples} is not present`);
const filesIn = (directory: string): readonly string[] =>
  existsSync(directory)
    ? readdirSync(directory)
        .filter((name) => /\.(cfg|config|ios)$/.test(name))
        .map((name) => join(directory, name))
    : [];
const texts: readonly (readonly [string, Kit, string])[] = [
  ...[join(__dirname, '../fixtures/running-config'), join(samples, 'running-config'), join(samples, 'synthetic')]
    .flatMap(filesIn)
    .map((file) => [file.split('/').pop()!, readFileSync(file, 'utf8')] as const)
    .map(([name, text]) => [name, name.startsWith('asa-') ? firewall : router, text] as const),
  ['an ASA of our own', firewall, asaConfig],
];

/** What the device prints, without what a terminal shows around it. A type-6 key with `^C` in it is added. */
const shownBy = ({ begins, end }: Kit, text: string): readonly string[] => {
  const lines = text.replaceAll('\r', '').split('\n');
  const start = lines.findIndex((line) => begins.test(line));
  return lines.slice(start, lines.findLastIndex((line) => line.trimEnd() === end) + 1);
};

const declared = (value: unknown): unknown => {
  if (value === otherSecret) return { secret: 'env', name: 'DUMP' };
  if (Array.isArray(value)) return value.map(declared);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, declared(member)]));
};

/** All of the device that can be declared, as a program would write it. */
const desiredOf = (kit: Kit, text: string): Desired<Section> => {
  const resources = kit.inspect(text).nouns.flatMap(({ kind, name, props }): readonly Resource[] => {
    const parsed = nouns[kind as Kind].schema.safeParse(declared({ name, ...props }));
    return parsed.success ? [{ kind: kind as Kind, name, path: `dump/${name}`, noun: parsed.data }] : [];
  });
  // What the platform refuses to write is left out: it is said of the whole, and the rest is tried.
  const refused = new Set(lowerCli(resources, kit.grammarOf, 'it', kit.syntax).problems.map(({ path }) => path));
  const { desired, problems } = lowerCli(
    resources.filter(({ path }) => !refused.has(path)),
    kit.grammarOf,
    'it',
    kit.syntax,
  );
  expect(problems).toEqual([]);
  return desired;
};

interface World {
  readonly roots: readonly Node[];
  readonly plan: TargetPlan<Section, CliStep>;
}
type Outcome = World | 'refused';

/** Every second object is ours; of the others the same is declared, so that each of their names is taken. */
const worldOf = (kit: Kit, lines: readonly string[]) => {
  const text = lines.join('\n');
  const desired = desiredOf(kit, text);
  const hostname = /^hostname (\S+)/m.exec(text)![1]!;
  const [, major, minor] = /^(?:ASA Version|version) (\d+)\.(\d+)/m.exec(text)!;
  const witness = { name: hostname, version: `Version ${major}.${minor}` };
  const wanted = new Map(desired.items.map(({ content }) => [cliDialect.identity(content), content]));
  const owned = desired.items.filter((_item, at) => at % 2 === 0);
  const ledger: Ledger<Section> = {
    ...emptyLedger('edge'),
    entries: owned.map((item) => ({ ...item, state: 'owned' as const })),
  };
  const look = (shown: string): Outcome => {
    try {
      const roots = kit.whole(shown, 'edge', witness);
      const live = kit.normalize(roots, believing, (header) => wanted.get(header));
      const input = {
        target: 'edge',
        desired,
        live,
        ledger,
        dialect: cliDialect,
        adopt: false,
        unfinished: [],
        warnings: [],
      };
      return { roots, plan: plan<Section, CliStep>(input) };
    } catch (error) {
      if (error instanceof ProblemError) return 'refused';
      throw error;
    }
  };
  return { look, ours: new Set(owned.map(({ address }) => address)), items: desired.items.length };
};

/** What of a plan would be typed at objects that are not ours; nothing at all is where it is refused as a whole. */
const touching = (planned: TargetPlan<Section, CliStep>, ours: ReadonlySet<string>): readonly string[] =>
  planned.changes
    .filter(
      ({ action, address, steps }) => action !== 'none' && action !== 'adopt' && steps.length > 0 && !ours.has(address),
    )
    .map(({ action, address }) => `${action} ${address}`);

const noise = [
  '*Mar  1 00:00:00.000: %SYS-5-CONFIG_I: Configured from console by lab on vty0',
  '#####',
  'banner motd ^C',
  ' ^C',
  'end',
  'edge#',
  'crypto ikev2 profile NOISE',
  'no crypto ikev2 keyring X',
];
type Mutation = (lines: readonly string[], at: number) => readonly string[];
const mutations: Readonly<Record<string, Mutation>> = {
  cut: (lines, at) => lines.toSpliced(at, 1),
  doubled: (lines, at) => lines.toSpliced(at, 0, lines[at]!),
  masked: (lines, at) => lines.with(at, lines[at]!.replace(/\S/g, '*')),
  'masked behind its first word': (lines, at) => lines.with(at, lines[at]!.replace(/(?<=^\s*\S+ ).*$/, '*****')),
  'without its indent': (lines, at) => lines.with(at, lines[at]!.trimStart()),
  'replaced by noise': (lines, at) => lines.with(at, noise[at % noise.length]!),
};

/** How many lines of each configuration are tried with each mutation; `all` for every one. */
const many = process.env['MUTATIONS'] ?? '8';
const tried = (lines: readonly string[], mutation: number): readonly number[] => {
  if (many === 'all') return lines.map((_line, at) => at);
  const step = Math.max(1, Math.floor(lines.length / Number(many)));
  return lines.map((_line, at) => at).filter((at) => at % step === (mutation * 3) % step);
};

describe.each(texts)('%s', (_name, kit, text) => {
  const lines = shownBy(kit, text);
  const world = worldOf(kit, lines);
  const truth = world.look(lines.join('\n')) as World;

  test('is proven whole, and many of its objects are tried', () => {
    expect(truth).not.toBe('refused');
    expect(world.items).toBeGreaterThan(3);
    expect(truth.plan.blocked.length).toBeGreaterThan(0);
  });

  test.each(Object.entries(mutations))('a line that is %s changes nothing that is not ours', (how, mutate) => {
    const before = new Set(touching(truth.plan, world.ours));
    const harmed: string[] = [];
    for (const at of tried(lines, Object.keys(mutations).indexOf(how))) {
      const seen = world.look(mutate(lines, at).join('\n'));
      if (seen === 'refused') continue;
      const more = touching(seen.plan, world.ours).filter((change) => !before.has(change));
      // An apply reads once more before it types, and types only where both readings say the same.
      if (more.length > 0 && movedBetween(seen.roots, truth.roots).length === 0)
        harmed.push(`${at + 1} \`${lines[at]}\`: ${more.join(', ')}`);
    }
    expect(harmed).toEqual([]);
  });
});
