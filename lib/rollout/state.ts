import type { RolloutEvent, RolloutOutcome } from './event';
import type { PlannedWave } from './waves';

/**
 * Where a device is. `waiting`: not begun, or to be tried again. `changing` and `rolling back`: in the hands of a process.
 * `kept`: its rollback failed, so it still is as the wave made it.
 */
export type DeviceStatus =
  | 'waiting'
  | 'changing'
  | 'done'
  | 'failed'
  | 'unknown'
  | 'unreached'
  | 'skipped'
  | 'rolling back'
  | 'rolled back'
  | 'kept';

export interface DeviceProgress {
  readonly status: DeviceStatus;
  /** How often it did not answer. */
  readonly unanswered: number;
  /** When it last ended, in milliseconds since 1970. */
  readonly endedAt?: number;
  /** The runs that may have changed it, in their order. */
  readonly runs: readonly string[];
  /** Tunnels that were up before it was changed. */
  readonly up: readonly string[];
  readonly words: readonly string[];
}

export interface GateResult {
  readonly passed: boolean;
  readonly words: readonly string[];
}

type Started = Extract<RolloutEvent, { readonly what: 'started' }>;
type Of<W extends RolloutEvent['what']> = Extract<RolloutEvent, { readonly what: W }>;

const untouched: DeviceProgress = { status: 'waiting', unanswered: 0, runs: [], up: [], words: [] };
const notDone: readonly DeviceStatus[] = ['failed', 'unknown', 'unreached', 'skipped'];
const inHands: readonly DeviceStatus[] = ['changing', 'rolling back'];

/** Whether a device ended otherwise than declared. */
export const hasFailed = ({ status }: DeviceProgress): boolean => notDone.includes(status);

/** A rollout as its events make it. Each event is taken in once, in its order. */
export class RolloutState {
  readonly waves: readonly PlannedWave[];
  readonly needs: Started['needs'];
  /** The wave that is under way, from 0; as many as there are waves when all have passed. */
  wave = 0;
  paused = false;
  aborted = false;
  gateAsked = false;
  gate: GateResult | undefined;
  outcome: RolloutOutcome | undefined;
  /** Devices in the hands of a process. */
  busy = 0;
  readonly approved = new Set<number>();
  /** Gates that were passed, by wave. */
  readonly passed = new Map<number, GateResult>();
  /** Devices that did not end as declared. */
  readonly faulty = new Set<string>();
  private readonly devices: Map<string, DeviceProgress>;
  private readonly stepOf: ReadonlyMap<string, readonly string[]>;
  /** Steps of the wave under way that are not done whole; it shrinks, so that long waves are not walked again and again. */
  private open: Set<readonly string[]> | undefined;

  constructor(readonly started: Started) {
    this.waves = started.waves;
    this.needs = started.needs;
    const steps = started.waves.flatMap((wave) => wave.steps);
    this.stepOf = new Map(steps.flatMap((step) => step.map((id) => [id, step] as const)));
    this.devices = new Map([...this.stepOf.keys()].map((id) => [id, untouched]));
  }

  device(id: string): DeviceProgress {
    return this.devices.get(id) ?? untouched;
  }

  has(id: string): boolean {
    return this.devices.has(id);
  }

  all(): readonly (readonly [string, DeviceProgress])[] {
    return [...this.devices];
  }

  /** The steps of the wave under way that are not done whole. */
  stepsLeft(): Iterable<readonly string[]> {
    const isOpen = (step: readonly string[]): boolean => step.some((id) => this.device(id).status !== 'done');
    this.open ??= new Set((this.waves[this.wave]?.steps ?? []).filter(isOpen));
    return this.open;
  }

  /** Takes in what happened next. */
  take(event: RolloutEvent): void {
    const taken = this.takes[event.what] as (e: RolloutEvent) => void;
    taken(event);
  }

  private readonly takes: { readonly [W in RolloutEvent['what']]: (event: Of<W>) => void } = {
    started: () => undefined,
    'taken over': () => this.letGo(),
    begun: ({ targets, run }) =>
      targets.forEach((id) => this.set(id, { status: 'changing', runs: [...this.device(id).runs, run] })),
    ended: (event) => this.ended(event),
    'gate asked': () => void (this.gateAsked = true),
    gate: ({ passed, words }) => this.gated({ passed, words }),
    'rollback begun': ({ target }) => this.set(target, { status: 'rolling back' }),
    'rolled back': ({ target, done, words }) => this.set(target, { status: done ? 'rolled back' : 'kept', words }),
    paused: () => void (this.paused = true),
    resumed: () => this.resumed(),
    approved: ({ wave }) => void this.approved.add(wave),
    aborted: () => void (this.aborted = true),
    finished: ({ outcome }) => void (this.outcome = outcome),
  };

  private set(id: string, more: Partial<DeviceProgress>): void {
    const before = this.device(id);
    const after = { ...before, ...more };
    this.busy += Number(inHands.includes(after.status)) - Number(inHands.includes(before.status));
    if (hasFailed(after)) this.faulty.add(id);
    else this.faulty.delete(id);
    this.devices.set(id, after);
    if (after.status !== 'done' || this.open === undefined) return;
    const step = this.stepOf.get(id)!;
    if (step.every((member) => this.device(member).status === 'done')) this.open.delete(step);
  }

  private ended({ target, as, at, up, words }: Of<'ended'>): void {
    const before = this.device(target);
    this.set(target, {
      status: as,
      endedAt: at,
      words,
      unanswered: before.unanswered + Number(as === 'unreached'),
      // What was up is known from the first attempt: a later one may find it down because of that.
      ...(up === undefined || before.up.length > 0 ? {} : { up }),
    });
  }

  /** What a process that is gone had in hand is looked at anew: an apply observes first, so it may be done twice. */
  private letGo(): void {
    this.gateAsked = false;
    this.open = undefined;
    for (const [id, { status }] of this.devices) {
      if (status === 'changing') this.set(id, { status: 'waiting' });
      if (status === 'rolling back') this.set(id, { status: 'done' });
    }
  }

  private gated(result: GateResult): void {
    this.gateAsked = false;
    this.gate = result.passed ? undefined : result;
    if (!result.passed) return;
    this.passed.set(this.wave, result);
    this.open = undefined;
    this.wave += 1;
  }

  /** A rollout that had stopped goes on where it stopped: what is not as declared is tried once more. */
  private resumed(): void {
    this.paused = false;
    if (this.outcome === undefined || this.outcome === 'done') return;
    this.outcome = undefined;
    this.open = undefined;
    this.aborted = false;
    this.gate = undefined;
    this.gateAsked = false;
    for (const [id, device] of this.devices)
      if (device.status !== 'done' && device.status !== 'waiting') this.set(id, { status: 'waiting', unanswered: 0 });
  }
}

/** The state that events make; undefined where it was never started. */
export const stateOf = (events: readonly RolloutEvent[]): RolloutState | undefined => {
  const [started, ...later] = events;
  if (started?.what !== 'started') return undefined;
  const state = new RolloutState(started);
  for (const event of later) state.take(event);
  return state;
};
