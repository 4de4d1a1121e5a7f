import { defect } from '../../kernel/problem';
import type { Rollout } from '../../model/rollout';
import { decide, type Action, type Decision } from '../../rollout/decide';
import type { DeviceEnd, Order, RolloutEvent, RolloutOutcome } from '../../rollout/event';
import type { GateResult, RolloutState } from '../../rollout/state';

/** How a device ended. */
export interface Ended {
  readonly target: string;
  readonly as: DeviceEnd;
  /** Tunnels that were up before. */
  readonly up?: readonly string[];
  readonly words: readonly string[];
  /** The ledgers did not answer, so that they may not say yet what became of it. */
  readonly unwritten?: boolean;
}

/** What a rollout does to the world. None of these throws but `append` and `orders`. */
export interface RolloutWorld {
  /** Milliseconds since 1970. */
  now(): number;
  /** Orders of persons are looked for at least this often, in milliseconds; Infinity where they wake it by themselves. */
  readonly longestWait: number;
  /** Resolves after so many milliseconds, or when `wake` is called. */
  wait(ms: number): Promise<void>;
  wake(): void;
  /** Names a run. */
  newRun(): string;
  append(events: readonly RolloutEvent[]): Promise<void>;
  /** What persons have ordered since the last time. */
  orders(): Promise<readonly Order[]>;
  /** Changes the devices of a step in one run. */
  apply(targets: readonly string[], run: string): Promise<readonly Ended[]>;
  /** Undefined where the process ends before it is known. */
  gate(wave: number, state: RolloutState): Promise<GateResult | undefined>;
  /** Takes back what these runs did to a device, the last first. */
  rollBack(target: string, runs: readonly string[]): Promise<GateResult>;
  /** The process shall end: nothing more is begun. */
  stopped(): boolean;
  /** For whoever looks on. */
  seen(event: RolloutEvent, state: RolloutState): void;
  waiting(decision: Decision, state: RolloutState): void;
}

type Finish = Extract<Action, { readonly do: 'finish' }>;

/** One process that drives a rollout until it ends, or until the process shall end. */
class Drive {
  private readonly done: RolloutEvent[] = [];
  private inHand = 0;

  constructor(
    private readonly declared: Rollout,
    private readonly state: RolloutState,
    private readonly world: RolloutWorld,
  ) {}

  async run(): Promise<RolloutOutcome | 'interrupted'> {
    for (;;) {
      await this.write([...this.done.splice(0), ...(await this.world.orders())]);
      const decision = decide(this.declared, this.state, this.world.now());
      const end = decision.actions.find((action): action is Finish => action.do === 'finish');
      if (end !== undefined) {
        await this.write([{ what: 'finished', at: this.world.now(), outcome: end.outcome }]);
        return end.outcome;
      }
      const stopped = this.world.stopped();
      if (stopped && this.inHand === 0 && this.done.length === 0) return 'interrupted';
      if (!stopped && decision.actions.length > 0) await this.begin(decision.actions);
      else if (this.done.length === 0) await this.rest(decision);
    }
  }

  private async rest(decision: Decision): Promise<void> {
    this.world.waiting(decision, this.state);
    const until = decision.wakeAt === undefined ? Infinity : decision.wakeAt - this.world.now();
    await this.world.wait(Math.max(1, Math.min(until, this.world.longestWait)));
  }

  /** Written down before it is begun: what is not there was not done. */
  private async begin(actions: readonly Action[]): Promise<void> {
    const begun = actions.map((action) => this.started(action));
    await this.write(begun.map(({ event }) => event));
    for (const { work } of begun) if (work !== undefined) this.hold(work);
  }

  private hold(work: () => Promise<readonly RolloutEvent[]>): void {
    this.inHand += 1;
    void work()
      .then((events) => this.done.push(...events))
      .finally(() => {
        this.inHand -= 1;
        this.world.wake();
      });
  }

  private started(action: Action): {
    readonly event: RolloutEvent;
    readonly work?: () => Promise<readonly RolloutEvent[]>;
  } {
    const at = this.world.now();
    switch (action.do) {
      case 'apply': {
        const run = this.world.newRun();
        const { targets } = action;
        return { event: { what: 'begun', at, targets: [...targets], run }, work: () => this.apply(targets, run) };
      }
      case 'skip':
        return { event: { what: 'ended', at, target: action.target, as: 'skipped', words: [action.words] } };
      case 'ask gate':
        return { event: { what: 'gate asked', at, wave: action.wave }, work: () => this.gate(action.wave) };
      case 'fail gate':
        return { event: { what: 'gate', at, wave: action.wave, passed: false, words: [action.words] } };
      case 'roll back': {
        const { target } = action;
        const { runs } = this.state.device(target);
        return { event: { what: 'rollback begun', at, target }, work: () => this.rollBack(target, runs) };
      }
      case 'finish':
        return { event: { what: 'finished', at, outcome: action.outcome } };
    }
  }

  private async apply(targets: readonly string[], run: string): Promise<readonly RolloutEvent[]> {
    const ended = await this.world
      .apply(targets, run)
      .catch((error: unknown): readonly Ended[] =>
        targets.map((target) => ({ target, as: 'unknown', words: [defect(error, target).message] })),
      );
    const at = this.world.now();
    return ended.map(({ target, as, up, words }) => ({
      what: 'ended',
      at,
      target,
      as,
      words: [...words],
      ...(up === undefined ? {} : { up: [...up] }),
    }));
  }

  private async gate(wave: number): Promise<readonly RolloutEvent[]> {
    const result = await this.world
      .gate(wave, this.state)
      .catch((error: unknown): GateResult => ({ passed: false, words: [defect(error, 'gate').message] }));
    if (result === undefined) return [];
    const { passed, words } = result;
    return [{ what: 'gate', at: this.world.now(), wave, passed, words: [...words] }];
  }

  private async rollBack(target: string, runs: readonly string[]): Promise<readonly RolloutEvent[]> {
    const { passed, words } = await this.world
      .rollBack(target, runs)
      .catch((error: unknown): GateResult => ({ passed: false, words: [defect(error, target).message] }));
    return [{ what: 'rolled back', at: this.world.now(), target, done: passed, words: [...words] }];
  }

  private async write(events: readonly RolloutEvent[]): Promise<void> {
    if (events.length === 0) return;
    await this.world.append(events);
    for (const event of events) {
      this.state.take(event);
      this.world.seen(event, this.state);
    }
  }
}

/**
 * Drives a rollout until it ends or the process shall end. Each event is written before what follows from it is done, so
 * that after a kill the next process decides by what is written; what was in hand is done again.
 */
export const drive = (
  declared: Rollout,
  state: RolloutState,
  world: RolloutWorld,
): Promise<RolloutOutcome | 'interrupted'> => new Drive(declared, state, world).run();
