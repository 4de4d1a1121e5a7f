import { ProblemError, type Problem } from '../../kernel/problem';
import type { Json } from '../../kernel/json';
import type { RestStep } from '../../desired/rest/dialect';
import type { Item } from '../../desired/item';
import type { Operation, Todo } from '../../desired/operation';
import type { RestObject } from '../../desired/rest/object';
import { nameTable } from '../../desired/rest/names';
import type { TargetSettings } from '../../model/targets';
import { brokenOff } from '../../contract/interrupted';
import { unfitSecrets } from '../../engine/rest/unfit-secrets';
import { identityAt, mark, type DeviceIdentity } from '../../contract/identity';
import type { Observation, Requests, TunnelState, Undeployed } from '../../contract/observation';
import type { Answers } from '../../contract/answers';
import type { Outcome, Ports, Push, Session } from '../../contract/session';
import { openClient } from './client/client';
import type { FmcContext } from './context';
import { otherDevices } from './deploy/affected';
import { Deployment } from './deploy/deploy';
import { collect } from './inventory/collect';
import { Enrolments } from './deploy/enrolments';
import { isUnstable } from './read/lookup';
import { observe } from './read/observe';
import { foreignOn, oursOn, pendingFor, selectedOn, undeployedOn } from './deploy/own-changes';
import { connectionsDropped, firstPins, pin, pinsIn, takeBack } from './deploy/rollback';
import { stage } from './write/stage';
import { getsPlace, whereMade, withoutNeighbour } from './read/standing';
import { readStatuses, statesOf } from './read/tunnels';
import { wording } from './client/wording';

type Target = { readonly id: string; readonly settings: TargetSettings<'fmc'> };
type Request = Push<RestObject, RestStep>;

/** The FMC takes 1 to 127 characters, and refuses a longer key when half of its topology is written. */
const secretLimits = [{ member: 'manualPreSharedKey', what: 'pre-shared key', characters: 127 }] as const;

const deployLater = 'the next run deploys what is staged';

/** How our deployments are called in the history of the FMC. */
const noteOf = ({ run }: Pick<Request, 'run'>): string => (run === undefined ? 'tunnelwright' : `tunnelwright ${run}`);

/** A session with one domain of an FMC: changes are staged, looked at, and deployed. */
class FmcSession implements Session<RestObject, RestStep> {
  private readonly enrolments: Enrolments;

  /** `version`: what the FMC says that it runs. */
  constructor(
    private readonly context: FmcContext,
    private readonly version: string | undefined,
  ) {
    this.enrolments = new Enrolments(context, version);
  }

  async identity(): Promise<DeviceIdentity> {
    const { certificate, domain } = this.context.client.shown();
    return identityAt(this.context.target.settings, [
      // The Global domain has the same UUID on every FMC: it tells domains apart, not FMCs.
      ...mark('domain', 'part', domain),
      ...mark('TLS certificate', 'certificate', certificate),
    ]);
  }

  async settle(): Promise<void> {}

  observe(scope: readonly RestObject[]): Promise<Observation<RestObject>> {
    return this.guarded('read', async () => {
      const seen = await observe(this.context, scope, this.version);
      this.enrolments.look(scope, seen.live);
      return seen;
    });
  }

  apply(request: Request): Promise<Outcome> {
    return this.guarded('apply', async () => {
      const unfit = unfitSecrets(request.changes, this.context.ports, secretLimits);
      if (unfit.length > 0) return { state: 'reverted', problems: unfit, notes: [], untouched: true };
      const broken = await stage(this.context, request.changes);
      if (broken.length > 0) return { state: 'failed', problems: broken, notes: ['nothing was deployed'] };
      const strayed = getsPlace(this.context, request.changes) ? await this.lacking(request) : [];
      if (strayed.length > 0) return { state: 'failed', problems: strayed, notes: ['staged, not deployed'] };
      const { deploy } = this.context.target.settings;
      const ended = deploy ? await this.deploy(request) : ['staged only: deploy is off for this FMC'];
      if ('state' in ended) return ended;
      const left = await this.lacking(request);
      return { state: left.length > 0 ? 'failed' : 'applied', problems: left, notes: ended };
    });
  }

  /** The devices first, by the FMC's own rollback; then what is stored, so that the next deployment does not bring it back. */
  rollback(request: Request, kept: Json | undefined): Promise<Outcome> {
    const { client, target, ports } = this.context;
    return this.guarded('roll back', async () => {
      const lost = withoutNeighbour(this.context, request.changes);
      if (lost.length > 0) return { state: 'failed', problems: lost, notes: [] };
      const deadline = Date.now() + target.settings.deployMinutes * 60_000;
      const back = await takeBack(client, target.id, pinsIn(kept), noteOf(request), deadline, ports.progress);
      if (back.refused.length > 0) return { state: 'failed', problems: back.refused, notes: [] };
      const broken = await stage(this.context, request.changes);
      const left = broken.length > 0 ? broken : await this.lacking(request);
      const problems = [...back.failed, ...left];
      const { stored, notes } = await this.waiting(request.scope);
      const where = await whereMade(this.context, request.changes);
      const waiting = stored.filter(({ device }) => back.devices.includes(device));
      return {
        state: problems.length > 0 ? 'failed' : 'applied',
        problems,
        back: { waiting, without: back.without },
        notes: [...back.notes, ...where, ...notes],
      };
    });
  }

  disruption(run: string, kept: Json | undefined): Promise<readonly string[]> {
    const { client, target } = this.context;
    return this.guarded('read the deployments', () =>
      connectionsDropped(client, target.id, pinsIn(kept), noteOf({ run })),
    );
  }

  operations(items: readonly Item<RestObject>[]): Promise<Todo> {
    return this.guarded('read the certificates of devices', () => this.enrolments.operations(items));
  }

  operate(operation: Operation, items: readonly Item<RestObject>[]): Promise<readonly Problem[]> {
    return this.guarded(operation.words, () => this.enrolments.operate(operation, items));
  }

  requests(): Requests {
    const { requests, saved } = this.context.client.counted();
    return { used: requests, oneByOne: requests + saved };
  }

  tunnels(scope: readonly RestObject[]): Promise<readonly TunnelState[]> {
    return this.guarded('read tunnels', async () => {
      const ours = scope.filter((object) => object.kind === 'vpn-topology');
      if (ours.length === 0) return [];
      return statesOf(ours, this.context.names, await readStatuses(this.context));
    });
  }

  answers(): Promise<Answers> {
    return this.guarded('read', async () => ({
      ...(this.version === undefined ? {} : { version: this.version }),
      domain: this.context.client.shown().domain,
      answers: await collect(this.context.client),
    }));
  }

  async close(): Promise<void> {
    await this.context.client.close();
  }

  /** What goes wrong meanwhile is said in the user's terms. */
  private async guarded<T>(doing: string, work: () => Promise<T>): Promise<T> {
    const { id, settings } = this.context.target;
    try {
      return await work();
    } catch (error) {
      throw error instanceof ProblemError ? error : new ProblemError([wording(error, id, settings, doing)]);
    }
  }

  /** Notes; an outcome where it does not go on. */
  private async deploy(request: Request): Promise<Outcome | readonly string[]> {
    const { client, target, ports } = this.context;
    ports.progress('reading what is pending');
    ports.armed?.({ words: 'the change is staged on the FMC and not deployed: no device runs it' });
    const devices = await pendingFor(this.context, request.scope);
    const foreign = devices.flatMap((device) => foreignOn(this.context, device, request.scope));
    if (foreign.length > 0) return { state: 'failed', problems: foreign, notes: ['staged, not deployed'] };
    const elsewhere = await otherDevices(this.context, request.scope);
    if (devices.length === 0) return elsewhere;
    if (ports.stopped?.())
      return { state: 'failed', problems: [brokenOff(target.id, deployLater)], notes: ['staged, not deployed'] };
    const unenrolled = await this.enrolments.beforeDeployment(request.scope);
    if (unenrolled.length > 0) return { state: 'failed', problems: unenrolled, notes: ['staged, not deployed'] };
    await request.keep?.(firstPins(pinsIn(request.kept), await pin(client, devices)) as unknown as Json);
    const { problems, notes } = await this.deploymentOf(request).run(devices);
    if (problems.length === 0) return [...notes, ...elsewhere];
    const missing = this.enrolments.afterRefusal(request.scope);
    return { state: 'failed', problems, notes: ['staged, not deployed everywhere', ...notes, ...missing] };
  }

  private deploymentOf(request: Request): Deployment {
    const { client, target, ports } = this.context;
    return new Deployment({
      client,
      target: target.id,
      settings: target.settings,
      note: noteOf(request),
      progress: ports.progress,
      ...(ports.armed ? { armed: ports.armed } : {}),
      ...(ports.stopped ? { stopped: ports.stopped } : {}),
      foreign: (device) => foreignOn(this.context, device, request.scope),
      selected: (device) => selectedOn(this.context, device)?.types,
      ours: (device) => oursOn(this.context, device, request.scope),
    });
  }

  /** Children that come and go may still answer what was there before: then it is looked at again. */
  private async lacking(request: Request): Promise<readonly Problem[]> {
    const unstable = request.scope.some(isUnstable);
    for (let attempt = 0; ; attempt++) {
      const left = await request.check(await this.observe(request.scope));
      if (left.length === 0 || !unstable || attempt === 5) return left;
      await this.context.client.later();
    }
  }

  /** What is stored and ours, and not on the devices. */
  private async waiting(
    scope: readonly RestObject[],
  ): Promise<{ readonly stored: readonly Undeployed[]; readonly notes: readonly string[] }> {
    const pending = await pendingFor(this.context, scope);
    const stored = pending.flatMap((device) => undeployedOn(this.context, device, scope).filter(({ ours }) => ours));
    const notes = pending.flatMap(({ name }) => {
      const ours = stored.filter(({ device }) => device === name).length;
      if (ours === 0) return [];
      const count = ours === 1 ? '1 change' : `${ours} changes`;
      return [`the FMC lists ${count} of ours as pending on ${name}: the next deployment brings what is stored now`];
    });
    return { stored, notes };
  }
}

export const connect = async (target: Target, ports: Ports): Promise<Session<RestObject, RestStep>> => {
  const client = await openClient(target.id, target.settings, ports);
  const version = await client.serverVersion().catch(() => undefined);
  const names = nameTable({ code: 'fmc', title: 'the FMC' });
  return new FmcSession(
    {
      target,
      client,
      names,
      ports,
      staged: new Set(),
      fresh: new Set(),
      singly: new Set(),
      placed: new Map(),
      seen: new Map(),
    },
    version,
  );
};
