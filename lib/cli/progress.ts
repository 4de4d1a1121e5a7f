import { Listr } from 'listr2';
import { visible } from '../kernel/text';
import type { Work } from '../run/target';
import { isLive } from './output';
import { note } from './report';

type Worker<T> = (work: Work, progress: (target: string, text: string) => void) => Promise<T>;

/**
 * Does the same on all targets at once and shows where each is: live on a terminal, one line a step elsewhere.
 * On standard error, so that what a command prints can be piped.
 */
export const onEach = async <T>(works: readonly Work[], worker: Worker<T>): Promise<readonly T[]> => {
  const results: T[] = [];
  if (!isLive || process.env['CI']) {
    const line = (target: string, text: string): void => note(`${target}: ${text}`);
    return Promise.all(works.map((work) => worker(work, line)));
  }
  const tasks = works.map((work, i) => ({
    title: visible(work.target.id),
    task: async (_context: unknown, task: { output: string }) => {
      results[i] = await worker(work, (_target, text) => (task.output = visible(text)));
    },
  }));
  await new Listr(tasks, { concurrent: true, exitOnError: false, rendererOptions: { clearOutput: true } }).run();
  return results;
};
