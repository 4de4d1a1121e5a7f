import { typed } from '../kernel/advised';
import limitTo from 'p-limit';
import type { Armed } from '../contract/interrupted';
import { fail } from '../kernel/problem';
import type { Limit } from '../run/apply-all';
import { ReleasingStore } from '../run/ledger/releasing-store';
import type { Manifest } from '../run/manifest';
import type { RunOptions, TargetJob } from '../run/target';
import { onInterrupt, openWords } from './interrupt';
import { storeOf, type Placed } from './ledgers';
import type { CommonOptions } from './options';
import { openBoard, type ProgressBoard } from './output/progress';
import { exit } from './output/report';
import { chosen, manifestsOf } from './source';

/** A command while it is at work on targets: it shows where they are, and can be interrupted. */
export interface Watch extends Pick<ProgressBoard, 'onEach' | 'note' | 'log'> {
  /** Shows work that goes on by itself. */
  readonly showEach: ProgressBoard['onEach'];
  /** What every run on a target is given. */
  readonly run: Required<Pick<RunOptions, 'store' | 'progress' | 'armed' | 'stopped'>>;
  /** The manifests of the command. They say where the ledgers are, so that nothing is asked of a store before. */
  manifests(): Promise<readonly Manifest[]>;
  /** The targets of these that it works on. */
  works(): Promise<readonly TargetJob[]>;
  /** A saved plan in the place of manifests. */
  placed(by: Placed): void;
  /** As many at a time as the command was told. */
  readonly limit: Limit;
  /** From now on devices are being changed: an interruption waits until they are safe. */
  changing(): void;
  /** From now on other processes change the devices: an interruption ends this command alone, with these words. */
  elsewhere(words: string): void;
  /** For a prompt, where the key is not a signal. */
  interrupted(): Promise<never>;
}

/** Devices that are asked at a time: more logins at once only wait for each other, and for the keys that this process makes. */
const parallelUnlessTold = '200';

const limitOf = ({ parallel = parallelUnlessTold }: CommonOptions): Limit => {
  if (!/^[1-9]\d{0,5}$/.test(parallel))
    return fail(
      'option.parallel',
      '--parallel',
      `'${parallel}' is not a number of targets`,
      'write it like --parallel 8',
    );
  return limitTo(Number(parallel));
};

/** A command at work: its locks are given back, and its devices brought to a safe end, where it ends in the middle. */
class WatchedCommand {
  readonly board = openBoard();
  readonly store: ReleasingStore;
  private placed: readonly Placed[] | undefined;
  private readonly open = new Map<string, Armed>();
  private changing = false;
  private farewell = 'Interrupted. Nothing was changed.';
  stopped = false;

  /** `again`: the words of the command that finishes what was interrupted. */
  constructor(
    private readonly options: CommonOptions,
    private readonly again: readonly string[],
    private readonly limit: Limit,
  ) {
    this.store = new ReleasingStore(() => {
      if (this.placed === undefined) throw new Error('a store was asked before anything said where it is');
      return storeOf(options, this.placed);
    });
  }

  private async manifests(): Promise<readonly Manifest[]> {
    const manifests = await manifestsOf(this.options);
    this.placed = manifests;
    return manifests;
  }

  watch(): Watch {
    const { board, store, open, limit } = this;
    return {
      limit,
      showEach: board.onEach,
      onEach: (works, worker) => board.onEach(works, (work) => limit(() => worker(work))),
      manifests: () => this.manifests(),
      works: async () => chosen(await this.manifests(), this.options),
      placed: (by) => void (this.placed = [by]),
      note: board.note,
      log: board.log,
      run: {
        store,
        progress: board.tell,
        armed: (target, state) => void (state === undefined ? open.delete(target) : open.set(target, state)),
        stopped: () => this.stopped,
      },
      changing: () => void (this.changing = true),
      elsewhere: (words) => void (this.farewell = words),
      interrupted: () => this.interrupted(),
    };
  }

  /** `times`: how often the key was pressed. */
  hear(times: number): void {
    const finish = `  To finish: ${typed(this.again)}`;
    if (!this.changing) return void this.interrupted();
    if (times > 1) return void this.leave('Ended at once.', ...openWords(this.open), finish);
    this.stopped = true;
    this.board.note(
      'Interrupted: no further device is begun, and those that are being changed are brought to a safe end.',
      'Ctrl-C again ends at once. This is how they would be then:',
      ...openWords(this.open),
      finish,
    );
  }

  private interrupted(): Promise<never> {
    return this.leave(this.farewell);
  }

  private async leave(...words: readonly string[]): Promise<never> {
    this.board.close();
    this.board.note(...words);
    await this.store.releaseAll();
    process.exit(exit.interrupted);
  }
}

/** `again`: the words of the command that finishes what was interrupted. */
export const watched = async (
  options: CommonOptions,
  work: (watch: Watch) => Promise<number>,
  again: readonly string[] = process.argv.slice(2),
): Promise<number> => {
  const command = new WatchedCommand(options, again, limitOf(options));
  const deaf = onInterrupt((times) => command.hear(times));
  try {
    const code = await work(command.watch());
    return command.stopped ? exit.interrupted : code;
  } finally {
    deaf();
    await command.store.close();
  }
};
