import fc from 'fast-check';
import { cliDialect, parseTree } from '../../../support/cli';
import type { CliGrammar } from '../../../../lib/desired/cli/grammar';
import { readNoun } from '../../../../lib/desired/cli/read-noun';
import { write, type Section } from '../../../../lib/desired/cli/section';
import { renderTree } from '../../../../lib/desired/cli/tree';
import { sameJson } from '../../../../lib/kernel/json';
import { nouns, type NounOf } from '../../../../lib/model/nouns';
import { secretMarker, secretsOf, type SecretRef } from '../../../../lib/model/secret';
import { wording } from '../../../../lib/model/wording';
import { configurationOf, normalize } from '../../../../lib/platforms/iosxe/normalize';
import { grammarOf } from '../../../../lib/platforms/iosxe/grammar';
import { routerNouns, type RouterKind } from '../../../support/arbitraries';
import { holds } from '../../../support/properties';
import { contents, deviceFor, heldOf } from '../../../support/section-model';

type Bag = Record<string, unknown>;
const kinds = Object.keys(routerNouns) as RouterKind[];
const grammarFor = (kind: RouterKind) => grammarOf(kind) as unknown as CliGrammar<Bag>;
const arbitrary = (kind: RouterKind) => routerNouns[kind] as fc.Arbitrary<NounOf<RouterKind>>;
const noSecrets = { judge: (marker: string) => marker, reveal: (text: string) => text };

/** A section as text, in the shape in which a device prints it; also what a device would hide. */
const textOf = (section: Section): string =>
  section.shape === 'top'
    ? renderTree(section.entries as never).join('\n')
    : cliDialect
        .steps(undefined, section)
        .flatMap((step) => step.lines)
        .filter((line) => line.trim() !== 'exit')
        .join('\n');

/** What was read of a secret is its marker; the reference is found again by it. */
const withSecrets = (value: unknown, known: ReadonlyMap<string, SecretRef>): unknown => {
  if (Array.isArray(value)) return value.map((member) => withSecrets(member, known));
  if (typeof value !== 'object' || value === null) return value;
  const shown = (value as { text?: string }).text;
  if (typeof shown === 'string' && known.has(shown)) return known.get(shown);
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, withSecrets(member, known)]));
};

/** What tells one object of the kind from another. */
const identityOf = (grammar: CliGrammar<Bag>, noun: Bag): Bag => {
  if (grammar.form === 'none' || grammar.form === 'file') return { name: noun['name'] };
  const key = grammar.form === 'statement' ? grammar.words : grammar.key;
  const read = key?.read(key.print(noun), 0);
  return { name: noun['name'], ...(read && 'value' in read ? read.value : {}) };
};

/** Two nouns of one kind that are the same object on the device. */
const pair = (kind: RouterKind): fc.Arbitrary<readonly [Section, Section]> =>
  fc.tuple(arbitrary(kind), arbitrary(kind)).map(([a, b]) => {
    const grammar = grammarFor(kind);
    const other = Object.entries(b).filter(([field]) => !(field in identityOf(grammar, b as Bag)));
    const same = { ...Object.fromEntries(other), ...identityOf(grammar, a) };
    return [write(grammar, a as Bag), write(grammar, same)] as const;
  });

/** Lines as text are read as lines of no field. */
const asText = (grammar: CliGrammar<Bag>, noun: Bag): readonly string[] =>
  'fields' in grammar && grammar.fields['lines']?.form === 'verbatim' ? ((noun['lines'] ?? []) as string[]) : [];

/** What the device prints where nothing was declared. */
const filledOf = (grammar: CliGrammar<Bag>): Bag =>
  Object.fromEntries(
    Object.entries('fields' in grammar ? (grammar.fields as Record<string, { defaultShown?: unknown }>) : {}).flatMap(
      ([name, { defaultShown: filled }]) => (filled === undefined ? [] : [[name, filled]]),
    ),
  );

describe.each(kinds)('%s', (kind) => {
  const grammar = grammarFor(kind);

  test('has no two lines that take the place of each other', () =>
    holds(
      fc.property(arbitrary(kind), (noun) => {
        const slots = write(grammar, noun as Bag).entries.map(({ key: slot }) => slot);
        expect(slots).toEqual([...new Set(slots)]);
      }),
    ));

  test('what the arbitrary gives is what the schema takes, unchanged', () =>
    holds(
      fc.property(arbitrary(kind), (noun) => {
        expect(nouns[kind].schema.parse(noun, { error: wording })).toEqual(noun);
      }),
    ));

  const hasNoHeader = kind === 'raw-config';
  test('is read back as it was written', () =>
    holds(
      fc.property(arbitrary(kind), (noun) => {
        if (hasNoHeader) return;
        const known = new Map(secretsOf(noun).map((ref) => [secretMarker(ref), ref]));
        const read = readNoun(grammar, parseTree(textOf(write(grammar, noun as Bag))));
        const unread = asText(grammar, noun);
        expect(read?.unknown.map(({ text }) => text)).toEqual(unread);
        const lines = unread.length > 0 ? { lines: unread } : {};
        const found = { name: noun.name, ...(withSecrets(read!.noun, known) as object), ...lines };
        const again = nouns[kind].schema.safeParse(found);
        expect(again.error).toBeUndefined();
        const said = grammar.form === 'statements' && grammar.through ? grammar.through.lines(noun) : noun;
        expect({ ...(again.data as object), name: noun.name }).toEqual({ ...filledOf(grammar), ...said });
      }),
    ));

  test('is live as it was declared: normalize of its text is its section', () =>
    holds(
      fc.property(arbitrary(kind), (noun) => {
        const wanted = write(grammar, noun as Bag);
        const found = normalize(configurationOf(`${textOf(wanted)}\nend\n`, 'edge'), noSecrets, (header) =>
          header === wanted.header ? wanted : undefined,
        );
        const seen = found.get(wanted.header)!;
        expect(seen).toBeDefined();
        expect(cliDialect.steps(seen, wanted)).toEqual([]);
        expect(cliDialect.differences(seen, wanted)).toEqual([]);
      }),
    ));

  test('typing the steps from one to another gives the other, and the undo gives the first', () =>
    holds(
      fc.property(pair(kind), ([a, b]) => {
        const type = deviceFor(a, b);
        const start = type(undefined, cliDialect.steps(undefined, a));
        expect(contents(start)).toEqual(contents(heldOf(a)));
        const there = type(start, cliDialect.steps(a, b));
        expect(contents(there)).toEqual(contents(heldOf(b)));
        expect(contents(type(there, cliDialect.steps(b, a)))).toEqual(contents(start));
      }),
    ));

  test('typing the deletion leaves nothing, and its undo brings all of it back', () =>
    holds(
      fc.property(arbitrary(kind), (noun) => {
        const wanted = write(grammar, noun as Bag);
        const owned = cliDialect.remember(wanted, undefined, undefined);
        const type = deviceFor(wanted);
        const start = type(undefined, cliDialect.steps(undefined, wanted));
        const gone = type(start, cliDialect.steps(owned, undefined));
        expect(gone?.lines ?? []).toEqual([]);
        if (wanted.shared !== true) expect(gone).toBeUndefined();
        expect(contents(type(gone, cliDialect.steps(undefined, owned)))).toEqual(contents(start));
      }),
    ));

  test('against itself has no steps and no differences', () =>
    holds(
      fc.property(pair(kind), ([a, b]) => {
        expect(cliDialect.steps(a, a)).toEqual([]);
        expect(cliDialect.differences(a, a)).toEqual([]);
        expect(cliDialect.steps(a, b)).toEqual(cliDialect.steps(a, b));
        expect(cliDialect.steps(a, b).length === 0).toBe(cliDialect.differences(a, b).length === 0);
        expect(sameJson(cliDialect.steps(a, b), cliDialect.steps(a, JSON.parse(JSON.stringify(b)) as Section))).toBe(
          true,
        );
      }),
    ));
});
