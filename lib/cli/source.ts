import { createRequire } from 'node:module';
import { matcherOf } from '../kernel/pattern';
import { fail, problem, ProblemError } from '../kernel/problem';
import { keptInVariable } from '../run/kept-in';
import type * as manifestFile from '../run/manifest';
import type { Manifest } from '../run/manifest';
import type * as targetFile from '../run/target';
import type { TargetJob } from '../run/target';
import { runApp } from './app';
import { inFreshDirectory } from './fresh-directory';
import type * as labOverlay from './lab-overlay';
import type { CommonOptions } from './options';

/** While the program runs there is time to load what reads its manifests. */
const load = createRequire(__filename);
const manifestFiles = (): typeof manifestFile => load('../run/manifest') as typeof manifestFile;
const targets = (): typeof targetFile => load('../run/target') as typeof targetFile;

/** What becomes of a directory that a program has written. */
interface Keeping {
  /** An absolute path. */
  readonly keptIn: string;
  readonly keep: (directory: string) => void;
}

/**
 * Runs the program, which writes its manifests into a directory that is new and of this command alone: what an earlier
 * program left, and what another command writes at the same time, is not read. `keptIn`: where `keep` copies it to, which
 * the program is told, since Terraform's file says where it lies.
 */
export const synthesise = (
  app: string | undefined,
  { keptIn, keep }: Keeping = { keptIn: '', keep: () => undefined },
): Promise<readonly Manifest[]> =>
  inFreshDirectory(async (directory) => {
    const running = runApp(app, { CDKTF_OUTDIR: directory, [keptInVariable]: keptIn });
    const { readManifests } = manifestFiles();
    const words = await running;
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
  options.manifest === undefined ? synthesise(options.app) : manifestFiles().readManifests(options.manifest);

/** The targets that a command works on. */
export const worksOf = async (options: CommonOptions): Promise<readonly TargetJob[]> =>
  chosen(await manifestsOf(options), options);

/** `edge`, `stack/edge`, and `*` for any letters: `spoke-*`, `india/*`. */
const matches = (pattern: string): ((work: TargetJob) => boolean) => {
  const isLike = matcherOf(pattern);
  return (work) => isLike(pattern.includes('/') ? targets().ledgerName(work) : work.target.id);
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
  const all = manifests.flatMap(targets().jobsIn);
  const chosenOnes = picked(all, options.target);
  if (options.lab === undefined) return chosenOnes;
  return (load('./lab-overlay') as typeof labOverlay).overlay(chosenOnes, options.lab);
};
