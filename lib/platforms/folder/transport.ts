import { sameJson } from '../../kernel/json';
import { problemsOf } from '../../kernel/problem';
import type { FileStep, TextFile } from '../../desired/text/dialect';
import type { TargetSettings } from '../../model/targets';
import { mark } from '../../contract/identity';
import type { Observation } from '../../contract/observation';
import type { Outcome, Ports, Push, Session } from '../../contract/session';
import { liveText, revealed } from './normalize';

type Target = { readonly id: string; readonly settings: TargetSettings<'folder'> };

/** A folder on this machine. */
export const connect = async ({ id, settings }: Target, ports: Ports): Promise<Session<TextFile, FileStep>> => {
  const { files, secrets } = ports;
  const at = (name: string): string => `${settings.folder.replace(/\/+$/, '')}/${name}`;
  let last: ReadonlyMap<string, TextFile> = new Map();

  const observe = async (scope: readonly TextFile[]): Promise<Observation<TextFile>> => {
    const read = await Promise.all(
      scope.map(async (wanted) => {
        const disk = await files.read(at(wanted.name));
        return disk === undefined ? [] : [[wanted.name, { ...wanted, text: liveText(disk, wanted, secrets) }] as const];
      }),
    );
    last = new Map(read.flat());
    return { live: last, unfinished: [], warnings: [] };
  };

  const take = async ({ name, text, quote }: FileStep): Promise<void> =>
    text === undefined ? files.remove(at(name)) : files.write(at(name), revealed(text, quote, secrets));

  /** Files as they were. One whose secrets were others cannot be written back: it stays as it is. */
  const takeBack = async (
    changes: Push<TextFile, FileStep>['changes'],
    scope: readonly TextFile[],
  ): Promise<boolean> => {
    const before = last;
    for (const { undo } of [...changes].reverse()) for (const step of undo) await take(step);
    const { live } = await observe(scope);
    return sameJson([...before], [...live]);
  };

  const apply = async (push: Push<TextFile, FileStep>): Promise<Outcome> => {
    const before = last;
    const done: Push<TextFile, FileStep>['changes'][number][] = [];
    try {
      for (const change of push.changes) {
        done.push(change);
        for (const step of change.steps) {
          ports.progress(`${step.text === undefined ? 'removing' : 'writing'} ${at(step.name)}`);
          await take(step);
        }
      }
      const problems = push.check(await observe(push.scope));
      if (problems.length === 0) return { state: 'applied', problems, notes: [] };
      last = before;
      return { state: (await takeBack(done, push.scope)) ? 'reverted' : 'failed', problems, notes: [] };
    } catch (error) {
      const problems = problemsOf(error, id);
      last = before;
      const back = await takeBack(done, push.scope).catch(() => false);
      return { state: back ? 'reverted' : 'failed', problems, notes: [] };
    }
  };

  const path = settings.folder.replace(/\/+$/, '');
  return {
    // As declared: a ledger under version control is the same on every machine.
    identity: async () => ({ at: path, verified: true, marks: mark('folder', 'proof', path) }),
    settle: async () => undefined,
    observe,
    apply,
    tunnels: async () => [],
    close: async () => undefined,
  };
};
