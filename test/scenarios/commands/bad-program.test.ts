import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { program } from '../../support/programs';
import { startRig, type Rig } from '../../support/rig';
import { expectUnharmed, refusalOf, type Refusal } from '../../support/unharmed';

let rig: Rig;
beforeEach(async () => {
  rig = await startRig();
  mkdirSync(rig.ledgers, { recursive: true });
});
afterEach(() => rig.close());
const run = (args: readonly string[]) => refusalOf(rig, args);
const ends = (ran: Refusal, code: number, says: RegExp): void => expectUnharmed(rig, ran, code, says);

describe('a program that cannot be: exit code 1, everything at once', () => {
  test('props that contradict each other, two constructs on one object, policy-based against a tunnel interface', async () => {
    const file = program(
      rig,
      `new tw.IkeV2Proposal(edge, 'mixed', { name: 'MIXED', encryption: ['aes-gcm-256'], integrity: ['sha256'], group: [19] });
       new tw.IkeV2Proposal(edge, 'cbc', { name: 'CBC', encryption: ['aes-cbc-256'], group: [19] });
       new tw.IpsecTransformSet(edge, 'esp', { name: 'ESP', encryption: 'aes-gcm-256', integrity: 'sha256' });
       new tw.NetworkObject(fmc, 'one', { name: 'same', value: '192.0.2.1' });
       new tw.NetworkObject(fmc, 'two', { name: 'same', value: '192.0.2.2' });
       new tw.NetworkObject(fmc, 'bad', { name: 'bad', value: '192.0.2.500' });
       new tw.SiteToSiteVpn(stack, 'vpn', {
         suite: tw.CryptoSuite.aes256Gcm(),
         lifetimes: { ike: 5 },
         authentication: tw.Certificates.issuedBy('CA-INTERNAL'),
         ends: [
           { device: edge, interface: 'GigabitEthernet0/0', address: '198.51.100.10', tunnel: '10.58.1.1/30', networks: ['10.20.0.0/16'], type: 'policy-based' },
           { device: fmc.ftd('mumbai-pair'), interface: 'outside', address: '203.0.113.93', subject: 'cn = x', tunnel: '10.58.1.2/30', networks: ['10.30.0.0/16'] },
         ],
       });`,
    );
    const ran = await run(['plan', '--app', file]);
    const said = [
      /\[net\/edge\/mixed\] integrity: .*leave integrity out/,
      /\[net\/edge\/mixed\] prf: .*needs a PRF: write prf/,
      /\[net\/edge\/cbc\] integrity: .*write integrity/,
      /\[net\/edge\/esp\] integrity: .*leave integrity out/,
      /\[net\/fmc\/two\] writes the network object same, which net\/fmc\/one writes too\n\s+→/,
      /\[net\/fmc\/bad\] value: '192\.0\.2\.500' is not /,
      /\[net\/vpn\] ends: a policy-based end/,
    ];
    for (const each of said) expect(ran.err).toMatch(each);
    ends(ran, 1, /\d+ problems, nothing written/);
  });

  test.each([
    ['read at once', (file: string) => `tw.Inventory.fromCsv(${file}, ['name', 'host']);`],
    [
      'read in a promise that nobody waits for',
      (file: string) => `void (async () => tw.Inventory.fromCsv(${file}, ['name', 'host']))();`,
    ],
  ])('a table with faults, %s: they are printed as all others, without a trace', async (_, reading) => {
    const table = join(rig.room, 'sites.csv');
    writeFileSync(table, 'name,host\nmumbai\npune,\n');
    const ran = await run(['plan', '--app', program(rig, reading(JSON.stringify(table)))]);
    ends(
      ran,
      1,
      /sites\.csv:2\] has 1 cell[^]*sites\.csv:3\] host is empty\n +→ [^\n]+\n\n2 problems, nothing written\.\n$/,
    );
    expect(ran.err).not.toMatch(/ProblemError|Node\.js v|^ +at /m);
  });

  test('what is thrown besides a table stays a crash of the program', async () => {
    const body = `try { tw.Inventory.fromCsv('gone.csv', ['name']); } catch { throw new Error('of the program'); }`;
    const ran = await run(['plan', '--app', program(rig, body)]);
    expect([ran.code, ran.err]).toEqual([1, expect.stringMatching(/Error: of the program\n +at /)]);
  });

  test('a policy-based end against a route-based one', async () => {
    const file = program(
      rig,
      `new tw.SiteToSiteVpn(stack, 'vpn', {
         suite: tw.CryptoSuite.aes256Gcm(),
         authentication: tw.Certificates.issuedBy('CA-INTERNAL'),
         ends: [
           { device: edge, interface: 'GigabitEthernet0/0', address: '198.51.100.10', tunnel: '10.58.1.1/30', networks: ['10.20.0.0/16'], type: 'policy-based' },
           { device: fmc.ftd('mumbai-pair'), interface: 'outside', address: '203.0.113.93', subject: 'cn = x', tunnel: '10.58.1.2/30', networks: ['10.30.0.0/16'] },
         ],
       });`,
    );
    const ran = await run(['plan', '--app', file]);
    ends(
      ran,
      1,
      /policy-based end against a route-based one never agrees on traffic selectors: make all ends route-based/,
    );
    expect(ran.err).toMatch(/1 problem, nothing written/);
  });

  test('a mistake in the language: the place and the line, and no trace', async () => {
    const file = program(rig, "new tw.NtpServers(edge, 'ntp', {\n  servers: []\n  source: 1,\n});");
    const ran = await run(['plan', '--app', file]);
    ends(
      ran,
      1,
      /main\.ts:8:3\] the program cannot be read: Expected "}" but found "source"\n {4}8 \| {3}source: 1,\n {10}\^\n/,
    );
    expect(ran.err).not.toMatch(/Transform|Node\.js|failureErrorWithLog/);
  });
});
