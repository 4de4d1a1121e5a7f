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

  test('values of wrong types, which nothing compiles: the constructs say them, also where the program fails over them', async () => {
    const file = program(
      rig,
      `const users = new tw.RemoteAccess(stack, 'users', {
         headend: fmc, authentication: 'local', zones: ['outside-zone'], certificate: fmc, suit: 1,
         suite: tw.CryptoSuite.aes256Gcm(), pool: { from: '10.0.0.1', to: '10.0.0.9' },
       });
       new tw.IseAccess(stack, 'ise', null);
       new tw.NtpServers(edge, 'ntp', 'pool');
       users.firewall.policy.override({ name: 'x' });`,
    );
    const ran = await run(['plan', '--app', file]);
    for (const said of [
      /\[net\/users\] suit: there is no such prop: write suite\n/,
      /\[net\/users\] headend: the construct net\/fmc is not valid here: write fmc\.ftd\('NAME'\), a firewall of an FMC\n/,
      /\[net\/users\] authentication: a text is not valid here: write a Realm, the construct itself, an AaaServerGroup/,
      /\[net\/users\] zones\[0\]: 'outside-zone' is not valid here: write a SecurityZone, the construct itself\n/,
      /\[net\/users\] certificate: the construct net\/fmc is not valid here: write a CertTrustpoint/,
      /\[net\/ise\] props: null is not valid here: write \{ server, callers, secret, users \}\n/,
      /\[net\/edge\/ntp\] props: 'pool' is not an object/,
    ])
      expect(ran.err).toMatch(said);
    ends(ran, 1, /7 problems, nothing written\.\n$/);
    expect(ran.err).not.toMatch(/TypeError|Node\.js v|^ +at /m);
  });

  test.each([
    [
      'the same id twice',
      "new tw.NtpServers(edge, 'ntp', { servers: ['192.0.2.1'] }); new tw.NtpServers(edge, 'ntp', { servers: ['192.0.2.1'] });",
      /\[net\/edge\/ntp\] there is a construct of this id already\n {4}→ give one of them another id\n/,
    ],
    [
      'a part that is not there, after a problem',
      "new tw.IseAccess(stack, 'ise', {}); new tw.RaVpnPolicy(fmc, 'ra', { certificate: fmc, suite: tw.CryptoSuite.nsa(), zones: [], groups: 1 }).policy.override({});",
      /\[net\/fmc\/ra\] groups: 1 is not valid here: write a list[^]*\[net\/ise\] server: is missing: write an IseServer/,
    ],
    [
      'a call that cannot be',
      "tw.Labels.of('edge').add('region', 'south');",
      /\[[^\]]*main\.ts:\d+\] what is called here is given a value of another type than it takes\n {4}→ give it a scope, an id and props/,
    ],
  ])('%s: said as all others, without a trace', async (_, body, says) => {
    const ran = await run(['plan', '--app', program(rig, body)]);
    ends(ran, 1, says);
    expect(ran.err).not.toMatch(/TypeError|Node\.js v|^ +at /m);
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
