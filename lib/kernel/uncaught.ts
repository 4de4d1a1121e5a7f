import { ProblemError, refusalWords, type Problem } from './problem';
import { visible } from './text';

/** What an error that a program does not catch says in words; undefined where that is no mistake that is known. */
type Saying = (error: unknown) => readonly Problem[] | undefined;

const problemsIn: Saying = (error) => (error instanceof ProblemError ? error.problems : undefined);
let saying = problemsIn;
let isHeard = false;

/** Ends the process as synth does. An error that is no known mistake is said as Node says it. */
const end = (error: unknown): void => {
  // What else hears them, a runner of tests for example, decides itself.
  if (process.listenerCount('uncaughtException') > 1) return;
  const problems = process.env['TUNNELWRIGHT_DEBUG'] ? undefined : saying(error);
  if (problems === undefined) console.error(error);
  else process.stderr.write(visible(refusalWords(problems)));
  process.exit(1);
};

/** From now on mistakes that a program does not catch are printed as synth prints problems, and not as a crash. */
export const hearUncaught = (better?: Saying): void => {
  saying = better ?? saying;
  if (isHeard) return;
  isHeard = true;
  process.on('uncaughtException', end);
};

const hear = (error: unknown): void => {
  if (error instanceof ProblemError) hearUncaught();
};

/**
 * Reads for a program. What is wrong is thrown; where the program does not catch it, it is printed as synth prints
 * problems, and not as a crash of the program: that a table has a fault is no fault in the program.
 */
export const forProgram = <T>(read: () => T): T => {
  try {
    return read();
  } catch (error) {
    hear(error);
    throw error;
  }
};

/** The same where it is waited for. */
export const forProgramLater = async <T>(read: () => Promise<T>): Promise<T> => {
  try {
    return await read();
  } catch (error) {
    hear(error);
    throw error;
  }
};
