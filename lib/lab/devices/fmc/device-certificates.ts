import type { JsonObject } from '../../../kernel/json';
import { invalid, notFound, type Answer, type Request } from './answer';
import type { Job, Jobs } from './jobs';
import { filterOf, page } from './list';
import { atLeast, idIn, itemsOf, unitOf, type Unit, type World } from './world';

const enrolments = 'object/certenrollments';
const types: Readonly<Record<string, string>> = { MANUAL: 'MANUAL_ONLY_CA' };

/** Certificate enrolments that devices hold, and the requests that bring them there. */
export class DeviceCertificates {
  /** Names of the enrolments by the id of the device; a text is why one failed. */
  private readonly held = new Map<string, Map<string, string | undefined>>();

  constructor(
    private readonly world: World,
    private readonly jobs: Jobs,
    /** Name of a device that takes none. */
    private readonly failing: () => string | undefined,
  ) {
    for (const unit of world.units)
      this.held.set(
        unit.id,
        new Map(itemsOf(world, enrolments).flatMap(({ id, enrolled }) => (enrolled ? [[id, undefined]] : []))),
      );
  }

  /** Undefined where the path is none of its own, also in releases that have it not. */
  handle(asked: Request): Answer | undefined {
    const { method, path, body } = asked;
    // Which release brought it to an FMC that is not delivered from the cloud is unproven.
    if (!atLeast(this.world.version, '10.0')) return undefined;
    if (path === 'devices/certificates' && method === 'GET')
      return { status: 200, body: page(this.world, path, this.listed(asked), asked) };
    if (path !== 'devices/operational/managecertificates' || method !== 'POST') return undefined;
    return this.manage((body ?? {}) as JsonObject);
  }

  /** Why a deployment fails: the device does not hold what it is told to show or to trust. */
  lacking(unit: Unit, wanted: readonly string[]): string | undefined {
    if (!atLeast(this.world.version, '10.0')) return undefined;
    const held = this.held.get(unit.id)!;
    const id = wanted.find((one) => !held.has(one) || held.get(one) !== undefined);
    const name = id && this.world.find(id)?.item.body['name'];
    return name === undefined ? undefined : `The certificate ${String(name)} is not enrolled on ${unit.name}`;
  }

  private listed(asked: Request): readonly JsonObject[] {
    const device = filterOf(asked).get('deviceId');
    const units = device === undefined ? this.world.units : [unitOf(this.world, device) ?? noDevice(device)];
    return units.map((unit) => ({
      id: unit.id,
      name: unit.name,
      type: 'DeviceCertificate',
      enrolledCertificates: [...this.held.get(unit.id)!].flatMap(([id, error]) => {
        const found = this.world.find(id)?.item;
        return found === undefined ? [] : [enrolledBody(id, found.body, error)];
      }),
    }));
  }

  private manage(sent: JsonObject): Answer {
    const { world } = this;
    const action = String(sent['action']);
    if (!['ENROLL', 'RE_ENROLL', 'REFRESH', 'DELETE'].includes(action))
      throw invalid(`Invalid value for action: ${action}`);
    const entries = (sent['deviceCertificates'] ?? []) as readonly JsonObject[];
    if (entries.length === 0) throw invalid('Missing required field: deviceCertificates');
    const work = entries.map((entry) => {
      const unit = unitOf(world, String(entry['deviceId'])) ?? noDevice(String(entry['deviceId']));
      if (this.jobs.busy(unit)) throw invalid(`A job is running on ${unit.name}`);
      const all = (entry['certificates'] ?? []) as readonly JsonObject[];
      if (all.length !== 1) throw invalid('Only one certificate can be provided per device');
      const id = idIn(all[0]!['certificate']);
      if (!world.store.get(enrolments)?.has(id)) throw notFound(`${enrolments}/${id}`);
      if (action === 'ENROLL' && this.held.get(unit.id)!.has(id))
        throw invalid(`The certificate is enrolled on ${unit.name} already`);
      return { unit, id };
    });
    const ends = (): void => work.forEach(({ unit, id }) => this.carryOut(action, unit, id));
    const outcomes = work.map(({ unit }) => ({ unit, taken: this.jobs.running.get(unit.id)! }));
    return this.accepted(sent, this.jobs.start({ kind: 'CERTIFICATE', outcomes, user: 'admin', ends }));
  }

  private carryOut(action: string, unit: Unit, id: string): void {
    const held = this.held.get(unit.id)!;
    if (action === 'DELETE') held.delete(id);
    else if (action !== 'REFRESH')
      held.set(id, this.failing() === unit.name ? 'The certificate authority did not answer' : undefined);
  }

  private accepted(sent: JsonObject, job: Job): Answer {
    const description = 'Device certificate management task queued';
    const task = { id: job.id, description, status: '200', taskType: 'MANAGE_CERTIFICATE' };
    return { status: 202, body: { ...sent, metadata: { task } } };
  }
}

const enrolledBody = (id: string, body: JsonObject, error: string | undefined): JsonObject => {
  const type = String(body['enrollmentType']);
  const ca = (body['caCertificate'] as JsonObject | undefined)?.['caOnly'] === true;
  const state = error === undefined ? 'AVAILABLE' : 'NOT_AVAILABLE';
  return {
    certificate: { id, name: body['name']!, type: 'CertEnrollment' },
    enrollmentType: types[type] ?? type,
    caCertificateStatus: state,
    identityCertificateStatus: ca ? 'NOT_APPLICABLE' : state,
    deploymentStatus: error === undefined ? 'SUCCESS' : 'FAILED',
    ...(error === undefined ? {} : { errorMessage: error }),
    isOutdated: false,
    status: error === undefined,
  };
};
const noDevice = (device: string): never => {
  throw invalid(`Invalid device UUID: ${device}`);
};
