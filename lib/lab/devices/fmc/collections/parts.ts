import type { JsonObject } from '../../../../kernel/json';
import { renderMembers, settleMembers } from '../shape';
import { itemsOf, keep, type Collection, type World } from '../world';

/** A child that comes and goes with its holder and is written by PUT only. */
export interface Part {
  readonly spec: Collection;
  /** The member of the holder that refers to it, where there is one. */
  readonly member?: string;
  /** The child has the id of its holder. */
  readonly sameId?: true;
  /** It stands whole in the holder, where the lab answers parts so. */
  readonly embedded?: true;
}

const wordOf = (holder: string, spec: Collection): string => spec.at.slice(`${holder}/*/`.length);

/** One child with nothing but what the FMC fills in. */
export const fillPart = (
  world: World,
  spec: Collection,
  id: string,
  user: string,
  childId?: string,
  own: JsonObject = {},
): void => {
  const filled = { ...settleMembers(loose(spec), {}, '', world.lookup), ...own };
  const body = spec.derive ? spec.derive(filled, world) : filled;
  const at = spec.at.replace('*', id);
  keep(world, at, { id: childId ?? world.newId(), body, user, changed: world.now(), revision: 1 });
};
/** What is required of a client is not yet there when the holder is new. */
const loose = (spec: Collection): Collection['members'] =>
  Object.fromEntries(Object.entries(spec.members).map(([key, shape]) => [key, { ...shape, required: false }]));

/** What a holder does with its children: makes them, takes them with it, and refers to them. */
export const holding = (holder: string, parts: readonly Part[], lists: Readonly<Record<string, string>> = {}) => {
  const offered = (world: World): readonly Part[] => parts.filter(({ spec }) => world.offers(spec, 'GET'));
  return {
    created: (world: World, id: string, user: string): void =>
      offered(world).forEach(({ spec, sameId }) => fillPart(world, spec, id, user, sameId ? id : undefined)),
    owns: (id: string): readonly string[] => [
      ...parts.map(({ spec }) => spec.at.replace('*', id)),
      ...Object.keys(lists).map((word) => `${holder}/${id}/${word.toLowerCase()}`),
    ],
    refers: (world: World, id: string): JsonObject => {
      const self = `${world.base}/${holder}/${id}`;
      const children = offered(world).flatMap(
        ({ spec, member, embedded }): readonly (readonly [string, JsonObject])[] => {
          const word = wordOf(holder, spec);
          const [child] = itemsOf(world, `${holder}/${id}/${word}`);
          if (!child || !member) return [];
          const own = embedded && world.embeds ? renderMembers(spec.members, child.body, world.lookup) : {};
          return [[member, { ...own, id: child.id, type: spec.type, links: { self: `${self}/${word}/${child.id}` } }]];
        },
      );
      const stubs = Object.entries(lists).map(([word, type]): readonly [string, JsonObject] => [
        word,
        { refType: 'list', type, links: { self: `${self}/${word.toLowerCase()}` } },
      ]);
      return Object.fromEntries([...children, ...stubs]);
    },
  };
};
