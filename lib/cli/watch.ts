import type { Armed } from '../contract/interrupted';
import type { LedgerStore } from '../run/ledger/store';
import type { RunOptions } from '../run/target';
import { onInterrupt, openWords, typed } from './interrupt';
import { storeOf, type CommonOptions } from './options';
import { openBoard, type ProgressBoard } from './output/progress';
import { exit } from './output/report';

/** A command while it is at work on targets: it shows where they are, and can be interrupted. */
export interface Watch extends Pick<ProgressBoard, 'onEach'> {
  /** What every run on a target is given. */
  readonly run: Required<Pick<RunOptions, 'store' | 'progress' | 'armed' | 'stopped'>>;
  /** From now on devices are being changed: an interruption waits until they are safe. */
  changing(): void;
  /** For a prompt, where the key is not a signal. */
  interrupted(): Promise<never>;
}

/** Locks are given back also where a command ends in the middle. */
const withLocks = (store: LedgerStore) => {
  const taken = new Set<() => Promise<void>>();
  const lock: LedgerStore['lock'] = async (target) => {
    const unlock = await store.lock(target);
    const release = async (): Promise<void> => {
      taken.delete(release);
      await unlock();
    };
    taken.add(release);
    return release;
  };
  const releaseAll = async (): Promise<void> => {
    await Promise.all([...taken].map((release) => release().catch(() => undefined)));
  };
  return { store: { ...store, lock }, releaseAll };
};

/** `again`: the words of the command that finishes what was interrupted. */
export const watched = async (
  options: CommonOptions,
  work: (watch: Watch) => Promise<number>,
  again: readonly string[] = process.argv.slice(2),
): Promise<number> => {
  const board = openBoard();
  const { store, releaseAll } = withLocks(storeOf(options));
  const open = new Map<string, Armed>();
  let [changing, stopped] = [false, false];

  const leave = async (...words: readonly string[]): Promise<never> => {
    board.close();
    board.note(...words);
    await releaseAll();
    process.exit(exit.interrupted);
  };
  const finish = `  To finish: ${typed(again)}`;
  const interrupted = (): Promise<never> => leave('Interrupted. Nothing was changed.');
  const hear = (times: number): void => {
    if (!changing) return void interrupted();
    if (times > 1) return void leave('Ended at once.', ...openWords(open), finish);
    stopped = true;
    board.note(
      'Interrupted: no further device is begun, and those that are being changed are brought to a safe end.',
      'Ctrl-C again ends at once. This is how they would be then:',
      ...openWords(open),
      finish,
    );
  };
  const deaf = onInterrupt(hear);
  try {
    const code = await work({
      onEach: board.onEach,
      run: {
        store,
        progress: board.tell,
        armed: (target, state) => void (state === undefined ? open.delete(target) : open.set(target, state)),
        stopped: () => stopped,
      },
      changing: () => void (changing = true),
      interrupted,
    });
    return stopped ? exit.interrupted : code;
  } finally {
    deaf();
  }
};
