import type { Json, JsonObject } from '../../../kernel/json';
import { invalid, notFound, refusal, type Answer, type Request } from './answer';
import { jobBodies } from './job-bodies';
import { makeJobs, type Job, type JobOptions } from './jobs';
import { filterOf, page } from './list';
import { pendingBody, pendingOf } from './pending';
import { checkSelection, policyTypeOf } from './policy-types';
import { snapshot, type DeployedDevice } from './snapshot';
import { unitNamed, unitOf, type World } from './world';

export interface Deployment {
  readonly deployed: (device: string) => DeployedDevice | undefined;
  readonly all: () => readonly DeployedDevice[];
  /** Somebody else deploys everything that is pending on these devices. */
  readonly deployAs: (user: string, devices: readonly string[]) => void;
  /** Undefined where the path is none of its own. */
  readonly handle: (request: Request) => Answer | undefined;
}

const pairs = 'devicehapairs/ftddevicehapairs';
const histories = 'deployment/jobhistories';
/** The policies of a device that are deployed without the others. */
const selectedIn = (sent: JsonObject, unit: string): readonly string[] | undefined => {
  const all = (sent['selectedPoliciesforDevices'] ?? []) as readonly JsonObject[];
  return all.find(({ deviceUUID }) => deviceUUID === unit)?.['selectedPolicies'] as readonly string[] | undefined;
};
const inProgress = (): Error =>
  refusal(400, 'OTHER', 'Cannot perform deployment, as another deployment is in progress.');

export const makeDeployment = (world: World, options: JobOptions): Deployment => {
  const jobs = makeJobs(world, options);
  const show = jobBodies(world, jobs, options.deployMs);

  const accepted = (sent: JsonObject, job: Job, status = 202): Answer => {
    const self = `${world.base}/job/taskstatuses/${job.id}`;
    return { status, body: { ...sent, metadata: { task: { id: job.id, links: { self } } } } };
  };

  const request = ({ body, user }: Request): Answer => {
    const sent = (body ?? {}) as JsonObject;
    const list = sent['deviceList'];
    if (sent['type'] !== undefined && sent['type'] !== 'DeploymentRequest') throw invalid('Invalid value for type');
    if (!Array.isArray(list) || list.length === 0) throw invalid('Missing required field: deviceList');
    const version = Number(sent['version']);
    if (!Number.isFinite(version)) throw invalid('Missing required field: version');
    const units = (list as readonly Json[]).map((id) => {
      const unit = jobs.outOfDate().find((u) => u.id === id);
      if (!unit) throw invalid(`Invalid device UUID: ${String(id)} is not deployable`);
      if (jobs.busy(unit)) throw inProgress();
      /** Unproven what a real one does with a version that is older than the last change; here it is refused. */
      if (pendingOf(world, unit.id).some((p) => p.changed > version))
        throw invalid(`The version ${version} of device ${unit.name} is out of date`);
      return unit;
    });
    const warnings = options.warnings?.() ?? [];
    if (warnings.length > 0 && sent['ignoreWarning'] !== true)
      throw refusal(400, 'VALIDATION', `Deployment stopped by warnings: ${warnings.join(' ')}`);
    const outcomes = units.map((unit) => {
      const only = selectedIn(sent, unit.id);
      if (only) checkSelection(only, pendingOf(world, unit.id).map(policyTypeOf));
      return { unit, taken: snapshot(world, unit), ...(only ? { only } : {}) };
    });
    const messages = warnings.map((description) => ({ description, severity: 'WARN' }));
    const said: JsonObject =
      messages.length === 0 ? {} : { error: { category: 'VALIDATION', messages, severity: 'WARN' } };
    return accepted(
      { ...sent, ...said },
      jobs.start('DEPLOYMENT', outcomes, user, String(sent['deploymentNote'] ?? '')),
    );
  };

  /** Each device goes back to what a job brought to it; a job is named by its id in the history. */
  const rollback = ({ body, user }: Request): Answer => {
    const sent = (body ?? {}) as JsonObject;
    const entries = (sent['rollbackDeviceList'] ?? []) as readonly JsonObject[];
    if (entries.length === 0) throw invalid('Missing required field: rollbackDeviceList');
    const targets = entries.flatMap((entry) => {
      const job = jobs.jobs.find((one) => show.historyId(one) === entry['deploymentJobId']);
      if (!job) throw invalid(`Invalid deployment job: ${String(entry['deploymentJobId'])}`);
      return ((entry['deviceList'] ?? []) as readonly Json[]).map((id) => {
        const outcome = job.outcomes.find((one) => one.unit.id === unitOf(world, String(id))?.id);
        if (job.kind !== 'DEPLOYMENT' || !outcome?.done || outcome.fault !== undefined)
          throw invalid(`Rollback is not applicable for the device ${String(id)}`);
        if (jobs.busy(outcome.unit)) throw inProgress();
        return { unit: outcome.unit, taken: outcome.taken, since: job.number };
      });
    });
    return accepted(sent, jobs.start('ROLLBACK', targets, user, ''), 201);
  };

  /** Of what has been, only the note can be changed. */
  const annotate = (id: string, { body }: Request): Answer => {
    const job = jobs.jobs.find((one) => show.historyId(one) === id);
    if (!job) throw notFound(`deployment/jobhistories/${id}`);
    job.note = String((body as JsonObject | undefined)?.['deploymentNote'] ?? '');
    return { status: 200, body: show.history(job) };
  };

  /** The roles of a pair change; it takes as long as a deployment. */
  const change = (id: string, { body, user }: Request): Answer => {
    const unit = world.units.find((one) => one.id === id && one.type === 'DeviceHAPair');
    const sent = (body ?? {}) as JsonObject;
    if (!unit) throw notFound(`${pairs}/${id}`);
    if (sent['id'] !== id) throw invalid('The id in the body does not match the id in the path');
    if (sent['action'] !== 'SWITCH') throw invalid(`Invalid value for action: ${String(sent['action'])}`);
    if (jobs.busy(unit)) throw inProgress();
    const turn = (): void => void world.switched.add(id);
    const back = (): void => void world.switched.delete(id);
    const job = jobs.start('SWITCH', [], user, '', world.switched.has(id) ? back : turn);
    return accepted({ id, name: unit.name, type: unit.type, action: 'SWITCH' }, job, 200);
  };

  const changes = (id: string): readonly JsonObject[] => {
    const unit = world.units.find((u) => u.id === id);
    if (!unit) throw notFound(`deployment/deployabledevices/${id}`);
    return pendingOf(world, id).map(pendingBody);
  };
  const taskAnswer = (id: string): Answer => {
    const job = jobs.jobs.find((one) => one.id === id);
    /** A task is not there yet right after it was asked for. */
    if (!job || Date.now() - job.start < Math.min(100, options.deployMs / 3)) throw notFound(`job/taskstatuses/${id}`);
    return { status: 200, body: show.task(job) };
  };
  const jobList = (asked: Request): readonly JsonObject[] => {
    const filter = filterOf(asked);
    const wanted = filter.get('status')?.toUpperCase();
    const device = filter.get('deviceUUID');
    return [...jobs.jobs]
      .reverse()
      .filter((job) => job.kind !== 'SWITCH')
      .filter((job) => device === undefined || job.outcomes.some((one) => one.unit.id === unitOf(world, device)?.id))
      .map(show.history)
      .filter((job) => wanted === undefined || job['jobStatus'] === wanted);
  };

  const read = (asked: Request): Answer | undefined => {
    const [root, kind, id, leaf] = asked.path.split('/');
    if (root === 'job' && kind === 'taskstatuses' && id !== undefined) return taskAnswer(id);
    const lists: Readonly<Record<string, () => readonly JsonObject[]>> = {
      'deployment/deployabledevices': () =>
        jobs.outOfDate().map((unit) => show.deployable(unit, asked.query.get('groupDependency') === 'true')),
      [histories]: () => jobList(asked),
      'job/taskstatuses': () => jobs.jobs.map(show.task),
    };
    const list =
      lists[asked.path] ?? (kind === 'deployabledevices' && leaf === 'pendingchanges' ? () => changes(id!) : undefined);
    return list && { status: 200, body: page(world, asked.path, list(), asked) };
  };

  return {
    deployed: (device) => {
      jobs.settle();
      const unit = unitNamed(world, device);
      return unit && jobs.running.get(unit.id);
    },
    all: () => {
      jobs.settle();
      return [...jobs.running.values()];
    },
    deployAs: (user, devices) => {
      const units = devices.flatMap((name) => unitNamed(world, name) ?? []);
      jobs.start(
        'DEPLOYMENT',
        units.map((unit) => ({ unit, taken: snapshot(world, unit) })),
        user,
        '',
      );
    },
    handle: (asked) => {
      jobs.settle();
      const { method, path } = asked;
      if (path === 'deployment/deploymentrequests' && method === 'POST') return request(asked);
      if (path === 'deployment/rollbackrequests' && method === 'POST') return rollback(asked);
      if (method === 'PUT' && path.startsWith(`${pairs}/`)) return change(path.slice(pairs.length + 1), asked);
      if (method === 'PUT' && path.startsWith(`${histories}/`))
        return annotate(path.slice(histories.length + 1), asked);
      return method === 'GET' ? read(asked) : undefined;
    },
  };
};
