import type { Json, JsonObject } from '../../../kernel/json';
import { invalid, notFound, refusal, type Answer, type Request } from './answer';
import { collectionAt, present } from './crud';
import { keptAt } from './domains';
import { page } from './list';
import { mark, nameOf } from './deployment/pending';
import { settleMembers } from './shape';
import { affected } from './usage';
import { idIn, itemsOf, keep, text, unitOf, type Collection, type Item, type Unit, type World } from './world';

/** Objects of which a device may have a value of its own: they have the switch. */
const isOverridable = (spec: Collection): boolean => 'overridable' in spec.members;

const listOf = (collection: string, id: string): string => `${collection}/${id}/overrides`;
/** Beside the id of its object the one of its target says which one it is. */
const idFor = (object: string, target: string): string => `${object}?overrideTargetId=${target}`;

/** What an object is on a device. */
export const bodyOn = (world: World, collection: string, item: Item, unit: Unit): JsonObject =>
  world.store.get(listOf(collection, item.id))?.get(idFor(item.id, unit.id))?.body ?? item.body;

interface Place {
  readonly spec: Collection;
  readonly collection: string;
  readonly parent: Item;
}

const targetOf = (world: World, id: string): Unit => {
  const unit = unitOf(world, id);
  if (unit === undefined) throw invalid(`Invalid override target: ${id}`);
  return unit;
};

const shown = (world: World, { spec, collection, parent }: Place, item: Item): JsonObject => {
  const target = unitOf(world, item.id.split('=')[1]!)!;
  return {
    ...present(world, spec, collection, item),
    id: parent.id,
    overridable: true,
    overrides: {
      parent: { id: parent.id, type: spec.type },
      target: { id: target.id, name: target.name, type: 'Device' },
    },
  };
};

/** The device learns of it where something of it uses the object. */
const note = ({ world, place, unit, user }: { world: World; place: Place; unit: Unit; user: string }): void => {
  const { spec, collection, parent } = place;
  const units = affected(world, spec, collection, parent.id).filter((id) => id === unit.id);
  mark(world, units, { id: parent.id, name: nameOf(parent), type: spec.type, action: 'UPDATE', user });
};

/** What of a body is a value: the rest says of what it is one, and where. */
const valueIn = (world: World, { spec, collection, parent }: Place, sent: JsonObject): JsonObject => {
  const { overrides: _overrides, overridable: _switch, type, ...given } = sent;
  if (type !== undefined && type !== spec.type && !(spec.takes ?? []).includes(text(type)))
    throw invalid(`Invalid value for type: ${JSON.stringify(type)}`);
  if (text(given['name']) !== nameOf(parent)) throw invalid('The name of an override is that of its object');
  const plain = settleMembers(spec.members, given, '', world.lookup, spec.ignored);
  const body = spec.derive ? spec.derive(plain, world) : plain;
  spec.check?.(world, { collection, id: parent.id, body });
  return body;
};

export const writeOverride = (
  world: World,
  collection: string,
  sent: JsonObject,
  { user, again }: { readonly user: string; readonly again: boolean },
): JsonObject => {
  const spec = collectionAt(world, collection)!;
  const { parent: of, target: on } = sent['overrides'] as JsonObject;
  const parent = keptAt(world, collection, idIn(of))?.item;
  if (parent === undefined) throw notFound(`${collection}/${idIn(of)}`);
  if (parent.body['overridable'] !== true) throw invalid(`Object ${nameOf(parent)} cannot be overridden`);
  const unit = targetOf(world, idIn(on));
  const place = { spec, collection, parent };
  const [at, id] = [listOf(collection, parent.id), idFor(parent.id, unit.id)];
  const old = world.store.get(at)?.get(id);
  // A PUT without one makes it (fireREST does that); a second POST is refused.
  if (old !== undefined && !again) throw refusal(400, 'OTHER', 'Duplicate override for the target');
  const body = valueIn(world, place, sent);
  const item: Item = { id, body, user, changed: world.now(), revision: (old?.revision ?? 0) + 1 };
  keep(world, at, item);
  note({ world, place, unit, user });
  return shown(world, place, item);
};

const removed = (world: World, place: Place, target: string, user: string): JsonObject => {
  const unit = targetOf(world, target);
  const [at, id] = [listOf(place.collection, place.parent.id), idFor(place.parent.id, unit.id)];
  const item = world.store.get(at)?.get(id);
  if (item === undefined) throw notFound(`${at} of ${unit.name}`);
  world.store.get(at)!.delete(id);
  note({ world, place, unit, user });
  return shown(world, place, item);
};

const isBag = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The object of a path, where devices may have their own of it: `object/hosts/<id>`, with `/overrides` behind it or not. */
const placeAt = (world: World, path: string): (Place & { readonly list: boolean }) | undefined => {
  const [, collection = '', id = '', list] = /^(object\/[a-z0-9]+)\/([^/]+)(\/overrides)?$/.exec(path) ?? [];
  const spec = collectionAt(world, collection);
  if (spec === undefined || !isOverridable(spec) || !world.offers(spec, 'GET')) return undefined;
  const parent = keptAt(world, collection, id)?.item;
  if (parent === undefined) throw notFound(path);
  return { spec, collection, parent, list: list !== undefined };
};

/** What devices have of an object goes before it stops allowing them (the words are unproven). */
const keepAllowing = (world: World, { collection, parent }: Place, body: Json | undefined): undefined => {
  const all = itemsOf(world, listOf(collection, parent.id));
  if (all.length > 0 && isBag(body) && body['overridable'] !== true)
    throw invalid(`Object ${nameOf(parent)} has overrides: overridable cannot be turned off`);
};

const onTarget = (world: World, place: Place, target: string, request: Request): Answer => {
  if (request.method === 'DELETE') return { status: 200, body: removed(world, place, target, request.user) };
  const item = world.store
    .get(listOf(place.collection, place.parent.id))
    ?.get(idFor(place.parent.id, targetOf(world, target).id));
  if (item === undefined) throw notFound(`${request.path} on ${target}`);
  return { status: 200, body: shown(world, place, item) };
};

/** What the API says and takes of object overrides. All else is of the objects themselves. */
export const overridesOf =
  (world: World) =>
  (request: Request): Answer | undefined => {
    const { method, path, body } = request;
    const sent = isBag(body) && isBag(body['overrides']) ? body : undefined;
    const whole = sent === undefined ? undefined : collectionAt(world, path);
    if (method === 'POST' && whole && isOverridable(whole) && world.offers(whole, 'POST'))
      return { status: 201, body: writeOverride(world, path, sent!, { user: request.user, again: false }) };
    const target = request.query.get('overrideTargetId');
    const isAsked = path.endsWith('/overrides') || target !== undefined || method === 'PUT';
    const place = isAsked ? placeAt(world, path) : undefined;
    if (place === undefined) return undefined;
    if (place.list && method === 'GET') {
      const all = itemsOf(world, path).map((item) => shown(world, place, item));
      return { status: 200, body: page(world, path, all, request) };
    }
    if (method === 'PUT' && sent !== undefined)
      return { status: 200, body: writeOverride(world, place.collection, sent, { user: request.user, again: true }) };
    if (method === 'PUT') return keepAllowing(world, place, body);
    return target === undefined || place.list ? undefined : onTarget(world, place, target, request);
  };
