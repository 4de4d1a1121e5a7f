import { problem, type Problem } from '../../kernel/problem';
import type { TargetSettings } from '../../model/targets';
import { statusOf } from '../../wire/https';
import { wording, wordsOf, type FmcClient } from './client';
import { brokenOff, type Armed } from '../../contract/interrupted';
import { lookAtFailover, rolesOf, switchRoles, unwell } from './pair';
import { readPending, type Deployable } from './pending';
import { follow, isFailed, isRunning, subTasksOf, taskIn, until } from './task';

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
const unDeployed = (target: string, name: string, words: string): Problem =>
  problem('fmc.deploy', target, `deployment to ${name}: ${words}`, staysStaged);

export const makeDeploy = (rollout: Rollout) => {
  const { client, target, settings, progress } = rollout;
  const limit = (): number => Date.now() + settings.deployMinutes * 60_000;

  /** The devices as they are now: nobody else deploys to them, and their version is that of the last change. */
  const idle = async (wave: readonly Deployable[], deadline: number): Promise<readonly Deployable[]> => {
    const names = new Set(wave.map(({ name }) => name));
    let seen: readonly Deployable[] = [];
    await until(deadline, async () => {
      seen = await readPending(client, names);
      const busy = seen.find((device) => device.busy);
      if (busy) progress(`waiting for a deployment to ${busy.name} that is running`);
      return busy ? undefined : true;
    });
    return seen;
  };

  /** Which of these can be deployed to: nothing of others is pending, and both members of a pair are well. */
  const ready = async (device: Deployable): Promise<readonly Problem[]> => {
    if (device.busy) return [unDeployed(target, device.name, 'another deployment to it is still running')];
    const foreign = rollout.foreign(device);
    if (foreign.length > 0 || !device.pair) return foreign;
    const roles = await rolesOf(client, device.id);
    return roles.well ? [] : [unwell(target, device.name, roles, 'before the deployment')];
  };

  /** Asks for the deployment; a busy FMC is asked again. */
  const request = async (devices: readonly Deployable[], deadline: number): Promise<string> => {
    const answer = await until(deadline, async () => {
      try {
        return await client.write('POST', 'deployment/deploymentrequests', {
          type: 'DeploymentRequest',
          version: devices[0]!.version,
          forceDeploy: false,
          ignoreWarning: false,
          deviceList: devices.map(({ id }) => id),
          deploymentNote: rollout.note,
        });
      } catch (error) {
        const busy = statusOf(error) === 400 && /in progress|try again/i.test(wordsOf(error) ?? '');
        if (!busy || Date.now() > deadline) throw error;
        progress(`the FMC is busy: ${wordsOf(error)}`);
        return undefined;
      }
    });
    return taskIn(answer!);
  };

  /** How it went on each, in the FMC's own words. */
  const results = async (devices: readonly Deployable[], id: string, deadline: number): Promise<readonly Problem[]> => {
    const names = devices.map(({ name }) => name).join(', ');
    const task = await follow(client, id, deadline, (status) => progress(`deploying to ${names} (${status})`));
    const subTasks = subTasksOf(task);
    const overall = String(task['status']);
    return devices.flatMap((device) => {
      const own = subTasks.find((sub) => sub.target?.id === device.id || sub.target?.name === device.name);
      const status = own?.status ?? overall;
      if (!isFailed(status) && !isRunning(status)) return [];
      const words = own?.message ?? task['message'];
      const said = typeof words === 'string' && words !== '' ? `${status}: ${words}` : status;
      return [
        unDeployed(
          target,
          device.name,
          isRunning(status) ? `after ${settings.deployMinutes} minutes still ${said}` : said,
        ),
      ];
    });
  };

  /** What is left to see once a pair has its new configuration. */
  const after = async (device: Deployable, deadline: number): Promise<Deployed> => {
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
  };

  /** One request for all; where the FMC refuses that, one for each, so that the one it is about does not stop the others. */
  const deploy = async (devices: readonly Deployable[], deadline: number): Promise<readonly Problem[]> => {
    let task: string;
    try {
      task = await request(devices, deadline);
    } catch (error) {
      if (statusOf(error) === undefined) throw error;
      const [device, ...more] = devices;
      if (more.length === 0) return [refused(error, `deployment to ${device!.name}`)];
      const failed: Problem[] = [];
      for (const one of devices) failed.push(...(await deploy([one], deadline)));
      return failed;
    }
    return results(devices, task, deadline);
  };
  const refused = (error: unknown, doing: string): Problem =>
    problem('fmc.deploy', target, wording(error, target, settings, doing).message, staysStaged);

  const deployWave = async (wave: readonly Deployable[]): Promise<Deployed> => {
    const deadline = limit();
    const devices = await idle(wave, deadline);
    const unready = await Promise.all(devices.map(ready));
    const fit = devices.filter((_, i) => unready[i]!.length === 0);
    if (fit.length === 0) return { problems: unready.flat(), notes: [] };
    const to = fit.map(({ name }) => name).join(', ');
    progress(`deploying to ${to}`);
    rollout.armed?.({ words: `a deployment to ${to} is running; the FMC brings it to its end by itself` });
    const failed = await deploy(fit, deadline);
    const done = fit.filter(({ name }) => !failed.some(({ message }) => message.startsWith(`deployment to ${name}:`)));
    const looks: Deployed[] = [];
    for (const device of done) looks.push(await after(device, deadline));
    return {
      problems: [...unready.flat(), ...failed, ...looks.flatMap(({ problems }) => problems)],
      notes: looks.flatMap(({ notes }) => notes),
    };
  };

  /** One device first; when it does not go well there, nothing else is deployed. Later ones do not hold each other up. */
  return async (devices: readonly Deployable[]): Promise<Deployed> => {
    const waves = wavesOf(devices, settings);
    progress(`what is deployed: ${waves.map((wave, i) => `${i + 1}. ${wave.map(described).join(', ')}`).join('; ')}`);
    const problems: Problem[] = [];
    const notes: string[] = [];
    for (const [i, wave] of waves.entries()) {
      if (rollout.stopped?.()) {
        problems.push(brokenOff(target, staysStaged));
        break;
      }
      const ended = await deployWave(wave);
      problems.push(...ended.problems);
      notes.push(...ended.notes);
      const rest = waves.slice(i + 1).flat();
      if (i > 0 || ended.problems.length === 0 || rest.length === 0) continue;
      notes.push(`not deployed to ${rest.map(({ name }) => name).join(', ')}, since ${wave[0]!.name} came first`);
      break;
    }
    return { problems, notes };
  };
};
