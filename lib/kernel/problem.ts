import { fileFault } from './fault';
import { groupBy } from './group';

/**
 * Errors are data: what went wrong, where in the user's own words, and what to write instead.
 * Problems are collected and shown all at once; a user's mistake never prints a stack trace.
 */
export interface Problem {
  /** Stable identifier, for example `prop.invalid` or `ssh.host-key`. */
  readonly code: string;
  /** A construct path (`mumbai/edge/strong`), a device line, or a file. */
  readonly path: string;
  readonly message: string;
  /** What to do about it. */
  readonly hint?: string;
}

export const problem = (code: string, path: string, message: string, hint?: string): Problem =>
  hint === undefined ? { code, path, message } : { code, path, message, hint };

/** The one exception that carries problems. Everything else that is thrown is a defect of the program. */
export class ProblemError extends Error {
  constructor(readonly problems: readonly Problem[]) {
    super(problems.map(showProblem).join('\n'));
    this.name = 'ProblemError';
  }
}

export const fail = (code: string, path: string, message: string, hint?: string): never => {
  throw new ProblemError([problem(code, path, message, hint)]);
};

/** `[path] message`, the remedy indented below. */
export const showProblem = (p: Problem): string =>
  `[${p.path}] ${p.message}` + (p.hint === undefined ? '' : `\n    → ${p.hint}`);

/** Places of one problem that stand before its message; where there are more they stand below it. */
const placesBefore = 3;

/** The same problem at several places is one message, with all of them. */
export const showProblems = (problems: readonly Problem[]): readonly string[] =>
  [...groupBy(problems, ({ message, hint }) => `${message}\n${hint ?? ''}`).values()].map((same) => {
    const [first, ...others] = new Set(same.map(({ path }) => path));
    if (others.length < placesBefore) return showProblem({ ...same[0]!, path: [first, ...others].join(', ') });
    const path = `${first} and ${others.length} more`;
    return `${showProblem({ ...same[0]!, path })}\n    the others: ${others.join(', ')}`;
  });

/** What a program prints that declares nothing because of these problems. */
export const refusalWords = (problems: readonly Problem[]): string => {
  const count = problems.length === 1 ? '1 problem' : `${problems.length} problems`;
  return `${showProblems(problems).join('\n')}\n\n${count}, nothing written.\n`;
};

/** A defect of ours, said as one: nothing that a user wrote should end in an exception that is not a problem. */
export const defect = (error: unknown, path: string): Problem =>
  problem(
    'unexpected',
    path,
    `${error instanceof Error ? error.message.split('\n')[0]! : String(error)}. This is a fault of Tunnelwright`,
    'report it; TUNNELWRIGHT_DEBUG=1 shows where it happened',
  );

const programming = [TypeError, RangeError, ReferenceError, SyntaxError];

/** What an exception says, as problems: ours as they are, faults of files in words, others as one problem at `path`. */
export const problemsOf = (error: unknown, path: string): readonly Problem[] => {
  if (error instanceof ProblemError) return error.problems;
  if (programming.some((kind) => error instanceof kind)) return [defect(error, path)];
  const fault = fileFault(error, path);
  return [fault ?? problem('unexpected', path, error instanceof Error ? error.message : String(error))];
};
