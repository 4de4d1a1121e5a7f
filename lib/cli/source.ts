import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { constants } from 'node:os';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { fail, problem, ProblemError } from '../kernel/problem';
import { readManifests, type Manifest } from '../run/manifest';
import { worksIn, type Work } from '../run/target';
import { interruptedCode, isInterrupt } from './interrupt';
import { overlay } from './lab-overlay';
import type { CommonOptions } from './options';

/** The program of the project: `app` of the cdktf.json here. */
const declaredApp = (): string => {
  if (!existsSync('cdktf.json'))
    return fail(
      'app.missing',
      'cdktf.json',
      'there is none here, so there is no program to run',
      'give --app main.ts, or --manifest for a manifest that is written already',
    );
  const { app } = JSON.parse(readFileSync('cdktf.json', 'utf8')) as { app?: string };
  return app ?? fail('app.missing', 'cdktf.json', 'names no app', 'add "app": "npx tsx main.ts"');
};

/** tsx runs TypeScript without a build; found where this package is installed. */
const tsx = (): string => pathToFileURL(require.resolve('tsx')).href;

const runnable = (
  app: string,
): { readonly file: string; readonly args: readonly string[]; readonly shell: boolean } => {
  // `npx tsx main.ts` ends like a file too; a file may have blanks in its name.
  const isFile = /\.[cm]?[jt]s$/.test(app) && (existsSync(app) || !/\s/.test(app));
  if (isFile && !existsSync(app))
    return fail('app.missing', app, 'there is no such file', 'check the path given to --app');
  if (isFile) return { file: process.execPath, args: ['--import', tsx(), app], shell: false };
  return { file: app, args: [], shell: true };
};

/** A shell ends with 128 and the number of the signal that ended what it ran. */
const signalIn = (status: number | null): string | undefined =>
  Object.entries(constants.signals).find(([, number]) => status === 128 + number)?.[0];

/** Runs the program with these variables besides. Its own words go to standard error as they are. */
export const runApp = (app: string | undefined, variables: Readonly<Record<string, string>>): void => {
  const { file, args, shell } = runnable(app ?? declaredApp());
  const ran = spawnSync(file, args, {
    shell,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, ...variables },
  });
  const signal = ran.signal ?? signalIn(ran.status);
  if (signal !== undefined && isInterrupt(signal))
    return fail(interruptedCode, app ?? 'app', 'interrupted. Nothing was changed');
  if (ran.status !== 0)
    throw new ProblemError(
      ran.status === 1
        ? []
        : [problem('app.failed', app ?? 'app', `ended with ${ran.status ?? ran.signal ?? 'an error'}`)],
    );
};

/** Runs the program; it writes its manifests below `out`. */
export const synthesise = (app: string | undefined, out: string): readonly Manifest[] => {
  runApp(app, { CDKTF_OUTDIR: resolve(out) });
  return readManifests(out);
};

/** The manifests that a command works on: those given, or those that the program writes. */
export const manifestsOf = (options: Pick<CommonOptions, 'manifest' | 'app'>): readonly Manifest[] =>
  options.manifest === undefined ? synthesise(options.app, 'cdktf.out') : readManifests(options.manifest);

/** The targets that a command works on. */
export const worksOf = (options: CommonOptions): readonly Work[] => chosen(manifestsOf(options), options);

/** Those of these targets; all where none is named. */
export const picked = (all: readonly Work[], target: readonly string[] | undefined): readonly Work[] => {
  const unknown = (target ?? []).filter((id) => !all.some((work) => work.target.id === id));
  if (unknown.length > 0)
    throw new ProblemError(
      unknown.map((id) =>
        problem(
          'target.unknown',
          id,
          'is no target of this program',
          `it has: ${all.map((w) => w.target.id).join(', ')}`,
        ),
      ),
    );
  return target === undefined ? all : all.filter((work) => target.includes(work.target.id));
};

export const chosen = (
  manifests: readonly Manifest[],
  options: Pick<CommonOptions, 'target' | 'lab'>,
): readonly Work[] => {
  const all = manifests.flatMap(worksIn);
  const chosenOnes = picked(all, options.target);
  return options.lab === undefined ? chosenOnes : overlay(chosenOnes, options.lab);
};
