import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileFault } from '../kernel/fault';
import { boundedJson } from '../kernel/limits';
import { fail, problem, ProblemError } from '../kernel/problem';

/** Does something with a file; a fault of the file system becomes a problem at the file. */
export const atFile = <T>(file: string, work: () => T): T => {
  try {
    return work();
  } catch (error) {
    const fault = fileFault(error, file);
    if (fault === undefined) throw error;
    throw new ProblemError([{ ...fault, path: file }]);
  }
};

export interface Missing {
  readonly code: string;
  readonly message: string;
  readonly hint: string;
}

/** The text of a file that must be there. `missing`: what to say where it is not. */
export const readText = (file: string, missing?: Missing): string =>
  atFile(file, () => {
    if (missing !== undefined && !existsSync(file)) fail(missing.code, file, missing.message, missing.hint);
    return readFileSync(file, 'utf8');
  });

/** The value of a JSON file. */
export const readJson = (file: string, code: string, hint: string): unknown => {
  const text = readText(file);
  try {
    return boundedJson(text);
  } catch (error) {
    const why = error instanceof SyntaxError ? 'is not JSON' : (error as Error).message;
    throw new ProblemError([problem(code, file, why, hint)]);
  }
};

/** Throws where a file that an option names would lie in a directory that is not there: a slip of the pen makes none. */
export const demandDirectory = (file: string | undefined, option: string): void => {
  if (file === undefined || existsSync(dirname(file))) return;
  fail(
    'file.directory',
    `${option} ${file}`,
    `there is no directory ${dirname(file)}`,
    'make it first, or correct the path',
  );
};

/** Writes a file whole or not at all: where the disk is full, what was there before stays. */
export const writeText = (file: string, text: string): void =>
  atFile(file, () => {
    mkdirSync(dirname(file), { recursive: true });
    // A pipe or a terminal cannot be replaced.
    const there = statSync(file, { throwIfNoEntry: false });
    if (there !== undefined && !there.isFile()) return writeFileSync(file, text);
    const draft = `${file}.${process.pid}.tmp`;
    try {
      writeFileSync(draft, text);
      renameSync(draft, file);
    } catch (error) {
      rmSync(draft, { force: true });
      throw error;
    }
  });
