/**
 * The workflow of a rollout: what Temporal keeps alive. It is bundled by the worker and runs in a sandbox, where only what
 * is deterministic may be: it imports the rollout itself, which is pure, and nothing that talks to the world.
 */
import { condition, continueAsNew, setHandler, workflowInfo } from '@temporalio/workflow';
import type { Order, RolloutEvent, RolloutOutcome } from '../../rollout/event';
import { stateOf, type RolloutState } from '../../rollout/state';
import { drive } from '../rollout/drive';
import type { EventPage, RolloutPlace, WorkflowArgs } from './terms';
import { orderSignal, statusOf, statusQuery } from './workflow-messages';
import { recorder } from './workflow-activities';
import { worldOf } from './workflow-world';

/** All events that are written, and how many records they are. */
const readEvents = async (place: RolloutPlace, queue: string) => {
  const events: RolloutEvent[] = [];
  for (let from: number | undefined = 0; ;) {
    const page: EventPage = await recorder(queue).events({ ...place, from });
    events.push(...page.events);
    if (page.next === undefined) return { events, records: page.records };
    from = page.next;
  }
};

/** What persons say to the workflow, until it is written. */
const hearOrders = (first: readonly Order[]) => {
  const heard = { orders: [...first], isAwake: false };
  setHandler(orderSignal, (order) => {
    heard.orders.push(order);
    heard.isAwake = true;
  });
  return heard;
};

export async function rolloutWorkflow(args: WorkflowArgs): Promise<RolloutOutcome> {
  const { stack, name, start, queue, continued } = args;
  const place = { stack, name, start };
  const heard = hearOrders(continued?.orders ?? []);
  let state: RolloutState | undefined;
  setHandler(statusQuery, () => statusOf(state));
  const loaded = await recorder(queue).load({ ...place, queueBy: args.queueBy });
  const { events, records } = await readEvents(place, queue);
  state = stateOf(events)!;
  const world = worldOf({ args, place, loaded, heard, records });
  // A workflow before this one may have ended in the middle of something.
  if (continued === undefined && events.length > 1) {
    const taken: RolloutEvent = { what: 'taken over', at: Date.now(), by: `workflow ${workflowInfo().workflowId}` };
    await world.append([taken]);
    state.take(taken);
  }
  const outcome = await drive(loaded.declared, state, world);
  // Orders that came while it ended are not lost: they begin it again.
  if (outcome !== 'interrupted') return outcome;
  await condition(() => world.isIdle());
  return continueAsNew<typeof rolloutWorkflow>({ ...args, continued: { orders: heard.orders.splice(0) } });
}
