import { streams } from './streams';
import { displayFor, plainDisplay, type Display, type Picture } from './display';

/**
 * Where the targets of a command are. Sessions tell it, for as long as they live; it passes on what they say to the
 * display that is there at that moment, and to none between two phases.
 */
export interface ProgressBoard {
  readonly tell: (target: string, text: string) => void;
  /** Lines that stay on the screen, above what is live. */
  note(...lines: readonly string[]): void;
  /** The same for who sees no picture. */
  log(...lines: readonly string[]): void;
  /** Takes away what is live, where a command ends in the middle. */
  close(): void;
  /** Shows these targets until the work on all of them has ended; in a terminal below `picture`, where there is one. */
  onEach<W extends { readonly target: { readonly id: string } }, T>(
    works: readonly W[],
    worker: (work: W) => Promise<T>,
    picture?: Picture,
  ): Promise<readonly T[]>;
}

/** A fault in showing is not a fault of the run. */
const safely = (show: () => void): void => {
  try {
    show();
  } catch {
    // What cannot be shown is not shown.
  }
};

const nothing: Display = plainDisplay({ write: () => undefined });

/** On standard error, so that what a command prints can be piped. */
export const openBoard = (
  displayOf = (targets: readonly string[], picture?: Picture) => displayFor(streams.error, targets, { picture }),
) => {
  let shown: Display = nothing;
  const between = plainDisplay(streams.error);
  const open = (targets: readonly string[], picture: Picture | undefined): void => {
    safely(() => (shown = displayOf(targets, picture)));
  };
  const close = (): void => {
    safely(() => shown.close());
    shown = nothing;
  };
  const onEach: ProgressBoard['onEach'] = async (works, worker, picture) => {
    open([...new Set(works.map(({ target }) => target.id))], picture);
    try {
      return await Promise.all(
        works.map(async (work) => {
          const ended = await worker(work);
          safely(() => shown.done(work.target.id));
          return ended;
        }),
      );
    } finally {
      close();
    }
  };
  return {
    tell: (target, text) => safely(() => shown.step(target, text)),
    note: (...lines) => safely(() => (shown === nothing ? between : shown).note(lines)),
    log: (...lines) => safely(() => (shown === nothing ? between : shown).log(lines)),
    close,
    onEach,
  } satisfies ProgressBoard;
};
