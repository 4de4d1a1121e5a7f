import type { ProblemError } from '../../../../lib/kernel/problem';
import { write } from '../../../../lib/desired/cli/section';
import { grammarOf } from '../../../../lib/platforms/iosxe/grammar';
import { nounOfLine } from '../../../../lib/platforms/iosxe/grammar/lookup';
import { interfaceName } from '../../../../lib/platforms/iosxe/grammar/interface-name';
import { configurationOf, normalize } from '../../../../lib/platforms/iosxe/normalize';

const book = { judge: (marker: string) => marker, reveal: (text: string) => text };
const live = (text: string) => normalize(configurationOf(text, 'edge'), book, () => undefined);
const refused = (text: string) => {
  try {
    configurationOf(text, 'edge');
    return undefined;
  } catch (error) {
    return (error as ProblemError).problems[0];
  }
};

describe('a reading', () => {
  test.each(['', '\n', '!\n!\n', '\r\n \r\n'])('that is empty (%p) is refused', (text) => {
    expect(refused(text)).toEqual({
      code: 'device.empty',
      path: 'edge',
      message: 'the device shows an empty running-config: nothing is planned on such a reading',
      hint: 'log in by hand and look; try again when `show running-config` answers',
    });
  });
  test.each(['version 17.9\nhostname edge\n', 'interface Tunnel1\n end\n', 'hostname edge\nen'])(
    'that is cut short (%p) is refused',
    (text) => {
      expect(refused(text)).toMatchObject({ code: 'device.truncated', path: 'edge' });
    },
  );
  test('ends at `end`', () => {
    expect(configurationOf('hostname edge\nend\nafter\n', 'edge').map((node) => node.text)).toEqual(['hostname edge']);
  });
  test('is not cut by a banner that says end', () => {
    const text = 'banner motd ^C\nend\ncrypto ikev2 proposal FAKE\n group 1\n^C\nhostname edge\nend\n';
    expect(configurationOf(text, 'edge').map((node) => node.text)).toEqual(['hostname edge']);
    expect([...live(text).keys()]).toEqual([]);
  });
  test('knows a banner of one line, and one with another delimiter', () => {
    expect(configurationOf('banner motd ^Chello^C\nhostname edge\nend\n', 'edge').map((n) => n.text)).toEqual([
      'hostname edge',
    ]);
    expect(
      configurationOf('banner login #\nntp server 1.1.1.1\n#\nhostname e\nend\n', 'edge').map((n) => n.text),
    ).toEqual(['hostname e']);
  });
});

describe('live sections', () => {
  test('are those of nouns, by header; the rest is nobody’s business', () => {
    const text = `version 17.9\nhostname edge\r\ncrypto ikev2 proposal P \n encryption aes-gcm-256\n prf sha384\n group 19\n!\ninterface GigabitEthernet0/0\n ip address 192.0.2.1 255.255.255.0\n!\nntp server 192.0.2.1\nntp server 192.0.2.2\nend\n`;
    const found = live(text);
    expect([...found.keys()]).toEqual(['crypto ikev2 proposal P', 'ntp server']);
    expect(found.get('ntp server')!.entries.map((entry) => entry.text)).toEqual([
      'ntp server 192.0.2.1',
      'ntp server 192.0.2.2',
    ]);
    expect(found.get('crypto ikev2 proposal P')!.entries.map((entry) => entry.text)).toEqual([
      'encryption aes-gcm-256',
      'prf sha384',
      'group 19',
    ]);
  });
  test('are in the canonical spelling', () => {
    const text = 'interface Tunnel100\n tunnel source gi0/0\n tunnel mode ipsec ipv4\nend\n';
    expect(
      live(text)
        .get('interface Tunnel100')!
        .entries.map((entry) => entry.text),
    ).toEqual(['tunnel source GigabitEthernet0/0', 'tunnel mode ipsec ipv4']);
  });
});

describe('the name of an interface', () => {
  test.each([
    ['gi0/0', 'GigabitEthernet0/0'],
    ['GigabitEthernet 0/0/1.100', 'GigabitEthernet0/0/1.100'],
    ['Te1/1', 'TenGigabitEthernet1/1'],
    ['lo0', 'Loopback0'],
    ['tunnel 100', 'Tunnel100'],
    ['HundredGigE0/1', 'HundredGigE0/1'],
    ['outside', 'outside'],
    ['192.0.2.1', '192.0.2.1'],
  ])('%s is %s', (text, full) => {
    expect(interfaceName(text)).toBe(full);
  });
  test('is full in what is typed, so that it compares equal to what is shown', () => {
    const section = write(grammarOf('tunnel-interface'), {
      name: 'Tunnel1',
      address: '10.0.0.1/30',
      mode: 'ipsec-ipv4',
      source: 'gi0/0',
    });
    expect(section.entries.map((entry) => entry.text)).toContain('tunnel source GigabitEthernet0/0');
  });
});

describe('a line at the top', () => {
  test.each([
    ['crypto ikev2 profile P', 'ikev2-profile'],
    ['crypto pki certificate map M 10', 'certificate-map'],
    ['crypto ipsec transform-set TS esp-gcm 256', 'ipsec-transform-set'],
    ['interface Tunnel100', 'tunnel-interface'],
    ['interface Loopback0', 'loopback-interface'],
    ['ip route 10.30.0.0 255.255.0.0 Tunnel100', 'static-route'],
    ['ip route vrf RED 0.0.0.0 0.0.0.0 192.0.2.1 250 track 1 name backup', 'static-route'],
    ['ipv6 route ::/0 2001:DB8::1', 'ipv6-static-route'],
    ['ntp server 192.0.2.1', 'ntp-servers'],
    ['archive', 'config-archive'],
    ['crypto ikev2 dpd 10 2 periodic', 'ikev2-global'],
    ['no crypto ikev2 http-url cert', 'ikev2-global'],
    ['no crypto ipsec transform-set default', 'smart-defaults'],
    ['interface Virtual-Template1 type tunnel', 'virtual-template'],
  ])('%s belongs to %s', (line, kind) => {
    expect(nounOfLine(line)?.kind).toBe(kind);
  });
  test.each([
    'interface GigabitEthernet0/0',
    'ip route 0.0.0.0 0.0.0.0 dhcp',
    'crypto isakmp policy 10',
    'hostname edge',
  ])('%s belongs to nobody here', (line) => {
    expect(nounOfLine(line)).toBeUndefined();
  });
});
