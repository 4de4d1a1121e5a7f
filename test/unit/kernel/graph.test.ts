import fc from 'fast-check';
import { topological } from '../../../lib/kernel/graph';
import { groupBy } from '../../../lib/kernel/group';
import { holds } from '../../support/properties';

const order = (edges: Readonly<Record<string, readonly string[]>>) =>
  topological(
    Object.keys(edges),
    (name) => name,
    (name) => edges[name]!,
  );

test('what a node refers to comes before it', () => {
  expect(order({ profile: ['proposal', 'keyring'], keyring: [], proposal: [] }).ordered).toEqual([
    'proposal',
    'keyring',
    'profile',
  ]);
});
test('nodes that do not refer to each other keep their order', () => {
  expect(order({ c: [], a: [], b: [] }).ordered).toEqual(['c', 'a', 'b']);
});
test('a reference to what is not among the nodes is passed over', () => {
  expect(order({ a: ['somebody else’s'] })).toEqual({ ordered: ['a'] });
});
test('a cycle is named by its members only, in the order in which they refer', () => {
  expect(order({ start: ['a'], a: ['b'], b: ['c'], c: ['a'] }).cycle).toEqual(['a', 'b', 'c']);
});
test('a node that refers to itself is a cycle of one', () => {
  expect(order({ a: ['a'] }).cycle).toEqual(['a']);
});
test('a diamond is not a cycle', () => {
  const { ordered, cycle } = order({ top: ['left', 'right'], left: ['base'], right: ['base'], base: [] });
  expect(ordered).toEqual(['base', 'left', 'right', 'top']);
  expect(cycle).toBeUndefined();
});
test('every graph without a cycle is ordered whole, references first', () =>
  holds(
    fc.property(fc.array(fc.array(fc.nat(30), { maxLength: 4 }), { maxLength: 30 }), (raw) => {
      const edges = Object.fromEntries(
        raw.map((refs, i) => [`n${i}`, refs.filter((ref) => ref < i).map((ref) => `n${ref}`)]),
      );
      const { ordered, cycle } = order(edges);
      expect(cycle).toBeUndefined();
      expect([...ordered].sort()).toEqual(Object.keys(edges).sort());
      for (const [name, refs] of Object.entries(edges))
        for (const ref of refs) expect(ordered.indexOf(ref)).toBeLessThan(ordered.indexOf(name));
    }),
  ));
test('groups keep the order of first appearance', () => {
  expect([...groupBy([3, 1, 4, 1, 5], (n) => (n % 2 ? 'odd' : 'even'))]).toEqual([
    ['odd', [3, 1, 1, 5]],
    ['even', [4]],
  ]);
});
