import { nameParts, writtenPart } from '../../../lib/kernel/distinguished-name';

test.each([
  ['cn=edge, O = Example', ['cn edge', 'o Example']],
  [String.raw`cn=edge,o=Example\, Inc.,c=IN`, ['cn edge', 'o Example, Inc.', 'c IN']],
  ['cn=edge,o="Example, Inc.",c=IN', ['cn edge', 'o Example, Inc.', 'c IN']],
  [String.raw`o=a\\,c=b`, [String.raw`o a\ `.trim(), 'c b']],
  [String.raw`o=5\" pipes,c=b`, ['o 5" pipes', 'c b']],
  ['o=a=b', ['o a=b']],
  ['cn=a,,o=b', ['cn a', ' ', 'o b']],
])('%s', (name, parts) => {
  expect(nameParts(name).map((part) => part.join(' '))).toEqual(parts);
});

test('what is written is read as it was', () => {
  const parts = [['o', String.raw`a\, "b", c`]] as const;
  expect(nameParts(parts.map(writtenPart).join(','))).toEqual(parts);
});
