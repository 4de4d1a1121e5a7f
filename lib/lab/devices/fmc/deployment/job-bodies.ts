import { groupBy } from '../../../../kernel/group';
import type { JsonObject } from '../../../../kernel/json';
import { hasFailed, type Job, type Jobs, type Outcome } from './jobs';
import { pendingOf } from './pending';
import { dependencies, policyTypeOf } from './policy-types';
import { domainBody } from '../domains';
import type { Pending, Unit, World } from '../world';

const iso = (ms: number): string => new Date(ms).toISOString().replace(/\.\d+Z$/, 'Z');
const types = {
  DEPLOYMENT: 'DEVICE_DEPLOYMENT',
  ROLLBACK: 'DEVICE_ROLLBACK',
  SWITCH: 'NGFWHA_OPERATIONS',
  CERTIFICATE: 'DEVICE_CERTIFICATE_MANAGEMENT',
} as const;

/** Each type of policies that waits, with who changed them. */
const policyStatuses = (unit: Unit, pending: readonly Pending[]): readonly JsonObject[] => {
  const latest = Math.max(...pending.map((p) => p.changed));
  return [...groupBy(pending, policyTypeOf)].map(([type, changes]) => ({
    policy: { id: unit.members[0]!.id, name: unit.name, type },
    upToDate: false,
    trafficInterrupting: false,
    versionTimeStamp: latest,
    modifiedUserInfoList: [...new Set(changes.flatMap((one) => one.lastUpdatedByUsers))].map((userName) => ({
      userName,
      lastModifiedTime: latest,
    })),
  }));
};

/** A device that waits for a deployment. `grouped`: with which policies go together only. */
export const deployableBody = (world: World, jobs: Jobs, unit: Unit, grouped: boolean): JsonObject => {
  const inJob = jobs.busy(unit) !== undefined;
  const type = unit.type === 'Device' ? 'SENSOR' : unit.type;
  return {
    version: String(world.now()),
    id: unit.id,
    type: 'DeployableDevice',
    name: unit.name,
    device: { id: unit.id, name: unit.name, type, keepLocalEvents: false },
    deviceMembers: unit.members.map((member) => ({ ...member, type: 'SENSOR', keepLocalEvents: false })),
    domain: domainBody(world.domain),
    canBeDeployed: !inJob,
    isDeploying: inJob,
    upToDate: false,
    trafficInterruption: 'NO',
    message: inJob
      ? 'Cannot perform deployment to the device, as another deployment is in progress for the device.'
      : '',
    policyStatusList: policyStatuses(unit, pendingOf(world, unit.id)),
    ...(grouped ? { groupDependencyDetails: dependencies } : {}),
    links: { self: `${world.base}/deployment/deployabledevices/${unit.id}` },
  };
};

const statusOf = (job: Job, deployMs: number): string => {
  if (job.done) return hasFailed(job) ? 'FAILED' : 'Deployed';
  return Date.now() - job.start < deployMs / 2 ? 'PENDING' : 'DEPLOYING';
};
const messageOf = (job: Job): string => {
  if (!job.done) return 'Deployment in progress.';
  return hasFailed(job) ? 'Deployment failed.' : 'Deployment to devices successful.';
};
const subTask = (job: Job, outcome: Outcome): JsonObject => ({
  target: { id: outcome.unit.id, name: outcome.unit.name, type: outcome.unit.type },
  status: outcome.done ? (outcome.fault === undefined ? 'SUCCESS' : 'FAILED') : job.done ? 'FAILED' : 'PENDING',
  message: outcome.done ? (outcome.fault ?? 'Deployment to device successful.') : 'Deployment in progress.',
});

/** A job as `job/taskstatuses` has it. `deployMs`: how long one takes. */
export const taskBody = (world: World, job: Job, deployMs: number): JsonObject => ({
  id: job.id,
  type: 'TaskStatus',
  taskType: types[job.kind],
  status: statusOf(job, deployMs),
  message: messageOf(job),
  subTasks: job.outcomes.map((outcome) => subTask(job, outcome)),
  links: { self: `${world.base}/job/taskstatuses/${job.id}` },
});

export const historyId = (job: Job): string => `0050568B-9937-0ed3-0000-${job.id.padStart(12, '0')}`;

/** A job as `deployment/jobhistories` has it. */
export const historyBody = (job: Job, deployMs: number): JsonObject => ({
  id: historyId(job),
  type: 'JobHistory',
  jobName: `Deploy_Job_${job.number}`,
  jobType: job.kind === 'SWITCH' ? 'UNKNOWN' : job.kind,
  jobStatus: job.done ? (hasFailed(job) ? 'FAILED' : 'DEPLOYED') : 'DEPLOYING',
  user: job.user,
  deploymentNote: job.note,
  startTime: iso(job.start),
  ...(job.done ? { endTime: iso(job.start + deployMs) } : {}),
  deviceList: job.outcomes.flatMap(({ unit, fault, done }) =>
    unit.members.slice(0, 1).map((member) => ({
      deviceUUID: member.id,
      deviceName: member.name,
      deployedVersion: job.number,
      canRollback: job.kind === 'DEPLOYMENT' && done && fault === undefined,
      deploymentStatus: done ? (fault === undefined ? 'SUCCEEDED' : 'FAILED') : 'DEPLOYING',
      ...(unit.type === 'DeviceHAPair' ? { containerUUID: unit.id, containerName: unit.name } : {}),
    })),
  ),
});
