import type { JsonObject } from '../../../../kernel/json';
import { atLeast } from '../../../../kernel/version';
import { invalid, notFound, type Answer, type Request } from '../answer';
import type { Job, Jobs } from './jobs';
import { filterOf, page } from '../list';
import { itemsSeen } from '../domains';
import { bodyOn } from '../object-overrides';
import { idIn, unitOf, type Item, type Unit, type World } from '../world';

const enrolments = 'object/certenrollments';
const types: Readonly<Record<string, string>> = { MANUAL: 'MANUAL_ONLY_CA' };

/** What was enrolled, and why it failed where it did. */
interface Held {
  readonly body: JsonObject;
  readonly error?: string;
}

/** Certificate enrolments that devices hold, and the requests that bring them there. */
export class DeviceCertificates {
  /** By the id of the device and that of the enrolment. */
  private readonly held = new Map<string, Map<string, Held>>();

  constructor(
    private readonly world: World,
    private readonly jobs: Jobs,
    /** Name of a device that takes none. */
    private readonly failing: () => string | undefined,
  ) {
    for (const unit of world.units)
      this.held.set(
        unit.id,
        new Map(itemsSeen(world, enrolments).flatMap(({ id, enrolled, body }) => (enrolled ? [[id, { body }]] : []))),
      );
  }

  /** Undefined where the path is none of its own, also in releases that have it not. */
  handle(asked: Request): Answer | undefined {
    const { method, path, body } = asked;
    // As Cisco's Terraform provider has it; that each release from there on does is unproven.
    if (!atLeast(this.world.version, '7.4')) return undefined;
    if (path === 'devices/certificates' && method === 'GET')
      return { status: 200, body: page(this.world, path, this.listed(asked), asked) };
    if (path !== 'devices/operational/managecertificates' || method !== 'POST') return undefined;
    return this.manage((body ?? {}) as JsonObject);
  }

  /** Why a deployment fails: the device does not hold what it is told to show or to trust. */
  lacking(unit: Unit, wanted: readonly string[]): string | undefined {
    if (!atLeast(this.world.version, '7.4')) return undefined;
    const held = this.held.get(unit.id)!;
    const id = wanted.find((one) => held.get(one) === undefined || held.get(one)?.error !== undefined);
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
      enrolledCertificates: [...this.held.get(unit.id)!].flatMap(([id, one]) => {
        const found = this.world.find(id)?.item;
        if (found === undefined) return [];
        return [enrolledBody({ ...found, body: bodyOn(this.world, enrolments, found, unit) }, one)];
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
      held.set(id, {
        body: bodyOn(this.world, enrolments, this.world.find(id)!.item, unit),
        ...(this.failing() === unit.name ? { error: 'The certificate authority did not answer' } : {}),
      });
  }

  private accepted(sent: JsonObject, job: Job): Answer {
    const description = 'Device certificate management task queued';
    const task = { id: job.id, description, status: '200', taskType: 'DEVICE_CERTIFICATE_MANAGEMENT' };
    return { status: 202, body: { ...sent, metadata: { task } } };
  }
}

const enrolledBody = ({ id, body }: Item, { body: held, error }: Held): JsonObject => {
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
    isOutdated: body !== held,
    status: error === undefined,
  };
};
const noDevice = (device: string): never => {
  throw invalid(`Invalid device UUID: ${device}`);
};
