import {
  CancellationScope,
  condition,
  isCancellation,
  setCurrentDetails,
  upsertSearchAttributes,
  uuid4,
  workflowInfo,
} from '@temporalio/workflow';
import { groupBy } from '../../kernel/group';
import { againAnywhere, showStatus } from '../../rollout/show';
import { decide, type Decision } from '../../rollout/decide';
import type { Agreed, Order, RolloutEvent } from '../../rollout/event';
import { askedBy, gateOf } from '../../rollout/gate';
import { runName } from '../../rollout/run-name';
import type { GateResult, RolloutState } from '../../rollout/state';
import type { Ended, RolloutWorld } from '../rollout/drive';
import { attributesOf } from './search-attributes';
import { queueOf, type Loaded, type RolloutPlace, type WorkflowArgs } from './terms';
import { crew, failureWords, recorder } from './workflow-activities';

/** What persons have ordered and is not written yet. `isAwake`: something is to be done. */
export interface Heard {
  readonly orders: Order[];
  isAwake: boolean;
}

interface Setting {
  readonly args: WorkflowArgs;
  readonly place: RolloutPlace;
  readonly loaded: Loaded;
  readonly heard: Heard;
  /** Records of events that are written. */
  readonly records: number;
  /** What who started it has agreed to. */
  readonly agreed: Agreed;
}

/** Devices that one activity asks for a gate, at the most: what it says of them must fit into a message. */
const askedAtOnce = 100;

/** What happens to one device is no reason to show all of them anew. */
const ofDevices: readonly RolloutEvent['what'][] = ['begun', 'ended', 'rollback begun', 'rolled back'];

/** What a workflow does to the world: all of it by activities, timers and what Temporal itself offers. */
class WorkflowWorld implements RolloutWorld {
  readonly longestWait = Infinity;
  private records: number;
  private written = 0;
  private shown = '';
  private isLeaving = false;
  /** Changes in hand, so that an abort reaches those that no worker has begun. */
  private readonly scopes = new Set<CancellationScope>();

  constructor(private readonly setting: Setting) {
    this.records = setting.records;
  }

  now(): number {
    return Date.now();
  }

  async wait(ms: number): Promise<void> {
    const { heard } = this.setting;
    if (Number.isFinite(ms)) await condition(() => heard.isAwake, ms);
    else await condition(() => heard.isAwake);
    heard.isAwake = false;
  }

  wake(): void {
    this.setting.heard.isAwake = true;
  }

  newRun(): string {
    return runName(new Date(), uuid4().slice(0, 4));
  }

  async append(events: readonly RolloutEvent[]): Promise<void> {
    const { place, args } = this.setting;
    await recorder(args.queue).record({ ...place, number: this.records, events });
    this.records += 1;
    this.written += 1;
  }

  async orders(): Promise<readonly Order[]> {
    return this.setting.heard.orders.splice(0);
  }

  async apply(targets: readonly string[], run: string): Promise<readonly Ended[]> {
    const { place, agreed } = this.setting;
    const work = new CancellationScope({ cancellable: true });
    this.scopes.add(work);
    try {
      return await work.run(() => crew(this.queueFor(targets)).change({ ...place, targets, run, ...agreed }));
    } catch (error) {
      const as = isCancellation(error) ? 'skipped' : 'unknown';
      return targets.map((target) => ({ target, as, words: [failureWords(error)] }));
    } finally {
      this.scopes.delete(work);
    }
  }

  async gate(wave: number, state: RolloutState): Promise<GateResult> {
    const { place, loaded } = this.setting;
    const { verify, tunnelsUpWithinMinutes } = loaded.declared.gate;
    const asked = askedBy(state, wave);
    const { parallel } = state.waves[wave]!;
    const question = { ...place, verify, until: Date.now() + tunnelsUpWithinMinutes * 60_000, parallel };
    const parts = [...groupBy(asked, ({ id }) => this.queueFor([id]))].flatMap(([queue, devices]) =>
      Array.from({ length: Math.ceil(devices.length / askedAtOnce) }, (_, i) => ({
        queue,
        devices: devices.slice(i * askedAtOnce, (i + 1) * askedAtOnce),
      })),
    );
    const faults = await Promise.all(
      parts.map(({ queue, devices }) =>
        crew(queue)
          .ask({ ...question, devices })
          .catch((error: unknown) => [{ id: queue, words: [failureWords(error)] }]),
      ),
    );
    return gateOf(asked.length, faults.flat());
  }

  async rollBack(target: string, runs: readonly string[]): Promise<GateResult> {
    try {
      return await crew(this.queueFor([target])).takeBack({ ...this.setting.place, target, runs });
    } catch (error) {
      return { passed: false, words: [failureWords(error)] };
    }
  }

  /** A long history is left when nothing is in hand; the next one begins with what is written. */
  stopped(): boolean {
    const { historyAtMost = Infinity } = this.setting.args;
    const { continueAsNewSuggested, historyLength } = workflowInfo();
    this.isLeaving ||= this.written > 0 && (continueAsNewSuggested || historyLength > historyAtMost);
    return this.isLeaving;
  }

  seen({ what }: RolloutEvent, state: RolloutState): void {
    if (what === 'aborted') for (const scope of this.scopes) scope.cancel();
    if (!ofDevices.includes(what)) this.show(state);
  }

  waiting({ waitsFor }: Decision, state: RolloutState): void {
    if (waitsFor !== 'devices') this.show(state);
  }

  /** For who looks at Temporal's own page, and searches there. */
  private show(state: RolloutState): void {
    const { args, loaded } = this.setting;
    setCurrentDetails(
      showStatus(
        loaded.declared.name,
        state,
        decide(loaded.declared, state, Date.now()),
        againAnywhere(loaded.declared.name),
      )
        .map((line) => `    ${line}`)
        .join('\n'),
    );
    if (!args.indexed) return;
    const found = attributesOf(args, state);
    const words = JSON.stringify(found.map(({ value }) => value));
    if (words === this.shown) return;
    this.shown = words;
    upsertSearchAttributes([...found]);
  }

  /** The task queue whose workers reach all of these devices. */
  private queueFor(targets: readonly string[]): string {
    const { args, loaded } = this.setting;
    const [place, ...more] = [...new Set(targets.map((id) => loaded.places[id]))];
    if (args.queueBy === undefined || place === undefined || more.length > 0) return args.queue;
    return queueOf(args.queue, args.queueBy, place);
  }
}

export const worldOf = (setting: Setting): RolloutWorld => new WorkflowWorld(setting);
