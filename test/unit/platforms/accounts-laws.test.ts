import fc from 'fast-check';
import { isCreation, restDialect } from '../../../lib/desired/rest/dialect';
import type { RestGrammar } from '../../../lib/desired/rest/grammar';
import { lowerRest } from '../../../lib/desired/rest/lower';
import { bodyOf, readObject, type RestObject } from '../../../lib/desired/rest/object';
import { fieldsIn } from '../../../lib/desired/rest/read-noun';
import { saying, withLeft } from '../../../lib/desired/rest/saying';
import type { JsonObject } from '../../../lib/kernel/json';
import { nouns, type Kind } from '../../../lib/model/nouns';
import { otherSecret } from '../../../lib/model/secret';
import { grammarOf as duoGrammar } from '../../../lib/platforms/duo-admin/grammar';
import { grammarOf as iseGrammar } from '../../../lib/platforms/ise/grammar';
import { duoNounsAtRandom } from '../../support/arbitraries/accounts';
import { iseNounsAtRandom } from '../../support/arbitraries/ise';
import { holds } from '../../support/properties';

type AnyGrammar = RestGrammar<Record<string, unknown>>;
const book = { judge: (marker: string) => marker, reveal: (text: string) => text };
const all = [
  ...Object.entries(iseNounsAtRandom).map((entry) => [...entry, iseGrammar] as const),
  ...Object.entries(duoNounsAtRandom).map((entry) => [...entry, duoGrammar] as const),
];

describe.each(all)('%s', (kindName, nounsAtRandom, grammarOf) => {
  const kind = kindName as Kind;
  const arbitrary = nounsAtRandom as fc.Arbitrary<{ readonly name: string }>;
  const objectOf = (noun: { readonly name: string }): RestObject => {
    const resource = { kind, name: noun.name, path: 'stack/x', noun: noun as never };
    const { desired, problems } = lowerRest([resource], grammarOf, 'it');
    expect(problems).toEqual([]);
    return desired.items[0]!.content;
  };
  /** What stands there after the steps: the body, and what was joined to it. */
  const stored = (object: RestObject, more: JsonObject = {}): Readonly<Record<string, JsonObject>> => ({
    '': { ...bodyOf(object, ''), ...more },
    ...Object.fromEntries(
      (object.manner?.joined ?? []).map((key) => {
        const [part, at] = key.split('#') as [string, string];
        return [part, { [at]: object.leaves[key] ?? [] }];
      }),
    ),
  });

  test('what the arbitrary gives is what the schema takes, unchanged', () =>
    holds(fc.property(arbitrary, (noun) => expect(nouns[kind].schema.parse(noun)).toEqual(noun))));

  test('is read from an answer that says more as it was written', () =>
    holds(
      fc.property(arbitrary, (noun) => {
        const written = objectOf(noun);
        const read = readObject(
          grammarOf(kind) as unknown as AnyGrammar,
          written,
          stored(written, { id: 'x', link: { rel: 'self' } }),
          book,
        );
        expect(read).toEqual(written);
        expect(restDialect.steps(read, written)).toEqual([]);
      }),
    ));

  test('is read as a noun that writes the same, no field of it lost', () =>
    holds(
      fc.property(arbitrary, (noun) => {
        const written = objectOf(noun);
        const grammar = grammarOf(kind) as unknown as AnyGrammar;
        const read = withLeft(grammar, fieldsIn(grammar, stored(written)));
        expect(read.unread).toEqual([]);
        const given = Object.entries(noun);
        const outside = given.filter(([field]) => grammar.fields[field]?.form === 'elsewhere');
        const secrets = given.filter(([field]) => read.fields[field] === otherSecret);
        const props = { ...saying(kind, noun.name, read, Object.fromEntries(outside)), ...Object.fromEntries(secrets) };
        expect(objectOf(nouns[kind].schema.parse({ ...props, name: noun.name }) as typeof noun)).toEqual(written);
      }),
    ));

  test('is created by one request, changed by others, and what is changed back is as it was', () =>
    holds(
      fc.property(arbitrary, arbitrary, (a, b) => {
        const [from, to] = [objectOf(a), objectOf({ ...b, name: a.name })];
        expect(restDialect.steps(undefined, to).filter(isCreation)).toHaveLength(1);
        const [there, back] = [restDialect.steps(from, to), restDialect.steps(to, from)];
        expect([...there, ...back].filter(isCreation)).toEqual([]);
        expect(there.length === 0).toBe(back.length === 0);
        const joins = (steps: typeof there, method: string) =>
          steps.filter((step) => step.part !== '' && step.method === method).length;
        expect(joins(there, 'POST')).toBe(joins(back, 'DELETE'));
        expect(restDialect.differences(from, to).length === 0).toBe(there.length === 0);
      }),
    ));
});
