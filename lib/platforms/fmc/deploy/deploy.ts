import type { JsonObject } from '../../../kernel/json';
import { problem, type Problem } from '../../../kernel/problem';
import type { TargetSettings } from '../../../model/targets';
import { mayHaveTakenEffect, statusOf } from '../../../wire/https';
import type { FmcClient } from '../client/client';
import { mostAttempts } from '../client/refusals';
import { warningsIn, wording, wordsOf } from '../client/wording';
import { brokenOff, type Armed } from '../../../contract/interrupted';
import { lookAtFailover, rolesOf, switchRoles, unwell } from './pair';
import { pendingWords, readPending, type Deployable, type PendingChange } from './pending';
import { follow, isFailed, isRunning, subTasksOf, taskIn, until } from '../client/task';

export interface Deployed {
  readonly problems: readonly Problem[];
  readonly notes: readonly string[];
}
export interface Rollout {
  readonly client: FmcClient;
  readonly target: string;
  readonly settings: TargetSettings<'fmc'>;
  /** What the deployment is called in the history. */
  readonly note: string;
  readonly progress: (text: string) => void;
  readonly armed?: (state: Armed | undefined) => void;
  readonly stopped?: () => boolean;
  /** What is pending on a device and not ours. */
  readonly foreign: (device: Deployable) => readonly Problem[];
  /** Types of the policies that are deployed apart from the others; undefined: all of the device. */
  readonly selected: (device: Deployable) => readonly string[] | undefined;
  /** What is pending on a device and ours. */
  readonly ours: (device: Deployable) => readonly PendingChange[];
}

/** One device first, a single one if there is any, then the others so many at a time. */
export const wavesOf = (
  devices: readonly Deployable[],
  { canary, waveSize }: Pick<TargetSettings<'fmc'>, 'canary' | 'waveSize'>,
): readonly (readonly Deployable[])[] => {
  const sorted = [...devices].sort((a, b) => (a.name < b.name ? -1 : 1));
  const first = sorted.find(({ name }) => name === canary) ?? sorted.find(({ pair }) => !pair) ?? sorted[0];
  if (first === undefined) return [];
  const others = sorted.filter((device) => device !== first);
  const waves = Array.from({ length: Math.ceil(others.length / waveSize) }, (_, i) =>
    others.slice(i * waveSize, (i + 1) * waveSize),
  );
  return [[first], ...waves];
};

/** One line of the plan of a deployment. */
const described = ({ name, pair, changes }: Deployable): string =>
  `${name} (${pair ? 'pair, ' : ''}${changes.length} ${changes.length === 1 ? 'change' : 'changes'})`;

const staysStaged =
  'the change is staged and not deployed there: look at the deployment history of the FMC, then run again';
const mayIgnore =
  'look at the warning; where it may be ignored, write ignoreWarnings: true on the FMC and run again: the change is staged';
const unDeployed = (target: string, name: string, words: string): Problem =>
  problem('fmc.deploy', target, `deployment to ${name}: ${words}`, staysStaged);

/** How it went on one device, by the task of the deployment. */
const resultOn = (rollout: Rollout, device: Deployable, task: JsonObject): readonly Problem[] => {
  const own = subTasksOf(task).find((sub) => sub.target?.id === device.id || sub.target?.name === device.name);
  const status = own?.status ?? String(task['status']);
  if (!isFailed(status) && !isRunning(status)) return [];
  const words = own?.message ?? task['message'];
  const said = typeof words === 'string' && words !== '' ? `${status}: ${words}` : status;
  const late = isRunning(status) ? `after ${rollout.settings.deployMinutes} minutes still ${said}` : said;
  return [unDeployed(rollout.target, device.name, late)];
};

const both = (all: readonly Deployed[]): Deployed => ({
  problems: all.flatMap(({ problems }) => problems),
  notes: all.flatMap(({ notes }) => notes),
});

/** The deployment of one run. */
export class Deployment {
  private readonly warned: string[] = [];

  constructor(private readonly rollout: Rollout) {}

  /** One device first; when it does not go well there, nothing else is deployed. Later ones do not hold each other up. */
  async run(devices: readonly Deployable[]): Promise<Deployed> {
    const { settings, progress, stopped, target } = this.rollout;
    const waves = wavesOf(devices, settings);
    progress(`what is deployed: ${waves.map((wave, i) => `${i + 1}. ${wave.map(described).join(', ')}`).join('; ')}`);
    const problems: Problem[] = [];
    const notes: string[] = [];
    for (const [i, wave] of waves.entries()) {
      if (stopped?.()) {
        problems.push(brokenOff(target, staysStaged));
        break;
      }
      const ended = await this.deployWave(wave);
      problems.push(...ended.problems);
      notes.push(...ended.notes);
      const rest = waves.slice(i + 1).flat();
      if (i > 0 || ended.problems.length === 0 || rest.length === 0) continue;
      notes.push(`not deployed to ${rest.map(({ name }) => name).join(', ')}, since ${wave[0]!.name} came first`);
      break;
    }
    return { problems, notes: [...this.warned, ...notes] };
  }

  private async deployWave(wave: readonly Deployable[]): Promise<Deployed> {
    const { settings, progress, armed } = this.rollout;
    const deadline = Date.now() + settings.deployMinutes * 60_000;
    const devices = await this.idle(wave, deadline);
    const unready = await Promise.all(devices.map((device) => this.checkReady(device)));
    const fit = devices.filter((_, i) => unready[i]!.length === 0);
    if (fit.length === 0) return { problems: unready.flat(), notes: [] };
    const to = fit.map(({ name }) => name).join(', ');
    progress(`deploying to ${to}`);
    armed?.({ words: `a deployment to ${to} is running; the FMC brings it to its end by itself` });
    const failed = await this.deploy(fit, deadline);
    const done = fit.filter(({ name }) => !failed.some(({ message }) => message.startsWith(`deployment to ${name}:`)));
    const looks: Deployed[] = [];
    for (const device of done) looks.push(await this.lookAfter(device, deadline));
    return both([{ problems: [...unready.flat(), ...failed], notes: [] }, ...looks]);
  }

  /** The devices as they are now: no other user deploys to them, and their version is that of the last change. */
  private async idle(wave: readonly Deployable[], deadline: number): Promise<readonly Deployable[]> {
    const { client, progress, settings } = this.rollout;
    const names = new Set(wave.map(({ name }) => name));
    let seen: readonly Deployable[] = [];
    await until(deadline, async () => {
      seen = await readPending(client, names, settings.selective);
      const busy = seen.find((device) => device.busy);
      if (busy) progress(`waiting for a deployment to ${busy.name} that is running`);
      return busy ? undefined : true;
    });
    return seen;
  }

  /** Why a device cannot be deployed to: changes of others are pending, or a member of a pair is not well. */
  private async checkReady(device: Deployable): Promise<readonly Problem[]> {
    const { client, target } = this.rollout;
    if (device.busy) return [unDeployed(target, device.name, 'another deployment to it is still running')];
    const foreign = this.rollout.foreign(device);
    if (foreign.length > 0 || !device.pair) return foreign;
    const roles = await rolesOf(client, device.id);
    return roles.well ? [] : [unwell(target, device.name, roles, 'before the deployment')];
  }

  /** One request for all; where the FMC refuses that, one for each, so that the one it is about does not stop the others. */
  private async deploy(devices: readonly Deployable[], deadline: number): Promise<readonly Problem[]> {
    const { target, settings } = this.rollout;
    let task: JsonObject;
    try {
      task = await this.carriedOut(devices, deadline);
    } catch (error) {
      if (statusOf(error) === undefined) throw error;
      if (devices.length > 1) return this.deployEach(devices, deadline);
      const { message } = wording(error, target, settings, `deployment to ${devices[0]!.name}`);
      const warned = /warning/i.test(message) && !settings.ignoreWarnings;
      return [problem('fmc.deploy', target, message, warned ? mayIgnore : staysStaged)];
    }
    const ended = devices.map((device) => ({ device, failed: resultOn(this.rollout, device, task) }));
    const deployed = ended.filter(({ failed }) => failed.length === 0).map(({ device }) => device);
    return [...ended.flatMap(({ failed }) => failed), ...(await this.stillPending(deployed, String(task['status'])))];
  }

  /** What of a device was to be deployed, and is pending all the same. */
  private leftOf(device: Deployable, now: readonly Deployable[]): readonly PendingChange[] {
    const meant = this.rollout.selected(device) === undefined ? device.changes : this.rollout.ours(device);
    const before = new Set(meant.map((change) => change.id));
    return now.find((other) => other.id === device.id)?.changes.filter((change) => before.has(change.id)) ?? [];
  }

  /** A task may say that it succeeded and be about other devices: what it has deployed is pending no more. */
  private async stillPending(devices: readonly Deployable[], status: string): Promise<readonly Problem[]> {
    const { client, target } = this.rollout;
    const names = new Set(devices.map(({ name }) => name));
    for (let attempt = 0; ; attempt++) {
      const now = names.size === 0 ? [] : await readPending(client, names, false);
      const left = devices.flatMap((device) => {
        const still = this.leftOf(device, now);
        const words = `the FMC calls it ${status}, and still lists as pending: ${still.map(pendingWords).join('; ')}`;
        return still.length === 0 ? [] : [unDeployed(target, device.name, words)];
      });
      if (left.length === 0 || attempt === 2) return left;
      await client.later();
    }
  }

  private async deployEach(devices: readonly Deployable[], deadline: number): Promise<readonly Problem[]> {
    const failed: Problem[] = [];
    for (const one of devices) failed.push(...(await this.deploy([one], deadline)));
    return failed;
  }

  /**
   * The task of the deployment, at its end. A request whose answer was lost may have been taken all the same: the devices
   * are watched, and it is sent again where nothing comes of it.
   */
  private async carriedOut(devices: readonly Deployable[], deadline: number): Promise<JsonObject> {
    const { client, progress } = this.rollout;
    const names = devices.map(({ name }) => name).join(', ');
    for (let attempt = 1; ; attempt++) {
      const taken = await this.request(devices, deadline).catch((error: unknown) => {
        if (attempt === mostAttempts || !mayHaveTakenEffect(error)) throw error;
        return 'lost' as const;
      });
      if (typeof taken === 'object' && taken.task !== undefined)
        return follow(client, taken.task, deadline, (status) => progress(`deploying to ${names} (${status})`));
      const why = taken === 'lost' ? 'the answer of the FMC was lost' : 'the FMC names no task';
      progress(`deploying to ${names} (${why}: what is pending is watched)`);
      const seen = await this.watched(devices, deadline);
      if (taken === 'lost' && seen === 'untouched') continue;
      return { status: seen === 'running' ? 'IN_PROGRESS' : 'accepted' };
    }
  }

  /** Devices without a task are watched until none is busy or has anything pending; `untouched`: nothing came of it so far. */
  private async watched(devices: readonly Deployable[], deadline: number): Promise<'ended' | 'running' | 'untouched'> {
    const names = new Set(devices.map(({ name }) => name));
    let begun = false;
    let looks = 0;
    const seen = await until(deadline, async () => {
      const now = await readPending(this.rollout.client, names, false);
      const busy = now.some((device) => device.busy);
      begun ||= busy;
      looks += 1;
      if (now.length === 0 || (!busy && begun)) return 'ended';
      if (busy || looks <= 8) return undefined;
      return devices.some((device) => this.leftOf(device, now).length > 0) ? 'untouched' : 'ended';
    });
    return seen ?? 'running';
  }

  /** Which policies of which devices go; nothing where all of each goes. */
  private selection(devices: readonly Deployable[]): JsonObject {
    const all = devices.flatMap((device) => {
      const selectedPolicies = this.rollout.selected(device);
      return selectedPolicies === undefined ? [] : [{ deviceUUID: device.id, selectedPolicies }];
    });
    return all.length === 0 ? {} : { selectedPoliciesforDevices: all };
  }

  /** Asks for the deployment; a busy FMC is asked again. With the id of its task, where it names one. */
  private async request(
    devices: readonly Deployable[],
    deadline: number,
  ): Promise<{ readonly task: string | undefined }> {
    const { client, note, progress, settings } = this.rollout;
    const body = {
      type: 'DeploymentRequest',
      version: devices[0]!.version,
      forceDeploy: false,
      ignoreWarning: settings.ignoreWarnings,
      deviceList: devices.map(({ id }) => id),
      deploymentNote: note,
      ...this.selection(devices),
    };
    const answer = await until(deadline, async () => {
      try {
        return await client.write('POST', 'deployment/deploymentrequests', body);
      } catch (error) {
        const busy = statusOf(error) === 400 && /in progress|try again/i.test(wordsOf(error) ?? '');
        if (!busy || Date.now() > deadline) throw error;
        progress(`the FMC is busy: ${wordsOf(error)}`);
        return undefined;
      }
    });
    this.warned.push(...warningsIn(answer).map((words) => `the FMC warns and deploys all the same: ${words}`));
    return { task: taskIn(answer!) };
  }

  /** What is left to see once a pair has its new configuration. */
  private async lookAfter(device: Deployable, deadline: number): Promise<Deployed> {
    const { client, target, settings, progress } = this.rollout;
    if (!device.pair) return { problems: [], notes: [] };
    const roles = await rolesOf(client, device.id);
    if (!roles.well) return { problems: [unwell(target, device.name, roles, 'after the deployment')], notes: [] };
    if (!settings.switchRoles) return { problems: [], notes: [] };
    try {
      return await switchRoles(client, target, device, deadline, progress);
    } catch (error) {
      if (statusOf(error) === undefined) throw error;
      const said = wording(error, target, settings, `switching the roles of ${device.name}`).message;
      return { problems: [problem('fmc.pair', target, said, lookAtFailover)], notes: [] };
    }
  }
}
