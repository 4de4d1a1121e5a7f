import { setTimeout as pause } from 'node:timers/promises';
import type { JsonObject } from '../../kernel/json';
import { problem, type Problem } from '../../kernel/problem';
import { statusOf } from '../../wire/https';
import { type FmcClient } from './client';

export interface PendingChange {
  readonly device: string;
  readonly id: string;
  readonly parent: string | undefined;
  readonly name: string;
  readonly type: string;
  readonly action: string;
  readonly users: readonly string[];
}

/** A device, or pair, with changes that are stored and not deployed. */
export interface Deployable {
  readonly id: string;
  readonly name: string;
  readonly version: string;
  readonly busy: boolean;
  readonly changes: readonly PendingChange[];
}

/** What waits for deployment on the devices of these names. */
export const readPending = async (client: FmcClient, names: ReadonlySet<string>): Promise<readonly Deployable[]> => {
  const items = await client.list('deployment/deployabledevices');
  const ours = items.filter((item) => names.has(String(item['name'])) && item['upToDate'] !== true);
  return Promise.all(
    ours.map(async (item) => {
      const device = item['device'] as JsonObject;
      const name = String(item['name']);
      const pending = await client.list(`deployment/deployabledevices/${String(device['id'])}/pendingchanges`);
      const changes = pending.map((change) => ({
        device: name,
        id: String(change['entityUUID']),
        parent: change['parentUUID'] as string | undefined,
        name: String(change['entityName']),
        type: String(change['entityType']),
        action: String(change['action']),
        users: (change['lastUpdatedByUsers'] ?? []) as readonly string[],
      }));
      return {
        id: String(device['id']),
        name,
        version: String(item['version']),
        busy: item['isDeploying'] === true,
        changes,
      };
    }),
  );
};

/** A deployment that runs already, ours of an interrupted run or somebody else's, is waited for, and then read again. */
export const whenIdle = async (
  read: () => Promise<readonly Deployable[]>,
  progress: (text: string) => void,
): Promise<readonly Deployable[]> => {
  const until = Date.now() + 15 * 60_000;
  for (let wait = 200; ; wait = Math.min(wait * 1.5, 10_000)) {
    const devices = await read();
    const busy = devices.find((device) => device.busy);
    if (busy === undefined || Date.now() > until) return devices;
    progress(`waiting for a deployment to ${busy.name} that is running`);
    await pause(wait);
  }
};

const running = /^(pending|running|in_progress|deploying|unknown|queued)/i;
const failed = /fail|abort|cancel|error/i;

interface SubTask {
  readonly target?: { readonly name?: string };
  readonly status?: string;
  readonly message?: string;
}

const follow = async (client: FmcClient, task: string, progress: (text: string) => void): Promise<JsonObject> => {
  const until = Date.now() + 15 * 60_000;
  for (let wait = 200; ; wait = Math.min(wait * 1.5, 10_000)) {
    await pause(wait);
    // The task may not be known for a moment after the request.
    const status = await client.get(`job/taskstatuses/${task}`).catch((error: unknown) => {
      if (statusOf(error) === 404) return { status: 'PENDING' };
      throw error;
    });
    const words = String(status['status'] ?? 'UNKNOWN');
    if (!running.test(words) || Date.now() > until) return status;
    progress(`deploying (${words.toLowerCase()})`);
  }
};

/** Deploys to devices and reports each in the FMC's own words. Empty when all are deployed. */
export const deploy = async (
  client: FmcClient,
  target: string,
  devices: readonly Deployable[],
  progress: (text: string) => void,
): Promise<readonly Problem[]> => {
  const names = devices.map((device) => device.name).join(', ');
  progress(`deploying to ${names}`);
  const answer = await client.write('POST', 'deployment/deploymentrequests', {
    type: 'DeploymentRequest',
    version: devices[0]!.version,
    forceDeploy: false,
    ignoreWarning: false,
    deviceList: devices.map((device) => device.id),
    deploymentNote: 'tunnelwright',
  });
  const task = ((answer['metadata'] as JsonObject | undefined)?.['task'] as JsonObject | undefined)?.['id'];
  const status = await follow(client, String(task), progress);
  const words = String(status['status']);
  const subTasks = (status['subTasks'] ?? []) as readonly SubTask[];
  const broken = subTasks.filter((sub) => failed.test(sub.status ?? ''));
  if (broken.length > 0)
    return broken.map((sub) =>
      problem(
        'fmc.deploy',
        target,
        `deployment to ${sub.target?.name ?? names}: ${sub.status}${sub.message ? `: ${sub.message}` : ''}`,
        'the change is staged and not deployed there: look at the deployment history of the FMC, then run again',
      ),
    );
  if (failed.test(words) || running.test(words))
    return [
      problem(
        'fmc.deploy',
        target,
        `deployment to ${names}: ${words}${status['message'] ? `: ${String(status['message'])}` : ''}`,
        'the change is staged: look at the deployment history of the FMC, then run again',
      ),
    ];
  return [];
};
