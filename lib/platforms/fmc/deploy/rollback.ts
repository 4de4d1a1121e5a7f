import type { Json, JsonObject } from '../../../kernel/json';
import { problem, type Problem } from '../../../kernel/problem';
import type { StoredRun } from '../../../contract/session';
import type { FmcClient } from '../client/client';
import { follow, isFailed, isRunning, subTasksOf, taskIn, until } from '../client/task';

/** Where each device stood before a run deployed to it: the deployment to go back to. */
export interface Pin {
  readonly device: string;
  /** As the history names it: of a pair, a member. */
  readonly deviceId: string;
  readonly job: string;
  readonly jobName: string;
}

interface Entry {
  readonly deviceUUID?: string;
  readonly deviceName?: string;
  readonly containerUUID?: string;
  readonly deploymentStatus?: string;
  readonly canRollback?: boolean;
}
const devicesIn = (job: JsonObject): readonly Entry[] => (job['deviceList'] ?? []) as readonly Entry[];
const entryOf = (job: JsonObject, device: string): Entry | undefined =>
  devicesIn(job).find(
    ({ deviceUUID, containerUUID, deploymentStatus = '' }) =>
      [deviceUUID, containerUUID].includes(device) && /^SUCCEEDED$/i.test(deploymentStatus),
  );

/** The history does not say where a rollback went to: we write it into its note. */
const wentTo = (job: string): string => `tunnelwright: back to ${job}`;
const targetOf = (job: JsonObject): string | undefined =>
  /^tunnelwright: back to (\S+)$/.exec(String(job['deploymentNote'] ?? ''))?.[1];

/** The run that a deployment is named after. */
const ofRun = (job: JsonObject): string | undefined =>
  /^tunnelwright (\S+)$/.exec(String(job['deploymentNote'] ?? ''))?.[1];

interface Device {
  readonly id: string;
  readonly name: string;
}
/**
 * The deployment that a device runs; the history answers the newest first. Of a rollback that another user made it is
 * not known where it went to: then it is the rollback itself, and nothing to go back to.
 */
const newest = (
  jobs: readonly JsonObject[],
  device: string,
): { readonly job: JsonObject; readonly entry: Entry; readonly known: boolean } | undefined => {
  const last = jobs.find((job) => entryOf(job, device) !== undefined);
  if (last === undefined) return undefined;
  const entry = entryOf(last, device)!;
  if (last['jobType'] !== 'ROLLBACK') return { job: last, entry, known: true };
  const went = jobs.find((job) => job['id'] === targetOf(last));
  return { job: went ?? last, entry, known: went !== undefined };
};
/** Names of the devices on which a rollback came last, ours or another: what is stored may be newer than what they run. */
export const rolledBack = async (client: FmcClient, devices: readonly Device[]): Promise<ReadonlySet<string>> => {
  const jobs = devices.length === 0 ? [] : await history(client);
  const isBack = ({ id }: Device): boolean =>
    jobs.find((job) => entryOf(job, id) !== undefined)?.['jobType'] === 'ROLLBACK';
  return new Set(devices.filter(isBack).map(({ name }) => name));
};
const history = (client: FmcClient): Promise<readonly JsonObject[]> => client.list('deployment/jobhistories');

/** Asks the history where these devices stand now. One that was never deployed to has no way back by the FMC. */
export const pin = async (client: FmcClient, devices: readonly Device[]): Promise<readonly Pin[]> => {
  const jobs = await history(client);
  return devices.flatMap((device) => {
    const found = newest(jobs, device.id);
    return !found?.known || found.entry.deviceUUID === undefined
      ? []
      : [
          {
            device: device.name,
            deviceId: found.entry.deviceUUID,
            job: String(found.job['id']),
            jobName: String(found.job['jobName']),
          },
        ];
  });
};

/** Pins as they were kept with a run; undefined where it deployed nothing. */
export const pinsIn = (kept: Json | undefined): readonly Pin[] | undefined =>
  kept as unknown as readonly Pin[] | undefined;

/** Of a run that deploys twice, where each device stood before the first time. */
export const firstPins = (earlier: readonly Pin[] = [], now: readonly Pin[]): readonly Pin[] => [
  ...earlier,
  ...now.filter(({ deviceId }) => earlier.every((pinned) => pinned.deviceId !== deviceId)),
];

/** Which devices a run has deployed to since, and why one cannot go back: it was deployed to later. */
const toTakeBack = (
  jobs: readonly JsonObject[],
  pins: readonly Pin[],
  note: string,
  target: string,
): { readonly pins: readonly Pin[]; readonly problems: readonly Problem[] } => {
  const last = pins.map((one) => ({ one, found: newest(jobs, one.deviceId)?.job }));
  const moved = last.filter(({ one, found }) => found !== undefined && found['id'] !== one.job);
  const theirs = moved.filter(({ found }) => found!['deploymentNote'] !== note);
  return {
    pins: moved.filter(({ found }) => found!['deploymentNote'] === note).map(({ one }) => one),
    problems: theirs.map(({ one, found }) =>
      problem(
        'fmc.rollback',
        target,
        `${String(found!['user'])} has deployed to ${one.device} or rolled it back since (${String(found!['jobName'])}): a rollback would take that back too. Nothing was changed`,
        ofRun(found!) === undefined
          ? 'take back what you declared instead, and apply'
          : `roll back run ${ofRun(found!)} first`,
      ),
    ),
  };
};

/**
 * Cisco calls a rollback of a device a disruptive operation: all connections and routes through it are dropped
 * (management center configuration guide, "Roll Back a Deployment").
 */
export const connectionsDropped = async (
  client: FmcClient,
  target: string,
  kept: readonly Pin[] | undefined,
  note: string,
): Promise<readonly string[]> => {
  if (kept === undefined) return [];
  const { pins } = toTakeBack(await history(client), kept, note, target);
  return pins.map(({ device }) => `every connection through ${device}`);
};

/**
 * Whether the deployment that a device went back to, or one before it, brought what a run had stored. Of a run that came to
 * deploy it is known where the device stood then: whatever was deployed later brought it, and for other devices it had nothing. Of one that only stored, the
 * deployment tells by its run, or by when it began; where neither is known, it is taken for brought.
 */
const isBrought = (jobs: readonly JsonObject[], { device, job }: Pin, { run, began, kept }: StoredRun): boolean => {
  const place = (id: string): number => jobs.findIndex((one) => one['id'] === id);
  const pins = pinsIn(kept);
  const before = pins?.find((pinned) => pinned.device === device);
  if (pins !== undefined) return before === undefined || place(before.job) === -1 || place(job) < place(before.job);
  const to = jobs[place(job)];
  const by = to === undefined ? undefined : ofRun(to);
  if (by !== undefined) return by >= run;
  return !(began !== undefined && Date.parse(String(to?.['startTime'])) < began.getTime());
};

/** How devices went back. */
interface TakenBack {
  readonly refused: readonly Problem[];
  readonly failed: readonly Problem[];
  readonly notes: readonly string[];
  /** Those that did, by name. */
  readonly devices: readonly string[];
  /** Those of them that do not run what an earlier run stored. */
  readonly without: (earlier: StoredRun) => readonly string[];
}
const noneBack = { refused: [], failed: [], notes: [], devices: [], without: () => [] } as const;

/** Uses the FMC's own rollback for every device that the run deployed to. Each is reported in the FMC's words. */
export const takeBack = async (
  client: FmcClient,
  target: string,
  kept: readonly Pin[] | undefined,
  note: string,
  deadline: number,
  progress: (text: string) => void,
): Promise<TakenBack> => {
  if (kept === undefined) return { ...noneBack, notes: ['the run had deployed nothing'] };
  const deployments = await history(client);
  const { pins, problems } = toTakeBack(deployments, kept, note, target);
  if (problems.length > 0) return { ...noneBack, refused: problems };
  if (pins.length === 0) return { ...noneBack, notes: ['no device runs what it deployed'] };
  progress(`rolling back ${pins.map(({ device }) => device).join(', ')}`);
  const failed: Problem[] = [];
  for (const job of new Set(pins.map((one) => one.job))) {
    const those = pins.filter((one) => one.job === job);
    failed.push(...(await backTo(client, target, job, those, deadline, progress)));
  }
  const back = pins.filter(({ device }) => !failed.some(({ message }) => message.startsWith(`rollback of ${device}:`)));
  return {
    refused: [],
    failed,
    notes: back.map(({ device, jobName }) => `${device} runs ${jobName} again`),
    devices: back.map(({ device }) => device),
    without: (earlier) => back.filter((one) => !isBrought(deployments, one, earlier)).map(({ device }) => device),
  };
};

/** How a rollback went on one device, by its task and by the history after it. */
const resultOn = (
  target: string,
  { device, deviceId, job, jobName }: Pin,
  task: JsonObject,
  history: readonly JsonObject[],
): readonly Problem[] => {
  const own = subTasksOf(task).find((sub) => sub.target?.name === device);
  const status = own?.status ?? String(task['status']);
  if (isFailed(status) || isRunning(status)) {
    const message = `rollback of ${device}: ${status}${own?.message ? `: ${own.message}` : ''}`;
    const hint = 'what is stored on the FMC was taken back: deploy to the device when it is well';
    return [problem('fmc.rollback', target, message, hint)];
  }
  if (newest(history, deviceId)?.job['id'] === job) return [];
  const message = `rollback of ${device}: ${status}, but the deployment history does not show ${jobName} on it`;
  const hint = 'look at the deployment history of the FMC, and at the device';
  return [problem('fmc.rollback', target, message, hint)];
};

/** The FMC took the rollback and names no task: its history is watched until a rollback is the last job, and at its end. */
const byHistory = async (client: FmcClient, deadline: number): Promise<JsonObject> => {
  const ended = await until(deadline, async () => {
    const [last] = await history(client);
    return last?.['jobType'] === 'ROLLBACK' && !isRunning(String(last['jobStatus'])) ? true : undefined;
  });
  return { status: ended ? 'accepted' : 'IN_PROGRESS' };
};

/** Takes devices back to one job, and writes that into the history. */
const backTo = async (
  client: FmcClient,
  target: string,
  job: string,
  pins: readonly Pin[],
  deadline: number,
  progress: (text: string) => void,
): Promise<readonly Problem[]> => {
  const answer = await client.write('POST', 'deployment/rollbackrequests', {
    type: 'RollbackRequest',
    rollbackDeviceList: [{ deploymentJobId: job, deviceList: pins.map(({ deviceId }) => deviceId) }],
  });
  const id = taskIn(answer);
  const say = (status: string): void => progress(`rolling back (${status})`);
  const task = id === undefined ? await byHistory(client, deadline) : await follow(client, id, deadline, say);
  const done = (await history(client)).find(({ jobType }) => jobType === 'ROLLBACK');
  if (done) {
    const own = done['id'] as string;
    const note = { id: own, type: 'JobHistory', deploymentNote: wentTo(job) };
    await client.write('PUT', `deployment/jobhistories/${own}`, note);
  }
  const now = await history(client);
  return pins.flatMap((one) => resultOn(target, one, task, now));
};
