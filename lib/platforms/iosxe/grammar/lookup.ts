import type { CliGrammar } from '../../../desired/cli/grammar';
import { readHeader, type HeaderOf } from '../../../desired/cli/section';
import { groupBy } from '../../../kernel/group';
import type { Kind } from '../../../model/nouns';
import { grammar } from './index';

type AnyGrammar = CliGrammar<Record<string, unknown>>;
const all = Object.entries(grammar) as unknown as readonly (readonly [Kind, AnyGrammar])[];
const first = (entry: AnyGrammar): string => (entry.form === 'none' ? '' : (entry.lead[0] ?? ''));
/** By first word, so that a line of a large configuration is tried against few grammars. */
const byWord = groupBy(
  all.filter(([, entry]) => entry.form !== 'none' && entry.lead.length > 0),
  ([, entry]) => first(entry),
);

export interface Found {
  readonly kind: Kind;
  readonly grammar: AnyGrammar;
  readonly header: HeaderOf;
}

/** The noun that a line at the top level belongs to, or undefined. */
export const nounOfLine = (text: string): Found | undefined => {
  const [word = '', next = ''] = text.toLowerCase().split(/\s+/, 2);
  for (const [kind, entry] of [...(byWord.get(word) ?? []), ...(word === 'no' ? (byWord.get(next) ?? []) : [])]) {
    const header = readHeader(entry, text);
    if (!('miss' in header)) return { kind, grammar: entry, header };
  }
  return undefined;
};
