import { parseTree } from '../../../support/cli';
import { renderTree, wordsOf, type Node } from '../../../../lib/desired/cli/tree';

/** Text and children only. */
const shape = (nodes: readonly Node[]): unknown[] =>
  nodes.map((n) => (n.children.length ? [n.text, shape(n.children)] : n.text));

test('a line that is indented belongs to the line above', () => {
  expect(shape(parseTree('interface Tunnel1\n ip mtu 1400\n shutdown\nend\n'))).toEqual([
    ['interface Tunnel1', ['ip mtu 1400', 'shutdown']],
    'end',
  ]);
});
test.each([1, 2, 3])('an indent of %d is one level', (n) => {
  const pad = ' '.repeat(n);
  expect(shape(parseTree(`a\n${pad}b\n${pad}${pad}c\n${pad}d\n`))).toEqual([['a', [['b', ['c']], 'd']]]);
});
test('blocks of different indent stand side by side', () => {
  expect(shape(parseTree('a\n  b\nc\n   d\n    e\n   f\n'))).toEqual([
    ['a', ['b']],
    ['c', [['d', ['e']], 'f']],
  ]);
});
test('carriage returns and trailing blanks are not part of a line', () => {
  expect(shape(parseTree('a  \r\n b \t\r\nc\r\n'))).toEqual([['a', ['b']], 'c']);
});
test('blanks inside a line are kept', () => {
  expect(shape(parseTree('description  two   blanks'))).toEqual(['description  two   blanks']);
});
test('exclamation marks and blank lines are dropped and close no block, wherever they stand', () => {
  expect(shape(parseTree('!\na\n b\n !\n  !\n\n c\n! comment\nd\n'))).toEqual([['a', ['b', 'c']], 'd']);
});
test('what a script leaves a block with is no line of it', () => {
  const text = 'keyring K\n peer one\n  address 192.0.2.1\n  exit\n peer two\n  address 192.0.2.2\n exit\nexit\n';
  expect(shape(parseTree(text))).toEqual([
    [
      'keyring K',
      [
        ['peer one', ['address 192.0.2.1']],
        ['peer two', ['address 192.0.2.2']],
      ],
    ],
  ]);
});
test('keyrings of a device keep their peers apart', () => {
  const text = 'crypto ikev2 keyring K\n peer one\n  address 192.0.2.1\n !\n peer two\n  address 192.0.2.2\n !\n!\n';
  expect(shape(parseTree(text))).toEqual([
    [
      'crypto ikev2 keyring K',
      [
        ['peer one', ['address 192.0.2.1']],
        ['peer two', ['address 192.0.2.2']],
      ],
    ],
  ]);
});
test('every node knows its line in the source, from 1', () => {
  const [a, c] = parseTree('!\na\n\n b\nc');
  expect([a!.line, a!.children[0]!.line, c!.line]).toEqual([2, 4, 5]);
});
test('text of nothing is not a node', () => {
  expect(parseTree('\n!\n \n')).toEqual([]);
});
test('a tree is written with one blank a level', () => {
  expect(renderTree(parseTree('a\n   b\n     c\nd'))).toEqual(['a', ' b', '  c', 'd']);
});
test('words are parted by any blanks', () => {
  expect(wordsOf('  set   pfs\tgroup19 ')).toEqual(['set', 'pfs', 'group19']);
});
