/** More pairs of lines than this are not compared one by one. */
const most = 4_000_000;

type Mark = readonly [sign: '-' | '+' | ' ', text: string];

/** Lengths of the longest common subsequences of what follows each two places. */
const table = (a: readonly string[], b: readonly string[]): readonly Uint32Array[] => {
  const rows = Array.from({ length: a.length + 1 }, () => new Uint32Array(b.length + 1));
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      rows[i]![j] = a[i] === b[j] ? rows[i + 1]![j + 1]! + 1 : Math.max(rows[i + 1]![j]!, rows[i]![j + 1]!);
  return rows;
};

const marksOf = (a: readonly string[], b: readonly string[]): readonly Mark[] => {
  const gone = a.map((text): Mark => ['-', text]);
  const come = b.map((text): Mark => ['+', text]);
  if (a.length * b.length > most) return [...gone, ...come];
  const rows = table(a, b);
  const marks: Mark[] = [];
  let [i, j] = [0, 0];
  while (i < a.length && j < b.length) {
    if (a[i] === b[j]) {
      marks.push([' ', a[i]!]);
      [i, j] = [i + 1, j + 1];
    } else if (rows[i + 1]![j]! >= rows[i]![j + 1]!) marks.push(gone[i++]!);
    else marks.push(come[j++]!);
  }
  return [...marks, ...gone.slice(i), ...come.slice(j)];
};

/** The lines in which two texts differ: `12 - what was` and `12 + what is`, by the lines of the first. */
export const lineDiff = (before: string, after: string): readonly string[] => {
  const [a, b] = [before.split('\n'), after.split('\n')];
  const differing = a.findIndex((line, at) => line !== b[at]);
  const start = differing === -1 ? Math.min(a.length, b.length) : differing;
  let end = 0;
  while (end < Math.min(a.length, b.length) - start && a.at(-1 - end) === b.at(-1 - end)) end++;
  let line = start + 1;
  return marksOf(a.slice(start, a.length - end), b.slice(start, b.length - end)).flatMap(([sign, text]) => {
    const words = `${line} ${sign} ${text}`;
    if (sign !== '+') line++;
    return sign === ' ' ? [] : [words];
  });
};
