import { name, sequence, word, type Words } from './words';

/** A block that is known by its name alone. */
export const byName = sequence<{ name: string }>({ name });

/** A line that is only its lead. */
export const nothing: Words<true> = { print: () => [], read: (_words, at) => ({ value: true, next: at }) };

/** One of the numbers of a list. */
export const numberOf = <N extends number>(...choices: readonly N[]): Words<N> =>
  word((text) => choices.find((n) => String(n) === text));
