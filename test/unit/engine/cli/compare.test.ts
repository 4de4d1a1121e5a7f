import { parseTree } from '../../../support/cli';
import { movedBetween, movedWords } from '../../../../lib/engine/cli/compare';

const moved = (before: string, after: string): readonly string[] => movedBetween(parseTree(before), parseTree(after));

test('a line that went, one that came, and the block that it is in', () => {
  expect(moved('a\n b\n c\n', 'a\n b\n d\n')).toEqual(['- a / c', '+ a / d']);
});
test('a line that is there twice is not one that is there once', () => {
  expect(moved('a\na\n', 'a\n')).toEqual(['- a']);
});
test('blocks may stand in another order', () => {
  expect(moved('a\n x\nb\n y\n', 'b\n y\na\n x\n')).toEqual([]);
});
test('entries of a list may not', () => {
  const [permit, deny] = ['access-list A extended permit ip any any\n', 'access-list A extended deny ip any any\n'];
  expect(moved(permit + deny, deny + permit)).toEqual([
    '- access-list A extended permit ip any any (in another place)',
    '- access-list A extended deny ip any any (in another place)',
  ]);
});
test('a secret is not compared and not shown', () => {
  expect(moved('username a password 7 0822455D\n', 'username a password 7 13061E010803\n')).toEqual([]);
  expect(moved('username a password 7 0822455D\n', '').join()).not.toContain('0822455D');
});
test('what the device moves by itself is not a difference', () => {
  expect(moved('ntp clock-period 17180000\na\n', 'ntp clock-period 17180001\na\n')).toEqual([]);
});
test('the first three are said', () => {
  expect(movedWords(['- a', '- b', '+ c', '+ d', '+ e'])).toBe('`- a`, `- b`, `+ c` and 2 more');
});
