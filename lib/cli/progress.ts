import { Listr } from 'listr2';
import type { Work } from '../run/target';

type Worker<T> = (work: Work, progress: (target: string, text: string) => void) => Promise<T>;

/**
 * Does the same on all targets at once and shows where each is: live on a terminal, one line a step elsewhere.
 * On standard error, so that what a command prints can be piped.
 */
export const onEach = async <T>(works: readonly Work[], worker: Worker<T>): Promise<readonly T[]> => {
  const results: T[] = [];
  if (!process.stderr.isTTY || process.env['CI']) {
    const line = (target: string, text: string): void => void process.stderr.write(`${target}: ${text}\n`);
    return Promise.all(works.map((work) => worker(work, line)));
  }
  const tasks = works.map((work, i) => ({
    title: work.target.id,
    task: async (_context: unknown, task: { output: string }) => {
      results[i] = await worker(work, (_target, text) => (task.output = text));
    },
  }));
  await new Listr(tasks, { concurrent: true, exitOnError: false, rendererOptions: { clearOutput: true } }).run();
  return results;
};
