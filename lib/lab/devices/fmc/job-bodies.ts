import { groupBy } from '../../../kernel/group';
import type { JsonObject } from '../../../kernel/json';
import type { Job, Jobs, Outcome } from './jobs';
import { pendingOf } from './pending';
import { dependencies, policyTypeOf } from './policy-types';
import { domainId, type Unit, type World } from './world';

const iso = (ms: number): string => new Date(ms).toISOString().replace(/\.\d+Z$/, 'Z');
const types = { DEPLOYMENT: 'DEVICE_DEPLOYMENT', ROLLBACK: 'DEVICE_ROLLBACK', SWITCH: 'NGFWHA_OPERATIONS' } as const;

/** How jobs and devices that wait for one are answered. */
export const jobBodies = (world: World, jobs: Jobs, deployMs: number) => {
  /** `grouped`: with which policies go together only. */
  const deployable = (unit: Unit, grouped: boolean): JsonObject => {
    const inJob = jobs.busy(unit) !== undefined;
    const pending = pendingOf(world, unit.id);
    const latest = Math.max(...pending.map((p) => p.changed));
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
      policyStatusList: [...groupBy(pending, policyTypeOf)].map(([type, changes]) => ({
        policy: { id: unit.members[0]!.id, name: unit.name, type },
        upToDate: false,
        trafficInterrupting: false,
        versionTimeStamp: latest,
        modifiedUserInfoList: [...new Set(changes.flatMap((one) => one.lastUpdatedByUsers))].map((userName) => ({
          userName,
          lastModifiedTime: latest,
        })),
      })),
      ...(grouped ? { groupDependencyDetails: dependencies } : {}),
      links: { self: `${world.base}/deployment/deployabledevices/${unit.id}` },
    };
  };

  const statusOf = (job: Job): string => {
    if (job.done) return jobs.failed(job) ? 'FAILED' : 'Deployed';
    return Date.now() - job.start < deployMs / 2 ? 'PENDING' : 'DEPLOYING';
  };
  const subTask = (job: Job, outcome: Outcome): JsonObject => ({
    target: { id: outcome.unit.id, name: outcome.unit.name, type: outcome.unit.type },
    status: outcome.done ? (outcome.fault === undefined ? 'SUCCESS' : 'FAILED') : job.done ? 'FAILED' : 'PENDING',
    message: outcome.done ? (outcome.fault ?? 'Deployment to device successful.') : 'Deployment in progress.',
  });
  const task = (job: Job): JsonObject => ({
    id: job.id,
    type: 'TaskStatus',
    taskType: types[job.kind],
    status: statusOf(job),
    message: job.done
      ? jobs.failed(job)
        ? 'Deployment failed.'
        : 'Deployment to devices successful.'
      : 'Deployment in progress.',
    subTasks: job.outcomes.map((outcome) => subTask(job, outcome)),
    links: { self: `${world.base}/job/taskstatuses/${job.id}` },
  });

  const historyId = (job: Job): string => `0050568B-9937-0ed3-0000-${job.id.padStart(12, '0')}`;
  const history = (job: Job): JsonObject => ({
    id: historyId(job),
    type: 'JobHistory',
    jobName: `Deploy_Job_${job.number}`,
    jobType: job.kind === 'SWITCH' ? 'UNKNOWN' : job.kind,
    jobStatus: job.done ? (jobs.failed(job) ? 'FAILED' : 'DEPLOYED') : 'DEPLOYING',
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
  return { deployable, task, history, historyId };
};
