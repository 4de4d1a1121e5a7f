import { parseTree, type Node } from '../../../desired/cli/tree';
import { syntax } from '../../../platforms/iosxe/syntax';
import { negate } from './negation';
import { negativesShown } from './grammar/global';
import { inTurn, matchGlobal, matchIn, type Level } from './modes';
import { filledIn, orderOf } from './grammar/order';
import { linesAt, put, within, type Config, type Line } from './tree';

/** What a device prints and does not hold, or that the printer writes by itself. */
const noise =
  /^(version \S+|end|exit-address-family|exit|Building configuration\.\.\.|Current configuration ?:.*|Using \d+ out of .*)$/;

const banner = /^banner (\S+) (\^C|\S)([^]*?)\2[^\n]*$/gm;

/** How the lines of a file are kept: of what a device printed also where each stands, and how far it is indented. */
interface Source {
  line(line: Line, node: Node): Line;
  level(lines: Config): Config;
}
const written: Source = { line: (line) => line, level: (lines) => lines };

const held = ({ order, ...line }: Line): Line => (order === undefined ? line : { ...line, held: order });
const released = ({ held: order, ...line }: Line): Line => ({
  ...line,
  ...(order === undefined ? {} : { order }),
  ...(line.lines ? { lines: line.lines.map(released) } : {}),
});

const asPrinted = (text: string): Source => {
  const raw = text.split('\n');
  const indentOf = (node: Node): number => /^ */.exec(raw[node.line - 1]!)![0].length;
  return {
    line: (own, node) => {
      const line = { ...own, printed: node.text };
      if (line.lines === undefined) return held(line);
      const [child] = node.children;
      const indent = child === undefined ? 1 : indentOf(child) - indentOf(node);
      // Older releases print what stands in a family as far out as the family.
      const isFlush = indent === 0 && node.text.startsWith('address-family ');
      const filled = filledIn[line.mode ?? ''] ?? [];
      const bare = !filled.every(({ slots }) =>
        node.children.some(({ text: own }) =>
          slots.some((slot) => `${own.replace(/^no /, '')} `.startsWith(`${slot} `)),
        ),
      );
      return { ...held(line), ...(indent > 1 || isFlush ? { indent } : {}), ...(bare ? { bare: true } : {}) };
    },
    level: (lines) => lines.map(held),
  };
};

const verbatim = (source: Source, node: Node, order: readonly number[] | undefined): Line =>
  source.line(
    {
      slot: node.text,
      text: node.text,
      ...(order ? { order } : {}),
      ...(node.children.length > 0 ? { lines: node.children.map((child) => verbatim(source, child, undefined)) } : {}),
    },
    node,
  );

const keep = (source: Source, config: Config, level: Level | undefined, node: Node): Config =>
  within(config, level?.path ?? [], (lines) =>
    put(lines, verbatim(source, node, orderOf(level?.mode ?? '', node.text, []))),
  );

const dataLines = (config: Config, level: Level, nodes: readonly Node[]): Config =>
  within(config, level.path, () =>
    nodes.filter((node) => node.text !== 'quit').map((node, i) => ({ slot: String(i), text: node.text })),
  );

/** What the device prints for an empty slot holds its place. */
const isFilledIn = (level: Level | undefined, text: string): boolean =>
  (filledIn[level?.mode ?? ''] ?? []).some((each) => each.text === text);

const negative = (source: Source, config: Config, level: Level | undefined, node: Node, text: string): Config => {
  const path = level?.path ?? [];
  if (source !== written && isFilledIn(level, `no ${text}`))
    return within(config, path, (lines) => put(lines, { slot: text, text: `no ${text}` }));
  const shown = negativesShown.some((lead) => text === lead || text.startsWith(`${lead} `));
  const outcome = negate(config, level, text, shown);
  // What was printed with `no` and takes nothing away is a setting.
  if (source !== written && outcome.form === 'done' && outcome.config === config) {
    const match = level ? matchIn(level, text) : matchGlobal(text);
    const slot = 'miss' in match ? text : match.line.slot;
    return within(config, path, (lines) => put(lines, source.line({ slot, text: node.text }, node)));
  }
  return outcome.form === 'done' ? within(outcome.config, path, source.level) : keep(source, config, level, node);
};

const place = (source: Source, config: Config, level: Level | undefined, node: Node): Config => {
  if (noise.test(node.text)) return config;
  const words = node.text.split(/\s+/).join(' ');
  if (words.startsWith('no ')) return negative(source, config, level, node, words.slice(3));
  const match = level ? matchIn(level, words) : matchGlobal(words);
  if ('miss' in match || (node.children.length > 0 && !match.level)) return keep(source, config, level, node);
  const path = level?.path ?? [];
  // A release that prints no numbers goes on printing none.
  const there = linesAt(config, path);
  const { slot } = inTurn(there, match);
  // What a device prints beside another line is beside it, whatever the tables here say.
  const isTaken = source !== written && match.level === undefined && there.some((each) => each.slot === slot);
  const line = source.line({ ...match.line, slot: isTaken ? `${node.text} (${node.line})` : slot }, node);
  const next = match.hidden && source === written ? config : within(config, path, (lines) => put(lines, line));
  if (!match.level) return next;
  if (match.level.data) return dataLines(next, match.level, node.children);
  return node.children.reduce((all, child) => place(source, all, match.level, child), next);
};

/** A device goes by modes and not by indents: what means nothing at the top level stays in the block above. */
const reparented = (roots: readonly Node[]): readonly Node[] =>
  roots.reduce<readonly Node[]>((kept, root) => {
    const above = kept[kept.length - 1];
    const level = above && 'miss' in matchGlobal(root.text.replace(/^no /, '')) ? levelOf(above.text) : undefined;
    if (above === undefined || level === undefined || 'miss' in matchIn(level, root.text.replace(/^no /, '')))
      return [...kept, root];
    const children = [...above.children, { ...root, children: [] }, ...root.children];
    return [...kept.slice(0, -1), { ...above, children }];
  }, []);

/** The mode that a line leads into; none where that takes any line, because then it says nothing. */
const levelOf = (text: string): Level | undefined => {
  if (text.startsWith('no ')) return undefined;
  const match = matchGlobal(text);
  return 'miss' in match || match.level?.loose ? undefined : match.level;
};

/**
 * Reads a configuration file as a device does at boot: what it does not know it keeps as it is, and no reference is
 * checked, because the device's own order is not one of references. What a device printed (it says its `version`) is in
 * that device's order, which is better known than the tables here: they then only place what is typed later.
 */
export const boot = (text: string): Config => {
  const banners: { readonly kind: string; readonly text: string }[] = [];
  const plain = text.replace(/\r/g, '').replace(banner, (whole: string, kind: string) => {
    banners.push({ kind, text: whole });
    return `banner ${banners.length}${'\n'.repeat(whole.split('\n').length - 1)}`;
  });
  const source = /^version \d/m.test(plain) ? asPrinted(plain) : written;
  const config = reparented(parseTree(plain, syntax)).reduce<Config>((all, node) => {
    const found = banners[Number(/^banner (\d+)$/.exec(node.text)?.[1]) - 1];
    if (found === undefined) return place(source, all, undefined, node);
    const order = orderOf('', found.text, []);
    const line = { slot: `banner ${found.kind}`, text: found.text, ...(order ? { order } : {}) };
    return put(all, source.line(line, { ...node, text: found.text }));
  }, []);
  return config.map(released);
};

export const hostnameOf = (config: Config, otherwise: string): string =>
  linesAt(config, [])
    .find((line) => line.slot === 'hostname')
    ?.text.split(' ')[1] ?? otherwise;
