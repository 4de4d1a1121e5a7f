import { cliDialect } from '../../../support/cli';
import { lowerCli } from '../../../../lib/desired/cli/lower';
import type { Resource } from '../../../../lib/model/network';
import { emptyLedger } from '../../../../lib/plan/ledger';
import { plan } from '../../../../lib/plan/plan';
import { grammarOf } from '../../../../lib/platforms/iosxe/grammar';
import { configurationOf, normalize } from '../../../../lib/platforms/iosxe/normalize';
import { inspect } from '../../../../lib/platforms/iosxe/inspect';
import { changeFrom, linesOf, secret, wrongWith } from '../../../support/noun-case';
import { pureRouter } from '../../../support/pure-router';
import { syntax } from '../../../../lib/platforms/iosxe/syntax';

/** What the properties found, each as the smallest case. */

describe('an IPv6 address where a name may stand', () => {
  test.each([
    ['logging', ['logging host 2001:DB8::A'], { name: 'logging', hosts: [{ host: '2001:db8::a' }] }],
    ['ntp-servers', ['ntp server 2001:DB8::A'], { name: 'ntp', servers: ['2001:db8::a'] }],
    [
      'ikev2-authorization-policy',
      ['crypto ikev2 authorization policy P', ' dhcp server 2001:DB8::A', ' backup-gateway 2001:DB8::B'],
      { name: 'P', dhcpServer: '2001:db8::a', backupGateways: ['2001:DB8:0::B'] },
    ],
    [
      'cert-trustpoint',
      ['crypto pki trustpoint CA', ' enrollment terminal', ' ip-address 2001:DB8::A', ' revocation-check crl'],
      { name: 'CA', enrollment: { type: 'terminal' }, ipAddress: '2001:db8::a' },
    ],
    [
      'tunnel-interface',
      [
        'interface Tunnel1',
        ' ip address 10.0.0.1 255.255.255.252',
        ' tunnel source 2001:DB8::A',
        ' tunnel mode gre ipv6',
      ],
      { name: 'Tunnel1', address: '10.0.0.1/30', mode: 'gre-multipoint-ipv6', source: '2001:db8::a' },
    ],
  ] as const)('of a %s is compared whatever its letters', (kind, lines, props) => {
    const steps = changeFrom(kind, lines, props as never);
    expect(steps.filter((line) => /2001/i.test(line))).toEqual([]);
  });

  test('of a keyring peer is typed in one spelling', () => {
    const peer = { name: 'hub', hostname: '2001:DB8:0::A', key: secret('KEY') };
    expect(linesOf('ikev2-keyring', { name: 'K', peers: [peer] })).toContain('  hostname 2001:db8::a');
  });
});

test('a tunnel forgets its keepalive when it is taken back with its numbers', () => {
  const router = pureRouter('hostname edge\ninterface Tunnel1\n ip address 10.0.0.1 255.255.255.0\nend\n');
  const before = router.text();
  expect(router.type(['interface Tunnel1', ' keepalive 10 3', ' no keepalive 10 3', ' exit'])).toEqual([]);
  expect(router.text()).toBe(before);
});

test('two lines that would take the place of each other are refused before anything is typed', () => {
  const noun = {
    name: 'GigabitEthernet0/1',
    accessGroups: [
      { list: 'A', direction: 'in' as const },
      { list: 'B', direction: 'in' as const },
    ],
  };
  const lines = { kind: 'interface-lines' as const, name: noun.name, path: 'edge/port', noun };
  expect(lowerCli([lines], grammarOf, 'IOS-XE', syntax).problems).toEqual([
    {
      code: 'prop.twice',
      path: 'edge/port',
      message:
        '`ip access-group A in` and `ip access-group B in` cannot both be there: the second takes the place of the first',
      hint: 'leave one of them out',
    },
  ]);
});

/** What is planned on a device that prints `text`, where we own what `ours` declares. */
const planned = (text: string, ours: readonly Resource[], declared: readonly Resource[]) => {
  const [owned, desired] = [ours, declared].map((all) => lowerCli(all, grammarOf, 'IOS-XE', syntax).desired);
  const book = { judge: (marker: string) => marker, reveal: (line: string) => line };
  const { changes } = plan({
    target: 'edge',
    desired: desired!,
    live: normalize(configurationOf(`${text}\nend\n`, 'edge'), book, () => undefined),
    ledger: { ...emptyLedger('edge'), entries: owned!.items.map((item) => ({ ...item, state: 'owned' as const })) },
    dialect: cliDialect,
    adopt: false,
    unfinished: [],
    warnings: [],
  });
  return changes.map(({ action, steps }) => [action, ...steps.flatMap(({ lines }) => lines)]);
};

describe('a certificate map of another sequence', () => {
  const map = (sequence: number): Resource => ({
    kind: 'certificate-map',
    name: 'M',
    path: 'edge/map',
    noun: { name: 'M', sequence, rules: [{ field: 'subject-name', operator: 'co', value: 'o = example' }] },
  });
  const block = (sequence: number) => `crypto pki certificate map M ${sequence}\n subject-name co o = example`;

  test('takes the place of the old one, which goes when the new one stands', () =>
    expect(planned(block(10), [map(10)], [map(20)])).toEqual([
      [
        'update',
        'crypto pki certificate map M 20',
        ' subject-name co o = example',
        ' exit',
        'no crypto pki certificate map M 10',
      ],
    ]));

  test('leaves nothing behind where the run was killed between the two', () =>
    expect(planned(`${block(10)}\n${block(20)}`, [map(20)], [map(20)])).toEqual([
      ['update', 'no crypto pki certificate map M 10'],
    ]));
});

test('a default of the device that is declared is there already, where nothing of its kind is printed', () => {
  const http: Resource = { kind: 'http-server', name: 'http', path: 'edge/http', noun: { name: 'http', port: 80 } };
  expect(planned('hostname edge', [], [http])).toEqual([['none']]);
});

describe('an access list of a number', () => {
  const list = (name: string, type: 'standard' | 'extended', entries: readonly object[]): Resource => ({
    kind: 'access-list',
    name,
    path: 'edge/list',
    noun: { name, type, entries } as never,
  });
  const split = list('10', 'standard', [
    { sequence: 10, action: 'permit', source: '10.0.0.0/8' },
    { sequence: 20, action: 'permit', source: '192.0.2.1' },
  ]);
  test.each([
    ['lines', 'access-list 10 permit 10.0.0.0 0.255.255.255\nntp server 192.0.2.9\naccess-list 10 permit 192.0.2.1'],
    ['a block', 'ip access-list standard 10\n 10 permit 10.0.0.0 0.255.255.255\n 20 permit 192.0.2.1'],
  ])('is the same where it is printed as %s', (_how, text) => {
    expect(planned(text, [split], [split])).toEqual([['none']]);
    const { nouns } = inspect(`version 17.9\n${text}\nend\n`);
    expect(nouns.filter(({ kind }) => kind === 'access-list')).toMatchObject([
      { name: '10', props: { type: 'standard', entries: [{ sequence: 10 }, { sequence: 20 }] } },
    ]);
  });
  test('is changed by its places, never by a line that may take the whole list', () => {
    const shorter = list('10', 'standard', [{ sequence: 10, action: 'permit', source: '10.0.0.0/8' }]);
    const text = 'access-list 10 permit 10.0.0.0 0.255.255.255\naccess-list 10 permit 192.0.2.1';
    expect(planned(text, [split], [shorter])).toEqual([['update', 'ip access-list standard 10', ' no 20', ' exit']]);
  });
  test.each([
    ['100', 'standard', "type: a list of the number 100 is extended: write type: 'extended', or a name"],
    [
      '700',
      'standard',
      'name: 700 is not a valid number of an access list: write a name, or 1 to 199, or 1300 to 2699',
    ],
  ])('%s is not %s', (name, type, message) => {
    expect(wrongWith('access-list', { name, type, entries: [{ action: 'permit', source: 'any' }] })).toEqual([message]);
  });
});
