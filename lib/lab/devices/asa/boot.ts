import { parseTree, type Node } from '../../../desired/cli/tree';
import { syntax } from '../../../platforms/asa/syntax';
import { put, within, type Config, type Line } from './config';
import { matchGlobal, matchIn, type Level } from './modes';

const noise = /^(:|ASA Version |Cryptochecksum:)/;

const verbatim = (node: Node): Line => ({
  slot: node.text,
  text: node.text,
  ...(node.children.length > 0 ? { lines: node.children.map(verbatim) } : {}),
});

const place = (config: Config, level: Level | undefined, node: Node): Config => {
  const match = level === undefined ? matchGlobal(node.text) : matchIn(level, node.text);
  const path = level?.path ?? [];
  if ('miss' in match || (node.children.length > 0 && match.level === undefined))
    return within(config, path, (lines) => put(lines, verbatim(node)));
  if (match.hidden) return config;
  const next = within(config, path, (lines) => put(lines, match.line));
  return node.children.reduce((all, child) => place(all, match.level, child), next);
};

/** Reads a configuration as an ASA does at boot: what it does not know it keeps as it is, and no reference is checked. */
export const boot = (text: string): Config =>
  parseTree(text, syntax)
    .filter((node) => !noise.test(node.text))
    .reduce<Config>((config, node) => place(config, undefined, node), []);
