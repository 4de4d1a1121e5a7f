import { parseTree, type Node } from '../../desired/cli/tree';
import { negate } from './negation';
import { negativesShown } from './grammar/global';
import { matchGlobal, matchIn, type Level } from './modes';
import { orderOf } from './grammar/order';
import { linesAt, put, within, type Config, type Line } from './tree';

/** What a device prints and does not hold, or that the printer writes by itself. */
const noise =
  /^(version \S+|end|exit-address-family|exit|Building configuration\.\.\.|Current configuration ?:.*|Using \d+ out of .*)$/;

const banner = /^banner (\S+) (\^C|\S)([^]*?)\2[^\n]*$/gm;

const verbatim = (node: Node, order: readonly number[] | undefined): Line => ({
  slot: node.text,
  text: node.text,
  ...(order ? { order } : {}),
  ...(node.children.length > 0 ? { lines: node.children.map((child) => verbatim(child, undefined)) } : {}),
});

const keep = (config: Config, level: Level | undefined, node: Node): Config =>
  within(config, level?.path ?? [], (lines) => put(lines, verbatim(node, orderOf(level?.mode ?? '', node.text, []))));

const dataLines = (config: Config, level: Level, nodes: readonly Node[]): Config =>
  within(config, level.path, () =>
    nodes.filter((node) => node.text !== 'quit').map((node, i) => ({ slot: String(i), text: node.text })),
  );

const place = (config: Config, level: Level | undefined, node: Node): Config => {
  if (noise.test(node.text)) return config;
  const words = node.text.split(/\s+/).join(' ');
  if (words.startsWith('no ')) {
    const text = words.slice(3);
    const shown = negativesShown.some((lead) => text === lead || text.startsWith(`${lead} `));
    const outcome = negate(config, level, text, shown);
    return outcome.form === 'done' ? outcome.config : keep(config, level, node);
  }
  const match = level ? matchIn(level, words) : matchGlobal(words);
  if ('miss' in match || (node.children.length > 0 && !match.level)) return keep(config, level, node);
  const next = match.hidden ? config : within(config, level?.path ?? [], (lines) => put(lines, match.line));
  if (!match.level) return next;
  if (match.level.data) return dataLines(next, match.level, node.children);
  return node.children.reduce((all, child) => place(all, match.level, child), next);
};

/**
 * Reads a configuration file as a device does at boot: what it does not know it keeps as it is, and no reference is
 * checked, because the device's own order is not one of references.
 */
export const boot = (text: string): Config => {
  const banners = [...text.matchAll(banner)];
  const plain = text.replace(/\r/g, '').replace(banner, '');
  const config = parseTree(plain).reduce<Config>((all, node) => place(all, undefined, node), []);
  return banners.reduce<Config>((all, [whole, kind]) => {
    const order = orderOf('', whole, []);
    return put(all, { slot: `banner ${kind}`, text: whole, ...(order ? { order } : {}) });
  }, config);
};

export const hostnameOf = (config: Config, otherwise: string): string =>
  linesAt(config, [])
    .find((line) => line.slot === 'hostname')
    ?.text.split(' ')[1] ?? otherwise;
