import { problem, ProblemError, type Problem } from '../../kernel/problem';
import { sameJson, type Json, type JsonObject } from '../../kernel/json';
import type { RestStep } from '../../desired/rest/dialect';
import type { RestObject } from '../../desired/rest/object';
import type { TargetSettings } from '../../model/targets';
import { brokenOff } from '../../contract/interrupted';
import { identityAt, mark } from '../../contract/identity';
import type { Observation, TunnelState } from '../../contract/observation';
import type { Outcome, Ports, Push, Session } from '../../contract/session';
import { insecureWarning } from '../../wire/https';
import { identitiesIn, nameTable } from '../../desired/rest/names';
import { openClient, wording } from './client';
import { makeDeploy } from './deploy';
import { isUnstable, readAgain, readScope } from './lookup';
import { grammarFor, normalizer } from './normalize';
import { ownAmong, pendingWords, readPending, type Deployable, type PendingChange } from './pending';
import { connectionsDropped, pin, pinsIn, rolledBack, takeBack } from './rollback';
import { makeStage } from './stage';

type Target = { readonly id: string; readonly settings: TargetSettings<'fmc'> };

export const connect = async (target: Target, ports: Ports): Promise<Session<RestObject, RestStep>> => {
  const client = await openClient(target.id, target.settings, ports);
  const version = await client.serverVersion().catch(() => undefined);
  const names = nameTable({ code: 'fmc', title: 'the FMC' });
  /** Ids that this run wrote or deleted: pending changes of these are ours. */
  const staged = new Set<string>();
  /** What was read last, by path. */
  const seen = new Map<string, JsonObject>();

  const guarded = async <T>(doing: string, work: () => Promise<T>): Promise<T> => {
    try {
      return await work();
    } catch (error) {
      throw error instanceof ProblemError
        ? error
        : new ProblemError([wording(error, target.id, target.settings, doing)]);
    }
  };

  /** Names of the devices that anything in scope is on, or refers to. */
  const devicesOf = (scope: readonly RestObject[]): ReadonlySet<string> =>
    new Set(
      identitiesIn(scope).flatMap(
        (identity) => /^(?:devices|devicerecords|interfaces):([^/]+)/.exec(identity)?.[1] ?? [],
      ),
    );

  /**
   * A pending change is ours when this run wrote the object, or when it is one of ours and nobody else has written it
   * since the last deployment. What stands below one of ours (not below a device) is judged like it.
   */
  const isOurs = (change: PendingChange, scope: readonly RestObject[]): boolean => {
    const { id, parent, name, users } = change;
    if (staged.has(id)) return true;
    if (users.some((user) => user !== client.username)) return false;
    const known = (one: string | undefined) =>
      one !== undefined && (staged.has(one) || names.identitiesOf(one).length > 0);
    const below = known(parent) && !names.identitiesOf(parent!).some((identity) => identity.startsWith('device'));
    return known(id) || below || scope.some((object) => object.name === name);
  };

  const oursOn = ({ changes }: Deployable, scope: readonly RestObject[]): readonly PendingChange[] =>
    ownAmong(changes, client.username, (change) => isOurs(change, scope));
  const foreignTo = (device: Deployable, scope: readonly RestObject[]): readonly PendingChange[] => {
    const ours = oursOn(device, scope);
    return device.changes.filter((change) => !ours.includes(change));
  };

  const liveOf = (scope: readonly RestObject[], stored: Awaited<ReturnType<typeof readScope>>) => {
    const normalize = normalizer(scope, names, ports.secrets);
    const live = new Map<string, RestObject>();
    for (const object of scope) {
      const found = stored.get(object.identity);
      if (found) live.set(object.identity, normalize(found.object, found.bodies));
      else if (grammarFor(object) === undefined && names.find(object.identity)) live.set(object.identity, object);
    }
    return live;
  };

  /**
   * What is stored. Children that come and go may answer what was there before a write, also to the run after a killed
   * one: what differs from what is expected of it is read again before it is believed.
   */
  const readLive = async (scope: readonly RestObject[]) => {
    const stored = await readScope(client, names, scope, seen);
    for (let attempt = 0; ; attempt++) {
      const live = liveOf(scope, stored);
      const doubtful = scope.filter((object) => {
        const now = live.get(object.identity);
        return now !== undefined && isUnstable(object) && !sameJson(now.leaves, object.leaves);
      });
      if (doubtful.length === 0 || attempt === 2) return live;
      await client.later();
      await readAgain(client, names, doubtful, stored, seen);
    }
  };

  const observe = (scope: readonly RestObject[]): Promise<Observation<RestObject>> =>
    guarded('read', async () => {
      seen.clear();
      const live = await readLive(scope);
      const pending = await readPending(client, devicesOf(scope));
      const undeployed = pending.flatMap((device) => {
        const ours = oursOn(device, scope);
        return device.changes.map((change) => ({
          device: device.name,
          what: `${change.type} ${change.name}`,
          by: change.users,
          ours: ours.includes(change),
        }));
      });
      const foreign = pending.flatMap((device) => foreignTo(device, scope));
      const toDeploy = pending.flatMap((device) => {
        const count = oursOn(device, scope).length;
        return count === 0 || !target.settings.deploy ? [] : [{ device, count }];
      });
      const back = await rolledBack(
        client,
        toDeploy.map(({ device }) => device),
      );
      return {
        live,
        undeployed,
        unfinished: toDeploy.map(
          ({ device: { name }, count }) =>
            `deploy to ${name} (${count} staged)${back.has(name) ? `: ${name} was rolled back, and this brings to it what is stored now` : ''}`,
        ),
        warnings: [
          ...foreign.map((change) => `${foreignWords(change)}: apply stages and stops before it deploys`),
          ...otherVersion(target, version),
          ...insecureWarning(target.settings),
        ],
      };
    });

  const stage = makeStage({ target, client, names, ports, staged, seen });

  /** What would be deployed must be ours, all of it. */
  const foreignOn = (device: Deployable, scope: readonly RestObject[]): readonly Problem[] =>
    foreignTo(device, scope).map((change) =>
      problem(
        'fmc.pending',
        target.id,
        `${foreignWords(change)}. Nothing was deployed`,
        'have it deployed or discarded by who made it, then run again: ours is staged and goes on from there',
      ),
    );

  /** Children that come and go may still answer what was there before: then it is looked at again. */
  const lacking = async (request: Push<RestObject, RestStep>): Promise<readonly Problem[]> => {
    const unstable = request.scope.some(isUnstable);
    for (let attempt = 0; ; attempt++) {
      const left = request.check(await observe(request.scope));
      if (left.length === 0 || !unstable || attempt === 5) return left;
      await client.later();
    }
  };

  const deployed = async (request: Push<RestObject, RestStep>): Promise<Outcome | readonly string[]> => {
    ports.progress('reading what is pending');
    ports.armed?.({ words: 'the change is staged on the FMC and not deployed: no device runs it' });
    const devices = await readPending(client, devicesOf(request.scope));
    const foreign = devices.flatMap((device) => foreignOn(device, request.scope));
    if (foreign.length > 0) return { state: 'failed', problems: foreign, notes: ['staged, not deployed'] };
    if (devices.length === 0) return [];
    if (ports.stopped?.())
      return { state: 'failed', problems: [brokenOff(target.id, deployLater)], notes: ['staged, not deployed'] };
    await request.keep?.((await pin(client, devices)) as unknown as Json);
    const { problems, notes } = await makeDeploy({
      client,
      target: target.id,
      settings: target.settings,
      note: noteOf(request),
      progress: ports.progress,
      ...(ports.armed ? { armed: ports.armed } : {}),
      ...(ports.stopped ? { stopped: ports.stopped } : {}),
      foreign: (device) => foreignOn(device, request.scope),
    })(devices);
    if (problems.length === 0) return notes;
    return { state: 'failed', problems, notes: ['staged, not deployed everywhere', ...notes] };
  };

  const apply = (request: Push<RestObject, RestStep>): Promise<Outcome> =>
    guarded('apply', async () => {
      const broken = await stage(request.changes);
      if (broken.length > 0) return { state: 'failed', problems: broken, notes: ['nothing was deployed'] };
      const ended = target.settings.deploy ? await deployed(request) : ['staged only: deploy is off for this FMC'];
      if ('state' in ended) return ended;
      const left = await lacking(request);
      return { state: left.length > 0 ? 'failed' : 'applied', problems: left, notes: ended };
    });

  /** What is stored and ours, and not on the devices. */
  const waiting = async (scope: readonly RestObject[]): Promise<Required<Pick<Outcome, 'stored' | 'notes'>>> => {
    const pending = await readPending(client, devicesOf(scope));
    const stored = pending.flatMap((device) =>
      oursOn(device, scope).map(({ name, type, users }) => ({
        device: device.name,
        what: `${type} ${name}`,
        by: users,
        ours: true,
      })),
    );
    const notes = pending.flatMap(({ name }) => {
      const ours = stored.filter(({ device }) => device === name).length;
      if (ours === 0) return [];
      const count = ours === 1 ? '1 change' : `${ours} changes`;
      return [`the FMC lists ${count} of ours as pending on ${name}: the next deployment brings what is stored now`];
    });
    return { stored, notes };
  };

  /** The devices first, by the FMC's own rollback; then what is stored, so that the next deployment does not bring it back. */
  const rollback = (request: Push<RestObject, RestStep>, kept: Json | undefined): Promise<Outcome> =>
    guarded('roll back', async () => {
      const deadline = Date.now() + target.settings.deployMinutes * 60_000;
      const back = await takeBack(client, target.id, pinsIn(kept), noteOf(request), deadline, ports.progress);
      if (back.refused.length > 0) return { state: 'failed', problems: back.refused, notes: [] };
      const broken = await stage(request.changes);
      const left = broken.length > 0 ? broken : await lacking(request);
      const problems = [...back.failed, ...left];
      const { stored, notes } = await waiting(request.scope);
      return { state: problems.length > 0 ? 'failed' : 'applied', problems, stored, notes: [...back.notes, ...notes] };
    });

  const tunnels = (scope: readonly RestObject[]): Promise<readonly TunnelState[]> =>
    guarded('read tunnels', async () => {
      const ours = scope.filter((object) => object.kind === 'vpn-topology');
      if (ours.length === 0) return [];
      const states = await client.list('health/tunnelstatuses');
      return ours.map((topology) => {
        const mine = states.filter(
          (state) => (state['vpnTopology'] as JsonObject | undefined)?.['name'] === topology.name,
        );
        const words =
          mine.length === 0 ? 'not deployed' : [...new Set(mine.map((state) => String(state['state'])))].join(', ');
        return { name: topology.name, up: words === 'TUNNEL_UP', detail: words };
      });
    });

  const identity = async () => {
    const { certificate, domain } = client.shown();
    return identityAt(target.settings, [
      // The Global domain has the same UUID on every FMC: it tells domains apart, not FMCs.
      ...mark('domain', 'part', domain),
      ...mark('TLS certificate', 'certificate', certificate),
    ]);
  };

  return {
    identity,
    settle: async () => undefined,
    observe,
    apply,
    rollback,
    disruption: (run, kept) =>
      guarded('read the deployments', () => connectionsDropped(client, target.id, pinsIn(kept), noteOf({ run }))),
    requests: () => {
      const { requests, saved } = client.counted();
      return { used: requests, oneByOne: requests + saved };
    },
    tunnels,
    close: async () => client.close(),
  };
};

const deployLater = 'the next run deploys what is staged';

/** How our deployments are called in the history of the FMC. */
const noteOf = ({ run }: Pick<Push<RestObject, RestStep>, 'run'>): string =>
  run === undefined ? 'tunnelwright' : `tunnelwright ${run}`;

const foreignWords = (change: PendingChange): string =>
  `pending on ${change.device} and not ours: ${pendingWords(change)}`;

const otherVersion = (target: Target, shown: string | undefined): readonly string[] => {
  const train = (version: string): string => version.split('.').slice(0, 2).join('.');
  if (shown === undefined || train(shown) === train(target.settings.version)) return [];
  return [`the FMC runs ${shown} and version ${target.settings.version} is declared: what it takes may differ`];
};
