import { ipsecTransformSet } from '../../../../lib/model/shared/ipsec-transform-set';
import { lowerCli } from '../../../../lib/desired/cli/lower';
import { grammarOf } from '../../../../lib/platforms/asa/grammar';
import { inspect } from '../../../../lib/platforms/asa/inspect';
import { syntax } from '../../../../lib/platforms/asa/syntax';
import type { SecretBook } from '../../../../lib/desired/item';
import { configurationOf, normalize } from '../../../../lib/platforms/asa/normalize';
import { asaCase } from '../../../support/asa-case';
import { ref } from '../../../support/noun-case';

const book: SecretBook = { judge: (marker) => marker, reveal: (text) => text };

/** What an ASA prints, in invented snippets, and what is read of it. */
const read = (text: string) => inspect(`ASA Version 9.18(4)\n${text}: end\n`);
const propsOf = (text: string, kind: string) => read(text).nouns.find((noun) => noun.kind === kind)?.props;
const kindsOf = (text: string) => read(text).nouns.map(({ kind, name }) => `${kind} ${name}`);
const entriesOf = (...rules: readonly string[]) => {
  const props = propsOf(rules.map((rule) => `access-list L ${rule}\n`).join(''), 'access-list');
  return (props as { entries: readonly object[] } | undefined)?.entries;
};

describe('an access list', () => {
  test.each([
    ['extended permit ip any4 any6', { action: 'permit', protocol: 'ip', source: 'any4', destination: 'any6' }],
    [
      'extended permit tcp object O object-group G eq www',
      {
        action: 'permit',
        protocol: 'tcp',
        source: 'object O',
        destination: 'object-group G',
        destinationPort: 'eq www',
      },
    ],
    [
      'extended permit tcp any object-group PORTS host 192.0.2.1 object-group WEB',
      {
        action: 'permit',
        protocol: 'tcp',
        source: 'any',
        sourcePort: 'object-group PORTS',
        destination: '192.0.2.1',
        destinationPort: 'object-group WEB',
      },
    ],
    [
      'extended deny object-group SVC 10.1.0.0 255.255.0.0 2001:DB8:1::/48 log disable',
      {
        action: 'deny',
        protocol: 'object-group SVC',
        source: '10.1.0.0/16',
        destination: '2001:db8:1::/48',
        options: 'log disable',
      },
    ],
    [
      'extended permit icmp any any echo-reply inactive',
      { action: 'permit', protocol: 'icmp', source: 'any', destination: 'any', options: 'echo-reply inactive' },
    ],
    [
      'extended permit ip user-group "LAB\\\\Night Shift" any host 192.0.2.7 log warnings interval 60 time-range T',
      {
        action: 'permit',
        protocol: 'ip',
        source: 'user-group "LAB\\\\Night Shift" any',
        destination: '192.0.2.7',
        options: 'log warnings interval 60 time-range T',
      },
    ],
    ['standard permit host 192.0.2.1', { action: 'permit', source: '192.0.2.1' }],
  ])('%s', (rule, said) => expect(entriesOf(rule)).toEqual([{ sequence: 10, ...said }]));

  test('is none with an entry that cannot be read, and its other lines are unmanaged', () => {
    const found = read('access-list L extended permit ip any any\naccess-list L extended permit tcp any any wobbly\n');
    expect(found.nouns).toEqual([]);
    expect(found.unmanaged).toEqual([{ line: 2, text: 'access-list L extended permit ip any any' }]);
    expect(found.unknown).toEqual([{ line: 3, text: 'access-list L extended permit tcp any any wobbly' }]);
  });

  test('may hold a note twice', () => {
    const { changeFrom, sectionOf } = asaCase;
    const entries = [{ remark: 'web' }, { action: 'permit', source: 'any4' }, { remark: 'web' }] as const;
    const props = { name: 'L', type: 'standard' as const, entries: [...entries] };
    const lines = ['access-list L remark web', 'access-list L standard permit any4', 'access-list L remark web'];
    expect(new Set(sectionOf('access-list', props).entries.map(({ key }) => key)).size).toBe(3);
    expect(changeFrom('access-list', lines, props)).toEqual([]);
    expect(changeFrom('access-list', lines.slice(0, 2), props)).toEqual(['access-list L remark web']);
  });

  test('names stand for addresses while names is on', () => {
    const line = 'access-list L extended permit ip host MAIL FAR 255.255.0.0\n';
    const named = 'name 192.0.2.5 MAIL\nname 10.7.0.0 FAR\n';
    expect(propsOf(`names\n${named}${line}`, 'access-list')).toMatchObject({
      entries: [{ source: '192.0.2.5', destination: '10.7.0.0/16' }],
    });
    expect(propsOf(`${named}${line}`, 'access-list')).toBeUndefined();
  });
});

describe('a certificate map', () => {
  test('compares parts of names and the use of the key', () =>
    expect(
      propsOf(
        'crypto ca certificate map M 10\n subject-name attr cn co vpn\n extended-key-usage co clientauth\n',
        'certificate-map',
      ),
    ).toEqual({
      alternatives: [
        {
          sequence: 10,
          rules: [
            { field: 'subject-name', component: 'common-name', operator: 'co', value: 'vpn' },
            { field: 'extended-key-usage', operator: 'co', value: 'clientauth' },
          ],
        },
      ],
    }));
  test('without one of its rules would match more, and is none', () => {
    const found = read('crypto ca certificate map M 10\n subject-name co vpn\n phase-of-moon eq full\n');
    expect(found.nouns).toEqual([]);
    expect(found.unknown).toEqual([{ line: 4, text: 'phase-of-moon eq full' }]);
  });
});

test('a route leaves by a logical name; that of a tunnel interface is the tunnel', () => {
  const tunnel = `interface Tunnel4
 nameif vti4
 ip address 10.9.0.1 255.255.255.252 standby 10.9.0.2
 tunnel destination 192.0.2.4
`;
  const routes = 'route outside 0.0.0.0 0.0.0.0 198.51.100.1 1 track 7\nroute vti4 10.8.0.0 255.255.0.0 10.9.0.2 1\n';
  const found = read(`${tunnel}${routes}`).nouns;
  expect(found.map(({ props }) => props)).toMatchObject([
    { address: '10.9.0.1/30', standbyAddress: '10.9.0.2', ifname: 'vti4' },
    { interface: 'outside', gateway: '198.51.100.1', distance: 1, track: 7 },
    { interface: { ref: 'tunnel-interface', name: 'Tunnel4' }, gateway: '10.9.0.2' },
  ]);
});

test('the NAT of an object is no second object; a rule of NAT knows a group from an object', () => {
  const text = `object network LAN
 subnet 10.1.0.0 255.255.0.0
object network SITE
 fqdn v4 site.example.net
object-group network FAR
 network-object 10.2.0.0 255.255.0.0
nat (inside,outside) source static LAN LAN destination static FAR FAR no-proxy-arp route-lookup
object network LAN
 nat (inside,outside) dynamic interface
`;
  expect(kindsOf(text)).toEqual(['network-object LAN', 'network-group FAR', 'nat-exemption inside/outside/LAN/FAR']);
  expect(read(text).unknown).toEqual([]);
  expect(read(text).nouns.find(({ kind }) => kind === 'nat-exemption')?.props).toMatchObject({
    networks: { ref: 'network-object', name: 'LAN' },
    peers: { ref: 'network-group', name: 'FAR' },
  });
  // Of the block only what is declared is ours: the rest stays.
  expect(asaCase.sectionOf('network-object', { name: 'LAN', value: '10.1.0.0/16' }).ownership).toBe('lines');
  const live = normalize(configurationOf(`${text}: end\n`, 'asa'), book, () => undefined);
  expect(live.get('object network LAN')?.entries.map((entry) => entry.text)).toEqual([
    'subnet 10.1.0.0 255.255.0.0',
    'nat (inside,outside) dynamic interface',
  ]);
});

test.each([
  ['9.12(4)', 2],
  ['9.13(1)', 14],
  ['9.20(2)10', 14],
])('a bare set pfs of %s is group %i', (release, pfs) => {
  const text = `ASA Version ${release}\ncrypto map M 10 set peer 192.0.2.1\ncrypto map M 10 set pfs\n`;
  expect(inspect(text).nouns[0]!.props).toMatchObject({ pfs });
});

test('null beside other integrities stays', () => {
  const block = 'crypto ipsec ikev2 ipsec-proposal P\n protocol esp encryption aes-gcm-256 aes-256\n';
  expect(propsOf(`${block} protocol esp integrity sha-512 null\n`, 'ipsec-transform-set')).toEqual({
    encryption: 'aes-gcm-256',
    furtherEncryption: ['aes-cbc-256'],
    integrity: 'sha512',
    furtherIntegrity: ['null'],
  });
});

test('a policy or proposal with a line that is not read is none', () => {
  const policy = 'crypto ikev2 policy 10\n encryption aes-256\n integrity sha256\n group 19\n prf sha256\n';
  expect(kindsOf(`${policy} lifetime seconds 600\n`)).toEqual(['ikev2-proposal 10']);
  expect(kindsOf(`${policy} lifetime seconds none\n`)).toEqual([]);
});

test('a group of LDAP servers is no RADIUS group', () => {
  const text = `aaa-server DIR protocol ldap
aaa-server DIR (inside) host 192.0.2.8
 ldap-login-password KEY
aaa-server RAD protocol radius
 authorize-only
aaa-server RAD (inside) host 192.0.2.9
 key KEY
`;
  expect(kindsOf(text)).toEqual(['aaa-server RAD']);
  expect(read(text).unknown).toEqual([]);
});

describe('a group policy', () => {
  const attributes = (lines: readonly string[]) =>
    `group-policy G internal\ngroup-policy G attributes\n${lines.map((line) => ` ${line}\n`).join('')}`;
  const lines = ['banner value Hello.', 'banner value', 'banner value Hello.', 'dns-server none', 'vpn-filter none'];
  const props = { banner: ['Hello.', '', 'Hello.'], dnsServers: 'none', filter: 'none' } as const;

  test('says none, and has a banner of several lines', () =>
    expect(propsOf(attributes(lines), 'asa-group-policy')).toEqual(props));
  test('that is adopted changes nothing, and types no `no vpn-filter none`', () =>
    expect(
      asaCase.changeFrom('asa-group-policy', attributes(lines).trimEnd().split('\n'), {
        name: 'G',
        ...props,
        banner: [...props.banner],
      }),
    ).toEqual([]));
  test('without a banner, and with one that says none', () => {
    expect(propsOf(attributes(['banner none']), 'asa-group-policy')).toEqual({ banner: 'none' });
    expect(propsOf(attributes(['banner value none']), 'asa-group-policy')).toEqual({ banner: ['none'] });
  });
});

test('a tunnel group asks its servers, then the users of the ASA; a key in hex is not shown', () => {
  const text = `tunnel-group G type remote-access
tunnel-group G general-attributes
 authentication-server-group RAD LOCAL
tunnel-group G ipsec-attributes
 ikev2 remote-authentication pre-shared-key hex CAFE0123
`;
  expect(propsOf(text, 'tunnel-group')).toEqual({
    type: 'remote-access',
    general: { authenticationServers: ref('aaa-server', 'RAD'), authenticationFallsBack: true },
    ipsec: {},
  });
  expect(JSON.stringify(read(text).nouns)).not.toContain('CAFE');
});

test('raw configuration is compared as text, and refused where a construct writes it', () => {
  const { changeFrom, linesOf } = asaCase;
  const raw = { name: 'more', lines: ['sysopt connection tcpmss 1350'] };
  expect(linesOf('raw-config', raw)).toEqual(['sysopt connection tcpmss 1350']);
  expect(changeFrom('raw-config', ['sysopt connection tcpmss 1350'], raw)).toEqual([]);
  const block = { name: 'time-range T', lines: ['periodic daily 1:00 to 2:00'] };
  expect(changeFrom('raw-block', ['time-range T', ' periodic daily 1:00 to 2:00'], block)).toEqual([]);
});

describe('what a strict reader asks of rare lines', () => {
  test('`dynamic` behind the name of a peer is no peer', () => {
    const entry = 'crypto map CM 1 match address L\n';
    const peersOf = (peers: string) => propsOf(`${entry}crypto map CM 1 set peer ${peers}\n`, 'crypto-map-entry') ?? {};
    expect(peersOf('vpn.example.net dynamic')).not.toHaveProperty('peers');
    expect(peersOf('192.0.2.1 192.0.2.2')).toMatchObject({ peers: ['192.0.2.1', '192.0.2.2'] });
  });

  test('a route of IPv6 leaves by the tunnel that has the name, and one with a word that no property writes is none', () => {
    const tunnel = 'interface Tunnel1\n nameif vti\n tunnel destination 192.0.2.1\n';
    expect(propsOf(`${tunnel}ipv6 route vti 2001:db8:9::/48 fe80::1 200\n`, 'ipv6-static-route')).toEqual({
      destination: '2001:db8:9::/48',
      gateway: 'fe80::1',
      distance: 200,
      interface: ref('tunnel-interface', 'Tunnel1'),
    });
    const routes = ['::/0 2001:db8::1', '::/0 2001:db8::1 tunneled', '2001:db8:9::/48 2001:db8::1 track 2'];
    expect(kindsOf(routes.map((each) => `ipv6 route outside ${each}\n`).join(''))).toEqual([
      'ipv6-static-route ::/0@outside,2001:db8::1',
    ]);
  });

  test('a trustpoint with its chain, in a profile and in an entry', () => {
    const shown = { trustpoint: ref('cert-trustpoint', 'TP'), chain: true };
    expect(propsOf('crypto ipsec profile P\n set trustpoint TP chain\n', 'ipsec-profile')).toEqual({
      trustpoint: shown,
    });
    expect(propsOf('crypto map CM 1 set trustpoint TP chain\n', 'crypto-map-entry')).toMatchObject({
      trustpoint: shown,
    });
  });

  test('what a tunnel carries by a list, and a tunnel over IPv6, of which no property writes the source', () => {
    const tunnel = (...lines: readonly string[]) => `interface Tunnel1\n nameif vti\n${lines.join('\n')}\n`;
    expect(propsOf(tunnel(' tunnel protection ipsec policy CARRIED'), 'tunnel-interface')).toMatchObject({
      protectionPolicy: ref('access-list', 'CARRIED'),
    });
    expect(read(tunnel(' tunnel source interface outside ipv6')).unreadable).toEqual([
      { kind: 'tunnel-interface', name: 'Tunnel1', lines: [2, 4], unread: [4] },
    ]);
  });

  test('IKE without a lifetime of its own, and with Curve25519', () => {
    const policy = (...lines: readonly string[]) =>
      propsOf(`crypto ikev2 policy 5\n encryption aes-256\n${lines.join('\n')}\n`, 'ikev2-proposal');
    expect(policy(' group 31 21', ' lifetime none')).toMatchObject({ group: [31, 21], lifetime: 'none' });
    expect(policy(' lifetime seconds 3600')).toMatchObject({ lifetime: 3600 });
  });

  test('blocks below `webvpn` and of a certificate server are known whole', () => {
    const text =
      'webvpn\n hsts\n  enable\n  max-age 100\ncrypto ca server\n passphrase secret-word\nmdm-proxy\n shutdown\n';
    expect(read(text).unknown).toEqual([]);
  });
});

test.each([
  [{ name: 'P', encryption: 'aes-gcm-256', integrity: 'sha512', furtherEncryption: ['aes-cbc-256'] }, undefined],
  [
    { name: 'P', encryption: 'aes-gcm-256', integrity: 'sha512' },
    'aes-gcm-256 authenticates by itself: leave integrity out',
  ],
])('a proposal of GCM takes an integrity for what stands besides: %j', (noun, message) => {
  expect(ipsecTransformSet.schema.safeParse(noun).error?.issues[0]?.message).toBe(message);
});

test.each([
  ['static-route', { destination: '10.0.0.0/8', gateway: '192.0.2.1' }],
  ['ipv6-static-route', { destination: '2001:db8:9::/48', gateway: '2001:db8::1' }],
] as const)('a %s of an ASA without the name of an interface is refused', (kind, to) => {
  const noun = { name: to.destination, distance: 1, ...to };
  const { problems } = lowerCli([{ kind, name: noun.name, path: 'asa/route', noun }], grammarOf, 'ASA', syntax);
  expect(problems).toMatchObject([{ code: 'prop.required', path: 'asa/route' }]);
});

test('an entry of an access list names the objects and groups that are read; others stay words', () => {
  const text = `object network LAN
 subnet 10.1.0.0 255.255.0.0
object network SITE
 fqdn v4 site.example.net
object-group network FAR
 network-object object LAN
 group-object FURTHER
object-group network FURTHER
 network-object host 192.0.2.1
object-group service WEB tcp
 port-object eq https
access-list L extended permit tcp object LAN object-group FAR object-group WEB
access-list L extended permit ip object SITE any
`;
  expect(read(text).nouns.find(({ kind }) => kind === 'access-list')?.props).toMatchObject({
    entries: [
      {
        source: { ref: 'network-object', name: 'LAN' },
        destination: { ref: 'network-group', name: 'FAR' },
        destinationPort: 'object-group WEB',
      },
      { source: 'object SITE', destination: 'any' },
    ],
  });
  expect(read(text).nouns.find(({ name }) => name === 'FAR')?.props).toMatchObject({
    members: [
      { ref: 'network-object', name: 'LAN' },
      { ref: 'network-group', name: 'FURTHER' },
    ],
  });
});

test('a group with a member that cannot be read is no group: it would hold less than it does', () => {
  const text = `object-group network FAR
 network-object 10.2.0.0 255.255.0.0
 network-object newer-form 10.3.0.0
`;
  expect(kindsOf(text)).toEqual([]);
  expect(read(text).unreadable).toMatchObject([{ kind: 'network-group', name: 'FAR' }]);
});
