import { radiusAuthorizationDocument } from '../../../lib/documents/radius-authorization';
import { nouns, type PropsOf } from '../../../lib/model/nouns';
import {
  AddressPool,
  ClientFiles,
  LocalAuthorization,
  RadiusAuthorization,
  Secret,
  type LocalAuthorizationProps,
  type VpnStack,
} from 'tunnelwright';
import { wrongWith } from '../../support/noun-case';
import { edge, manifestOf, problemsIn } from '../../support/scenario';

const password = Secret.fromEnv('GROUP');
const users = (...entries: PropsOf<'radius-authorization'>['entries']): string =>
  radiusAuthorizationDocument(nouns['radius-authorization'].schema.parse({ name: 'users', entries })).text;

test('the users of Cisco Live BRKSEC-2881', () => {
  const eng = {
    framedIpNetmask: '255.255.255.255',
    addressPool: 'Eng-pool',
    dnsServers: ['10.0.1.1'],
    interfaceConfig: ['vrf forwarding Eng-vrf', 'ip unnumbered Loopback1'],
  };
  const joe = { framedIpAddress: '10.0.1.101', framedIpNetmask: '255.255.255.255' };
  expect(
    users(
      { name: 'Eng', password, attributes: eng },
      { name: 'joe@cisco', password: Secret.fromEnv('JOE'), attributes: joe },
      { name: 'ann', password: Secret.fromEnv('ANN') },
    ),
  ).toBe(`Eng	Cleartext-Password := '<secret:env:GROUP>'
	Framed-IP-Netmask = 255.255.255.255,
	Cisco-AVPair = 'ipsec:addr-pool=Eng-pool',
	Cisco-AVPair += 'ipsec:dns-servers=10.0.1.1',
	Cisco-AVPair += 'ip:interface-config=vrf forwarding Eng-vrf',
	Cisco-AVPair += 'ip:interface-config=ip unnumbered Loopback1'

joe@cisco	Cleartext-Password := '<secret:env:JOE>'
	Framed-IP-Address = 10.0.1.101,
	Framed-IP-Netmask = 255.255.255.255

ann	Cleartext-Password := '<secret:env:ANN>'
`);
});

test('every attribute has its line', () => {
  const attributes = {
    framedPool: 'POOL',
    dnsServers: ['10.0.1.1', '10.0.1.2'],
    defaultDomain: 'example.net',
    banner: 'Welcome !',
    routeSetPrefixes: ['10.0.0.0/8', '192.168.0.0/16'],
    routeSetInterface: true as const,
    backupGateways: ['vpn2.example.net'],
    acctInterimInterval: 300,
    avPairs: ['ip:inacl#1=permit ip any any'],
  };
  expect(users({ name: 'all', password, attributes }).split('\n').slice(1, -1)).toEqual([
    "	Framed-Pool = 'POOL',",
    "	Cisco-AVPair = 'ipsec:dns-servers=10.0.1.1 10.0.1.2',",
    "	Cisco-AVPair += 'ipsec:default-domain=example.net',",
    "	Cisco-AVPair += 'ipsec:banner=Welcome !',",
    "	Cisco-AVPair += 'ipsec:route-set=prefix 10.0.0.0/8',",
    "	Cisco-AVPair += 'ipsec:route-set=prefix 192.168.0.0/16',",
    "	Cisco-AVPair += 'ipsec:route-set=interface',",
    "	Cisco-AVPair += 'ipsec:ipsec-backup-gateway=vpn2.example.net',",
    '	Acct-Interim-Interval = 300,',
    "	Cisco-AVPair += 'ip:inacl#1=permit ip any any'",
  ]);
  const dhcp = users({ name: 'dhcp', password, attributes: { groupDhcpServer: '10.2.2.2' } });
  expect(dhcp).toContain("Cisco-AVPair = 'ipsec:group-dhcp-server=10.2.2.2'");
});

describe('one intent in either place', () => {
  const declare =
    (attributes: Omit<LocalAuthorizationProps, 'addressPool'>) =>
    (stack: VpnStack): void => {
      const router = edge(stack);
      const addressPool = new AddressPool(router, 'Eng-pool', { ranges: [{ from: '10.0.1.10', to: '10.0.1.99' }] });
      new LocalAuthorization(router, 'Eng', { ...attributes, addressPool });
      const files = new ClientFiles(stack, 'radius', { folder: 'radius' });
      new RadiusAuthorization(files, 'users', {
        entries: [{ name: 'Eng', password, attributes: { ...attributes, addressPool } }],
      });
    };
  const eng = {
    framedIpNetmask: '255.255.255.255',
    dnsServers: ['10.0.1.1'],
    banner: 'Welcome !',
    defaultDomain: 'example.net',
    routeSetPrefixes: ['10.0.0.0/8'],
    interfaceConfig: ['vrf forwarding Eng-vrf', 'ip unnumbered Loopback1'],
  };
  test('the router holds what the server would say', () => {
    const { targets } = manifestOf(declare(eng));
    const router = targets.find(({ id }) => id === 'edge')!.desired.items.map(({ content }) => content) as {
      header: string;
      entries: { text: string }[];
    }[];
    const lines = (header: string) =>
      router.find((section) => section.header === header)!.entries.map(({ text }) => text);
    expect(lines('crypto ikev2 authorization policy Eng').sort()).toEqual([
      'aaa attribute list Eng-list',
      'banner ^CWelcome !^C',
      'def-domain example.net',
      'dns 10.0.1.1',
      'netmask 255.255.255.255',
      'pool Eng-pool',
      'route set remote ipv4 10.0.0.0 255.0.0.0',
    ]);
    expect(lines('aaa attribute list Eng-list')).toEqual([
      'attribute type interface-config "vrf forwarding Eng-vrf"',
      'attribute type interface-config "ip unnumbered Loopback1"',
    ]);
    const file = targets.find(({ id }) => id === 'radius')!.desired.items[0]!.content as { text: string };
    expect(file.text).toContain("Cisco-AVPair = 'ipsec:addr-pool=Eng-pool'");
  });
  test('what only a server can say is refused of a router', () => {
    const local = (stack: VpnStack): void => {
      new LocalAuthorization(edge(stack), 'joe', { framedIpAddress: '10.0.1.101', acctInterimInterval: 300 });
    };
    expect(problemsIn(local)).toEqual([
      'net/edge/joe framedIpAddress: only a server can say it → a router gives addresses from a pool or by DHCP: write addressPool, or have a RADIUS server say it',
      'net/edge/joe acctInterimInterval: only a server can say it → a router has one interval for all: leave it out, or have a RADIUS server say it',
    ]);
  });
});

describe('attributes are merged', () => {
  // The example of Cisco Live BRKSEC-2881, "Attributes – Merging".
  const cached = { framedIpAddress: '10.0.0.101', dnsServers: ['10.2.2.2'] };
  const user = { framedIpAddress: '10.0.0.102' };
  const group = { dnsServers: ['10.2.2.3'], banner: 'Welcome !' };
  test('the explicit look-up of a user wins over what came with the password', () => {
    expect(RadiusAuthorization.merged({ cached, user })).toEqual({
      framedIpAddress: '10.0.0.102',
      dnsServers: ['10.2.2.2'],
    });
  });
  test('the user wins over the group, wherever each of them is kept', () => {
    expect(RadiusAuthorization.merged({ cached, user, group })).toEqual({
      framedIpAddress: '10.0.0.102',
      dnsServers: ['10.2.2.2'],
      banner: 'Welcome !',
    });
  });
  test('unless the group overrides', () => {
    expect(RadiusAuthorization.merged({ cached, user, group, override: true })).toEqual({
      framedIpAddress: '10.0.0.102',
      dnsServers: ['10.2.2.3'],
      banner: 'Welcome !',
    });
  });
  test('an address of the user leaves no pool of the group', () => {
    expect(RadiusAuthorization.merged({ user, group: { addressPool: 'Eng-pool' } })).toEqual(user);
  });
});

describe('an authorization is refused', () => {
  const wrong = (attributes: object, name = 'joe'): readonly string[] =>
    wrongWith('radius-authorization', { name: 'users', entries: [{ name, password, attributes }] });
  test.each<[object, string]>([
    [
      { framedIpAddress: '10.0.0.1', addressPool: 'P' },
      'addressPool: framedIpAddress and addressPool each say where the address comes from: write one of them',
    ],
    [{ banner: "it's" }, 'banner: write it without quotes and backslashes'],
    [{ banner: 'two\nlines' }, 'banner: one line: no line break or other control or invisible character'],
    [
      { avPairs: ['inacl'] },
      "avPairs.0: 'inacl' is not a valid Cisco-AVPair: write protocol:attribute=value, like ip:inacl#1=permit ip any any",
    ],
    [{ dnsServers: ['10.0.0.1', '10.0.0.2', '10.0.0.3'] }, 'dnsServers: write at most two'],
  ])('with %j', (attributes, message) => {
    expect(wrong(attributes)).toEqual([`entries.0.attributes.${message}`]);
  });
  test.each(['DEFAULT', 'joe smith', '$INCLUDE', 'a,b', 'a"b'])('for %s', (name) => {
    expect(wrong({}, name).at(-1)).toMatch(
      /^entries.0.name: (letters, digits and _ @ . \+ - only|DEFAULT is for everybody)/,
    );
  });
  test('twice for one name', () => {
    const entry = { name: 'joe', password };
    expect(wrongWith('radius-authorization', { name: 'users', entries: [entry, entry] })).toEqual([
      'entries: two entries have one name: the server would read the first alone',
    ]);
  });
});
