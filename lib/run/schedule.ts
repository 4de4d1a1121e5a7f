import { topological } from '../kernel/graph';

/** Work in two halves: what is new is made after what it needs, what goes is cleared after all that may still use it. */
export interface Job<T> {
  readonly id: string;
  /** What it needs now. */
  readonly needs: readonly string[];
  /** What it needed when it was done last. */
  readonly needed: readonly string[];
  /** `needs`: how those came out. */
  create(needs: ReadonlyMap<string, T>): Promise<T>;
  /** `users`: how all that need it, or did, came out in the end. */
  prune(made: T, users: ReadonlyMap<string, T>): Promise<T>;
}

const idOf = (job: { readonly id: string }): string => job.id;

/** Who uses each, now or when it was done last. */
export const usersIn = (jobs: readonly Pick<Job<unknown>, 'id' | 'needs' | 'needed'>[]) =>
  new Map(
    jobs.map(({ id }) => [
      id,
      jobs.filter((other) => other.id !== id && [...other.needs, ...other.needed].includes(id)).map(idOf),
    ]),
  );

/** Runs each after those that it waits for, and all others at once. What is not among them is not waited for. */
const chained = <T>(
  jobs: readonly Job<T>[],
  waitsFor: (job: Job<T>) => readonly string[],
  run: (job: Job<T>, before: ReadonlyMap<string, T>) => Promise<T>,
): ReadonlyMap<string, Promise<T>> => {
  const started = new Map<string, Promise<T>>();
  for (const job of topological(jobs, idOf, waitsFor).ordered) {
    const before = waitsFor(job).flatMap((id) => {
      const other = started.get(id);
      return other === undefined ? [] : [other.then((ended) => [id, ended] as const)];
    });
    started.set(
      job.id,
      Promise.all(before).then((ended) => run(job, new Map(ended))),
    );
  }
  return started;
};

/**
 * Does all jobs, each as soon as it can be: by id, what will come out of it. Nothing is left out because another failed;
 * `make` and `clear` are told and decide. A job that no other uses clears at once.
 */
export const runInOrder = <T>(jobs: readonly Job<T>[]): ReadonlyMap<string, Promise<T>> => {
  const users = usersIn(jobs);
  const made = chained(
    jobs,
    (job) => job.needs,
    (job, needs) => job.create(needs),
  );
  return chained(
    jobs,
    (job) => users.get(job.id)!,
    async (job, after) => job.prune(await made.get(job.id)!, after),
  );
};
