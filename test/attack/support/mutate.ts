import fc from 'fast-check';

/** One change of a text. `at` and `more` are taken as parts of its length. */
interface Mutation {
  readonly kind: number;
  readonly at: number;
  readonly more: number;
  readonly noise: string;
}

/** No input is longer: what a device may send without an end is the concern of the connection. */
export const maxBytes = 16_384;

const tokens = [
  '\r\n',
  '\n',
  '\0',
  '\u001b[2J',
  '\u009b',
  '\u202e',
  '\ud800',
  '^C',
  '^C^C',
  '!',
  'no ',
  'end',
  ': end',
  'exit',
  '"',
  '\\',
  '{',
  '}',
  '[',
  ']',
  '=',
  ',',
  ':',
  '<secret:other>',
  '__proto__',
  'constructor',
  'toString',
  '-1',
  '0',
  '1e309',
  '99999999999999999999',
  'null',
  'true',
  '255.255.255.256',
  'fe80::1%eth0',
  '*'.repeat(40),
  'é'.repeat(9),
];
const noise = fc.oneof(fc.constantFrom(...tokens), fc.string({ unit: 'binary', maxLength: 12 }));
const part = fc.double({ min: 0, max: 1, noNaN: true });
const mutation: fc.Arbitrary<Mutation> = fc.record({ kind: fc.nat(8), at: part, more: part, noise });

const lineAt = (text: string, at: number): readonly [number, number] => {
  const begins = text.lastIndexOf('\n', at - 1) + 1;
  const ends = text.indexOf('\n', begins);
  return [begins, ends === -1 ? text.length : ends + 1];
};

const nested = (depth: number, noise: string): string =>
  Array.from({ length: depth }, (_, i) => `${' '.repeat(Math.min(i, 60))}x${noise.slice(0, 2)}`).join('\n');

const changed = (text: string, { kind, at, more, noise }: Mutation, other: string): string => {
  const from = Math.floor(at * text.length);
  const to = Math.min(text.length, from + Math.floor(more * 80));
  const [begins, ends] = lineAt(text, from);
  const changes: readonly (() => string)[] = [
    () => text.slice(0, from) + noise + text.slice(from),
    () => text.slice(0, from) + noise + text.slice(to),
    () => text.slice(0, from) + text.slice(to),
    () => text.slice(0, from),
    () => text.slice(0, to) + text.slice(from),
    () => text.slice(0, begins) + text.slice(ends),
    () => text.slice(0, ends) + text.slice(begins),
    () => text.slice(0, from) + other.slice(Math.floor(more * other.length)),
    () => `${text.slice(0, begins)}${nested(Math.floor(more * 60), noise)}\n${text.slice(begins)}`,
  ];
  return changes[kind]!().slice(0, maxBytes);
};

/** Texts of a format with something done to them, up to eight times; and now and then no text of it at all. */
export const mutated = (seeds: readonly string[]): fc.Arbitrary<string> =>
  fc.oneof(
    { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 60 }) },
    {
      weight: 19,
      arbitrary: fc
        .tuple(fc.nat(seeds.length - 1), fc.nat(seeds.length - 1), fc.array(mutation, { minLength: 1, maxLength: 8 }))
        .map(([one, other, all]) =>
          all.reduce((text, mutation) => changed(text, mutation, seeds[other]!), seeds[one]!),
        ),
    },
  );

type Place = { readonly holder: Record<string, unknown>; readonly key: string };
const placesIn = (value: unknown): readonly Place[] =>
  typeof value !== 'object' || value === null
    ? []
    : Object.keys(value).flatMap((key) => [
        { holder: value as Record<string, unknown>, key },
        ...placesIn((value as Record<string, unknown>)[key]),
      ]);

const deep = (depth: number): unknown => {
  let value: unknown = 'x';
  for (let i = 0; i < depth; i++) value = i % 2 === 0 ? [value] : { id: value };
  return value;
};
const odd = fc.oneof(
  fc.constantFrom<unknown>(null, true, 0, -1, 1e21, '', [], {}, [null], [[]], { id: null }, { name: {} }, [{ id: 7 }]),
  fc.string({ unit: 'binary', maxLength: 8 }),
  fc.nat(100).map(deep),
  fc.jsonValue({ maxDepth: 2 }),
);

/** Values of a format with up to four members replaced or taken out. */
export const mutatedJson = (seeds: readonly unknown[]): fc.Arbitrary<unknown> =>
  fc
    .tuple(
      fc.nat(seeds.length - 1),
      fc.array(fc.record({ at: part, value: odd, gone: fc.boolean() }), { minLength: 1, maxLength: 4 }),
    )
    .map(([seed, all]) => {
      const value = structuredClone(seeds[seed]);
      for (const { at, value: instead, gone } of all) {
        const places = placesIn(value);
        const place = places[Math.floor(at * places.length * 0.999)];
        if (place === undefined) continue;
        if (gone) delete place.holder[place.key];
        else place.holder[place.key] = structuredClone(instead);
      }
      return value;
    });
