import { setTimeout as pause } from 'node:timers/promises';
import type { Json, JsonObject } from '../../kernel/json';
import { problem, ProblemError, type Problem } from '../../kernel/problem';
import type { RestStep } from '../../desired/rest/dialect';
import type { RestObject } from '../../desired/rest/object';
import type { TargetSettings } from '../../model/targets';
import type { Observation, Outcome, Ports, Push, Session, TunnelState } from '../platform';
import { insecureWarning, mayHaveTakenEffect, statusOf } from '../../wire/https';
import { isDuplicate, openClient, wording } from './client';
import { deploy, readPending, whenIdle, type Deployable, type PendingChange } from './deploy';
import { partIds, pick, readScope, type Bodies } from './lookup';
import { identitiesIn, nameTable, revealed } from '../../desired/rest/names';
import { grammarFor, normalizer } from './normalize';

type Target = { readonly id: string; readonly settings: TargetSettings<'fmc'> };

/** Strips what the FMC adds to an answer and does not take back. */
const writable = ({ links: _links, metadata: _metadata, version: _version, ...body }: JsonObject): JsonObject => body;

/** Our members over what is stored; lists are ours whole. */
const merge = (stored: Json | undefined, ours: Json): Json => {
  const isObject = (value: Json | undefined): value is JsonObject =>
    typeof value === 'object' && value !== null && !Array.isArray(value);
  if (!isObject(stored) || !isObject(ours)) return ours;
  return {
    ...stored,
    ...Object.fromEntries(Object.entries(ours).map(([key, value]) => [key, merge(stored[key], value)])),
  };
};

export const connect = async (target: Target, ports: Ports): Promise<Session<RestObject, RestStep>> => {
  const client = await openClient(target.id, target.settings, ports);
  const version = await client.serverVersion().catch(() => undefined);
  const names = nameTable({ code: 'fmc', title: 'the FMC' });
  let stored: ReadonlyMap<string, Bodies> = new Map();
  /** Ids that this run wrote or deleted: pending changes of these are ours. */
  const staged = new Set<string>();

  const guarded = async <T>(doing: string, work: () => Promise<T>): Promise<T> => {
    try {
      return await work();
    } catch (error) {
      throw error instanceof ProblemError
        ? error
        : new ProblemError([wording(error, target.id, target.settings, doing)]);
    }
  };

  const devicesOf = (scope: readonly RestObject[]): ReadonlySet<string> =>
    new Set(identitiesIn(scope).flatMap((identity) => /^devices:(.+)$/.exec(identity)?.[1] ?? []));

  const isOurs = (change: PendingChange, scope: readonly RestObject[]): boolean => {
    const known = (id: string | undefined) => id !== undefined && (staged.has(id) || names.identitiesOf(id).length > 0);
    return (
      known(change.id) ||
      scope.some((object) => object.name === change.name) ||
      (known(change.parent) && !names.identitiesOf(change.parent!).some((identity) => identity.startsWith('device')))
    );
  };

  const observe = (scope: readonly RestObject[]): Promise<Observation<RestObject>> =>
    guarded('read', async () => {
      stored = await readScope(client, names, scope);
      const normalize = normalizer(scope, names, ports.secrets);
      const live = new Map<string, RestObject>();
      for (const object of scope) {
        const bodies = stored.get(object.identity);
        if (bodies) live.set(object.identity, normalize(object, bodies));
        else if (grammarFor(object) === undefined && names.find(object.identity)) live.set(object.identity, object);
      }
      const pending = await readPending(client, devicesOf(scope));
      const unfinished = pending.flatMap((device) => {
        const ours = device.changes.filter((change) => isOurs(change, scope)).length;
        return ours === 0 || !target.settings.deploy ? [] : [`deploy to ${device.name} (${ours} staged)`];
      });
      const foreign = pending.flatMap((device) => device.changes.filter((change) => !isOurs(change, scope)));
      return {
        live,
        unfinished,
        warnings: [
          ...foreign.map((change) => `${pendingWords(change)}: apply stages and stops before it deploys`),
          ...otherVersion(target, version),
          ...insecureWarning(target.settings),
        ],
      };
    });

  /** A creation is looked for before it is sent again, so that a lost answer never doubles an object. */
  const create = async (step: RestStep, object: RestObject | undefined): Promise<JsonObject> => {
    const path = names.fill(step.path);
    for (let attempt = 0; ; attempt++) {
      try {
        return await client.write('POST', path, revealed(step.body!, names, ports.secrets));
      } catch (error) {
        if (!mayHaveTakenEffect(error) && !(attempt > 0 && isDuplicate(error))) throw error;
        const found = object && pick(object, await client.list(path));
        if (found) return found;
        if (attempt === 2) throw error;
        await pause(target.settings.retrySeconds * 1000 * 3 ** attempt);
      }
    }
  };

  const afterCreation = async (step: RestStep, answer: JsonObject): Promise<void> => {
    const object = { ...stubOf(step) };
    const path = names.fill(step.path);
    const grammar = grammarFor(object);
    const body = grammar?.rereadId ? pick(object, await client.list(path)) : answer;
    const whole =
      body && Object.keys(grammar?.parts ?? {}).every((part) => partIds(object, body)[part])
        ? body
        : await client.get(`${path}/${String(answer['id'])}`);
    names.learn(step.identity, {
      id: String(whole['id']),
      type: String(whole['type']),
      name: String(whole['name'] ?? ''),
      parts: partIds(object, whole),
    });
    staged.add(String(whole['id']));
  };

  const update = async (step: RestStep): Promise<void> => {
    const path = names.fill(step.path);
    const now = await client.get(path);
    const known = names.find(step.identity);
    staged.add(known?.id ?? '').add(known?.parts[step.part] ?? '');
    await client.write('PUT', path, merge(writable(now), revealed(step.body!, names, ports.secrets)));
  };

  const remove = async (step: RestStep): Promise<void> => {
    staged.add(names.find(step.identity)?.id ?? '');
    try {
      await client.write('DELETE', names.fill(step.path));
    } catch (error) {
      if (statusOf(error) !== 404) throw error;
    }
    names.forget(step.identity);
  };

  const run = async (step: RestStep): Promise<void> => {
    if (step.method === 'DELETE') return remove(step);
    if (step.method === 'PUT') return update(step);
    await afterCreation(step, await create(step, stubOf(step)));
  };

  const stage = async (request: Push<RestObject, RestStep>): Promise<readonly Problem[]> => {
    for (const change of request.changes) {
      for (const step of change.steps) {
        ports.progress(`${step.method} ${step.path}`);
        try {
          await run(step);
        } catch (error) {
          const { code, message, hint } = wording(error, target.id, target.settings, `${step.method} ${step.path}`);
          return [
            problem(
              code,
              change.path,
              message,
              hint ??
                'nothing was deployed; what was staged before it stays staged, and the next run goes on from there',
            ),
          ];
        }
      }
    }
    return [];
  };

  /** The preview: what would be deployed must be ours, all of it. */
  const preview = async (
    request: Push<RestObject, RestStep>,
  ): Promise<{ readonly devices: readonly Deployable[]; readonly foreign: readonly Problem[] }> => {
    const devices = await whenIdle(() => readPending(client, devicesOf(request.scope)), ports.progress);
    const foreign = devices
      .flatMap((device) => device.changes)
      .filter((change) => !isOurs(change, request.scope))
      .map((change) =>
        problem(
          'fmc.pending',
          target.id,
          `${pendingWords(change)}. Nothing was deployed`,
          'have it deployed or discarded by who made it, then run again: ours is staged and goes on from there',
        ),
      );
    return { devices, foreign };
  };

  const apply = (request: Push<RestObject, RestStep>): Promise<Outcome> =>
    guarded('apply', async () => {
      const broken = await stage(request);
      if (broken.length > 0) return { state: 'failed', problems: broken, notes: ['nothing was deployed'] };
      if (target.settings.deploy) {
        ports.progress('reading what is pending');
        const { devices, foreign } = await preview(request);
        if (foreign.length > 0) return { state: 'failed', problems: foreign, notes: ['staged, not deployed'] };
        const failures = devices.length === 0 ? [] : await deploy(client, target.id, devices, ports.progress);
        if (failures.length > 0)
          return { state: 'failed', problems: failures, notes: ['staged, not deployed everywhere'] };
      }
      const lacking = request.check(await observe(request.scope));
      if (lacking.length > 0) return { state: 'failed', problems: lacking, notes: [] };
      return {
        state: 'applied',
        problems: [],
        notes: target.settings.deploy ? [] : ['staged only: deploy is off for this FMC'],
      };
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

  return { settle: async () => undefined, observe, apply, tunnels, close: async () => client.close() };
};

/** Enough of an object to find it again among the answers of its collection. */
const stubOf = (step: RestStep): RestObject => ({
  identity: step.identity,
  kind: step.kind,
  name: step.name,
  collection: step.path,
  fixed: {},
  leaves: {},
  sealed: [],
  parts: [],
  reference: {},
});

const pendingWords = (change: PendingChange): string =>
  `pending on ${change.device} and not ours: ${change.type} ${change.name}${change.users.length > 0 ? ` by ${change.users.join(', ')}` : ''}`;

const otherVersion = (target: Target, shown: string | undefined): readonly string[] => {
  const train = (version: string): string => version.split('.').slice(0, 2).join('.');
  if (shown === undefined || train(shown) === train(target.settings.version)) return [];
  return [`the FMC runs ${shown} and version ${target.settings.version} is declared: what it takes may differ`];
};
