import type { RestStep } from '../../desired/rest/dialect';
import type { RestObject } from '../../desired/rest/object';
import type { Item } from '../../desired/item';
import type { Operation, Todo } from '../../desired/operation';
import type { JsonObject } from '../../kernel/json';
import type { Problem } from '../../kernel/problem';
import type { TargetSettings } from '../../model/targets';
import { insecureWarning } from '../../wire/https';
import { identityAt, mark, type DeviceIdentity } from '../../contract/identity';
import { isPathWord } from '../../wire/rest-path';
import type { Observation, TunnelState } from '../../contract/observation';
import type { BypassCodes, Outcome, Ports, Push, Session } from '../../contract/session';
import type { Answers } from '../../contract/answers';
import { collected } from '../../engine/rest/inventory/walk';
import type { RestPort } from '../../engine/rest/port';
import { RestSession } from '../../engine/rest/session';
import { send, toSend } from './sending';
import { bypassCodes } from './bypass';
import { connected, type DuoClient } from './client';
import { book } from './inventory';
import { madeWith, toldOfAll } from './made';
import { collectionOf, foundIn, grammarFor, idMembers, isOfSort, lockedIn } from './normalize';

type Target = { readonly id: string; readonly settings: TargetSettings<'duo-admin'> };

/** An address of ours has the id among its members; Duo takes it in the path only. */
const withoutId = ({ id: _id, ...body }: JsonObject): JsonObject => body;

const portOf = (client: DuoClient, settings: Target['settings']): RestPort => ({
  service: client.service,
  read: async (collection, isWanted, key) =>
    (await client.list(`/${collection}`))
      .filter((body) => isOfSort(key, body))
      .map((body) => foundIn(collection, body))
      .filter(isWanted),
  create: async (path, _step, body) => {
    const id = (await client.post(`/${path}`, body))[idMembers[path]!];
    if (isPathWord(id)) return id;
    throw new Error('the answer to the creation names no id: run again, it is looked for by its name');
  },
  write: async (path, step, body) => {
    if (step.method === 'DELETE') await client.delete(`/${path}`);
    else if (step.method === 'PUT') await client.put(`/${path}`, withoutId(body!));
    else await client.post(`/${path}`, withoutId(body!));
  },
  answers: () => collected(book, (collection) => client.list(`/${collection}`)),
  collectionOf,
  lockedIn,
  grammarOf: grammarFor,
  warnings: insecureWarning(settings),
  // Each account has an API host of its own; its certificate is that of many accounts.
  identity: () => identityAt(settings, mark('account', 'proof', settings.host)),
  close: () => client.close(),
});

/** A session with a Duo account: its objects, the phones to activate, and the keys that Duo makes with an application. */
class DuoSession implements Session<RestObject, RestStep> {
  private readonly objects: RestSession;

  constructor(
    private readonly client: DuoClient,
    settings: Target['settings'],
    ports: Ports,
  ) {
    this.objects = new RestSession(portOf(client, settings), ports);
  }

  identity(): Promise<DeviceIdentity> {
    return this.objects.identity();
  }

  async settle(): Promise<void> {}

  observe(scope: readonly RestObject[]): Promise<Observation<RestObject>> {
    return this.objects.observe(scope);
  }

  /** What Duo has made of its side is said where it was made or changed. That it cannot be read is no fault of the change. */
  async apply(push: Push<RestObject, RestStep>): Promise<Outcome> {
    const outcome = await this.objects.apply(push);
    if (outcome.state !== 'applied') return outcome;
    const written = new Set(push.changes.flatMap(({ steps }) => steps.map(({ identity }) => identity)));
    const told = await this.told(push.scope.filter(({ identity }) => written.has(identity))).catch(() => []);
    return { ...outcome, notes: [...outcome.notes, ...told] };
  }

  tunnels(): Promise<readonly TunnelState[]> {
    return this.objects.tunnels();
  }

  operations(items: readonly Item<RestObject>[]): Promise<Todo> {
    return this.objects.guarded('read users and phones', () => toSend(this.client, items));
  }

  operate(operation: Operation, items: readonly Item<RestObject>[]): Promise<readonly Problem[]> {
    return this.objects.guarded(operation.words, () => send(this.client, operation, items));
  }

  answers(): Promise<Answers> {
    return this.objects.answers();
  }

  bypassCodes(user: string, how: BypassCodes): Promise<readonly string[] | undefined> {
    return this.objects.guarded('make bypass codes', () => bypassCodes(this.client, user, how));
  }

  made(application: RestObject, field: string): Promise<string | undefined> {
    return this.objects.guarded(`read ${field}`, () => madeWith(this.client, application, field));
  }

  told(scope: readonly RestObject[]): Promise<readonly string[]> {
    return this.objects.guarded('read applications', () => toldOfAll(this.client, scope));
  }

  close(): Promise<void> {
    return this.objects.close();
  }
}

export const connect = async (target: Target, ports: Ports): Promise<Session<RestObject, RestStep>> =>
  new DuoSession(await connected(target, ports), target.settings, ports);
