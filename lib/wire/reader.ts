import { problem, ProblemError, type Problem } from '../kernel/problem';
import { quoted } from './quoted';
import type { Shell } from './ssh';

/** What is waited for, in words, and the lines that were typed: their echoes are not quoted. */
export interface Waiting {
  readonly what: string;
  readonly typed: readonly string[];
}

export interface Reader {
  /**
   * Waits until `done` finds what it looks for in what has arrived since the last call. `quiet` looks at what is there
   * when nothing came for a while: a problem ends the wait. Default: a question that nobody foresaw is one.
   */
  until<T>(
    waiting: Waiting,
    done: (text: string) => { readonly value: T; readonly used: number } | undefined,
    quiet?: (text: string) => Problem | undefined,
  ): Promise<T>;
}

const escapes = new RegExp(`${String.fromCharCode(27)}\\[[0-9;?]*[A-Za-z]|${String.fromCharCode(7)}`, 'g');
/** The line at the cursor, where it is a question. */
const question = /(?:^|[\r\n])([^\r\n]*\S[^\r\n]*[?:\]])[ \t]*$/;
/** How long a question stands before it is taken for one: output may pause behind a colon. */
const patienceMs = 2_000;

export const readerOf = (shell: Shell, target: string, timeoutMs: number): Reader => {
  let buffer = '';
  let lost: Problem | undefined;
  let wake: () => void = () => undefined;
  shell.listen(
    (text) => {
      buffer += text.replace(escapes, '');
      wake();
    },
    (error) => {
      lost = error;
      wake();
    },
  );
  const tooLate = ({ what, typed }: Waiting): Problem => {
    const words = quoted(buffer, typed);
    return problem(
      'ssh.timeout',
      target,
      `no answer within ${timeoutMs / 1000} s to: ${what}${words === '""' ? '' : `. The device says: ${words}`}`,
      'look at the device; what was typed may still take effect',
    );
  };
  const asks =
    ({ what, typed }: Waiting) =>
    (text: string): Problem | undefined =>
      question.test(text) && quoted(text, typed) !== '""'
        ? problem(
            'ssh.question',
            target,
            `the device asks something that is not expected, after: ${what}. It says: ${quoted(text, typed)}`,
            'type the line by hand and look what it asks',
          )
        : undefined;
  return {
    until: (waiting, done, quiet = asks(waiting)) =>
      new Promise((resolve, reject) => {
        const fail = (found: Problem): void => finish(() => reject(new ProblemError([found])));
        const late = (): void => fail(tooLate(waiting));
        const listen = (): void => {
          const found = quiet(buffer);
          if (found !== undefined) fail(found);
          else pause = setTimeout(listen, patience);
        };
        const patience = Math.min(patienceMs, timeoutMs / 2);
        let timer = setTimeout(late, timeoutMs);
        let pause = setTimeout(listen, patience);
        const finish = (how: () => void): void => {
          clearTimeout(timer);
          clearTimeout(pause);
          wake = () => undefined;
          how();
        };
        let seen = -1;
        wake = () => {
          if (buffer.length !== seen) {
            seen = buffer.length;
            clearTimeout(timer);
            clearTimeout(pause);
            timer = setTimeout(late, timeoutMs);
            pause = setTimeout(listen, patience);
          }
          const found = done(buffer);
          if (found) {
            buffer = buffer.slice(found.used);
            return finish(() => resolve(found.value));
          }
          if (lost) fail(lost);
        };
        wake();
      }),
  };
};
