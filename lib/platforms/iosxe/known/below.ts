import { everything, type KnownLines } from '../../../desired/cli/known-lines';
import { wordsOf } from '../../../desired/cli/tree';

const choicesOf = (lead: string): readonly (readonly string[])[] =>
  lead.split(' ').map((word) => word.toLowerCase().split('|'));

const fits = (lead: string, words: readonly string[]): boolean =>
  choicesOf(lead).every(
    (choices, at) => words[at] !== undefined && (choices[0] === '*' || choices.includes(words[at])),
  );

/** What is known below a line: all that its leads say together. Undefined where no lead fits it. */
export const knownBelow = (known: KnownLines, text: string): KnownLines | typeof everything | undefined => {
  const all = wordsOf(text.toLowerCase());
  const words = all[0] === 'no' ? all.slice(1) : all;
  const found = Object.entries(known)
    .filter(([lead]) => fits(lead, words))
    .map(([, below]) => below);
  if (found.length === 0) return undefined;
  if (found.includes(everything)) return everything;
  return Object.assign({}, ...(found as readonly KnownLines[])) as KnownLines;
};

/** Every lead in words, up to the first that may be anything. */
export const leadsOfKnown = (known: KnownLines): readonly string[] =>
  Object.keys(known).flatMap((lead) => {
    const choices = choicesOf(lead);
    const end = choices.findIndex(([first]) => first === '*');
    return (end === -1 ? choices : choices.slice(0, end)).reduce<readonly string[]>(
      (leads, words) => leads.flatMap((before) => words.map((word) => `${before} ${word}`.trim())),
      [''],
    );
  });
