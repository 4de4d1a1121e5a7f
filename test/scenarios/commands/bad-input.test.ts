import { sampled } from '../../support/sampled';
import { createServer, type Server } from 'node:net';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { tw } from '../../support/command';
import { apply } from '../../support/engine';
import { startRig, type Rig } from '../../support/rig';
import { manifestOf } from '../../support/scenario';
import { expectUnharmed, refusalOf, type Refusal } from '../../support/unharmed';
import { tunnel } from '../001-certificate-tunnel/network';
import { scenario as keyed } from '../002-pre-shared-key/network';

let rig: Rig;
beforeEach(async () => {
  rig = await startRig();
  mkdirSync(rig.ledgers, { recursive: true });
});
afterEach(() => rig.close());

const manifest = (settings = {}, center = {}) => manifestOf((stack) => tunnel(stack, 'whole', settings, center));
/** The file for `--lab` with another connection to one device. */
const relab = (host: string, change: object): void => {
  const file = JSON.parse(readFileSync(rig.lab, 'utf8')) as { devices: Record<string, object> };
  file.devices[host] = { ...file.devices[host], ...change };
  writeFileSync(rig.lab, JSON.stringify(file));
};
const edge = '192.0.2.1';
const center = 'fmc.example.net';

const run = (args: readonly string[], env = {}) => refusalOf(rig, args, env);
const ends = (ran: Refusal, code: number, says: RegExp): void => expectUnharmed(rig, ran, code, says);

describe('a device that cannot be read is unknown: exit code 3', () => {
  const secret = { secret: 'env', name: 'WRONG' };
  const cases: Readonly<Record<string, readonly [() => unknown, RegExp]>> = {
    'wrong credentials of the router': [
      () => relab(edge, { login: { username: 'lab', password: secret } }),
      /\[edge\] 127\.0\.0\.1:\d+ refuses the login of lab\n\s+→ check the user name and the secret/,
    ],
    'wrong credentials of the FMC': [
      () => relab(center, { login: { username: 'api', password: secret } }),
      /\[fmc\] the FMC refuses the login of api\n\s+→ check/,
    ],
    'an unknown host key': [
      () => writeFileSync(join(rig.room, 'known_hosts'), ''),
      /is not in .*known_hosts; it shows ssh-ed25519 SHA256:\S+\n\s+→ compare it .*Trust\.fingerprint\('SHA256:/,
    ],
    'a changed host key': [
      () =>
        writeFileSync(
          join(rig.room, 'known_hosts'),
          rig.edge.knownHosts.replace(/AAAA\S{20}$/m, 'A'.repeat(24)).replace(/(\S{8})\s*$/, 'AAAAAAAA'),
        ),
      /shows another host key \(SHA256:\S+\) than .*: someone may be intercepting the connection\n\s+→ find out why .*ssh-keygen -f \S+known_hosts'? -R/,
    ],
    'an untrusted certificate': [
      () => relab(center, { trust: {} }),
      /\[fmc\] 127\.0\.0\.1:\d+ shows a certificate that is not trusted .*SHA-256 .*\n\s+→ compare the fingerprint .*Trust\.caFile/,
    ],
    'an empty running-config': [
      () => (rig.edge.faults.emptyShow = true),
      /\[edge\] the device shows an empty running-config: nothing is planned on such a reading\n\s+→/,
    ],
    'a running-config that is cut short': [() => (rig.edge.faults.truncateShow = 300), /\[edge\] .*\n\s+→/],
  };
  test.each(sampled(Object.entries(cases), 3))('%s', async (name, [arrange, says]) => {
    arrange();
    const file = rig.save(manifest());
    const target = /FMC|certificate/.test(name) ? 'fmc' : 'edge';
    // An apply locks first; every other case is tried with it.
    const words = Object.keys(cases).indexOf(name) % 2 === 0 ? ['apply', '--yes', '--target', target] : ['plan'];
    ends(await run([...words, '--manifest', file], { WRONG: 'not-the-password' }), 3, says);
  });

  test('a device that cannot be reached, and one that hangs', async () => {
    const hole: Server = await new Promise((resolve) => {
      const server = createServer(() => undefined).listen(0, '127.0.0.1', () => resolve(server));
    });
    const { port } = hole.address() as { port: number };
    relab(edge, { port: 1 });
    relab(center, { port });
    const file = rig.save(manifest({}, { timeoutSeconds: 1 }));
    ends(
      await run(['plan', '--manifest', file]),
      3,
      /\[edge\] 127\.0\.0\.1:1 cannot be reached \(ECONNREFUSED\)\n\s+→ [^]*\[fmc\] log in: 127\.0\.0\.1:\d+ does not answer within 1 s\n\s+→/,
    );
    hole.close();
  });
});

test('a store that is not known is said once', async () => {
  const env = { TUNNELWRIGHT_LAB: undefined, TUNNELWRIGHT_LEDGER: undefined, TUNNELWRIGHT_STORE: '' };
  const ran = await tw(rig, ['plan', '--manifest', rig.save(manifest())], { env });
  expect(ran.code).toBe(1);
  expect(`${ran.out}${ran.err}`.match(/\[TUNNELWRIGHT_STORE\] is empty/g)).toHaveLength(1);
});

describe('files', () => {
  test('a stale plan is refused: something moved since', async () => {
    const file = rig.save(manifest());
    const saved = join(rig.room, 'p.json');
    expect((await tw(rig, ['plan', '--manifest', file, '--out', saved])).code).toBe(2);
    rig.edge.type('crypto ikev2 proposal mumbai-pune', 'encryption aes-cbc-256', 'exit');
    const ran = await run(['apply', saved, '--target', 'edge']);
    ends(
      ran,
      1,
      /Nothing was changed: what the plan was made on has moved since it was saved, on the device, in the ledger or in the declaration of edge\. Plan again/,
    );
  });

  const corrupt: Readonly<Record<string, readonly [() => readonly string[], number, RegExp]>> = {
    'a corrupt plan': [
      () => (writeFileSync(join(rig.room, 'p.json'), '{"format"'), ['apply', join(rig.room, 'p.json')]),
      1,
      /p\.json\] is not a saved plan\n\s+→ save one again/,
    ],
    'a plan that is JSON of another kind': [
      () => (
        writeFileSync(join(rig.room, 'p.json'), '{"format":"tunnelwright-plan-1","targets":[{}]}'),
        ['apply', join(rig.room, 'p.json')]
      ),
      1,
      /p\.json\] is not a saved plan\n\s+→ save one again/,
    ],
    'no plan': [() => ['apply', join(rig.room, 'none.json')], 1, /none\.json\] there is no such plan\n\s+→/],
    'a corrupt manifest': [
      () => (writeFileSync(join(rig.room, 'm.json'), '{'), ['plan', '--manifest', join(rig.room, 'm.json')]),
      1,
      /m\.json\] is not JSON[^\n]*\n\s+→ write it again/,
    ],
    'no manifest': [
      () => ['plan', '--manifest', join(rig.room, 'nowhere')],
      1,
      /there is no such file or directory\n\s+→ run tunnelwright synth/,
    ],
    'a corrupt ledger': [
      () => (
        writeFileSync(join(rig.ledgers, 'net.edge.json'), '{"format": 1, "entr'),
        ['apply', '--yes', '--target', 'edge', '--manifest', rig.save(manifest())]
      ),
      1,
      /the ledger of net\/edge cannot be read: it is not JSON\. Nothing was changed\n\s+→ restore it from a backup/,
    ],
    'a locked ledger': [
      () => (
        writeFileSync(join(rig.ledgers, 'net.edge.lock'), `another-host process 1 since now\n`),
        ['apply', '--yes', '--target', 'edge', '--manifest', rig.save(manifest())]
      ),
      1,
      /is being changed by another-host process 1 since now\n\s+→ wait for it/,
    ],
    'an unknown target': [
      () => ['plan', '--target', 'core', '--manifest', rig.save(manifest())],
      1,
      /\[core\] is not a target of this program\n\s+→ it has: (edge, fmc|fmc, edge)/,
    ],
    'no number of seconds': [
      () => ['verify', '--wait', 'soon', '--manifest', rig.save(manifest())],
      1,
      /\[--wait\] 'soon' is not a valid number of seconds\n\s+→/,
    ],
    'an unknown option': [() => ['plan', '--harder'], 1, /unknown option '--harder'/],
    'a lab that is not there': [
      () => ['plan', '--lab', join(rig.room, 'no-lab.json'), '--manifest', rig.save(manifest())],
      1,
      /no-lab\.json\] there is no such file\n\s+→ start the lab first/,
    ],
    'a lab file that is not JSON': [
      () => (
        writeFileSync(join(rig.room, 'odd.json'), 'x'),
        ['plan', '--lab', join(rig.room, 'odd.json'), '--manifest', rig.save(manifest())]
      ),
      1,
      /odd\.json\] is not a file of the lab\n\s+→/,
    ],
    'no consent and no terminal': [
      () => ['apply', '--manifest', rig.save(manifest())],
      1,
      /Nothing was changed\. To apply without being asked: --yes/,
    ],
  };
  test.each(sampled(Object.entries(corrupt), 2))('%s', async (_name, [arrange, code, says]) => {
    const args = arrange();
    ends(await run(args), code, says);
  });

  test('a lock of a living process of this machine holds, one of a dead process does not', async () => {
    const file = rig.save(manifest());
    const lock = join(rig.ledgers, 'net.edge.lock');
    writeFileSync(lock, `${hostname()} process ${process.pid} since now\n`);
    ends(await run(['apply', '--yes', '--target', 'edge', '--manifest', file]), 1, /is being changed by .* process/);
    writeFileSync(lock, `${hostname()} process 99999999 since now\n`);
    expect((await tw(rig, ['apply', '--yes', '--target', 'edge', '--manifest', file])).code).toBe(0);
    expect(readdirSync(rig.ledgers)).not.toContain('net.edge.lock');
  });

  test('no cdktf.json', async () => {
    const ran = await refusalOf(rig, ['plan'], {}, rig.room);
    ends(ran, 1, /\[cdktf\.json\] there is none here[^]*→ give --app main\.ts/);
  });
});

test('a secret that is not there is named, and the other target is planned', async () => {
  const file = rig.save(manifestOf((stack) => keyed.declare(stack, 'whole')));
  const ran = await run(['plan', '--manifest', file], { TUNNEL_KEY: undefined });
  ends(ran, 1, /the environment variable TUNNEL_KEY is not set\n\s+→ set it where this command runs/);
});

test('what somebody else made under our name is refused, and taken over only when asked', async () => {
  rig.fmc.touch({
    collection: 'object/networks',
    body: { name: 'net-10.20.0.0-16', value: '10.20.0.0/16', type: 'Network' },
    devices: [],
  });
  rig.edge.type('crypto ikev2 proposal mumbai-pune', 'encryption aes-cbc-256', 'integrity sha256', 'group 14', 'exit');
  const file = rig.save(manifest());
  const ran = await run(['apply', '--yes', '--manifest', file]);
  ends(
    ran,
    1,
    /\[net\/mumbai-pune\/edge\/proposal\] crypto ikev2 proposal mumbai-pune already exists on edge and is not managed by Tunnelwright\n\s+→ give yours another name, or take it over: --adopt/,
  );
  expect(ran.out).toMatch(/net-10\.20\.0\.0-16 already exists on fmc and is not managed by Tunnelwright/);
  const adopted = await tw(rig, ['apply', '--yes', '--adopt', '--manifest', file]);
  expect([adopted.code, adopted.out]).toEqual([
    0,
    expect.stringMatching(/1 to adopt[^]*edge: applied[^]*fmc: applied/),
  ]);
  expect(await apply(rig, manifest())).toMatchObject([{ state: 'unchanged' }, { state: 'unchanged' }]);
});
