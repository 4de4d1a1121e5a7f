import { existing } from '../../../../constructs/core/device-object';
import {
  AccessList,
  AddressPool,
  App,
  CryptoSuite,
  Fmc,
  FtdGroupPolicy,
  IkeV2Policy,
  IkeV2Proposal,
  Ipv6AddressPool,
  Login,
  RaCryptoMap,
  RaVpnPolicy,
  RemoteAccessPolicy,
  VpnStack,
  type AccessListProps,
  type RaVpnPolicyProps,
} from 'tunnelwright';
import { tlsListener } from '../../../../lib/rules/checks/fmc/tls-listener';
import { networkViewOf } from '../../../../lib/rules/engine/network-view';
import { collect } from '../../../../lib/synth/collect';

const zone = existing('security-zone', 'outside-zone');
const certificate = existing('cert-trustpoint', 'CA');
const fmcOn = (stack: VpnStack, version: string): Fmc =>
  new Fmc(stack, 'fmc', { host: 'fmc.example.net', version, login: Login.fromEnv('FMC') });

const stackOf = (declare: (fmc: Fmc) => void, version = '7.7'): VpnStack => {
  const stack = new VpnStack(new App(), 'net');
  declare(fmcOn(stack, version));
  return stack;
};
const wrong = (stack: VpnStack): readonly string[] =>
  stack.problems.map((p) => `${p.path} ${p.message}${p.hint ? ` → ${p.hint}` : ''}`);
const level2 = (props: Partial<RaVpnPolicyProps>, version?: string): VpnStack =>
  stackOf((fmc) => {
    const pool = new AddressPool(fmc, 'pool', { ranges: [{ from: '10.99.0.1', to: '10.99.0.9' }] });
    new RaVpnPolicy(fmc, 'RA', {
      suite: CryptoSuite.nsa(),
      certificate,
      zones: [zone],
      groups: [{ name: 'staff', authentication: 'aaa', server: 'local', ipv4Pools: [pool], group: {} }],
      ...props,
    });
  }, version);
const nounOf = (stack: VpnStack, kind: string): Record<string, unknown> =>
  collect(stack).targets[0]!.resources.find((r) => r.kind === kind)!.noun;

describe('RaVpnPolicy', () => {
  test('keeps TLS off at every switch', () => {
    const stack = level2({});
    expect(wrong(stack)).toEqual([]);
    expect(nounOf(stack, 'ra-vpn-policy')).toMatchObject({
      protocols: ['ipsec-ikev2'],
      accessInterfaces: [{ ipsec: true, ssl: false, dtls: false }],
    });
    expect(nounOf(stack, 'ftd-group-policy')).toMatchObject({ protocols: ['ipsec-ikev2'] });
    expect(nounOf(stack, 'ra-crypto-map')).toMatchObject({ clientServices: false });
    expect(tlsListener.check(networkViewOf(collect(stack)))).toEqual([]);
  });
  test('with client services opens TLS whole, which they need', () => {
    const stack = level2({ clientServices: true });
    expect(wrong(stack)).toEqual([]);
    expect(nounOf(stack, 'ra-vpn-policy')).toMatchObject({
      protocols: ['ipsec-ikev2', 'ssl'],
      accessInterfaces: [{ ipsec: true, ssl: true, dtls: true }],
      sslCertificate: { name: 'CA' },
    });
    expect(nounOf(stack, 'ftd-group-policy')).toMatchObject({ protocols: ['ipsec-ikev2', 'ssl'] });
    expect(nounOf(stack, 'ra-crypto-map')).toMatchObject({ clientServices: true });
  });
  test('takes no other word for its transport', () => {
    expect(wrong(level2({ transport: 'ipsec' as never }))).toEqual([
      "net/fmc/RA transport: 'ipsec' is not valid here: write 'ipsec-ikev2' or 'ipsec-ikev2-and-ssl'",
    ]);
  });
  test('says all that cannot work at once', () => {
    expect(
      wrong(
        level2({
          zones: [],
          clientImages: [],
          groups: [
            { name: 'staff', authentication: 'aaa', server: 'local', group: {} },
            { name: 'staff', authentication: 'aaa', server: 'local', group: {} },
          ],
        }),
      ),
    ).toEqual([
      'net/fmc/RA zones: write at least one zone by which users come in',
      'net/fmc/RA groups[1]: the name staff is that of groups[0] too: give each its own',
      'net/fmc/RA groups[0].ipv4Pools: nothing gives its users an address: write pools or dhcpServers',
      'net/fmc/RA groups[1].ipv4Pools: nothing gives its users an address: write pools or dhcpServers',
      'net/fmc/RA clientImages: packages are handed out over TLS, which is off: leave them out, or write clientServices: true, which opens TLS again',
    ]);
  });
  test('with VPN logging below 7.7 says what to click', () => {
    const logging = { policy: existing('platform-settings', 'FTD-platform') };
    expect(wrong(level2({ logging }, '7.7.0'))).toEqual([]);
    expect(wrong(level2({ logging }, '7.6'))).toEqual([
      'net/fmc/RA/logging VPN logging: the FMC 7.6 cannot, from 7.7 on it can → click it: Devices > Platform Settings > FTD-platform > Syslog > Logging Setup > VPN Logging Settings > Enable Logging to FMC, level informational; then leave VpnLogging out',
    ]);
  });
});

describe('accessRules', () => {
  const policy = existing('access-policy', 'edge-access');
  const inside = existing('security-zone', 'inside-zone');
  type Group = RaVpnPolicyProps['groups'][number];
  type Make = (fmc: Fmc) => Partial<Group>;
  const ranges = [{ from: '10.99.0.1', to: '10.99.0.9' }];
  const pooled: Make = (fmc) => ({
    ipv4Pools: [
      new AddressPool(fmc, 'pool', { ranges }),
      new AddressPool(fmc, 'one', { ranges: [{ from: '10.99.1.1' }] }),
    ],
  });
  const split = (fmc: Fmc, entries: AccessListProps['entries'], type?: 'extended'): Partial<Group> => {
    const list = new AccessList(fmc, 'list', { type: type ?? 'standard', entries });
    return { group: { splitTunnel: { ipv4: 'tunnel-specified', list } } };
  };
  const withRules = (rules: Partial<RaVpnPolicyProps['accessRules']>, make: Make): VpnStack =>
    stackOf((fmc) => {
      new RaVpnPolicy(fmc, 'RA', {
        ...{ suite: CryptoSuite.nsa(), certificate, zones: [zone] },
        groups: [{ name: 'staff', authentication: 'aaa', server: 'local', group: {}, ...make(fmc) }],
        accessRules: { policy, ...rules },
      });
    });
  const ruleOf = (stack: VpnStack): string => {
    expect(wrong(stack)).toEqual([]);
    const rule = nounOf(stack, 'access-rule') as Record<string, readonly { readonly name: string }[] | undefined>;
    const [from, to] = ['source', 'destination'].map((side) =>
      [`${side}Zones`, `${side}Networks`].map(
        (field) => (rule[field] ?? []).map(({ name }) => name).join(' ') || 'any',
      ),
    );
    expect(rule).toMatchObject({ name: 'staff in', action: 'allow', place: { section: 'mandatory' } });
    return `${from!.join(', ')} to ${to!.join(', ')}`;
  };

  test('let users in from their addresses to what their list names', () => {
    const lan = existing('network-object', 'LAN');
    const entries = [
      { action: 'permit', source: '10.20.0.0/16' },
      { action: 'permit', source: lan },
    ] as const;
    expect(ruleOf(withRules({}, (fmc) => ({ ...pooled(fmc), ...split(fmc, entries) })))).toBe(
      'outside-zone, net-10.99.0.1-10.99.0.9 net-10.99.1.1 to any, net-10.20.0.0-16 LAN',
    );
  });
  test('let users in to all of a zone, where everything goes through the tunnel', () => {
    expect(ruleOf(withRules({ inside }, pooled))).toBe(
      'outside-zone, net-10.99.0.1-10.99.0.9 net-10.99.1.1 to inside-zone, any',
    );
  });
  test('know the pools of a group policy, parts of a supernet, and IPv6', () => {
    const make: Make = (fmc) => ({
      ipv6Pools: [new Ipv6AddressPool(fmc, 'pool6', { start: '2001:db8:1::10/64', size: 100 })],
      group: {
        addressPools: [
          new AddressPool(fmc, 'parts', { supernet: { network: '10.98.0.0/16', subnetLength: 24, size: 200 } }),
        ],
      },
    });
    expect(ruleOf(withRules({ inside }, make))).toBe(
      'outside-zone, net-10.98.0.0-16 net-2001:db8:1::-64 to inside-zone, any',
    );
  });

  const unknown =
    'net/fmc/RA accessRules: this program does not say which addresses the users of staff have on every firewall: declare its pools here, without overridable, or leave accessRules out and write an AccessRule';
  const anything =
    'net/fmc/RA accessRules: no list of this program says what the users of staff reach: write inside, the zone of the networks behind the firewall, or the rule would let them reach anything';
  test.each<[string, string, object, Make]>([
    ['a pool of others', unknown, { inside }, () => ({ ipv4Pools: [existing('address-pool', 'THEIRS')] })],
    ['DHCP', unknown, { inside }, (fmc) => ({ ...pooled(fmc), dhcpServers: [existing('network-object', 'DHCP')] })],
    [
      'a pool with another value on each firewall',
      unknown,
      { inside },
      (fmc) => ({ ipv4Pools: [new AddressPool(fmc, 'pool', { ranges, overridable: true })] }),
    ],
    ['neither a list nor a zone', anything, {}, pooled],
    ['any network', anything, {}, (fmc) => ({ ...pooled(fmc), ...split(fmc, [{ action: 'permit', source: 'any' }]) })],
    [
      'a list of exceptions',
      anything,
      {},
      (fmc) => ({
        ...pooled(fmc),
        ...split(fmc, [
          { action: 'deny', source: '10.20.9.0/24' },
          { action: 'permit', source: '10.20.0.0/16' },
        ]),
      }),
    ],
    [
      'a list of one family, and pools of both',
      'net/fmc/RA accessRules: of staff other traffic goes through the tunnel over IPv4 than over IPv6: write the same of both in splitTunnel, or leave accessRules out and write an AccessRule for each',
      { inside },
      (fmc) => ({
        ...pooled(fmc),
        ...split(fmc, [{ action: 'permit', source: '10.20.0.0/16' }]),
        ipv6Pools: [new Ipv6AddressPool(fmc, 'pool6', { start: '2001:db8:1::10/64', size: 100 })],
      }),
    ],
  ])('are refused with %s, which would let in anything or nothing', (_what, words, rules, make) => {
    expect(wrong(withRules(rules, make))).toEqual([words]);
  });
});

describe('TW-FMC-001', () => {
  const level1 = (crypto: boolean | undefined, ssl: boolean): readonly string[] => {
    const stack = stackOf((fmc) => {
      const proposal = new IkeV2Proposal(fmc, 'p', { encryption: ['aes-gcm-256'], prf: ['sha512'], group: [20] });
      const ike = new IkeV2Policy(fmc, 'ike', { proposals: [proposal], priority: 1 });
      const group = new FtdGroupPolicy(fmc, 'gp', { protocols: ssl ? ['ipsec-ikev2', 'ssl'] : ['ipsec-ikev2'] });
      const policy = new RemoteAccessPolicy(fmc, 'policy', {
        accessInterfaces: [{ zone }],
        ipsecCertificate: certificate,
        ikev2Policies: [ike],
        groupPolicies: [group],
      });
      if (crypto !== undefined) new RaCryptoMap(fmc, 'map', { policy, zone, clientServices: crypto });
    });
    return tlsListener.check(networkViewOf(collect(stack))).map(({ path, message }) => `${path} ${message}`);
  };
  test('is content when all is off', () => expect(level1(false, false)).toEqual([]));
  test('finds the default of the FMC, client services, and a group policy that allows TLS', () => {
    const consequence =
      'the outside interface listens on TLS although users connect by IPsec only, and what is weak in TLS stays exposed';
    expect(level1(undefined, false)).toEqual([
      `net/fmc/policy nothing turns client services off at outside-zone: by the FMC's default ${consequence}`,
    ]);
    expect(level1(true, true)).toEqual([
      `net/fmc/map clientServices: true opens TLS again: ${consequence}`,
      'net/fmc/gp allows TLS in the policy policy, in which users connect by IPsec only',
    ]);
  });
});
