import { AaaAuthenticationList, IosXeRouter, LocalUser, Login, Secret } from 'tunnelwright';
import { Testing } from 'tunnelwright/testing';
import { CorporateRemoteAccess } from '../src';

const access = () => {
  const stack = Testing.stack();
  const router = new IosXeRouter(stack, 'hq', { host: '192.0.2.1', release: '17.9', login: Login.fromEnv('EDGE') });
  new LocalUser(router, 'admin', { privilege: 15, secret: Secret.fromEnv('ADMIN') });
  new AaaAuthenticationList(router, 'default', { methods: ['local'] });
  new CorporateRemoteAccess(stack, 'staff', {
    router,
    radius: [{ address: '10.10.0.5', secret: Secret.fromEnv('RADIUS') }],
    pool: { from: '10.200.0.1', to: '10.200.0.200' },
    networks: ['10.10.0.0/16'],
    change: 'CHG0012347',
  });
  return stack;
};

test('staff log in with EAP, checked by RADIUS', () => {
  const stack = access();
  expect(Testing.problems(stack)).toEqual([]);
  const { cfg } = Testing.synthTarget(stack, 'hq');
  expect(cfg).toContain(' description staff CHG0012347\n');
  expect(cfg).toContain(' authentication remote eap query-identity\n');
  expect(cfg).toContain(' server-private 10.10.0.5 auth-port 1812 acct-port 1813 key <secret:env:RADIUS>\n');
});

test('what the handbook excepts is waived, with its reason, and nothing else is found', () => {
  const { counted, waived } = Testing.findings(access());
  expect(counted.filter(({ severity }) => severity !== 'note')).toEqual([]);
  expect(waived.map(({ found, waiver }) => [found.rule, waiver.reason])).toEqual([
    ['TW-IPSEC-003', 'The clients of staff re-key by a lifetime of their own, exception 12 of the security handbook'],
  ]);
});
