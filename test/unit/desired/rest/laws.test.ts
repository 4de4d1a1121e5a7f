import fc from 'fast-check';
import type { RestGrammar } from '../../../../lib/desired/rest/grammar';
import { restDialect, type RestStep } from '../../../../lib/desired/rest/dialect';
import { lowerRest } from '../../../../lib/desired/rest/lower';
import { bodyOf, nounOfObject, readObject, type RestObject } from '../../../../lib/desired/rest/object';
import type { Json, JsonObject } from '../../../../lib/kernel/json';
import { nouns, type Kind, type NounOf } from '../../../../lib/model/nouns';
import { isRef, nameOf } from '../../../../lib/model/noun';
import { grammarOf } from '../../../../lib/platforms/fmc/grammar';
import { fmcNouns, fmcSurroundings, proposalNoun, type FmcKind } from '../../../support/arbitraries';
import { holds } from '../../../support/properties';

type AnyGrammar = RestGrammar<Record<string, unknown>>;
const kinds = Object.keys(fmcNouns) as FmcKind[];
const grammarFor = (kind: Kind) => grammarOf(kind) as unknown as AnyGrammar;
const book = { judge: (marker: string) => marker, reveal: (text: string) => text };

const objectOf = (kind: Kind, noun: object, proposal?: NounOf<'ikev2-proposal'>): RestObject => {
  const name = nameOf(nouns[kind], noun);
  const around = fmcSurroundings
    .filter((r) => !(r.kind === kind && r.name === name))
    .map((r) => (r.kind === 'ikev2-proposal' && proposal ? { ...r, noun: proposal } : r));
  const { desired, problems } = lowerRest(
    [...around, { kind, name, path: 'stack/x', noun: noun as never }],
    grammarOf,
    'the FMC',
  );
  expect(problems).toEqual([]);
  return desired.items.find((item) => item.kind === kind && item.name === name)!.content;
};

const isMembers = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !isRef(value);

/** Where a rule stands is answered, and never sent. */
const placeOf = (object: RestObject, part: string): JsonObject =>
  Object.entries(object.leaves)
    .filter(([key]) => key.startsWith(`${part}#metadata.`))
    .reduce((all, [key, value]) => ({ ...all, [key.split('.')[1]!]: value }), {});

/** What the FMC answers for what was written: more than that, in another order, numbers as text, defaults left out. */
const noisy = (object: RestObject, part: string): JsonObject => {
  const body = bodyOf(object, part);
  const asText = (value: Json, key: string): Json =>
    typeof value === 'number' && /lifetime|metric|priority/i.test(key) ? String(value) : value;
  const own = Object.entries(body).map(([key, value]) => [key, asText(value, key)] as const);
  return Object.fromEntries<Json>([
    ['links', { self: 'https://fmc/api/x' }],
    ['metadata', { timestamp: 1, domain: { name: 'Global', id: 'e276abec' }, ...placeOf(object, part) }],
    // A field where the noun has it.
    ['overridable', false],
    ...own.reverse(),
    ['version', '1.0'],
  ]);
};
/** What is a default is not answered. */
const sparse = (grammar: AnyGrammar, object: RestObject, part: string): JsonObject => {
  const body: Record<string, Json> = { ...bodyOf(object, part), metadata: placeOf(object, part) };
  for (const field of Object.values(grammar.fields))
    if (field.form === 'written')
      for (const leaf of field.leaves)
        if (
          leaf.part === part &&
          leaf.absent !== undefined &&
          JSON.stringify(body[leaf.at]) === JSON.stringify(leaf.absent)
        )
          delete body[leaf.at];
  return body;
};
const parts = (object: RestObject) => ['', ...object.parts, ...(object.beside ? [object.beside.part] : [])];

describe.each(kinds)('%s', (kind) => {
  const grammar = grammarFor(kind);
  const arbitrary = fc.tuple(fmcNouns[kind] as fc.Arbitrary<NounOf<FmcKind>>, proposalNoun);

  test('what the arbitrary gives is what the schema takes, unchanged', () =>
    holds(fc.property(arbitrary, ([noun]) => expect(nouns[kind].schema.parse(noun)).toEqual(noun))));

  test('is read from an answer full of noise as it was written', () =>
    holds(
      fc.property(arbitrary, ([noun, proposal]) => {
        const written = objectOf(kind, noun, proposal);
        for (const answer of [noisy, (o: RestObject, part: string) => sparse(grammar, o, part)]) {
          const bodies = Object.fromEntries(parts(written).map((part) => [part, answer(written, part)]));
          const read = readObject(grammar, written, bodies, book);
          expect(read).toEqual(written);
          expect(restDialect.steps(read, written)).toEqual([]);
        }
      }),
    ));

  test('gives back the fields of the noun that can be read', () =>
    holds(
      fc.property(arbitrary, ([noun, proposal]) => {
        const read = nounOfObject(grammar, objectOf(kind, noun, proposal)) as Record<string, unknown>;
        const own = noun as Record<string, unknown>;
        const bare = (value: unknown) =>
          JSON.parse(
            JSON.stringify(value, (key, v: unknown) => (key === 'external' || key === 'key' ? undefined : v)),
          ) as unknown;
        const sorted = (value: unknown) =>
          Array.isArray(value) ? [...value].sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)) : value;
        for (const [field, value] of Object.entries(read))
          // A line of a list has several spellings, and of members defaults are left out: what is written is compared below.
          if (own[field] !== undefined && field !== 'entries' && !isMembers(value))
            // What is not declared of it stands there by its default.
            expect([field, sorted(bare(value))]).toMatchObject([field, sorted(bare(own[field]))] as object);
      }),
    ));

  test('written again what was read of it is the same object', () =>
    holds(
      fc.property(arbitrary, ([noun, proposal]) => {
        const written = objectOf(kind, noun, proposal);
        expect(objectOf(kind, { ...noun, ...nounOfObject(grammar, written), name: noun.name }, proposal)).toEqual(
          written,
        );
      }),
    ));

  test('changed into another, and back, is itself: every step is a PUT of what differs', () =>
    holds(
      fc.property(arbitrary, arbitrary, ([a, p], [b, q]) => {
        const twin = { ...b, name: a.name, ...('extranet' in a === 'extranet' in b ? {} : { name: b.name }) };
        const [from, to] = [objectOf(kind, a, p), objectOf(kind, twin, q)];
        if (from.identity !== to.identity || from.collection !== to.collection) return;
        const apply = (object: RestObject, steps: readonly RestStep[]): JsonObject => {
          const bodies: Record<string, JsonObject> = Object.fromEntries(
            parts(object).map((part) => [part, bodyOf(object, part)]),
          );
          for (const step of steps) {
            expect(step.method).toBe('PUT');
            const { id, ...body } = step.body as { id: Json } & JsonObject;
            // An override has the id of its object in every body.
            const own = object.fixed['']?.['id'] ?? object.id ?? `{${object.identity}}`;
            expect(id).toBe(step.part === '' ? own : `{${object.identity}#${step.part}}`);
            bodies[step.part] = object.requests === undefined ? body : { id, ...body };
          }
          return bodies;
        };
        const bodies = (object: RestObject) =>
          Object.fromEntries(parts(object).map((part) => [part, bodyOf(object, part)]));
        expect(apply(from, restDialect.steps(from, to))).toEqual(bodies(to));
        expect(apply(to, restDialect.steps(to, from))).toEqual(bodies(from));
        expect(restDialect.steps(from, from)).toEqual([]);
        expect(restDialect.differences(from, to).length === 0).toBe(restDialect.steps(from, to).length === 0);
      }),
    ));
});
