import { startFmc, type LabFmc } from '../../lib/lab/devices/fmc';
import { done, idOf, said } from '../support/fmc-lab/builder';
import { connect, type LabClient } from '../support/fmc-lab/client';

/** Rules of access control of the lab's FMC, as a client other than ours would see them. */
let lab: LabFmc;
let client: LabClient;
let rules: string;
beforeEach(async () => {
  const policy = { name: 'edge', rules: ['web', 'Block all'], categories: ['VPN'], devices: ['branch-ftd'] };
  const rest = { requestsPerMinute: 0, deployMs: 30, delayMs: 0 };
  lab = await startFmc({ ...rest, accessPolicies: [policy, { name: 'other' }] });
  client = await connect(lab);
  const [edge] = await client.items('policy/accesspolicies');
  rules = `policy/accesspolicies/${idOf(edge)}/accessrules`;
});
afterEach(() => lab.close());

const post = (name: string, query = '', more: object = {}) =>
  client.post(`${rules}${query}`, { name, type: 'AccessRule', action: 'ALLOW', ...more });
const order = async (): Promise<readonly string[]> =>
  (await client.items(rules)).map(({ name, metadata }) => {
    const { ruleIndex, section, category } = metadata as Record<string, string>;
    return `${ruleIndex} ${String(name)} ${section} ${category}`;
  });

test('a rule stands where the query of its creation says', async () => {
  await done(post('last'));
  await done(post('first', '?section=mandatory'));
  await done(post('vpn', '?category=VPN'));
  await done(post('above', '?insertBefore=4'));
  await done(post('below', '?insertAfter=3&insertBefore=1'));
  expect(await order()).toEqual([
    '1 below Mandatory --Undefined--',
    '2 first Mandatory --Undefined--',
    '3 vpn Mandatory VPN',
    '4 web Default --Undefined--',
    '5 above Default --Undefined--',
    '6 Block all Default --Undefined--',
    '7 last Default --Undefined--',
  ]);
});

test.each([
  ['?section=top', /Invalid section: top/],
  ['?category=Nowhere', /Invalid category: Nowhere/],
  ['?section=mandatory&category=VPN', /cannot both/],
  ['?insertBefore=9', /Invalid rule index: 9/],
  ['?section=mandatory&insertBefore=1', /not in the section/],
])('%s is refused, and nothing is left of it', async (query, message) => {
  const answer = await post('x', query);
  expect([answer.status, said(answer.data)]).toEqual([400, expect.stringMatching(message)]);
  expect(await order()).toHaveLength(2);
});

test.each<[object, RegExp]>([
  [{ action: 'MONITOR' }, /monitor rule/],
  [{ action: 'BLOCK', logEnd: true }, /block rule/],
  [{ action: 'TRUST', ipsPolicy: { id: 'x' } }, /intrusion policy/],
  [{ name: 'web' }, /Duplicate Name/],
  [{ sourceZones: { objects: [{ id: 'nothing' }] } }, /UUID/],
  [{ sourceNetworks: { literals: [{ type: 'Network', value: '10.0.0.300/8' }] } }, /IP Address/],
])('%j is refused', async (more, message) => {
  const answer = await post('x', '', more);
  expect([answer.status, said(answer.data)]).toEqual([400, expect.stringMatching(message)]);
});

test('a name is one in its policy, a change leaves a rule where it is, and its policy makes devices out of date', async () => {
  const made = await done(post('vpn', '?insertBefore=2'));
  expect(made).toMatchObject({ enabled: true, logBegin: false, variableSet: { name: 'Default Set' } });
  expect(await client.items('deployment/deployabledevices')).toMatchObject([{ name: 'branch-ftd' }]);
  await done(client.put(`${rules}/${idOf(made)}`, { ...made, action: 'TRUST' }));
  expect((await order())[1]).toBe('2 vpn Default --Undefined--');
  const other = (await client.items('policy/accesspolicies')).find(({ name }) => name === 'other');
  const elsewhere = `policy/accesspolicies/${idOf(other)}/accessrules`;
  await done(client.post(elsewhere, { name: 'vpn', type: 'AccessRule', action: 'ALLOW' }));
  expect((await client.remove(`${rules}/${idOf(made)}`)).status).toBe(200);
  expect((await client.post('policy/accesspolicies', { name: 'x' })).status).toBe(405);
});

test('the list has pages', async () => {
  for (const name of ['a', 'b', 'c']) await done(post(name));
  const { data } = await client.get(`${rules}?expanded=true&limit=2&offset=2`);
  const { items, paging } = data as { items: readonly { name: string }[]; paging: { count: number; pages: number } };
  expect([items.map(({ name }) => name), paging.count, paging.pages]).toEqual([['a', 'b'], 5, 3]);
});
