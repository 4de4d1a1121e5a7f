import { limits, megabyte } from '../kernel/limits';
import { problem, ProblemError, type Problem } from '../kernel/problem';
import type { Shell } from './ssh';

const escapes = new RegExp(`${String.fromCharCode(27)}\\[[0-9;?]*[A-Za-z]|${String.fromCharCode(7)}`, 'g');

/** What was looked for, or how many answers have come until now: each of them has the whole time. */
export type Found<T> = { readonly value: T; readonly used: number } | number | undefined;

export interface Reader {
  /** Waits until `done` finds what it looks for in what has arrived since the last call. */
  until<T>(waiting: string, done: (text: string) => Found<T>): Promise<T>;
}

export interface ReaderOptions {
  readonly target: string;
  readonly timeoutMs: number;
  readonly answerMegabytes?: number | undefined;
}

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

const tooLate = ({ target, timeoutMs }: ReaderOptions, waiting: string, came: number): Problem =>
  problem(
    'ssh.timeout',
    target,
    `no answer within ${timeoutMs / 1000} s to: ${waiting}${came === 0 ? '' : ` (${came} characters came, and no prompt)`}`,
    'look at the device; what was typed may still take effect. If it needs longer, raise timeoutSeconds of the target',
  );

/**
 * Reads what a shell prints, within bounds: a deadline for each answer from the moment that it is waited for, bytes of an
 * answer, bytes of a line. What exceeds one ends the session: what comes later would be taken for the next answer.
 */
export const readerOf = (shell: Shell, options: ReaderOptions): Reader => {
  const { target, timeoutMs, answerMegabytes = limits.answerMegabytes } = options;
  let buffer = '';
  let tail = 0;
  let over: Problem | undefined;
  let wake: () => void = () => undefined;
  const end = (why: Problem): void => {
    over ??= why;
    wake();
  };
  const refuse = (waiting: Problem): void => {
    end(waiting);
    buffer = '';
    shell.close();
  };
  shell.listen((text) => {
    if (over !== undefined) return;
    buffer += text.includes('\u001b') || text.includes('\u0007') ? text.replace(escapes, '') : text;
    const lines = lineLengths(tail, text);
    tail = lines.tail;
    if (lines.tooLong)
      return refuse(
        problem(
          'ssh.too-large',
          target,
          `the device prints a line of more than ${limits.lineBytes} characters: nothing is planned on it`,
          'look at the device; no line of a configuration is that long',
        ),
      );
    if (buffer.length > answerMegabytes * megabyte)
      return refuse(
        problem(
          'ssh.too-large',
          target,
          `the answer of the device is larger than ${answerMegabytes} MB: nothing is planned on it`,
          'look at the device; if its configuration really is that large, raise answerMegabytes of the target',
        ),
      );
    wake();
  }, end);

  const until: Reader['until'] = (waiting, done) =>
    new Promise((resolve, reject) => {
      let deadline = Date.now() + timeoutMs;
      let answers = 0;
      // Looking through a long answer takes time: it is looked at again when that is a small part of the whole.
      let next: NodeJS.Timeout | undefined;
      let rest = 0;
      const late = (): void => {
        if (Date.now() < deadline) return void (timer = setTimeout(late, deadline - Date.now()));
        refuse(tooLate(options, waiting, buffer.length));
      };
      let timer = setTimeout(late, timeoutMs);
      const finish = (how: () => void): void => {
        clearTimeout(timer);
        clearTimeout(next);
        wake = () => undefined;
        how();
      };
      const look = (): void => {
        next = undefined;
        const started = performance.now();
        const found = buffer === '' && over !== undefined ? undefined : done(buffer);
        rest = (performance.now() - started) * 4;
        if (typeof found === 'object') {
          buffer = buffer.slice(found.used);
          return finish(() => resolve(found.value));
        }
        if (over !== undefined) return finish(() => reject(new ProblemError([over!])));
        if (found === undefined || found <= answers) return;
        answers = found;
        deadline = Date.now() + timeoutMs;
      };
      wake = () => {
        if (over !== undefined || rest < 2) {
          clearTimeout(next);
          look();
        } else next ??= setTimeout(look, rest);
      };
      wake();
    });
  return { until };
};
