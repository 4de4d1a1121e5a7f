import { cliDialect } from '../../../support/cli';
import { lowerCli } from '../../../../lib/desired/cli/lower';
import type { Section } from '../../../../lib/desired/cli/section';
import { iosxe } from '../../../../lib/platforms/iosxe';
import { grammarOf } from '../../../../lib/platforms/iosxe/grammar';
import { nouns, type Kind } from '../../../../lib/model/nouns';
import type { Resource, Target } from '../../../../lib/model/network';
import { changeFrom, linesOf, ref, secret, sectionOf, writes, wrongWith } from '../../../support/noun-case';
import { syntax } from '../../../../lib/platforms/iosxe/syntax';

const resource = (kind: Kind, props: object): Resource => ({
  kind,
  name: (props as { name: string }).name,
  path: `stack/edge/${kind}`,
  noun: nouns[kind].schema.parse(props),
});

describe('web server, AnyConnect', () => {
  test('HTTP', () =>
    writes(
      'http-server',
      {
        name: 'http',
        server: false,
        port: 8080,
        authentication: 'local',
        secureServer: true,
        securePort: 8443,
        secureTrustpoint: ref('cert-trustpoint', 'CA'),
      },
      `no ip http server
ip http port 8080
ip http authentication local
ip http secure-server
ip http secure-port 8443
ip http secure-trustpoint CA`,
    ));
  test('HTTP is switched off where the device says that it is on', () => {
    expect(
      changeFrom('http-server', ['ip http server', 'ip http secure-server'], { name: 'http', secureServer: false }),
    ).toContain('no ip http secure-server');
  });
  test('client profile', () => {
    writes(
      'anyconnect-profile',
      { name: 'Client_Profile', file: 'bootflash:/Client_Profile.xml' },
      'crypto vpn anyconnect profile Client_Profile bootflash:/Client_Profile.xml',
    );
    expect(wrongWith('anyconnect-profile', { name: 'P', file: 'Client.xml' })).toEqual([
      'file: write a file system and a file, like bootflash:/Client_Profile.xml',
    ]);
  });
  test('SSL policy by address or by interface', () => {
    writes(
      'ssl-policy',
      {
        name: 'ssl-server',
        proposal: 'P',
        trustpoint: ref('cert-trustpoint', 'TP'),
        address: { local: '192.0.2.1', port: 443, vrf: 'WAN' },
      },
      `crypto ssl policy ssl-server
 ssl proposal P
 pki trustpoint TP sign
 ip address local 192.0.2.1 port 443 vrf WAN
 no shutdown`,
    );
    expect(
      linesOf('ssl-policy', {
        name: 's',
        trustpoint: ref('cert-trustpoint', 'TP'),
        interface: { local: 'GigabitEthernet1' },
      }),
    ).toContain(' ip interface local GigabitEthernet1');
    expect(wrongWith('ssl-policy', { name: 's', trustpoint: ref('cert-trustpoint', 'TP') })).toEqual([
      "address: write one of address: { local: '192.0.2.1' } and interface: { local: 'GigabitEthernet1' }",
    ]);
  });
});

describe('logging', () => {
  test('all of it', () =>
    writes(
      'logging',
      {
        name: 'logging',
        buffered: { size: 65536, level: 'informational' },
        consoleEnabled: false,
        monitor: 'errors',
        trap: 'warnings',
        sourceInterface: 'Loopback0',
        hosts: [{ host: '192.0.2.9', vrf: 'MGMT' }, { host: 'log.example.net' }],
      },
      `logging buffered 65536 informational
no logging console
logging monitor errors
logging trap warnings
logging source-interface Loopback0
logging host 192.0.2.9 vrf MGMT
logging host log.example.net`,
    ));
  test('a level cannot go where nothing goes', () => {
    expect(wrongWith('logging', { name: 'l', consoleEnabled: false, console: 'errors' })).toEqual([
      'console: nothing goes to the console: leave console out, or leave consoleEnabled out',
    ]);
  });
});

describe('raw configuration', () => {
  test('lines at the top level', () => {
    expect(linesOf('raw-config', { name: 'RAW', lines: ['ipv6 unicast-routing', 'ip cef'] })).toEqual([
      'ipv6 unicast-routing',
      'ip cef',
    ]);
    expect(
      changeFrom('raw-config', ['hostname edge', 'ip cef', 'line vty 0 4', ' login'], {
        name: 'RAW',
        lines: ['ipv6 unicast-routing', 'ip cef'],
      }),
    ).toContain('ipv6 unicast-routing');
  });
  const ospf = {
    name: 'router ospf 1',
    lines: ['network 10.0.0.0 0.0.0.255 area 0', 'address-family ipv4', ' redistribute static'],
  };
  test('a block with a sub-mode', () => {
    expect(linesOf('raw-block', ospf)).toEqual([
      'router ospf 1',
      ' network 10.0.0.0 0.0.0.255 area 0',
      ' address-family ipv4',
      '  redistribute static',
    ]);
    const live = [
      'router ospf 1',
      ' network 10.9.0.0 0.0.0.255 area 0',
      ' address-family ipv4',
      '  redistribute static',
    ];
    expect(changeFrom('raw-block', live, ospf)).toEqual([
      'router ospf 1',
      ' network 10.0.0.0 0.0.0.255 area 0',
      ' no network 10.9.0.0 0.0.0.255 area 0',
      ' exit',
    ]);
    expect(changeFrom('raw-block', ['router ospf 1', ...ospf.lines.map((line) => ` ${line}`)], ospf)).toEqual([]);
  });
  test('is refused where a construct writes the line', () => {
    const resources = [
      resource('raw-config', { name: 'RAW', lines: ['ip cef', 'no ip http server', 'access-list 10 permit any'] }),
      resource('raw-block', { name: 'crypto ikev2 proposal P' }),
    ];
    const { problems } = iosxe.lower({ resources, settings: { release: '17.9' } } as unknown as Target<'iosxe'>);
    expect(problems.map(({ message, hint }) => `${message}; ${hint}`)).toEqual([
      '`no ip http server` is a line of the HTTP server; write its construct (http-server)',
      '`access-list 10 permit any` is a line of the access list; write its construct (access-list)',
      '`crypto ikev2 proposal P` is a line of the IKEv2 proposal; write its construct (ikev2-proposal)',
    ]);
  });
});

test('a circle of template and profiles is broken at the template, which stands empty first', () => {
  const resources = [
    resource('virtual-template', {
      name: 'Virtual-Template1',
      unnumbered: 'GigabitEthernet1',
      protection: ref('ipsec-profile', 'ESP'),
    }),
    resource('ikev2-profile', {
      name: 'IKE',
      matchRemoteAny: true,
      authenticationRemote: ['rsa-sig'],
      authenticationLocal: 'rsa-sig',
      trustpoints: [ref('cert-trustpoint', 'CA')],
      virtualTemplate: ref('virtual-template', 'Virtual-Template1'),
    }),
    resource('ipsec-profile', {
      name: 'ESP',
      transformSets: [ref('ipsec-transform-set', 'TS')],
      ikev2Profile: ref('ikev2-profile', 'IKE'),
    }),
  ];
  const { desired, problems } = lowerCli(resources, grammarOf, 'IOS-XE', syntax);
  expect(problems).toEqual([]);
  expect(desired.items.map((item) => [item.address, item.content.entries.length])).toEqual([
    ['virtual-template/Virtual-Template1 (empty)', 0],
    ['ikev2-profile/IKE', 5],
    ['ipsec-profile/ESP', 2],
    ['virtual-template/Virtual-Template1', 3],
  ]);
});

describe('a line that a device prints on or off', () => {
  const written = sectionOf('http-server', { name: 'http', secureServer: false });
  const owned = cliDialect.remember(written, undefined, undefined);
  const shown = (text: string): Section => ({
    ...written,
    entries: [{ key: 'ip http secure-server', text, undo: '' }],
  });
  test('is taken back by its opposite', () => {
    const { ours } = cliDialect.share(shown('no ip http secure-server'), undefined, owned);
    expect(ours?.entries.map((entry) => entry.text)).toEqual(['no ip http secure-server']);
    expect(cliDialect.steps(owned, undefined).flatMap((step) => step.lines)).toEqual(['ip http secure-server']);
  });
  test('and then is no longer ours', () => {
    expect(cliDialect.share(shown('ip http secure-server'), undefined, owned).ours).toBeUndefined();
  });
});

describe('NTP', () => {
  test('in a VRF, with keys', () =>
    writes(
      'ntp-servers',
      {
        name: 'ntp',
        keys: [{ number: 5, key: secret('NTP') }],
        authenticate: true,
        trustedKeys: [5],
        source: 'Loopback0',
        servers: ['192.0.2.1', { host: 'time.example.net', vrf: 'MGMT', key: 5, source: 'gi0/1', prefer: true }],
      },
      `ntp authentication-key 5 md5 <secret:env:NTP>
ntp authenticate
ntp trusted-key 5
ntp source Loopback0
ntp server 192.0.2.1
ntp server vrf MGMT time.example.net key 5 source GigabitEthernet0/1 prefer`,
    ));
  test('a server is one however its words are ordered, and is changed by taking the old line out first', () => {
    const shown = ['ntp server vrf MGMT 192.0.2.1 prefer key 5'];
    const server = { host: '192.0.2.1', vrf: 'MGMT', key: 5 };
    expect(changeFrom('ntp-servers', shown, { name: 'ntp', servers: [{ ...server, prefer: true }] })).toEqual([]);
    expect(changeFrom('ntp-servers', shown, { name: 'ntp', servers: [server] })).toEqual([
      'no ntp server vrf MGMT 192.0.2.1 key 5 prefer',
      'ntp server vrf MGMT 192.0.2.1 key 5',
    ]);
  });
  test('a key is read with its encryption behind it', () => {
    const shown = ['ntp authentication-key 5 md5 0822455D0A16 7', 'ntp server 192.0.2.1'];
    const declared = { name: 'ntp', servers: ['192.0.2.1'], keys: [{ number: 5, key: secret('NTP') }] };
    expect(changeFrom('ntp-servers', shown, declared)).toEqual([]);
  });
  test.each([
    [{ authenticate: true }, 'trustedKeys: is missing: without a trusted key no server would be believed'],
    [
      { keys: [{ number: 1, key: secret('K') }], servers: [{ host: '192.0.2.1', key: 2 }] },
      'servers.0.key: key 2 is not among the keys: write it there',
    ],
    [
      {
        keys: [
          { number: 1, key: secret('K') },
          { number: 1, key: secret('L') },
        ],
      },
      'keys: two keys have one number: give each its own',
    ],
  ])('%j is refused', (props, message) => {
    expect(wrongWith('ntp-servers', { name: 'ntp', servers: ['192.0.2.1'], ...props })).toEqual([message]);
  });
});
