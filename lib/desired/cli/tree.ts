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

interface Numbered {
  readonly text: string;
  readonly line: number;
}

const numbered = (lines: readonly string[]): readonly Numbered[] => lines.map((text, at) => ({ text, line: at + 1 }));

/** Lines, those between two `^C` as one. */
const withQuotes = (lines: readonly string[]): readonly Numbered[] => {
  let quoted: Numbered | undefined;
  return numbered(lines).flatMap(({ text, line }) => {
    const whole: Numbered =
      quoted === undefined ? { text, line } : { text: `${quoted.text}\n${text}`, line: quoted.line };
    quoted = opensQuote(whole.text) ? whole : undefined;
    return quoted === undefined ? [whole] : [];
  });
};

/**
 * Reads indented configuration text by relative indent. Lines are trimmed at the end (devices print trailing blanks and
 * carriage returns), inner runs of blanks are kept; `!` lines and blank lines are dropped, also indented ones, and never
 * close a block. So is `exit-address-family`, which stands beside the block that it closes. What stands between two `^C`
 * is one line, however many it is printed on.
 */
export const parseTree = (text: string): readonly Node[] => {
  const roots: Open[] = [];
  const stack: Open[] = [];
  for (const { text: raw, line } of text.includes('^C') ? withQuotes(text.split('\n')) : numbered(text.split('\n'))) {
    const trimmed = raw.trimEnd();
    const content = trimmed.trimStart();
    if (content === '' || content.startsWith('!') || content === 'exit-address-family') continue;
    const indent = trimmed.length - content.length;
    while (stack.length > 0 && stack[stack.length - 1]!.indent >= indent) stack.pop();
    const node: Open = { text: content, children: [], line, indent };
    (stack[stack.length - 1]?.children ?? roots).push(node);
    stack.push(node);
  }
  return roots;
};

/** Writes a tree with one blank of indent a level. */
export const renderTree = (
  nodes: readonly { text: string; children?: readonly Node[] }[],
  depth = 0,
): readonly string[] =>
  nodes.flatMap((node) => [' '.repeat(depth) + node.text, ...renderTree(node.children ?? [], depth + 1)]);

/** Most lines have nothing but single blanks between their words: those are split without looking at each character. */
export const wordsOf = (text: string): readonly string[] => {
  const uneven = text.includes('  ') || text.includes('\t') || text.includes('\n');
  return uneven || text.startsWith(' ') || text.endsWith(' ') ? text.trim().split(/\s+/) : text.split(' ');
};
