/** Dead peer detection, and IPv6 at the ends and in the tunnel, as each platform has them. */
import {
  CryptoSuite,
  ExternalPeer,
  IosXeRouter,
  Login,
  PreSharedKey,
  Secret,
  SiteToSiteVpn,
  type SiteToSiteEnd,
  type SiteToSiteVpnProps,
  type VpnStack,
} from 'tunnelwright';
import { Testing } from 'tunnelwright/testing';
import { asa, edge, fmc, problemsIn } from '../../../support/scenario';

const common = { suite: CryptoSuite.aes256Gcm(), authentication: PreSharedKey.from(Secret.fromEnv('KEY')) };
type Ends = (stack: VpnStack) => SiteToSiteVpnProps['ends'];

const declared = (ends: Ends, props: Partial<SiteToSiteVpnProps> = {}) => {
  const stack = Testing.stack();
  new SiteToSiteVpn(stack, 'vpn', { ...common, ...props, ends: ends(stack) });
  return stack;
};
const problemsOf = (ends: Ends, props: Partial<SiteToSiteVpnProps> = {}) =>
  problemsIn((stack) => void new SiteToSiteVpn(stack, 'vpn', { ...common, ...props, ends: ends(stack) }));

describe('dead peer detection', () => {
  const mesh: Ends = (stack) => [
    { device: edge(stack), interface: 'GigabitEthernet1', address: '198.51.100.10', networks: [] },
    { device: asa(stack), interface: 'outside', address: '198.51.100.30', networks: [] },
    { device: fmc(stack).ftd('ftd'), interface: 'outside', address: '203.0.113.93', networks: [] },
  ];
  const written = (dpd: SiteToSiteVpnProps['dpd']) => {
    const stack = declared(mesh, { tunnelNetwork: '10.9.0.0/24', ...(dpd === undefined ? {} : { dpd }) });
    const lines = (target: string, what: RegExp) => [
      ...new Set(
        Testing.synthTarget(stack, target)
          .cfg.split('\n')
          .filter((line) => what.test(line)),
      ),
    ];
    const text = JSON.stringify(Testing.synthTarget(stack, 'fmc').requests);
    return {
      router: lines('edge', /^ dpd /),
      asa: lines('asa', /isakmp keepalive/),
      fmc: [...new Set(text.match(/"ikeKeepaliveSettings":\{[^}]*\}/g))],
    };
  };

  test('is on by default: the firewalls ask by themselves, and a router is told to', () => {
    expect(written(undefined)).toEqual({
      router: [' dpd 10 2 on-demand'],
      asa: [],
      fmc: ['"ikeKeepaliveSettings":{"ikeKeepalive":"ENABLED","retryInterval":2,"threshold":10}'],
    });
  });

  test('is the same at all ends', () => {
    expect(written({ interval: 30, retry: 5, mode: 'periodic' })).toEqual({
      router: [' dpd 30 5 periodic'],
      asa: [' isakmp keepalive threshold 30 retry 5'],
      fmc: ['"ikeKeepaliveSettings":{"ikeKeepalive":"ENABLED","retryInterval":5,"threshold":30}'],
    });
  });

  test('can be off', () => {
    expect(written('off')).toEqual({
      router: [],
      asa: [' isakmp keepalive disable'],
      fmc: ['"ikeKeepaliveSettings":{"ikeKeepalive":"DISABLED"}'],
    });
  });

  test('has the range that all platforms have', () => {
    expect(problemsOf(mesh, { tunnelNetwork: '10.9.0.0/24', dpd: { interval: 5, retry: 60 } })).toEqual([
      'net/vpn dpd.interval: 5 is out of range: write a whole number of 10 to 3600 seconds',
      'net/vpn dpd.retry: 60 is out of range: write a whole number of 2 to 10 seconds',
    ]);
  });
});

describe('IPv6', () => {
  /** A router and a peer: addresses, tunnel addresses, and the network behind the peer. */
  const ends =
    (
      own: Pick<SiteToSiteEnd, 'address' | 'tunnel'>,
      far: Required<Pick<SiteToSiteEnd, 'address' | 'tunnel'>>,
      network: string,
    ): Ends =>
    (stack) => [
      { device: edge(stack), interface: 'GigabitEthernet1', networks: [], ...own },
      { peer: new ExternalPeer(stack, 'far', { address: far.address }), tunnel: far.tunnel, networks: [network] },
    ];
  const v6 = { address: '2001:db8:a::1', tunnel: 'fd00::1/64' };
  const far6 = { address: '2001:db8:b::1', tunnel: 'fd00::2/64' };
  const v4 = { address: '198.51.100.10', tunnel: '10.9.0.1/30' };
  const far4 = { address: '203.0.113.1', tunnel: '10.9.0.2/30' };
  const tunnelOf = (of: Ends): readonly string[] =>
    Testing.synthTarget(declared(of), 'edge')
      .cfg.split('\n')
      .filter((line) => /^ (ip|ipv6) address|^ tunnel (mode|destination)|^ip(v6)? route|identity/.test(line))
      .map((line) => line.trim());

  test('goes over IPv6', () => {
    expect(tunnelOf(ends(v6, far6, 'fd00:90::/48'))).toEqual([
      'match identity remote address 2001:db8:b::1/128',
      'identity local address 2001:db8:a::1',
      'ipv6 address fd00::1/64',
      'tunnel mode ipsec ipv6',
      'tunnel destination 2001:db8:b::1',
      'ipv6 route fd00:90::/48 Tunnel100',
    ]);
  });

  test('goes over IPv4, and IPv4 over IPv6', () => {
    expect(
      tunnelOf(ends({ ...v6, address: v4.address }, { ...far6, address: far4.address }, 'fd00:90::/48')),
    ).toContain('tunnel mode ipsec ipv4 v6-overlay');
    expect(tunnelOf(ends({ ...v4, address: v6.address }, { ...far4, address: far6.address }, '10.90.0.0/16'))).toEqual([
      'match identity remote address 2001:db8:b::1/128',
      'identity local address 2001:db8:a::1',
      'ip address 10.9.0.1 255.255.255.252',
      'tunnel mode ipsec ipv6 v4-overlay',
      'tunnel destination 2001:db8:b::1',
      'ip route 10.90.0.0 255.255.0.0 Tunnel100',
    ]);
  });

  test('is between two addresses of one family, and carries the family of its tunnel addresses', () => {
    expect(problemsOf(ends(v4, { ...far4, address: far6.address }, '10.90.0.0/16'))).toEqual([
      'net/vpn ends: some addresses are IPv4 and some IPv6, which do not reach each other: write one family',
    ]);
    expect(problemsOf(ends(v4, far4, 'fd00:90::/48'))).toEqual([
      'net/vpn ends[1].networks: fd00:90::/48 does not go through a tunnel with IPv4 addresses: leave it out',
    ]);
    expect(problemsOf(ends(v6, { ...far6, tunnel: 'fd01::2/64' }, 'fd00:90::/48'))).toEqual([
      'net/vpn ends: the tunnel addresses fd00::1/64 and fd01::2/64 are not in one network: take both from fd00::/64',
    ]);
  });

  /** A firewall of an FMC and a router with IPv6 in their tunnel, over IPv4. */
  const toFirewall: Ends = (stack) => [
    { device: edge(stack), interface: 'GigabitEthernet1', networks: ['fd00:20::/48'], ...v6, address: v4.address },
    {
      device: fmc(stack).ftd('ftd'),
      interface: 'outside',
      address: far4.address,
      tunnel: far6.tunnel,
      networks: ['fd00:90::/48'],
    },
  ];

  test('is in the tunnel of a firewall of an FMC, with routes into it', () => {
    const requests = Testing.synthTarget(declared(toFirewall), 'fmc').requests as readonly {
      readonly path: string;
      readonly body: unknown;
    }[];
    const sent = (word: string) => requests.filter(({ path }) => path.endsWith(word)).map(({ body }) => body);
    expect(sent('/virtualtunnelinterfaces')).toEqual([
      expect.objectContaining({ ipsecMode: 'ipv6', ipv6: { addresses: [{ address: 'fd00::2', prefix: '64' }] } }),
    ]);
    expect(sent('/ipv6staticroutes')).toEqual([
      expect.objectContaining({ gateway: { literal: { type: 'Host', value: 'fd00::1' } } }),
    ]);
    expect(sent('/ipv4staticroutes')).toEqual([]);
    expect(tunnelOf(toFirewall)).toContain('tunnel mode ipsec ipv4 v6-overlay');
  });

  test('reaches a firewall of an FMC, which leaves by that address', () => {
    const requests = (end: Partial<SiteToSiteEnd>, tunnel?: { readonly tunnel: string }) =>
      Testing.synthTarget(
        declared((stack) => [
          {
            ...{ device: fmc(stack).ftd('ftd'), interface: 'outside', address: v6.address, networks: ['10.30.0.0/16'] },
            ...end,
          },
          {
            peer: new ExternalPeer(stack, 'far', { address: far6.address }),
            networks: ['10.90.0.0/16'],
            ...tunnel,
          },
        ]),
        'fmc',
      ).requests.map(({ body }) => body as Record<string, unknown> | undefined);
    const routed = requests({ tunnel: v4.tunnel }, { tunnel: far4.tunnel });
    expect(routed).toContainEqual(
      expect.objectContaining({ tunnelSrcIPv6IntfAddr: v6.address, ipsecMode: 'ipv4', type: 'VTIInterface' }),
    );
    expect(routed).toContainEqual(
      expect.objectContaining({ extranetInfo: { name: 'far', ipAddress: far6.address }, type: 'EndPoint' }),
    );
    expect(requests({ type: 'policy-based' })).toContainEqual(
      expect.objectContaining({ ipv6InterfaceAddress: v6.address, type: 'EndPoint' }),
    );
  });

  test('reaches an ASA', () => {
    const outside = { interface: 'outside', networks: [], tunnel: '10.9.0.1/30', address: v6.address };
    const far = (stack: VpnStack) => ({
      peer: new ExternalPeer(stack, 'far', { address: far6.address }),
      tunnel: '10.9.0.2/30',
      networks: [],
    });
    const { cfg } = Testing.synthTarget(
      declared((stack) => [{ device: asa(stack), ...outside }, far(stack)]),
      'asa',
    );
    expect(cfg).toContain(' tunnel destination 2001:db8:b::1\n');
    expect(cfg).toContain('tunnel-group 2001:db8:b::1 type ipsec-l2l\n');
    expect(
      problemsOf((stack) => [
        { device: asa(stack), ...outside, tunnel: 'fd00::1/64' },
        { ...far(stack), tunnel: 'fd00::2/64' },
      ]),
    ).toEqual(['net/vpn ends[0].tunnel: an ASA has IPv4 in its tunnels here: write an address like 10.58.1.1/30']);
  });
});

describe('networks of two ends', () => {
  const behind =
    (here: string, there: string): Ends =>
    (stack) => [
      {
        device: edge(stack),
        interface: 'GigabitEthernet1',
        address: '198.51.100.10',
        tunnel: '10.9.0.1/30',
        networks: [here],
      },
      { device: asa(stack), interface: 'outside', address: '198.51.100.30', tunnel: '10.9.0.2/30', networks: [there] },
    ];
  const found = (here: string, there: string) => problemsOf(behind(here, there));

  test('may be one in the other: the longest match settles it', () => {
    expect(found('10.20.0.0/16', '0.0.0.0/0')).toEqual([]);
    expect(found('10.20.0.0/16', '10.0.0.0/8')).toEqual([]);
  });

  test('may not be the same', () => {
    expect(found('10.20.0.0/16', '10.20.0.0/16')).toEqual([
      expect.stringContaining('ends[1].networks: 10.20.0.0/16 is behind ends[0] too: traffic has two ways to go'),
    ]);
  });
});

describe('names of one end', () => {
  const named =
    (onFirewall: Partial<SiteToSiteEnd> = {}): Ends =>
    (stack) => [
      {
        device: asa(stack),
        interface: 'outside',
        address: '198.51.100.30',
        tunnel: '10.58.1.1/30',
        networks: ['10.60.0.0/16'],
        names: { policy: '10', groupPolicy: 'SITES', ifname: 'to-pune', ipsecProfile: 'PUNE' },
        ...onFirewall,
      },
      {
        device: edge(stack),
        interface: 'GigabitEthernet0/0',
        address: '198.51.100.10',
        tunnel: '10.58.1.2/30',
        networks: ['10.20.0.0/16'],
        symmetricKey: true,
        names: { keyringPeer: 'asa', keyring: 'KEYS' },
      },
    ];

  test('are of that end alone, and those of the VPN are of all', () => {
    const stack = declared(named(), { names: { transformSet: 'SHARED', policy: 'ROUTERS' } });
    const [firewall, router] = ['asa', 'edge'].map((id) => Testing.synthTarget(stack, id).cfg.split('\n'));
    expect(firewall).toEqual(
      expect.arrayContaining([
        'crypto ikev2 policy 10',
        'crypto ipsec ikev2 ipsec-proposal SHARED',
        'crypto ipsec profile PUNE',
        ' nameif to-pune',
        'group-policy SITES internal',
        ' default-group-policy SITES',
      ]),
    );
    expect(router).toEqual(
      expect.arrayContaining([
        'crypto ikev2 policy ROUTERS',
        'crypto ipsec transform-set SHARED esp-gcm 256',
        'crypto ipsec profile vpn',
        'crypto ikev2 keyring KEYS',
        ' peer asa',
      ]),
    );
    expect(router!.filter((line) => line.includes('pre-shared-key'))).toHaveLength(1);
  });

  test('a keyring is of a router', () => {
    expect(problemsOf(named({ symmetricKey: true }))).toEqual([
      'net/vpn ends[0].symmetricKey: it is of routers with a pre-shared key that are known by their address: leave it out',
    ]);
  });

  test('a firewall behind an FMC shares its objects', () => {
    const problems = problemsOf((stack) => named({ device: fmc(stack).ftd('mumbai-pair') })(stack));
    expect(problems).toEqual([
      'net/vpn ends[0].names: the ends behind an FMC share their objects: leave it out, and write names of the VPN',
    ]);
  });
});

describe('a lifetime that devices have by themselves', () => {
  const ends =
    (one: (stack: VpnStack) => SiteToSiteEnd['device'], other: (stack: VpnStack) => SiteToSiteEnd['device']): Ends =>
    (stack) => [
      { device: one(stack), interface: 'outside', address: '203.0.113.1', tunnel: '10.58.1.1/30', networks: [] },
      { device: other(stack), interface: 'outside', address: '198.51.100.10', tunnel: '10.58.1.2/30', networks: [] },
    ];
  const router = (id: string) => (stack: VpnStack) =>
    new IosXeRouter(stack, id, { host: `${id}.example.net`, release: '17.9', login: Login.fromEnv('LAB') });
  const inherited = { lifetimes: { ipsec: 'inherited' } } as const;

  test('is written at no end', () => {
    const stack = declared(ends(router('pune'), router('goa')), inherited);
    for (const id of ['pune', 'goa']) {
      const { cfg } = Testing.synthTarget(stack, id);
      expect(cfg).toContain('crypto ipsec profile vpn');
      expect(cfg).not.toContain('security-association lifetime');
    }
  });

  test.each([
    ['an ASA and a router', ends(asa, router('goa'))],
    ['a router and a firewall behind an FMC', ends(router('goa'), (stack) => fmc(stack).ftd('mumbai-pair'))],
  ])('%s have not the same', (_what, differing) => {
    expect(problemsOf(differing, inherited)).toEqual([
      "net/vpn lifetimes.ipsec: 'inherited' is 28800 on an ASA and 3600 on a router: write seconds, or use it between devices of one of these",
    ]);
  });
});
