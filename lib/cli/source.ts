import { existsSync } from 'node:fs';
import { z } from 'zod';
import { fail, problem, ProblemError } from '../kernel/problem';
import { readJson } from '../run/host-io';
import { readManifests, type Manifest } from '../run/manifest';
import { jobsIn, ledgerName, type TargetJob } from '../run/target';
import { inFreshDirectory } from './fresh-directory';
import { overlay } from './lab-overlay';
import type { CommonOptions } from './options';
import { runProgram } from './program';

const projectFile = z.looseObject({ app: z.string().optional() });

/** The program of the project: `app` of the cdktf.json here. */
const declaredApp = (): string => {
  if (!existsSync('cdktf.json'))
    return fail(
      'app.missing',
      'cdktf.json',
      'there is none here, so there is no program to run',
      'give --app main.ts, or --manifest for a manifest that is written already',
    );
  const project = projectFile.safeParse(
    readJson('cdktf.json', 'app.corrupt', 'correct it: { "app": "npx tsx main.ts" }'),
  );
  return project.data?.app ?? fail('app.missing', 'cdktf.json', 'names no app', 'add "app": "npx tsx main.ts"');
};

/** Runs the program with these variables besides. What it says goes to standard error. Gives its last words. */
export const runApp = (app: string | undefined, variables: Readonly<Record<string, string>>): Promise<string> =>
  runProgram(app ?? declaredApp(), variables);

/**
 * Runs the program, which writes its manifests into a directory that is new and of this command alone: what an earlier
 * program left, and what another command writes at the same time, is not read. `keep` is given the directory.
 */
export const synthesise = (
  app: string | undefined,
  keep: (directory: string) => void = () => undefined,
): Promise<readonly Manifest[]> =>
  inFreshDirectory(async (directory) => {
    const words = await runApp(app, { CDKTF_OUTDIR: directory });
    const manifests = readManifests(directory, true);
    if (manifests.length === 0)
      return fail(
        'app.empty',
        app ?? 'cdktf.json',
        `the program ended with 0 and wrote no manifest${words === '' ? '' : `; its last words: ${words}`}`,
        'declare a VpnStack, call app.synth() at the end, and give the App no outdir of its own',
      );
    keep(directory);
    return manifests;
  });

/** The manifests that a command works on: those given, or those that the program writes. */
export const manifestsOf = async (options: Pick<CommonOptions, 'manifest' | 'app'>): Promise<readonly Manifest[]> =>
  options.manifest === undefined ? synthesise(options.app) : readManifests(options.manifest);

/** The targets that a command works on. */
export const worksOf = async (options: CommonOptions): Promise<readonly TargetJob[]> =>
  chosen(await manifestsOf(options), options);

/** `edge`, `stack/edge`, and `*` for any letters: `spoke-*`, `india/*`. */
const matches = (pattern: string): ((work: TargetJob) => boolean) => {
  const text = pattern.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '.*');
  const whole = new RegExp(`^${text}$`, 'u');
  return (work) => whole.test(pattern.includes('/') ? ledgerName(work) : work.target.id);
};

/** Those of these targets; all where none is named. */
export const picked = (all: readonly TargetJob[], target: readonly string[] | undefined): readonly TargetJob[] => {
  const unknown = (target ?? []).filter((pattern) => !all.some(matches(pattern)));
  if (unknown.length > 0)
    throw new ProblemError(
      unknown.map((id) =>
        problem(
          'target.unknown',
          id,
          'is not a target of this program',
          `it has: ${all.map((w) => w.target.id).join(', ')}`,
        ),
      ),
    );
  return target === undefined ? all : all.filter((work) => target.some((pattern) => matches(pattern)(work)));
};

export const chosen = (
  manifests: readonly Manifest[],
  options: Pick<CommonOptions, 'target' | 'lab'>,
): readonly TargetJob[] => {
  const all = manifests.flatMap(jobsIn);
  const chosenOnes = picked(all, options.target);
  return options.lab === undefined ? chosenOnes : overlay(chosenOnes, options.lab);
};
