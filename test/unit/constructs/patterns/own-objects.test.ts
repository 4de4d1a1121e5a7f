import {
  AaaAuthenticationList,
  AaaNewModel,
  AaaServerGroup,
  CryptoSuite,
  IkeV2Global,
  IkeV2Policy,
  IkeV2Proposal,
  IosXeRouter,
  LocalUser,
  Login,
  RemoteAccess,
  Secret,
} from 'tunnelwright';
import { Testing } from '../../../../testing';

/** Users of a router, behind what the program itself says of it. */
const declared = (before: (edge: IosXeRouter, servers: AaaServerGroup) => void) => {
  const stack = Testing.stack('net');
  const edge = new IosXeRouter(stack, 'edge', { host: '192.0.2.1', release: '17.9', login: Login.fromEnv('EDGE') });
  new LocalUser(edge, 'admin', { privilege: 15, secret: Secret.fromEnv('ADMIN') });
  new AaaAuthenticationList(edge, 'default', { methods: ['local'] });
  new AaaNewModel(edge, 'aaa', {});
  const servers = new AaaServerGroup(edge, 'ISE', {
    privateServers: [{ address: '10.0.0.2', key: Secret.fromEnv('RADIUS') }],
  });
  before(edge, servers);
  const access = new RemoteAccess(stack, 'staff', {
    headend: edge,
    suite: CryptoSuite.aes256Gcm({ group: 19 }),
    trustpoint: 'CA',
    authentication: servers,
    pool: { from: '10.99.0.1', to: '10.99.0.100' },
    gateway: '10.98.0.1/32',
    names: { authenticationList: 'USERS' },
  });
  return { access, problems: stack.problems, cfg: () => Testing.synthTarget(stack, 'edge').cfg };
};

const count = (text: string, line: string): number => text.split('\n').filter((each) => each === line).length;

test('a policy of the program that offers the proposal is used, with all that it says more', () => {
  const { problems, cfg, access } = declared((edge) => {
    const proposal = new IkeV2Proposal(edge, 'staff', { encryption: ['aes-gcm-256'], prf: ['sha384'], group: [19] });
    new IkeV2Policy(edge, 'SITE-TO-SITE', { fvrf: 'any', proposals: [proposal] });
  });
  expect(problems).toEqual([]);
  expect(count(cfg(), 'crypto ikev2 policy SITE-TO-SITE')).toBe(1);
  expect(cfg()).toContain('crypto ikev2 policy SITE-TO-SITE\n match fvrf any\n proposal staff\n');
  expect(access.router!.protection!.policy.ref.name).toBe('SITE-TO-SITE');
});

test('one that does not offer it contradicts the VPN', () => {
  const { problems } = declared((edge) => {
    const proposal = new IkeV2Proposal(edge, 'other', { encryption: ['aes-gcm-256'], prf: ['sha384'], group: [20] });
    new IkeV2Policy(edge, 'SITE-TO-SITE', { proposals: [proposal] });
  });
  expect(problems.map(({ message }) => message).join()).toContain('SITE-TO-SITE');
});

test('global settings that say what users need, and method lists that say the same, are used', () => {
  const { problems, cfg } = declared((edge, servers) => {
    new IkeV2Global(edge, 'ikev2-global', { cookieChallenge: 100, httpUrlCert: false });
    new AaaAuthenticationList(edge, 'USERS', { methods: [servers] });
  });
  expect(problems).toEqual([]);
  for (const line of [
    'crypto ikev2 cookie-challenge 100',
    'no crypto ikev2 http-url cert',
    'aaa authentication login USERS group ISE',
  ])
    expect(count(cfg(), line)).toBe(1);
});

test('global settings that say otherwise contradict the VPN', () => {
  const { problems } = declared((edge) => new IkeV2Global(edge, 'ikev2-global', { cookieChallenge: 100 }));
  expect(problems.map(({ code }) => code)).toEqual(['noun.twice']);
});
