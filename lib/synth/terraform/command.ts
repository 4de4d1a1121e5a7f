import type { LocalExecProvisioner } from 'cdktf';
import { createRequire } from 'node:module';
import { extname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { manifestFile } from '../../run/manifest';
import { literal } from './literal';

/** The command of the package that this file is in; from source it is run by tsx. */
const ownCommand = (): readonly string[] => {
  const main = resolve(__dirname, `../../cli/main${extname(__filename)}`);
  return main.endsWith('.ts') ? [createRequire(__filename).resolve('tsx/cli'), main] : [main];
};

const slashes = (path: string): string => (path === '' ? '.' : path.split(sep).join('/'));

/** What runs a command of ours beside Terraform. `directory`: where the stack is when Terraform runs. */
export interface Place {
  readonly directory: string;
  /** Where the program runs: paths that it names are relative to this. */
  readonly project: string;
}

/** By the path that a person would type; a folder outside of the project, as of a synth that is thrown away, by its own. */
const manifestIn = ({ directory, project }: Place): string => {
  const path = relative(project, join(directory, manifestFile));
  const isOutside = path.startsWith('..') || isAbsolute(path);
  return isOutside ? `\${abspath(path.module)}/${manifestFile}` : literal(slashes(path));
};

/**
 * A provisioner that runs our command where the program runs, on the manifest of the stack. It starts no shell, so nothing
 * in a path is read as more than a path, and takes the package that wrote the manifest, which npx might not.
 */
export const provisioner = (
  { directory, project }: Place,
  words: readonly string[],
  when?: 'destroy',
): LocalExecProvisioner => {
  const command = ownCommand().map((path) => slashes(relative(project, path)));
  return {
    type: 'local-exec',
    interpreter: ['node', ...command, ...words, '--manifest'].map(literal),
    command: manifestIn({ directory, project }),
    workingDir: `\${path.module}/${literal(slashes(relative(directory, project)))}`,
    environment: { TUNNELWRIGHT_STARTED_BY: 'terraform' },
    ...(when === undefined ? {} : { when }),
  };
};
