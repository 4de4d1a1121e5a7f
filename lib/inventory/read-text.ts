import { closeSync, constants, fstatSync, openSync, readFileSync } from 'node:fs';
import { limits, megabyte } from '../kernel/limits';
import { faultWords } from '../kernel/fault';
import { fail, ProblemError } from '../kernel/problem';

/** The text of a file of a program, at once: programs declare while they run. A directory or a pipe is not waited for. */
export const readText = (file: string): string => {
  const most = limits.programMegabytes * megabyte;
  let opened: number | undefined;
  try {
    opened = openSync(file, constants.O_RDONLY | constants.O_NONBLOCK);
    const stat = fstatSync(opened);
    if (!stat.isFile()) return fail('inventory.file', file, 'is not a file', 'give the path of a file');
    if (stat.size > most)
      return fail(
        'inventory.file',
        file,
        `is larger than ${limits.programMegabytes} MB`,
        'split it, or read part of it',
      );
    return readFileSync(opened, 'utf8').replace(/^\uFEFF/, '');
  } catch (error) {
    if (error instanceof ProblemError) throw error;
    return fail('inventory.file', file, faultWords(error), 'check the path, relative to where the program runs');
  } finally {
    if (opened !== undefined) closeSync(opened);
  }
};
