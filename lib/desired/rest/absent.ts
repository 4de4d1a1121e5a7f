import type { Absent } from '../item';
import type { RestObject } from './object';
import { identitiesIn, type Names } from './names';

/** Of what was looked for and is not there, by identity: what is there in its place, or in the place of what it is kept in. */
export const absentIn = (
  scope: readonly RestObject[],
  live: ReadonlyMap<string, RestObject>,
  names: Names,
): ReadonlyMap<string, Absent> =>
  new Map(
    scope.flatMap(({ identity, collection }): (readonly [string, Absent])[] => {
      if (live.has(identity)) return [];
      const around = [identity, ...identitiesIn(collection)].filter((one) => names.find(one) === undefined);
      const offer = around.map((one) => names.offered(one)).find((one) => one !== undefined);
      return offer === undefined ? [] : [[identity, offer]];
    }),
  );
