import { limits, megabyte } from '../kernel/limits';
import { problem, ProblemError, type Problem } from '../kernel/problem';
import { quoted } from './quoted';
import { terminalText } from './terminal-text';
import type { Shell } from './ssh';

/** What is waited for, in words, and the lines that were typed: their echoes are not quoted. */
export interface Waiting {
  readonly what: string;
  readonly typed: readonly string[];
}

/** What was looked for, or how many answers have come until now: each of them has the whole time. */
export type Found<T> = { readonly value: T; readonly used: number } | number | undefined;
type Look<T> = (text: string) => Found<T>;
type Quiet = (text: string) => Problem | undefined;

export interface Reader {
  /**
   * Waits until `done` finds what it looks for in what has arrived since the last call. `quiet` looks at what is there
   * when nothing came for a while: a problem ends the wait. Default: a question that was not foreseen is one.
   */
  until<T>(waiting: Waiting, done: Look<T>, quiet?: Quiet): Promise<T>;
}

export interface ReaderOptions {
  readonly target: string;
  readonly timeoutMs: number;
  readonly answerMegabytes?: number | undefined;
}

/** The line at the cursor, where it is a question. */
const question = /(?:^|[\r\n])([^\r\n]*\S[^\r\n]*[?:\]])[ \t]*$/;
/** How long a question stands before it is taken for one: output may pause behind a colon. */
const patienceMs = 2_000;

/** Lines are cut by line feeds and carriage returns; returns the bytes of the last one, and whether one was too long. */
const lineLengths = (tail: number, text: string): { readonly tail: number; readonly tooLong: boolean } => {
  let at = tail;
  let longest = 0;
  for (const part of text.split(/[\r\n]/)) {
    at += part.length;
    longest = Math.max(longest, at);
    tail = at;
    at = 0;
  }
  return { tail, tooLong: longest > limits.lineBytes };
};

const lineTooLong = (target: string): Problem =>
  problem(
    'ssh.too-large',
    target,
    `the device prints a line of more than ${limits.lineBytes} characters: nothing is planned on it`,
    'look at the device; no line of a configuration is that long',
  );
const answerTooLarge = (target: string, megabytes: number): Problem =>
  problem(
    'ssh.too-large',
    target,
    `the answer of the device is larger than ${megabytes} MB: nothing is planned on it`,
    'look at the device; if its configuration really is that large, raise answerMegabytes of the target',
  );

/** What a device said, for a message: its own words, or how much came where they are not words. */
const saidBy = (text: string, typed: readonly string[]): string => {
  const words = quoted(text, typed);
  const came = text === '' ? '' : ` (${text.length} characters came, and no prompt)`;
  return words === '""' ? came : `. The device says: ${words}${came}`;
};

/** One wait for something that a shell prints: it has a deadline, and a moment after which silence is looked at. */
class Wait<T> {
  private deadline: number;
  private answers = 0;
  private timer: NodeJS.Timeout;
  private pause: NodeJS.Timeout;
  /** Looking through a long answer takes time: it is looked at again when that is a small part of the whole. */
  private next: NodeJS.Timeout | undefined;
  private rest = 0;
  /** How often something came. */
  private pieces = 0;
  private ended = false;

  constructor(
    private readonly timeoutMs: number,
    private readonly look: () => Found<T>,
    private readonly found: (value: T, used: number) => void,
    private readonly silent: () => void,
    private readonly late: () => void,
  ) {
    this.deadline = Date.now() + timeoutMs;
    this.timer = setTimeout(this.onTime, timeoutMs);
    this.pause = setTimeout(this.onPause, this.patience);
  }

  private get patience(): number {
    return Math.min(patienceMs, this.timeoutMs / 2);
  }

  private readonly onTime = (): void => {
    const left = this.deadline - Date.now();
    if (left > 0) this.timer = setTimeout(this.onTime, left);
    else this.afterReading(() => (this.deadline > Date.now() ? this.onTime() : this.late()));
  };

  private readonly onPause = (): void => {
    const { pieces } = this;
    this.afterReading(() => {
      if (this.pieces !== pieces) return;
      this.pause = setTimeout(this.onPause, this.patience);
      this.silent();
    });
  };

  /** A busy process finds its timers due before it has read what came meanwhile: that is read and looked at first. */
  private afterReading(judge: () => void): void {
    setImmediate(() => {
      if (this.next !== undefined && !this.ended) {
        clearTimeout(this.next);
        this.lookNow();
      }
      if (!this.ended) judge();
    });
  }

  /** Something came. `now`: it is the last that will. */
  came(now: boolean): void {
    this.pieces += 1;
    clearTimeout(this.pause);
    this.pause = setTimeout(this.onPause, this.patience);
    if (!now && this.rest >= 2) {
      this.next ??= setTimeout(this.lookNow, this.rest);
      return;
    }
    clearTimeout(this.next);
    this.lookNow();
  }

  private readonly lookNow = (): void => {
    this.next = undefined;
    const started = performance.now();
    const found = this.look();
    this.rest = (performance.now() - started) * 4;
    if (typeof found === 'object') return this.found(found.value, found.used);
    if (found === undefined || found <= this.answers) return;
    this.answers = found;
    this.deadline = Date.now() + this.timeoutMs;
  };

  end(): void {
    this.ended = true;
    for (const timer of [this.timer, this.pause, this.next]) clearTimeout(timer);
  }
}

/**
 * Reads what a shell prints, within bounds: a deadline for each answer from the moment that it is waited for, bytes of an
 * answer, bytes of a line. What exceeds one ends the session: what comes later would be taken for the next answer.
 */
class ShellReader implements Reader {
  private buffer = '';
  private tail = 0;
  private over: Problem | undefined;
  private readonly plain = terminalText();
  private wake: (now: boolean) => void = () => undefined;

  constructor(
    private readonly shell: Shell,
    private readonly options: ReaderOptions,
  ) {
    shell.listen(
      (text) => this.take(text),
      (why) => this.end(why),
    );
  }

  private end(why: Problem): void {
    this.over ??= why;
    this.wake(true);
  }

  private refuse(why: Problem): void {
    this.end(why);
    this.buffer = '';
    this.shell.close();
  }

  private take(text: string): void {
    if (this.over !== undefined) return;
    const { target, answerMegabytes = limits.answerMegabytes } = this.options;
    this.buffer += this.plain(text);
    const lines = lineLengths(this.tail, text);
    this.tail = lines.tail;
    if (lines.tooLong) this.refuse(lineTooLong(target));
    else if (this.buffer.length > answerMegabytes * megabyte) this.refuse(answerTooLarge(target, answerMegabytes));
    else this.wake(false);
  }

  private asked({ what, typed }: Waiting, text: string): Problem | undefined {
    if (!question.test(text) || quoted(text, typed) === '""') return undefined;
    return problem(
      'ssh.question',
      this.options.target,
      `the device asks something that is not expected, after: ${what}. It says: ${quoted(text, typed)}`,
      'type the line by hand and look what it asks',
    );
  }

  private tooLate({ what, typed }: Waiting): Problem {
    const { target, timeoutMs } = this.options;
    return problem(
      'ssh.timeout',
      target,
      `no answer within ${timeoutMs / 1000} s to: ${what}${saidBy(this.buffer, typed)}`,
      'look at the device; what was typed may still take effect. If it needs longer, raise timeoutSeconds of the target',
    );
  }

  until<T>(waiting: Waiting, done: Look<T>, quiet: Quiet = (text) => this.asked(waiting, text)): Promise<T> {
    return new Promise((resolve, reject) => {
      const finish = (how: () => void): void => {
        wait.end();
        this.wake = () => undefined;
        how();
      };
      const fail = (why: Problem): void => finish(() => reject(new ProblemError([why])));
      const wait = new Wait<T>(
        this.options.timeoutMs,
        () => (this.buffer === '' && this.over !== undefined ? undefined : done(this.buffer)),
        (value, used) => {
          this.buffer = this.buffer.slice(used);
          finish(() => resolve(value));
        },
        () => {
          const found = quiet(this.buffer);
          if (found !== undefined) fail(found);
        },
        () => this.refuse(this.tooLate(waiting)),
      );
      const heard = (now: boolean): void => {
        wait.came(now);
        if (this.wake === heard && this.over !== undefined) fail(this.over);
      };
      this.wake = heard;
      heard(false);
    });
  }
}

export const readerOf = (shell: Shell, options: ReaderOptions): Reader => new ShellReader(shell, options);
