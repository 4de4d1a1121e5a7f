import { setTimeout as pause } from 'node:timers/promises';
import { ProblemError, showProblems } from '../../../kernel/problem';
import { decide } from '../../../rollout/decide';
import type { Engine, RolloutOutcome } from '../../../rollout/event';
import { showWaiting } from '../../../rollout/show';
import type { RolloutState } from '../../../rollout/state';
import type { RolloutLog } from '../../../run/rollout/rollout-log';
import type { TemporalClient } from '../../../run/temporal/client';
import type { Watch } from '../../watch';
import { long, tellEvent } from './drive';
import { againOf, workerAgain } from './again';
import type { Found } from './find';
import type { RolloutOptions } from './options';

/** What a command that looks on knows of a rollout. */
export interface There {
  readonly found: Found;
  readonly log: RolloutLog;
  readonly options: RolloutOptions;
  readonly watch: Watch;
}

/** What others write down is looked for this often, in milliseconds; the workflow itself less often. */
const lookEvery = 1_000;
const askEvery = 15;

/** Faults of the way to the ledgers or to the server: the workers have a way of their own. */
const passing: readonly string[] = ['store.unreachable', 'store.slow', 'temporal.unreachable'];

/** What an answer is; undefined where none came and one may come later, which is told. */
const answerOf = async <T>(ask: () => Promise<T>, tell: (words: string) => void): Promise<T | undefined> => {
  try {
    return await ask();
  } catch (error) {
    if (!(error instanceof ProblemError) || !error.problems.every(({ code }) => passing.includes(code))) throw error;
    tell([...showProblems(error.problems), 'The rollout goes on without this command, which asks again.'].join('\n'));
    return undefined;
  }
};

/** Who carries it, as far as that is to be known. */
interface Carrier {
  readonly client: Pick<TemporalClient, 'look'>;
  readonly engine: Engine;
}

/** Says what stands in its way at the server; true where the server does not carry it. */
const looker = (
  { client, engine }: Carrier,
  state: RolloutState,
  tell: (words: string) => void,
  commands: { readonly resume: string; readonly worker: string },
) => {
  // It ends right after it has written so: seen twice, it is gone.
  let wasGone = false;
  return async (): Promise<boolean> => {
    const view = await answerOf(() => client.look(engine.workflow), tell);
    if (view === undefined) return false;
    if (!view.isRunning && state.outcome === undefined && wasGone) {
      tell(`Temporal does not carry it any more. To start it there again: ${commands.resume}`);
      return true;
    }
    wasGone = !view.isRunning;
    if (view.status === undefined) tell(`no worker answers. Start one: ${commands.worker}`);
    return false;
  };
};

/** Shows what workers do, until it has ended; `interrupted` where it is left before. */
export const follow = async (
  {
    found,
    log,
    options,
    watch,
  }: Pick<There, 'found' | 'options'> & {
    readonly log: Pick<RolloutLog, 'news'>;
    readonly watch: Pick<Watch, 'note' | 'log'>;
  },
  state: RolloutState,
  carrier: Carrier,
  ended: (target: string) => void,
  every = lookEvery,
): Promise<RolloutOutcome | 'interrupted'> => {
  const again = againOf(found.rollout.name, options);
  let last = '';
  const tell = (words: string, say = watch.note): void => {
    if (words !== last) say(words);
    last = words;
  };
  const worker = workerAgain(carrier.engine.queue, options);
  const isLost = looker(carrier, state, tell, { resume: again('resume'), worker });
  for (let n = 1; ; n += 1, await pause(every)) {
    const news = await answerOf(() => log.news(), tell);
    if (news === undefined) continue;
    for (const event of news) {
      state.take(event);
      if (event.what === 'ended' && event.as === 'done') ended(event.target);
      tellEvent(watch, event);
      if (event.what === 'finished') return event.outcome;
    }
    const decision = decide(found.rollout, state, Date.now());
    if (decision.waitsFor !== 'devices' && state.outcome === undefined)
      tell(`${found.rollout.name} ${showWaiting(decision, again)}`, watch.log);
    if (options.wait === false && long.includes(decision.waitsFor)) return 'interrupted';
    if (n % askEvery === 0 && (await isLost())) return 'interrupted';
  }
};
