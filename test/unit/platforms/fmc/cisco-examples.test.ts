import type { RestGrammar } from '../../../../lib/desired/rest/grammar';
import { dig } from '../../../../lib/desired/rest/place';
import type { Json, JsonObject } from '../../../../lib/kernel/json';
import { grammarOf } from '../../../../lib/platforms/fmc/grammar';
import { fmcNouns, type FmcKind } from '../../../support/arbitraries';
import { ciscoExamples, type CiscoExample } from '../../../support/cisco-examples';
import { skipWithoutCisco } from '../../../support/cisco-schema';
import { writtenBodies } from '../../../support/fmc-written';

type Grammar = RestGrammar<Record<string, unknown>>;
const kinds = Object.keys(fmcNouns) as FmcKind[];
const grammarFor = (kind: FmcKind): Grammar => grammarOf(kind) as unknown as Grammar;

/** Where another source than Cisco's examples decides, or an example is of something else. */
const otherTypes: Readonly<Record<string, readonly [type: string, why: string]>> = {
  'object/ikev2policies': ['IKEv2Policy', 'the Terraform provider, tested by Cisco; the examples have Ikev2Policy'],
};

/** Words of examples that are of what is not declared here, with what they are. */
const strange: readonly (readonly [place: string, word: string, why: string])[] = [
  ['cert-trustpoint certificateParameters.countryCode', 'in', 'a country, in small letters'],
  ['cert-trustpoint-override certificateParameters.countryCode', 'in', 'a country, in small letters'],
  ['security-zone interfaceMode', 'ASA', 'of interfaces that no VPN is on'],
  ['address-pool addressType', 'RANGE', 'what a pool is without a word'],
];

const isWord = (value: Json | undefined): value is string =>
  typeof value === 'string' && /^[A-Z][A-Z0-9_-]+$/.test(value);

/** Every text in a value with where it stands; references are known by their id, and not by their words. */
const textsIn = (value: Json | undefined, at: string): readonly (readonly [at: string, text: string])[] => {
  if (typeof value === 'string') return [[at, value]];
  if (Array.isArray(value)) return value.flatMap((member: Json) => textsIn(member, `${at}[]`));
  if (typeof value !== 'object' || value === null || 'id' in value) return [];
  return Object.entries(value).flatMap(([key, member]) => textsIn(member, `${at}.${key}`));
};
/** Texts by where they stand, only where all are words. */
const wordsBy = (values: readonly (Json | undefined)[], at: string): ReadonlyMap<string, ReadonlySet<string>> => {
  const all = new Map<string, Set<string>>();
  for (const [where, text] of values.flatMap((value) => textsIn(value, at)))
    all.set(where, (all.get(where) ?? new Set()).add(text));
  return new Map([...all].filter(([, texts]) => [...texts].every(isWord)));
};

skipWithoutCisco()('Cisco’s examples', () => {
  let examples: readonly CiscoExample[];
  let written: ReturnType<typeof writtenBodies>;
  beforeAll(() => {
    examples = ciscoExamples();
    written = writtenBodies((kind) => (kind === 'access-list' ? 300 : 60));
  });
  const examplesAt = (path: string): readonly JsonObject[] =>
    examples.filter((one) => one.path === path).map(({ body }) => body);

  test('have the type of every body that is written', () => {
    const wrong = written.flatMap(({ path, body }) => {
      const types = new Set(examplesAt(path).flatMap(({ type }) => (typeof type === 'string' ? [type] : [])));
      const type = String(body['type']);
      const known = types.size === 0 || types.has(type) || otherTypes[path]?.[0] === type;
      return known ? [] : [`${path}: ${type} is written, the examples have ${[...types].join(', ')}`];
    });
    expect([...new Set(wrong)]).toEqual([]);
    expect(new Set(written.map(({ path }) => path)).size).toBeGreaterThan(25);
  });

  test('have no word at a place of ours that is not read as one that is written', () => {
    let compared = 0;
    const wrong = kinds.flatMap((kind) =>
      Object.values(grammarFor(kind).fields)
        .flatMap((field) => (field.form === 'written' ? field.leaves : []))
        .flatMap((leaf) => {
          const own = written.filter((one) => one.kind === kind && one.part === leaf.part);
          const ours = wordsBy([...own.map(({ body }) => dig(body, leaf.at)), leaf.absent], leaf.at);
          const shown = [...new Set(own.map(({ path }) => path))].flatMap(examplesAt);
          return shown.flatMap((body) => {
            const value = [leaf.at, ...(leaf.also ?? [])].map((at) => dig(body, at)).find((one) => one !== undefined);
            const read = value === undefined || value === null ? undefined : leaf.canonical(value);
            return textsIn(read, leaf.at).flatMap(([at, text]) => {
              const known = ours.get(at);
              compared += known === undefined ? 0 : 1;
              if (known === undefined || known.has(text)) return [];
              return strange.some(([where, word]) => where === `${kind} ${at}` && word === text)
                ? []
                : [`${kind} ${at}: ${text} is read as no word that is written`];
            });
          });
        }),
    );
    expect([...new Set(wrong)]).toEqual([]);
    expect(compared).toBeGreaterThan(300);
  });
});
