import type { RestGrammar } from '../../desired/rest/grammar';
import type { Kind } from '../../model/nouns';
import { grammarOf } from './grammar';
import { policySets } from './grammar/policy';

type AnyGrammar = RestGrammar<Record<string, unknown>>;

/** The grammar of what ISE writes itself; what is only looked up has none. */
export const grammarFor = (kind: string): AnyGrammar | undefined => {
  const grammar = grammarOf(kind as Kind) as unknown as AnyGrammar;
  return grammar.form === 'object' ? grammar : undefined;
};

/** ERS names each collection as the keys of the grammar do; rules are known by the set that they are in. */
export const collectionOf = (key: string): string | undefined => {
  if (key === 'policyset') return policySets;
  return key.endsWith('rule') ? undefined : key;
};
