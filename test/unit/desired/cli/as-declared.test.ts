import { asDeclared } from '../../../../lib/desired/cli/as-declared';
import type { Entry } from '../../../../lib/desired/cli/entry';
import { parseTree } from '../../../../lib/desired/cli/tree';

const line = (text: string, more: Partial<Entry> = {}): Entry => ({ key: text, text, undo: `no ${text}`, ...more });
const nodes = (...lines: readonly string[]) =>
  parseTree(lines.join('\n'), { comment: '!', closers: {}, leave: 'exit' });
const [encryption, group, prf] = [
  line('encryption aes-gcm-256'),
  line('group 19'),
  line('prf sha384', { hidden: true }),
];

test('lines that stand there as they are declared are those that are declared', () => {
  const entries = [encryption, prf, group];
  expect(asDeclared(entries, nodes('encryption aes-gcm-256', 'prf sha384', 'group 19'))).toBe(entries);
});

test('what the device hides may be missing', () =>
  expect(asDeclared([encryption, prf, group], nodes('encryption aes-gcm-256', 'group 19'))).toEqual([
    encryption,
    group,
  ]));

test.each([
  ['another line', ['encryption aes-gcm-256', 'group 20']],
  ['one more', ['encryption aes-gcm-256', 'group 19', 'group 20']],
  ['one less', ['encryption aes-gcm-256']],
  ['another order', ['group 19', 'encryption aes-gcm-256']],
  ['lines below one', ['encryption aes-gcm-256', ' group 20', 'group 19']],
])('%s: they are to be read', (_what, lines) =>
  expect(asDeclared([encryption, group], nodes(...lines))).toBeUndefined(),
);

test('what stands below a line counts with it', () => {
  const block = [line('address-family ipv4', { children: [encryption, prf] })];
  expect(asDeclared(block, nodes('address-family ipv4', ' encryption aes-gcm-256', ' prf sha384'))).toBe(block);
  expect(asDeclared(block, nodes('address-family ipv4', ' encryption aes-gcm-256'))).toEqual([
    { ...block[0], children: [encryption] },
  ]);
  expect(asDeclared(block, nodes('address-family ipv4', ' encryption aes-cbc-256'))).toBeUndefined();
});
