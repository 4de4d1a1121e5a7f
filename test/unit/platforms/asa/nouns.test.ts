import { lookup } from '../../../../lib/platforms/asa/grammar/lookup';
import { cliDialect } from '../../../support/cli';
import type { PropsOf } from '../../../../lib/model/nouns';
import { asaCase } from '../../../support/asa-case';
import { ref, secret } from '../../../support/noun-case';

const { readAgain, sectionOf, writes } = asaCase;
/** The words alone: how far a line is indented is for people. */
const bare = (lines: readonly string[]): readonly string[] => lines.map((line) => line.trim());
const linesOf: typeof asaCase.linesOf = (kind, props) => bare(asaCase.linesOf(kind, props));
const changeFrom: typeof asaCase.changeFrom = (kind, lines, props) => bare(asaCase.changeFrom(kind, lines, props));
const ESP = ref('ipsec-transform-set', 'ESP');

describe('IKEv2 policy', () => {
  test('with all that it takes, alternatives in the order of strength', () =>
    writes(
      'ikev2-proposal',
      {
        name: '10',
        encryption: ['aes-cbc-256', 'aes-cbc-192', '3des'],
        integrity: ['sha256', 'sha1'],
        prf: ['sha1'],
        group: [19, 14, 2],
        lifetime: 28800,
      },
      `crypto ikev2 policy 10
 encryption aes-256 aes-192 3des
 integrity sha256 sha
 group 19 14 2
 prf sha
 lifetime seconds 28800`,
    ));
  test('GCM stands with integrity null, and what was left out is written', () => {
    expect(
      linesOf('ikev2-proposal', { name: '20', encryption: ['aes-gcm-128'], prf: ['sha384'], group: [20] }),
    ).toEqual([
      'crypto ikev2 policy 20',
      'encryption aes-gcm',
      'integrity null',
      'group 20',
      'prf sha384',
      'lifetime seconds 86400',
    ]);
    expect(
      linesOf('ikev2-proposal', { name: '30', encryption: ['aes-cbc-256'], integrity: ['sha512'], group: [21] }),
    ).toContain('prf sha512');
  });
  test('another order of alternatives is not a change', () =>
    expect(
      changeFrom(
        'ikev2-proposal',
        [
          'crypto ikev2 policy 10',
          ' encryption aes-192 aes-256',
          ' integrity sha256',
          ' group 14 19',
          ' prf sha256',
          ' lifetime seconds 86400',
        ],
        { name: '10', encryption: ['aes-cbc-256', 'aes-cbc-192'], integrity: ['sha256'], group: [19, 14] },
      ),
    ).toEqual([]));
});

describe('IPsec proposal', () => {
  test('holds alternatives', () =>
    writes(
      'ipsec-transform-set',
      {
        name: 'ipsec-proposal',
        encryption: 'aes-cbc-256',
        furtherEncryption: ['aes-cbc-192', 'aes-cbc-128'],
        integrity: 'sha256',
        furtherIntegrity: ['sha1', 'md5'],
      },
      `crypto ipsec ikev2 ipsec-proposal ipsec-proposal
 protocol esp encryption aes-256 aes-192 aes
 protocol esp integrity sha-256 sha-1 md5`,
    ));
  test('GCM stands with integrity null', () =>
    expect(linesOf('ipsec-transform-set', { name: 'G', encryption: 'aes-gcm-256' })).toEqual([
      'crypto ipsec ikev2 ipsec-proposal G',
      'protocol esp encryption aes-gcm-256',
      'protocol esp integrity null',
    ]));
  test('IPsec profile of a tunnel interface', () => {
    writes(
      'ipsec-profile',
      {
        name: 'VTI',
        transformSets: [ESP],
        pfs: 19,
        lifetimeKilobytes: 4608000,
        lifetimeSeconds: 3600,
        trustpoint: ref('cert-trustpoint', 'TP'),
        responderOnly: true,
      },
      `crypto ipsec profile VTI
 set ikev2 ipsec-proposal ESP
 set pfs group19
 set security-association lifetime kilobytes 4608000
 set security-association lifetime seconds 3600
 set trustpoint TP
 responder-only`,
    );
  });
});

describe('a tunnel group', () => {
  const group: PropsOf<'tunnel-group'> = {
    name: 'DefaultRAGroup',
    type: 'remote-access',
    general: {
      addressPools: [ref('address-pool', 'POOL')],
      authenticationServers: ref('aaa-server', 'ISE'),
      defaultGroupPolicy: ref('asa-group-policy', 'AllProtocols'),
    },
    ipsec: { remoteEap: 'query-identity', localCertificate: ref('cert-trustpoint', 'TP') },
  };

  test('that the ASA has by itself is not made and not removed: its lines come and go', () => {
    expect(linesOf('tunnel-group', group)).toEqual([
      'tunnel-group DefaultRAGroup general-attributes',
      'address-pool POOL',
      'authentication-server-group ISE',
      'default-group-policy AllProtocols',
      'tunnel-group DefaultRAGroup ipsec-attributes',
      'ikev2 remote-authentication eap query-identity',
      'ikev2 local-authentication certificate TP',
    ]);
    expect(sectionOf('tunnel-group', group).removal).toBeUndefined();
  });

  test('a name of the login page with blanks stands in quotes', () => {
    writes(
      'tunnel-group',
      { name: 'STAFF', type: 'remote-access', webvpn: { aliases: ['staff', 'Staff abroad'] } },
      `tunnel-group STAFF type remote-access
tunnel-group STAFF webvpn-attributes
 group-alias staff enable
 group-alias "Staff abroad" enable`,
    );
    const own = { name: 'STAFF', type: 'remote-access' as const, webvpn: { aliases: ['staff'] } };
    const typed = ['tunnel-group STAFF type remote-access', 'tunnel-group STAFF webvpn-attributes'];
    expect(changeFrom('tunnel-group', [...typed, ' group-alias "staff" enable'], own)).toEqual([]);
  });
  test('is made with its type and cleared whole', () => {
    const own = { ...group, name: 'STAFF', webvpn: { aliases: ['staff'], urls: ['https://vpn.example.net/staff'] } };
    expect(linesOf('tunnel-group', own)).toEqual([
      'tunnel-group STAFF type remote-access',
      'tunnel-group STAFF general-attributes',
      'address-pool POOL',
      'authentication-server-group ISE',
      'default-group-policy AllProtocols',
      'tunnel-group STAFF webvpn-attributes',
      'group-alias staff enable',
      'group-url https://vpn.example.net/staff enable',
      'tunnel-group STAFF ipsec-attributes',
      'ikev2 remote-authentication eap query-identity',
      'ikev2 local-authentication certificate TP',
    ]);
    expect(sectionOf('tunnel-group', own).removal).toBe('clear configure tunnel-group STAFF');
  });

  test('with keys: taken back by their lead, never by their text', () => {
    const keys = {
      name: '203.0.113.9',
      type: 'ipsec-l2l',
      ipsec: { localKey: secret('PSK'), remoteKey: secret('PSK') },
    } as const;
    expect(linesOf('tunnel-group', keys)).toEqual([
      'tunnel-group 203.0.113.9 type ipsec-l2l',
      'tunnel-group 203.0.113.9 ipsec-attributes',
      'ikev2 remote-authentication pre-shared-key <secret:env:PSK>',
      'ikev2 local-authentication pre-shared-key <secret:env:PSK>',
    ]);
    expect(
      changeFrom(
        'tunnel-group',
        [
          'tunnel-group 203.0.113.9 type ipsec-l2l',
          'tunnel-group 203.0.113.9 ipsec-attributes',
          ' ikev2 remote-authentication pre-shared-key <secret:env:PSK>',
          ' ikev2 local-authentication pre-shared-key <secret:env:PSK>',
        ],
        {
          ...keys,
          ipsec: { remoteKey: secret('PSK'), localCertificate: ref('cert-trustpoint', 'TP') },
        },
      ),
    ).toEqual([
      'tunnel-group 203.0.113.9 ipsec-attributes',
      'no ikev2 local-authentication pre-shared-key',
      'ikev2 local-authentication certificate TP',
      'exit',
    ]);
  });

  test('of another type is another group', () => {
    const [a, b] = (['ipsec-l2l', 'remote-access'] as const).map((type) =>
      sectionOf('tunnel-group', { name: 'T', type }),
    );
    expect(cliDialect.refusal(a!, b!)).toBe(
      '`tunnel-group T type ipsec-l2l` cannot become `tunnel-group T type remote-access`: give the new one another name',
    );
    expect(cliDialect.refusal(a!, a!)).toBeUndefined();
  });

  test('with a second factor, which is two fields on one line', () => {
    const general = {
      secondaryAuthenticationServers: ref('aaa-server', 'DUO'),
      secondaryUsesPrimaryUsername: true,
    } as const;
    const lines = [
      'tunnel-group T type remote-access',
      'tunnel-group T general-attributes',
      'secondary-authentication-server-group DUO use-primary-username',
    ];
    expect(linesOf('tunnel-group', { name: 'T', type: 'remote-access', general })).toEqual(lines);
    const printed = [lines[0]!, lines[1]!, ` ${lines[2]}`];
    expect(changeFrom('tunnel-group', printed, { name: 'T', type: 'remote-access', general })).toEqual([]);
  });
});

describe('a group policy', () => {
  const policy = {
    name: 'AllProtocols',
    tunnelProtocols: ['ssl-client', 'ikev2'],
    dnsServers: ['10.0.0.1'],
    anyconnectProfile: 'staff',
  } as const;
  const printed = [
    'group-policy AllProtocols internal',
    'group-policy AllProtocols attributes',
    ' dns-server value 10.0.0.1',
    ' vpn-tunnel-protocol ikev2 ssl-client',
    ' webvpn',
    '  anyconnect profiles value staff type user',
  ];
  const props = { ...policy, tunnelProtocols: [...policy.tunnelProtocols], dnsServers: [...policy.dnsServers] };

  test('is two headers and a mode inside one', () => {
    expect(linesOf('asa-group-policy', props)).toEqual(printed.map((line) => line.trim()));
    expect(changeFrom('asa-group-policy', printed, props)).toEqual([]);
    expect(readAgain('asa-group-policy', props, printed).unknown).toEqual([]);
    expect(sectionOf('asa-group-policy', props).removal).toBe('clear configure group-policy AllProtocols');
  });
  test('that goes has its lines negated before others are set', () =>
    expect(changeFrom('asa-group-policy', printed, { name: 'AllProtocols', idleTimeout: 60 })).toEqual([
      'group-policy AllProtocols attributes',
      'no dns-server value 10.0.0.1',
      'no vpn-tunnel-protocol ikev2 ssl-client',
      'no webvpn',
      'vpn-idle-timeout 60',
      'exit',
    ]));
  test('of the ASA itself is only ever reset', () => {
    expect(linesOf('asa-group-policy', { name: 'DfltGrpPolicy', idleTimeout: 60 })).toEqual([
      'group-policy DfltGrpPolicy attributes',
      'vpn-idle-timeout 60',
    ]);
    expect(sectionOf('asa-group-policy', { name: 'DfltGrpPolicy' }).removal).toBeUndefined();
  });
});

describe('an AAA server group', () => {
  const props = {
    name: 'ISE',
    hosts: [{ interface: 'inside', host: '10.62.97.21', key: secret('RADIUS'), timeout: 60 }],
  };
  const printed = [
    'aaa-server ISE protocol radius',
    'aaa-server ISE (inside) host 10.62.97.21',
    ' timeout 60',
    ' key <secret:env:RADIUS>',
  ];
  test('is two headers of one name, and goes with both', () => {
    expect(linesOf('aaa-server', props)).toEqual(printed.map((line) => line.trim()));
    expect(changeFrom('aaa-server', printed, props)).toEqual([]);
    expect(sectionOf('aaa-server', props).removal).toBe('clear configure aaa-server ISE');
  });
  test('has its new host before the old one goes: the interface is part of what it is', () =>
    expect(changeFrom('aaa-server', printed, { ...props, hosts: [{ ...props.hosts[0]!, interface: 'dmz' }] })).toEqual([
      'aaa-server ISE (dmz) host 10.62.97.21',
      'timeout 60',
      'key <secret:env:RADIUS>',
      'exit',
      'no aaa-server ISE (inside) host 10.62.97.21',
    ]));
});

describe('crypto maps are flat lines', () => {
  test('dynamic: by name, sequence and attribute', () =>
    writes(
      'dynamic-map',
      { name: 'DYNMAP', entries: [{ sequence: 10, proposals: [ESP], pfs: 14, reverseRoute: true }] },
      `crypto dynamic-map DYNMAP 10 set ikev2 ipsec-proposal ESP
crypto dynamic-map DYNMAP 10 set pfs group14
crypto dynamic-map DYNMAP 10 set reverse-route`,
    ));
  const entry = {
    name: 'MAP/10',
    map: 'MAP',
    sequence: 10,
    match: ref('access-list', 'PUNE'),
    peers: ['203.0.113.9'],
    proposals: [ESP],
    pfs: 14,
  } as const;
  const props = { ...entry, peers: [...entry.peers], proposals: [...entry.proposals] };
  test('an entry is its lines, and the other entries are others', () => {
    const lines = [
      'crypto map MAP 10 match address PUNE',
      'crypto map MAP 10 set peer 203.0.113.9',
      'crypto map MAP 10 set ikev2 ipsec-proposal ESP',
      'crypto map MAP 10 set pfs group14',
    ];
    expect(linesOf('crypto-map-entry', props)).toEqual(lines);
    expect(sectionOf('crypto-map-entry', props).removal).toBe('clear configure crypto map MAP 10');
    const device = [...lines.slice(0, 3), 'crypto map MAP 10 set pfs', 'crypto map MAP 20 set peer 198.51.100.1'];
    // The default group is printed bare.
    expect(changeFrom('crypto-map-entry', device, props)).toEqual([]);
    expect(changeFrom('crypto-map-entry', device, { ...props, peers: ['203.0.113.10'] })).toEqual([
      'crypto map MAP 10 set peer 203.0.113.10',
    ]);
  });
  test('the interface is a noun of its own', () => {
    expect(
      linesOf('crypto-map', { name: 'MAP', interfaces: ['outside'], entries: [ref('crypto-map-entry', 'MAP/10')] }),
    ).toEqual(['crypto map MAP interface outside']);
    expect(
      linesOf('crypto-map-entry', { name: 'MAP/99', map: 'MAP', sequence: 99, dynamic: ref('dynamic-map', 'DYNMAP') }),
    ).toEqual(['crypto map MAP 99 ipsec-isakmp dynamic DYNMAP']);
  });
});

describe('client services', () => {
  const props = { name: 'outside', clientServices: { port: 443 } };
  test('are always typed with the line, because it loses them without', () => {
    expect(linesOf('ikev2-enable', props)).toEqual(['crypto ikev2 enable outside client-services port 443']);
    expect(changeFrom('ikev2-enable', ['crypto ikev2 enable outside'], props)).toEqual([
      'crypto ikev2 enable outside client-services port 443',
    ]);
    expect(changeFrom('ikev2-enable', ['crypto ikev2 enable outside client-services port 443'], props)).toEqual([]);
  });
  test('go when nobody declares them', () =>
    expect(
      changeFrom('ikev2-enable', ['crypto ikev2 enable outside client-services port 443'], { name: 'outside' }),
    ).toEqual(['crypto ikev2 enable outside']));
});

describe('the certificate of TLS at an interface', () => {
  const props = { name: 'outside', trustpoint: ref('cert-trustpoint', 'NEW') };
  test('is typed over; its whole line is taken back', () => {
    expect(linesOf('ssl-trustpoint', props)).toEqual(['ssl trust-point NEW outside']);
    expect(changeFrom('ssl-trustpoint', ['ssl trust-point OLD outside'], props)).toEqual([
      'ssl trust-point NEW outside',
    ]);
    expect(changeFrom('ssl-trustpoint', ['ssl trust-point NEW outside'], props)).toEqual([]);
  });
  test.each(['ssl trust-point OLD inside', 'ssl trust-point OLD outside vpnlb-ip', 'ssl trust-point OLD'])(
    '%s is another thing, and stays',
    (line) => expect(changeFrom('ssl-trustpoint', [line], props)).toEqual(['ssl trust-point NEW outside']),
  );
});

describe('what clients are told besides', () => {
  const lead = 'anyconnect-custom-data dynamic-split-exclude-domains MEDIA';
  const props = {
    name: 'dynamic-split-exclude-domains/MEDIA',
    webvpn: ref('webvpn', 'webvpn'),
    attribute: 'dynamic-split-exclude-domains',
    label: 'MEDIA',
    values: ['video.example.net,', 'radio.example.net'],
  };
  const typed = [`${lead} video.example.net,`, `${lead} radio.example.net`];
  const refused = (lines: readonly string[]) =>
    cliDialect.refusal(
      sectionOf('asa-client-attribute', { ...props, values: [...lines] }),
      sectionOf('asa-client-attribute', props),
    );

  test('is one text on several lines, which go together', () => {
    writes('asa-client-attribute', props, typed.join('\n'));
    expect(changeFrom('asa-client-attribute', typed, props)).toEqual([]);
    expect(cliDialect.steps(sectionOf('asa-client-attribute', props), undefined)).toEqual([{ lines: [`no ${lead}`] }]);
  });
  test('is never changed in place', () => {
    expect(refused(props.values)).toBeUndefined();
    for (const before of [['video.example.net'], [...props.values, 'x.example.net'], [...props.values].reverse()])
      expect(refused(before)).toBe(`the lines of \`${lead}\` cannot change: give the new ones another name`);
  });
  test('is named by a group policy with its attribute, of which it has one value', () => {
    const policy = (label: string) => ({
      name: 'GP',
      customAttributes: [ref('asa-client-attribute', `dynamic-split-exclude-domains/${label}`)],
    });
    const header = ['group-policy GP internal', 'group-policy GP attributes'];
    const line = (label: string) => `anyconnect-custom dynamic-split-exclude-domains value ${label}`;
    expect(linesOf('asa-group-policy', policy('MEDIA'))).toEqual([...header, line('MEDIA')]);
    const before = [...header, ` ${line('OLD')}`];
    expect(changeFrom('asa-group-policy', before, policy('MEDIA'))).toEqual([header[1], line('MEDIA'), 'exit']);
    const locked = [...before, ' group-lock value STAFF'];
    expect(changeFrom('asa-group-policy', locked, { name: 'GP', groupLock: 'STAFF' })).toEqual([
      header[1],
      'no anyconnect-custom dynamic-split-exclude-domains',
      'exit',
    ]);
  });
  test('is of an attribute that WebVPN knows, which goes by its name', () => {
    const webvpn = { name: 'webvpn', customAttributes: [{ attribute: 'perapp', description: 'apps of phones' }] };
    expect(linesOf('webvpn', webvpn)).toEqual(['webvpn', 'anyconnect-custom-attr perapp description apps of phones']);
    const gone = cliDialect.steps(sectionOf('webvpn', webvpn), undefined);
    expect(gone).toEqual([{ lines: ['webvpn', ' no anyconnect-custom-attr perapp', ' exit'] }]);
  });
});

describe('the rest', () => {
  test('trustpoint: what else stands in it is left alone', () => {
    const props = {
      name: 'TP',
      enrollment: { type: 'terminal' },
      fqdn: 'asa.example.net',
      rsaKeypair: { label: 'TP', bits: 2048 },
    } as const;
    expect(linesOf('cert-trustpoint', props)).toEqual([
      'crypto ca trustpoint TP',
      'enrollment terminal',
      'fqdn asa.example.net',
      'keypair TP',
    ]);
  });
  test('certificate map and who it leads to', () => {
    writes(
      'certificate-map',
      { name: 'STAFF', sequence: 10, rules: [{ field: 'subject-name', operator: 'co', value: 'ou = staff' }] },
      'crypto ca certificate map STAFF 10\n subject-name co ou = staff',
    );
    expect(
      linesOf('tunnel-group-map', {
        name: 'STAFF/10',
        map: ref('certificate-map', 'STAFF'),
        group: ref('tunnel-group', 'STAFF'),
      }),
    ).toEqual(['tunnel-group-map STAFF 10 STAFF']);
  });
  test("NAT exemption: both ends stand for themselves, and other rules of NAT are nobody's", () => {
    const props = {
      name: 'inside/outside/NET/POOL',
      inside: 'inside',
      outside: 'outside',
      networks: ref('network-object', 'NET'),
      peers: ref('network-object', 'POOL'),
    };
    const line = 'nat (inside,outside) source static NET NET destination static POOL POOL no-proxy-arp route-lookup';
    writes('nat-exemption', props, line);
    expect(cliDialect.steps(sectionOf('nat-exemption', props), undefined)[0]?.lines).toEqual([`no ${line}`]);
    const { networks: _networks, ...all } = { ...props, name: 'inside/outside/any/POOL' };
    writes('nat-exemption', all, line.replaceAll('NET', 'any'));
    for (const other of [
      'nat (inside,outside) source dynamic any interface',
      'nat (inside,outside) source static NET OTHER destination static POOL POOL no-proxy-arp route-lookup',
      'nat (inside,outside) source static NET NET destination static POOL POOL',
    ])
      expect(lookup.nounOfLine(other)).toBeUndefined();
  });
  test('network object: a host, a network, a range', () => {
    for (const [value, text] of [
      ['10.60.1.1', 'host 10.60.1.1'],
      ['10.60.0.0/16', 'subnet 10.60.0.0 255.255.0.0'],
      ['10.99.0.1-10.99.0.100', 'range 10.99.0.1 10.99.0.100'],
    ] as const)
      writes('network-object', { name: 'OBJ', value }, `object network OBJ\n ${text}`);
  });
  test('group of networks: addresses, objects and groups, each a line of its own', () => {
    const members = ['192.0.2.1', '10.2.0.0/16', '2001:db8::/48', '2001:db8::1'];
    const named = [ref('network-object', 'LAN'), ref('network-group', 'NORTH')];
    writes(
      'network-group',
      { name: 'SITES', members: [...members, ...named], description: 'all of the sites' },
      `object-group network SITES
 network-object host 192.0.2.1
 network-object 10.2.0.0 255.255.0.0
 network-object 2001:db8::/48
 network-object host 2001:db8::1
 network-object object LAN
 group-object NORTH
 description all of the sites`,
    );
    expect(
      changeFrom(
        'network-group',
        ['object-group network SITES', ' network-object host 192.0.2.1', ' network-object host 192.0.2.9'],
        { name: 'SITES', members: ['192.0.2.1', '10.2.0.0/16'] },
      ),
    ).toEqual([
      'object-group network SITES',
      'network-object 10.2.0.0 255.255.0.0',
      'no network-object host 192.0.2.9',
      'exit',
    ]);
  });
  test('pool: made new under another name, never changed in place', () => {
    const props = { name: 'POOL', ranges: [{ from: '192.168.1.10', to: '192.168.1.20' }], mask: '255.255.255.0' };
    expect(linesOf('address-pool', props)).toEqual(['ip local pool POOL 192.168.1.10-192.168.1.20 mask 255.255.255.0']);
    const wider = sectionOf('address-pool', { ...props, ranges: [{ from: '192.168.1.10', to: '192.168.1.30' }] });
    expect(cliDialect.refusal(sectionOf('address-pool', props), wider)).toContain('give the new one another name');
    expect(cliDialect.steps(wider, undefined)).toEqual([
      { lines: ['no ip local pool POOL 192.168.1.10-192.168.1.30 mask 255.255.255.0'] },
    ]);
  });
  test('access list: masks, no numbers, order kept', () => {
    writes(
      'access-list',
      {
        name: 'PUNE',
        entries: [
          { remark: 'to Pune' },
          { action: 'permit', source: '10.20.0.0/16', destination: '10.30.0.0/16' },
          { action: 'deny', protocol: 'tcp', source: 'any', destination: '10.0.0.1', destinationPort: 'eq 443' },
        ],
      },
      `access-list PUNE remark to Pune
access-list PUNE extended permit ip 10.20.0.0 255.255.0.0 10.30.0.0 255.255.0.0
access-list PUNE extended deny tcp any host 10.0.0.1 eq 443`,
    );
    writes(
      'access-list',
      { name: 'SPLIT', type: 'standard', entries: [{ action: 'permit', source: '10.0.0.0/8' }] },
      'access-list SPLIT standard permit 10.0.0.0 255.0.0.0',
    );
  });
  test('tunnel interface and its route', () => {
    writes(
      'tunnel-interface',
      {
        name: 'Tunnel100',
        ifname: 'vti-pune',
        address: '10.58.1.1/30',
        source: 'outside',
        destination: '203.0.113.9',
        protection: ref('ipsec-profile', 'VTI'),
      },
      `interface Tunnel100
 nameif vti-pune
 ip address 10.58.1.1 255.255.255.252
 tunnel source interface outside
 tunnel destination 203.0.113.9
 tunnel mode ipsec ipv4
 tunnel protection ipsec profile VTI`,
    );
    expect(
      linesOf('static-route', {
        name: '10.30.0.0/16@vti-pune',
        destination: '10.30.0.0/16',
        interface: ref('tunnel-interface', 'Tunnel100'),
        gateway: '10.58.1.2',
      }),
    ).toEqual(['route vti-pune 10.30.0.0 255.255.0.0 10.58.1.2 1']);
  });
  test('network object, NTP, user, remote access, WebVPN', () => {
    writes(
      'network-object',
      { name: 'INSIDE', value: '10.20.0.0/16' },
      'object network INSIDE\n subnet 10.20.0.0 255.255.0.0',
    );
    expect(linesOf('ntp-servers', { name: 'ntp', servers: ['192.0.2.123'] })).toEqual(['ntp server 192.0.2.123']);
    expect(linesOf('local-user', { name: 'admin', secret: secret('ADMIN'), privilege: 15 })).toEqual([
      'username admin password <secret:env:ADMIN> privilege 15',
    ]);
    expect(
      linesOf('ikev2-remote-access', { name: 'ikev2-remote-access', trustpoint: ref('cert-trustpoint', 'TP') }),
    ).toEqual(['crypto ikev2 remote-access trustpoint TP']);
    writes(
      'webvpn',
      {
        name: 'webvpn',
        enable: ['outside'],
        anyconnectImages: [{ file: 'disk0:/anyconnect-win.pkg', order: 1 }],
        anyconnectProfiles: [{ name: 'staff', file: 'disk0:/staff.xml' }],
        anyconnectEnable: true,
        tunnelGroupList: true,
      },
      `webvpn
 enable outside
 anyconnect image disk0:/anyconnect-win.pkg 1
 anyconnect profiles staff disk0:/staff.xml
 anyconnect enable
 tunnel-group-list enable`,
    );
    const duo = 'https://sso-1.sso.duosecurity.com/saml2/sp/DI1';
    writes(
      'webvpn',
      {
        name: 'webvpn',
        samlProviders: [
          {
            entityId: `${duo}/metadata`,
            signInUrl: `${duo}/sso`,
            baseUrl: 'https://vpn.example.net',
            certificate: ref('cert-trustpoint', 'DUO'),
            ownCertificate: ref('cert-trustpoint', 'VPN'),
            signature: 'rsa-sha256',
          },
        ],
      },
      `webvpn
 saml idp ${duo}/metadata
  url sign-in ${duo}/sso
  base-url https://vpn.example.net
  trustpoint idp DUO
  trustpoint sp VPN
  signature rsa-sha256`,
    );
  });
});
