import { topologies } from './collections/topology';
import { mentions } from './shape';
import { idIn, itemsOf, unitOf, type Collection, type World } from './world';
import { records } from './collections/devices';

/** Every place where a reference to this id stands: its collection and its id. */
export const placesOf = (world: World, id: string): readonly { readonly collection: string; readonly id: string }[] =>
  [...world.store.entries()].flatMap(([collection, held]) =>
    [...held.values()]
      .filter((item) => item.id !== id && mentions(item.body, id))
      .map((item) => ({ collection, id: item.id })),
  );

/** The managed devices of a topology, by the id of their unit. */
export const unitsIn = (world: World, topologyId: string): readonly string[] => [
  ...new Set(
    itemsOf(world, `${topologies}/${topologyId}/endpoints`).flatMap(
      ({ body }) => unitOf(world, idIn(body['device']))?.id ?? [],
    ),
  ),
];

/** The devices that an object at this place makes out of date. What refers to an object may itself be referred to. */
const unitsAt = (world: World, place: string, id: string, seen: Set<string>): readonly string[] => {
  const target = /\?overrideTargetId=(.+)$/.exec(id)?.[1];
  if (target !== undefined) return [target];
  const [root, kind, parent] = place.split('/');
  const top = `${root}/${kind}`;
  const holder = parent ?? id;
  if (top === topologies) return unitsIn(world, holder);
  if (top === records) return unitOf(world, holder) ? [unitOf(world, holder)!.id] : [];
  if (root === 'policy' || root === 'assignment') return world.assigned(holder).map((unit) => unit.id);
  return usersOf(world, id, seen);
};
const usersOf = (world: World, id: string, seen: Set<string>): readonly string[] => {
  if (seen.has(id)) return [];
  seen.add(id);
  return placesOf(world, id).flatMap((place) => unitsAt(world, place.collection, place.id, seen));
};

/** The devices that a change to this object makes out of date. */
export const affected = (world: World, spec: Collection, collection: string, id: string): readonly string[] => {
  if (spec.scope === 'none') return [];
  const other = spec.goesWith?.(itemsOf(world, collection).find((item) => item.id === id)?.body ?? {});
  if (other !== undefined) return [...new Set(usersOf(world, other, new Set()))];
  return [...new Set(unitsAt(world, collection, id, new Set()))];
};
