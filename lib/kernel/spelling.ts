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
    .filter(({ low }) => wanted.startsWith(low) || low.startsWith(wanted) || distance(wanted, low) <= 2)
    .sort((a, b) => distance(wanted, a.low) - distance(wanted, b.low));
  return near[0]?.each;
};
