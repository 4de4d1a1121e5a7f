import { spawn, type ChildProcess } from 'node:child_process';
import { basename } from 'node:path';
import { limits, megabyte } from '../kernel/limits';
import { visible } from '../kernel/text';
import { atExit } from '../kernel/at-exit';

/** How a program ended: with its output, or in words that say why not. `stopped`: by us, since it exceeded a bound. */
export type Ended = { readonly output: string } | { readonly why: string; readonly stopped?: true };

export interface ProgramBounds {
  readonly seconds: number;
  readonly bytes: number;
}

/** Of programs that a declaration names: as long as a build may take, and as much as a file may have. */
export const programBounds: ProgramBounds = { seconds: 600, bytes: limits.programMegabytes * megabyte };

/** Ends a program that leads a process group, and all that it has started. */
export const endGroup = (child: ChildProcess, signal: NodeJS.Signals): void => {
  try {
    process.kill(-child.pid!, signal);
  } catch {
    // It is gone already.
  }
};

/** Passes on what a program says, as it comes, and whose words these are: many may run at once. */
const namedWords = (program: string): ((text: string) => void) => {
  let begins = true;
  return (text) => {
    const lines = (begins ? `\n${text}` : text).replace(/\n(?!$)/g, `\n${basename(program)}: `);
    process.stderr.write(visible(begins ? lines.slice(1) : lines));
    begins = text.endsWith('\n');
  };
};

/**
 * Runs a program without a shell, in a process group of its own: where its time or its output is over, all that it has
 * started ends with it. What it says on standard error goes to ours, each line behind its name. Without an input, its
 * standard input is empty.
 */
export const runProgram = (
  [program, ...args]: readonly string[],
  { seconds, bytes }: ProgramBounds,
  input = '',
): Promise<Ended> =>
  new Promise((resolve) => {
    const child = spawn(program!, args, { stdio: ['pipe', 'pipe', 'pipe'], detached: true });
    child.stderr.setEncoding('utf8').on('data', namedWords(program!));
    const parts: Buffer[] = [];
    let size = 0;
    const kill = (): void => endGroup(child, 'SIGKILL');
    const end = (ended: Ended): void => {
      clearTimeout(timer);
      callOff();
      resolve(ended);
    };
    const stop = (why: string): void => {
      kill();
      child.stdout.destroy();
      child.stderr.destroy();
      end({ why, stopped: true });
    };
    const timer = setTimeout(() => stop(`does not end within ${seconds} s, and was stopped`), seconds * 1000);
    // A group of its own is not ended by Ctrl-C at our terminal.
    const callOff = atExit(kill);
    child.stdout.on('data', (data: Buffer) => {
      parts.push(data);
      size += data.length;
      if (size > bytes) stop(`prints more than ${bytes} bytes, and was stopped`);
    });
    child.on('error', () => end({ why: 'cannot be started' }));
    child.on('close', (code, signal) =>
      end(code === 0 ? { output: Buffer.concat(parts).toString('utf8') } : { why: `ended with ${code ?? signal}` }),
    );
    // A program that does not read its input closes it: that is its own affair.
    child.stdin.on('error', () => undefined);
    child.stdin.end(input);
  });
