import { setTimeout as pause } from 'node:timers/promises';
import type { Json, JsonObject } from '../../kernel/json';
import { problem, ProblemError, type Problem } from '../../kernel/problem';
import type { RestStep } from '../../desired/rest/dialect';
import { withoutPlace, type RestObject } from '../../desired/rest/object';
import type { TargetSettings } from '../../model/targets';
import type { Observation, Outcome, Ports, Push, Session, TunnelState } from '../platform';
import { isDuplicate, mayHaveTakenEffect, openClient, statusOf, wording } from './client';
import { deploy, readPending, whenIdle, type Deployable, type PendingChange } from './deploy';
import { formOf } from './form';
import { answersFor, learn, partIds, pick, readScope } from './lookup';
import { identitiesIn, nameTable } from './names';
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
  const names = nameTable();
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
      const stored = await readScope(client, names, scope);
      const normalize = normalizer(scope, names, ports.secrets);
      const live = new Map<string, RestObject>();
      for (const object of scope) {
        const found = stored.get(object.identity);
        if (found) live.set(object.identity, normalize(found.object, found.bodies));
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
          ...insecure(target),
        ],
      };
    });

  const send = async (method: 'POST' | 'PUT', path: string, step: RestStep, body: Json): Promise<JsonObject> =>
    client.write(method, path, step.upload ? await formOf(body as JsonObject, ports) : body);

  /** A creation is looked for before it is sent again, so that a lost answer never doubles an object. */
  const create = async (step: RestStep, object: RestObject | undefined): Promise<JsonObject> => {
    const path = names.fill(step.path);
    for (let attempt = 0; ; attempt++) {
      try {
        return await send('POST', path, step, revealed(step.body!, names.fill, ports));
      } catch (error) {
        if (!mayHaveTakenEffect(error) && !(attempt > 0 && isDuplicate(error))) throw error;
        const found = object && pick(object, await client.list(withoutQuery(path)));
        if (found) return found;
        if (attempt === 2) throw error;
        await pause(target.settings.retrySeconds * 1000 * 3 ** attempt);
      }
    }
  };

  const afterCreation = async (step: RestStep, answer: JsonObject): Promise<void> => {
    const object = { ...stubOf(step) };
    const path = withoutQuery(names.fill(step.path));
    const grammar = grammarFor(object);
    const body = grammar?.rereadId ? pick(object, await client.list(path)) : answer;
    const children = Object.keys({ ...grammar?.parts, ...grammar?.children });
    const whole =
      body && children.every((part) => partIds(object, body)[part])
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

  /** What the FMC makes by itself, a little after what it belongs to. */
  const awaited = async (step: RestStep): Promise<void> => {
    const object = stubOf(step);
    for (let attempt = 0; attempt < 6 && names.find(step.identity) === undefined; attempt++) {
      if (attempt > 0) await pause(target.settings.retrySeconds * 2500);
      learn(names, object, await answersFor(client, names, object));
    }
  };

  const update = async (step: RestStep): Promise<void> => {
    if (step.given) await awaited(step);
    const path = names.fill(step.path);
    const now = await client.get(path);
    const known = names.find(step.identity);
    staged.add(known?.id ?? '').add(known?.parts[step.part] ?? '');
    const ours = revealed(step.body!, names.fill, ports);
    const lists = Object.entries(step.leaving ?? {}).reduce(
      (body, [at, gone]) => joined(body, now, at, names.fill(gone as Json) as readonly Json[]),
      ours,
    );
    const stored = (step.gone ?? []).reduce(withoutPlace, writable(now));
    await send('PUT', path, step, step.upload ? ours : merge(stored, lists));
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
  collection: step.part === '' ? withoutQuery(step.path).replace(/\/\{[^{}]*\}$/, '') : step.path,
  fixed: {},
  leaves: {},
  sealed: [],
  parts: [],
  reference: {},
  ...(step.known === undefined ? {} : { id: step.known }),
});

const withoutQuery = (path: string): string => path.split('?')[0]!;

/** Our members in a list that is not ours alone: those of others stay, what leaves goes. */
const joined = (ours: JsonObject, now: JsonObject, at: string, gone: readonly Json[]): JsonObject => {
  const idOf = (member: Json): Json | undefined => (member as JsonObject)['id'];
  const mine = (ours[at] ?? []) as readonly Json[];
  const others = ((now[at] ?? []) as readonly Json[]).filter(
    (member) => ![...mine, ...gone].some((one) => idOf(one) === idOf(member)),
  );
  return { ...ours, [at]: [...others, ...mine] };
};

const pendingWords = (change: PendingChange): string =>
  `pending on ${change.device} and not ours: ${change.type} ${change.name}${change.users.length > 0 ? ` by ${change.users.join(', ')}` : ''}`;

const otherVersion = (target: Target, shown: string | undefined): readonly string[] => {
  const train = (version: string): string => version.split('.').slice(0, 2).join('.');
  if (shown === undefined || train(shown) === train(target.settings.version)) return [];
  return [`the FMC runs ${shown} and version ${target.settings.version} is declared: what it takes may differ`];
};

const insecure = (target: Target): readonly string[] =>
  target.settings.trust.insecure ? ['the certificate is NOT verified (trust: insecure)'] : [];

/** Ids first, then secrets: a secret that looks like a placeholder stays what it is. */
const revealed = (body: JsonObject, fill: (value: JsonObject) => JsonObject, ports: Ports): JsonObject => {
  const reveal = (value: Json): Json => {
    if (typeof value === 'string') return ports.secrets.reveal(value);
    if (Array.isArray(value)) return value.map(reveal);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value as JsonObject).map(([key, member]) => [key, reveal(member)]));
  };
  return reveal(fill(body)) as JsonObject;
};
