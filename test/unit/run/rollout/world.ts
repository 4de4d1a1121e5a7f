import { rollout, type Rollout } from '../../../../lib/model/rollout';
import type { RolloutProps } from '../../../../lib/model/rollout-props';
import type { Order, RolloutEvent, RolloutOutcome } from '../../../../lib/rollout/event';
import { stateOf, type GateResult, type RolloutState } from '../../../../lib/rollout/state';
import { wavesOf, type Member } from '../../../../lib/rollout/waves';
import { drive, type Ended, type RolloutWorld } from '../../../../lib/run/rollout/drive';

export const minute = 60_000;
/** A Wednesday, 12:00 UTC. */
export const noon = Date.UTC(2026, 0, 7, 12);

export const declared = (props: RolloutProps): Rollout => rollout.parse({ name: 'march', ...props });
export const devices = (count: number, more: Partial<Member> = {}): readonly Member[] =>
  Array.from({ length: count }, (_, i) => ({ id: `r${i}`, labels: {}, hub: false, needs: [], ...more }));

export interface Behaviour {
  /** How a device ends at its n-th attempt (from 1); default done after a minute. */
  readonly ends?: (id: string, attempt: number) => Ended['as'];
  /** Minutes that a device takes. Default: 1. */
  readonly takes?: (id: string) => number;
  readonly gate?: (wave: number) => boolean;
  readonly rollBack?: (id: string) => boolean;
  /** Orders by the minute at which they are given. */
  readonly orders?: readonly (readonly [number, Order['what'], number?])[];
  /** The process is killed once so many events are written. */
  readonly killedAt?: readonly number[];
}

/** The process that drives is gone: what it had in hand goes on at the devices, and it writes nothing more. */
class Killed extends Error {}

/** A clock that goes on when nothing else is to be done. */
class VirtualClock {
  private readonly queue: { at: number; go: () => void }[] = [];
  now = noon;

  at(ms: number): Promise<void> {
    return new Promise((go) => {
      const at = this.now + ms;
      const place = this.queue.findIndex((one) => one.at > at);
      this.queue.splice(place < 0 ? this.queue.length : place, 0, { at, go });
    });
  }

  async until(ended: () => boolean): Promise<void> {
    while (!ended()) {
      await new Promise((go) => setImmediate(go));
      const next = this.queue.shift();
      if (ended()) return;
      if (next === undefined) throw new Error('nothing is to be done and the rollout has not ended');
      this.now = Math.max(this.now, next.at);
      next.go();
    }
  }
}

/** Devices that change in virtual time, and processes that drive a rollout of them and may be killed. */
export class World {
  readonly clock = new VirtualClock();
  /** What is written: all that survives a kill. */
  readonly events: RolloutEvent[] = [];
  /** Moments at which a change of a device began and ended, by wave of its device. */
  readonly changes: { id: string; from: number; until: number }[] = [];
  readonly back: string[] = [];
  kills = 0;
  private readonly attempts = new Map<string, number>();
  private readonly heard = new Set<number>();
  private runs = 0;

  constructor(
    readonly rollout: Rollout,
    readonly members: readonly Member[],
    private readonly behaviour: Behaviour = {},
    together: readonly (readonly [string, string])[] = [],
  ) {
    const { waves } = wavesOf(rollout, members, together);
    this.events.push({
      what: 'started',
      at: noon,
      by: 'me@here',
      waves: waves.map((wave) => ({ ...wave, steps: wave.steps.map((step) => [...step]) })),
      needs: Object.fromEntries(members.map(({ id, needs }) => [id, [...needs]])),
      digests: {},
      allowDisruption: false,
    });
  }

  get state(): RolloutState {
    return stateOf(this.events)!;
  }

  /** Drives it until it ends, with a new process after each kill. */
  async run(): Promise<RolloutOutcome | 'interrupted'> {
    for (;;) {
      const outcome = await this.process();
      if (outcome !== undefined) return outcome;
      this.kills += 1;
      this.events.push({ what: 'taken over', at: this.clock.now, by: 'me@elsewhere' });
    }
  }

  private async process(): Promise<RolloutOutcome | 'interrupted' | undefined> {
    let ended = false;
    let wake: () => void = () => undefined;
    const alive = { is: true };
    const result = drive(
      this.rollout,
      this.state,
      this.port(
        alive,
        () => wake(),
        (go) => (wake = go),
      ),
    )
      .catch((error: unknown) => {
        if (error instanceof Killed) return undefined;
        throw error;
      })
      .finally(() => {
        ended = true;
        alive.is = false;
      });
    await this.clock.until(() => ended);
    return result;
  }

  private port(alive: { is: boolean }, wake: () => void, setWake: (go: () => void) => void): RolloutWorld {
    const { clock, behaviour } = this;
    return {
      now: () => clock.now,
      longestWait: minute,
      wait: (ms) => Promise.race([clock.at(Math.max(ms, minute)), new Promise<void>((go) => setWake(go))]),
      wake,
      newRun: () => `run-${(this.runs += 1)}`,
      append: async (events) => {
        for (const event of events) {
          if (!alive.is) throw new Killed();
          if (behaviour.killedAt?.[this.kills] === this.events.length) {
            alive.is = false;
            throw new Killed();
          }
          this.events.push(event);
        }
      },
      orders: async () => this.ordersNow(),
      apply: (targets) => Promise.all(targets.map((id) => this.change(id))),
      gate: async (wave): Promise<GateResult> => ({ passed: behaviour.gate?.(wave) ?? true, words: [] }),
      rollBack: async (id) => {
        await clock.at(minute);
        this.back.push(id);
        return { passed: behaviour.rollBack?.(id) ?? true, words: [] };
      },
      stopped: () => false,
      seen: () => undefined,
      waiting: () => undefined,
    };
  }

  private ordersNow(): readonly Order[] {
    return (this.behaviour.orders ?? []).flatMap(([at, what, wave], i): readonly Order[] => {
      if (this.heard.has(i) || this.clock.now < noon + at * minute) return [];
      this.heard.add(i);
      const order = { at: this.clock.now, by: 'me@here' };
      return [what === 'approved' ? { what, wave: wave ?? 0, ...order } : { what, ...order }];
    });
  }

  private async change(id: string): Promise<Ended> {
    const attempt = (this.attempts.get(id) ?? 0) + 1;
    this.attempts.set(id, attempt);
    const from = this.clock.now;
    await this.clock.at((this.behaviour.takes?.(id) ?? 1) * minute);
    this.changes.push({ id, from, until: this.clock.now });
    return { target: id, as: this.behaviour.ends?.(id, attempt) ?? 'done', words: [] };
  }
}
