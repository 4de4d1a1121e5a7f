import { join } from 'node:path';
import { groupBy } from '../../kernel/group';
import { stableJson } from '../../kernel/json';
import { plural } from '../../kernel/plural';
import { fail, type Problem } from '../../kernel/problem';
import { lint as findingsIn, packNamed, packNames, allRules } from '../../rules';
import type { ReportedFinding } from '../../rules/engine/check';
import { networkOf } from '../../rules/engine/configuration-files';
import { byFact, type FindingPlace, type PlacedFinding } from '../../rules/engine/places';
import { sarif } from '../../rules/engine/sarif';
import { judge, nothingFound, today, waiverRules, type LintResult, type Lint } from '../../rules/engine/waiver';
import { lintVariable, readLint } from '../../run/lint';
import { readManifests } from '../../run/manifest';
import { inFreshDirectory } from '../fresh-directory';
import { inspected, platformNameOf } from '../configuration-file';
import { ownPackage } from '../own-package';
import { junitLint } from '../output/junit-lint';
import { exit, paint, prose, say } from '../output/report';
import { runApp } from '../app';

export interface LintOptions {
  readonly app?: string;
  readonly manifest?: string;
  readonly platform?: string;
  readonly pack?: readonly string[];
  readonly json?: boolean;
  readonly sarif?: boolean;
  readonly junit?: boolean;
}

/** What is wrong besides findings of rules is shown as they are: each stops synth. */
const asFinding = ({ code, path, message, hint }: Problem): ReportedFinding => ({
  rule: code,
  title: 'What is declared cannot be read or written',
  severity: 'error',
  packs: [],
  path,
  message,
  remedy: hint ?? 'correct it',
});

const merged = (all: readonly Lint[]): Lint => ({
  findings: all.flatMap(({ findings }) => findings),
  waivers: all.flatMap(({ waivers }) => waivers),
});

/** Runs the program for its findings alone; they come also where nothing else can be written. */
const ofProgram = (app: string | undefined): Promise<Lint> =>
  inFreshDirectory(async (directory) => {
    await runApp(app, { CDKTF_OUTDIR: join(directory, 'out'), [lintVariable]: directory });
    const stacks = readLint(directory);
    if (stacks.length === 0)
      return fail('app.empty', app ?? 'cdktf.json', 'declares no VpnStack', 'write one, and app.synth() at the end');
    return merged(
      stacks.map(({ lint, faults }) => ({ ...lint, findings: [...faults.map(asFinding), ...lint.findings] })),
    );
  });

const ofFiles = (files: readonly string[], platform: string | undefined, added: readonly string[]): Lint => {
  const unknown = added.find((name) => packNamed(name) === undefined);
  if (unknown !== undefined)
    return fail('pack.unknown', unknown, 'is not a rule pack', `write one of: ${packNames.join(', ')}`);
  const read = files.map((file) => {
    const { platform: id, inspection } = inspected(file, platform ?? platformNameOf(file));
    return { file, platform: id, inspection };
  });
  const { network, placeOf } = networkOf(read);
  const packs = added.map((name) => ({ pack: packNamed(name)!, within: '' }));
  return { findings: findingsIn(network, packs, placeOf), waivers: [] };
};

const lintOf = async (files: readonly string[], options: LintOptions): Promise<Lint> => {
  const { platform, pack = [], manifest, app } = options;
  if (files.length > 0) return ofFiles(files, platform, pack);
  if (pack.length > 0)
    return fail(
      'pack.program',
      pack[0]!,
      'a program says itself which packs it asks',
      "write Aspects.of(stack).add(new RulePack('…')) in it; --pack is for configuration files",
    );
  if (platform !== undefined)
    return fail('file.missing', platform, '--platform is for a configuration file', 'give the file too');
  return manifest === undefined ? ofProgram(app) : merged(readManifests(manifest).map((m) => m.lint ?? nothingFound));
};

const tints = { error: paint.remove, warning: paint.warn, note: paint.faint } as const;
const at = ({ file, line }: { readonly file?: string; readonly line?: number }): string =>
  file === undefined ? '' : `  ${paint.faint(line === undefined ? file : `${file}:${line}`)}`;

/** Places of one fact that a terminal shows; `--json` lists them all. */
const shownPlaces = 5;

const showOne = ({ severity, rule, message, remedy }: PlacedFinding): void =>
  say(
    prose(`  ${severity.padEnd(7)} ${rule}  ${message}`).replace(severity, tints[severity]),
    prose(`      → ${remedy}`),
  );

const showSeveral = (found: PlacedFinding): void => {
  const { places } = found;
  say(paint.strong(`${places.length} places`));
  showOne(found);
  for (const place of places.slice(0, shownPlaces)) say(`      ${place.path}${at(place)}`);
  if (places.length > shownPlaces) say(`      and ${places.length - shownPlaces} more: --json lists all of them`);
  say('');
};

const showFindings = (facts: readonly PlacedFinding[]): void => {
  const alone = facts.filter(({ places }) => places.length === 1);
  for (const [path, found] of groupBy(alone, (each) => each.path)) {
    say(`${paint.strong(path)}${at(found[0]!)}`);
    found.forEach(showOne);
    say('');
  }
  facts.filter(({ places }) => places.length > 1).forEach(showSeveral);
};

const show = ({ counted, waived }: LintResult): void => {
  const facts = byFact(counted);
  showFindings(facts);
  for (const { found, waiver } of waived)
    say(
      `${paint.faint('waived')}  ${found.rule}  [${found.path}] ${found.message}`,
      `      until ${waiver.until}: ${waiver.reason}`,
    );
  if (waived.length > 0) say('');
  const of = (severity: ReportedFinding['severity']): number =>
    facts.filter((found) => found.severity === severity).length;
  say(
    facts.length === 0
      ? `No findings${waived.length > 0 ? `, ${waived.length} waived` : ''}.`
      : `${[plural(of('error'), 'error'), plural(of('warning'), 'warning'), plural(of('note'), 'note'), `${waived.length} waived`].join(', ')}. What a rule is for: docs/rules.md`,
  );
};

const placed = ({ path, file, line }: FindingPlace): object => ({ path, file: file ?? null, line: line ?? null });

const plainJson = ({ counted, waived }: LintResult): object => {
  const finding = ({ rule, severity, message, remedy, packs, ...place }: ReportedFinding): object => ({
    rule,
    severity,
    ...placed(place),
    message,
    remedy,
    packs,
  });
  return {
    findings: byFact(counted).map((found) => ({ ...finding(found), places: found.places.map(placed) })),
    waived: waived.map(({ found, waiver }) => ({
      ...finding(found),
      reason: waiver.reason,
      until: waiver.until,
    })),
  };
};

export const lintExit = ({ counted }: LintResult): number => {
  if (counted.some(({ severity }) => severity === 'error')) return exit.error;
  return counted.some(({ severity }) => severity === 'warning') ? exit.changes : exit.clean;
};

/** Shows what the rules find in a program, a manifest, or configuration files. Nothing is read from devices. */
export const lintCommand = async (files: readonly string[], options: LintOptions): Promise<number> => {
  const forms = (['json', 'sarif', 'junit'] as const).filter((form) => options[form]);
  if (forms.length > 1)
    return fail(
      'form.several',
      forms.map((form) => `--${form}`).join(' '),
      'standard output takes one form',
      'give one',
    );
  const judged = judge(await lintOf(files, options), today());
  if (options.sarif)
    say(stableJson(sarif(judged, [...allRules(), ...Object.values(waiverRules)], ownPackage().version), 2));
  else if (options.junit) say(junitLint(judged).trimEnd());
  else if (options.json) say(stableJson(plainJson(judged), 2));
  else show(judged);
  return lintExit(judged);
};
