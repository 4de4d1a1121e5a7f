/** Before all tests of the packed package: builds and packs it, and asks whether npm can install anything here. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const root = resolve(__dirname, '../../..');
const npm = (...args: readonly string[]): string =>
  execFileSync('npm', args, { cwd: root, stdio: ['ignore', 'pipe', 'inherit'], encoding: 'utf8' });

const newest = (room: string): number =>
  Math.max(
    ...readdirSync(join(root, room), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts'))
      .map((file) => statSync(join(root, room, file)).mtimeMs),
  );

/** `npm run check` has built it already, where that ran before. */
const isBuilt = (): boolean => {
  const built = statSync(join(root, 'dist/testing/index.js'), { throwIfNoEntry: false })?.mtimeMs ?? 0;
  const settings = ['tsconfig.json', 'tsconfig.build.json'].map((file) => statSync(join(root, file)).mtimeMs);
  return Math.max(...settings, ...['lib', 'constructs', 'testing'].map(newest)) < built;
};

const reachable = (): boolean => {
  try {
    npm('ping', '--fetch-retries=1', '--fetch-timeout=10000');
    return true;
  } catch {
    return false;
  }
};

const prepare = (): void => {
  if (!isBuilt()) npm('run', 'build');
  if (!reachable()) {
    process.stdout.write(
      'The npm registry cannot be reached: nothing can be installed, tests of what is installed are skipped.\n',
    );
    return;
  }
  const folder = mkdtempSync(join(tmpdir(), 'tarballs-'));
  npm('pack', '--silent', '--pack-destination', folder);
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  process.env['TUNNELWRIGHT_TARBALL'] = join(folder, readdirSync(folder)[0]!);
};

export default prepare;
