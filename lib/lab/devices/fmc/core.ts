import type { Json, JsonObject } from '../../../kernel/json';
import { atLeast } from '../../../kernel/version';
import { seedAccess, type LabAccessPolicy } from './collections/access';
import { answerOf, errorBody, invalid, notFound, refusal, type Answer, type Request } from './answer';
import { collectionAt, create, present, presentIn, remove, replace } from './crud';
import { collections } from './collections';
import { keptAt, keptIn } from './domains';
import { atPrimary, makeUnits, seedDevices, type LabDevice } from './inventory';
import type { Flaps } from './service/flaps';
import { kinds } from './collections/devices';
import { filtered, filterOf, isTrue, page } from './list';
import { seedObjects, seedPolicies } from './collections/objects';
import { global, idIn, unitOf, type Collection, type Item, type Verb, type World, type Domain } from './world';

/** A clock in milliseconds that never shows the same twice. */
const makeClock = (): (() => number) => {
  let last = 0;
  return () => {
    last = Math.max(last + 1, Date.now());
    return last;
  };
};

const makeCount = (): (() => number) => {
  let count = 0;
  return () => (count += 1);
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
  readonly authorities: readonly string[];
  readonly realms: readonly string[];
  readonly natPolicies: readonly string[];
  readonly accessPolicies: readonly LabAccessPolicy[];
  readonly sick: () => string | undefined;
  readonly embeds: boolean;
  /** Default: Global. */
  readonly domain?: Domain;
  /** The domain above. */
  readonly above?: World | undefined;
}

const assignments = 'assignment/policyassignments';

/** An assignment has the id of its policy: it is meant where there is no policy of that id. */
const findIn =
  (store: World['store'], above: World | undefined): World['find'] =>
  (id) => {
    const found = [...store].flatMap(([collection, held]) => {
      const item = held.get(id);
      return item === undefined ? [] : [{ collection, item }];
    });
    return found.find(({ collection }) => collection !== assignments) ?? found[0] ?? above?.find(id);
  };

export const makeWorld = (options: CoreOptions): World => {
  const { version, devices, sick, embeds, domain = global, above } = options;
  const newId = above?.newId ?? makeIds();
  const store: World['store'] = new Map();
  const world: World = {
    collections,
    store,
    units: makeUnits(devices, newId),
    pending: new Map(),
    switched: new Set(),
    sick,
    embeds,
    version,
    domain,
    above,
    below: [],
    now: above?.now ?? makeClock(),
    nextJob: above?.nextJob ?? makeCount(),
    newId,
    base: '',
    offers: (spec, verb) =>
      spec.verbs.includes(verb) &&
      atLeast(version, spec.since ?? '0') &&
      (verb === 'GET' || atLeast(version, spec.writes ?? '0')),
    assigned: (policy) => {
      const targets = store.get(assignments)?.get(policy)?.body['targets'] ?? [];
      return (targets as readonly Json[]).flatMap((target) => unitOf(world, idIn(target)) ?? []);
    },
    find: findIn(store, above),
    lookup: (id) => {
      const found = world.find(id);
      const type = found && collectionAt(world, found.collection)?.type;
      return found && { collection: found.collection, body: found.item.body, type: type ?? '' };
    },
  };
  fillWorld(world, options);
  return world;
};

/** What a domain has from the beginning: what is shipped is in Global. */
const fillWorld = (world: World, options: CoreOptions): void => {
  seedDevices(world, options.devices);
  if (world.above === undefined) seedObjects(world, options);
  else world.above.below.push(world);
  seedPolicies(world, options);
  seedAccess(world, options.accessPolicies);
};

/** Lists that show several collections as one. The first says how it is read. */
const joined = (path: string): readonly string[] | undefined => {
  if (path === 'object/networkaddresses') return ['object/hosts', 'object/networks', 'object/ranges'];
  const [, device] = /^(.+)\/ftdallinterfaces$/.exec(path) ?? [];
  if (device !== undefined) return [...kinds, 'virtualtunnelinterfaces'].map((word) => `${device}/${word}`);
  const [, holder] = /^(.+)\/natrules$/.exec(path) ?? [];
  return holder === undefined ? undefined : ['manualnatrules', 'autonatrules'].map((word) => `${holder}/${word}`);
};
const listed = (world: World, path: string): readonly JsonObject[] =>
  (joined(path) ?? [path]).flatMap((at) => {
    const spec = collectionAt(world, at)!;
    return keptIn(world, at).map((kept) => presentIn(world, spec, at, kept));
  });

const isBag = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const bag = (value: Json | undefined): JsonObject => {
  if (!isBag(value)) throw refusal(422, 'FRAMEWORK', 'Unprocessable Entity - Invalid or incomplete JSON');
  return value;
};

const shared = ['virtualtunnelinterfaces', 'ipv4staticroutes', 'ipv6staticroutes', 'bgpgeneralsettings', 'bgp'];

/** Creates an item and puts it where the query says, or leaves nothing. */
const placed = (world: World, spec: Collection, path: string, body: JsonObject, request: Request): Item => {
  const item = create(world, spec, path, body, request.user);
  try {
    spec.place?.(world, path, item, request.query);
    return item;
  } catch (error) {
    remove(world, spec, path, item.id, request.user);
    throw error;
  }
};

const mostInBulk = 1000;

/** All or nothing: what went in before the refused one is taken out again. */
const createAll = (world: World, spec: Collection, path: string, bodies: readonly Json[], request: Request): Answer => {
  if (bodies.length > mostInBulk) throw invalid(`Bulk takes at most ${mostInBulk} objects in one request`);
  const made: string[] = [];
  const items = bodies.map((body, i) => {
    try {
      const item = placed(world, spec, path, bag(body), request);
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

const idsIn = (request: Request): readonly string[] => (filterOf(request).get('ids') ?? '').split(',').filter(Boolean);

const removeAll = (world: World, spec: Collection, path: string, request: Request): Answer => {
  if (!spec.bulkDelete || !atLeast(world.version, spec.bulkDelete)) throw unsupported('DELETE');
  const ids = idsIn(request);
  if (!isTrue(request, 'bulk') || ids.length === 0) throw invalid('A bulk delete needs bulk=true and filter=ids:');
  ids.forEach((id) => {
    if (!world.store.get(path)?.has(id)) throw notFound(`${path}/${id}`);
  });
  const gone = ids.map((id) => remove(world, spec, path, id, request.user));
  return { status: 200, body: { links: { self: `${world.base}/${path}?bulk=true` }, items: gone } };
};

const unsupported = (verb: string): Error =>
  refusal(405, 'FRAMEWORK', `The method ${verb} is not supported for this resource`);

/** What a body must come as: a file as a form, everything else as JSON. */
const checkForm = (spec: Collection, request: Request): void => {
  if ((spec.upload ?? false) !== (request.form ?? false)) throw refusal(415, 'FRAMEWORK', 'Unsupported Media Type');
};

const onCollection = (world: World, spec: Collection, path: string, request: Request): Answer => {
  if (request.method === 'GET')
    return {
      status: 200,
      body: page(world, path, filtered(listed(world, path), request, spec.filters ?? []), request),
    };
  if (request.method === 'DELETE') return removeAll(world, spec, path, request);
  checkForm(spec, request);
  const bulk = isTrue(request, 'bulk');
  if (bulk !== Array.isArray(request.body))
    throw refusal(422, 'FRAMEWORK', 'Unprocessable Entity - a list goes with bulk=true');
  if (bulk && !spec.bulk) throw invalid('Bulk is not supported for this resource');
  if (bulk) return createAll(world, spec, path, request.body as readonly Json[], request);
  const item = placed(world, spec, path, bag(request.body), request);
  const full = present(world, spec, path, item);
  return { status: 201, body: spec.wrongId ? { ...full, id: world.newId() } : full };
};

const onItem = (world: World, spec: Collection, path: string, id: string, request: Request): Answer => {
  if (request.method === 'PUT') {
    checkForm(spec, request);
    const item = replace(world, spec, path, id, bag(request.body), request.user);
    return { status: 200, body: present(world, spec, path, item) };
  }
  if (request.method === 'DELETE') return { status: 200, body: remove(world, spec, path, id, request.user) };
  const kept = keptAt(world, path, id);
  if (!kept) throw notFound(`${path}/${id}`);
  return { status: 200, body: presentIn(world, spec, path, kept) };
};

/** A parent in the path has to be there: `policy/ftds2svpns/<id>/endpoints`. */
const checkParent = (world: World, path: string): void => {
  const [root, kind, parent, child] = path.split('/');
  if (child !== undefined && !world.store.get(`${root}/${kind}`)?.has(parent!)) throw notFound(path);
};

/** What a path means: a whole list, or one of it. */
const placeOf = (
  world: World,
  path: string,
): { readonly spec: Collection; readonly whole: boolean; readonly at: string } => {
  const at = joined(path)?.[0] ?? path;
  const whole = collectionAt(world, at);
  if (whole && world.offers(whole, 'GET') && !whole.byIdOnly) return { spec: whole, whole: true, at: path };
  const holder = path.split('/').slice(0, -1).join('/');
  const spec = collectionAt(world, holder);
  if (!spec || !world.offers(spec, 'GET')) throw notFound(path);
  return { spec, whole: false, at: holder };
};

const onStore = (world: World, request: Request, flaps: Flaps): Answer => {
  const path = atPrimary(world, request.path);
  const words = path.split('/');
  const { spec, whole, at } = placeOf(world, path);
  checkParent(world, path);
  const verb = request.method as Verb;
  const fits = whole ? verb !== 'PUT' : verb !== 'POST';
  if (!fits || !world.offers(spec, verb) || (joined(path) && verb !== 'GET')) throw unsupported(verb);
  if (path !== request.path && verb !== 'GET' && shared.some((kind) => words.includes(kind)))
    throw invalid('The device is the secondary of a high availability pair: write at its primary');
  const answer = (): Answer =>
    whole ? onCollection(world, spec, at, request) : onItem(world, spec, at, words.at(-1)!, request);
  return flaps.around({ spec, at, id: whole ? undefined : words.at(-1)!, verb }, answer);
};

export type Handler = (request: Request) => Answer | undefined;

/** The whole API without its transport: each handler takes what is its own, the store takes the rest. */
export const makeCore = (world: World, handlers: readonly Handler[], flaps: Flaps) => {
  return (request: Request): Answer => {
    try {
      for (const handle of handlers) {
        const answer = handle(request);
        if (answer) return answer;
      }
      return onStore(world, request, flaps);
    } catch (error) {
      return answerOf(error);
    }
  };
};

export const tooLarge = (bytes: number): Answer | undefined =>
  bytes > 2_048_000
    ? { status: 422, body: errorBody('FRAMEWORK', 'The request body is larger than 2048000 bytes') }
    : undefined;
