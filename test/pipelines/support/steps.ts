import { spawn } from 'node:child_process';
import { cpSync, existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { environment, run } from '../../tarballs/support/installed';

/** How a step of a pipeline ended. */
export interface Ended {
  readonly name: string;
  readonly code: number;
  readonly out: string;
  /** Of that, what went to standard output: how far it has come goes to standard error, in an order of its own. */
  readonly printed: string;
}

/** Steps of one job: what they start in the background ends with it. */
export class Shell {
  private readonly groups: number[] = [];

  constructor(
    readonly folder: string,
    private readonly words: readonly string[],
  ) {}

  /** Runs the text of a step as a pipeline does: a script of its own, that ends at the first command which fails. */
  step(name: string, text: string, env: NodeJS.ProcessEnv): Promise<Ended> {
    const script = join(this.folder, '..', `step-${this.groups.length}-${Date.now()}.sh`);
    writeFileSync(script, text);
    return new Promise((done, refuse) => {
      const child = spawn('bash', [...this.words, script], {
        cwd: this.folder,
        detached: true,
        env: { ...environment(), CI: 'true', ...env },
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      this.groups.push(child.pid!);
      let [out, printed] = ['', ''];
      for (const stream of [child.stdout, child.stderr]) stream.on('data', (data: Buffer) => (out += data.toString()));
      child.stdout.on('data', (data: Buffer) => (printed += data.toString()));
      child.on('error', refuse);
      // A step ends when nothing that it started holds its output any more.
      child.on('close', (code) => done({ name, code: code ?? 1, out, printed }));
    });
  }

  end(): void {
    for (const group of this.groups)
      try {
        process.kill(-group, 'SIGTERM');
      } catch {
        // Nothing of it runs any more.
      }
  }
}

/** What the first job installed, which the others link: the lock file is the same. A forge has a cache for that. */
export class Packages {
  /** `from`: where they are installed already. */
  constructor(private from?: string) {}

  install(folder: string, words: readonly string[] = []): void {
    if (this.from === undefined) {
      run(folder, 'npm', 'ci', '--no-audit', '--no-fund', '--prefer-offline', ...words.filter((word) => word !== ''));
      this.from = folder;
    } else if (!existsSync(join(folder, 'node_modules')))
      run(folder, 'cp', '-al', join(this.from, 'node_modules'), 'node_modules');
  }
}

/** Files of a job that outlive it. */
export const keep = (from: string, to: string, file: string): void => cpSync(join(from, file), join(to, file));
