import type { Json } from '../kernel/json';

/** What a service answered when all that can be imported of it was read: enough for that, without asking again. */
export interface Answers {
  /** What it says that it runs, for example `7.4.1`; undefined where it does not say. */
  readonly version?: string;
  /** The UUID of the domain that was read, where it has domains. */
  readonly domain?: string;
  /** By the path of the request: a list, all pages of it, or an object. */
  readonly answers: Readonly<Record<string, Json>>;
}
