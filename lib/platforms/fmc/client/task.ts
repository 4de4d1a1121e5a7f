import { setTimeout as pause } from 'node:timers/promises';
import type { JsonObject } from '../../../kernel/json';
import { statusOf } from '../../../wire/https';
import { isPathWord } from '../../../wire/rest-path';
import type { FmcClient } from './client';

export const isRunning = (status: string): boolean =>
  /^(pending|running|in_progress|deploying|unknown|queued)/i.test(status);
export const isFailed = (status: string): boolean => /fail|abort|cancel|error/i.test(status);

export interface SubTask {
  readonly target?: { readonly id?: string; readonly name?: string };
  readonly status?: string;
  readonly message?: string;
}
export const subTasksOf = (task: JsonObject): readonly SubTask[] => (task['subTasks'] ?? []) as readonly SubTask[];

interface Named {
  readonly id?: unknown;
}

/** The task that an answer names: in its metadata, or as itself. Undefined where it names none. */
export const taskIn = (answer: JsonObject): string | undefined => {
  const { metadata, task } = answer as { readonly metadata?: { readonly task?: Named }; readonly task?: Named };
  const id = metadata?.task?.id ?? task?.id;
  return typeof id === 'number' || isPathWord(id) ? String(id) : undefined;
};

/** Looks again and again, less and less often, until there is an answer or the time is over. */
export const until = async <T>(deadline: number, look: () => Promise<T | undefined>): Promise<T | undefined> => {
  for (let wait = 100; ; wait = Math.min(wait * 1.5, 10_000)) {
    const found = await look();
    if (found !== undefined || Date.now() > deadline) return found;
    await pause(Math.min(wait, Math.max(1, deadline - Date.now())));
  }
};

/** Follows a task to its end; at the deadline, what it says then. */
export const follow = async (
  client: FmcClient,
  id: string,
  deadline: number,
  progress: (status: string) => void,
): Promise<JsonObject> => {
  let last: JsonObject = { status: 'PENDING' };
  const done = await until(deadline, async () => {
    // The task may not be known for a moment after the request.
    last = await client.get(`job/taskstatuses/${id}`).catch((error: unknown) => {
      if (statusOf(error) === 404) return last;
      throw error;
    });
    const status = String(last['status'] ?? 'UNKNOWN');
    progress(status.toLowerCase());
    return isRunning(status) ? undefined : last;
  });
  return done ?? last;
};
