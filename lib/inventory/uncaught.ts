import { ProblemError, refusalWords } from '../kernel/problem';
import { visible } from '../kernel/text';

/** Errors of tables that were thrown into a program, which may catch them. */
const thrown = new WeakSet<ProblemError>();
let isHeard = false;

/** Ends the process as synth does. Another error, which is heard too from then on, is said as Node says it. */
const end = (error: unknown): void => {
  if (error instanceof ProblemError && thrown.has(error)) process.stderr.write(visible(refusalWords(error.problems)));
  else console.error(error);
  process.exit(1);
};

const remember = (error: unknown): void => {
  if (!(error instanceof ProblemError)) return;
  thrown.add(error);
  if (isHeard) return;
  isHeard = true;
  process.on('uncaughtException', end);
};

/**
 * Reads for a program. What is wrong is thrown; where the program does not catch it, it is printed as synth prints
 * problems, and not as a crash of the program: that a table has a fault is no fault in the program.
 */
export const forProgram = <T>(read: () => T): T => {
  try {
    return read();
  } catch (error) {
    remember(error);
    throw error;
  }
};

/** The same where it is waited for. */
export const forProgramLater = async <T>(read: () => Promise<T>): Promise<T> => {
  try {
    return await read();
  } catch (error) {
    remember(error);
    throw error;
  }
};
