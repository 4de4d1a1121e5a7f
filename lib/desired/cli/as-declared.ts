import type { Entry } from './entry';
import type { Node } from './tree';

/**
 * The declared lines of a block, where it holds them letter by letter and in this order: then there is nothing to read. What
 * the device hides may be missing. Undefined where a line is another one, or has lines below it.
 */
export const asDeclared = (entries: readonly Entry[], nodes: readonly Node[]): readonly Entry[] | undefined => {
  const found: Entry[] = [];
  for (const entry of entries) {
    const node = nodes[found.length];
    if (node?.text === entry.text && node.children.length === 0 && entry.children === undefined) found.push(entry);
    else if (!entry.hidden) return undefined;
  }
  if (found.length < nodes.length) return undefined;
  return found.length === entries.length ? entries : found;
};
