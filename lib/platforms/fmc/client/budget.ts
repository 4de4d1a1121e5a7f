import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { atLeast } from '../../../kernel/version';
import type { Exchange } from '../../../contract/session';
import { blockMs, draw, drawn, minute, type Spent } from './grants';

/** Requests that this process may send: at most so many in any minute. Who comes too early waits. */
export interface Budget {
  turn(): Promise<void>;
  /** Lets other processes have what was taken and not used. */
  giveBack(): Promise<void>;
  /** How many were sent, retries and logins too. */
  readonly used: () => number;
}

/** Milliseconds since 1970, and a wait of so many; virtual in tests. */
export interface Clock {
  readonly now: () => number;
  readonly wait: (ms: number) => Promise<unknown>;
}
const realClock: Clock = { now: Date.now, wait: (ms) => pause(ms) };

/** The lowest rate that one of its users has set. */
export interface Rate {
  perMinute: number;
}

/** What this process alone has sent. */
export const makeBudget = (rate: Rate, { now, wait }: Clock = realClock): Budget => {
  const sent: number[] = [];
  let used = 0;
  const turn = async (): Promise<void> => {
    for (;;) {
      while (sent.length > 0 && sent[0]! <= now() - minute) sent.shift();
      if (sent.length < rate.perMinute) break;
      await wait(Math.max(1, sent[0]! + minute - now()));
    }
    sent.push(now());
    used += 1;
  };
  return { turn, used: () => used, giveBack: async () => undefined };
};

/** Where processes share a budget. */
export interface SharedPlace {
  readonly exchange: Exchange;
  /** Of the service: `fmc=fmc.example.net:443`. */
  readonly name: string;
  /** Told when the place does not answer: for a minute this process counts for itself. */
  readonly failed: (error: unknown) => void;
}

/** Requests that were granted at once, so that a request does not cost a question to the store each. */
interface Block {
  /** Undefined: not of the store. */
  readonly id: string | undefined;
  readonly count: number;
  readonly until: number;
  used: number;
  last: number;
}

/** Blocks of a minute's requests: so many processes find something left at once. */
const blocks = 12;

/** A budget that processes share, by blocks that are leased from a store, and within it that of this process. */
class SharedBudget implements Budget {
  private block: Block = { id: undefined, count: 0, until: 0, used: 0, last: 0 };
  private drawing: Promise<void> | undefined;

  constructor(
    private readonly own: Budget,
    private readonly rate: Rate,
    private readonly place: SharedPlace,
    private readonly clock: Clock,
  ) {}

  get used() {
    return this.own.used;
  }

  async turn(): Promise<void> {
    while (this.block.used >= this.block.count || this.clock.now() >= this.block.until)
      await (this.drawing ??= this.draw().finally(() => (this.drawing = undefined)));
    const { block } = this;
    block.used += 1;
    await this.own.turn();
    block.last = this.clock.now();
  }

  async giveBack(): Promise<void> {
    const { name, exchange } = this.place;
    const spent = this.spent();
    if (spent === undefined) return;
    this.block = { ...this.block, id: undefined, count: 0 };
    // What was not given back is free within a minute.
    await exchange(name, (there, now) => draw(there, now, spent)).catch(() => undefined);
  }

  private spent(): Spent | undefined {
    const { id, used, last } = this.block;
    return id === undefined ? undefined : { id, used, agoMs: Math.max(0, this.clock.now() - last) };
  }

  /** Another block, or the wait until there may be one. Its time runs from before the store was asked. */
  private async draw(): Promise<void> {
    const { name, exchange, failed } = this.place;
    const { perMinute } = this.rate;
    const asked = { id: randomUUID(), want: Math.max(1, Math.ceil(perMinute / blocks)), perMinute };
    const since = this.clock.now();
    const spent = this.spent();
    let time = 0;
    try {
      const kept = await exchange(name, (there, now) => draw(there, (time = now), spent, asked));
      if (kept === undefined) return this.alone(since);
      if (this.clock.now() - since >= blockMs) throw new Error(`the ledgers take ${blockMs / 1000} s to answer`);
      const { count, waitMs } = drawn(kept, time, asked.id);
      this.block = { id: count > 0 ? asked.id : undefined, count, until: since + blockMs, used: 0, last: since };
      if (count === 0) await this.clock.wait(waitMs);
    } catch (error) {
      failed(error);
      this.alone(since);
    }
  }

  private alone(since: number): void {
    this.block = { id: undefined, count: Infinity, until: since + minute, used: 0, last: since };
  }
}

/** The budget of this process within one that all processes with the same ledgers share. */
export const shareBudget = (own: Budget, rate: Rate, place: SharedPlace, clock: Clock = realClock): Budget =>
  new SharedBudget(own, rate, place, clock);

/** 300 requests a minute from 7.4.1, 120 before. */
export const requestsPerMinute = (version: string): number => (atLeast(version, '7.4.1') ? 300 : 120);
