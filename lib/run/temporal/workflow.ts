/**
 * The workflow of a rollout: what Temporal keeps alive. It is bundled by the worker and runs in a sandbox, where only what
 * is deterministic may be: it imports the rollout itself, which is pure, and nothing that talks to the world.
 *
 * A workflow that began with one version of this file goes on with the next one, which must give the same commands for what
 * has happened already: a change of what is done, or of its order, stands behind `patched`. Recorded histories are replayed
 * by the tests.
 */
import { continueAsNew, patched, setHandler, workflowInfo } from '@temporalio/workflow';
import { agreedIn, type Order, type RolloutEvent, type RolloutOutcome } from '../../rollout/event';
import { stateOf, type RolloutState } from '../../rollout/state';
import { drive, type RolloutWorld } from '../rollout/drive';
import type { EventPage, Loaded, RolloutPlace, WorkflowArgs } from './terms';
import { recorder } from './workflow-activities';
import { orderSignal, statusOf, statusQuery } from './workflow-messages';
import { worldOf, type Heard } from './workflow-world';

/** All events that are written, and how many records they are. */
const readEvents = async (place: RolloutPlace, queue: string) => {
  const events: RolloutEvent[] = [];
  for (let from = 0; ;) {
    const page: EventPage = await recorder(queue).events({ ...place, from });
    events.push(...page.events);
    if (page.next === undefined) return { events, records: page.records };
    from = page.next;
  }
};

/** What persons order, until it is written. */
const hearOrders = (first: readonly Order[]): Heard => {
  const heard: Heard = { orders: [...first], isAwake: false };
  setHandler(orderSignal, (order) => {
    heard.orders.push(order);
    heard.isAwake = true;
  });
  return heard;
};

const isResumed = ({ orders }: Heard): boolean => orders.some(({ what }) => what === 'resumed');

/** A workflow before this one may have ended in the middle of something. */
const takeOver = async (state: RolloutState, world: RolloutWorld): Promise<void> => {
  const event: RolloutEvent = { what: 'taken over', at: world.now(), by: `workflow ${workflowInfo().workflowId}` };
  await world.append([event]);
  state.take(event);
};

export async function rolloutWorkflow(args: WorkflowArgs): Promise<RolloutOutcome> {
  const { stack, name, start, queue, continued } = args;
  const place = { stack, name, start };
  const heard = hearOrders(continued?.orders ?? []);
  const known: { loaded?: Loaded; state?: RolloutState } = {};
  setHandler(statusQuery, () =>
    known.loaded === undefined || known.state === undefined ? null : statusOf(known.loaded.declared, known.state),
  );
  const loaded = await recorder(queue).load({ ...place, queueBy: args.queueBy });
  const { events, records } = await readEvents(place, queue);
  const state = stateOf(events)!;
  Object.assign(known, { loaded, state });
  // A command that was to follow it came when it had just ended, and started it once more.
  const isOver = state.outcome !== undefined && !isResumed(heard);
  if (isOver && patched('one that has ended is left as it is')) return state.outcome!;
  const world = worldOf({ args, place, loaded, heard, records, agreed: agreedIn(state.started) });
  if (continued === undefined && events.length > 1) await takeOver(state, world);
  for (;;) {
    const outcome = await drive(loaded.declared, state, world);
    if (outcome === 'interrupted')
      return continueAsNew<typeof rolloutWorkflow>({ ...args, continued: { orders: heard.orders.splice(0) } });
    // One that came while it ended begins it again.
    if (!isResumed(heard)) return outcome;
  }
}
