/** A forge of one repository: a bare git remote, and what a service keeps beside it. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What was said to a pull request. */
export interface Comment {
  readonly id: number;
  readonly author: string;
  body: string;
}

/** A pull request, or a merge request. */
export interface Pull {
  readonly number: number;
  readonly branch: string;
  /** Whose branch it is: that of the repository, or of a fork. */
  repository: string;
  /** The commit that it would merge. */
  head: string;
  /** What was said, the oldest first. */
  readonly comments: Comment[];
  /** The commit that it became. */
  merged?: string;
}

export interface Issue {
  readonly number: number;
  readonly title: string;
  readonly labels: readonly string[];
  /** The first is its text. */
  readonly said: string[];
  open: boolean;
}

/** A run of a pipeline, and the files that its jobs kept, by the name of the artifact. */
export interface Run {
  readonly number: number;
  readonly event: string;
  readonly commit: string;
  succeeded: boolean;
  readonly artifacts: Map<string, string>;
}

const identity = ['-c', 'user.name=Engineer', '-c', 'user.email=engineer@example.net'];

/** Says something to a pull request. */
export const comment = ({ number, comments }: Pull, author: string, body: string): void =>
  void comments.push({ id: 100 * number + comments.length, author, body });

export class Forge {
  readonly room = mkdtempSync(join(tmpdir(), 'forge-'));
  readonly remote = join(this.room, 'office-vpn.git');
  readonly pulls: Pull[] = [];
  readonly issues: Issue[] = [];
  readonly runs: Run[] = [];
  private rooms = 0;

  /** `branch`: the name of its default branch. */
  constructor(readonly branch: string) {
    this.git(this.room, 'init', '--quiet', '--bare', '--initial-branch', branch, this.remote);
  }

  git(cwd: string, ...args: readonly string[]): string {
    return execFileSync('git', [...identity, ...args], { cwd, encoding: 'utf8', stdio: 'pipe' }).trim();
  }

  /** A directory that is new. */
  folder(name: string): string {
    const folder = join(this.room, `${++this.rooms}-${name}`);
    mkdirSync(folder);
    return folder;
  }

  /** A clone of a branch, into which another is merged as a forge does it to try a pull request. */
  checkout(name: string, branch = this.branch, into?: string): string {
    const folder = this.folder(name);
    this.git(folder, 'clone', '--quiet', '--branch', into ?? branch, this.remote, '.');
    if (into !== undefined) this.git(folder, 'merge', '--quiet', '--no-ff', '--no-edit', `origin/${branch}`);
    return folder;
  }

  head(branch: string): string {
    return this.git(this.remote, 'rev-parse', branch);
  }

  /** Commits what `change` does to the files of a branch, and asks for its merge. */
  propose(branch: string, change: (folder: string) => void): Pull {
    const folder = this.checkout(branch);
    this.git(folder, 'checkout', '--quiet', '-b', branch);
    change(folder);
    this.git(folder, 'commit', '--quiet', '--all', '--message', branch);
    this.git(folder, 'push', '--quiet', 'origin', branch);
    const pull: Pull = {
      number: this.pulls.length + 1,
      branch,
      repository: 'example/office-vpn',
      head: this.head(branch),
      comments: [],
    };
    this.pulls.push(pull);
    return pull;
  }

  merge(pull: Pull): void {
    const folder = this.checkout('merge', pull.branch, this.branch);
    this.git(folder, 'push', '--quiet', 'origin', this.branch);
    pull.merged = this.head(this.branch);
  }

  close(): void {
    rmSync(this.room, { recursive: true, force: true });
  }
}
