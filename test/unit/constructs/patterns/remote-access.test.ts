import { existing } from '../../../../constructs/core/device-object';
import {
  AccessPolicy,
  AaaAuthenticationList,
  AaaNewModel,
  AaaServer,
  AaaServerGroup,
  App,
  CryptoSuite,
  DuoProxy,
  IseIdentityGroup,
  LocalUser,
  PrimaryAuth,
  RadiusServer,
  Realm,
  RemoteAccess,
  Secret,
  TrustedCa,
  VpnStack,
  type AsaHeadendProps,
  type FirewallRemoteAccessProps,
  type RouterRemoteAccessProps,
} from 'tunnelwright';
import { platformOf } from '../../../../lib/platforms';
import { collect } from '../../../../lib/synth/collect';
import { asa, duoProxyHost, edge, fmc, ise as iseOf, problemsIn } from '../../../support/scenario';

const secret = Secret.fromEnv('RA_RADIUS');
const declare = (stack: VpnStack, props: Partial<RouterRemoteAccessProps> = {}): void => {
  const headend = edge(stack);
  new LocalUser(headend, 'admin', { privilege: 15, secret: Secret.fromEnv('RA_ADMIN') });
  new AaaAuthenticationList(headend, 'default', { methods: ['local'] });
  new AaaNewModel(headend, 'aaa', {});
  const duo = new DuoProxy(stack, 'mfa', {
    hosts: [duoProxyHost(stack)],
    application: { ikey: 'DIABCDEFGHIJKLMNOPQR', skey: Secret.fromEnv('RA_SKEY'), apiHost: 'api-1.duosecurity.com' },
    primary: PrimaryAuth.radius(['10.197.243.116'], Secret.fromEnv('RA_ISE')),
  });
  new RemoteAccess(stack, 'staff', {
    headend,
    suite: CryptoSuite.aes256Gcm({ group: 19 }),
    trustpoint: 'CA-INTERNAL',
    pool: { from: '10.99.0.1', to: '10.99.0.100' },
    sessions: 100,
    networks: ['10.20.0.0/16'],
    dns: ['10.20.0.53'],
    authentication: { duo, from: '10.106.54.143', secret },
    unnumbered: 'GigabitEthernet0/0',
    ...props,
  });
};

test('one declaration is a headend that asks the proxy, and a proxy that knows the headend', () => {
  const stack = new VpnStack(new App(), 'net');
  declare(stack);
  expect(stack.problems).toEqual([]);
  const files = stack.manifest.targets.flatMap(({ platform, desired }) =>
    platformOf(platform)
      .artifacts(desired)
      .map(({ text }) => text),
  );
  const lines = files
    .join('\n')
    .split('\n')
    .map((line) => line.trim());
  for (const line of [
    'address ipv4 192.0.2.97 auth-port 1812 acct-port 1813',
    'timeout 120',
    'key <secret:env:RA_RADIUS>',
    'ip local pool staff-pool 10.99.0.1 10.99.0.100',
    'dns 10.20.0.53',
    'authentication remote eap query-identity',
    'radius_ip_1=10.106.54.143',
    'radius_secret_1=<secret:env:RA_RADIUS>',
    'host=10.197.243.116',
  ])
    expect(lines).toContain(line);
});

test('an ISE that lets nobody in, or is asked from no address, is said', () => {
  const problems = problemsIn((stack) => {
    const ise = { server: iseOf(stack), callers: ['proxy.example.net'], secret, users: [] };
    declare(stack, { ise });
  });
  expect(problems).toEqual([
    'net/staff/identity ise.users: write at least one: nobody would be let in',
    "net/staff/identity/callers addresses[0]: 'proxy.example.net' is not a valid address or network: write 192.0.2.1 or 10.20.0.0/16 (host bits zero)",
  ]);
});

test('a pool that is smaller than the sessions asked for is said, and one that is a protected network', () => {
  expect(problemsIn((stack) => declare(stack, { sessions: 101 }))).toEqual([
    'net/staff pool: 10.99.0.1 to 10.99.0.100 has 100 addresses, and 101 users shall connect at once → write a larger pool: a user without an address is refused',
  ]);
  const inside = { from: '10.20.1.1', to: '10.20.1.100' };
  expect(problemsIn((stack) => declare(stack, { pool: inside }))).toEqual([
    'net/staff pool: 10.20.1.1 to 10.20.1.100 lies in 10.20.0.0/16, which users reach through the tunnel → write a pool of its own: hosts there would look for users beside them, and find none',
  ]);
  expect(problemsIn((stack) => declare(stack, { pool: { from: '10.21.0.0', to: '10.21.0.99' } }))).toEqual([]);
});

describe('on a firewall', () => {
  const onFirewall = (stack: VpnStack, props: Partial<FirewallRemoteAccessProps> = {}): void => {
    const push = () =>
      new DuoProxy(stack, 'mfa', {
        hosts: [duoProxyHost(stack)],
        application: {
          ikey: 'DIABCDEFGHIJKLMNOPQR',
          skey: Secret.fromEnv('RA_SKEY'),
          apiHost: 'api-1.duosecurity.com',
        },
        primary: PrimaryAuth.radius(['10.197.243.116'], Secret.fromEnv('RA_ISE')),
        timeout: 90,
      });
    new RemoteAccess(stack, 'staff', {
      headend: props.headend ?? fmc(stack).ftd('branch-ftd'),
      suite: CryptoSuite.nsa(),
      certificate: existing('cert-trustpoint', 'CA'),
      zones: [existing('security-zone', 'outside-zone')],
      pool: { from: '10.99.0.1', to: '10.99.0.100' },
      networks: ['10.20.0.0/16'],
      dns: ['10.20.0.53'],
      authentication: props.authentication ?? { duo: push(), from: '10.20.0.1', secret },
      clientProfile: { displayName: 'Staff', address: 'vpn.example.net' },
      ...props,
    });
  };
  const nouns = (stack: VpnStack, kind: string): readonly object[] =>
    collect(stack).targets.flatMap(({ resources }) =>
      resources.filter((one) => one.kind === kind).map(({ noun }) => noun),
    );

  const realmOn = (stack: VpnStack, type: 'ldap' | 'local') => {
    const center = fmc(stack);
    const headend = center.ftd('branch-ftd');
    if (type === 'local') return { headend, realm: new Realm(center, 'guests', { type }) };
    const authority = TrustedCa.fromExisting(center, 'ca', 'DIRECTORY-CA');
    const [baseDn, groupDn] = ['dc=example,dc=net', 'dc=example,dc=net'];
    const user = { name: 'vpn', password: secret };
    const servers = [{ host: 'dc.example.net', authority }];
    return { headend, realm: new Realm(center, 'directory', { type, user, baseDn, groupDn, servers }) };
  };

  test('accessRules let users in to the networks, from the addresses of the pool', () => {
    const stack = new VpnStack(new App(), 'net');
    const center = fmc(stack);
    onFirewall(stack, {
      headend: center.ftd('branch-ftd'),
      accessRules: { policy: AccessPolicy.fromExisting(center, 'policy', 'edge-access') },
    });
    expect(stack.problems).toEqual([]);
    expect(nouns(stack, 'access-rule')).toMatchObject([
      {
        name: 'staff in',
        sourceZones: [{ name: 'outside-zone' }],
        sourceNetworks: [{ name: 'net-10.99.0.1-10.99.0.100' }],
        destinationNetworks: [{ name: 'net-10.20.0.0-16' }],
      },
    ]);
  });
  test('users of a directory are asked for by the firewall itself', () => {
    const stack = new VpnStack(new App(), 'net');
    const { headend, realm } = realmOn(stack, 'ldap');
    onFirewall(stack, { headend, authentication: realm });
    expect(stack.problems).toEqual([]);
    expect(nouns(stack, 'ra-connection-profile')).toMatchObject([
      { authentication: 'aaa', server: { ref: 'realm', name: 'directory' } },
    ]);
    expect(nouns(stack, 'ra-local-realm')).toEqual([]);
  });

  test('users of the FMC itself are local ones, and the policy names their realm', () => {
    const stack = new VpnStack(new App(), 'net');
    const { headend, realm } = realmOn(stack, 'local');
    onFirewall(stack, { headend, authentication: { local: realm } });
    expect(stack.problems).toEqual([]);
    expect(nouns(stack, 'ra-connection-profile')).toMatchObject([{ authentication: 'aaa', server: 'local' }]);
    expect(nouns(stack, 'ra-local-realm')).toMatchObject([
      { realm: { name: 'guests' }, profiles: [{ name: 'staff/staff' }] },
    ]);
  });

  test.each([
    ['local', false, 'write { local: realm }'],
    ['ldap', true, "give the realm itself as authentication, or here one of type 'local'"],
  ] as const)('a realm of type %s that is given as the other is said', (type, asLocal, hint) => {
    const problems = problemsIn((stack) => {
      const { headend, realm } = realmOn(stack, type);
      onFirewall(stack, { headend, authentication: asLocal ? { local: realm } : realm });
    });
    expect(problems.join('\n')).toContain(hint);
  });

  test('one declaration is a firewall that asks the proxy, a proxy that knows it, and a client that waits', () => {
    const stack = new VpnStack(new App(), 'net');
    onFirewall(stack);
    expect(stack.problems).toEqual([]);
    expect(nouns(stack, 'radius-server')).toMatchObject([
      { address: { host: '192.0.2.97', authPort: 1812 }, timeout: 90, key: secret },
    ]);
    expect(nouns(stack, 'aaa-server-group')).toMatchObject([{ name: 'staff-duo' }]);
    expect(nouns(stack, 'duo-radius-server-auto')).toMatchObject([{ callers: [{ address: '10.20.0.1', secret }] }]);
    expect(nouns(stack, 'ra-connection-profile')).toMatchObject([
      { name: 'staff', authentication: 'aaa', server: { ref: 'aaa-server-group', name: 'staff-duo' } },
    ]);
    expect(nouns(stack, 'ftd-group-policy')).toMatchObject([
      { protocols: ['ipsec-ikev2'], splitTunnel: { ipv4: 'tunnel-specified', list: { name: 'staff-networks' } } },
    ]);
    expect(nouns(stack, 'network-object')).toMatchObject([{ name: 'staff-dns-1', value: '10.20.0.53' }]);
    expect(nouns(stack, 'secure-client-profile')).toMatchObject([{ preferences: { authenticationTimeout: 90 } }]);
  });

  test('without a push to wait for a client waits as it does by itself', () => {
    const stack = new VpnStack(new App(), 'net');
    const manager = fmc(stack);
    const server = new RadiusServer(manager, 'ise', { address: '10.20.0.9', key: secret });
    const authentication = new AaaServerGroup(manager, 'ISE', { servers: [server] });
    onFirewall(stack, { headend: manager.ftd('branch-ftd'), authentication });
    expect(nouns(stack, 'secure-client-profile')).toMatchObject([{ preferences: { authenticationTimeout: 30 } }]);
  });

  test('domains are an attribute of the group policy, beside its networks', () => {
    const stack = new VpnStack(new App(), 'net');
    onFirewall(stack, { domains: { include: ['corp.example.net'], exclude: ['video.example.net'] } });
    expect(stack.problems).toEqual([]);
    expect(nouns(stack, 'secure-client-attribute')).toEqual([
      {
        name: 'staff-domains',
        type: 'dynamic-split-tunnel',
        include: ['corp.example.net'],
        exclude: ['video.example.net'],
      },
    ]);
    expect(nouns(stack, 'ftd-group-policy')).toMatchObject([{ customAttributes: [{ name: 'staff-domains' }] }]);
  });

  test('domains that go through a tunnel that everything goes through are refused', () => {
    expect(
      problemsIn((stack) => onFirewall(stack, { networks: undefined, domains: { include: ['corp.example.net'] } })),
    ).toEqual([expect.stringMatching(/^net\/staff domains\.include: everything goes through the tunnel already: /)]);
    expect(
      problemsIn((stack) => onFirewall(stack, { networks: undefined, domains: { exclude: ['video.example.net'] } })),
    ).toEqual([]);
  });

  test('a pool that is a protected network is said here too', () => {
    expect(problemsIn((stack) => onFirewall(stack, { pool: { from: '10.20.1.1', to: '10.20.1.9' } }))).toEqual([
      expect.stringMatching(/^net\/staff pool: 10\.20\.1\.1 to 10\.20\.1\.9 lies in 10\.20\.0\.0\/16/),
    ]);
  });
});

describe('on an ASA', () => {
  const onAsa = (
    stack: VpnStack,
    props: Partial<AsaHeadendProps> = {},
    primary?: Parameters<typeof duoWith>[1],
  ): void => {
    new RemoteAccess(stack, 'staff', {
      headend: props.headend ?? asa(stack),
      suite: CryptoSuite.aes256Gcm({ group: 19 }),
      trustpoint: 'VPN',
      interface: 'outside',
      pool: { from: '10.99.0.1', to: '10.99.0.100' },
      networks: ['10.20.0.0/16'],
      dns: ['10.20.0.53'],
      authentication: { duo: duoWith(stack, primary), from: '10.60.0.1', interface: 'inside', secret },
      ...props,
    });
  };
  const duoWith = (
    stack: VpnStack,
    primary = PrimaryAuth.radius(['10.197.243.116'], Secret.fromEnv('RA_ISE')),
  ): DuoProxy =>
    new DuoProxy(stack, 'mfa', {
      hosts: [duoProxyHost(stack)],
      application: { ikey: 'DIABCDEFGHIJKLMNOPQR', skey: Secret.fromEnv('RA_SKEY'), apiHost: 'api-1.duosecurity.com' },
      primary,
      timeout: 90,
    });
  const linesOf = (declareIt: (stack: VpnStack) => void): readonly string[] => {
    const stack = new VpnStack(new App(), 'net');
    declareIt(stack);
    expect(stack.problems).toEqual([]);
    return stack.manifest.targets.flatMap(({ platform, desired }) =>
      platformOf(platform)
        .artifacts(desired)
        .flatMap(({ text }) => text.split('\n')),
    );
  };
  const directory = PrimaryAuth.directory({
    hosts: ['10.20.0.5'],
    serviceAccountUsername: 'duo',
    serviceAccountPassword: Secret.fromEnv('RA_AD'),
    searchDn: 'DC=example,DC=net',
  });

  test('one declaration is an ASA that asks the proxy at its port and waits for it, and a proxy that knows the ASA', () => {
    const lines = linesOf((stack) => onAsa(stack));
    for (const line of [
      'aaa-server staff-duo (inside) host 192.0.2.97',
      ' timeout 90',
      ' authentication-port 1812',
      ' key <secret:env:RA_RADIUS>',
      'tunnel-group staff webvpn-attributes',
      ' authentication-server-group staff-duo',
      ' split-tunnel-network-list value staff-networks',
      'radius_ip_1=10.60.0.1',
      'radius_secret_1=<secret:env:RA_RADIUS>',
    ])
      expect(lines).toContain(line);
  });

  test('the client of Windows comes by EAP', () => {
    const lines = linesOf((stack) => {
      const headend = asa(stack);
      const ise = new AaaServer(headend, 'ISE', { hosts: [{ interface: 'inside', host: '10.60.0.9', key: secret }] });
      new RemoteAccess(stack, 'staff', {
        headend,
        suite: CryptoSuite.aes256Gcm({ group: 19 }),
        trustpoint: 'VPN',
        interface: 'outside',
        pool: { from: '10.99.0.1', to: '10.99.0.100' },
        software: ['windows'],
        authentication: ise,
      });
    });
    expect(lines).toContain(' ikev2 remote-authentication eap query-identity');
    expect(lines).toContain(' authentication-server-group ISE');
  });

  test('a proxy in front of a directory serves AnyConnect, and is refused for EAP', () => {
    expect(linesOf((stack) => onAsa(stack, {}, directory))).toContain('[ad_client]');
    expect(problemsIn((stack) => onAsa(stack, { software: ['windows'] }, directory))).toContain(
      'net/staff authentication: users log in with EAP, which the proxy can only hand on to a RADIUS server: write primary: PrimaryAuth.radius(…) on the DuoProxy',
    );
  });

  test('both clients at once, and a pool that is too small, are refused', () => {
    expect(problemsIn((stack) => onAsa(stack, { software: ['anyconnect', 'windows'] }))).toContain(
      'net/staff software: an ASA asks AnyConnect and Windows in different ways: write a RemoteAccess for each of them',
    );
    expect(problemsIn((stack) => onAsa(stack, { sessions: 101 }))).toEqual([
      expect.stringMatching(/^net\/staff pool: 10\.99\.0\.1 to 10\.99\.0\.100 has 100 addresses/),
    ]);
  });
});

describe('ISE behind a headend that hands EAP on', () => {
  const access = (stack: VpnStack, protocols?: readonly 'pap'[]) => {
    const server = iseOf(stack);
    const who = new IseIdentityGroup(server, 'staff', { name: 'Staff' });
    return {
      server,
      callers: ['192.0.2.97'],
      secret: Secret.fromEnv('RA_ISE'),
      users: [{ name: 'Staff', who, given: { attributes: { routeSetPrefixes: ['10.20.0.0/16'] } } }],
      ...(protocols === undefined ? {} : { protocols }),
    };
  };
  const allowed = (props: Partial<RouterRemoteAccessProps>): unknown => {
    const stack = new VpnStack(new App(), 'net');
    declare(stack, { ise: access(stack), ...props });
    expect(stack.problems).toEqual([]);
    const all = collect(stack).targets.flatMap(({ resources }) => resources);
    return (all.find(({ kind }) => kind === 'ise-allowed-protocols')!.noun as { readonly protocols: unknown })
      .protocols;
  };

  test('allows the EAP of its clients, and not passwords alone', () => {
    expect(allowed({})).toEqual(['eap-md5']);
    expect(allowed({ software: ['windows'] })).toEqual(['peap']);
    expect(allowed({ software: ['anyconnect', 'windows'] })).toEqual(['eap-md5', 'peap']);
  });

  test('is refused with protocols that let nobody in', () => {
    expect(problemsIn((stack) => declare(stack, { ise: access(stack, ['pap']) }))).toEqual([
      expect.stringMatching(
        /^net\/staff ise\.protocols: the headend hands the EAP of its clients on to ISE, and pap allows none: .* → write 'eap-md5' for AnyConnect/,
      ),
    ]);
  });
});
