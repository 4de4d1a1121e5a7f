import type { CliGrammar } from '../../../desired/cli/grammar';
import { readHeader, type HeaderOf } from '../../../desired/cli/section';
import { groupBy } from '../../../kernel/group';
import type { Kind } from '../../../model/nouns';
import { grammar } from './index';

type AnyGrammar = CliGrammar<Record<string, unknown>>;
const all = Object.entries(grammar) as unknown as readonly (readonly [Kind, AnyGrammar])[];
const lead = (entry: AnyGrammar): readonly string[] => (entry.form === 'none' ? [] : entry.lead);
/** By the first words of their lead, at most three, so that a line of a large configuration is tried against few. */
const byLead = groupBy(
  all.filter(([, entry]) => lead(entry).length > 0),
  ([, entry]) => lead(entry).slice(0, 3).join(' '),
);
const tried = (words: readonly string[]): readonly (readonly [Kind, AnyGrammar])[] =>
  [3, 2, 1].flatMap((n) => byLead.get(words.slice(0, n).join(' ')) ?? []);

export interface Found {
  readonly kind: Kind;
  readonly grammar: AnyGrammar;
  readonly header: HeaderOf;
}

/** The noun that a line at the top level belongs to, or undefined. */
export const nounOfLine = (text: string): Found | undefined => {
  const words = text.toLowerCase().split(/\s+/, 4);
  for (const [kind, entry] of words[0] === 'no' ? [...tried(words), ...tried(words.slice(1))] : tried(words)) {
    const header = readHeader(entry, text);
    if (!('miss' in header)) return { kind, grammar: entry, header };
  }
  return undefined;
};
