import { setTimeout as pause } from 'node:timers/promises';
import limitTo, { type Limit } from 'p-limit';
import type { Json, JsonObject } from '../../kernel/json';
import { boundsOf } from '../../wire/rest-bounds';
import { habitsOf } from './endpoints';
import { pageOf, wholeList } from './pages';

type Body = Json | FormData;
type Request = (method: string, path: string, params?: object, body?: Body) => Promise<JsonObject>;

const unsettled: readonly (number | undefined)[] = [400, 404, 500];
const mostAttempts = 5;

export interface Lanes {
  readonly reads: Limit;
  readonly writes: Limit;
}
/** Ten reads and one write at a time. */
export const makeLanes = (): Lanes => ({
  reads: limitTo(10),
  writes: limitTo(1),
});

/** Requests in their lanes, lists whole, and children that come and go asked for until they stay. */
export const makeQueue = (
  request: Request,
  statusOf: (error: unknown) => number | undefined,
  retrySeconds: number,
  { reads, writes }: Lanes = makeLanes(),
  listBytes: number = boundsOf({}).listBytes,
) => {
  /** Five times, five seconds apart by default. */
  const steadily = async (path: string, work: () => Promise<JsonObject>): Promise<JsonObject> => {
    for (let attempt = 0; ; attempt++) {
      try {
        return await work();
      } catch (error) {
        const again = habitsOf(path).unstable && unsettled.includes(statusOf(error));
        if (!again || attempt === mostAttempts) throw error;
        await pause(retrySeconds * 2500);
      }
    }
  };

  const page = (path: string, params: object, offset: number) =>
    reads(() => steadily(path, () => request('GET', path, { ...params, expanded: true, limit: 1000, offset })));

  /** All pages; those after the first at once. A list that somebody changes meanwhile has other offsets: read again. */
  const list = async (path: string, params = {}): Promise<readonly JsonObject[]> => {
    for (let attempt = 0; attempt < 3; attempt++) {
      const found = await wholeList(path, async (offset) => pageOf(path, await page(path, params, offset)), listBytes);
      if (found !== undefined) return found;
    }
    throw new Error(`the list ${path} changes while it is read, or is not as long as it says`);
  };

  return {
    list,
    get: (path: string) => reads(() => steadily(path, () => request('GET', path))),
    write: (method: 'POST' | 'PUT' | 'DELETE', path: string, body?: Body) =>
      writes(() =>
        method === 'PUT'
          ? steadily(path, () => request(method, path, undefined, body))
          : request(method, path, undefined, body),
      ),
  };
};
