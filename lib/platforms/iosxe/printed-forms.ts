import type { Node } from '../../desired/cli/tree';
import { withNumberedLists } from './numbered-lists';

const both = /^route-target +both +(\S.*)$/;

/** `route-target both` is what a person types for two lines; some releases keep it. */
const asTwo = (node: Node): readonly Node[] => {
  const [, target] = both.exec(node.text) ?? [];
  if (target === undefined) return [{ ...node, children: node.children.flatMap(asTwo) }];
  return ['export', 'import'].map((way) => ({ ...node, text: `route-target ${way} ${target}` }));
};

/** What an IP SLA operation is asked with stands below it, or as far out as it: then it is what follows the first line. */
const belowOperation = (root: Node): Node => {
  const [first, ...rest] = root.children;
  return first === undefined || rest.length === 0
    ? root
    : { ...root, children: [{ ...first, children: [...first.children, ...rest] }] };
};

const formOf = (root: Node): Node => {
  if (root.text.startsWith('vrf definition ')) return { ...root, children: root.children.flatMap(asTwo) };
  return /^ip sla \d+$/.test(root.text) ? belowOperation(root) : root;
};

/** What releases print in several forms, in the one that is read. */
export const inOneForm = (roots: readonly Node[]): readonly Node[] => withNumberedLists(roots.map(formOf));
