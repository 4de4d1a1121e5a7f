import { withUndeclared } from '../../../../../lib/platforms/fmc/write/bodies';
import { accessList } from '../../../../../lib/platforms/fmc/grammar/access-list';

const { entries } = accessList.fields;
const leaves = entries.form === 'written' ? entries.leaves : [];
const tag = { id: 't5', name: 'Staff', type: 'SecurityGroupTag' };
const byHand = [{ tag: '77', type: 'SecurityGroupTagLiteral' }];
const line = {
  action: 'PERMIT',
  logging: 'DISABLED',
  sourceNetworks: { literals: [{ type: 'Network', value: '10.1.0.0/16' }] },
};

test.each([
  ['a tag of ours', { objects: [tag] }],
  ['no tag of ours', undefined],
])('literals of tags that stand beside %s in a line stay there', (_, mine) => {
  const ours = { entries: [{ ...line, ...(mine === undefined ? {} : { securityGroupTags: mine }) }] };
  const now = {
    entries: [{ ...line, securityGroupTags: { ...mine, literals: byHand }, users: { objects: [{ id: 'u1' }] } }],
  };
  expect(withUndeclared(leaves, ours, now)).toEqual(now);
});

test('what stands by hand in a line stays where the line is changed in its place, and is not given to another line', () => {
  const tagged = { ...line, securityGroupTags: { literals: byHand } };
  const other = { ...line, sourceNetworks: { literals: [{ type: 'Network', value: '10.2.0.0/16' }] } };
  const mine = { ...line, securityGroupTags: { objects: [tag] } };
  expect(withUndeclared(leaves, { entries: [mine] }, { entries: [tagged] })).toEqual({
    entries: [{ ...line, securityGroupTags: { objects: [tag], literals: byHand } }],
  });
  expect(withUndeclared(leaves, { entries: [other, line] }, { entries: [tagged] })).toEqual({
    entries: [other, tagged],
  });
});
