/** One line of a configuration with the lines below it. `line` is its place in the source, from 1. */
export interface Node {
  readonly text: string;
  readonly children: readonly Node[];
  readonly line: number;
}

interface Open {
  readonly text: string;
  readonly children: Open[];
  readonly line: number;
  readonly indent: number;
}

/**
 * Reads indented configuration text by relative indent. Lines are trimmed at the end (devices print trailing blanks and
 * carriage returns), inner runs of blanks are kept; `!` lines and blank lines are dropped, also indented ones, and never
 * close a block.
 */
export const parseTree = (text: string): readonly Node[] => {
  const roots: Open[] = [];
  const stack: Open[] = [];
  text.split('\n').forEach((raw, index) => {
    const trimmed = raw.trimEnd();
    const content = trimmed.trimStart();
    if (content === '' || content.startsWith('!')) return;
    const indent = trimmed.length - content.length;
    while (stack.length > 0 && stack[stack.length - 1]!.indent >= indent) stack.pop();
    const node: Open = { text: content, children: [], line: index + 1, indent };
    (stack[stack.length - 1]?.children ?? roots).push(node);
    stack.push(node);
  });
  return roots;
};

/** Writes a tree with one blank of indent a level. */
export const renderTree = (
  nodes: readonly { text: string; children?: readonly Node[] }[],
  depth = 0,
): readonly string[] =>
  nodes.flatMap((node) => [' '.repeat(depth) + node.text, ...renderTree(node.children ?? [], depth + 1)]);

export const wordsOf = (text: string): readonly string[] => text.trim().split(/\s+/);
