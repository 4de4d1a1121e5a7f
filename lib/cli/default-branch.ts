import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const git = (cwd: string, ...words: readonly string[]): string | undefined => {
  const { status, stdout } = spawnSync('git', words, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  const said = status === 0 ? stdout.trim() : '';
  return said === '' ? undefined : said;
};

/** Names that need no quotes in YAML, and are no pattern. */
const plain = /^[A-Za-z][\w./-]*$/;

/**
 * The branch that a forge is to take as the default of the repository in a directory: that of its origin, else the one
 * that is checked out, else the one that git is told to begin with, else `main`.
 */
export const defaultBranch = (directory: string): string => {
  const at = existsSync(directory) ? directory : '.';
  const ofOrigin = git(at, 'symbolic-ref', '--short', 'refs/remotes/origin/HEAD')?.replace(/^origin\//, '');
  const name = ofOrigin ?? git(at, 'symbolic-ref', '--short', 'HEAD') ?? git(at, 'config', 'init.defaultBranch');
  return name !== undefined && plain.test(name) ? name : 'main';
};
