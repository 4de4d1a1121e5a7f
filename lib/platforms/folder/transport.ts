import { sameJson } from '../../kernel/json';
import { problemsOf } from '../../kernel/problem';
import type { FileStep, TextFile } from '../../desired/text/dialect';
import type { TargetSettings } from '../../model/targets';
import { mark, type DeviceIdentity } from '../../contract/identity';
import type { Observation, TunnelState } from '../../contract/observation';
import type { Outcome, Ports, Push, Session } from '../../contract/session';
import { liveText, revealed } from './normalize';

type Target = { readonly id: string; readonly settings: TargetSettings<'folder'> };

type Changes = Push<TextFile, FileStep>['changes'];

/** A folder on this machine. */
class FolderSession implements Session<TextFile, FileStep> {
  /** Without a slash at its end. */
  private readonly folder: string;
  /** What was read last, by name. */
  private last: ReadonlyMap<string, TextFile> = new Map();

  constructor(
    private readonly target: Target,
    private readonly ports: Ports,
  ) {
    this.folder = target.settings.folder.replace(/\/+$/, '');
  }

  /** As declared: a ledger under version control is the same on every machine. */
  async identity(): Promise<DeviceIdentity> {
    return { at: this.folder, verified: true, marks: mark('folder', 'proof', this.folder) };
  }

  async settle(): Promise<void> {}

  async observe(scope: readonly TextFile[]): Promise<Observation<TextFile>> {
    const { files, secrets } = this.ports;
    const read = await Promise.all(
      scope.map(async (wanted) => {
        const disk = await files.read(this.at(wanted.name));
        return disk === undefined ? [] : [[wanted.name, { ...wanted, text: liveText(disk, wanted, secrets) }] as const];
      }),
    );
    this.last = new Map(read.flat());
    return { live: this.last, unfinished: [], warnings: [] };
  }

  async apply(push: Push<TextFile, FileStep>): Promise<Outcome> {
    const before = this.last;
    const done: Changes[number][] = [];
    try {
      for (const change of push.changes) {
        done.push(change);
        for (const step of change.steps) await this.take(step, true);
      }
      const problems = await push.check(await this.observe(push.scope));
      if (problems.length === 0) return { state: 'applied', problems, notes: [] };
      const back = await this.takeBack(done, push.scope, before);
      return { state: back ? 'reverted' : 'failed', problems, notes: [] };
    } catch (error) {
      const problems = problemsOf(error, this.target.id);
      const back = await this.takeBack(done, push.scope, before).catch(() => false);
      return { state: back ? 'reverted' : 'failed', problems, notes: [] };
    }
  }

  async tunnels(): Promise<readonly TunnelState[]> {
    return [];
  }

  async close(): Promise<void> {}

  private at(name: string): string {
    return `${this.folder}/${name}`;
  }

  private async take({ name, text, quote }: FileStep, aloud: boolean): Promise<void> {
    const { files, secrets, progress } = this.ports;
    if (aloud) progress(`${text === undefined ? 'removing' : 'writing'} ${this.at(name)}`);
    if (text === undefined) await files.remove(this.at(name));
    else await files.write(this.at(name), revealed(text, quote, secrets));
  }

  /** Files as they were. One whose secrets were others cannot be written back: it stays as it is. */
  private async takeBack(
    changes: Changes,
    scope: readonly TextFile[],
    before: ReadonlyMap<string, TextFile>,
  ): Promise<boolean> {
    for (const { undo } of [...changes].reverse()) for (const step of undo) await this.take(step, false);
    const { live } = await this.observe(scope);
    return sameJson([...before], [...live]);
  }
}

export const connect = async (target: Target, ports: Ports): Promise<Session<TextFile, FileStep>> =>
  new FolderSession(target, ports);
