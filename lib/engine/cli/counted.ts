import { leadOfKnown, type KnownLines } from '../../desired/cli/known-lines';
import type { Found } from '../../desired/cli/lookup';
import { wordsOf } from '../../desired/cli/tree';
import type { Inspection } from '../../contract/platform';

/** The section that a line is counted in, by the line at the top level that it stands below: the words of its lead. */
export const sectionOf = (text: string, match: Found | undefined, known: KnownLines): string => {
  const lead = match === undefined || !('lead' in match.grammar) ? '' : match.grammar.lead.join(' ');
  if (lead !== '') return lead;
  const words = wordsOf(text);
  return leadOfKnown(known, text) ?? (words[0] === 'no' ? words.slice(1) : words)[0] ?? text;
};

type Sections = ReturnType<Inspection['sections']>;
type Count = { -readonly [K in keyof Sections[number]]: Sections[number][K] };

/** How many lines of each section are what. */
export const counted = (
  tops: ReadonlyMap<number, string>,
  unmanaged: Inspection['unmanaged'],
  unknown: Inspection['unknown'],
): Sections => {
  const sections = new Map<string, Count>();
  const of = (line: number): Count => {
    const section = tops.get(line) ?? 'banner';
    const count = sections.get(section) ?? { section, understood: 0, unmanaged: 0, unknown: 0 };
    sections.set(section, count);
    return count;
  };
  const others = new Set([...unmanaged, ...unknown].map(({ line }) => line));
  for (const line of tops.keys()) if (!others.has(line)) of(line).understood++;
  for (const { line } of unmanaged) of(line).unmanaged++;
  for (const { line } of unknown) of(line).unknown++;
  return [...sections.values()].sort((a, b) => (a.section < b.section ? -1 : 1));
};
