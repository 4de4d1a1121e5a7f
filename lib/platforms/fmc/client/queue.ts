import { setTimeout as pause } from 'node:timers/promises';
import limitTo, { type Limit } from 'p-limit';
import type { Json, JsonObject } from '../../../kernel/json';
import { boundsOf } from '../../../wire/rest-bounds';
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

export interface QueueOptions {
  /** The HTTP status of what went wrong; undefined where there was no answer. */
  readonly statusOf: (error: unknown) => number | undefined;
  readonly retrySeconds: number;
  readonly lanes?: Lanes;
  readonly listBytes?: number;
}

/** Requests in their lanes, lists whole, and children that come and go asked for until they stay. */
export class RequestQueue {
  private readonly lanes: Lanes;

  constructor(
    private readonly request: Request,
    private readonly options: QueueOptions,
  ) {
    this.lanes = options.lanes ?? makeLanes();
  }

  /** All pages; those after the first at once. A list that is changed meanwhile has other offsets: read again. */
  async list(path: string, params = {}): Promise<readonly JsonObject[]> {
    const listBytes = this.options.listBytes ?? boundsOf({}).listBytes;
    for (let attempt = 0; attempt < 3; attempt++) {
      const read = async (offset: number) => pageOf(path, await this.page(path, params, offset), offset);
      const found = await wholeList(path, read, listBytes);
      if (found !== undefined) return found;
    }
    throw new Error(`the list ${path} changes while it is read, or is not as long as it says`);
  }

  get(path: string): Promise<JsonObject> {
    return this.lanes.reads(() => this.steadily(path, () => this.request('GET', path)));
  }

  write(method: 'POST' | 'PUT' | 'DELETE', path: string, body?: Body): Promise<JsonObject> {
    const send = (): Promise<JsonObject> => this.request(method, path, undefined, body);
    return this.lanes.writes(() => (method === 'PUT' ? this.steadily(path, send) : send()));
  }

  private page(path: string, params: object, offset: number): Promise<JsonObject> {
    const query = { ...params, expanded: true, limit: 1000, offset };
    return this.lanes.reads(() => this.steadily(path, () => this.request('GET', path, query)));
  }

  /** Five times, five seconds apart by default. */
  private async steadily(path: string, work: () => Promise<JsonObject>): Promise<JsonObject> {
    const { statusOf, retrySeconds } = this.options;
    for (let attempt = 0; ; attempt++) {
      try {
        return await work();
      } catch (error) {
        const again = habitsOf(path).unstable && unsettled.includes(statusOf(error));
        if (!again || attempt === mostAttempts) throw error;
        await pause(retrySeconds * 2500);
      }
    }
  }
}
