import { listTypeOfNumber } from '../../model/shared/access-list';
import type { Node } from '../../desired/cli/tree';

const line = /^access-list (\d+) (\S.*)$/;

/**
 * Releases print an access list of a number as lines of its own, `access-list 10 permit …`, or as a block like any other,
 * `ip access-list standard 10`. The lines become the block, where the first of them stands: it is what both releases take
 * when it is typed, and no line of it is ever taken away by `no access-list 10`, which may take the whole list.
 */
export const withNumberedLists = (roots: readonly Node[]): readonly Node[] => {
  if (!roots.some(({ text }) => text.startsWith('access-list '))) return roots;
  const blocks = new Map<string, { readonly node: Node; readonly children: Node[] }>();
  return roots.flatMap((root) => {
    const [, number = '', rest = ''] = line.exec(root.text) ?? [];
    const type = number === '' ? undefined : listTypeOfNumber(Number(number));
    if (type === undefined) return [root];
    const known = blocks.get(number);
    const child: Node = { ...root, text: rest };
    if (known) {
      known.children.push(child);
      return [];
    }
    const children = [child];
    const node: Node = { text: `ip access-list ${type} ${number}`, children, line: root.line };
    blocks.set(number, { node, children });
    return [node];
  });
};
