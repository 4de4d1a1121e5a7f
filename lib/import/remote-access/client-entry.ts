import type { Declared } from '../read/judge';
import { finder, firstOf, refIn } from '../read/find-declared';

type Bag = Readonly<Record<string, unknown>>;

/** What protects clients on an interface of an ASA: the first place of the dynamic map that its crypto map has. */
export interface ClientEntry {
  readonly interface: string;
  readonly cryptoMap: string;
  readonly sequence: number;
  readonly dynamicMap: string;
  readonly dynamicSequence: number;
  readonly transformSet: Declared;
  /** Lifetime and route of its place, where it says them. */
  readonly further: Bag;
}

/** Or why there is none. */
export const clientEntry = (declared: readonly Declared[]): ClientEntry | string => {
  const find = finder(declared);
  const [entry, ...others] = find.of('crypto-map-entry').filter(({ props }) => props['dynamic'] !== undefined);
  if (entry === undefined) return 'no crypto map has a dynamic map for clients';
  if (others.length > 0) return 'several dynamic maps are for clients';
  const { map, sequence, dynamic } = entry.props as {
    readonly map: string;
    readonly sequence: number;
    dynamic: unknown;
  };
  const dynamicMap = find.at(dynamic);
  const outside = firstOf(find.named('crypto-map', map)?.props['interfaces']);
  const places = (dynamicMap?.props['entries'] ?? []) as readonly Bag[];
  const [place, ...more] = places;
  if (place === undefined || typeof outside !== 'string')
    return `the crypto map ${map} is on no interface, or its dynamic map is empty`;
  if (more.length > 0) return `the dynamic map ${refIn(dynamic)!.name} has ${places.length} places`;
  const proposals = (place['proposals'] ?? []) as readonly unknown[];
  const transformSet = find.at(firstOf(proposals));
  if (transformSet === undefined || proposals.length > 1)
    return `the dynamic map ${refIn(dynamic)!.name} has not one IPsec proposal but ${proposals.length}`;
  return {
    interface: outside,
    cryptoMap: map,
    sequence,
    dynamicMap: dynamicMap!.name,
    dynamicSequence: Number(place['sequence'] ?? 10),
    transformSet,
    further: Object.fromEntries(
      ['lifetimeSeconds', 'reverseRoute'].flatMap((key) => (place[key] === undefined ? [] : [[key, place[key]]])),
    ),
  };
};
