import { fail } from '../../../kernel/problem';
import { decide } from '../../../rollout/decide';
import type { Engine, Order, RolloutEvent } from '../../../rollout/event';
import { showStatus } from '../../../rollout/show';
import { stateOf, type RolloutState } from '../../../rollout/state';
import { demandSameProgram } from '../../../run/rollout/prepare';
import { keepProgram } from '../../../run/rollout/sealed-program';
import type * as clientFile from '../../../run/temporal/client';
import { defaultQueue } from '../../../rollout/default-queue';
import type { WorkflowArgs } from '../../../run/temporal/terms';
import { whoRuns } from '../../../run/who';
import { exit, note, say } from '../../output/report';
import { codes, shown } from './drive';
import { againOf, workerAgain } from './again';
import type { RolloutOptions } from './options';
import { follow, type There } from './follow';

type Client = clientFile.TemporalClient;

/** Works with the Temporal server; its packages are loaded now. */
const withTemporalClient = async <T>(options: RolloutOptions, work: (client: Client) => Promise<T>): Promise<T> => {
  const { TemporalClient } = await import('../../../run/temporal/client.js');
  const client = await TemporalClient.open(options);
  try {
    return await work(client);
  } finally {
    await client.close();
  }
};

const followed = async (there: There, state: RolloutState, client: Client, engine: Engine): Promise<number> => {
  const { found, options, watch } = there;
  const { name } = found.rollout;
  if (options.detach) {
    say(`${name}: Temporal carries it as ${engine.workflow}. To see where it is: ${againOf(name, options)('status')}`);
    return exit.clean;
  }
  watch.elsewhere(`${name} goes on without this command. To see where it is: ${againOf(name, options)('status')}`);
  const crew = { jobs: new Map(found.works.map((work) => [work.target.id, work])) };
  const outcome = await shown({ declared: found, state, watch, options, crew }, (ended) =>
    follow(there, state, { client, engine }, ended),
  );
  say(...showStatus(name, state, decide(found.rollout, state, Date.now()), againOf(name, options)));
  return codes[outcome];
};

const argsOf = ({ found, log }: There, { queue, queueBy }: Engine, indexed: boolean): WorkflowArgs => ({
  stack: found.manifest.stack,
  name: found.rollout.name,
  start: log.start,
  queue,
  ...(queueBy === undefined ? {} : { queueBy }),
  indexed,
  ...(process.env['TUNNELWRIGHT_HISTORY'] === undefined
    ? {}
    : { historyAtMost: Number(process.env['TUNNELWRIGHT_HISTORY']) }),
});

/** Writes down that Temporal carries it, and keeps its program for the workers; what is left needs no lease. */
export const beginThere = (
  there: There,
  started: Extract<RolloutEvent, { readonly what: 'started' }>,
): Promise<() => Promise<number>> =>
  withTemporalClient(there.options, async () => {
    const { found, log, options, watch } = there;
    const { stack } = found.manifest;
    const { name } = found.rollout;
    const { queue = defaultQueue, queueBy } = options;
    const workflow = `rollout/${stack}/${name}/${log.start}`;
    const engine: Engine = { name: 'temporal', workflow, queue, ...(queueBy === undefined ? {} : { queueBy }) };
    await keepProgram(watch.run.store, { stack, name, start: log.start }, found);
    const event = { ...started, engine };
    await log.append([event]);
    return () =>
      withTemporalClient(options, async (client) => {
        await client.begin(workflow, argsOf(there, engine, await client.index()));
        return followed(there, stateOf([event])!, client, engine);
      });
  });

/** Goes on with one that Temporal carries: it is started there again where it has ended or was lost. */
export const goOnThere = (there: There & { readonly state: RolloutState }): Promise<number> =>
  withTemporalClient(there.options, async (client) => {
    const { found, state } = there;
    const engine = state.started.engine!;
    demandSameProgram(found, state.started.digests);
    if (state.outcome === 'done') {
      say(`${found.rollout.name}: done already.`);
      return exit.clean;
    }
    const isHeld = state.paused || state.outcome !== undefined;
    const order: Order | undefined = isHeld ? { what: 'resumed', at: Date.now(), by: whoRuns() } : undefined;
    await client.begin(engine.workflow, argsOf(there, engine, await client.index()), order);
    return followed(there, state, client, engine);
  });

/** Gives an order to the workflow of a rollout. */
export const orderThere = (engine: Engine, order: Order, name: string, options: RolloutOptions): Promise<void> =>
  withTemporalClient(options, async (client) => {
    if (!(await client.order(engine.workflow, order)))
      fail(
        'temporal.gone',
        name,
        `Temporal does not carry it any more (${engine.workflow})`,
        `start it there again, from where it is: ${againOf(name, options)('resume')}`,
      );
  });

/** What Temporal knows of a rollout that its events do not say. */
export const engineWords = async (
  name: string,
  state: RolloutState,
  options: RolloutOptions,
): Promise<readonly string[]> => {
  const { engine } = state.started;
  if (engine === undefined || state.outcome !== undefined) return [];
  return withTemporalClient(options, async (client) => {
    const { isRunning, status, waiting, faults } = await client.look(engine.workflow);
    if (!isRunning)
      return [`  Temporal does not carry it any more. To start it there again: ${againOf(name, options)('resume')}`];
    return [
      ...(status === undefined ? [`  no worker answers. Start one: ${workerAgain(engine.queue, options)}`] : []),
      ...(waiting === 0 ? [] : [`  work that no worker has taken yet: ${waiting}`]),
      ...faults.map((words) => `  tried again: ${words}`),
    ];
  }).catch((error: unknown) => {
    note(error instanceof Error ? error.message : String(error));
    return [];
  });
};
