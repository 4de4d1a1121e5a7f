import type { Json, JsonObject } from '../../../../kernel/json';
import { invalid, notFound, refusal, type Answer, type Request } from '../answer';
import { DeviceCertificates } from './device-certificates';
import { deployableBody, historyBody, historyId, taskBody } from './job-bodies';
import { Jobs, type Job, type JobOptions } from './jobs';
import { filterOf, page } from '../list';
import { pendingBody, pendingOf } from './pending';
import { checkSelection, policyTypeOf } from './policy-types';
import { snapshot, type DeployedDevice } from './snapshot';
import { unitNamed, unitOf, type Unit, type World } from '../world';

const pairs = 'devicehapairs/ftddevicehapairs';
const histories = 'deployment/jobhistories';
/** The policies of a device that are deployed without the others. */
const selectedIn = (sent: JsonObject, unit: string): readonly string[] | undefined => {
  const all = (sent['selectedPoliciesforDevices'] ?? []) as readonly JsonObject[];
  return all.find(({ deviceUUID }) => deviceUUID === unit)?.['selectedPolicies'] as readonly string[] | undefined;
};
const inProgress = (): Error =>
  refusal(400, 'OTHER', 'Cannot perform deployment, as another deployment is in progress.');

/** Deployment, rollback and failover of the devices, as their endpoints of the API have it. */
export class Deployment {
  private readonly jobs: Jobs;
  private readonly certificates: DeviceCertificates;

  constructor(
    private readonly world: World,
    private readonly options: JobOptions,
  ) {
    this.jobs = new Jobs(world, { ...options, lacking: (unit, ids) => this.certificates.lacking(unit, ids) });
    this.certificates = new DeviceCertificates(world, this.jobs, options.failing);
  }

  begin(): void {
    this.jobs.begin();
  }

  deployed(device: string): DeployedDevice | undefined {
    this.jobs.settle();
    const unit = unitNamed(this.world, device);
    return unit && this.jobs.running.get(unit.id);
  }

  all(): readonly DeployedDevice[] {
    this.jobs.settle();
    return [...this.jobs.running.values()];
  }

  /** Another user deploys everything that is pending on these devices. */
  deployAs(user: string, devices: readonly string[]): void {
    const units = devices.flatMap((name) => unitNamed(this.world, name) ?? []);
    this.jobs.start({ kind: 'DEPLOYMENT', outcomes: this.taken(units), user });
  }

  /** Undefined where the path is none of its own. */
  handle(asked: Request): Answer | undefined {
    this.jobs.settle();
    const { method, path } = asked;
    if (path === 'deployment/deploymentrequests' && method === 'POST') return this.deploy(asked);
    if (path === 'deployment/rollbackrequests' && method === 'POST') return this.rollback(asked);
    if (method === 'PUT' && path.startsWith(`${pairs}/`)) return this.change(path.slice(pairs.length + 1), asked);
    if (method === 'PUT' && path.startsWith(`${histories}/`))
      return this.annotate(path.slice(histories.length + 1), asked);
    return this.certificates.handle(asked) ?? (method === 'GET' ? this.read(asked) : undefined);
  }

  private taken(units: readonly Unit[]): readonly { readonly unit: Unit; readonly taken: DeployedDevice }[] {
    return units.map((unit) => ({ unit, taken: snapshot(this.world, unit) }));
  }

  /** The units with what they are given: all that is pending, or the policies that were selected. */
  private selected(sent: JsonObject, units: readonly Unit[]) {
    return this.taken(units).map(({ unit, taken }) => {
      const only = selectedIn(sent, unit.id);
      if (only) checkSelection(only, pendingOf(this.world, unit.id).map(policyTypeOf));
      return { unit, taken, ...(only ? { only } : {}) };
    });
  }

  private accepted(sent: JsonObject, job: Job, status = 202): Answer {
    const self = `${this.world.base}/job/taskstatuses/${job.id}`;
    return { status, body: { ...sent, metadata: { task: { id: job.id, links: { self } } } } };
  }

  private deploy({ body, user }: Request): Answer {
    const sent = (body ?? {}) as JsonObject;
    const list = sent['deviceList'];
    if (sent['type'] !== undefined && sent['type'] !== 'DeploymentRequest') throw invalid('Invalid value for type');
    if (!Array.isArray(list) || list.length === 0) throw invalid('Missing required field: deviceList');
    const version = Number(sent['version']);
    if (!Number.isFinite(version)) throw invalid('Missing required field: version');
    const units = (list as readonly Json[]).map((id) => {
      const unit = this.jobs.outOfDate().find((u) => u.id === id);
      if (!unit) throw invalid(`Invalid device UUID: ${String(id)} is not deployable`);
      if (this.jobs.busy(unit)) throw inProgress();
      /** Unproven what a real one does with a version that is older than the last change; here it is refused. */
      if (pendingOf(this.world, unit.id).some((p) => p.changed > version))
        throw invalid(`The version ${version} of device ${unit.name} is out of date`);
      return unit;
    });
    const warned = this.warned(sent);
    const note = String(sent['deploymentNote'] ?? '');
    return this.accepted(
      { ...sent, ...warned },
      this.jobs.start({ kind: 'DEPLOYMENT', outcomes: this.selected(sent, units), user, note }),
    );
  }

  /** What a deployment is warned of: it stops by that, unless it was asked to ignore it. */
  private warned(sent: JsonObject): JsonObject {
    const warnings = this.options.warnings?.() ?? [];
    if (warnings.length === 0) return {};
    if (sent['ignoreWarning'] !== true)
      throw refusal(400, 'VALIDATION', `Deployment stopped by warnings: ${warnings.join(' ')}`);
    const messages = warnings.map((description) => ({ description, severity: 'WARN' }));
    return { error: { category: 'VALIDATION', messages, severity: 'WARN' } };
  }

  /** Each device goes back to what a job brought to it; a job is named by its id in the history. */
  private rollback({ body, user }: Request): Answer {
    const sent = (body ?? {}) as JsonObject;
    const entries = (sent['rollbackDeviceList'] ?? []) as readonly JsonObject[];
    if (entries.length === 0) throw invalid('Missing required field: rollbackDeviceList');
    const outcomes = entries.flatMap((entry) => {
      const job = this.jobs.jobs.find((one) => historyId(one) === entry['deploymentJobId']);
      if (!job) throw invalid(`Invalid deployment job: ${String(entry['deploymentJobId'])}`);
      return ((entry['deviceList'] ?? []) as readonly Json[]).map((id) => this.broughtBy(job, String(id)));
    });
    return this.accepted(sent, this.jobs.start({ kind: 'ROLLBACK', outcomes, user }), 201);
  }

  private broughtBy(job: Job, id: string) {
    const outcome = job.outcomes.find((one) => one.unit.id === unitOf(this.world, id)?.id);
    if (job.kind !== 'DEPLOYMENT' || !outcome?.done || outcome.fault !== undefined)
      throw invalid(`Rollback is not applicable for the device ${id}`);
    if (this.jobs.busy(outcome.unit)) throw inProgress();
    return { unit: outcome.unit, taken: outcome.taken, since: job.number };
  }

  /** Of what has been, only the note can be changed. */
  private annotate(id: string, { body }: Request): Answer {
    const job = this.jobs.jobs.find((one) => historyId(one) === id);
    if (!job) throw notFound(`deployment/jobhistories/${id}`);
    job.note = String((body as JsonObject | undefined)?.['deploymentNote'] ?? '');
    return { status: 200, body: historyBody(job, this.options.deployMs) };
  }

  /** The roles of a pair change; it takes as long as a deployment. */
  private change(id: string, { body, user }: Request): Answer {
    const { switched, units } = this.world;
    const unit = units.find((one) => one.id === id && one.type === 'DeviceHAPair');
    const sent = (body ?? {}) as JsonObject;
    if (!unit) throw notFound(`${pairs}/${id}`);
    if (sent['id'] !== id) throw invalid('The id in the body does not match the id in the path');
    if (sent['action'] !== 'SWITCH') throw invalid(`Invalid value for action: ${String(sent['action'])}`);
    if (this.jobs.busy(unit)) throw inProgress();
    const turn = (): void => void switched.add(id);
    const back = (): void => void switched.delete(id);
    const job = this.jobs.start({ kind: 'SWITCH', outcomes: [], user, ends: switched.has(id) ? back : turn });
    return this.accepted({ id, name: unit.name, type: unit.type, action: 'SWITCH' }, job, 200);
  }

  private read(asked: Request): Answer | undefined {
    const [root, kind, id, leaf] = asked.path.split('/');
    if (root === 'job' && kind === 'taskstatuses' && id !== undefined) return this.task(id);
    const { world, jobs } = this;
    const grouped = asked.query.get('groupDependency') === 'true';
    const lists: Readonly<Record<string, () => readonly JsonObject[]>> = {
      'deployment/deployabledevices': () => jobs.outOfDate().map((unit) => deployableBody(world, jobs, unit, grouped)),
      [histories]: () => this.history(asked),
      'job/taskstatuses': () => jobs.jobs.map((job) => taskBody(world, job, this.options.deployMs)),
    };
    const pending = kind === 'deployabledevices' && leaf === 'pendingchanges';
    const list = lists[asked.path] ?? (pending ? () => this.pending(id!) : undefined);
    return list && { status: 200, body: page(world, asked.path, list(), asked) };
  }

  private pending(id: string): readonly JsonObject[] {
    if (!this.world.units.some((unit) => unit.id === id)) throw notFound(`deployment/deployabledevices/${id}`);
    return pendingOf(this.world, id).map(pendingBody);
  }

  private task(id: string): Answer {
    const { deployMs } = this.options;
    const job = this.jobs.jobs.find((one) => one.id === id);
    /** A task is not there yet right after it was asked for. */
    if (!job || Date.now() - job.start < Math.min(100, deployMs / 3)) throw notFound(`job/taskstatuses/${id}`);
    return { status: 200, body: taskBody(this.world, job, deployMs) };
  }

  private history(asked: Request): readonly JsonObject[] {
    const filter = filterOf(asked);
    const wanted = filter.get('status')?.toUpperCase();
    const device = filter.get('deviceUUID');
    const holds = (job: Job): boolean =>
      device === undefined || job.outcomes.some((one) => one.unit.id === unitOf(this.world, device)?.id);
    return [...this.jobs.jobs]
      .reverse()
      .filter((job) => job.kind !== 'SWITCH' && job.kind !== 'CERTIFICATE' && holds(job))
      .map((job) => historyBody(job, this.options.deployMs))
      .filter((job) => wanted === undefined || job['jobStatus'] === wanted);
  }
}
