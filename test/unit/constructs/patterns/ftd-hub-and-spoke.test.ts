import {
  App,
  CryptoSuite,
  FtdHubAndSpoke,
  PreSharedKey,
  Secret,
  type FtdHubAndSpokeProps,
  VpnStack,
} from 'tunnelwright';
import { Testing } from 'tunnelwright/testing';
import { existing } from '../../../../constructs/core/device-object';
import type { Resource } from '../../../../lib/model/network';
import { collect } from '../../../../lib/synth/collect';
import { edge, fmc, problemsIn } from '../../../support/scenario';

type Spoke = FtdHubAndSpokeProps['spokes'][number];
const declared =
  (hub: Partial<FtdHubAndSpokeProps['hub']>, ...spokes: readonly Partial<Spoke>[]) =>
  (stack: VpnStack, second?: Partial<FtdHubAndSpokeProps['hub']>): void => {
    const center = fmc(stack);
    new FtdHubAndSpoke(stack, 'branches', {
      suite: CryptoSuite.aes256Gcm(),
      authentication: PreSharedKey.from(Secret.fromEnv('KEY')),
      hub: { device: center.ftd('hub'), interface: 'outside', tunnel: '10.99.0.1/32', ...hub },
      spokes: spokes.map((spoke, i) => ({
        device: center.ftd(`spoke-${i}`),
        interface: 'outside',
        tunnel: `10.99.0.${11 + i}/24`,
        ...spoke,
      })),
      ...(second && {
        backupHub: { device: center.ftd('second'), interface: 'outside', tunnel: '10.98.0.1/32', ...second },
      }),
    });
  };

test('what cannot work of a hub and its spokes is said, all of it', () => {
  expect(problemsIn(declared({}, {}, {}))).toEqual([]);
  expect(problemsIn(declared({}))).toEqual(['net/branches spokes: write at least one spoke']);
  expect(problemsIn(declared({ tunnel: '10.99.0.1' }, { tunnel: '10.99.0.7/24' }, { tunnel: '10.99.0.7/24' }))).toEqual(
    [
      "net/branches hub.tunnel: '10.99.0.1' is not a valid address with a length. Example: 10.99.0.1/32",
      'net/branches spokes[1].tunnel: the tunnel address 10.99.0.7 is that of spokes[0].tunnel too: give each its own',
    ],
  );
});

test('a router is no firewall', () => {
  const problems = problemsIn((stack) => {
    declared({}, { device: edge(stack) as never })(stack);
  });
  expect(problems).toEqual([
    "net/branches spokes[0].device: the construct net/edge is not valid here: write fmc.ftd('NAME'), a firewall of an FMC",
  ]);
});

test('BGP is of all ends, each spoke in another system than the hub, and networks are told by it alone', () => {
  expect(problemsIn(declared({ networks: ['10.30.0.0/16'] }, {}))).toEqual([
    'net/branches hub.networks: only BGP tells the other side of them: write bgp at all ends, or leave networks out',
  ]);
  expect(problemsIn(declared({ bgp: { asn: 65010 } }, { bgp: { asn: 65010 } }, {}))).toEqual([
    'net/branches spokes[1].bgp: is missing: another end has it, so write it at all ends',
    'net/branches spokes[0].bgp.asn: 65010 is that of the hub too: give the spokes others',
  ]);
});

test('a second line is another line, and its tunnel another network', () => {
  expect(problemsIn(declared({}, { backup: { interface: 'outside', tunnel: '10.99.0.50/24' } }))).toEqual([
    'net/branches spokes[0].backup.interface: outside is the first line: write the interface of the other',
    'net/branches spokes[0].backup.tunnel: 10.99.0.50/24 is in the network of the first tunnel, 10.99.0.0/24: take another',
  ]);
});

test('a second hub needs a way of each spoke to it, and a way a second hub', () => {
  const two = (...spokes: readonly Partial<Spoke>[]) =>
    problemsIn((stack) => {
      declared({}, ...spokes)(stack, {});
    });
  expect(two({ toBackupHub: { tunnel: '10.98.0.11/24' } })).toEqual([]);
  expect(problemsIn(declared({}, { toBackupHub: { tunnel: '10.98.0.11/24' } }))).toEqual([
    'net/branches spokes[0].toBackupHub: there is no second hub: write backupHub, or leave toBackupHub out',
  ]);
  expect(two({}, {})).toEqual([
    "net/branches spokes[0].toBackupHub: is missing: write its address in that tunnel, { tunnel: '10.98.0.11/24' }",
    "net/branches spokes[1].toBackupHub: is missing: write its address in that tunnel, { tunnel: '10.98.0.11/24' }",
  ]);
  expect(
    two(
      { toBackupHub: { tunnel: '10.99.0.12/24' } },
      { toBackupHub: { tunnel: '10.98.0.12' } },
      { toBackupHub: { tunnel: '10.98.0.13/24', backup: { interface: 'outside', tunnel: '10.98.1.13/24' } } },
    ),
  ).toEqual([
    'net/branches spokes[0].toBackupHub: 10.99.0.12/24 is in the network of a tunnel to the first hub: take another',
    "net/branches spokes[1].toBackupHub.tunnel: '10.98.0.12' is not a valid address with a length. Example: 10.98.0.11/24",
    'net/branches spokes[2].toBackupHub.backup.interface: outside is the first line: write the interface of the other',
  ]);
});

test('spokes prefer what the first hub tells, in a topology for each hub', () => {
  const stack = Testing.stack();
  const center = fmc(stack);
  const [first, second, spoke] = [center.ftd('hub'), center.ftd('second'), center.ftd('spoke-0')];
  const of = (device: typeof spoke, asn: number, tunnel: string) => ({
    ...{ device, interface: 'outside', tunnel, bgp: { asn } },
  });
  const vpn = new FtdHubAndSpoke(stack, 'branches', {
    suite: CryptoSuite.aes256Gcm(),
    authentication: PreSharedKey.from(Secret.fromEnv('KEY')),
    hub: of(first, 65010, '10.99.0.1/32'),
    backupHub: of(second, 65020, '10.98.0.1/32'),
    spokes: [{ ...of(spoke, 65011, '10.99.0.11/24'), toBackupHub: { tunnel: '10.98.0.11/24' } }],
  });
  expect([vpn.onHub(second).endpoint.node.path, vpn.backupTopology?.node.path]).toEqual([
    'test/branches/second/endpoint',
    'test/branches/fmc/backup-topology',
  ]);
  expect(vpn.onSpoke(spoke).toBackupHub?.tunnel.node.path).toBe('test/branches/spoke-0/to-backup-hub/tunnel');
  const requests = Testing.synthTarget(stack, 'fmc').requests;
  const neighbors = requests
    .filter(({ path }) => path.includes('spoke-0') && path.endsWith('routing/bgp'))
    .flatMap(
      ({ body }) => (body as { addressFamilyIPv4: { neighbors: readonly object[] } }).addressFamilyIPv4.neighbors,
    );
  expect(neighbors).toMatchObject([
    { ipv4Address: '10.98.0.1', remoteAs: '65020', neighborAdvanced: { neighborWeight: 0 } },
    { ipv4Address: '10.99.0.1', remoteAs: '65010', neighborAdvanced: { neighborWeight: 100 } },
  ]);
});

test('all tunnels carry one family and go over one, and BGP is of IPv4', () => {
  const hub = { tunnel: '2001:db8:99::1/128', sourceIpv6Address: '2001:db8:93::1' };
  const spoke = { tunnel: '2001:db8:99:1::11/64', sourceIpv6Address: '2001:db8:120::1' };
  expect(problemsIn(declared(hub, spoke))).toEqual([]);
  expect(problemsIn(declared(hub, { ...spoke, tunnel: '10.99.0.11/24' }, { tunnel: '2001:db8:99:2::11/64' }))).toEqual([
    'net/branches spokes[0].tunnel: 10.99.0.11/24 is not of the family of 2001:db8:99::1/128, that of the hub: write the same at all ends',
    'net/branches spokes[1].sourceIpv6Address: is missing: the hub is reached over IPv6, so write it at all ends',
  ]);
  expect(problemsIn(declared({}, { sourceIpv6Address: '203.0.113.9' }))).toEqual([
    "net/branches spokes[0].sourceIpv6Address: '203.0.113.9' is not a valid IPv6 address: write it like 2001:db8::1",
  ]);
  expect(problemsIn(declared({}, { sourceIpv6Address: '2001:db8::9' }))).toEqual([
    'net/branches spokes[0].sourceIpv6Address: the hub is reached over IPv4: write it at all ends, or leave it out',
  ]);
  const bgp = (asn: number) => ({ bgp: { asn } });
  expect(problemsIn(declared({ ...hub, ...bgp(65010) }, { ...spoke, ...bgp(65011) }))).toEqual(
    ['hub', 'spokes[0]'].map(
      (at) =>
        `net/branches ${at}.bgp: BGP of a firewall is of IPv4 here: leave bgp, networks and accessRules out at all ends, or write IPv4 addresses in all tunnels`,
    ),
  );
  const backup = { interface: 'outside2', tunnel: '2001:db8:99:1::21/64', sourceIpv6Address: '2001:db8:121::1' };
  expect(problemsIn(declared(hub, { ...spoke, backup }))).toEqual([
    'net/branches spokes[0].backup.tunnel: 2001:db8:99:1::21/64 is in the network of the first tunnel, 2001:db8:99:1::/64: take another',
  ]);
});

test('an FMC before 7.3 has no dynamic tunnels, and one before 7.4 makes no loopback interfaces', () => {
  const said = (version: string): readonly string[] =>
    problemsIn((stack) => {
      const center = fmc(stack, { version });
      new FtdHubAndSpoke(stack, 'branches', {
        suite: CryptoSuite.aes256Gcm(),
        authentication: PreSharedKey.from(Secret.fromEnv('KEY')),
        hub: { device: center.ftd('hub'), interface: 'outside', tunnel: '10.99.0.1/32' },
        spokes: [{ device: center.ftd('spoke'), interface: 'outside', tunnel: '10.99.0.11/24' }],
      });
    });
  expect(said('7.4')).toEqual([]);
  expect(said('7.3').join()).toMatch(/loopback interface: the FMC 7\.3 cannot, from 7\.4 on it can/);
  expect(said('7.2').join()).toMatch(/dynamic tunnel interface: the FMC 7\.2 cannot, from 7\.3 on it can/);
});

describe('rules of access control', () => {
  const bgp = (asn: number, ...networks: readonly string[]) => ({ bgp: { asn }, networks });
  const [policy, zone, inside] = [
    existing('access-policy', 'edge-access'),
    existing('security-zone', 'vpn-zone'),
    existing('security-zone', 'inside-zone'),
  ];
  const branches = (spokeToSpoke: boolean): readonly string[] => {
    const stack = new VpnStack(new App(), 'net');
    const center = fmc(stack);
    const [first, second] = [center.ftd('pune'), center.ftd('surat')];
    const vpn = new FtdHubAndSpoke(stack, 'branches', {
      suite: CryptoSuite.aes256Gcm(),
      authentication: PreSharedKey.from(Secret.fromEnv('KEY')),
      spokeToSpoke,
      hub: { device: center.ftd('hub'), interface: 'outside', tunnel: '10.99.0.1/32', ...bgp(65010, '10.30.0.0/16') },
      spokes: [
        {
          ...{ device: first, interface: 'outside', tunnel: '10.99.0.11/24', zone },
          ...bgp(65011, '10.40.0.0/16'),
          accessRules: { policy, inside },
        },
        { device: second, interface: 'outside', tunnel: '10.99.0.12/24', ...bgp(65012, '10.50.0.0/16') },
      ],
    });
    expect(stack.problems).toEqual([]);
    expect(
      [vpn.onSpoke(first), vpn.onSpoke(second), vpn.onHub(center.ftd('hub'))].map((p) => p.accessRules.length),
    ).toEqual([2, 0, 0]);
    const named = (refs: readonly { readonly name: string }[] = []): string => refs.map(({ name }) => name).join(' ');
    return collect(stack)
      .targets.flatMap(({ resources }) => resources)
      .filter((one): one is Resource<'access-rule'> => one.kind === 'access-rule')
      .map(({ noun }) => {
        const networks = [noun.sourceNetworks, noun.destinationNetworks] as (readonly { readonly name: string }[])[];
        return `${noun.name}: ${[noun.sourceZones, noun.destinationZones, ...networks].map(named).join(', ')}`;
      });
  };

  test('let a spoke and the hub through, and other spokes where the hub passes them on', () => {
    expect(branches(false)).toEqual([
      'branches pune in: vpn-zone, inside-zone, net-10.30.0.0-16, net-10.40.0.0-16',
      'branches pune out: inside-zone, vpn-zone, net-10.40.0.0-16, net-10.30.0.0-16',
    ]);
    expect(branches(true)[0]).toBe(
      'branches pune in: vpn-zone, inside-zone, net-10.30.0.0-16 net-10.50.0.0-16, net-10.40.0.0-16',
    );
  });

  test('name the zone of the tunnels and the networks at both sides', () => {
    const told = bgp(65010, '10.30.0.0/16');
    expect(problemsIn(declared({ ...told, accessRules: { policy } }, bgp(65011, '10.40.0.0/16')))).toEqual([
      'net/branches hub.accessRules: write zone at this end, that of its tunnels: the rules let in what comes by it',
    ]);
    expect(problemsIn(declared({ ...told, zone, accessRules: { policy } }, bgp(65011)))).toEqual([
      'net/branches hub.accessRules: write networks at spokes[0] too: without them the rules would let in anything',
    ]);
  });
});

test('only BGP of IPv4 tells of networks, and each message says all that goes with it', () => {
  const [hub, spoke] = [{ tunnel: '2001:db8:99::1/128' }, { tunnel: '2001:db8:99:1::11/64' }];
  const networks = ['2001:db8:30::/48'];
  const remedy = 'leave bgp, networks and accessRules out at all ends, or write IPv4 addresses in all tunnels';
  expect(problemsIn(declared({ ...hub, networks, bgp: { asn: 65010 } }, { ...spoke, bgp: { asn: 65011 } }))).toEqual(
    ['hub', 'spokes[0]'].map((at) => `net/branches ${at}.bgp: BGP of a firewall is of IPv4 here: ${remedy}`),
  );
  expect(problemsIn(declared({ ...hub, networks }, spoke))).toEqual([
    `net/branches hub.networks: only BGP tells the other side of them, and it is of IPv4 here: ${remedy}`,
  ]);
  expect(
    problemsIn(declared({ networks: ['10.30.0.0/16', ...networks], bgp: { asn: 65010 } }, { bgp: { asn: 65011 } })),
  ).toEqual([
    'net/branches hub.networks: 2001:db8:30::/48 does not go through a tunnel with IPv4 addresses: leave it out',
  ]);
});
