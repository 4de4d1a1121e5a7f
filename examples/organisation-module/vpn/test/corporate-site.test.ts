import { IosXeRouter, Login } from 'tunnelwright';
import { Testing } from 'tunnelwright/testing';
import { CorporateSite, type CorporateSiteProps } from '../src';

const site = (props: Partial<CorporateSiteProps> = {}) => {
  const stack = Testing.stack();
  const router = (id: string, host: string) =>
    new IosXeRouter(stack, id, { host, release: '17.9', login: Login.fromEnv('EDGE') });
  new CorporateSite(stack, 'pune', {
    router: router('edge', '192.0.2.2'),
    address: '198.51.100.2',
    number: 7,
    networks: ['10.20.0.0/16'],
    headquarters: { router: router('hq', '192.0.2.1'), address: '198.51.100.1', networks: ['10.10.0.0/16'] },
    change: 'CHG0012345',
    ...props,
  });
  return stack;
};

test('a site has a tunnel to the headquarters, with its number', () => {
  const stack = site();
  expect(Testing.problems(stack)).toEqual([]);
  expect(Testing.synthTarget(stack, 'edge').cfg).toContain(' ip address 10.99.7.2 255.255.255.252\n');
  expect(Testing.synthTarget(stack, 'hq').cfg).toContain(' ip address 10.99.7.1 255.255.255.252\n');
});

test('both ends say by which change they came', () => {
  const stack = site();
  for (const target of ['edge', 'hq'])
    expect(Testing.synthTarget(stack, target).cfg).toContain(' description pune CHG0012345\n');
});

test('the rules of the organisation come with it', () => {
  const errors = Testing.findings(site({ change: 'soon' })).counted.filter(({ severity }) => severity === 'error');
  expect(errors.map(({ rule, path }) => `${rule} ${path}`)).toEqual([
    'EXAMPLE-VPN-001 test/pune/vpn/edge/profile',
    'EXAMPLE-VPN-001 test/pune/vpn/hq/profile',
  ]);
  expect(Testing.findings(site()).counted.filter(({ severity }) => severity !== 'note')).toEqual([]);
});
