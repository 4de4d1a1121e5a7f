/** The keywords that begin a command or a line. */
export interface Lead {
  readonly words: readonly string[];
  /** Something that is not a keyword may follow. */
  readonly open: boolean;
}
export interface Expanded {
  readonly words: readonly string[];
  /** Place of the first word that stands for several. */
  readonly ambiguous?: number;
}

/** `crypto ikev2 profile`, behind which values follow. */
export const openLead = (text: string): Lead => ({ words: text === '' ? [] : text.split(' '), open: true });

/** Completes abbreviated keywords: `conf t`, `int Tunnel1`. Words behind a complete lead are values and stay. */
export const expand = (leads: readonly Lead[], words: readonly string[]): Expanded => {
  const done: string[] = [];
  let candidates = leads;
  for (const [i, word] of words.entries()) {
    const lower = word.toLowerCase();
    const longer = candidates.filter((lead) => lead.words.length > i);
    const exact = longer.filter((lead) => lead.words[i] === lower);
    const near = exact.length > 0 ? exact : longer.filter((lead) => lead.words[i]!.startsWith(lower));
    const distinct = [...new Set(near.map((lead) => lead.words[i]!))];
    const valueHere = candidates.some((lead) => lead.words.length <= i && lead.open);
    if (distinct.length === 0 || (exact.length === 0 && valueHere)) break;
    if (distinct.length > 1) return { words: [...done, ...words.slice(i)], ambiguous: i };
    done.push(exact.length > 0 ? word : distinct[0]!);
    candidates = near;
  }
  return { words: [...done, ...words.slice(done.length)] };
};
