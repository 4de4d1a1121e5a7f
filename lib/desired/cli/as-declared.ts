import type { Entry } from './entry';
import type { Node } from './tree';

/** A declared line that is there as it is declared, with what stands below it. */
const standing = (entry: Entry, node: Node | undefined): Entry | undefined => {
  if (node?.text !== entry.text) return undefined;
  const { children } = entry;
  if (children === undefined) return node.children.length === 0 ? entry : undefined;
  const below = asDeclared(children, node.children);
  return below === undefined || below === children ? below && entry : { ...entry, children: below };
};

/**
 * The declared lines of a block, where it holds them letter by letter and in this order: then there is nothing to read. What
 * the device hides may be missing. Undefined where a line is another one.
 */
export const asDeclared = (entries: readonly Entry[], nodes: readonly Node[]): readonly Entry[] | undefined => {
  const found: Entry[] = [];
  for (const entry of entries) {
    const there = standing(entry, nodes[found.length]);
    if (there !== undefined) found.push(there);
    else if (!entry.hidden) return undefined;
  }
  if (found.length < nodes.length) return undefined;
  return found.every((entry, at) => entry === entries[at]) && found.length === entries.length ? entries : found;
};
