import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { importedTexts, planOn, stackOf } from '../../support/imported';
import { sampled } from '../../support/sampled';
import { synthesised } from '../../support/seed-examples';

const room = mkdtempSync(join(tmpdir(), 'tunnelwright-users-'));
afterAll(() => rmSync(room, { recursive: true, force: true }));
let rooms = 0;

/** The ASA of an example, as it prints itself. */
const asaOf = (example: string): string =>
  `: Saved\nASA Version 9.18(4)\nhostname asa\n${synthesised(example).configs['asa']!}`;
const twoGroups = asaOf('asa-remote-access');

/** What is imported of an ASA; the program changes nothing of it and adopts all that it declares. */
const imported = async (text: string) => {
  const out = join(room, String(rooms++));
  const { network, textOf } = await importedTexts([{ name: 'asa.cfg', platform: 'asa', text }], out);
  const [target] = stackOf(out).manifest.targets;
  const { acting, adopted } = planOn(target!, 'asa', text);
  expect(acting).toEqual([]);
  expect(adopted).toHaveLength(target!.desired.items.length);
  return { ...network, text: textOf('devices/asa.ts') };
};

test('the two groups of users of an ASA that synth wrote are two RemoteAccesses again, and all of them', async () => {
  const { accesses, noAccess, devices, text } = await imported(twoGroups);
  expect([accesses.map(({ id }) => id), noAccess]).toEqual([['windows', 'staff'], []]);
  expect(devices[0]!.objects.declared.map(({ kind }) => kind)).toEqual(['cert-trustpoint', 'aaa-server', 'aaa-server']);
  expect(text).toContain(`
  new RemoteAccess(scope, 'staff', {
    headend: asa,
    suite: CryptoSuite.aes256Gcm({ group: 20 }),
    trustpoint: 'VPN',
    interface: 'outside',
    authentication: staffDuo,
    pool: { from: '192.168.2.1', to: '192.168.2.200', mask: '255.255.255.0' },
    networks: ['10.62.0.0/16', '10.63.0.0/16'],
    domains: { include: ['apps.example.com'], exclude: ['video.apps.example.com'] },
    dns: ['10.62.0.53'],
  });
`);
});

describe('an ASA that a person configured', () => {
  const byHand = (changes: readonly (readonly [RegExp, string])[]): string =>
    changes.reduce((text, [from, to]) => {
      expect(text).toMatch(from);
      return text.replace(from, to);
    }, twoGroups);

  test.each(
    sampled(
      [
        ['the number of the policy', [[/ikev2 policy 100/g, 'ikev2 policy 1']], "policy: '1'"],
        ['another lifetime', [[/lifetime seconds 86400/g, 'lifetime seconds 43200']], 'lifetime: 43200'],
        [
          'names',
          [
            [/outside_map/g, 'VPN-MAP'],
            [/outside_clients/g, 'DYN'],
          ],
          "dynamicMap: 'DYN', cryptoMap: 'VPN-MAP'",
        ],
        [
          'places',
          [
            [/outside_map 65535/g, 'outside_map 10'],
            [/outside_clients 10/g, 'outside_clients 1'],
          ],
          'dynamicSequence: 1, sequence: 10',
        ],
        ['logins that are inherited', [[/ vpn-simultaneous-logins 3\n/g, '']], "simultaneousLogins: 'inherited'"],
        [
          'a URL',
          [[/( group-alias staff enable\n)/g, '$1 group-url https://vpn.example.net/staff enable\n']],
          "urls: ['https",
        ],
        [
          'routes to users',
          [
            [
              /(crypto dynamic-map outside_clients 10 set ikev2.*\n)/g,
              '$1crypto dynamic-map outside_clients 10 set reverse-route\n',
            ],
          ],
          'reverseRoute: true',
        ],
        ['another alias', [[/group-alias staff/g, 'group-alias Employees']], "aliases: ['Employees']"],
        ['further attributes', [[/(group-policy staff attributes\n)/g, '$1 vpn-idle-timeout 30\n']], 'idleTimeout: 30'],
        [
          'its own name',
          [
            [/group-policy staff /g, 'group-policy GP-STAFF '],
            [/default-group-policy staff/g, 'default-group-policy GP-STAFF'],
          ],
          "groupPolicy: 'GP-STAFF'",
        ],
        [
          'another label of the domains',
          [[/(split-exclude-domains|split-include-domains)( value)? staff-domains/g, '$1$2 CLOUD']],
          "domains: 'CLOUD'",
        ],
        [
          'everything through the tunnel',
          [
            [
              / split-tunnel-policy tunnelspecified\n split-tunnel-network-list .*\n/g,
              ' split-tunnel-policy tunnelall\n',
            ],
            [/ *anyconnect-custom\S* dynamic-split-include-domains .*\n/g, ''],
          ],
          "domains: { exclude: ['video.apps.example.com'] },\n    dns: ['10.62.0.53'],\n  });",
        ],
      ] as const,
      3,
    ),
  )('%s: the RemoteAccess says it', async (_what, changes, words) => {
    const { accesses, text } = await imported(byHand(changes));
    expect(accesses).toHaveLength(2);
    expect(text).toContain(words);
  });

  test.each(
    sampled(
      [
        [
          'users of its own',
          [[/ authentication-server-group staff-duo\n/g, '']],
          'its users are those of the ASA itself (LOCAL)',
        ],
        [
          'certificates',
          [[/ authentication aaa\n/g, ' authentication certificate\n']],
          'its users prove themselves by certificate',
        ],
        [
          'a second pool',
          [[/ address-pool staff-pool\n/g, ' address-pool staff-pool windows-pool\n']],
          'it gives addresses of no pool or of several',
        ],
        [
          'another protocol',
          [[/(group-policy staff attributes[^]*vpn-tunnel-protocol ikev2)\n/g, '$1 l2tp-ipsec\n']],
          'taking it over would type: group-policy staff attributes / vpn-tunnel-protocol ikev2',
        ],
      ] as const,
      3,
    ),
  )('%s: the group stays of level 1, and the program says why', async (_what, changes, why) => {
    const { accesses, noAccess, text } = await imported(byHand(changes));
    expect(accesses.map(({ group }) => group)).not.toContain('staff');
    expect(noAccess.find(({ group }) => group === 'staff')!.why.join()).toContain(why);
    expect(text.replace(/\n\s+\/\/ {3}/g, ' ')).toContain('// No RemoteAccess for the tunnel group staff: ');
  });

  test('a policy that is of level 1 in the example has its reason too', async () => {
    const { accesses, noAccess } = await imported(asaOf('asa-windows-eap'));
    expect([accesses.length, noAccess.map(({ group }) => group)]).toEqual([0, ['DefaultRAGroup']]);
  });

  describe('whose TLS side', () => {
    const file = join(__dirname, '../../../examples/imported/asa-headend/vpn-delhi.cfg');
    const text = readFileSync(file, 'utf8').replace('hostname vpn-delhi', 'hostname asa');
    const line = 'ssl trust-point VPN-EXAMPLE-NET outside';
    test.each([
      ['shows no certificate of its own', '', 'tlsTrustpoint: false'],
      ['shows the one of all interfaces', 'ssl trust-point VPN-EXAMPLE-NET', 'tlsTrustpoint: false'],
      ['shows another', 'ssl trust-point WEB outside', "tlsTrustpoint: 'WEB'"],
    ])('%s: that is said, and left as it is', async (_what, other, says) => {
      expect(text).toContain(`${line}\n`);
      const web = 'crypto ca trustpoint WEB\n enrollment terminal\n revocation-check none\n';
      const { accesses, text: program } = await imported(text.replace(`${line}\n`, `${web}${other}\n`));
      expect([accesses.length, program.includes(says)]).toEqual([1, true]);
    });
  });
});
