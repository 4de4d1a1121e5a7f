import type { Json, JsonObject } from '../../kernel/json';
import type { Alternatives } from './grammar';
import { dig, isBlank } from './place';

/** What an object writes, and between what it chooses. */
interface Choosing {
  readonly fixed: Readonly<Record<string, JsonObject>>;
  readonly leaves: Readonly<Record<string, Json>>;
  readonly alternatives?: readonly Alternatives[];
}
type Bodies = Readonly<Record<string, JsonObject | undefined>>;

const partOf = ({ part = '' }: { readonly part?: string }): string => part;

/** Whether a place stands in what an object writes, or something above or below it does. */
const writes = ({ leaves, fixed }: Choosing, part: string, at: string): boolean =>
  (fixed[part] !== undefined && dig(fixed[part], at) !== undefined) ||
  Object.entries(leaves).some(([key, value]) => {
    if (!key.startsWith(`${part}#`)) return false;
    const own = key.slice(part.length + 1);
    if (own === at || own.startsWith(`${at}.`)) return true;
    return at.startsWith(`${own}.`) && dig(value, at.slice(own.length + 1)) !== undefined;
  });

/** The places of a part that must go, because the object writes another set of them. */
export const losersOf = (object: Choosing, part: string): readonly string[] =>
  (object.alternatives ?? [])
    .filter((group) => partOf(group) === part)
    .flatMap(({ sets }) => {
      const winner = sets.find((places) => places.some((at) => writes(object, part, at)));
      return winner === undefined ? [] : sets.filter((places) => places !== winner).flat();
    });

/** What is answered at the places of the other sets, by key: it differs from what is written. `known`: keys of fields. */
export const losersIn = (
  like: Choosing,
  bodies: Bodies,
  known: ReadonlySet<string>,
): Readonly<Record<string, Json>> => {
  const shown = (like.alternatives ?? []).filter(({ quiet }) => !quiet);
  return Object.fromEntries(
    [...new Set(shown.map(partOf))].flatMap((part) =>
      losersOf({ ...like, alternatives: shown }, part).flatMap((at): [string, Json][] => {
        const [key, value] = [`${part}#${at}`, dig(bodies[part], at)];
        const covered = [...known].some((one) => one === key || key.startsWith(`${one}.`) || one.startsWith(`${key}.`));
        return covered || value === undefined || isBlank(value) ? [] : [[key, value]];
      }),
    ),
  );
};
