import { cpSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { platformOf } from '../../platforms';
import { atFile } from '../../run/host-io';
import { manifestFile, readManifests } from '../../run/manifest';
import { exit, say } from '../output/report';
import { synthesise } from '../source';
import { verdict } from '../output/verdict';

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
  const manifests =
    options.manifest === undefined ? await synthesise(options.app, keep) : readManifests(options.manifest);
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
