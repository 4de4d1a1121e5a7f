import type { JsonObject } from '../../../kernel/json';
import { collectionAt, create, presentIn, remove, replace } from './crud';
import { keptIn, type Kept } from './domains';
import { writeOverride } from './object-overrides';
import { mark } from './deployment/pending';
import { renderMembers } from './shape';
import { itemsOf, keep, unitNamed, type World } from './world';

/** A change that an administrator makes in the GUI. */
export interface Touch {
  /** `object/hosts`, or one that the lab does not know, as `policy/accesspolicies`. */
  readonly collection: string;
  readonly body: object;
  /** Default: `admin`. */
  readonly user?: string;
  /** Names of the devices that are out of date by it. Default: all. */
  readonly devices?: readonly string[];
  /** Where it is put among others: the query of a creation, like `{ section: 'mandatory' }`. */
  readonly place?: Readonly<Record<string, string>>;
}

const merge = (before: JsonObject, change: JsonObject): JsonObject =>
  Object.fromEntries(
    [...new Set([...Object.keys(before), ...Object.keys(change)])].map((key) => {
      const [old, fresh] = [before[key]!, change[key]];
      const inner = (value: unknown): value is JsonObject =>
        typeof value === 'object' && value !== null && !Array.isArray(value);
      return [key, fresh === undefined ? old : inner(old) && inner(fresh) ? merge(old, fresh) : fresh];
    }),
  );

const plainJson = (body: object): JsonObject => JSON.parse(JSON.stringify(body)) as JsonObject;

/** Another user changes an object, by the same rules as the API. */
const edit = (world: World, collection: string, id: string, change: object, user = 'admin'): void => {
  const spec = collectionAt(world, collection);
  const item = world.store.get(collection)?.get(id);
  if (!spec || !item) throw new Error(`lab: nothing at ${collection}/${id}`);
  const whole = renderMembers(spec.members, item.body, world.lookup, true);
  const known = Object.fromEntries(Object.entries(whole).filter(([key]) => spec.members[key]));
  replace(world, spec, collection, id, { ...merge(known, plainJson(change)), id }, user);
};

/** Another user makes or changes an object, or what it is on a device: its id. */
const touch = (world: World, { collection, body, user = 'admin', devices, place }: Touch): string => {
  const sent = plainJson(body);
  const spec = collectionAt(world, collection);
  if (sent['overrides'] !== undefined)
    return String(writeOverride(world, collection, sent, { user, again: true })['id']);
  const known = typeof sent['id'] === 'string' ? world.store.get(collection)?.get(sent['id']) : undefined;
  const units = devices ? devices.flatMap((name) => unitNamed(world, name) ?? []) : world.units;
  if (spec && known) edit(world, collection, known.id, sent, user);
  const item =
    known ??
    (spec?.verbs.includes('POST')
      ? create(world, spec, collection, sent, user)
      : { id: world.newId(), body: sent, user, changed: world.now(), revision: 1 });
  if (!world.store.get(collection)?.has(item.id)) keep(world, collection, item);
  if (place !== undefined) spec?.place?.(world, collection, item, new Map(Object.entries(place)));
  mark(
    world,
    units.map((unit) => unit.id),
    {
      id: item.id,
      name: String(item.body['name'] ?? item.id),
      type: spec?.type ?? String(sent['type'] ?? collection.split('/').pop()),
      action: known ? 'UPDATE' : 'ADD',
      user,
      parent: world.domain.id,
    },
  );
  return item.id;
};

/** What is in a domain, and what other users do there. */
export interface Hands {
  /** What a client would read at `object/hosts` or `policy/ftds2svpns/<id>/endpoints`, all pages, expanded. */
  objects(collection: string): readonly object[];
  /** The same with what it has from the domains above. */
  seen(collection: string): readonly object[];
  /** Another user makes or changes an object, or what it is on a device: its id. */
  touch(change: Touch): string;
  edit(collection: string, id: string, change: object, user?: string): void;
  /** Another user deletes one. */
  remove(collection: string, id: string, user?: string): void;
}

const shown = (world: World, collection: string, all: readonly Kept[]): readonly object[] => {
  const spec = collectionAt(world, collection);
  return all.map((kept) => (spec ? presentIn(world, spec, collection, kept) : { ...kept.item.body, id: kept.item.id }));
};

const removeIn = (world: World, collection: string, id: string, user = 'admin'): void => {
  const spec = collectionAt(world, collection);
  if (!spec) throw new Error(`lab: nothing at ${collection}`);
  remove(world, spec, collection, id, user);
};

export const handsOf = (world: World): Hands => ({
  objects: (collection) =>
    shown(
      world,
      collection,
      itemsOf(world, collection).map((item) => ({ home: world, item })),
    ),
  seen: (collection) => shown(world, collection, keptIn(world, collection)),
  touch: (change) => touch(world, change),
  edit: (collection, id, change, user) => edit(world, collection, id, change, user),
  remove: (collection, id, user) => removeIn(world, collection, id, user),
});
