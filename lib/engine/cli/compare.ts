import type { Node } from '../../desired/cli/tree';
import { masked } from '../../model/secret';

/** Lines that a device moves by itself. */
const volatile = /^ntp clock-period /;
/** Lines whose order means something and that carry no number which says it. */
const ordered = /^(?:access-list|permit|deny|remark) /;

/**
 * Each line with the blocks that it is in. A secret is left out: typed again it is encrypted with another salt, and whether
 * it is the same is judged where it is declared.
 */
const pathsOf = (nodes: readonly Node[], above = ''): readonly string[] =>
  nodes.flatMap((node) => {
    if (volatile.test(node.text)) return [];
    const path = `${above}${masked(node.text)}`;
    return [path, ...pathsOf(node.children, `${path} / `)];
  });

/** What of the first is not in the second, counted. */
const lacking = (first: readonly string[], second: readonly string[]): readonly string[] => {
  const left = new Map<string, number>();
  for (const path of second) left.set(path, (left.get(path) ?? 0) + 1);
  return first.filter((path) => {
    const count = left.get(path) ?? 0;
    left.set(path, count - 1);
    return count <= 0;
  });
};

const ownText = (path: string): string => path.split(' / ').pop()!;
const inOrder = (paths: readonly string[]): readonly string[] => paths.filter((path) => ordered.test(ownText(path)));

/**
 * How one reading of a whole configuration differs from an earlier one: `+` and `-` with each line in its blocks. The
 * order of lines counts where it means something.
 */
export const movedBetween = (before: readonly Node[], after: readonly Node[]): readonly string[] => {
  const [first, second] = [pathsOf(before), pathsOf(after)];
  const moved = [
    ...lacking(first, second).map((path) => `- ${path}`),
    ...lacking(second, first).map((path) => `+ ${path}`),
  ];
  if (moved.length > 0) return moved;
  const [was, is] = [inOrder(first), inOrder(second)];
  return was.flatMap((path, i) => (path === is[i] ? [] : [`- ${path} (in another place)`]));
};

/** The first of them in words. */
export const movedWords = (moved: readonly string[]): string => {
  const shown = moved.slice(0, 3).map((line) => `\`${line}\``);
  return `${shown.join(', ')}${moved.length > 3 ? ` and ${moved.length - 3} more` : ''}`;
};
