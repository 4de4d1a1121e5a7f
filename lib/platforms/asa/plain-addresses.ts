import { wordsOf, type Node } from '../../desired/cli/tree';
import { isIpv4 } from '../../kernel/ip';

/** Names that `name 192.0.2.1 MAIL` gives to addresses, which an ASA prints instead of them while `names` is on. */
const namesIn = (roots: readonly Node[]): ReadonlyMap<string, string> => {
  if (!roots.some(({ text }) => text === 'names')) return new Map();
  return new Map(
    roots.flatMap(({ text }) => {
      const [word, address = '', name] = wordsOf(text);
      return word === 'name' && isIpv4(address) && name !== undefined ? [[name, address] as const] : [];
    }),
  );
};

/** Words behind which a name is that of something else. */
const others = new Set(['object', 'object-group', 'interface', 'time-range', 'user', 'user-group', 'name', 'remark']);
/** Where in a line addresses stand, from which word on. */
const addressed: readonly (readonly [RegExp, number])[] = [
  [/^access-list \S+ (?!remark|webtype|ethertype)/, 3],
  [/^route \S+ /, 2],
  [/^crypto (dynamic-)?map \S+ \d+ set peer /, 6],
];

const withAddresses = (text: string, names: ReadonlyMap<string, string>): string => {
  const from = addressed.find(([form]) => form.test(text))?.[1];
  if (from === undefined) return text;
  const words = wordsOf(text);
  const told = words.map((word, at) => (at >= from && !others.has(words[at - 1]!) ? (names.get(word) ?? word) : word));
  return told.every((word, at) => word === words[at]) ? text : told.join(' ');
};

/** `set pfs` alone is the group that the release takes by itself: 14 since 9.13 (Cisco, release notes 9.13), 2 before. */
const withGroup = (node: Node, group: number): Node => {
  if (node.text === 'set pfs' || /^crypto (dynamic-)?map \S+ \d+ set pfs$/.test(node.text))
    return { ...node, text: `${node.text} group${group}` };
  const children = node.text.startsWith('crypto ipsec profile ')
    ? node.children.map((one) => withGroup(one, group))
    : [];
  return children.every((child, at) => child === node.children[at]) ? node : { ...node, children };
};

/** What an ASA prints in another form: its releases print a default bare, and names in place of addresses. */
export const prepared = (roots: readonly Node[], release?: string): readonly Node[] => {
  const shown =
    release ?? roots.map(({ text }) => /^ASA Version (\S+)/.exec(text)?.[1]).find((each) => each !== undefined);
  const [, major = '9', minor = '99'] = /^(\d+)\.(\d+)/.exec(shown ?? '') ?? [];
  const group = Number(major) > 9 || (Number(major) === 9 && Number(minor) >= 13) ? 14 : 2;
  const names = namesIn(roots);
  return roots.map((root) => {
    const text = names.size === 0 ? root.text : withAddresses(root.text, names);
    return withGroup(text === root.text ? root : { ...root, text }, group);
  });
};
