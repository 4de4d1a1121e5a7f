import type { Json, JsonObject } from '../../kernel/json';
import { answerOf, errorBody, invalid, notFound, refusal, type Answer, type Request } from './answer';
import { collectionAt, create, present, remove, replace } from './crud';
import { deviceCollections } from './devices';
import { endpoint } from './endpoint';
import { atPrimary, makeUnits, seedDevices, type LabDevice } from './inventory';
import { filtered, page } from './list';
import { objectCollections, seedObjects } from './objects';
import { settings, topology } from './topology';
import { itemsOf, type Collection, type Verb, type World } from './world';

/** A clock in milliseconds that never shows the same twice. */
const makeClock = (): (() => number) => {
  let last = 0;
  return () => {
    last = Math.max(last + 1, Date.now());
    return last;
  };
};

/** Cisco's two kinds of ids, in the order in which they are given out. */
const makeIds = (): ((form?: 'uuid') => string) => {
  let count = 0;
  return (form) => {
    count += 1;
    const hex = (0x3f5c0000 + count * 7919).toString(16).padStart(8, '0');
    return form === 'uuid'
      ? `${hex}-5ca1-11ef-a${String(count % 1000).padStart(3, '0')}-0050568a4d2b`
      : `0050568A-4D2B-0ed3-0000-${String(4294967296 + count * 17).padStart(12, '0')}`;
  };
};

export interface CoreOptions {
  readonly version: string;
  readonly devices: readonly LabDevice[];
  readonly enrollments: readonly string[];
}

export const makeWorld = ({ version, devices, enrollments }: CoreOptions): World => {
  const newId = makeIds();
  const store: World['store'] = new Map();
  const collections: readonly Collection[] = [
    ...objectCollections,
    topology,
    ...settings,
    endpoint,
    ...deviceCollections,
  ];
  const world: World = {
    collections,
    store,
    units: makeUnits(devices, newId),
    pending: new Map(),
    version,
    now: makeClock(),
    newId,
    base: '',
    find: (id) => {
      for (const [collection, held] of store) {
        const item = held.get(id);
        if (item) return { collection, item };
      }
      return undefined;
    },
    lookup: (id) => {
      const found = world.find(id);
      const type = found && collectionAt(world, found.collection)?.type;
      return found && { collection: found.collection, body: found.item.body, type: type ?? '' };
    },
  };
  seedDevices(world, devices);
  seedObjects(world, enrollments);
  return world;
};

/** Hosts and networks in one list, as `object/networkaddresses` shows them. */
const both = ['object/hosts', 'object/networks'];
const listed = (world: World, path: string): readonly JsonObject[] =>
  (path === 'object/networkaddresses' ? both : [path]).flatMap((at) => {
    const spec = collectionAt(world, at)!;
    return itemsOf(world, at).map((item) => present(world, spec, at, item));
  });

const isBag = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const bag = (value: Json | undefined): JsonObject => {
  if (!isBag(value)) throw refusal(422, 'FRAMEWORK', 'Unprocessable Entity - Invalid or incomplete JSON');
  return value;
};

const shared = ['virtualtunnelinterfaces', 'ipv4staticroutes'];

const onCollection = (world: World, spec: Collection, path: string, request: Request): Answer => {
  if (request.method === 'GET')
    return {
      status: 200,
      body: page(world, path, filtered(listed(world, path), request, spec.filters ?? []), request),
    };
  const bulk = request.query.get('bulk') === 'true';
  if (bulk !== Array.isArray(request.body))
    throw refusal(422, 'FRAMEWORK', 'Unprocessable Entity - a list goes with bulk=true');
  if (bulk && !spec.bulk) throw invalid('Bulk is not supported for this resource');
  if (!bulk) {
    const item = create(world, spec, path, bag(request.body), request.user);
    const full = present(world, spec, path, item);
    return { status: 201, body: spec.wrongId ? { ...full, id: world.newId() } : full };
  }
  /** All or nothing: what went in before the refused one is taken out again. */
  const made: string[] = [];
  const items = (request.body as readonly Json[]).map((body, i) => {
    try {
      const item = create(world, spec, path, bag(body), request.user);
      made.push(item.id);
      return present(world, spec, path, item);
    } catch (error) {
      made.forEach((id) => remove(world, spec, path, id, request.user));
      const { status, body: refused } = answerOf(error);
      const [message] = ((refused as JsonObject)['error'] as { messages: JsonObject[] }).messages;
      throw refusal(status, 'VALIDATION', String(message!['description']), { bulkPayloadIndex: String(i) });
    }
  });
  return { status: 201, body: { links: { self: `${world.base}/${path}?bulk=true` }, items } };
};

const onItem = (world: World, spec: Collection, path: string, id: string, request: Request): Answer => {
  if (request.method === 'PUT') {
    const item = replace(world, spec, path, id, bag(request.body), request.user);
    return { status: 200, body: present(world, spec, path, item) };
  }
  if (request.method === 'DELETE') return { status: 200, body: remove(world, spec, path, id, request.user) };
  const item = world.store.get(path)?.get(id);
  if (!item) throw notFound(`${path}/${id}`);
  return { status: 200, body: present(world, spec, path, item) };
};

/** A parent in the path has to be there: `policy/ftds2svpns/<id>/endpoints`. */
const checkParent = (world: World, path: string): void => {
  const [root, kind, parent, child] = path.split('/');
  if (child !== undefined && !world.store.get(`${root}/${kind}`)?.has(parent!)) throw notFound(path);
};

const onStore = (world: World, request: Request): Answer => {
  const path = atPrimary(world, request.path);
  const words = path.split('/');
  const alias = path === 'object/networkaddresses';
  const whole = collectionAt(world, path) ?? (alias ? collectionAt(world, 'object/hosts') : undefined);
  const holder = words.slice(0, -1).join('/');
  const spec = whole ?? collectionAt(world, holder);
  if (!spec) throw notFound(request.path);
  checkParent(world, path);
  const verb = request.method as Verb;
  const fits = whole ? verb === 'GET' || verb === 'POST' : verb !== 'POST';
  if (!fits || !spec.verbs.includes(verb) || (alias && verb !== 'GET'))
    throw refusal(405, 'FRAMEWORK', `The method ${verb} is not supported for this resource`);
  if (path !== request.path && verb !== 'GET' && shared.some((kind) => words.includes(kind)))
    throw invalid('The device is the secondary of a high availability pair: write at its primary');
  return whole ? onCollection(world, spec, path, request) : onItem(world, spec, holder, words.at(-1)!, request);
};

export type Handler = (request: Request) => Answer | undefined;

/** The whole API without its transport: each handler takes what is its own, the store takes the rest. */
export const makeCore = (world: World, handlers: readonly Handler[]) => {
  return (request: Request): Answer => {
    try {
      for (const handle of handlers) {
        const answer = handle(request);
        if (answer) return answer;
      }
      return onStore(world, request);
    } catch (error) {
      return answerOf(error);
    }
  };
};

export const tooLarge = (bytes: number): Answer | undefined =>
  bytes > 2_048_000
    ? { status: 422, body: errorBody('FRAMEWORK', 'The request body is larger than 2048000 bytes') }
    : undefined;
