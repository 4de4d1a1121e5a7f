import { demandLabel, refuseTemporalOptions } from '../../../../lib/cli/commands/rollout/engine';
import { follow } from '../../../../lib/cli/commands/rollout/follow';
import { problem, ProblemError } from '../../../../lib/kernel/problem';
import type { RolloutEvent } from '../../../../lib/rollout/event';
import type { Manifest } from '../../../../lib/run/manifest';
import type { WorkflowView } from '../../../../lib/run/temporal/client';
import { declared, devices, noon, World } from '../../run/rollout/world';

const rollout = declared({ waves: [{}] });
const done: RolloutEvent = { what: 'finished', at: noon, outcome: 'done' };
const away = (code: string) => new ProblemError([problem(code, 'the ledgers', 'cannot be reached', 'check the way')]);
const running: WorkflowView = { isRunning: true, waiting: 0, faults: [] };

/** What a command sees that looks on: each answer of the ledgers in turn, and what the server says whenever it is asked. */
const followed = async (
  answers: readonly (readonly RolloutEvent[] | Error)[],
  look: () => Promise<WorkflowView> = async () => running,
) => {
  const said: string[] = [];
  const left = [...answers];
  const news = async (): Promise<readonly RolloutEvent[]> => {
    const next = left.shift() ?? [];
    if (next instanceof Error) throw next;
    return next;
  };
  const note = (...words: readonly string[]): void => void said.push(...words);
  const found = { rollout, manifest: { format: 1 as const, stack: 'net', targets: [] }, works: [], said: [] };
  const carrier = { client: { look }, engine: { name: 'temporal' as const, workflow: 'w', queue: 'q' } };
  const outcome = await follow(
    { found, options: {}, log: { news }, watch: { note, log: note } },
    new World(rollout, devices(1)).state,
    carrier,
    () => undefined,
    1,
  );
  return { outcome, said };
};

test('ledgers that do not answer for a while end no look at a rollout, which goes on without it', async () => {
  const { outcome, said } = await followed([[], away('store.unreachable'), away('store.unreachable'), [done]]);
  expect(outcome).toBe('done');
  expect(said.filter((words) => words.includes('cannot be reached'))).toEqual([
    '[the ledgers] cannot be reached\n    → check the way\nThe rollout goes on without this command, which asks again.',
  ]);
});

test('neither does a server that does not answer', async () => {
  const quiet = Array.from({ length: 16 }, (): readonly RolloutEvent[] => []);
  const { outcome } = await followed([...quiet, [done]], () => Promise.reject(away('temporal.unreachable')));
  expect(outcome).toBe('done');
});

test('a fault that does not pass is one', async () => {
  await expect(followed([away('rollout.corrupt'), [done]])).rejects.toThrow('cannot be reached');
});

test('a workflow that is gone twice while the rollout is under way ends it, with what to do', async () => {
  const { outcome, said } = await followed([], async () => ({ ...running, isRunning: false }));
  expect(outcome).toBe('interrupted');
  expect(said.at(-1)).toBe(
    'Temporal does not carry it any more. To start it there again: tunnelwright rollout resume march',
  );
});

test('what only Temporal does is refused where this process would drive the rollout', () => {
  expect(() => refuseTemporalOptions({ detach: true, queueBy: 'site' })).toThrow(
    '[--detach and --queue-by] is for a rollout that a Temporal server carries; this process would drive it',
  );
  expect(() => refuseTemporalOptions({ queue: 'tunnelwright' })).not.toThrow();
});

test('work is given to workers by a label that devices have', () => {
  const of = (labels: Readonly<Record<string, string>>) =>
    ({ format: 1, stack: 'net', targets: [{ id: 'a', labels }, { id: 'b' }] }) as unknown as Manifest;
  expect(() => demandLabel(of({ site: 'pune' }), 'site')).not.toThrow();
  expect(() => demandLabel(of({ site: 'pune' }), undefined)).not.toThrow();
  expect(() => demandLabel(of({ site: 'pune', role: 'spoke' }), 'sites')).toThrow(
    "[--queue-by] no device has the label 'sites'\n    → write one that devices have: role, site",
  );
  expect(() => demandLabel(of({}), 'site')).toThrow("Labels.of(site).add('site', 'pune')");
});
