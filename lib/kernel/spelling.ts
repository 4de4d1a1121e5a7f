/** How many letters are put in, left out or changed to come from one name to the other. */
const distance = (a: string, b: string): number => {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++)
      next.push(Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)));
    row = next;
  }
  return row[b.length]!;
};

/** The name that was meant, most likely: one that differs in a letter or two, or that the other begins with. */
export const nearest = (name: string, names: readonly string[]): string | undefined => {
  const wanted = name.toLowerCase();
  const near = names
    .map((each) => ({ each, low: each.toLowerCase() }))
    .filter(({ low }) => low !== '' && (wanted.startsWith(low) || low.startsWith(wanted) || distance(wanted, low) <= 2))
    .sort((a, b) => distance(wanted, a.low) - distance(wanted, b.low));
  return near[0]?.each;
};

const shownAtMost = 3;

/**
 * What to do about a name that is not there: the one that is meant most likely, else the first that are there. `missing`:
 * what to do where the name is right, like `declare it`.
 */
export const nameRemedy = (name: string, names: readonly string[], missing: string): string => {
  const near = nearest(name, names);
  if (near !== undefined) return `there is ${near}: is that meant? Else ${missing}`;
  const otherwise = `${missing}, or correct the name`;
  if (names.length === 0) return otherwise;
  const more = names.length - shownAtMost;
  const shown = `${names.slice(0, shownAtMost).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
  return `${otherwise}: there ${names.length === 1 ? 'is' : 'are'} ${shown}`;
};
