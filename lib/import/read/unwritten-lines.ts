/** Lines of an object that no property writes. */
export interface Spare {
  /** As `addRawLines` takes them: with the lines of the blocks that they stand in. */
  readonly lines: readonly string[];
  /** The lines alone. */
  readonly own: readonly string[];
}

const indentOf = (line: string): number => line.search(/\S/);

/** The lines of blocks that a line stands in, from the top, by their numbers. */
const aboveOf = (source: readonly string[], number: number): readonly number[] => {
  const above: number[] = [];
  let indent = indentOf(source[number - 1]!);
  for (let at = number - 1; at > 0 && indent > 0; at--) {
    const line = source[at - 1]!;
    const own = indentOf(line);
    if (own === -1 || own >= indent || line.trim().startsWith('!')) continue;
    above.unshift(at);
    indent = own;
  }
  return above;
};

const firstWords = (line: string | undefined): string => (line ?? '').split(/\s+/).slice(0, 2).join(' ');

const spareOf = (source: readonly string[], trails: readonly (readonly number[])[]): Spare => {
  const seen = new Map<number, string>();
  for (const trail of trails)
    trail.forEach((number, depth) => seen.set(number, `${' '.repeat(depth)}${source[number - 1]!.trim()}`));
  return { lines: [...seen.values()], own: trails.map((trail) => source[trail.at(-1)! - 1]!.trim()) };
};

/** Index of the first of these ascending numbers that is greater. */
const firstAfter = (numbers: readonly number[], than: number): number => {
  let [low, high] = [0, numbers.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (numbers[middle]! > than) high = middle;
    else low = middle + 1;
  }
  return low;
};

/**
 * What of the block of an object no property writes: below its header, and where it has several of one name below each of
 * them. `numbers`: the lines that no noun has, ascending. Nothing where it has no such line.
 */
export const spareIn = (
  numbers: readonly number[],
  source: readonly string[],
  [from, to]: readonly [number, number],
): readonly Spare[] => {
  const own = numbers.slice(firstAfter(numbers, from), firstAfter(numbers, to));
  if (own.length === 0) return [];
  const lead = firstWords(source[from - 1]);
  const trails = own
    .map((number) => [...aboveOf(source, number), number])
    .filter(([top, ...below]) => below.length > 0 && firstWords(source[top! - 1]) === lead);
  if (trails.length === 0) return [];
  return [trails.map((trail) => trail.slice(1)), trails].map((each) => spareOf(source, each));
};
