import { wordsOf } from './tree';

/** Whatever stands below a line is known with it. */
export const everything = 'everything';

/**
 * Lines that a platform is known to print and no noun covers, as data: the words that a line begins with, and below them
 * what may stand in its block. `*` is any one word, `a|b` one of several; `no` before a line needs no entry of its own.
 * Blocks of nouns have an entry where they hold such lines: `{ 'group-policy * attributes': { vlan: {} } }`.
 */
export interface KnownLines {
  readonly [lead: string]: KnownLines | typeof everything;
}

/** Leads at one level of a block: `{ hostname: {}, … }` written as a list of words. */
export const knownLines = (leads: readonly string[]): KnownLines => Object.fromEntries(leads.map((lead) => [lead, {}]));

interface Rule {
  readonly words: readonly (readonly string[])[];
  readonly below: KnownLines | typeof everything;
}
interface Level {
  readonly byWord: ReadonlyMap<string, readonly Rule[]>;
  /** Those that begin with any word. */
  readonly others: readonly Rule[];
}

const levelOf = (known: KnownLines): Level => {
  const rules = Object.entries(known).map(([lead, below]): Rule => ({
    words: lead.split(' ').map((word) => word.toLowerCase().split('|')),
    below,
  }));
  const byWord = new Map<string, Rule[]>();
  for (const rule of rules) for (const word of rule.words[0]!) byWord.set(word, [...(byWord.get(word) ?? []), rule]);
  return { byWord, others: byWord.get('*') ?? [] };
};
const levels = new WeakMap<object, Level>();
const levelIn = (known: KnownLines): Level => {
  let level = levels.get(known);
  if (level === undefined) levels.set(known, (level = levelOf(known)));
  return level;
};

const fits = (rule: Rule, words: readonly string[]): boolean =>
  rule.words.every((choices, at) => words[at] !== undefined && (choices[0] === '*' || choices.includes(words[at])));

const rulesFor = (known: KnownLines, words: readonly string[]): readonly Rule[] => {
  const { byWord, others } = levelIn(known);
  return [...(byWord.get(words[0] ?? '') ?? []), ...others].filter((rule) => fits(rule, words));
};

/** Whether a line is known, by the lines that it stands in, from the top, and itself. */
export const isKnownLine = (known: KnownLines, path: readonly string[]): boolean => {
  const [first, ...deeper] = path;
  if (first === undefined) return false;
  const words = wordsOf(first.toLowerCase());
  const found = [...rulesFor(known, words), ...(words[0] === 'no' ? rulesFor(known, words.slice(1)) : [])];
  return found.some(({ below }) => deeper.length === 0 || below === everything || isKnownLine(below, deeper));
};

/** The fixed words that the longest lead of a line begins with: `crypto ikev2`. */
export const leadOfKnown = (known: KnownLines, text: string): string | undefined => {
  const words = wordsOf(text.toLowerCase());
  const found = rulesFor(known, words[0] === 'no' ? words.slice(1) : words);
  const leads = found.map(({ words: all }) => {
    const end = all.findIndex((choices) => choices.length > 1 || choices[0] === '*');
    return (end === -1 ? all : all.slice(0, end)).map(([word]) => word).join(' ');
  });
  return leads.sort((a, b) => b.length - a.length)[0];
};
