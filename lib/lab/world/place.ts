import type { External } from '../../desired/item';
import type { PlatformId } from '../../model/targets';

/** A target of a program, as far as a simulated device in its place must know it. */
export interface Place {
  readonly id: string;
  readonly platform: PlatformId;
  readonly host: string;
  /** The declared release or version. */
  readonly release?: string;
  /** The domain of a manager that it is: `Global/Branch`. Default: Global. */
  readonly domain?: string;
  /** The program says that method lists decide on it already. */
  readonly aaaNewModel?: 'on';
  /** The files that a person reads, in one text. */
  readonly text: string;
  /** Addresses of what it declares. */
  readonly declares: readonly string[];
  /** What the program refers to and does not declare. */
  readonly externals: readonly {
    readonly kind: string;
    readonly name: string;
    /** First line of its section, of devices with a command line. */
    readonly header?: string;
    /** Where a manager keeps it. */
    readonly collection?: string;
    /** What the program says of it besides its name. */
    readonly key?: External<unknown>['key'];
  }[];
  /** The configuration that it boots with: a backup of the real device, or a part of one. Default: what the program refers to. */
  readonly boot?: string;
}

/** The same device under several targets, of one program or of several: what one declares the others find there. */
export const joinPlaces = (places: readonly Place[]): Place => {
  const declares = [...new Set(places.flatMap((place) => place.declares))];
  const externals = new Map(
    places.flatMap((place) => place.externals).map((each) => [`${each.kind}/${each.name}`, each]),
  );
  return {
    ...places.reduce((known, place) => ({ ...place, ...known })),
    text: places.map(({ text }) => text).join('\n'),
    declares,
    externals: [...externals].flatMap(([address, each]) => (declares.includes(address) ? [] : [each])),
  };
};
