import type { RestObject } from '../../../desired/rest/object';
import { restDialect } from '../../../desired/rest/dialect';
import type { Item } from '../../../desired/item';
import { nothingToDo, type Operation, type Todo } from '../../../desired/operation';
import { groupBy } from '../../../kernel/group';
import type { JsonObject } from '../../../kernel/json';
import { quotedText } from '../../../kernel/limits';
import { problem, type Problem } from '../../../kernel/problem';
import { atLeast } from '../../../kernel/version';
import { isAbsent } from '../client/wording';
import { needsOf, overridesOn, type Need } from './certificate-needs';
import type { FmcContext } from '../context';
import { follow, isFailed, isRunning, subTasksOf, taskIn } from '../client/task';

const certificates = 'devices/certificates';
const manage = 'devices/operational/managecertificates';
const byHand = 'Devices > Certificates';

/** An enrolment as a device holds it. */
interface Enrolled {
  readonly certificate?: { readonly id?: unknown; readonly name?: unknown };
  readonly caCertificateStatus?: string;
  readonly identityCertificateStatus?: string;
  readonly deploymentStatus?: string;
  readonly errorMessage?: string;
  readonly enrollmentType?: string;
  readonly isOutdated?: boolean;
}

const enrolledIn = (body: JsonObject): readonly Enrolled[] =>
  (body['enrolledCertificates'] ?? []) as readonly Enrolled[];

/** Where an enrolment on a device stands: what is to be done, or what a person does. */
interface Enrolling {
  readonly todo: 'ENROLL' | 'RE_ENROLL';
  readonly why: string;
}
type Standing = Enrolling | { readonly waits: string } | 'well';

const standingOf = ({ device, enrolment }: Need, held: Enrolled | undefined): Standing => {
  if (held === undefined) return { todo: 'ENROLL', why: 'it is not there' };
  const { identityCertificateStatus: own, caCertificateStatus: ca, deploymentStatus = '', errorMessage } = held;
  if (isFailed(deploymentStatus))
    return { todo: 'RE_ENROLL', why: `it failed: ${quotedText(errorMessage ?? deploymentStatus)}` };
  if (own === 'IN_PROGRESS' || ca === 'IN_PROGRESS' || deploymentStatus === 'IN_PROGRESS')
    return { waits: `${enrolment} is being enrolled on ${device}: look under ${byHand}, then run again` };
  if (own === 'PENDING' || own === 'AVAILABLE_PENDING')
    return { waits: `import the identity certificate of ${enrolment} on ${device} under ${byHand}` };
  // No key and no certificate of the device is lost where the enrolment holds an authority alone.
  if (held.isOutdated === true && held.enrollmentType === 'MANUAL_ONLY_CA')
    return { todo: 'RE_ENROLL', why: 'it was changed since' };
  if (held.isOutdated === true)
    return { waits: `${enrolment} was changed since it was enrolled on ${device}: enrol it anew under ${byHand}` };
  return 'well';
};

/** Cisco's Terraform provider enrols from 7.4 on. That each FMC from there on has it is unproven: it is asked. */
const mayHaveApi = (version: string): boolean => atLeast(version, '7.4');

const wordsOf = ({ device, enrolment }: Need, { todo, why }: Enrolling): string =>
  todo === 'ENROLL' ? `enrol ${enrolment} on ${device}` : `enrol ${enrolment} on ${device} again: ${why}`;

interface Left {
  readonly need: Need;
  readonly standing: Exclude<Standing, 'well'>;
}

const isWritten = ({ leaves }: RestObject): boolean => Object.keys(leaves).length > 0;

/**
 * Certificate enrolments on the firewalls themselves: an enrolment is an object of the FMC until it is installed on a
 * device. Where the REST API has that, it is done; where it has not, a person is told which one and where.
 */
export class Enrolments {
  private hasApi: boolean | undefined;
  /** Declared enrolments that are new on a device in this session, or others than before: there a person has to enrol. */
  private readonly fresh = new Set<string>();

  constructor(
    private readonly context: FmcContext,
    version: string | undefined,
  ) {
    if (!mayHaveApi(version ?? context.target.settings.version)) this.hasApi = false;
  }

  /** Remembers what is not as declared yet. */
  look(scope: readonly RestObject[], live: ReadonlyMap<string, RestObject>): void {
    const declared = new Map(scope.map((object) => [object.identity, object]));
    for (const { device, enrolment, by } of needsOf(scope)) {
      const at = `certenrollments:${enrolment}`;
      const identity = overridesOn(scope, device).get(at)?.identity ?? at;
      const [own, there] = [declared, live].map((objects) => objects.get(identity));
      // One that was made on the FMC by hand has no parts here; it is installed by hand too.
      if (own === undefined || !isWritten(own)) continue;
      if (!live.has(by) || restDialect.differences(there, own).length > 0) this.fresh.add(`${device} ${enrolment}`);
    }
  }

  async operations(items: readonly Item<RestObject>[]): Promise<Todo> {
    const needs = needsOf(items.map(({ content }) => content));
    if (needs.length === 0) return nothingToDo;
    const left = this.context.target.settings.deploy ? await this.left(needs) : undefined;
    if (left === undefined) return { ...nothingToDo, waiting: this.byHand(needs) };
    const pathOf = new Map(items.map(({ content, address, path }) => [content.identity, { address, path }]));
    return {
      operations: left.flatMap(({ need, standing }): readonly Operation[] =>
        'todo' in standing ? [{ ...pathOf.get(need.by)!, kind: 'enroll', words: wordsOf(need, standing) }] : [],
      ),
      waiting: left.flatMap(({ standing }) => ('waits' in standing ? [standing.waits] : [])),
      problems: [],
    };
  }

  async operate(operation: Operation, items: readonly Item<RestObject>[]): Promise<readonly Problem[]> {
    const left = (await this.left(needsOf(items.map(({ content }) => content)))) ?? [];
    const found = left.find(({ need, standing }) => 'todo' in standing && wordsOf(need, standing) === operation.words);
    return found === undefined ? [] : this.enrol(found, operation.path);
  }

  /** What is needed by that of the scope which was not taken away just now. */
  private standing(scope: readonly RestObject[]): readonly Need[] {
    return needsOf(scope.filter(({ identity }) => this.context.names.find(identity) !== undefined));
  }

  /** What may be why a deployment was refused, where the FMC cannot be asked. */
  afterRefusal(scope: readonly RestObject[]): readonly string[] {
    return this.hasApi === false ? sentence(this.standing(scope)) : [];
  }

  /** A device refuses a deployment that names an enrolment which it does not hold: they come first. */
  async beforeDeployment(scope: readonly RestObject[]): Promise<readonly Problem[]> {
    const left = (await this.left(this.standing(scope))) ?? [];
    for (const each of left) {
      const failed = await this.enrol(each, this.context.target.id);
      if (failed.length > 0) return failed;
    }
    return [];
  }

  /** What is not as it should be on the devices; undefined where the FMC cannot be asked. */
  private async left(needs: readonly Need[]): Promise<readonly Left[] | undefined> {
    const left: Left[] = [];
    const byDevice = groupBy(needs, (need) => need.device);
    const listed = byDevice.size > 1 ? await this.listed() : [];
    for (const [device, own] of byDevice) {
      const held = listed && (this.among(listed, device) ?? (await this.heldBy(device)));
      if (held === undefined) return undefined;
      for (const need of own) {
        const id = this.context.names.find(`certenrollments:${need.enrolment}`)?.id;
        const standing = standingOf(
          need,
          held.find(({ certificate }) => id !== undefined && certificate?.id === id),
        );
        if (standing !== 'well') left.push({ need, standing });
      }
    }
    return left;
  }

  /** Undefined where the FMC has no such list. */
  private async listed(params: Readonly<Record<string, string>> = {}): Promise<readonly JsonObject[] | undefined> {
    if (this.hasApi === false) return undefined;
    try {
      const all = await this.context.client.list(certificates, params);
      this.hasApi = true;
      return all;
    } catch (error) {
      if (this.hasApi === true || !isAbsent(error)) throw error;
      this.hasApi = false;
      return undefined;
    }
  }

  /** What a list of all devices says of one; undefined where it says nothing of it. */
  private among(listed: readonly JsonObject[], device: string): readonly Enrolled[] | undefined {
    const id = this.context.names.find(`devices:${device}`)?.id;
    const own = listed.filter((one) => one['id'] === id);
    return own.length === 0 ? undefined : own.flatMap(enrolledIn);
  }

  private async heldBy(device: string): Promise<readonly Enrolled[] | undefined> {
    const known = this.context.names.find(`devices:${device}`);
    if (known === undefined) return [];
    return (await this.listed({ filter: `deviceId:${known.id}` }))?.flatMap(enrolledIn);
  }

  private byHand(needs: readonly Need[]): readonly string[] {
    return sentence(needs.filter(({ device, enrolment }) => this.fresh.has(`${device} ${enrolment}`)));
  }

  private async enrol({ need, standing }: Left, path: string): Promise<readonly Problem[]> {
    if (!('todo' in standing)) return [];
    const { client, names, ports, target } = this.context;
    const { device, enrolment } = need;
    ports.progress(wordsOf(need, standing));
    const [at, what] = [names.find(`devices:${device}`), names.find(`certenrollments:${enrolment}`)];
    const failed = (words: string): readonly Problem[] => [
      problem('fmc.enrolment', path, `enrolling ${enrolment} on ${device}: ${words}`, `look at it under ${byHand}`),
    ];
    if (at === undefined || what === undefined)
      return failed(`the FMC has no such ${at === undefined ? 'device' : 'enrolment'}`);
    const certificate = { id: what.id, name: what.name, type: 'CertEnrollment' };
    const asked = await client.write('POST', manage, {
      action: standing.todo,
      deviceCertificates: [{ deviceId: at.id, certificates: [{ certificate }] }],
    });
    const task = taskIn(asked);
    if (task === undefined) return [];
    const deadline = Date.now() + target.settings.deployMinutes * 60_000;
    const ended = await follow(client, task, deadline, (status) =>
      ports.progress(`${wordsOf(need, standing)}: ${status}`),
    );
    return hasFailed(ended) ? failed(saidOf(ended)) : [];
  }
}

const sentence = (needs: readonly Need[]): readonly string[] =>
  [...groupBy(needs, ({ enrolment }) => enrolment)].map(
    ([enrolment, on]) =>
      `install the certificate enrolment ${enrolment} on ${on.map(({ device }) => device).join(', ')} under ${byHand} of the FMC, unless it is there as it is now: the REST API of this FMC does not do that`,
  );

const hasFailed = (task: JsonObject): boolean => {
  const status = String(task['status']);
  return isFailed(status) || isRunning(status) || subTasksOf(task).some((sub) => isFailed(sub.status ?? ''));
};
const saidOf = (task: JsonObject): string => {
  const words = subTasksOf(task).find((sub) => isFailed(sub.status ?? ''))?.message ?? task['message'];
  return typeof words === 'string' && words !== '' ? quotedText(words) : String(task['status']);
};
