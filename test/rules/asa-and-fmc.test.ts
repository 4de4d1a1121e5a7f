import { existing } from '../../constructs/core/device-object';
import {
  AaaServer,
  AaaServerGroup,
  AccessList,
  AddressPool,
  AsaFirewall,
  AsaGroupPolicy,
  ClientFiles,
  CryptoSuite,
  DuoAdClient,
  DuoRadiusServerAuto,
  SecureClientProfile,
  DuoProxyHost,
  DuoRadiusClient,
  Fmc,
  FtdEcmpZone,
  FtdGroupPolicy,
  IosXeRouter,
  IseNetworkDevice,
  IseServer,
  Ipv6StaticRoute,
  Login,
  NetworkObject,
  PreSharedKey,
  RadiusServer,
  Secret,
  SiteToSiteVpn,
  StaticRoute,
  TunnelGroup,
  TunnelInterface,
  type VpnStack,
} from 'tunnelwright';
import type { SecretRef } from '../../lib/model/secret';
import { findingsIn, type Source } from '../support/rule-example';
import { eapToIse, type EapToIse } from './ise';

const said = (rule: string, source: Source): readonly string[] =>
  findingsIn(source)
    .filter((found) => found.rule === rule)
    .map(({ path, message }) => `${path} ${message}`);
const key = Secret.fromEnv('RADIUS');
const asaIn = (stack: VpnStack): AsaFirewall =>
  new AsaFirewall(stack, 'asa', { host: 'asa.example.net', release: '9.18', login: Login.fromEnv('ASA') });
const fmcIn = (stack: VpnStack): Fmc =>
  new Fmc(stack, 'fmc', { host: 'fmc.example.net', version: '7.7', login: Login.fromEnv('FMC') });
const iseIn = (stack: VpnStack, address: string, secret = key): void => {
  const ise = new IseServer(stack, 'ise', { host: '10.62.97.21', login: Login.fromEnv('ISE') });
  new IseNetworkDevice(ise, 'known', { addresses: [address], radiusSharedSecret: secret });
};
const inside = (to: string) => ({ ranges: [{ from: '10.60.0.10', to }], mask: '255.255.0.0' });

describe('pools within a network that users reach through the tunnel', () => {
  const onAsa =
    (source: string) =>
    (stack: VpnStack): void => {
      const asa = asaIn(stack);
      const list = new AccessList(asa, 'SPLIT', { type: 'standard', entries: [{ action: 'permit', source }] });
      const policy = new AsaGroupPolicy(asa, 'STAFF', {
        tunnelProtocols: ['ikev2'],
        splitTunnelPolicy: 'tunnelspecified',
        splitTunnelNetworks: list,
      });
      const pool = new AddressPool(asa, 'POOL', inside('10.60.0.99'));
      new TunnelGroup(asa, 'GROUP', {
        type: 'remote-access',
        general: { addressPools: [pool], defaultGroupPolicy: policy },
      });
    };
  const onFmc =
    (source: string) =>
    (stack: VpnStack): void => {
      const fmc = fmcIn(stack);
      const list = new AccessList(fmc, 'SPLIT', { type: 'standard', entries: [{ action: 'permit', source }] });
      const pool = new AddressPool(fmc, 'POOL', inside('10.60.0.99'));
      new FtdGroupPolicy(fmc, 'STAFF', {
        addressPools: [pool],
        splitTunnel: { ipv4: 'tunnel-specified', list },
      });
    };
  test.each([
    ['an ASA', 'asa', onAsa],
    ['an FMC', 'fmc', onFmc],
  ] as const)('on %s', (_name, id, declare) => {
    expect(said('TW-ADDR-002', declare('10.60.0.0/16'))).toEqual([
      `net/${id}/POOL lies in the protected network 10.60.0.0/16`,
    ]);
    expect(said('TW-ADDR-002', declare('10.61.0.0/16'))).toEqual([]);
  });
});

test('servers of an ASA that no tunnel group asks', () => {
  const declare =
    (asked: boolean) =>
    (stack: VpnStack): void => {
      const asa = asaIn(stack);
      const ise = new AaaServer(asa, 'ISE', { hosts: [{ interface: 'inside', host: '10.62.97.21', key }] });
      new TunnelGroup(asa, 'GROUP', {
        type: 'remote-access',
        general: { authenticationServers: asked ? ise : 'LOCAL' },
      });
    };
  expect(said('TW-REF-003', declare(false))).toEqual([
    'net/asa/ISE the AAA server group of an ASA ISE is of no use: no tunnel group names it, so its hosts are never asked',
  ]);
  expect(said('TW-REF-003', declare(true))).toEqual([]);
});

describe('a Duo proxy, asked by an ASA', () => {
  interface Given {
    readonly timeout?: number;
    readonly secret?: SecretRef;
    readonly directory?: true;
    readonly waits?: number;
  }
  const asked =
    ({ timeout = 120, secret = key, directory, waits = 120 }: Given) =>
    (stack: VpnStack): void => {
      const asa = asaIn(stack);
      const host = new DuoProxyHost(stack, 'duo', { host: '192.0.2.97', login: Login.fromEnv('DUO_PROXY') });
      const client = directory
        ? new DuoAdClient(host, 'ad_client', {
            hosts: ['10.1.1.1'],
            serviceAccountUsername: 'duo',
            serviceAccountPassword: Secret.fromEnv('AD'),
            searchDn: 'DC=example,DC=net',
          })
        : new DuoRadiusClient(host, 'radius_client', { hosts: [{ address: '10.62.97.21' }], secret: key });
      new DuoRadiusServerAuto(host, 'radius_server_auto', {
        ikey: 'DIABCDEFGHIJKLMNOPQR',
        skey: Secret.fromEnv('SKEY'),
        apiHost: 'api-1.duosecurity.com',
        callers: [{ address: '10.1.1.9', secret: key }],
        client,
      });
      const servers = new AaaServer(asa, 'DUO', {
        hosts: [{ interface: 'inside', host: '192.0.2.97', key: secret, timeout, authenticationPort: 1812 }],
      });
      new TunnelGroup(asa, 'USERS', {
        type: 'remote-access',
        general: { authenticationServers: servers },
        ipsec: { remoteEap: 'query-identity', localCertificate: existing('cert-trustpoint', 'VPN') },
      });
      new SecureClientProfile(new ClientFiles(stack, 'files', { folder: 'dist/none' }), 'profile', {
        preferences: { authenticationTimeout: waits },
        hosts: [{ name: 'asa', address: { address: 'vpn.example.net', headend: asa } }],
      });
    };

  test('for less time than a push takes', () => {
    expect(said('TW-DUO-006', asked({ timeout: 10 }))).toEqual([
      'net/asa/DUO waits 10 seconds for [radius_server_auto] of duo, and a push takes up to 60',
    ]);
    expect(said('TW-DUO-006', asked({ timeout: 60 }))).toEqual([]);
  });

  test('with a secret that the proxy has for nobody', () => {
    expect(said('TW-DUO-007', asked({ secret: Secret.fromEnv('OTHER') }))).toEqual([
      'net/asa/DUO asks [radius_server_auto] of duo, and none of its callers (10.1.1.9) has the secret of asa',
    ]);
    expect(said('TW-DUO-007', asked({}))).toEqual([]);
  });

  test('for EAP that a directory cannot check', () => {
    expect(said('TW-DUO-004', asked({ directory: true }))).toEqual([
      'net/duo/radius_server_auto users of the tunnel group USERS on asa log in with EAP, and [ad_client] is not a valid RADIUS server',
    ]);
    expect(said('TW-DUO-004', asked({}))).toEqual([]);
  });

  test('by clients that give up before the ASA does', () => {
    expect(said('TW-CLIENT-002', asked({ waits: 30 }))).toEqual([
      'net/files/profile waits 30 seconds, and asa waits 120 for the RADIUS server 192.0.2.97',
    ]);
    expect(said('TW-CLIENT-002', asked({ waits: 120 }))).toEqual([]);
  });
});

describe('ISE, asked', () => {
  const byAsa =
    (known: string, secret?: typeof key) =>
    (stack: VpnStack): void => {
      new AaaServer(asaIn(stack), 'ISE', { hosts: [{ interface: 'inside', host: '10.62.97.21', key }] });
      iseIn(stack, known, secret);
    };
  const byProxy =
    (known: string, secret?: typeof key) =>
    (stack: VpnStack): void => {
      const host = new DuoProxyHost(stack, 'duo', { host: '192.0.2.97', login: Login.fromEnv('DUO_PROXY') });
      new DuoRadiusClient(host, 'radius_client', { hosts: [{ address: '10.62.97.21' }], secret: key });
      iseIn(stack, known, secret);
    };
  const other = Secret.fromEnv('OTHER');

  test('by an ASA whose address is not known: its secret must be there', () => {
    expect(said('TW-ISE-001', byAsa('10.1.1.1', other))).toEqual([
      'net/asa/ISE asks ise, and none of its network devices has an address or the secret of asa',
    ]);
    expect(said('TW-ISE-001', byAsa('10.1.1.1'))).toEqual([]);
  });

  test('by a Duo proxy', () => {
    expect(said('TW-ISE-001', byProxy('192.0.2.98', other))).toHaveLength(1);
    expect(said('TW-ISE-001', byProxy('192.0.2.97', other))).toEqual([]);
    expect(said('TW-ISE-002', byProxy('192.0.2.97', other))).toEqual([
      'net/duo/radius_client has the key <secret:env:RADIUS>, and known of ise has <secret:env:OTHER>',
    ]);
    expect(said('TW-ISE-002', byProxy('192.0.2.97'))).toEqual([]);
  });

  test('by a firewall of an FMC: where from is not known, and nothing is said', () => {
    const declare = (stack: VpnStack): void => {
      const fmc = fmcIn(stack);
      const server = new RadiusServer(fmc, 'ISE', { address: '10.62.97.21', key });
      new AaaServerGroup(fmc, 'USERS', { servers: [server] });
      iseIn(stack, '10.1.1.1', other);
    };
    expect(said('TW-ISE-001', declare)).toEqual([]);
  });
});

describe('TW-FMC-006: routes of equal cost', () => {
  /** Two routes of one firewall, each by a network object of its own. */
  const routes =
    (first: string, second: string, distance = 1) =>
    (stack: VpnStack): void => {
      const pair = fmcIn(stack).ftd('mumbai-pair');
      for (const [i, value] of [first, second].entries()) {
        const network = new NetworkObject(pair, `far-${i}`, { value });
        const out = { network, interface: `outside${i}`, gateway: value.includes(':') ? '2001:db8::1' : '192.0.2.1' };
        if (value.includes(':')) new Ipv6StaticRoute(pair, `way-${i}`, { ...out, destination: value });
        else new StaticRoute(pair, `way-${i}`, { ...out, destination: value, distance: i === 0 ? 1 : distance });
      }
    };
  test.each([
    ['one network by two objects', '10.90.0.0/16', '10.90.0.0/16'],
    ['one network in two spellings', '2001:db8:90::/48', '2001:DB8:90:0::/48'],
  ])('%s', (_what, first, second) =>
    expect(said('TW-FMC-006', routes(first, second))).toEqual([
      expect.stringMatching(/^net\/fmc\/mumbai-pair\/way-1 goes to .* at the cost of net\/fmc\/mumbai-pair\/way-0/),
    ]),
  );
  test('two networks, and two costs, are none', () => {
    expect(said('TW-FMC-006', routes('10.90.0.0/16', '10.91.0.0/16'))).toEqual([]);
    expect(said('TW-FMC-006', routes('10.90.0.0/16', '10.90.0.0/16', 2))).toEqual([]);
  });
  test('the zone by the logical name of a tunnel that the route names by its construct', () => {
    const zoned = (stack: VpnStack): void => {
      const pair = fmcIn(stack).ftd('mumbai-pair');
      const network = new NetworkObject(pair, 'far', { value: '10.90.0.0/16' });
      const ways = [1, 2].map((i) => TunnelInterface.fromExisting(pair, `vti-${i}`, `Tunnel${i}`, `vti${i}`));
      const ecmpZone = new FtdEcmpZone(pair, 'lines', { interfaces: ['vti1', 'vti2'] });
      for (const [i, out] of ways.entries())
        new StaticRoute(pair, `way-${i}`, {
          network,
          destination: '10.90.0.0/16',
          interface: out,
          gateway: `192.0.2.${i + 1}`,
          ecmpZone,
        });
    };
    expect(said('TW-FMC-006', zoned)).toEqual([]);
  });
});

describe('TW-ISE-003: EAP that ISE allows nobody', () => {
  test('is said where the login can never work', () => expect(said('TW-ISE-003', eapToIse())).toHaveLength(1));
  test.each<readonly [string, EapToIse]>([
    ['a method of EAP', { protocols: ['eap-md5'] }],
    ['another device type', { type: 'Switches' }],
    ['a policy set behind others', { rank: 1 }],
    ['a policy set that is only counted', { state: 'monitor' }],
    ['a condition that is more than equal', { operator: 'startsWith' }],
    ["AnyConnect's own EAP, which the router ends", { method: 'anyconnect-eap' }],
    ['a second server', { second: true }],
    ['two entries for the router', { twice: true }],
    ['a source that is not known', { unknownSource: true }],
  ])('is not said of %s', (_what, how) => expect(said('TW-ISE-003', eapToIse(how))).toEqual([]));
});

describe('the mode of a tunnel between a router and a firewall', () => {
  const between =
    (address: readonly [string, string], tunnel: readonly [string, string], firewall: 'asa' | 'ftd', wrong = false) =>
    (stack: VpnStack): void => {
      const edge = new IosXeRouter(stack, 'edge', {
        ...{ host: 'edge.example.net', release: '17.9', login: Login.fromEnv('EDGE') },
      });
      const far = firewall === 'asa' ? asaIn(stack) : fmcIn(stack).ftd('ftd');
      new SiteToSiteVpn(stack, 'vpn', {
        suite: CryptoSuite.aes256Gcm(),
        authentication: PreSharedKey.from(key),
        ends: [
          { device: edge, interface: 'GigabitEthernet1', address: address[0], tunnel: tunnel[0], networks: [] },
          { device: far, interface: 'outside', address: address[1], tunnel: tunnel[1], networks: [] },
        ],
      });
      if (!wrong) return;
      const own = stack.node
        .findAll()
        .find((each) => each instanceof TunnelInterface && each.node.path.includes('/edge/'));
      (own as TunnelInterface).override({ mode: 'ipsec-ipv4' });
    };
  const [over4, over6] = [
    ['198.51.100.10', '203.0.113.120'],
    ['2001:db8:a::1', '2001:db8:b::1'],
  ] as const;
  const [in4, in6] = [
    ['10.9.0.1/30', '10.9.0.2/30'],
    ['fd00::1/64', 'fd00::2/64'],
  ] as const;
  test.each([
    ['IPv6 over IPv4 to a firewall of an FMC', between(over4, in6, 'ftd')],
    ['IPv4 over IPv6 to an ASA', between(over6, in4, 'asa')],
  ])('fits, though the router says what it goes over too: %s', (_what, source) =>
    expect(said('TW-END-007', source)).toEqual([]),
  );
  test('does not fit where the firewall has another family inside', () =>
    expect(said('TW-END-007', between(over4, in6, 'ftd', true))).toEqual([expect.stringContaining('ipsec-ipv4')]));
});
