import type { Document, Quote } from '../../documents/document';
import type { Dialect, Difference } from '../item';

/** A file of a target, as a whole. */
export interface TextFile extends Document {
  /** Words for what is inside: `Secure Client profile FlexVPN`. */
  readonly title: string;
}

/** One file written or removed. */
export interface FileStep {
  readonly name: string;
  /** What shall be in it; undefined removes it. */
  readonly text?: string;
  readonly quote?: Quote;
}

const linesOf = (text: string): readonly string[] => text.replace(/\n$/, '').split('\n');

/** How many lines two texts have in common from each pair of places on (longest common subsequence). */
const common = (a: readonly string[], b: readonly string[]): readonly (readonly number[])[] => {
  const table = Array.from({ length: a.length + 1 }, () => new Array<number>(b.length + 1).fill(0));
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      table[i]![j] = a[i] === b[j] ? table[i + 1]![j + 1]! + 1 : Math.max(table[i + 1]![j]!, table[i]![j + 1]!);
  return table;
};

/** Lines that went, came and stayed, in order. */
const changed = (before: string, after: string): readonly Difference[] => {
  const [a, b] = [linesOf(before), linesOf(after)];
  const table = common(a, b);
  const found: Difference[] = [];
  const say = (sign: Difference['sign'], text: string): void => void found.push({ sign, text, depth: 1 });
  for (let i = 0, j = 0; i < a.length || j < b.length;) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      say('context', a[i]!);
      i++;
      j++;
    } else if (j >= b.length || (i < a.length && table[i + 1]![j]! >= table[i]![j + 1]!)) say('remove', a[i++]!);
    else say('add', b[j++]!);
  }
  return found;
};

/** Three lines around each change are enough to see where it is. */
const near = (all: readonly Difference[]): readonly Difference[] =>
  all.filter((_line, at) => all.slice(Math.max(0, at - 3), at + 4).some(({ sign }) => sign !== 'context'));

const head = ({ name, title }: TextFile): string => `${name} (${title})`;
const differences = (before: TextFile | undefined, after: TextFile | undefined): readonly Difference[] => {
  if (before && after)
    return before.text === after.text
      ? []
      : [{ sign: 'context', text: head(after), depth: 0 }, ...near(changed(before.text, after.text))];
  const [file, sign] = after ? [after, 'add' as const] : [before, 'remove' as const];
  if (file === undefined) return [];
  return [
    { sign, text: head(file), depth: 0 },
    ...linesOf(file.text).map((text): Difference => ({ sign, text, depth: 1 })),
  ];
};

const steps = (before: TextFile | undefined, after: TextFile | undefined): readonly FileStep[] => {
  if (after === undefined) return before === undefined ? [] : [{ name: before.name }];
  const { name, text, quote } = after;
  return before?.text === text ? [] : [{ name, text, ...(quote === undefined ? {} : { quote }) }];
};

/** Files that are ours whole: compared by lines, written at once. */
export const textDialect: Dialect<TextFile, FileStep> = {
  identity: (file) => file.name,
  shared: () => false,
  share: (live) => ({ ours: live, unmanaged: [] }),
  remember: (applied) => applied,
  both: (_owned, next) => next,
  differences,
  steps,
  refusal: () => undefined,
};
