import { grammarOf } from '../../lib/platforms/asa/grammar';
import { configurationOf, normalize } from '../../lib/platforms/asa/normalize';
import { nounCase } from './noun-case';

/** Nouns as an ASA writes and reads them. */
export const asaCase = nounCase({
  grammarFor: (kind) => grammarOf(kind),
  live: (lines, book, wanted) => normalize(configurationOf(`${lines}: end\n`, 'asa'), book, wanted),
});
