/**
 * A worker that is updated while a rollout runs replays what the workflow did before: the workflow of now must give the
 * same commands for every history that a workflow of an earlier version left. Needs no server.
 */
import { join } from 'node:path';
import { bundleWorkflowCode, Worker, type WorkflowBundleWithSourceMap } from '@temporalio/worker';
import { compiled } from '../support/compiled';
import { keptHistories } from '../support/temporal/histories';

let workflowBundle: WorkflowBundleWithSourceMap;
beforeAll(async () => {
  workflowBundle = await bundleWorkflowCode({ workflowsPath: join(compiled, 'lib/run/temporal/workflow.js') });
}, 60_000);

test('there are histories of every version', () => {
  const versions = new Set(keptHistories().map(([name]) => name.split('/')[0]));
  expect([...versions]).toEqual(['v1', 'v2']);
});

test.each(keptHistories())('the workflow of now does what history %s says', async (_name, history) => {
  await Worker.runReplayHistory({ workflowBundle }, history, 'rollout');
});

test('a workflow that does something else is found out', async () => {
  const [, history] = keptHistories()[0]!;
  // As if the version before had asked another activity first.
  const events = history.events!.map((event) => {
    const attributes = event.activityTaskScheduledEventAttributes;
    if (attributes?.activityType?.name !== 'load') return event;
    return { ...event, activityTaskScheduledEventAttributes: { ...attributes, activityType: { name: 'loadAll' } } };
  });
  const changed = { events };
  await expect(Worker.runReplayHistory({ workflowBundle }, changed, 'rollout')).rejects.toThrow(/[Nn]ondeterminism/);
});
