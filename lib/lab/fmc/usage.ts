import { topologies } from './topology';
import { mentions } from './shape';
import { idIn, itemsOf, unitOf, type Collection, type World } from './world';
import { records } from './devices';

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

/** The devices that a change to this object makes out of date. */
export const affected = (world: World, spec: Collection, collection: string, id: string): readonly string[] => {
  const words = collection.split('/');
  const at = (place: string, own: string): readonly string[] => {
    const [, , parent] = place.split('/');
    if (place === topologies) return unitsIn(world, own);
    if (place.startsWith(`${topologies}/`)) return unitsIn(world, parent!);
    if (place.startsWith(`${records}/`)) return unitOf(world, parent!)?.id ? [unitOf(world, parent!)!.id] : [];
    return [];
  };
  if (spec.scope === 'none') return [];
  if (spec.scope !== 'users') return at(words.join('/'), id);
  return [...new Set(placesOf(world, id).flatMap((place) => at(place.collection, place.id)))];
};
