import { parseTree, type Node } from '../../../desired/cli/tree';
import { syntax } from '../../../platforms/asa/syntax';
import { linesAt, put, within, type Config, type Line } from './config';
import { matchGlobal, matchIn, type Level } from './modes';

const noise = /^(:|ASA Version |NGFW Version |Cryptochecksum:)/;

/** Lines of which an ASA keeps several that say the same. */
const repeated = /^(access-list \S+ remark|banner) /;
/** What an ASA prints in two blocks: the object, and below the rules of NAT its own. */
const printedTwice = /^object network /;

/** A line as the file has it, blanks before and behind it too. */
type Raw = (node: Node) => Pick<Line, 'raw' | 'at'>;

const verbatim = (node: Node, raw: Raw): Line => ({
  slot: node.text,
  text: node.text,
  ...raw(node),
  ...(node.children.length > 0 ? { lines: node.children.map((child) => verbatim(child, raw)) } : {}),
});

/** The slot of a line among its siblings: what an ASA keeps twice has one of its own. */
const slotAmong = (lines: Config, { slot, text }: Line): string => {
  const again = lines.some((line) => line.slot === slot && line.text === text);
  if (!again || !(repeated.test(`${text} `) || printedTwice.test(text))) return slot;
  let count = 2;
  while (lines.some((line) => line.slot === `${slot} (${count})`)) count++;
  return `${slot} (${count})`;
};

const place = (config: Config, level: Level | undefined, node: Node, raw: Raw): Config => {
  const match = level === undefined ? matchGlobal(node.text) : matchIn(level, node.text);
  const path = level?.path ?? [];
  const strange = 'miss' in match || (node.children.length > 0 && match.level === undefined);
  // What a device prints it prints again, a value that it could hide and a hash as they are.
  const line = strange ? verbatim(node, raw) : { ...match.line, text: node.text, ...raw(node) };
  const slot = slotAmong(linesAt(config, path), line);
  const next = within(config, path, (lines) => put(lines, { ...line, slot }));
  if (strange || match.level === undefined) return next;
  const inner = { ...match.level, path: [...path, slot] };
  return node.children.reduce((all, child) => place(all, inner, child, raw), next);
};

/**
 * Reads a configuration as an ASA does at boot: what it does not know it keeps as it is, no reference is checked, and each
 * line is printed again as it stands.
 */
export const boot = (text: string): Config => {
  const lines = text.split('\n');
  const raw: Raw = ({ line: at }) => ({ at, raw: lines[at - 1]!.replace('\r', '') });
  return parseTree(text, syntax)
    .filter((node) => !noise.test(node.text))
    .reduce<Config>((config, node) => place(config, undefined, node, raw), []);
};
