import fc from 'fast-check';
import { iniDialect } from '../../../../lib/desired/ini/dialect';
import { edited } from '../../../../lib/desired/ini/edit';
import { parseIni, renderIni } from '../../../../lib/desired/ini/file';
import type { IniGrammar } from '../../../../lib/desired/ini/grammar';
import { nounOfSection, readSection, writeSection, type IniSection } from '../../../../lib/desired/ini/section';
import { nouns, type NounOf } from '../../../../lib/model/nouns';
import { secretMarker, type SecretRef } from '../../../../lib/model/secret';
import { grammar as all } from '../../../../lib/platforms/duo-proxy/grammar';
import { duoProxyNouns, foreignIni, type DuoProxyKind } from '../../../support/arbitraries';
import { holds } from '../../../support/properties';

const kinds = Object.keys(duoProxyNouns) as DuoProxyKind[];
const book = {
  judge: (marker: string, shown?: { text: string }) => (shown?.text === marker ? marker : '<secret:other>'),
  reveal: (text: string) => text,
};
type Any = IniGrammar<Record<string, unknown>>;

const isSecret = (value: object): value is SecretRef => typeof (value as { secret?: unknown }).secret === 'string';
/** A noun with what stands in the file in place of its secrets. */
const inFile = (value: unknown): unknown => {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(inFile);
  if (isSecret(value)) return secretMarker(value);
  if ('text' in value) return value.text;
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, inFile(member)]));
};

/** The live reading of one section of a file. */
const look = (text: string, grammar: Any, wanted: IniSection): IniSection | undefined => {
  const block = parseIni(text).blocks.find(({ name }) => name === wanted.name);
  return block && readSection(grammar, block, book, wanted);
};

test('a file that was read comes back to the byte', () =>
  holds(
    fc.property(fc.array(fc.constantFrom('[a]', ' x', 'k=v', '; c', '', '\r', 'no', '[b]  ', 'k : v;x')), (lines) => {
      const text = lines.join('\n');
      expect(renderIni(parseIni(text).blocks)).toBe(text);
    }),
  ));

describe.each(kinds)('%s', (kind) => {
  const grammar = all[kind] as unknown as Any;
  const arbitrary = duoProxyNouns[kind] as fc.Arbitrary<NounOf<DuoProxyKind>>;
  const write = (noun: object): IniSection => writeSection(grammar, noun as Record<string, unknown>);

  test('what the arbitrary gives is what the schema takes, unchanged', () =>
    holds(
      fc.property(arbitrary, (noun) => expect(nouns[kind].schema.parse(noun)).toEqual(noun)),
      { times: 0.5 },
    ));

  test('reads back the noun that it wrote', () =>
    holds(
      fc.property(arbitrary, (noun) => {
        const section = write(noun);
        expect(inFile(nounOfSection(grammar, section.name, section.entries))).toEqual(inFile(noun));
      }),
      { times: 0.5 },
    ));

  test('is put into a file of others, read back equal, changed, and taken out; what others have stays to the byte', () =>
    holds(
      fc.property(arbitrary, arbitrary, foreignIni, (a, b, foreign) => {
        const [from, to] = [write(a), write({ ...b, name: a.name })];
        const created = edited(foreign, iniDialect.steps(undefined, from));
        expect(created.startsWith(foreign.replace(/\n$/, ''))).toBe(true);
        const live = look(created, grammar, from)!;
        expect(iniDialect.steps(live, from)).toEqual([]);
        expect(iniDialect.differences(live, from)).toEqual([]);
        const moved = edited(created, iniDialect.steps(look(created, grammar, to), to));
        expect(iniDialect.steps(look(moved, grammar, to), to)).toEqual([]);
        const whole = { ...look(moved, grammar, to)!, created: true as const };
        expect(edited(moved, iniDialect.steps(whole, undefined))).toBe(foreign);
      }),
    ));
});
