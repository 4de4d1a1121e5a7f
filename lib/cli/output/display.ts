import { visible } from '../../kernel/text';

/** Shows where each target is while a person waits. */
export interface Display {
  step(target: string, text: string): void;
  /** Nothing more comes of this target. */
  done(target: string): void;
  /** Lines that stay on the screen. */
  note(lines: readonly string[]): void;
  /** Lines for who has no picture that shows the same. */
  log(lines: readonly string[]): void;
  close(): void;
}

/** A picture above the targets, and which of them are worth a line below it. */
export interface Picture {
  lines(columns: number, now: number): readonly string[];
  isOpen(target: string): boolean;
}

/** What a display needs of a terminal. */
export interface Screen {
  readonly isTTY?: boolean;
  readonly columns?: number;
  readonly rows?: number;
  /** Asks the terminal; `columns` and `rows` are as old as the last signal. */
  getWindowSize?(): readonly [number, number];
  write(text: string): unknown;
  on(event: 'resize', listener: () => void): unknown;
  off(event: 'resize', listener: () => void): unknown;
}
type Environment = Readonly<Record<string, string | undefined>>;

/** One line, whatever a device said. */
const oneLine = (text: string): string => visible(text).replaceAll('\n', '\\n');

/** A line a step, for files, pipes and terminals that cannot go back. What is said again is not written again. */
export const plainDisplay = (screen: Pick<Screen, 'write'>): Display => {
  const last = new Map<string, string>();
  return {
    step: (target, text) => {
      if (last.get(target) === text) return;
      last.set(target, text);
      screen.write(`${oneLine(`${target}: ${text}`)}\n`);
    },
    done: () => undefined,
    note: (lines) => void screen.write(`${visible(lines.join('\n'))}\n`),
    log: (lines) => void screen.write(`${visible(lines.join('\n'))}\n`),
    close: () => undefined,
  };
};

interface Row {
  readonly target: string;
  readonly text: string;
  /** Milliseconds since 1970. */
  readonly since: number;
  readonly done: boolean;
}

const cut = (line: string, width: number): string => {
  const characters = [...line];
  return characters.length <= width ? line : `${characters.slice(0, Math.max(width - 1, 0)).join('')}…`;
};

/** A step that takes long says for how long it has been going on, so that it does not look dead. */
const patience = 5_000;
const rowLine = ({ target, text, since, done }: Row, width: number, now: number): string => {
  const waited = now - since;
  const words = done ? 'done' : waited < patience ? text : `${text} (${Math.floor(waited / 1000)} s)`;
  return oneLine(`${target.padEnd(width)}  ${words}`);
};

/** What fits into a window: every target, or the count and those that are being worked on. */
export const linesOf = (
  rows: readonly Row[],
  { columns, height }: { readonly columns: number; readonly height: number },
  now: number,
): readonly string[] => {
  const width = Math.max(0, ...rows.map(({ target }) => [...target].length));
  const whole = rows.length <= height;
  const open = rows.filter(({ done }) => !done);
  const shown = whole ? rows : open.slice(0, Math.max(height - 2, 0));
  const more = open.length - shown.length;
  return [
    ...(whole ? [] : [`${rows.length - open.length} of ${rows.length} targets done`]),
    ...shown.map((row) => rowLine(row, width, now)),
    ...(whole || more <= 0 ? [] : [`… and ${more} more`]),
  ]
    .slice(0, height)
    .map((line) => cut(line, columns));
};

/** A picture, and below it what is being worked on, as far as there is room. */
export const pictureLines = (
  picture: Picture,
  rows: readonly Row[],
  { columns, height }: { readonly columns: number; readonly height: number },
  now: number,
): readonly string[] => {
  const above = picture.lines(columns, now).map(oneLine);
  const open = rows.filter(({ target, text }) => text !== '' && picture.isOpen(target));
  const room = Math.max(0, height - above.length);
  const shown = open.slice(0, open.length <= room ? room : Math.max(room - 1, 0));
  const width = Math.max(0, ...shown.map(({ target }) => [...target].length));
  const more = open.length - shown.length;
  const below = shown.map((row) => ` ${rowLine({ ...row, done: false }, width, now)}`);
  return [...above, ...below, ...(more > 0 ? [` … and ${more} more`] : [])]
    .slice(0, height)
    .map((line) => cut(line, columns));
};

/** Most terminals break their lines anew when the window gets narrower; xterm and screen cut them. */
const breaksAnew = (env: Environment): boolean => env['XTERM_VERSION'] === undefined && env['STY'] === undefined;

/** The terminal breaks no line meanwhile: a wide character counts as one here and takes two there. */
const unbroken = (text: string): string => `\u001b[?7l${text}\u001b[?7h`;

/** Targets of which each step is drawn at once; of more, what is new is drawn together, after so many milliseconds. */
const atOnce = 50;
const soonMs = 50;

/** A block of lines below what is on the screen, drawn again as things move on, and gone at the end. */
class LiveDisplay implements Display {
  private readonly rows: Map<string, Row>;
  /** The lines that are on the screen. */
  private drawn: readonly string[] = [];
  private readonly clock: NodeJS.Timeout;
  private soon: NodeJS.Timeout | undefined;

  constructor(
    private readonly screen: Screen,
    targets: readonly string[],
    private readonly env: Environment,
    private readonly picture: Picture | undefined,
  ) {
    this.rows = new Map(targets.map((target) => [target, { target, text: '', since: Date.now(), done: false }]));
    this.clock = setInterval(this.drawQuietly, 1000);
    this.clock.unref();
    screen.on('resize', this.drawQuietly);
  }

  step(target: string, text: string): void {
    const row = this.rows.get(target);
    if (row !== undefined && row.text !== text) this.set(target, { text, since: Date.now(), done: false });
  }

  done(target: string): void {
    this.set(target, { done: true });
  }

  note(lines: readonly string[]): void {
    this.screen.write(`${this.erase()}${visible(lines.join('\n'))}\n`);
    this.draw();
  }

  log(lines: readonly string[]): void {
    if (this.picture === undefined) this.note(lines);
    else this.drawSoon();
  }

  close(): void {
    clearInterval(this.clock);
    clearTimeout(this.soon);
    this.screen.off('resize', this.drawQuietly);
    this.screen.write(this.erase());
  }

  private size(): { readonly columns: number; readonly height: number } {
    const { screen } = this;
    const [columns, rows] = screen.getWindowSize?.() ?? [screen.columns, screen.rows];
    return { columns: columns || 80, height: Math.max((rows || 24) - 1, 1) };
  }

  /**
   * From the line below the block to its first, and all away: line by line, since tmux keeps what is taken away at one
   * go where the block fills the window.
   */
  private erase({ columns, height } = this.size()): string {
    if (this.drawn.length === 0) return '';
    const anew = breaksAnew(this.env);
    const heights = this.drawn.map((line) => (anew ? Math.ceil([...line].length / columns) || 1 : 1));
    const up = Math.min(
      heights.reduce((sum, one) => sum + one, 0),
      height,
    );
    this.drawn = [];
    const toFirst = `\u001b[${up}A\r`;
    return `${toFirst}${'\u001b[2K\n'.repeat(up)}${toFirst}`;
  }

  private draw(): void {
    const { columns, height } = this.size();
    const rows = [...this.rows.values()];
    const room = { columns: columns - 1, height };
    const { picture } = this;
    const lines = picture ? pictureLines(picture, rows, room, Date.now()) : linesOf(rows, room, Date.now());
    if (lines.join('\n') === this.drawn.join('\n')) return;
    const away = this.erase({ columns, height });
    this.drawn = lines;
    this.screen.write(away + unbroken(lines.map((line) => `${line}\n`).join('')));
  }

  /** A terminal that is gone shows nothing; the run goes on. */
  private readonly drawQuietly = (): void => {
    try {
      this.draw();
    } catch {
      // Nothing is shown.
    }
  };

  private set(target: string, change: Partial<Row>): void {
    const row = this.rows.get(target);
    if (row === undefined) return;
    this.rows.set(target, { ...row, ...change });
    if (this.rows.size > atOnce) this.drawSoon();
    else this.draw();
  }

  /** Of hundreds of targets something moves all the time. */
  private drawSoon(): void {
    this.soon ??= setTimeout(() => {
      this.soon = undefined;
      this.drawQuietly();
    }, soonMs).unref();
  }
}

export interface DisplayOptions {
  readonly env?: Environment;
  readonly picture?: Picture | undefined;
}

export const liveDisplay = (
  screen: Screen,
  targets: readonly string[],
  { env = process.env, picture }: DisplayOptions = {},
): Display => new LiveDisplay(screen, targets, env, picture);

const isAutomatic = ({ CI = '' }: Environment): boolean => !['', '0', 'false'].includes(CI);

export const displayFor = (screen: Screen, targets: readonly string[], options: DisplayOptions = {}): Display => {
  const { env = process.env } = options;
  return screen.isTTY && env['TERM'] !== 'dumb' && !isAutomatic(env)
    ? liveDisplay(screen, targets, options)
    : plainDisplay(screen);
};
