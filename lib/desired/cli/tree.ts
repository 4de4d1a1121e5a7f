import { limits } from '../../kernel/limits';
import { fail } from '../../kernel/problem';
import type { Quoting } from './quoting';
import type { CliSyntax, PlainSyntax } from './syntax';

/** One line of a configuration with the lines below it. `line` is its place in the source, from 1. */
export interface Node {
  readonly text: string;
  readonly children: readonly Node[];
  readonly line: number;
}

interface Open extends Node {
  children: Open[];
  readonly indent: number;
}
/** Most lines have nothing below them: they share it. */
const none: Open[] = [];

/** Lines, those of one quoted text as one where the first of them stands, with empty ones in place of the others. */
const withQuotes = (lines: readonly string[], quoting: Quoting): readonly string[] => {
  let opened: { readonly at: number; readonly ends: (line: string, isFirst: boolean) => boolean } | undefined;
  const all = [...lines];
  lines.forEach((text, at) => {
    if (opened === undefined) {
      const ends = quoting(text);
      if (ends !== undefined && !ends(text, true)) opened = { at, ends };
      return;
    }
    all[opened.at] = `${all[opened.at]}\n${text}`;
    all[at] = '';
    if (opened.ends(text, false)) opened = undefined;
  });
  // A quote that nothing closes is not a line.
  if (opened !== undefined) all[opened.at] = '';
  return all;
};

/** Older releases print what a block with a closer holds as far out as its own line: what closes it tells. */
const intoBlock = (siblings: Open[], indent: number, header: string): void => {
  const at = siblings.findLastIndex((open) => open.indent === indent && open.text.startsWith(`${header} `));
  if (at === -1 || at === siblings.length - 1) return;
  const block = siblings[at]!;
  block.children = [...block.children, ...siblings.splice(at + 1)];
};

const tooDeep = (line: number): never =>
  fail(
    'text.too-deep',
    `line ${line}`,
    `the configuration has more than ${limits.depth} levels: nothing is planned on it`,
    'check that this is a configuration; those of devices have fewer than ten',
  );

/**
 * Reads indented configuration text by relative indent. Lines are trimmed at the end (devices print trailing blanks and
 * carriage returns), inner runs of blanks are kept; comments and blank lines are dropped, also indented ones, and never
 * close a block. So are `leave`, which a script has, and `closers`, which stand beside the block that they close.
 */
export const parseTree = (
  text: string,
  { comment, closers, leave, quoting }: PlainSyntax & Pick<CliSyntax, 'quoting'>,
): readonly Node[] => {
  const roots: Open[] = [];
  const stack: Open[] = [];
  const lines = text.split('\n');
  const whole = quoting === undefined ? lines : withQuotes(lines, quoting);
  for (let at = 0; at < whole.length; at++) {
    const trimmed = whole[at]!.trimEnd();
    if (trimmed === '') continue;
    const content = trimmed.trimStart();
    if (content.startsWith(comment) || content === leave) continue;
    const indent = trimmed.length - content.length;
    if (content in closers) {
      intoBlock(stack.findLast((open) => open.indent < indent)?.children ?? roots, indent, closers[content]!);
      continue;
    }
    while (stack.length > 0 && stack[stack.length - 1]!.indent >= indent) stack.pop();
    const node: Open = { text: content, children: none, line: at + 1, indent };
    const above = stack[stack.length - 1];
    if (above === undefined) roots.push(node);
    else if (above.children === none) above.children = [node];
    else above.children.push(node);
    stack.push(node);
    if (stack.length > limits.depth) return tooDeep(at + 1);
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
