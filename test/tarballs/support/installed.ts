/** Folders outside the repository, into which the packed package is installed. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** The packed package; undefined where npm cannot install anything. */
const packed = process.env['TUNNELWRIGHT_TARBALL'];

/** Tests of what is installed from tarballs. */
export const describeInstalled = (name: string, tests: () => void): void =>
  packed === undefined ? describe.skip(`${name} (the npm registry cannot be reached)`, tests) : describe(name, tests);

/** Where a package is installed: `tunnelwright` of the registry is not there yet. */
export const tarball = packed ?? '';

/** Runs a command and gives what it printed on standard output; one that fails says both streams. */
export const run = (cwd: string, command: string, ...args: readonly string[]): string => {
  try {
    return execFileSync(command, args, {
      cwd,
      stdio: ['ignore', 'pipe', 'pipe'],
      encoding: 'utf8',
      env: environment(),
    });
  } catch (error) {
    const { stdout = '', stderr = '' } = error as { readonly stdout?: string; readonly stderr?: string };
    throw new Error(`${command} ${args.join(' ')}:\n${stdout}${stderr}`);
  }
};

/** Without what npm and jest tell their children: as in a shell of a person. */
export const environment = (): NodeJS.ProcessEnv =>
  Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^(npm_|JEST_|NODE_ENV$|NODE_OPTIONS$|TUNNELWRIGHT_)/i.test(name)),
  );

export const install = (cwd: string, ...packages: readonly string[]): string =>
  run(cwd, 'npm', 'install', '--no-audit', '--no-fund', '--prefer-offline', ...packages);

/** Packs a package of ours into a folder, and gives its tarball. */
export const pack = (source: string, folder: string): string => {
  mkdirSync(folder, { recursive: true });
  run(source, 'npm', 'pack', '--silent', '--pack-destination', folder);
  return join(
    folder,
    readdirSync(folder).find((name) => name.endsWith('.tgz'))!,
  );
};

/** Writes files into a folder, by their paths. */
export const write = (folder: string, files: Readonly<Record<string, string>>): void => {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
};

/** An empty folder outside the repository, which is removed after the tests of the file. */
export const emptyFolder = (name: string): string => {
  const folder = mkdtempSync(join(tmpdir(), `${name}-`));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
};
