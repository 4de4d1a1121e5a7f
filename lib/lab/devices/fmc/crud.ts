import type { Json, JsonObject } from '../../../kernel/json';
import { invalid, notFound, refusal } from './answer';
import { descendants, domainBody, keptAt, relatives, type Kept } from './domains';
import { deviceMetadata } from './inventory';
import { mark, nameOf } from './deployment/pending';
import { matches, renderMembers, settleMembers, type Members } from './shape';
import { affected, placesOf, unitsIn } from './usage';
import { topologies } from './collections/topology';
import { itemsOf, keep, text, type Collection, type Item, type World } from './world';

export const collectionAt = (world: World, path: string): Collection | undefined =>
  world.collections.find((spec) => matches(spec.at, path));

const metadataOf = (world: World, spec: Collection, collection: string, item: Item): JsonObject => ({
  timestamp: item.changed,
  lastUser: { name: item.user },
  domain: domainBody(world.domain),
  readOnly: { state: false },
  ...(spec.metadata?.(world, collection, item) ?? {}),
  ...deviceMetadata(world, collection, item.id),
});

/** What a client is answered: more than it wrote. */
export const present = (world: World, spec: Collection, collection: string, item: Item): JsonObject => {
  const { description, ...shown } = renderMembers(spec.members, item.body, world.lookup);
  const said = description === undefined || description === '' ? spec.blank : description;
  return {
    ...shown,
    ...(said === undefined ? {} : { description: said }),
    ...(spec.extra?.(world, collection, item) ?? {}),
    id: item.id,
    type: spec.type,
    version: String(item.revision),
    links: { self: `${world.base}/${collection}/${item.id}` },
    metadata: metadataOf(world, spec, collection, item),
  };
};
/** What a domain is answered: what it has from one above it may not change. */
export const presentIn = (world: World, spec: Collection, collection: string, { home, item }: Kept): JsonObject => {
  const body = present(home, spec, collection, item);
  if (home === world) return body;
  return { ...body, metadata: { ...(body['metadata'] as JsonObject), readOnly: { state: true } } };
};
/** The short form of a list that is not expanded. */
export const brief = (full: JsonObject): JsonObject => ({
  id: full['id']!,
  ...(full['name'] === undefined ? {} : { name: full['name'] }),
  type: full['type']!,
  links: full['links']!,
});

/** Stars that are sent back mean the secret that they hide. */
const unmask = (members: Members, sent: JsonObject, before: JsonObject | undefined): JsonObject =>
  Object.fromEntries(
    Object.entries(sent).map(([key, value]): [string, Json] => {
      const shape = members[key];
      const old = before?.[key];
      if (shape?.is === 'object' && typeof value === 'object' && value !== null && !Array.isArray(value))
        return [key, unmask(shape.members, value as JsonObject, old as JsonObject | undefined)];
      return [key, typeof shape?.hidden === 'string' && value === shape.hidden && old !== undefined ? old : value];
    }),
  );

const lowerNames = new WeakMap<JsonObject, string>();
/** Names are compared without regard to capitals; of each body once, however many objects come after it. */
const lowerNameOf = (body: JsonObject): string => {
  const name = lowerNames.get(body) ?? text(body['name']).toLowerCase();
  lowerNames.set(body, name);
  return name;
};

const settled = (
  world: World,
  spec: Collection,
  collection: string,
  id: string,
  sent: JsonObject,
  before?: JsonObject,
): JsonObject => {
  const type = sent['type'];
  if (type !== undefined && type !== spec.type && !(spec.takes ?? []).includes(text(type)))
    throw invalid(`Invalid value for type: ${JSON.stringify(type)}`);
  const given = unmask(spec.members, sent, before);
  const fixed = Object.fromEntries(
    (spec.keeps ?? []).flatMap((key) => (before?.[key] === undefined ? [] : [[key, before[key]]])),
  );
  const plain = { ...settleMembers(spec.members, given, '', world.lookup, spec.ignored), ...fixed };
  const body = spec.derive ? spec.derive(plain, world) : plain;
  const name = text(body['name']).toLowerCase();
  const among = spec.uniqueHere ? [collection] : (spec.unique ?? []);
  const isRival = (rival: Item): boolean => rival.id !== id && lowerNameOf(rival.body) === name;
  if (among.some((at) => relatives(world, at).some((home) => itemsOf(home, at).some(isRival))))
    throw refusal(400, 'OTHER', 'Duplicate Name');
  spec.check?.(world, { collection, id, body, ...(before ? { before } : {}) });
  return body;
};

const note = (
  world: World,
  spec: Collection,
  collection: string,
  item: Item,
  action: 'ADD' | 'UPDATE' | 'DELETE',
  units: readonly string[],
): void => {
  const [root, , parent] = collection.split('/');
  const holder = root === 'object' || collection === topologies ? undefined : parent;
  const change = {
    id: item.id,
    name: nameOf(item),
    type: spec.type,
    action,
    user: item.user,
    ...(holder ? { parent: holder } : {}),
  };
  mark(world, units, change);
  for (const home of descendants(world)) mark(home, affected(home, spec, collection, item.id), change);
};

/** A device that comes into a topology has all of it to learn. */
const introduce = (world: World, topologyId: string, before: readonly string[]): void => {
  const found = world.find(topologyId);
  const spec = collectionAt(world, topologies)!;
  const fresh = unitsIn(world, topologyId).filter((unit) => !before.includes(unit));
  const known = (unit: string): boolean => world.pending.get(unit)?.has(topologyId) ?? false;
  if (found)
    note(
      world,
      spec,
      topologies,
      found.item,
      'ADD',
      fresh.filter((unit) => !known(unit)),
    );
};

export const create = (world: World, spec: Collection, collection: string, sent: JsonObject, user: string): Item => {
  const id = spec.idOf?.(sent) ?? world.newId(spec.ids);
  if (world.store.get(collection)?.has(id)) throw refusal(400, 'OTHER', 'Duplicate Name');
  const body = settled(world, spec, collection, id, sent);
  const item: Item = { id, body, user, changed: world.now(), revision: 1 };
  const parent = collection.split('/')[2]!;
  const before = spec.scope === 'topology' ? unitsIn(world, parent) : [];
  keep(world, collection, item);
  spec.created?.(world, id, user);
  if (spec.scope === 'topology' && collection !== topologies) introduce(world, parent, before);
  /** Nothing can refer to what has just come. */
  if (spec.scope !== 'users') note(world, spec, collection, item, 'ADD', affected(world, spec, collection, id));
  return item;
};

const existing = (world: World, collection: string, id: string): Item => {
  const kept = keptAt(world, collection, id);
  if (kept === undefined) throw notFound(`${collection}/${id}`);
  /** The words are unproven. */
  if (kept.home !== world)
    throw refusal(
      403,
      'OTHER',
      `${nameOf(kept.item)} belongs to the domain ${kept.home.domain.name} and is read-only here`,
    );
  return kept.item;
};

export const replace = (
  world: World,
  spec: Collection,
  collection: string,
  id: string,
  sent: JsonObject,
  user: string,
): Item => {
  const item = existing(world, collection, id);
  if (sent['id'] !== id)
    throw invalid(`The id in the body (${text(sent['id'])}) does not match the id in the path (${id})`);
  const body = settled(world, spec, collection, id, sent, item.body);
  const parent = collection.split('/')[2]!;
  const inside = spec.scope === 'topology' && collection !== topologies ? unitsIn(world, parent) : [];
  const before = affected(world, spec, collection, id);
  item.before = item.body;
  item.body = body;
  item.user = user;
  item.changed = world.now();
  item.revision += 1;
  spec.replaced?.(world, id, user);
  if (inside.length > 0) introduce(world, parent, inside);
  note(world, spec, collection, item, 'UPDATE', [...new Set([...before, ...affected(world, spec, collection, id)])]);
  return item;
};

export const remove = (world: World, spec: Collection, collection: string, id: string, user: string): JsonObject => {
  const item = existing(world, collection, id);
  if (item.system) throw invalid('System defined objects cannot be deleted');
  // What devices have of it in its place goes with it (unproven).
  const owned = [...(spec.owns?.(id) ?? []), `${collection}/${id}/overrides`];
  const users = [
    ...[world, ...descendants(world)]
      .flatMap((home) => placesOf(home, id))
      .filter((place) => !owned.includes(place.collection))
      .map((place) => `${place.collection}/${place.id}`),
    ...(spec.usedBy?.(world, collection, item) ?? []),
    ...(item.enrolled ? ['the devices on which it is enrolled'] : []),
  ];
  /** The exact words of a refused delete are in no public source. */
  if (users.length > 0) throw invalid(`Cannot delete ${nameOf(item)}: it is in use by ${users.join(', ')}`);
  const units = affected(world, spec, collection, id);
  const last = present(world, spec, collection, item);
  item.user = user;
  const children = owned.flatMap((path) => itemsOf(world, path).map((child) => child.id));
  world.store.get(collection)!.delete(id);
  owned.forEach((path) => world.store.delete(path));
  world.store.get('assignment/policyassignments')?.delete(id);
  units.forEach((unit) => children.forEach((child) => world.pending.get(unit)?.delete(child)));
  note(world, spec, collection, item, 'DELETE', units);
  return last;
};
