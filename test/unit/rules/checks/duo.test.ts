import { existing } from '../../../../constructs/core/device-object';
import {
  AaaAuthenticationList,
  AaaServerGroup,
  DuoProxy,
  DuoProxyHost,
  DuoRadiusClient,
  DuoRadiusServerAuto,
  IkeV2Profile,
  IosXeRouter,
  Login,
  LoopbackInterface,
  PrimaryAuth,
  RadiusServer,
  Secret,
  type PrimaryAuthenticator,
  type VpnStack,
} from 'tunnelwright';
import { findingsIn } from '../../../support/rule-example';

const secret = Secret.fromEnv('EDGE_RADIUS');
const application = {
  ikey: 'DIABCDEFGHIJKLMNOPQR',
  skey: Secret.fromEnv('DUO_SKEY'),
  apiHost: 'api-0123abcd.duosecurity.com',
};
const routerIn = (stack: VpnStack): IosXeRouter =>
  new IosXeRouter(stack, 'edge', { host: '192.0.2.1', release: '17.9', login: Login.fromEnv('EDGE') });
const hostIn = (stack: VpnStack, host: string): DuoProxyHost =>
  new DuoProxyHost(stack, 'duo', { host, login: Login.fromEnv('DUO_PROXY') });

interface Asked {
  readonly host: string;
  readonly at: string;
  readonly primary?: PrimaryAuthenticator;
  readonly timeout?: number;
  readonly key?: string;
  readonly caller?: string;
}

/** A router that asks, for the EAP of its users and from Loopback0, a proxy that is managed at one address and asked at another. */
const asked =
  ({ host, at, primary = PrimaryAuth.radius(['10.197.243.116'], secret), timeout = 120, key, caller }: Asked) =>
  (stack: VpnStack): void => {
    const edge = routerIn(stack);
    const proxy = new DuoProxy(stack, 'mfa', { hosts: [hostIn(stack, host)], application, primary, addresses: [at] });
    proxy.radiusServer(edge, 'listed', { from: caller ?? '10.106.54.143', secret });
    const server = new RadiusServer(edge, 'by-hand', {
      address: at,
      timeout,
      key: Secret.fromEnv(key ?? 'EDGE_RADIUS'),
    });
    const sourceInterface = new LoopbackInterface(edge, 'Loopback0', { address: '10.106.54.143/32' });
    const group = new AaaServerGroup(edge, 'duo', { servers: [server], sourceInterface });
    const list = new AaaAuthenticationList(edge, 'users', { methods: [group] });
    new IkeV2Profile(edge, 'RA', {
      matchRemoteAny: true,
      authenticationLocal: 'rsa-sig',
      trustpoints: [existing('cert-trustpoint', 'CA')],
      authenticationRemote: [{ method: 'eap', queryIdentity: true }],
      aaaAuthentication: [{ method: 'eap', list }],
    });
  };
const found = (source: (stack: VpnStack) => void): readonly string[] => [
  ...new Set(findingsIn(source).flatMap(({ rule }) => (/^TW-DUO-00[4678]$/.test(rule) ? [rule] : []))),
];
const directory = PrimaryAuth.directory({
  hosts: ['dc.example.net'],
  searchDn: 'DC=example,DC=net',
  serviceAccountUsername: 'duo',
  serviceAccountPassword: Secret.fromEnv('LDAP'),
});

describe.each([
  ['a name', { host: 'duo.example.net', at: '10.197.243.97' }],
  ['an address of its management', { host: '192.0.2.97', at: '10.197.243.97' }],
])('a proxy that is managed by %s and asked at another address', (_title, where) => {
  test('is the one that the router asks', () => {
    expect(found(asked(where))).toEqual([]);
  });
  test.each([
    ['TW-DUO-004', { primary: directory }],
    ['TW-DUO-006', { timeout: 30 }],
    ['TW-DUO-007', { caller: '192.0.2.1' }],
    ['TW-DUO-008', { key: 'OTHER' }],
  ])('is looked at by %s', (rule, wrong) => {
    expect(found(asked({ ...where, ...wrong }))).toEqual([rule]);
  });
});

test('a section that listens at an address alone is the one that is asked there', () => {
  const two = (stack: VpnStack): void => {
    const edge = routerIn(stack);
    const host = hostIn(stack, '192.0.2.97');
    host.addListenAddress('10.197.243.97');
    host.addListenAddress('10.197.243.98');
    const client = new DuoRadiusClient(host, 'radius_client', { hosts: [{ address: '10.197.243.116' }], secret });
    const listening = (id: string, at: string, caller: string): DuoRadiusServerAuto =>
      new DuoRadiusServerAuto(host, id, {
        ...application,
        client,
        interface: at,
        callers: [{ address: caller, secret: Secret.fromEnv(caller === '192.0.2.1' ? 'EDGE_RADIUS' : 'OTHER') }],
      });
    listening('radius_server_auto', '10.197.243.97', '192.0.2.1');
    listening('radius_server_auto2', '10.197.243.98', '192.0.2.2');
    new RadiusServer(edge, 'one', { address: '10.197.243.97', timeout: 120, key: secret });
    new RadiusServer(edge, 'two', { address: '10.197.243.98', timeout: 120, key: Secret.fromEnv('OTHER') });
  };
  expect(found(two)).toEqual([]);
});
