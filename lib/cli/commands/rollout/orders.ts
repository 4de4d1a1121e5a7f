import { fail } from '../../../kernel/problem';
import type { Order } from '../../../rollout/event';
import type { RolloutState } from '../../../rollout/state';
import type { LedgerStore } from '../../../run/ledger/store';
import type { RolloutLog } from '../../../run/rollout/rollout-log';
import { whoRuns } from '../../../run/who';
import { exit, say } from '../../output/report';
import { againOf } from './again';
import { begun, lockOr, withRecords, type Found } from './find';
import type { RolloutOptions } from './options';
import { orderThere } from './temporal';

type Given = 'paused' | 'approved' | 'aborted';

/** The next wave that waits for an approval, or will. */
const toApprove = (name: string, { waves, wave, approved }: RolloutState): number => {
  const next = waves.findIndex(({ approval }, i) => i >= wave && approval && !approved.has(i));
  return next >= 0 ? next : fail('rollout.approved', name, 'has no wave that waits for an approval');
};

const orderOf = (what: Given, name: string, state: RolloutState): Order => {
  const order = { at: Date.now(), by: whoRuns() };
  return what === 'approved' ? { what, wave: toApprove(name, state), ...order } : { what, ...order };
};

const words = (order: Order, { waves }: RolloutState): string =>
  ({
    paused: 'paused: what is being changed is finished, and nothing further is begun',
    resumed: 'goes on',
    approved: order.what === 'approved' ? `${waves[order.wave]!.name} is approved` : '',
    aborted: 'aborted: what is being changed is finished, and what was changed stays',
  })[order.what];

/** No process drives it: an abort ends it here, and the rest counts when one does. */
const takeHere = async (name: string, log: RolloutLog, what: Given, options: RolloutOptions): Promise<void> => {
  const at = Date.now();
  if (what === 'aborted')
    await log.append([
      { what: 'taken over', at, by: whoRuns() },
      ...(await log.orders()),
      { what: 'finished', at, outcome: 'aborted' },
    ]);
  else say(`No process drives ${name} now. To go on: ${againOf(name, options)('resume')}`);
};

const give = async (what: Given, found: Found, store: LedgerStore, options: RolloutOptions): Promise<number> => {
  const { log } = await begun(store, found, options);
  const state = (await log.stateNow())!;
  const called = found.rollout.name;
  if (state.outcome !== undefined) fail('rollout.ended', called, `has ended already: ${state.outcome}`);
  const order = orderOf(what, called, state);
  const { engine } = state.started;
  if (engine !== undefined) {
    await orderThere(engine, order, called, options);
    say(`${called}: ${words(order, state)}.`);
    return exit.clean;
  }
  await log.order(order);
  say(`${called}: ${words(order, state)}.`);
  const unlock = await lockOr(store, found);
  if (unlock === undefined) return exit.clean;
  try {
    await takeHere(called, log, what, options);
    return exit.clean;
  } finally {
    await unlock();
  }
};

/** What a person orders, from any machine with the same ledgers. */
export const orderCommand = (what: Given, name: string | undefined, options: RolloutOptions): Promise<number> =>
  withRecords(name, options, (found, store) => give(what, found, store, options));
