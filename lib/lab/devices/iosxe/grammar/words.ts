import { lines, line, section } from '../../../../desired/cli/forms';
import type { Fields, SectionGrammar } from '../../../../desired/cli/grammar';
import { literal, mapped, rest, type Words } from '../../../../desired/cli/words';

/** Any noun: what the lab knows beyond the nouns has no type. */
export type Bag = Record<string, unknown>;

/** A line that is only its lead: `shutdown`. */
export const flag: Words<true> = mapped(
  literal(),
  () => true as const,
  () => undefined,
);

/** The rest of the line, which may be nothing. */
export const restOrNothing: Words<string> = {
  print: (value) => (value === '' ? [] : value.split(' ')),
  read: (words, at) => ({ value: words.slice(at).join(' '), next: words.length }),
};

/** Fields by their lead: lines of one value each, then lines that add up. */
export const leads = (single: readonly string[], additive: readonly string[] = []): Fields<Bag> =>
  Object.fromEntries([
    ...single.map((lead) => [`one ${lead}`, line(lead, restOrNothing)] as const),
    ...additive.map((lead) => [`all ${lead}`, lines(lead, restOrNothing)] as const),
  ]) as Fields<Bag>;

/** Whatever is typed, kept as it is. */
export const anything = { anything: lines('', rest) } as unknown as Fields<Bag>;

/** A block that the lab takes without looking inside; its header is the lead and the rest of the line. */
export const openBlock = (lead: string, prompt: string, fields: Fields<Bag> = anything): SectionGrammar<Bag> =>
  section<Bag>({
    lead,
    prompt,
    key: {
      print: (noun) => restOrNothing.print(String(noun['name'] ?? '')),
      read: (words, at) => ({ value: { name: words.slice(at).join(' ') }, next: words.length }),
    },
    fields,
  });
