import { z } from 'zod';
import { stableJson, type Json } from '../../kernel/json';
import { fail } from '../../kernel/problem';
import { rolloutEvent, type Order, type RolloutEvent } from '../../rollout/event';
import { stateOf, type RolloutState } from '../../rollout/state';
import { newRun } from '../ledger/run-records';
import type { LedgerStore } from '../ledger/store';

const record = z.object({ format: z.literal(1), events: z.array(rolloutEvent) });

/** Names that no target can have, so that a rollout's records stand beside those of targets in any store. */
const logOf = (stack: string, name: string): string => `${stack}/=rollout=${name}`;
/** Where the programs of its starts are kept. */
export const programsOf = (stack: string, name: string): string => `${logOf(stack, name)}=program`;
/** The rollout whose events, orders or programs are kept under a name; undefined where it is that of a target. */
export const rolloutKept = (at: string): string | undefined => {
  const [, stack, name] = /^(.+)\/=rollout=(.+?)(?:=orders|=program)?$/.exec(at) ?? [];
  return name === undefined ? undefined : `${stack}/${name}`;
};
/** The rollouts whose records are kept in a store. */
export const rolloutsIn = async (
  store: LedgerStore,
): Promise<readonly { readonly stack: string; readonly name: string }[]> =>
  (await store.recorded()).flatMap((at) => {
    const [, stack, name] = /^(.+)\/=rollout=([^=]+)$/.exec(at) ?? [];
    return stack === undefined || name === undefined ? [] : [{ stack, name }];
  });
const ordersOf = (stack: string, name: string): string => `${logOf(stack, name)}=orders`;

const read = async (store: LedgerStore, at: string, entry: string): Promise<readonly RolloutEvent[]> => {
  const parsed = record.safeParse(await store.recall(at, entry));
  return parsed.success
    ? parsed.data.events
    : fail(
        'rollout.corrupt',
        at,
        `what was kept of it (${entry}) cannot be read. Nothing was changed`,
        'restore it from a backup; or abort it by starting it again under another name',
      );
};
const write = (store: LedgerStore, at: string, entry: string, events: readonly RolloutEvent[]): Promise<void> =>
  store.keep(at, entry, JSON.parse(stableJson({ format: 1, events })) as Json);

const place = (n: number): string => String(n).padStart(8, '0');
/** Which start of the rollout an entry is of: `20261120-143005-3fa2` of `20261120-143005-3fa2-00000001`. */
const startOf = (entry: string): string => entry.split('-').slice(0, 3).join('-');

/**
 * The events of a rollout in the ledger store: numbered records, each written once, so that any machine with the same store
 * goes on where another ended. One process at a time drives it, by the store's lease.
 */
export class RolloutLog {
  private next = 0;
  private readonly heard = new Set<string>();

  private constructor(
    private readonly store: LedgerStore,
    private readonly stack: string,
    readonly name: string,
    /** Which start it is. */
    readonly start: string,
    private known: RolloutEvent[],
  ) {}

  /** The last start of a rollout; undefined where it was never started. */
  static async last(store: LedgerStore, stack: string, name: string): Promise<RolloutLog | undefined> {
    const entries = await store.runs(logOf(stack, name));
    const [latest] = entries;
    if (latest === undefined) return undefined;
    const start = startOf(latest);
    const log = new RolloutLog(store, stack, name, start, []);
    const own = entries.filter((entry) => startOf(entry) === start).sort();
    for (const entry of own) log.known.push(...(await read(store, logOf(stack, name), entry)));
    log.next = own.length;
    return log;
  }

  /** A new start: what was kept of earlier ones stays. Its name comes after theirs, also within one second. */
  static async begin(
    store: LedgerStore,
    stack: string,
    name: string,
    now: () => number = Date.now,
  ): Promise<RolloutLog> {
    const [latest] = await store.runs(logOf(stack, name));
    let start = newRun(new Date(now()));
    for (let later = 1; latest !== undefined && start <= startOf(latest); later++)
      start = newRun(new Date(now() + later * 1000));
    return new RolloutLog(store, stack, name, start, []);
  }

  /**
   * Writes events as the record of that number, once: what is there already must be the same. For an engine whose workers
   * may be told twice.
   */
  static async put(
    store: LedgerStore,
    at: { readonly stack: string; readonly name: string; readonly start: string },
    number: number,
    events: readonly RolloutEvent[],
  ): Promise<void> {
    const log = logOf(at.stack, at.name);
    const entry = `${at.start}-${place(number)}`;
    const unlock = await store.lock(log);
    try {
      const there = await store.recall(log, entry);
      if (there === undefined) return await write(store, log, entry, events);
      const same = stableJson(await read(store, log, entry)) === stableJson(events);
      if (!same)
        fail('rollout.diverged', log, `record ${number} says something else already`, 'let one engine carry a rollout');
    } finally {
      await unlock();
    }
  }

  /** Events of a start from one of its records on, at most so many records; `next`: the record that follows. */
  static async page(
    store: LedgerStore,
    at: { readonly stack: string; readonly name: string; readonly start: string },
    from: number,
    most: number,
  ): Promise<{ readonly events: readonly RolloutEvent[]; readonly records: number; readonly next?: number }> {
    const log = logOf(at.stack, at.name);
    const own = (await store.runs(log)).filter((entry) => startOf(entry) === at.start).sort();
    const chosen = own.slice(from, from + most);
    const events: RolloutEvent[] = [];
    for (const entry of chosen) events.push(...(await read(store, log, entry)));
    return { events, records: own.length, ...(from + most < own.length ? { next: from + most } : {}) };
  }

  /** Takes the lease of a rollout, or throws where another process drives it. */
  static lock(store: LedgerStore, stack: string, name: string): Promise<() => Promise<void>> {
    return store.lock(logOf(stack, name));
  }

  get events(): readonly RolloutEvent[] {
    return this.known;
  }

  /** Writes events down, all or none. */
  async append(events: readonly RolloutEvent[]): Promise<void> {
    if (events.length === 0) return;
    await write(this.store, logOf(this.stack, this.name), `${this.start}-${place(this.next)}`, events);
    this.next += 1;
    this.known.push(...events);
  }

  /** What another process has written since the last time. */
  async news(): Promise<readonly RolloutEvent[]> {
    const place = { stack: this.stack, name: this.name, start: this.start };
    const { events, records } = await RolloutLog.page(this.store, place, this.next, Infinity);
    this.next = records;
    this.known.push(...events);
    return events;
  }

  /** What a person orders, from any machine: it is written beside the events, which another process may be writing. */
  async order(order: Order): Promise<void> {
    const at = ordersOf(this.stack, this.name);
    const unlock = await this.store.lock(at);
    try {
      const before = (await this.store.runs(at)).filter((entry) => startOf(entry) === this.start);
      await write(this.store, at, `${this.start}-${place(before.length)}`, [order]);
    } finally {
      await unlock();
    }
  }

  /** Orders that are not among the events yet, in their order; each is given once. */
  async orders(): Promise<readonly Order[]> {
    const given = await this.pending();
    for (const { entry } of given) this.heard.add(entry);
    return given.flatMap(({ orders }) => orders);
  }

  /** The state with the orders that no process has heard yet. */
  async stateNow(): Promise<RolloutState | undefined> {
    const state = stateOf(this.known);
    if (state !== undefined)
      for (const { orders } of await this.pending()) orders.forEach((order) => state.take(order));
    return state;
  }

  private async pending(): Promise<readonly { readonly entry: string; readonly orders: readonly Order[] }[]> {
    const at = ordersOf(this.stack, this.name);
    const entries = (await this.store.runs(at)).filter((entry) => startOf(entry) === this.start).sort();
    return Promise.all(
      entries
        .filter((entry) => !this.heard.has(entry))
        .map(async (entry) => {
          const orders = (await read(this.store, at, entry)) as readonly Order[];
          return { entry, orders: orders.filter((order) => !this.has(order)) };
        }),
    );
  }

  private has(order: Order): boolean {
    const words = stableJson(order);
    return this.known.some((event) => event.what === order.what && stableJson(event) === words);
  }
}

/** `stack/name` of the rollouts in a store that have begun and not ended. */
export const rolloutsUnderWay = async (store: LedgerStore): Promise<readonly string[]> => {
  const found: string[] = [];
  for (const { stack, name } of await rolloutsIn(store)) {
    const state = stateOf((await RolloutLog.last(store, stack, name))?.events ?? []);
    if (state !== undefined && state.outcome === undefined) found.push(`${stack}/${name}`);
  }
  return found;
};
