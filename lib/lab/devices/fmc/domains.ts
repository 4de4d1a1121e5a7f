import type { JsonObject } from '../../../kernel/json';
import { itemsOf, type Domain, type Item, type World } from './world';

/** What a list of a domain has: its own, and of objects also those of the domains above. */
export interface Kept {
  readonly home: World;
  readonly item: Item;
}

const isInherited = (collection: string): boolean => collection.startsWith('object/');

/** The worlds in which a domain sees objects of a collection, its own first. */
const seenFrom = (world: World, collection: string): readonly World[] =>
  world.above === undefined || !isInherited(collection) ? [world] : [world, ...seenFrom(world.above, collection)];

export const keptIn = (world: World, collection: string): readonly Kept[] =>
  seenFrom(world, collection).flatMap((home) => itemsOf(home, collection).map((item) => ({ home, item })));

/** The objects of a collection that a domain sees. */
export const itemsSeen = (world: World, collection: string): readonly Item[] =>
  keptIn(world, collection).map(({ item }) => item);

/** One object, wherever the domain has it from. */
export const keptAt = (world: World, collection: string, id: string): Kept | undefined =>
  seenFrom(world, collection)
    .map((home) => ({ home, item: home.store.get(collection)?.get(id) }))
    .find((kept): kept is Kept => kept.item !== undefined);

/** All domains below one. */
export const descendants = (world: World): readonly World[] =>
  world.below.flatMap((each) => [each, ...descendants(each)]);

/** All domains that a name must be free in: above and below. */
export const relatives = (world: World, collection: string): readonly World[] => [
  ...seenFrom(world, collection),
  ...(isInherited(collection) ? descendants(world) : []),
];

/** `Global \ Branch`: as objects name their domain. */
export const domainBody = ({ id, name }: Domain): JsonObject => ({
  id,
  name: name.replaceAll('/', ' \\ '),
  type: 'Domain',
});
