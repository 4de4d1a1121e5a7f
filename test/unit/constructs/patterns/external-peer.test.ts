/** Peers that this program does not manage: what each platform writes for them, and what cannot work. */
import {
  Certificates,
  CryptoSuite,
  ExternalPeer,
  PreSharedKey,
  Secret,
  SiteToSiteVpn,
  type ExternalPeerProps,
  type SiteToSiteEnd,
  type SiteToSiteVpnProps,
  type VpnStack,
} from 'tunnelwright';
import { Testing } from 'tunnelwright/testing';
import { asa, edge, fmc, problemsIn } from '../../../support/scenario';

const common = {
  suite: CryptoSuite.aes256Cbc({ group: 14 }),
  authentication: PreSharedKey.from(Secret.fromEnv('KEY')),
};
type Ends = (stack: VpnStack) => SiteToSiteVpnProps['ends'];

const declared = (ends: Ends, props: Partial<SiteToSiteVpnProps> = {}) => {
  const stack = Testing.stack();
  new SiteToSiteVpn(stack, 'vpn', { ...common, ...props, ends: ends(stack) });
  return stack;
};
const problemsOf = (ends: Ends, props: Partial<SiteToSiteVpnProps> = {}) =>
  problemsIn((stack) => void new SiteToSiteVpn(stack, 'vpn', { ...common, ...props, ends: ends(stack) }));

const router = (stack: VpnStack, more: Partial<SiteToSiteEnd> = {}): SiteToSiteEnd => ({
  device: edge(stack),
  interface: 'GigabitEthernet1',
  address: '198.51.100.10',
  networks: ['10.20.0.0/16'],
  ...more,
});
const firewall = (device: SiteToSiteEnd['device'], more: Partial<SiteToSiteEnd> = {}): SiteToSiteEnd => ({
  device,
  interface: 'outside',
  address: '198.51.100.30',
  networks: ['10.60.0.0/16'],
  ...more,
});
const peer = (stack: VpnStack, props: ExternalPeerProps, tunnel?: string) => ({
  peer: new ExternalPeer(stack, 'partner', props),
  networks: ['10.90.0.0/16'],
  ...(tunnel === undefined ? {} : { tunnel }),
});
/** The part of a configuration from a line on, to the end of its block. */
const block = (cfg: string, header: string): readonly string[] => {
  const lines = cfg.split('\n');
  const start = lines.indexOf(header);
  if (start === -1) return [];
  const end = lines.findIndex((line, i) => i > start && !line.startsWith(' '));
  return lines.slice(start + 1, end).map((line) => line.trim());
};

describe('a router', () => {
  test('dials an address, and believes the identity that the peer was declared with', () => {
    const { cfg } = Testing.synthTarget(
      declared((stack) => [
        router(stack, { tunnel: '10.91.0.1/30' }),
        peer(stack, { address: '203.0.113.50', identity: { type: 'key-id', keyId: 'gw-7' } }, '10.91.0.2/30'),
      ]),
      'edge',
    );
    expect(block(cfg, 'crypto ikev2 profile vpn')).toEqual([
      'match identity remote key-id gw-7',
      'identity local address 198.51.100.10',
      'authentication remote pre-share key <secret:env:KEY>',
      'authentication local pre-share key <secret:env:KEY>',
      'lifetime 28800',
      'dpd 10 2 on-demand',
    ]);
    expect(block(cfg, 'interface Tunnel100')).toEqual([
      'ip address 10.91.0.1 255.255.255.252',
      'tunnel source GigabitEthernet1',
      'tunnel mode ipsec ipv4',
      'tunnel destination 203.0.113.50',
      'tunnel protection ipsec profile vpn',
    ]);
    expect(cfg).toContain('ip route 10.90.0.0 255.255.0.0 Tunnel100\n');
  });

  test('has a client that looks a name up at each connection', () => {
    const { cfg } = Testing.synthTarget(
      declared((stack) => [
        router(stack, { tunnel: '10.91.0.1/30' }),
        peer(stack, { address: 'gw.partner.example' }, '10.91.0.2/30'),
      ]),
      'edge',
    );
    expect(block(cfg, 'crypto ikev2 profile vpn')[0]).toBe('match identity remote fqdn gw.partner.example');
    expect(block(cfg, 'interface Tunnel100')).toContain('tunnel destination dynamic');
    expect(block(cfg, 'crypto ikev2 client flexvpn vpn')).toEqual([
      'peer 1 fqdn gw.partner.example dynamic',
      'client connect Tunnel100',
    ]);
  });

  test('clones the tunnel of a peer that calls, and routes to what it offers', () => {
    const { cfg } = Testing.synthTarget(
      declared((stack) => [
        router(stack),
        peer(stack, { address: 'dynamic', identity: { type: 'fqdn', fqdn: 'branch.example.net' } }),
      ]),
      'edge',
    );
    expect(block(cfg, 'crypto ikev2 profile vpn')).toEqual([
      'match identity remote fqdn branch.example.net',
      'identity local address 198.51.100.10',
      'authentication remote pre-share key <secret:env:KEY>',
      'authentication local pre-share key <secret:env:KEY>',
      'lifetime 28800',
      'dpd 10 2 on-demand',
      'virtual-template 100',
    ]);
    expect(block(cfg, 'crypto ipsec profile vpn')).toContain('reverse-route');
    expect(cfg).toContain(
      [
        'interface Virtual-Template100 type tunnel',
        ' ip unnumbered GigabitEthernet1',
        ' tunnel source GigabitEthernet1',
        ' tunnel mode ipsec ipv4',
        ' tunnel protection ipsec profile vpn',
      ].join('\n'),
    );
    expect(cfg).not.toContain('ip route');
  });

  test('looks into the certificate of the peer', () => {
    const { cfg } = Testing.synthTarget(
      declared(
        (stack) => [
          router(stack, { tunnel: '10.91.0.1/30' }),
          peer(stack, { address: '203.0.113.50', subject: 'cn = gw.partner.example' }, '10.91.0.2/30'),
        ],
        { authentication: Certificates.issuedBy('PARTNER') },
      ),
      'edge',
    );
    expect(block(cfg, 'crypto pki certificate map vpn 10')).toEqual(['subject-name co cn = gw.partner.example']);
    expect(block(cfg, 'crypto ikev2 profile vpn')).toEqual([
      'match certificate vpn',
      'identity local dn',
      'authentication remote rsa-sig',
      'authentication local rsa-sig',
      'pki trustpoint PARTNER',
      'lifetime 28800',
      'dpd 10 2 on-demand',
    ]);
  });
});

describe('an ASA', () => {
  test('knows a peer by its address', () => {
    const { cfg } = Testing.synthTarget(
      declared((stack) => [
        firewall(asa(stack), { tunnel: '10.91.0.5/30' }),
        peer(stack, { address: '203.0.113.50' }, '10.91.0.6/30'),
      ]),
      'asa',
    );
    expect(cfg).toContain('tunnel-group 203.0.113.50 type ipsec-l2l');
    expect(block(cfg, 'interface Tunnel100')).toEqual([
      'nameif vpn',
      'ip address 10.91.0.5 255.255.255.252',
      'tunnel source interface outside',
      'tunnel destination 203.0.113.50',
      'tunnel mode ipsec ipv4',
      'tunnel protection ipsec profile vpn',
    ]);
    expect(cfg).toContain('route vpn 10.90.0.0 255.255.0.0 10.91.0.6 1');
  });

  test('has a dynamic map, and the group of all peers that it does not know, for one that calls', () => {
    const { cfg } = Testing.synthTarget(
      declared((stack) => [firewall(asa(stack), { type: 'policy-based' }), peer(stack, { address: 'dynamic' })]),
      'asa',
    );
    expect(cfg.split('\n').filter((line) => /^crypto (dynamic-)?map/.test(line))).toEqual([
      'crypto dynamic-map outside_clients 10 set ikev2 ipsec-proposal vpn',
      'crypto dynamic-map outside_clients 10 set pfs group14',
      'crypto dynamic-map outside_clients 10 set security-association lifetime seconds 3600',
      'crypto dynamic-map outside_clients 10 set reverse-route',
      'crypto map outside_map 65535 ipsec-isakmp dynamic outside_clients',
      'crypto map outside_map interface outside',
    ]);
    expect(block(cfg, 'tunnel-group DefaultL2LGroup ipsec-attributes')).toEqual([
      'ikev2 remote-authentication pre-shared-key <secret:env:KEY>',
      'ikev2 local-authentication pre-shared-key <secret:env:KEY>',
    ]);
  });

  test('has that group for one VPN, and a second one says so once', () => {
    const two = problemsIn((stack) => {
      const device = asa(stack);
      for (const id of ['branch', 'shop'])
        new SiteToSiteVpn(stack, id, {
          ...common,
          ends: [
            firewall(device, { type: 'policy-based' }),
            { peer: new ExternalPeer(stack, `${id}-gw`, { address: 'dynamic' }), networks: ['10.90.0.0/16'] },
          ],
        });
    });
    expect(two).toEqual([
      'net/shop ends[1].peer: asa has one tunnel group for all peers whose address is not known, DefaultL2LGroup, and net/branch/asa/tunnel-group writes it: declare one SiteToSiteVpn with one dynamic peer for all of them, or give this peer an address',
    ]);
  });
});

describe('a firewall behind an FMC', () => {
  const endpoints = (ends: Ends) =>
    Testing.synthTarget(declared(ends), 'fmc').requests.filter(({ path }) => path.endsWith('/endpoints'));

  test('has an extranet device at the other end', () => {
    const bodies = endpoints((stack) => [
      firewall(fmc(stack).ftd('mumbai-pair'), { tunnel: '10.91.0.9/30' }),
      peer(stack, { address: '203.0.113.50' }, '10.91.0.10/30'),
    ]).map(({ body }) => body as { extranetInfo?: object });
    expect(bodies.flatMap(({ extranetInfo }) => extranetInfo ?? [])).toEqual([
      { name: 'partner', ipAddress: '203.0.113.50' },
    ]);
  });

  test('has one without an address, and a dynamic crypto map, for a peer that calls', () => {
    const ends: Ends = (stack) => [
      firewall(fmc(stack).ftd('mumbai-pair'), { type: 'policy-based' }),
      peer(stack, { address: 'dynamic' }),
    ];
    const bodies = endpoints(ends).map(({ body }) => body as { extranetInfo?: object });
    expect(bodies.flatMap(({ extranetInfo }) => extranetInfo ?? [])).toEqual([{ name: 'partner', isDynamicIP: true }]);
    const { requests } = Testing.synthTarget(declared(ends), 'fmc');
    expect(JSON.stringify(requests)).toContain('"cryptoMapType":"DYNAMIC"');
  });
});

describe('what cannot work is one problem each', () => {
  test('two ends that nobody here manages', () => {
    expect(
      problemsOf((stack) => [
        { peer: new ExternalPeer(stack, 'aws', { address: '203.0.113.50' }), tunnel: '10.9.0.1/30', networks: [] },
        { peer: new ExternalPeer(stack, 'azure', { address: '203.0.113.51' }), tunnel: '10.9.0.2/30', networks: [] },
      ]),
    ).toEqual([
      'net/vpn ends: aws and azure are not managed by this program, so nothing would build their tunnel: declare one SiteToSiteVpn for each of them',
    ]);
  });

  test('a peer that calls, of which a router knows no name', () => {
    expect(problemsOf((stack) => [router(stack), peer(stack, { address: 'dynamic' })])).toEqual([
      "net/vpn ends[1].peer: a router finds a peer whose address is not known by who it says it is: write its identity, like { type: 'fqdn', fqdn: 'branch.example.net' }",
    ]);
  });

  test('a tunnel address for a tunnel that borrows one', () => {
    expect(
      problemsOf((stack) => [
        router(stack),
        peer(stack, { address: 'dynamic', identity: { type: 'fqdn', fqdn: 'b.example.net' } }, '10.9.0.2/30'),
      ]),
    ).toEqual([
      'net/vpn ends[1].tunnel: the tunnel of a peer that calls borrows the address of the interface: leave it out',
    ]);
  });

  test('a peer that calls a route-based firewall, and one that a firewall would have to look up', () => {
    expect(problemsOf((stack) => [firewall(asa(stack)), peer(stack, { address: 'dynamic' })])).toEqual([
      "net/vpn ends[1].peer: a firewall meets a peer whose address is not known by its crypto map: write type: 'policy-based' at the other ends, or an address",
    ]);
    expect(
      problemsOf((stack) => [
        firewall(fmc(stack).ftd('mumbai-pair'), { tunnel: '10.9.0.1/30' }),
        peer(stack, { address: 'gw.example.com' }, '10.9.0.2/30'),
      ]),
    ).toEqual([
      'net/vpn ends[1].peer: a firewall dials an address, and gw.example.com is a name: write the address of the peer',
    ]);
  });

  test('a certificate of which a router knows no subject', () => {
    expect(
      problemsOf(
        (stack) => [router(stack, { tunnel: '10.9.0.1/30' }), peer(stack, { address: '203.0.113.50' }, '10.9.0.2/30')],
        { authentication: Certificates.issuedBy('CA') },
      ),
    ).toEqual([
      "net/vpn ends[1].peer: a router that this end dials matches its certificate: write what its subject contains, like subject: 'cn = partner.example.net'",
    ]);
  });

  test('a value that is no peer, and a peer that is none', () => {
    const untyped = { peer: 'aws', networks: [] } as unknown as SiteToSiteVpnProps['ends'][number];
    expect(problemsOf((stack) => [router(stack, { tunnel: '10.9.0.1/30' }), untyped])).toEqual([
      "net/vpn ends[1].peer: 'aws' is not valid here: write an ExternalPeer, the construct itself",
    ]);
    expect(
      problemsIn(
        (stack) =>
          void new ExternalPeer(stack, 'aws', {
            address: '203.0.113',
            identity: { type: 'dn', address: '' },
          } as unknown as ExternalPeerProps),
      ),
    ).toEqual([
      "net/aws address: '203.0.113' is not a valid peer: write an address, a host name, or 'dynamic'",
      "net/aws identity: a peer with a certificate is known by its subject: write subject: 'cn = gw.example.com'",
    ]);
  });
});

test('the objects of a tunnel to a peer that calls are found, and the interface that there is not is said', () => {
  const stack = Testing.stack();
  const own = router(stack);
  const vpn = new SiteToSiteVpn(stack, 'vpn', {
    ...common,
    ends: [own, peer(stack, { address: 'dynamic', identity: { type: 'fqdn', fqdn: 'b.example.net' } })],
  });
  const part = vpn.on(own.device as ReturnType<typeof edge>);
  expect(part.virtualTemplate?.ref.name).toBe('Virtual-Template100');
  expect(() => part.tunnel).toThrow(
    '[test/vpn/edge] has no tunnel interface: the address of test/partner is not known\n    → use virtualTemplate',
  );
});
