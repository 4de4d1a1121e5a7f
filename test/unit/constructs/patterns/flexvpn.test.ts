import {
  AaaAuthenticationList,
  AaaNewModel,
  AaaServerGroup,
  App,
  ClientAuthorization,
  Certificates,
  CertificateMap,
  ClientAuth,
  CryptoSuite,
  FlexVpnDualHub,
  FlexVpnLoadBalancer,
  FlexVpnRemoteAccess,
  HubAndSpoke,
  IosXeRouter,
  LocalUser,
  Login,
  PreSharedKey,
  Secret,
  SiteToSiteVpn,
  VpnStack,
  type FlexVpnRemoteAccessProps,
} from 'tunnelwright';

const suite = CryptoSuite.aes256Gcm();
const authentication = Certificates.issuedBy('CA');
const router = (stack: VpnStack, id: string): IosXeRouter =>
  new IosXeRouter(stack, id, {
    host: `${id}.example.net`,
    release: '17.9',
    login: Login.fromEnv('X'),
    aaaNewModel: 'on',
  });
const stackWith = (declare: (stack: VpnStack) => void): VpnStack => {
  const stack = new VpnStack(new App(), 's');
  declare(stack);
  return stack;
};
const problemsOf = (declare: (stack: VpnStack) => void): readonly string[] =>
  stackWith(declare).problems.map((p) => `[${p.path}] ${p.message}`);

describe('a hub and its spokes', () => {
  const spoke = (stack: VpnStack, n: number) => ({
    device: router(stack, `spoke${n}`),
    identity: `spoke${n}.example.net`,
    interface: 'GigabitEthernet1',
    tunnel: `10.0.${Math.floor(n / 250)}.${(n % 250) + 1}/32`,
    lan: ['GigabitEthernet2'],
  });
  const hub = (stack: VpnStack) => ({
    device: router(stack, 'hub'),
    identity: 'hub.example.net',
    address: '192.0.2.1',
    tunnel: '10.0.255.254/32',
    networks: ['172.16.0.0/12'],
  });

  it('has handles for its hub and for each spoke', () => {
    stackWith((stack) => {
      const ends = { hub: hub(stack), spokes: [spoke(stack, 1), spoke(stack, 2)] };
      const vpn = new HubAndSpoke(stack, 'vpn', { suite, authentication, domain: 'example.net', ...ends });
      expect(vpn.onHub(ends.hub.device).virtualTemplate.ref.name).toBe('Virtual-Template1');
      expect(vpn.onSpoke(ends.spokes[1]!.device).tunnel.node.path).toBe('s/vpn/spoke2/tunnel');
      expect(vpn.on(ends.spokes[0]!.device).profile.node.path).toBe('s/vpn/spoke1/profile');
      expect(() => vpn.onHub(ends.spokes[0]!.device)).toThrow(
        '[s/vpn] has no hub on s/spoke1\n    → give one of its hubs: s/hub',
      );
    });
  });

  it('may be three hundred: the hub is the same as with one', () => {
    const of = (count: number) =>
      stackWith(
        (stack) =>
          new HubAndSpoke(stack, 'v', {
            suite,
            authentication,
            domain: 'example.net',
            hub: hub(stack),
            spokes: Array.from({ length: count }, (_, n) => spoke(stack, n)),
          }),
      );
    const [one, many] = [of(1), of(300)];
    expect(many.problems).toEqual([]);
    expect(many.manifest.targets).toHaveLength(301);
    const theHub = (stack: VpnStack) => stack.manifest.targets.find(({ id }) => id === 'hub');
    expect(theHub(many)).toEqual(theHub(one));
  });

  describe('networks behind it', () => {
    const behind = (networks: readonly string[], length: number): readonly string[] =>
      problemsOf((stack) => {
        new HubAndSpoke(stack, 'v', {
          suite,
          authentication,
          domain: 'example.net',
          hub: { ...hub(stack), networks },
          spokes: Array.from({ length: 50 }, (_, n) => ({ ...spoke(stack, n), tunnel: `10.0.0.${n + 1}/${length}` })),
        });
      });

    it('may be wider than the tunnels that are in them: the longest match settles it', () => {
      expect(behind(['10.0.0.0/8', '0.0.0.0/0'], 32)).toEqual([]);
    });

    it('that are as narrow as the tunnels are one fact, of however many spokes', () => {
      expect(behind(['10.0.0.0/24'], 24)).toEqual([
        '[s/v] hub.networks: 10.0.0.0/24 is in the tunnel network of spokes[0], spokes[1], 48 more too: traffic has two ways to go',
      ]);
    });
  });

  it('has names of peers only where it has keyrings', () => {
    const found = problemsOf((stack) => {
      const spokes = [{ ...spoke(stack, 1), keyringPeer: 'BRANCH' }];
      const all = { suite, authentication, domain: 'example.net', spokes };
      new HubAndSpoke(stack, 'v', { ...all, hub: { ...hub(stack), keyringPeer: 'HEAD' } });
    });
    expect(found).toEqual([
      '[s/v] hub.keyringPeer: there are no keyrings in this VPN: leave it out',
      '[s/v] spokes[0].keyringPeer: there are no keyrings in this VPN: leave it out',
    ]);
  });

  it('says all that is wrong at once', () => {
    const found = problemsOf((stack) => {
      const one = spoke(stack, 1);
      new HubAndSpoke(stack, 'v', {
        suite,
        authentication: PreSharedKey.from(Secret.fromEnv('KEY')),
        domain: 'example.net',
        hub: hub(stack),
        spokes: [
          { ...one, identity: 'spoke1.example.com' },
          { ...one, identity: 'Hub.example.net', tunnel: '172.16.0.9/12' },
        ],
      });
    });
    expect(found).toEqual([
      "[s/v] authentication: one key for all spokes lets each play every other: write Certificates.issuedBy('TRUSTPOINT'), or SpokeAuth.withKeys() and a key for each spoke",
      "[s/v] spokes[0].identity: 'spoke1.example.com' is not in example.net: write a name like spokes.example.net",
      '[s/v] spokes[1].identity: Hub.example.net is that of hub too: give each end its own',
      '[s/v] spokes[1].device: the device s/spoke1 is that of spokes[0].device too: give each its own',
      '[s/v] hub.networks: 172.16.0.0/12 is in the tunnel network of spokes[1] too: traffic has two ways to go',
    ]);
  });
});

describe('two hubs', () => {
  it('are two, and know each client by a key of its own', () => {
    const found = problemsOf((stack) => {
      const client = (n: number) => ({
        device: router(stack, `c${n}`),
        identity: `c${n}.example.net`,
        interface: 'GigabitEthernet1',
      });
      new FlexVpnDualHub(stack, 'v', {
        suite,
        authentication,
        domain: 'example.net',
        hubs: [
          {
            device: router(stack, 'hub'),
            identity: 'hub.example.net',
            address: '192.0.2.1',
            tunnel: '10.0.0.254/32',
            pool: { from: '10.0.0.1', to: '10.0.0.9' },
          },
        ],
        clients: [
          { ...client(1), key: Secret.fromEnv('KEY') },
          { ...client(2), key: Secret.fromEnv('KEY') },
          client(3),
        ],
      });
    });
    expect(found).toEqual([
      '[s/v] clients[1].key: is the key of clients[0] too: give each client its own',
      '[s/v] hubs: write two hubs; for one, HubAndSpoke',
      '[s/v] clients: some have a key and some a certificate: write key for all, or for none',
    ]);
  });
});

describe('a cluster', () => {
  it('has several gateways, none of which has the address of all', () => {
    const found = problemsOf((stack) => {
      new FlexVpnLoadBalancer(stack, 'v', {
        suite,
        authentication,
        domain: 'example.net',
        virtualAddress: '192.0.2.5',
        gateways: [
          {
            device: router(stack, 'g'),
            identity: 'g.example.net',
            address: '192.0.2.5',
            interface: 'GigabitEthernet1',
            tunnel: '10.0.0.1/24',
          },
        ],
        clients: [{ device: router(stack, 'c'), identity: 'c.example.net', interface: 'GigabitEthernet1' }],
      });
    });
    expect(found).toEqual([
      '[s/v] gateways[0].address: the address 192.0.2.5 is that of virtualAddress too: give each its own',
      '[s/v] gateways: a cluster has two to ten gateways, not 1',
      '[s/v] clients[0].tunnel: is missing: write its address in the tunnel, like 172.16.1.100/24',
    ]);
  });
});

describe('a headend for remote users', () => {
  const headend = (props: (edge: IosXeRouter) => Partial<FlexVpnRemoteAccessProps>) =>
    problemsOf((stack) => {
      const edge = router(stack, 'edge');
      const servers = new AaaServerGroup(edge, 'radius', {
        privateServers: [{ address: '192.0.2.9', key: Secret.fromEnv('RADIUS') }],
      });
      new FlexVpnRemoteAccess(edge, 'v', {
        suite,
        trustpoint: 'CA',
        authentication: ClientAuth.withEap(servers),
        match: { keyIds: ['staff'] },
        gateway: '10.0.1.1/32',
        ...props(edge),
      });
    });

  it('is sound as it stands', () => expect(headend(() => ({}))).toEqual([]));

  it('says all that cannot work of Windows, groups and pools at once', () => {
    const found = headend((edge) => ({
      suite: new CryptoSuite({ ike: suite.ike, esp: { encryption: 'aes-gcm-128' } }),
      software: ['windows'],
      match: { keyIds: ['staff'], certificates: [new CertificateMap(edge, 'm', { rules: [] as never })] },
      authorization: ClientAuthorization.byRouter([
        { name: 'A', pool: { from: '10.0.1.10', to: '10.0.1.99' } },
        { name: 'B', pool: { from: '10.0.1.50', to: '10.0.1.60' }, dhcpServer: '192.0.2.3' },
      ]),
      gateway: undefined,
    })).filter((text) => text.startsWith('[s/edge/v]'));
    expect(found.map((text) => text.slice('[s/edge/v] '.length).split(':')[0])).toEqual([
      'match.certificates',
      'suite.esp.encryption',
      'match.keyIds',
      'authorization.choose',
      'authorization.groups[1].pool',
      'authorization.groups[1].pool',
      'gateway',
    ]);
  });

  it('needs a router, users, and somebody who says what they may have', () => {
    const found = problemsOf((stack) => {
      new FlexVpnRemoteAccess(stack, 'v', {
        suite,
        trustpoint: 'CA',
        authentication: ClientAuth.withCertificate(),
        match: {},
        gateway: '10.0.1.1/32',
      });
    });
    expect(found).toEqual([
      '[s/v] a headend must be on a router: give the IosXeRouter as scope',
      "[s/v] match: matches no one: write whom it is for, like { keyIds: ['staff'] } or { any: true }",
      '[s/v] authorization: is missing: no server is asked for a certificate, so write who says what a user may have',
    ]);
  });
});

describe('IPv6 over IPv4', () => {
  it('has no static routes and no IPv4 in the tunnel, and identities at both ends or none', () => {
    const found = problemsOf((stack) => {
      const end = (id: string, address: string) => ({
        device: router(stack, id),
        interface: 'GigabitEthernet1',
        address,
        networks: [] as string[],
      });
      new SiteToSiteVpn(stack, 'v', {
        suite,
        authentication: PreSharedKey.from(Secret.fromEnv('KEY')),
        ipv6: { ospf: '1 area 0' },
        ends: [
          { ...end('a', '192.0.2.1'), identity: 'a.example.net' },
          { ...end('b', '192.0.2.2'), tunnel: '10.0.0.1/30', networks: ['10.1.0.0/16'] },
        ],
      });
    });
    expect(found).toEqual([
      '[s/v] ends[1].identity: is missing: another end has one, so write it at all ends',
      '[s/v] ends[1].tunnel: tunnels with IPv6 have link-local addresses: leave tunnel out',
      '[s/v] ends[1].networks: OSPF tells the networks: write networks: []',
    ]);
  });
});

describe('aaa new-model of the routers of a FlexVPN', () => {
  const remoteAccess = (edge: IosXeRouter): void =>
    void new FlexVpnRemoteAccess(edge, 'ra', {
      suite,
      trustpoint: 'CA',
      authentication: ClientAuth.withCertificate(),
      match: { keyIds: ['staff'] },
      authorization: ClientAuthorization.byRouter([{ name: 'staff' }]),
      gateway: '10.0.1.1/32',
    });
  const bare = (stack: VpnStack, props: { aaaNewModel?: 'on' } = {}): IosXeRouter =>
    new IosXeRouter(stack, 'edge', { host: 'edge.example.net', release: '17.9', login: Login.fromEnv('X'), ...props });
  const wayIn = (edge: IosXeRouter): void => {
    new LocalUser(edge, 'admin', { privilege: 15, secret: Secret.fromEnv('ADMIN') });
    new AaaAuthenticationList(edge, 'default', { methods: ['local'] });
  };
  const switches = (stack: VpnStack): readonly string[] =>
    stack.manifest.targets.flatMap(({ desired }) =>
      desired.items.filter(({ kind }) => kind === 'aaa').map(({ path }) => path),
    );
  const declared = (declare: (edge: IosXeRouter) => void, props = {}) => {
    const stack = stackWith((here) => declare(bare(here, props)));
    return {
      problems: stack.problems.map(({ path, message }) => `[${path}] ${message}`),
      switches: () => switches(stack),
    };
  };

  it('is written where a way in is declared', () => {
    const found = declared((edge) => {
      wayIn(edge);
      remoteAccess(edge);
    });
    expect([found.problems, found.switches()]).toEqual([[], ['s/edge/shared/aaa-new-model']]);
  });
  it('is refused by synth where none is: it would lock everybody out', () => {
    expect(declared(remoteAccess).problems).toEqual([
      '[s/edge/shared/aaa-new-model] aaa new-model without a local user: when no server answers nobody can log in',
    ]);
  });
  it('is left alone where the router has it already', () => {
    const found = declared(remoteAccess, { aaaNewModel: 'on' });
    expect([found.problems, found.switches()]).toEqual([[], []]);
  });
  it.each([true, false])('is the one that the program declares, before the VPN (%s) or after it', (before) => {
    const found = declared((edge) => {
      wayIn(edge);
      if (before) new AaaNewModel(edge, 'own', { sessionId: 'unique' });
      remoteAccess(edge);
      if (!before) new AaaNewModel(edge, 'own', { sessionId: 'unique' });
    });
    expect([found.problems, found.switches()]).toEqual([[], ['s/edge/own']]);
  });
});
