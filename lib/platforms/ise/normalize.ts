import type { RestGrammar } from '../../desired/rest/grammar';
import type { Kind } from '../../model/nouns';
import { grammarOf } from './grammar';

type AnyGrammar = RestGrammar<Record<string, unknown>>;

/** The grammar of what ISE writes itself; what is only looked up has none. */
export const grammarFor = (kind: string): AnyGrammar | undefined => {
  const grammar = grammarOf(kind as Kind) as unknown as AnyGrammar;
  return grammar.form === 'object' ? grammar : undefined;
};
