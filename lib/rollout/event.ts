import { z } from 'zod';
import { plain } from '../model/plain-text';

const ids = z.array(plain());
/** Milliseconds since 1970. */
const at = z.number();
/** `user@host`. */
const by = plain();
const words = z.array(z.string());

/** How a run on a device ended. `unreached`: it did not answer, and nothing was changed. */
const ends = ['done', 'failed', 'unknown', 'unreached', 'skipped'] as const;
export type DeviceEnd = (typeof ends)[number];

const outcomes = ['done', 'stopped', 'rolled back', 'aborted'] as const;
/** How a rollout ended. `done`: every wave passed its gate. */
export type RolloutOutcome = (typeof outcomes)[number];

const plannedWave = z.object({
  name: plain(),
  steps: z.array(ids),
  approval: z.boolean(),
  parallel: z.number(),
});

/** What drives a rollout besides a process of the command. */
const engine = z.object({
  /** A Temporal server carries it: its workflow drives it, and its workers change the devices. */
  name: z.literal('temporal'),
  workflow: plain(),
  /** The task queue of workers that serve no label. */
  queue: plain(),
  /** Devices with this label are changed by workers that serve its value. */
  queueBy: plain().optional(),
});
export type Engine = z.output<typeof engine>;

/**
 * What happened in a rollout. The events in their order are all that there is to know of it: on another machine the state
 * is made from them again.
 */
export const rolloutEvent = z.discriminatedUnion('what', [
  z.object({
    what: z.literal('started'),
    at,
    by,
    waves: z.array(plannedWave),
    /** What each target needs of the others of the rollout. */
    needs: z.record(z.string(), ids),
    /** Digest of what each target shall be, so that a changed program is noticed. */
    digests: z.record(z.string(), z.string()),
    allowDisruption: z.boolean(),
    /** What exists under our names and is not managed is taken over; absent: it is refused. */
    adopt: z.boolean().optional(),
    /** What drives it; absent: a process of the command. */
    engine: engine.optional(),
  }),
  /** A process took it over, since the one before had ended in the middle. */
  z.object({ what: z.literal('taken over'), at, by }),
  z.object({ what: z.literal('begun'), at, targets: ids, run: plain() }),
  z.object({
    what: z.literal('ended'),
    at,
    target: plain(),
    as: z.enum(ends),
    /** Tunnels that were up before. */
    up: ids.optional(),
    words,
  }),
  z.object({ what: z.literal('gate asked'), at, wave: z.number() }),
  z.object({ what: z.literal('gate'), at, wave: z.number(), passed: z.boolean(), words }),
  z.object({ what: z.literal('rollback begun'), at, target: plain() }),
  z.object({ what: z.literal('rolled back'), at, target: plain(), done: z.boolean(), words }),
  z.object({ what: z.literal('paused'), at, by }),
  z.object({ what: z.literal('resumed'), at, by }),
  z.object({ what: z.literal('approved'), at, by, wave: z.number() }),
  z.object({ what: z.literal('aborted'), at, by }),
  z.object({ what: z.literal('finished'), at, outcome: z.enum(outcomes) }),
]);

export type RolloutEvent = z.output<typeof rolloutEvent>;
/** What a person says to a rollout that is under way. */
export type Order = Extract<RolloutEvent, { readonly what: 'paused' | 'resumed' | 'approved' | 'aborted' }>;

/** What who started a rollout has agreed to. */
export interface Agreed {
  /** Tunnels that are up may be dropped. */
  readonly allowDisruption: boolean;
  /** What exists under our names and is not managed is taken over. */
  readonly adopt?: boolean | undefined;
}
export const agreedIn = ({ allowDisruption, adopt }: Agreed): Agreed => ({
  allowDisruption,
  ...(adopt ? { adopt } : {}),
});
