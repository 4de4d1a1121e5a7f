import type { Json } from '../../../../lib/kernel/json';
import { nouns, type NounOf } from '../../../../lib/model/nouns';
import { bounds } from '../../../support/fmc-bounds';
import type { CiscoApi } from '../../../support/cisco-schema';
import { ciscoIsPresent, skipWithoutCisco } from '../../../support/cisco-schema';
import { freeText, leftOut, namedElsewhere } from '../../../support/fmc-left-out';
import { requestsFor } from '../../../support/fmc-requests';
import { membersBySchema, writtenValues } from '../../../support/fmc-written';

/**
 * Every word and every bound of Cisco's specification: what many random nouns write is laid beside what the schema names.
 * A word that nobody writes needs a reason; a number that no bound watches over needs one too.
 */

let api: CiscoApi;
let seen: Map<string, Set<Json>>;
beforeAll(() => {
  // The names of certificate parts are many, and stand in few profiles.
  if (ciscoIsPresent)
    ({ api, seen } = writtenValues((kind) =>
      kind === 'ra-connection-profile' ? 1200 : kind === 'access-list' ? 440 : 220,
    ));
});
const schemasWritten = (): readonly string[] => [
  ...new Set([...seen.keys()].map((place) => place.slice(0, place.lastIndexOf(' ')))),
];
/** Every place with known words, in the schemas of bodies that are written. */
const wordsOf = (): readonly (readonly [place: string, values: readonly string[]])[] => [
  ...schemasWritten()
    .filter((schema) => !schema.startsWith('form '))
    .flatMap((schema) =>
      api
        .places(schema)
        .flatMap(({ at, values }) => (values === undefined ? [] : [[`${schema} ${at}`, values] as const])),
    ),
  ...Object.entries(namedElsewhere),
];

skipWithoutCisco()('words', () => {
  test('each word that Cisco names is written by some noun, or left out with a reason', () => {
    const lacking = wordsOf().flatMap(([place, values]) => {
      const written = new Set([...(seen.get(place) ?? [])].map(String));
      const excused = leftOut.filter(({ at }) => at.test(place)).flatMap((row) => row.values ?? values);
      const missing = values.filter((value) => !written.has(value) && !excused.includes(value));
      return missing.length === 0 ? [] : [`${place}: ${missing.join(' ')}`];
    });
    expect(lacking).toEqual([]);
  });
  test('no other word is written there', () => {
    const known = new Map<string, readonly string[]>(wordsOf());
    const strange = [...seen].flatMap(([place, values]) => {
      const words = known.get(place);
      if (words === undefined) return [];
      return [...values].filter((value) => !words.includes(String(value))).map((value) => `${place}: ${String(value)}`);
    });
    expect(strange).toEqual([]);
  });
  test('each reason is about something that stands in the specification and is not written', () => {
    const stale = leftOut.filter(({ at, values }) => {
      const places = wordsOf().filter(([place]) => at.test(place));
      const written = places.flatMap(([place]) => [...(seen.get(place) ?? [])].map(String));
      const about = places.flatMap(([, all]) => all);
      return (
        places.length === 0 ||
        (values === undefined
          ? written.length > 0
          : values.some((value) => written.includes(value) || !about.includes(value)))
      );
    });
    expect(stale).toEqual([]);
  });
  test('each text that is written has known words, or is one of the user’s own', () => {
    const known = new Map<string, readonly string[]>(wordsOf());
    const unlisted = [...seen].flatMap(([place, values]) =>
      known.has(place) || freeText.some((free) => free.test(place)) || ![...values].some((v) => typeof v === 'string')
        ? []
        : [`${place}: ${[...values].slice(0, 3).map(String).join(' ')}`],
    );
    expect(unlisted).toEqual([]);
  });
});

/** Numbers that are written and are not bound of a row, each with the reason. */
const unbounded: readonly (readonly [place: RegExp, why: string])[] = [
  [/diffieHellmanGroups|modulusGroup/, 'words: see above'],
  [/^Realm updateInterval$/, 'words: the schema of the noun lists them'],
  [/^IPv4AddressPool supernetPrefix$/, 'the length of a network, checked there'],
  [
    /^(FTDVTIInterface tunnelId|FTDLoopbackInterface loopbackId)$/,
    'the number in the name of the interface, checked there',
  ],
];

/** `0-180 days`, `from 5 to 3600 seconds`, `minimum time is 1 minute, the maximum time is 35791394 minutes`. */
const rangeIn = (says: string): readonly [number, number] | undefined => {
  const found = /(\d+)\s*(?:-|to)\s*(\d+)/.exec(says) ?? /minimum \D*(\d+)\D*maximum \D*(\d+)/.exec(says) ?? undefined;
  return found && [Number(found[1]), Number(found[2])];
};

skipWithoutCisco()('numbers', () => {
  /** Where each row of the bounds is written: places that hold the lowest value for the lowest, and the highest for the highest. */
  const placesOf = ([kind, field, lowest, highest, base, at]: (typeof bounds)[number]): readonly string[] => {
    const holding = (n: number): readonly string[] => {
      const noun = nouns[kind].schema.parse({ ...base, ...(at ? at(n) : { [field]: n }) }) as NounOf<typeof kind>;
      return membersBySchema(api, requestsFor(kind, noun).requests)
        .filter(([, value]) => value === n || value === String(n))
        .map(([place]) => place);
    };
    const top = new Set(holding(highest));
    return [...new Set(holding(lowest))].filter((place) => top.has(place));
  };
  const watched = () => bounds.map((row) => [row, placesOf(row)] as const);

  test('each bound is of a place that is written', () => {
    const unwritten = watched().filter(([, places]) => places.length === 0);
    expect(unwritten.map(([[kind, field]]) => `${kind} ${field}`)).toEqual([]);
  });
  test('each number that is written has its bounds tried, or a reason', () => {
    const all = new Set(watched().flatMap(([, places]) => places));
    const free = [...seen]
      .filter(([, values]) => [...values].some((value) => typeof value === 'number'))
      .map(([place]) => place)
      .filter((place) => !all.has(place) && !unbounded.some(([at]) => at.test(place)));
    expect(free).toEqual([]);
  });
  test('bounds that the specification says in words are those', () => {
    const said = new Map<string, readonly [number, number] | undefined>(
      schemasWritten()
        .filter((schema) => !schema.startsWith('form '))
        .flatMap((schema) => api.places(schema).map(({ at, says }) => [`${schema} ${at}`, rangeIn(says)] as const)),
    );
    const other = watched().flatMap(([[kind, field, lowest, highest], places]) =>
      places.flatMap((place) => {
        const range = said.get(place);
        return range === undefined || (range[0] === lowest && range[1] === highest)
          ? []
          : [`${kind} ${field}: ${lowest} to ${highest}, Cisco says ${range.join(' to ')} of ${place}`];
      }),
    );
    expect(other).toEqual([]);
    expect([...said.values()].filter((range) => range !== undefined).length).toBeGreaterThan(15);
  });
});
