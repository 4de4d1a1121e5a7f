import { z } from 'zod';
import type { Json } from '../../../kernel/json';

/**
 * Requests that a process may send without asking again: what all processes with the same ledgers keep together. `until`:
 * as long as they may count at the FMC, in milliseconds by the clock of the store.
 */
export interface Grant {
  readonly id: string;
  readonly count: number;
  readonly until: number;
}

/** A block that is used up or too old: how many of it were sent, and how long ago the last of them. */
export interface Spent {
  readonly id: string;
  readonly used: number;
  readonly agoMs: number;
}

export const minute = 60_000;
/** How long the requests of a block may be sent. */
export const blockMs = 5_000;
/** Clocks of stores may go in whole seconds, and a request takes its time on the way. */
const slackMs = 1_500;

const shape = z.object({
  grants: z.array(z.object({ id: z.string(), count: z.int().min(1), until: z.number() })),
});

/** Grants that count still. What cannot be read counts nothing. A clock that was set back keeps none longer than it has. */
const counting = (there: Json | undefined, now: number): readonly Grant[] => {
  const read = shape.safeParse(there);
  const latest = now + blockMs + minute + slackMs;
  return read.success
    ? read.data.grants
        .filter(({ until }) => until > now)
        .map((grant) => ({ ...grant, until: Math.min(grant.until, latest) }))
    : [];
};

const settled = (grant: Grant, spent: Spent | undefined, now: number): readonly Grant[] => {
  if (spent?.id !== grant.id) return [grant];
  const until = Math.min(grant.until, now - spent.agoMs + minute + slackMs);
  return spent.used === 0 || until <= now ? [] : [{ ...grant, count: spent.used, until }];
};

/** A block that is asked for: at most `want` requests. */
export interface Asked {
  readonly id: string;
  readonly want: number;
  readonly perMinute: number;
}

/** What is there after a process has said what it has used and taken what is left, as far as it asks for it. */
export const draw = (there: Json | undefined, now: number, spent: Spent | undefined, asked?: Asked): Json => {
  const grants = counting(there, now).flatMap((grant) => settled(grant, spent, now));
  const taken = grants.reduce((sum, { count }) => sum + count, 0);
  const count = asked === undefined ? 0 : Math.min(asked.want, asked.perMinute - taken);
  const mine = count < 1 ? [] : [{ id: asked!.id, count, until: now + blockMs + minute + slackMs }];
  return { grants: [...grants, ...mine].map((grant) => ({ ...grant })) };
};

/** How many of the requests were given, and where none, how long it takes until some are free. */
export const drawn = (kept: Json, now: number, id: string): { readonly count: number; readonly waitMs: number } => {
  const grants = counting(kept, now);
  const count = grants.find((grant) => grant.id === id)?.count ?? 0;
  const first = Math.min(...grants.map(({ until }) => until));
  return { count, waitMs: count > 0 ? 0 : Math.min(minute, Math.max(10, first - now)) };
};
