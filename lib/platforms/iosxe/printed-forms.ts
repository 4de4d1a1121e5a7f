import type { Node } from '../../desired/cli/tree';
import { withNumberedLists } from './numbered-lists';

const both = /^route-target +both +(\S.*)$/;

/** `route-target both` is what a person types for two lines; some releases keep it. */
const asTwo = (node: Node): readonly Node[] => {
  const [, target] = both.exec(node.text) ?? [];
  if (target === undefined) return [{ ...node, children: node.children.flatMap(asTwo) }];
  return ['export', 'import'].map((way) => ({ ...node, text: `route-target ${way} ${target}` }));
};

/** What releases print in several forms, in the one that is read. */
export const inOneForm = (roots: readonly Node[]): readonly Node[] =>
  withNumberedLists(
    roots.map((root) =>
      root.text.startsWith('vrf definition ') ? { ...root, children: root.children.flatMap(asTwo) } : root,
    ),
  );
