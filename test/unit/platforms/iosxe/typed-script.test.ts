import { inspect } from '../../../../lib/platforms/iosxe/inspect';
import { asPrinted } from '../../../../lib/platforms/iosxe/typed-script';

const printed = (...lines: readonly string[]): readonly string[] => asPrinted(lines.join('\n')).split('\n');

test('abbreviations are spelled out by the mode that they are typed in', () => {
  expect(
    printed(
      'int tu 7',
      'ip add 10.7.0.1 255.255.255.0',
      'tun sou gi0/1',
      'no shut',
      'exit',
      'cry isakmp policy 1',
      'gr 14',
    ),
  ).toEqual([
    'interface Tunnel7',
    ' ip address 10.7.0.1 255.255.255.0',
    ' tunnel source gi0/1',
    ' no shutdown',
    '',
    'crypto isakmp policy 1',
    ' group 14',
  ]);
});

test('modes count and not indents', () => {
  expect(
    printed(
      '    crypto ikev2 keyring K',
      'peer A',
      '\taddress 192.0.2.1',
      'pre-shared-key X',
      'exit',
      '  peer B',
      ' exit',
      ' exit',
      ' hostname R',
    ),
  ).toEqual([
    'crypto ikev2 keyring K',
    ' peer A',
    '  address 192.0.2.1',
    '  pre-shared-key X',
    '',
    ' peer B',
    '',
    '',
    'hostname R',
  ]);
});

test('what begins another block leaves the one before, indented by one or not', () => {
  expect(
    printed('interface Loopback0', ' ip address 10.0.0.1 255.255.255.255', ' interface Loopback1', '  description x'),
  ).toEqual(['interface Loopback0', ' ip address 10.0.0.1 255.255.255.255', 'interface Loopback1', ' description x']);
});

test('prompts, commands and comments are no configuration', () => {
  expect(
    printed(
      'R1#conf t',
      'R1(config)#hostname R2',
      '# note',
      'do show ip route',
      'R2(config)#crypto ipsec profile P',
      'set pfs group14 ! strong',
      'end',
      'R2#wr',
    ),
  ).toEqual(['', 'hostname R2', '', '', 'crypto ipsec profile P', ' set pfs group14', '', '']);
});

test('a key keeps its exclamation mark, and a certificate its lines', () => {
  expect(
    printed(
      'crypto ikev2 keyring K',
      'peer A',
      'pre-shared-key a !b',
      'crypto pki certificate chain T',
      'certificate ca 01',
      '30 82',
      'quit',
      'hostname R',
    ),
  ).toEqual([
    'crypto ikev2 keyring K',
    ' peer A',
    '  pre-shared-key a !b',
    'crypto pki certificate chain T',
    ' certificate ca 01',
    '  30 82',
    '  quit',
    'hostname R',
  ]);
});

test('a script is read whole', () => {
  const script = [
    'int Tunnel 5',
    'ip unnumbered lo0',
    'tun mode ipsec ipv4',
    'tun so gi0/0/0',
    'tun des 192.0.2.9',
    'exit',
    'ip route 10.0.0.0 255.0.0.0 tunnel 5',
  ];
  const { nouns, unknown } = inspect(script.join('\r\n'));
  expect(unknown).toEqual([]);
  expect(nouns).toMatchObject([
    {
      kind: 'tunnel-interface',
      name: 'Tunnel5',
      props: { unnumbered: 'Loopback0', mode: 'ipsec-ipv4', source: 'GigabitEthernet0/0/0', destination: '192.0.2.9' },
    },
    { kind: 'static-route', props: { interface: { name: 'Tunnel5' } } },
  ]);
});

test('a byte order mark and prompts around what a device printed are passed over', () => {
  const { unknown, nouns } = inspect(
    '\uFEFFR1#show run\r\nversion 16.9\r\nhostname R1\r\ninterface Loopback0\r\nend\r\nR1#\r\n',
  );
  expect(unknown).toEqual([]);
  expect(nouns).toMatchObject([{ name: 'Loopback0' }]);
});
