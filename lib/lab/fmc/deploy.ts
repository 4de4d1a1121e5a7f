import type { Json, JsonObject } from '../../kernel/json';
import { invalid, notFound, refusal, type Answer, type Request } from './answer';
import { filterOf, page } from './list';
import { pendingBody, pendingOf } from './pending';
import { deployFault, snapshot, type DeployedDevice } from './snapshot';
import { domainId, unitNamed, type Unit, type World } from './world';

type Outcome = { readonly unit: Unit; readonly taken: DeployedDevice; fault?: string | undefined };
interface Job {
  readonly id: string;
  readonly number: number;
  readonly user: string;
  readonly note: string;
  readonly start: number;
  readonly outcomes: readonly Outcome[];
  done: boolean;
}

export interface DeployOptions {
  readonly deployMs: number;
  /** Name of a device, a pair or a member whose deployment fails. */
  readonly failing: () => string | undefined;
}

export interface Deployment {
  readonly deployed: (device: string) => DeployedDevice | undefined;
  readonly all: () => readonly DeployedDevice[];
  /** Undefined where the path is none of its own. */
  readonly handle: (request: Request) => Answer | undefined;
}

const iso = (ms: number): string => new Date(ms).toISOString().replace(/\.\d+Z$/, 'Z');

export const makeDeployment = (world: World, { deployMs, failing }: DeployOptions): Deployment => {
  const running = new Map<string, DeployedDevice>(world.units.map((unit) => [unit.id, snapshot(world, unit)]));
  const jobs: Job[] = [];

  const finish = (job: Job): void => {
    job.done = true;
    job.outcomes.forEach((outcome) => {
      const broken = failing();
      outcome.fault =
        broken !== undefined && unitNamed(world, broken)?.id === outcome.unit.id
          ? `Deployment failed: the device ${broken} did not take the configuration`
          : deployFault(world, outcome.taken);
      if (outcome.fault !== undefined) return;
      running.set(outcome.unit.id, outcome.taken);
      const list = world.pending.get(outcome.unit.id);
      [...(list?.values() ?? [])].filter((p) => p.changed <= job.start).forEach((p) => list!.delete(p.entityUUID));
    });
  };
  /** Time passes only when somebody looks. */
  const settle = (): void => {
    const now = Date.now();
    jobs.filter((job) => !job.done && now >= job.start + deployMs).forEach(finish);
  };
  const busy = (): Job | undefined => jobs.find((job) => !job.done);
  const outOfDate = (): readonly Unit[] => world.units.filter((unit) => pendingOf(world, unit.id).length > 0);

  const deployable = (unit: Unit): JsonObject => {
    const inJob = busy()?.outcomes.some((outcome) => outcome.unit.id === unit.id) ?? false;
    const pending = pendingOf(world, unit.id);
    const latest = Math.max(...pending.map((p) => p.changed));
    const users = [...new Set(pending.flatMap((p) => p.lastUpdatedByUsers))];
    const type = unit.type === 'Device' ? 'SENSOR' : unit.type;
    return {
      version: String(world.now()),
      id: unit.id,
      type: 'DeployableDevice',
      name: unit.name,
      device: { id: unit.id, name: unit.name, type, keepLocalEvents: false },
      deviceMembers: unit.members.map((member) => ({ ...member, type: 'SENSOR', keepLocalEvents: false })),
      domain: { id: domainId, name: 'Global', type: 'Domain' },
      canBeDeployed: !inJob,
      isDeploying: inJob,
      upToDate: false,
      trafficInterruption: 'NO',
      message: inJob
        ? 'Cannot perform deployment to the device, as another deployment is in progress for the device.'
        : '',
      policyStatusList: [
        {
          policy: { id: unit.members[0]!.id, name: unit.name, type: 'PG.VPN.S2S' },
          upToDate: false,
          trafficInterrupting: false,
          versionTimeStamp: latest,
          modifiedUserInfoList: users.map((userName) => ({ userName, lastModifiedTime: latest })),
        },
      ],
      links: { self: `${world.base}/deployment/deployabledevices/${unit.id}` },
    };
  };

  const request = ({ body, user }: Request): Answer => {
    const sent = (body ?? {}) as JsonObject;
    const list = sent['deviceList'];
    if (sent['type'] !== undefined && sent['type'] !== 'DeploymentRequest') throw invalid('Invalid value for type');
    if (!Array.isArray(list) || list.length === 0) throw invalid('Missing required field: deviceList');
    const version = Number(sent['version']);
    if (!Number.isFinite(version)) throw invalid('Missing required field: version');
    if (busy()) throw refusal(400, 'OTHER', 'Cannot perform deployment, as another deployment is in progress.');
    const units = (list as readonly Json[]).map((id) => {
      const unit = outOfDate().find((u) => u.id === id);
      if (!unit) throw invalid(`Invalid device UUID: ${String(id)} is not deployable`);
      /** Unproven what a real one does with a version that is older than the last change; here it is refused. */
      if (pendingOf(world, unit.id).some((p) => p.changed > version))
        throw invalid(`The version ${version} of device ${unit.name} is out of date`);
      return unit;
    });
    const start = world.now();
    const job: Job = {
      id: String(133143986189 + jobs.length),
      number: jobs.length + 1,
      user,
      note: String(sent['deploymentNote'] ?? ''),
      start,
      outcomes: units.map((unit) => ({ unit, taken: snapshot(world, unit) })),
      done: false,
    };
    jobs.push(job);
    const self = `${world.base}/job/taskstatuses/${job.id}`;
    return { status: 202, body: { ...sent, metadata: { task: { id: job.id, links: { self } } } } };
  };

  const failed = (job: Job): boolean => job.outcomes.some((outcome) => outcome.fault !== undefined);
  const task = (job: Job): JsonObject => {
    const age = Date.now() - job.start;
    const status = job.done ? (failed(job) ? 'FAILED' : 'Deployed') : age < deployMs / 2 ? 'PENDING' : 'DEPLOYING';
    const one = (outcome: Outcome): JsonObject => ({
      target: { id: outcome.unit.id, name: outcome.unit.name, type: outcome.unit.type },
      status: job.done ? (outcome.fault === undefined ? 'SUCCESS' : 'FAILED') : status,
      message: job.done ? (outcome.fault ?? 'Deployment to device successful.') : 'Deployment in progress.',
    });
    return {
      id: job.id,
      type: 'TaskStatus',
      taskType: 'DEVICE_DEPLOYMENT',
      status,
      message: job.done
        ? failed(job)
          ? 'Deployment failed.'
          : 'Deployment to devices successful.'
        : 'Deployment in progress.',
      subTasks: job.outcomes.map(one),
      links: { self: `${world.base}/job/taskstatuses/${job.id}` },
    };
  };
  const history = (job: Job): JsonObject => ({
    id: `0050568B-9937-0ed3-0000-${job.id.padStart(12, '0')}`,
    type: 'JobHistory',
    jobName: `Deploy_Job_${job.number}`,
    jobType: 'DEPLOYMENT',
    jobStatus: job.done ? (failed(job) ? 'FAILED' : 'DEPLOYED') : 'DEPLOYING',
    user: job.user,
    deploymentNote: job.note,
    startTime: iso(job.start),
    ...(job.done ? { endTime: iso(job.start + deployMs) } : {}),
    deviceList: job.outcomes.flatMap(({ unit, fault }) =>
      unit.members.slice(0, 1).map((member) => ({
        deviceUUID: member.id,
        deviceName: member.name,
        deployedVersion: job.number,
        deploymentStatus: job.done ? (fault === undefined ? 'SUCCEEDED' : 'FAILED') : 'DEPLOYING',
        ...(unit.type === 'DeviceHAPair' ? { containerUUID: unit.id, containerName: unit.name } : {}),
      })),
    ),
  });

  const changes = (id: string): readonly JsonObject[] => {
    const unit = world.units.find((u) => u.id === id);
    if (!unit) throw notFound(`deployment/deployabledevices/${id}`);
    return pendingOf(world, id).map(pendingBody);
  };
  const taskAnswer = (id: string): Answer => {
    const job = jobs.find((one) => one.id === id);
    /** A task is not there yet right after it was asked for. */
    if (!job || Date.now() - job.start < Math.min(100, deployMs / 3)) throw notFound(`job/taskstatuses/${id}`);
    return { status: 200, body: task(job) };
  };

  return {
    deployed: (device) => {
      settle();
      const unit = unitNamed(world, device);
      return unit && running.get(unit.id);
    },
    all: () => {
      settle();
      return [...running.values()];
    },
    handle: (asked) => {
      settle();
      const { method, path } = asked;
      const [root, kind, id, leaf] = path.split('/');
      const lists: Readonly<Record<string, () => readonly JsonObject[]>> = {
        'deployment/deployabledevices': () => outOfDate().map(deployable),
        'deployment/jobhistories': () => {
          const wanted = filterOf(asked).get('status')?.toUpperCase();
          return [...jobs]
            .reverse()
            .map(history)
            .filter((job) => wanted === undefined || job['jobStatus'] === wanted);
        },
        'job/taskstatuses': () => jobs.map(task),
      };
      if (path === 'deployment/deploymentrequests' && method === 'POST') return request(asked);
      if (method !== 'GET') return undefined;
      if (root === 'job' && kind === 'taskstatuses' && id !== undefined) return taskAnswer(id);
      const list =
        lists[path] ?? (kind === 'deployabledevices' && leaf === 'pendingchanges' ? () => changes(id!) : undefined);
      return list && { status: 200, body: page(world, path, list(), asked) };
    },
  };
};
