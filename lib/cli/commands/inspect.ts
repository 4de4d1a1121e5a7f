import { stableJson } from '../../kernel/json';
import { masked } from '../../model/secret';
import type { Inspection } from '../../contract/platform';
import { inspected } from '../configuration-file';
import { exit, paint, say } from '../output/report';

export interface InspectOptions {
  readonly platform: string;
  readonly json?: boolean;
}

/** Text that a person wrote (a description, the words of a route) may hold what looks like a secret. */
const maskedText = (value: unknown): unknown => {
  if (typeof value === 'string') return masked(value);
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(maskedText);
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, maskedText(member)]));
};

type Lines = Inspection['unknown'];
const withoutSecrets = (lines: Lines): Lines => lines.map(({ line, text }) => ({ line, text: masked(text) }));

const listed = (lines: Lines, title: string): void => {
  if (lines.length > 0) say('', title);
  for (const { line, text } of lines) say(`  ${String(line).padStart(5)}  ${text}`);
};

const linesOf = ([first, ...others]: readonly number[]): string =>
  others.length === 0 ? `line ${first}` : `lines ${[first, ...others].join(', ')}`;

/** How many lines of which section are what: one line for each that is not understood whole, and their sum. */
const tally = (sections: ReturnType<Inspection['sections']>): void => {
  const sum = (key: 'understood' | 'unmanaged' | 'unknown'): number =>
    sections.reduce((all, section) => all + section[key], 0);
  const words = (understood: number, unmanaged: number, unknown: number): string =>
    `${understood} understood, ${unmanaged} known and unmanaged, ${unknown} unknown`;
  say('', `${paint.strong('lines')}  ${words(sum('understood'), sum('unmanaged'), sum('unknown'))}`);
  for (const { section, understood, unmanaged, unknown } of sections)
    if (unmanaged + unknown > 0) say(`  ${section}: ${words(understood, unmanaged, unknown)}`);
};

/**
 * Shows what a configuration file says in nouns. Lines that no noun covers are listed, those that the platform is known to
 * print apart from unknown ones; secrets in them are not shown.
 */
export const inspectCommand = (file: string, options: InspectOptions): number => {
  const { inspection: whole } = inspected(file, options.platform);
  const inspection = {
    ...whole,
    nouns: whole.nouns.map((noun) => ({ ...noun, props: maskedText(noun.props) as object })),
  };
  const [unmanaged, unknown] = [withoutSecrets(inspection.unmanaged), withoutSecrets(inspection.unknown)];
  if (options.json) {
    say(stableJson({ ...inspection, unmanaged, unknown, sections: whole.sections() }, 2));
    return exit.clean;
  }
  for (const { kind, name, lines, props } of inspection.nouns) {
    say(`${paint.strong(kind)} ${name}  ${paint.faint(`lines ${lines[0]} to ${lines[1]}`)}`);
    for (const [key, value] of Object.entries(props))
      say(`    ${key}: ${typeof value === 'string' ? value : stableJson(value)}`);
  }
  for (const { kind, name, lines, unread } of inspection.unreadable)
    say(
      `${paint.warn(kind)} ${name}  ${paint.faint(`lines ${lines[0]} to ${lines[1]}: what it is depends on ${linesOf(unread)}, which cannot be read`)}`,
    );
  listed(unmanaged, paint.faint(`${unmanaged.length} lines that are known and that nothing here manages:`));
  listed(unknown, paint.warn(`${unknown.length} lines that no noun knows, kept as they are:`));
  tally(whole.sections());
  return exit.clean;
};
