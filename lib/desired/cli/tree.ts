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

/** An odd number of `^C`: the text between them is not at its end. */
const opensQuote = (text: string): boolean => text.includes('^C') && text.split('^C').length % 2 === 0;

/**
 * Reads indented configuration text by relative indent. Lines are trimmed at the end (devices print trailing blanks and
 * carriage returns), inner runs of blanks are kept; `!` lines and blank lines are dropped, also indented ones, and never
 * close a block. So is `exit-address-family`, which stands beside the block that it closes. What stands between two `^C`
 * is one line, however many it is printed on.
 */
export const parseTree = (text: string): readonly Node[] => {
  const roots: Open[] = [];
  const stack: Open[] = [];
  let quoted: { text: string; readonly line: number } | undefined;
  text.split('\n').forEach((raw, at) => {
    if (quoted === undefined && opensQuote(raw)) quoted = { text: raw, line: at };
    else if (quoted !== undefined) quoted.text += `\n${raw}`;
    if (quoted !== undefined && opensQuote(quoted.text)) return;
    const index = quoted?.line ?? at;
    const trimmed = (quoted?.text ?? raw).trimEnd();
    quoted = undefined;
    const content = trimmed.trimStart();
    if (content === '' || content.startsWith('!') || content === 'exit-address-family') return;
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
