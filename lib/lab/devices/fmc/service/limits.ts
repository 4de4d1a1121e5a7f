import { atLeast } from '../../../../kernel/version';
import { errorBody, type Answer } from '../answer';

export interface Counters {
  readonly requests: number;
  readonly reads: number;
  readonly writes: number;
  readonly logins: number;
  readonly refreshes: number;
  readonly rejected: number;
  readonly maxParallelReads: number;
  readonly maxParallelWrites: number;
}

const mostReads = 10;
const tooMany = (text: string): Answer => ({ status: 429, body: errorBody('FRAMEWORK', text) });

/** 120 requests in a minute, 300 from 7.4.1. */
export const requestsPerMinuteOf = (version: string): number => (atLeast(version, '7.4.1') ? 300 : 120);

/** Ten reads and one write at a time, and so many requests in any minute (0: no limit). No Retry-After is sent. */
export class Limits {
  readonly counters = {
    requests: 0,
    reads: 0,
    writes: 0,
    logins: 0,
    refreshes: 0,
    rejected: 0,
    maxParallelReads: 0,
    maxParallelWrites: 0,
  };
  private recent: number[] = [];
  private reads = 0;
  private writes = 0;

  constructor(private readonly perMinute: number) {}

  /** Counts a request; the refusal where there are too many in this minute. */
  admit(): Answer | undefined {
    const now = Date.now();
    this.recent = this.recent.filter((at) => at > now - 60_000);
    this.counters.requests += 1;
    if (this.perMinute > 0 && this.recent.length >= this.perMinute)
      return this.refuse(`The rate limit of ${this.perMinute} requests per minute is exceeded`);
    this.recent.push(now);
    return undefined;
  }

  /** A seat for a read or a write, or the refusal. Call `leave` when the answer is out. */
  enter(write: boolean): { readonly leave: () => void } | Answer {
    if (write ? this.writes >= 1 : this.reads >= mostReads)
      return this.refuse(write ? 'Parallel add/update/delete operations are blocked' : 'Too many parallel requests');
    if (write) this.writes += 1;
    else this.reads += 1;
    this.count(write);
    let seated = true;
    const leave = (): void => {
      if (!seated) return;
      seated = false;
      if (write) this.writes -= 1;
      else this.reads -= 1;
    };
    return { leave };
  }

  private count(write: boolean): void {
    const { counters } = this;
    counters.writes += write ? 1 : 0;
    counters.reads += write ? 0 : 1;
    counters.maxParallelWrites = Math.max(counters.maxParallelWrites, this.writes);
    counters.maxParallelReads = Math.max(counters.maxParallelReads, this.reads);
  }

  private refuse(text: string): Answer {
    this.counters.rejected += 1;
    return tooMany(text);
  }
}
