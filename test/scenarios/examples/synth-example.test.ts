import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Request } from '../../support/cisco-schema';
import { tw } from '../../support/command';
import type { Rig } from '../../support/rig';

/** No device is asked by synth, so there is none. */
const nobody = { lab: undefined, ledgers: undefined } as unknown as Rig;
const out = mkdtempSync(join(tmpdir(), 'tunnelwright-'));
const written = (name: string): string => readFileSync(join(out, 'stacks', 'mumbai', name), 'utf8');

beforeAll(async () => {
  const ran = await tw(nobody, ['synth', '--app', 'examples/site-to-site-certificate/main.ts', '--out', out]);
  expect([ran.code, ran.err]).toEqual([0, '']);
  expect(ran.out).toContain(join(out, 'stacks', 'mumbai', 'edge.cfg'));
});

test('the block of the guide, as it would be typed, with a certificate map in place of the address', () => {
  const config = written('edge.cfg');
  for (const block of [
    ['crypto ikev2 proposal IKEV2-PROPOSAL-1', ' encryption aes-gcm-256', ' prf sha384', ' group 19 20'],
    ['crypto ikev2 policy IKEV2-POLICY-1', ' proposal IKEV2-PROPOSAL-1'],
    [
      'crypto ikev2 profile IKEV2-PROF-CERT',
      ' match certificate SITEB-CERT',
      ' identity local dn',
      ' authentication remote rsa-sig',
      ' authentication local rsa-sig',
      ' pki trustpoint CA-INTERNAL',
      ' lifetime 28800',
    ],
    ['crypto ipsec transform-set TS-1 esp-aes 256 esp-sha384-hmac', ' mode tunnel'],
    [
      'crypto ipsec profile IPSEC-PROF-1',
      ' set security-association lifetime seconds 3600',
      ' set transform-set TS-1',
      ' set pfs group19',
      ' set ikev2-profile IKEV2-PROF-CERT',
    ],
    [
      'interface Tunnel100',
      ' ip address 10.58.1.1 255.255.255.252',
      ' tunnel source GigabitEthernet0/0',
      ' tunnel mode ipsec ipv4',
      ' tunnel destination 203.0.113.93',
      ' tunnel protection ipsec profile IPSEC-PROF-1',
    ],
  ])
    expect(config).toContain(`${block.join('\n')}\n`);
  expect(config).not.toMatch(/pre-share/);
});

test('the requests for the FMC, in order, ids as readable placeholders', () => {
  const requests = JSON.parse(written('fmc.requests.json')) as readonly Request[];
  const paths = requests.map(
    ({ method, path }) => `${method} ${path.replace('/api/fmc_config/v1/domain/{domainUUID}/', '')}`,
  );
  expect(paths.slice(0, 3)).toEqual([
    'POST object/networks',
    'POST object/ikev2policies',
    'POST object/ikev2ipsecproposals',
  ]);
  expect(paths.slice(-3)).toEqual([
    'POST policy/ftds2svpns/{ftds2svpns:mumbai-pune}/endpoints',
    'POST policy/ftds2svpns/{ftds2svpns:mumbai-pune}/endpoints',
    'POST devices/devicerecords/{devicerecords:mumbai-pair}/routing/ipv4staticroutes',
  ]);
  expect(JSON.stringify(requests)).toContain('{certenrollments:CA-INTERNAL}');
});
