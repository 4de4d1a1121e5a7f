import { cpSync, mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { createRequire } from 'node:module';
import { platformOf } from '../../platforms';
import { atFile } from '../../run/host-io';
import type * as manifestFiles from '../../run/manifest';
import { exit } from '../output/exit';
import type * as report from '../output/report';
import { manifestsOf, synthesise } from '../source';
import type * as verdicts from '../output/verdict';

/** The program is started first; what tells its end is loaded while it runs. */
const load = createRequire(__filename);

export interface SynthOptions {
  readonly app?: string;
  readonly manifest?: string;
  readonly out: string;
}

/** Writes manifests and readable files, and says where they are. */
export const synthCommand = async (options: SynthOptions): Promise<number> => {
  // Whole or not at all: what an earlier program wrote stays where this one fails.
  const keep = (directory: string): void =>
    atFile(options.out, () => {
      mkdirSync(options.out, { recursive: true });
      cpSync(directory, options.out, { recursive: true });
    });
  const running =
    options.manifest === undefined
      ? synthesise(options.app, { keptIn: resolve(options.out), keep })
      : manifestsOf(options);
  const { say } = load('../output/report') as typeof report;
  const { verdict } = load('../output/verdict') as typeof verdicts;
  const { manifestFile } = load('../../run/manifest') as typeof manifestFiles;
  const manifests = await running;
  for (const manifest of manifests) {
    const at = (name: string): string => join(options.out, 'stacks', manifest.stack, name);
    say(at(manifestFile));
    for (const target of manifest.targets)
      for (const { suffix } of platformOf(target.platform).artifacts(target.desired)) say(at(`${target.id}${suffix}`));
  }
  const said = verdict(manifests);
  if (said.length > 0) say(...said);
  return exit.clean;
};
