import { cliDialect, parseTree } from './cli';
import type { CliGrammar } from '../../lib/desired/cli/grammar';
import { readNoun } from '../../lib/desired/cli/read-noun';
import { write, type Section } from '../../lib/desired/cli/section';
import type { Live, SecretBook } from '../../lib/desired/item';
import type { Ref } from '../../lib/model/noun';
import { nouns, type Kind, type PropsOf } from '../../lib/model/nouns';
import { secretMarker, secretsOf, type SecretRef } from '../../lib/model/secret';
import { wording } from '../../lib/model/wording';
import { configurationOf, normalize } from '../../lib/platforms/iosxe/normalize';
import { grammarOf } from '../../lib/platforms/iosxe/grammar';

type Bag = Record<string, unknown>;
export const ref = <K extends Kind>(kind: K, name: string): Ref<K> => ({ ref: kind, name });
export const secret = (name: string): SecretRef => ({ secret: 'env', name });

const typed = (section: Section): readonly string[] =>
  cliDialect
    .steps(undefined, section)
    .flatMap((step) => step.lines)
    .filter((line) => line.trim() !== 'exit');

/** The references again in place of what was read of secrets, which is their markers. */
const withSecrets = (value: unknown, known: ReadonlyMap<string, SecretRef>): unknown => {
  if (Array.isArray(value)) return value.map((member) => withSecrets(member, known));
  if (typeof value !== 'object' || value === null) return value;
  const shown = (value as { text?: string }).text;
  if (typeof shown === 'string' && known.has(shown)) return known.get(shown);
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, withSecrets(member, known)]));
};

/** `place: message` of everything that is wrong with props. */
export const wrongWith = (kind: Kind, props: object): readonly string[] => {
  const result = nouns[kind].schema.safeParse(props, { error: wording });
  return result.success ? [] : result.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
};

export interface CliPlatform {
  readonly grammarFor: (kind: Kind) => CliGrammar<Bag>;
  /** What a device with these lines holds. */
  readonly live: (lines: string, book: SecretBook, wanted: (header: string) => Section | undefined) => Live<Section>;
}

/** Nouns as one platform writes and reads them. */
export const nounCase = ({ grammarFor, live }: CliPlatform) => {
  const sectionOf = (kind: Kind, props: object): Section =>
    write(grammarFor(kind), nouns[kind].schema.parse(props, { error: wording }) as Bag);

  /** The lines that a noun is typed as. */
  const linesOf = <K extends Kind>(kind: K, props: PropsOf<K>): readonly string[] => typed(sectionOf(kind, props));

  /** The lines of what a device's lines mean, and the lines that mean nothing. */
  const readAgain = <K extends Kind>(kind: K, props: PropsOf<K>, lines: readonly string[]) => {
    const read = readNoun(grammarFor(kind), parseTree(lines.join('\n')));
    if (read === undefined) throw new Error(`no ${kind}: ${lines[0]}`);
    const known = new Map(secretsOf(props).map((one) => [secretMarker(one), one]));
    const name = { name: props.name };
    const again = { ...name, ...(withSecrets(read.noun, known) as object) };
    return { lines: typed(sectionOf(kind, again)), unknown: read.unknown.map((node) => node.text) };
  };

  /** What it takes to change a device that prints these lines into one that has the noun. */
  const changeFrom = <K extends Kind>(kind: K, lines: readonly string[], props: PropsOf<K>): readonly string[] => {
    const wanted = sectionOf(kind, props);
    const book = { judge: (marker: string) => marker, reveal: (text: string) => text };
    const found = live(`${lines.join('\n')}\n`, book, (header) => (header === wanted.header ? wanted : undefined));
    return cliDialect.steps(found.get(wanted.header), wanted).flatMap((step) => step.lines);
  };

  /** One noun with all that it takes, exactly as it is typed, and back. */
  const writes = <K extends Kind>(kind: K, props: PropsOf<K>, expected: string): void => {
    const lines = expected.split('\n').filter((line) => line !== '');
    expect(linesOf(kind, props)).toEqual(lines);
    expect(readAgain(kind, props, lines)).toEqual({ lines, unknown: [] });
    expect(changeFrom(kind, lines, props)).toEqual([]);
  };
  return { sectionOf, linesOf, readAgain, changeFrom, writes };
};

export const { sectionOf, linesOf, readAgain, changeFrom, writes } = nounCase({
  grammarFor: (kind) => grammarOf(kind),
  live: (lines, book, wanted) => normalize(configurationOf(`${lines}end\n`, 'edge'), book, wanted),
});
