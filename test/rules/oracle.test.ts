/** What two strongSwans showed (`npm run oracle`): each is a fault that a rule once passed over, or an alarm that was none. */
import {
  AaaAuthenticationList,
  AaaNewModel,
  Certificates,
  CertificateMap,
  CertTrustpoint,
  CryptoSuite,
  FlexVpnDualHub,
  IkeV2Keyring,
  IkeV2Profile,
  IkeV2Proposal,
  IosXeRouter,
  IpsecProfile,
  IpsecTransformSet,
  LocalUser,
  Login,
  PreSharedKey,
  Secret,
  SiteToSiteVpn,
  TunnelGroup,
  TunnelInterface,
  type AsaFirewall,
  type IkeV2ProfileProps,
  type VpnStack,
} from 'tunnelwright';
import { findingsIn, type Source } from '../support/rule-example';
import { asa, edge, fmc } from '../support/scenario';

const said = (source: Source): readonly string[] =>
  findingsIn(source)
    .filter(({ rule, severity }) => (rule.startsWith('TW-END') || rule === 'TW-PKI-007') && severity !== 'note')
    .filter(({ rule }) => rule !== 'TW-END-003')
    .map(({ rule, path, message }) => `${rule} ${path} ${message}`);

const [router, firewall] = ['198.51.100.10', '203.0.113.30'];
const [one, other] = ['0123456789ABCDEF0123456789ABCDEF01234567', 'FEDCBA9876543210FEDCBA9876543210FEDCBA98'];
const trustpoint = (device: IosXeRouter | AsaFirewall, name: string, fingerprint: string, fqdn?: string) =>
  new CertTrustpoint(device, name, {
    enrollment: { type: 'url', url: 'http://ca.example.net/scep' },
    rsaKeypair: { label: 'KEY', bits: 2048 },
    subjectName: 'cn=edge.example.net,o=example',
    ...(fqdn === undefined ? { fqdn: 'none' } : { fqdn }),
    revocationCheck: ['crl'],
    ca: { fingerprint },
  });
const offers = (device: IosXeRouter | AsaFirewall): IpsecTransformSet[] => {
  new IkeV2Proposal(device, '10', { encryption: ['aes-gcm-256'], prf: ['sha384'], group: [20] });
  return [new IpsecTransformSet(device, 'GCM', { encryption: 'aes-gcm-256' })];
};

type Match = Partial<IkeV2ProfileProps>;
interface Given {
  readonly match: Match;
  readonly by: 'key' | 'certificate';
  /** Trustpoints of the router's profile. */
  readonly trustpoints?: (device: IosXeRouter) => NonNullable<IkeV2ProfileProps['trustpoints']>;
  /** The fingerprints of the authorities of the ASA, its own first. */
  readonly authorities?: readonly string[];
  readonly asaProps?: object;
}

const declareRouter = (device: IosXeRouter, { match, by, trustpoints }: Given): void => {
  const byKey = { authenticationLocal: 'pre-share', authenticationRemote: ['pre-share'] } as const;
  const byCertificate = { authenticationLocal: 'rsa-sig', authenticationRemote: ['rsa-sig'] } as const;
  const profile = new IkeV2Profile(device, 'profile', {
    ...match,
    ...(by === 'key'
      ? {
          authenticationLocal: byKey.authenticationLocal,
          authenticationRemote: [...byKey.authenticationRemote],
          keyring: new IkeV2Keyring(device, 'ring', {
            peers: [{ name: 'asa', address: firewall, key: Secret.fromEnv('KEY') }],
          }),
        }
      : {
          authenticationLocal: byCertificate.authenticationLocal,
          authenticationRemote: [...byCertificate.authenticationRemote],
          trustpoints: trustpoints?.(device) ?? [trustpoint(device, 'OWN', one, 'edge.example.net')],
        }),
  });
  new TunnelInterface(device, 'tunnel', {
    name: 'Tunnel1',
    address: '10.9.0.1/30',
    source: router,
    destination: firewall,
    protection: new IpsecProfile(device, 'ipsec', { transformSets: offers(device), ikev2Profile: profile, pfs: 20 }),
  });
};

const declareAsa = (device: AsaFirewall, { by, authorities = [one], asaProps = {} }: Given): void => {
  const own = by === 'certificate' ? authorities.map((print, i) => trustpoint(device, `CA${i}`, print)) : [];
  new TunnelGroup(device, 'peer', {
    name: router,
    type: 'ipsec-l2l',
    ipsec:
      by === 'key'
        ? { localKey: Secret.fromEnv('KEY'), remoteKey: Secret.fromEnv('KEY') }
        : { localCertificate: own[0]!, remoteCertificate: true, ...asaProps },
  });
  new TunnelInterface(device, 'tunnel', {
    name: 'Tunnel1',
    ifname: 'edge',
    address: '10.9.0.2/30',
    source: 'outside',
    destination: router,
    protection: new IpsecProfile(device, 'ipsec', { transformSets: offers(device), pfs: 20 }),
  });
};

/** A router and an ASA with a tunnel between them. */
const tunnel =
  (given: Given) =>
  (stack: VpnStack): void => {
    declareRouter(edge(stack), given);
    declareAsa(asa(stack), given);
  };
const dn = { type: 'dn' } as const;

describe('an ASA says who it is by how it proves itself', () => {
  test('with a key its address', () => {
    expect(said(tunnel({ by: 'key', match: { matchRemoteAddresses: [firewall] } }))).toEqual([]);
    expect(said(tunnel({ by: 'key', match: { matchRemoteFqdns: ['asa.example.net'] } }))).toEqual([
      `TW-END-005 net/edge/profile asa Tunnel1 says that it is ${firewall}, and the profile of Tunnel1 matches nothing like that`,
    ]);
  });

  test('with a certificate its subject', () => {
    const match = { matchRemoteAddresses: [firewall], identityLocal: dn };
    expect(said(tunnel({ by: 'certificate', match }))).toEqual([
      'TW-END-005 net/edge/profile asa Tunnel1 says that it is the DN of its certificate, and the profile of Tunnel1 matches nothing like that',
    ]);
    expect(said(tunnel({ by: 'certificate', match: { matchRemoteAny: true, identityLocal: dn } }))).toEqual([]);
  });
});

describe('a firewall looks for the identity of its peer in the certificate', () => {
  const says = (identityLocal: IkeV2ProfileProps['identityLocal'], asaProps = {}) =>
    said(
      tunnel({
        by: 'certificate',
        match: { matchRemoteAny: true, ...(identityLocal === undefined ? {} : { identityLocal }) },
        asaProps,
      }),
    );
  test('an address, which is what a router says by itself, stands in none', () => {
    const found = [
      `TW-END-016 net/edge/profile says that it is ${router}, which is not in its certificate, and asa Tunnel1 looks for it there`,
    ];
    expect(says(undefined)).toEqual(found);
    expect(says({ type: 'address', address: router })).toEqual(found);
    expect(says({ type: 'key-id', keyId: 'edge' })).toEqual([
      'TW-END-016 net/edge/profile says that it is edge, which is not in its certificate, and asa Tunnel1 looks for it there',
    ]);
  });
  test('unless it is asked for, or the firewall does not look', () => {
    expect(says(dn)).toEqual([]);
    expect(says({ type: 'fqdn', fqdn: 'edge.example.net' })).toEqual([]);
    expect(says(undefined, { peerIdValidate: 'nocheck' })).toEqual([]);
  });
});

test('a certificate of an ASA is of the kind of its key', () => {
  const given = { by: 'certificate', match: { matchRemoteAny: true as const, identityLocal: dn } } as const;
  const source = (stack: VpnStack): void => {
    tunnel(given)(stack);
    const profile = stack.node.tryFindChild('edge')!.node.tryFindChild('profile') as IkeV2Profile;
    profile.override({ authenticationRemote: ['ecdsa-sig'] });
  };
  expect(said(source)).toEqual([
    'TW-END-006 net/asa/tunnel proves itself by rsa-sig, and edge Tunnel1 takes ecdsa-sig',
  ]);
});

describe('the authority of what one end shows is one by which the other checks', () => {
  const match = { matchRemoteAny: true as const, identityLocal: dn };
  const twofold = (sign: string, verify: string) => (device: IosXeRouter) => [
    { trustpoint: trustpoint(device, 'OWN', sign, 'edge.example.net'), use: 'sign' as const },
    { trustpoint: trustpoint(device, 'PEERS', verify), use: 'verify' as const },
  ];
  test('a trustpoint that only checks shows nothing, and one that only signs checks nothing', () => {
    expect(said(tunnel({ by: 'certificate', match, trustpoints: twofold(one, other), authorities: [one] }))).toEqual([
      'TW-END-011 net/asa/tunnel shows a certificate of an authority by which edge Tunnel1 checks none',
    ]);
    expect(said(tunnel({ by: 'certificate', match, trustpoints: twofold(other, one), authorities: [one] }))).toEqual([
      'TW-END-011 net/edge/profile shows a certificate of an authority by which asa Tunnel1 checks none',
    ]);
  });
  test('an ASA checks by all of its trustpoints', () => {
    const given = { by: 'certificate', match, trustpoints: twofold(other, one) } as const;
    expect(said(tunnel({ ...given, authorities: [one, other] }))).toEqual([]);
  });
});

describe('crypto maps that dial each other', () => {
  const end = (own: string, peer: string, networks: readonly string[], proposal = 'aes-256', hash = 'sha-256') => `
      ! asa
      ASA Version 9.18(2)
      interface GigabitEthernet0/0
       nameif outside
       security-level 0
       ip address ${own} 255.255.255.0
      ${networks.map((each) => `access-list VPN extended permit ip ${each}`).join('\n      ')}
      crypto ipsec ikev2 ipsec-proposal P
       protocol esp encryption ${proposal}
       protocol esp integrity ${hash}
      crypto map WAN 10 match address VPN
      crypto map WAN 10 set pfs group19
      crypto map WAN 10 set peer ${peer}
      crypto map WAN 10 set ikev2 ipsec-proposal P
      crypto map WAN interface outside
      crypto ikev2 policy 10
       encryption aes-256
       integrity sha256
       group 19
       prf sha256
      crypto ikev2 enable outside
      tunnel-group ${peer} type ipsec-l2l
      tunnel-group ${peer} ipsec-attributes
       ikev2 remote-authentication pre-shared-key *****
       ikev2 local-authentication pre-shared-key *****
    `;
  const mask = '255.255.0.0';
  const mumbai = (...networks: readonly string[]) => end(router, firewall, networks);
  const pune = (...networks: readonly string[]) => end(firewall, router, networks);

  test('and protect networks that have nothing to do with each other', () => {
    const source = {
      mumbai: mumbai(`10.20.0.0 ${mask} 10.30.0.0 ${mask}`),
      pune: pune(`10.31.0.0 ${mask} 10.20.0.0 ${mask}`),
    };
    expect(said(source)).toEqual([
      'TW-END-013 mumbai/crypto-map-entry/WAN/10 protects 10.20.0.0/16 to 10.30.0.0/16, and pune WAN/10 has no line for that',
      'TW-END-013 pune/crypto-map-entry/WAN/10 protects 10.31.0.0/16 to 10.20.0.0/16, and mumbai WAN/10 has no line for that',
    ]);
  });
  test('or have one line more', () => {
    const line = `10.20.0.0 ${mask} 10.30.0.0 ${mask}`;
    const mirrored = `10.30.0.0 ${mask} 10.20.0.0 ${mask}`;
    expect(said({ mumbai: mumbai(line, `10.21.0.0 ${mask} 10.30.0.0 ${mask}`), pune: pune(mirrored) })).toEqual([
      'TW-END-013 mumbai/crypto-map-entry/WAN/10 protects 10.21.0.0/16 to 10.30.0.0/16, and pune WAN/10 has no line for that',
    ]);
    expect(said({ mumbai: mumbai(line), pune: pune(mirrored) })).toEqual([]);
  });
  test('or one dials another address, and the networks do not show who belongs to whom', () => {
    const source = {
      mumbai: mumbai(`10.20.0.0 ${mask} 10.30.0.0 ${mask}`),
      pune: end(firewall, '198.51.100.11', [`10.30.0.0 ${mask} 10.22.0.0 ${mask}`]),
    };
    expect(said(source)).toEqual([
      `TW-END-017 mumbai/crypto-map-entry/WAN/10 dials ${firewall} of pune, and nothing there dials ${router}`,
    ]);
    const waiting = source.pune.replace(
      'crypto map WAN interface',
      'crypto dynamic-map DYN 10 set ikev2 ipsec-proposal P\n      crypto map WAN 65535 ipsec-isakmp dynamic DYN\n      crypto map WAN interface',
    );
    expect(said({ ...source, pune: waiting })).toEqual([]);
  });
  test('or one protects everything', () => {
    const source = {
      mumbai: mumbai(`10.20.0.0 ${mask} 10.30.0.0 ${mask}`),
      pune: pune('any any'),
    };
    expect(said(source)).toEqual([
      'TW-END-013 mumbai/crypto-map-entry/WAN/10 protects 10.20.0.0/16 to 10.30.0.0/16, and pune WAN/10 has no line for that',
    ]);
    expect(said({ mumbai: mumbai('any any'), pune: pune('any any') })).toEqual([]);
  });
  test('an entry that protects everything leaves nothing to those behind it', () => {
    const behind = (list: string) =>
      mumbai(list).replace(
        'crypto map WAN interface',
        `access-list SECOND extended permit ip 10.20.0.0 ${mask} 10.40.0.0 ${mask}
      crypto map WAN 20 match address SECOND
      crypto map WAN 20 set peer 203.0.113.77
      crypto map WAN 20 set ikev2 ipsec-proposal P
      crypto map WAN interface`,
      );
    const shadowed = (list: string) => findingsIn({ mumbai: behind(list) }).filter(({ rule }) => rule === 'TW-MAP-003');
    expect(shadowed('any any').map(({ path }) => path)).toEqual(['mumbai/crypto-map-entry/WAN/20']);
    expect(shadowed(`10.20.0.0 ${mask} 10.30.0.0 ${mask}`)).toEqual([]);
  });
  test('a proposal with GCM and CBC is read, whatever comes first', () => {
    const networks = [`10.20.0.0 ${mask} 10.30.0.0 ${mask}`];
    const mixed = end(router, firewall, networks, 'aes-gcm-256 aes', 'sha-384');
    const mirrored = [`10.30.0.0 ${mask} 10.20.0.0 ${mask}`];
    expect(said({ mumbai: mixed, pune: end(firewall, router, mirrored, 'aes', 'sha-384') })).toEqual([]);
    expect(said({ mumbai: mixed, pune: end(firewall, router, mirrored, 'aes', 'sha-1') })).toEqual([
      'TW-END-002 mumbai/crypto-map-entry/WAN/10 protects traffic with aes-gcm-256 or aes-cbc-128 sha384, pune WAN/10 with aes-cbc-128 sha1: they never agree',
    ]);
  });
});

describe('ends that one construct makes are a pair, where neither address is declared', () => {
  const sides = (wrong: boolean) => (stack: VpnStack) => {
    const [r1, r2] = ['r1', 'r2'].map(
      (id) => new IosXeRouter(stack, id, { host: `${id}.example.net`, release: '17.9', login: Login.fromEnv('R') }),
    );
    const made = new SiteToSiteVpn(stack, 'v6', {
      suite: CryptoSuite.aes256Gcm({ group: 19 }),
      authentication: PreSharedKey.from(Secret.fromEnv('KEY')),
      ipv6: { ospf: '1 area 0' },
      ends: [
        { device: r1!, identity: 'r1.example.net', interface: 'Ethernet0', address: router, networks: [] },
        { device: r2!, identity: 'r2.example.net', interface: 'Ethernet0', address: firewall, networks: [] },
      ],
    });
    if (wrong) made.on(r2!).ipsecProfile.override({ pfs: 20 });
  };
  test('two tunnels', () => {
    expect(said(sides(false))).toEqual([]);
    expect(said(sides(true)).map((each) => each.replace(/ net\/\S+/, ''))).toEqual([
      'TW-END-004 its perfect forward secrecy is group 19, that of r2 Tunnel100 group 20',
    ]);
  });

  const hubs = (wrong: boolean) => (stack: VpnStack) => {
    const device = (id: string) =>
      new IosXeRouter(stack, id, { host: `${id}.example.net`, release: '17.9', login: Login.fromEnv('R') });
    const [hub1, hub2, spoke] = [device('hub1'), device('hub2'), device('spoke')];
    for (const each of [hub1, hub2, spoke]) {
      new LocalUser(each, 'admin', { privilege: 15, secret: Secret.fromEnv('ADMIN') });
      new AaaAuthenticationList(each, 'default', { methods: ['local'] });
      new AaaNewModel(each, 'aaa', {});
    }
    const hub = (at: IosXeRouter, n: number) => ({
      device: at,
      identity: `hub${n}.example.net`,
      address: `198.51.100.${n}`,
      tunnel: `10.0.0.25${n}/32`,
      pool: { from: `10.0.${n}.1`, to: `10.0.${n}.100` },
      networks: ['192.168.0.0/16'],
    });
    new FlexVpnDualHub(stack, 'branches', {
      suite: CryptoSuite.aes256Gcm(),
      authentication: Certificates.issuedBy('CA'),
      domain: 'example.net',
      hubSubject: 'o = example',
      hubs: [hub(hub1, 1), hub(hub2, 2)],
      clients: [
        {
          device: spoke,
          identity: 'spoke.example.net',
          interface: 'GigabitEthernet1',
          key: Secret.fromEnv('SPOKE'),
        },
      ],
    });
    if (!wrong) return;
    const profile = stack.node
      .findAll()
      .find((each) => each instanceof IpsecProfile && each.node.path.includes('hub2'));
    (profile as IpsecProfile).override({ pfs: 21 });
  };
  test('a spoke and each of its hubs', () => {
    expect(said(hubs(false))).toEqual([]);
    expect(said(hubs(true)).map((each) => each.replace(/ net\/\S+/, ''))).toEqual([
      expect.stringMatching(/^TW-END-004 its perfect forward secrecy is .*, that of hub2 \S+ group 21$/),
    ]);
  });
});

describe('an end whose address a composite says alone', () => {
  const psk = PreSharedKey.from(Secret.fromEnv('KEY'));
  const suite = CryptoSuite.aes256Gcm({ group: 19 });
  const router1 = (stack: VpnStack) => edge(stack);
  const ends = {
    edge: { interface: 'GigabitEthernet1', address: router, networks: ['10.20.0.0/16'] },
    far: { interface: 'outside', address: firewall, networks: ['10.30.0.0/16'] },
  };
  const tunnels = (network: string) => [`10.58.${network}.1/30`, `10.58.${network}.2/30`] as const;

  const toAsa = (destination?: string) => (stack: VpnStack) => {
    const [a, b] = tunnels('1');
    const device = router1(stack);
    const vpn = new SiteToSiteVpn(stack, 'vpn', {
      suite,
      authentication: psk,
      ends: [
        { ...ends.edge, device, tunnel: a },
        { ...ends.far, device: asa(stack), tunnel: b },
      ],
    });
    if (destination !== undefined) vpn.on(device).tunnel.override({ destination });
  };
  const toFtd = (destination?: string) => (stack: VpnStack) => {
    const [a, b] = tunnels('1');
    const device = router1(stack);
    const vpn = new SiteToSiteVpn(stack, 'vpn', {
      suite,
      authentication: psk,
      ends: [
        { ...ends.edge, device, tunnel: a },
        { ...ends.far, device: fmc(stack).ftd('pair'), tunnel: b },
      ],
    });
    if (destination !== undefined) vpn.on(device).tunnel.override({ destination });
  };
  const policies = (peer?: string) => (stack: VpnStack) => {
    const device = asa(stack);
    const vpn = new SiteToSiteVpn(stack, 'vpn', {
      suite,
      authentication: psk,
      ends: [
        { ...ends.edge, device, interface: 'outside', type: 'policy-based' },
        { ...ends.far, device: fmc(stack).ftd('pair'), type: 'policy-based' },
      ],
    });
    if (peer !== undefined) vpn.on(device).cryptoMapEntry!.override({ peers: [peer] });
  };
  test.each([
    ['an ASA', toAsa, 'dials 203.0.113.99, and asa Tunnel100 has 203.0.113.30'],
    ['an FTD', toFtd, 'dials 203.0.113.99, and fmc pair/Tunnel100 has 203.0.113.30'],
    ['an FTD with a list', policies, 'dials 203.0.113.99, and fmc vpn/pair has 203.0.113.30'],
  ])('is dialled wrongly: %s', (_name, declare, message) => {
    expect(said(declare())).toEqual([]);
    expect(said(declare('203.0.113.99')).filter((each) => each.startsWith('TW-END'))).toEqual([
      expect.stringMatching(new RegExp(`^TW-END-014 \\S+ ${message}$`)),
    ]);
  });
});

describe('a tunnel interface of an ASA whose peer has no tunnel group', () => {
  const asaWith = (destination: string, peer: string): string => `
      ! asa
      ASA Version 9.18(2)
      interface GigabitEthernet0/0
       nameif outside
       ip address ${firewall} 255.255.255.0
      crypto ipsec ikev2 ipsec-proposal P
       protocol esp encryption aes-gcm-256
       protocol esp integrity null
      crypto ipsec profile P
       set ikev2 ipsec-proposal P
      crypto ikev2 enable outside
      interface Tunnel1
       nameif peer
       ip address 10.58.1.2 255.255.255.252
       tunnel source interface outside
       tunnel destination ${destination}
       tunnel mode ipsec ipv4
       tunnel protection ipsec profile P
      tunnel-group ${peer} type ipsec-l2l
      tunnel-group ${peer} ipsec-attributes
       ikev2 remote-authentication pre-shared-key *****
       ikev2 local-authentication pre-shared-key *****
    `;
  const of = (source: Source): readonly string[] =>
    findingsIn(source)
      .filter(({ rule }) => rule === 'TW-MAP-001')
      .map(({ path, message }) => `${path} ${message}`);
  test('is said', () => {
    expect(of({ asa: asaWith('198.51.100.11', router) })).toEqual([
      'asa/tunnel-interface/Tunnel1 its peer 198.51.100.11 has no tunnel group, so there is no key for it',
    ]);
    expect(of({ asa: asaWith(router, router) })).toEqual([]);
  });
  test('is an end of a pair all the same, where its destination is overridden', () => {
    const declare = (destination?: string) => (stack: VpnStack) => {
      const device = asa(stack);
      const vpn = new SiteToSiteVpn(stack, 'vpn', {
        suite: CryptoSuite.aes256Gcm({ group: 19 }),
        authentication: PreSharedKey.from(Secret.fromEnv('KEY')),
        ends: [
          {
            device: edge(stack),
            interface: 'Gi1',
            address: router,
            tunnel: '10.58.1.1/30',
            networks: ['10.20.0.0/16'],
          },
          { device, interface: 'outside', address: firewall, tunnel: '10.58.1.2/30', networks: ['10.30.0.0/16'] },
        ],
      });
      if (destination !== undefined) vpn.on(device).tunnel!.override({ destination });
    };
    expect(said(declare())).toEqual([]);
    expect(said(declare('198.51.100.11'))).toContain(
      'TW-END-014 net/vpn/asa/tunnel dials 198.51.100.11, and edge Tunnel100 has 198.51.100.10',
    );
  });
});

describe('a name with a comma in one of its parts', () => {
  const rules = (value: string) => (stack: VpnStack) => {
    const device = edge(stack);
    const peer = new IosXeRouter(stack, 'peer', { host: firewall, release: '17.9', login: Login.fromEnv('R') });
    const shown = String.raw`cn=peer.example.net,o=Example\, Inc.,c=IN`;
    for (const [at, own, other, subjectName, tunnel] of [
      [device, router, firewall, 'cn=edge.example.net', '10.58.1.1/30'],
      [peer, firewall, router, shown, '10.58.1.2/30'],
    ] as const) {
      const own1 = new CertTrustpoint(at, 'own', {
        name: 'OWN',
        enrollment: { type: 'url', url: 'http://ca.example.net/scep' },
        rsaKeypair: { label: 'KEY', bits: 2048 },
        subjectName,
        ca: { fingerprint: one },
      });
      offers(at);
      const map = new CertificateMap(at, 'map', {
        name: 'PEER',
        rules: [{ field: 'subject-name', operator: 'co', value: at === device ? value : 'cn = edge.example.net' }],
      });
      const ikev2Profile = new IkeV2Profile(at, 'profile', {
        name: 'PEER',
        matchCertificates: [map],
        identityLocal: { type: 'dn' },
        authenticationLocal: 'rsa-sig',
        authenticationRemote: ['rsa-sig'],
        trustpoints: [own1],
      });
      const transformSets = [new IpsecTransformSet(at, 'set', { name: 'ESP', encryption: 'aes-gcm-256' })];
      const protection = new IpsecProfile(at, 'protection', { name: 'PEER', ikev2Profile, transformSets });
      new TunnelInterface(at, 'tunnel', {
        name: 'Tunnel1',
        address: tunnel,
        source: own,
        destination: other,
        protection,
      });
    }
  };
  const picks = (value: string) => said(rules(value)).filter((each) => each.startsWith('TW-END-012'));
  test('is one part', () => {
    expect(picks('o = Inc.')).toHaveLength(1);
    expect(picks(String.raw`o = Example\, Inc.`)).toEqual([]);
    expect(picks('o = "Example, Inc."')).toEqual([]);
    expect(picks(String.raw`o = Example\, Ltd.`)).toHaveLength(1);
  });
});

test('a firewall behind NAT says the address that it has itself, which is not known', () => {
  const declare = (natAddress?: string) => (stack: VpnStack) => {
    const center = fmc(stack);
    const vpn = new SiteToSiteVpn(stack, 'vpn', {
      suite: CryptoSuite.aes256Gcm({ group: 19 }),
      authentication: PreSharedKey.from(Secret.fromEnv('KEY')),
      ends: [
        { device: edge(stack), interface: 'Gi1', address: router, tunnel: '10.58.1.1/30', networks: ['10.20.0.0/16'] },
        { device: center.ftd('pair'), interface: 'outside', address: firewall, tunnel: '10.58.1.2/30', networks: [] },
      ],
    });
    const [end, peer] = [center.ftd('pair'), stack.node.findChild('edge') as IosXeRouter];
    vpn.on(peer).profile.override({ matchRemoteAddresses: ['192.168.7.2'] });
    if (natAddress !== undefined) vpn.on(end).endpoint.override({ natAddress });
  };
  expect(said(declare())).toEqual([expect.stringContaining('TW-END-005')]);
  expect(said(declare(firewall))).toEqual([]);
});
