/** Where and as whom a command runs: what works for one person at home works for another elsewhere. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { NtpServers } from 'tunnelwright';
import { expectNoStack, tw } from '../support/command';
import { program } from '../support/programs';
import { startRig, type Rig } from '../support/rig';
import { edge as edgeOf, manifestOf } from '../support/scenario';

let rig: Rig;
beforeEach(async () => {
  rig = await startRig();
});
afterEach(() => rig.close());
const body = "new tw.NtpServers(edge, 'ntp', { servers: ['192.0.2.5'] });";
const manifest = (): string =>
  rig.save(manifestOf((stack) => void new NtpServers(edgeOf(stack), 'ntp', { servers: ['192.0.2.5'] })));

test('a program with Windows line ends, in a place with blanks, in another country, without a home', async () => {
  const place = join(rig.room, 'my net works');
  mkdirSync(place);
  const file = join(place, 'my net.ts');
  renameSync(program(rig, body), file);
  writeFileSync(file, readFileSync(file, 'utf8').replaceAll('\n', '\r\n'));
  const elsewhere = { TZ: 'Asia/Kolkata', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8', HOME: undefined };
  const args = ['plan', '--target', 'edge', '--app', 'my net.ts'];
  const ran = await tw(rig, args, { cwd: place, env: elsewhere });
  expectNoStack(ran);
  expect([ran.code, ran.out]).toEqual([2, expect.stringMatching(/\n {2}\+ ntp server 192\.0\.2\.5 /)]);
});

/** The router of the lab is believed as a real one is: by `known_hosts`. */
const trustsKnownHosts = (): void => {
  const lab = JSON.parse(readFileSync(rig.lab, 'utf8')) as { devices: Record<string, { trust: { file?: string } }> };
  lab.devices['192.0.2.1']!.trust = {};
  writeFileSync(rig.lab, JSON.stringify(lab));
};

test('the command that makes a host known works as it is printed, in a home with a blank and without .ssh', async () => {
  trustsKnownHosts();
  const [home, bin] = [join(rig.room, 'a home'), join(rig.room, 'bin')];
  [home, bin].forEach((each) => mkdirSync(each));
  // In the place of a program that would ask the router of this process while it waits.
  writeFileSync(join(bin, 'keys'), rig.edge.knownHosts);
  writeFileSync(join(bin, 'ssh-keyscan'), `#!/bin/sh\ncat '${join(bin, 'keys')}'\n`, { mode: 0o755 });
  const plans = () => tw(rig, ['plan', '--manifest', manifest()], { cwd: rig.room, env: { HOME: home } });
  const unknown = await plans();
  expect(unknown.code).toBe(3);
  const command = /then add it \((.*)\) or pin it/.exec(unknown.out)![1]!;
  execFileSync('sh', ['-c', command], { env: { PATH: `${bin}:${process.env['PATH']}` } });
  expect(await plans()).toMatchObject({ code: 2 });
});

test('an empty HOME is not a reason to trust the directory that we are in', async () => {
  mkdirSync(join(rig.room, '.ssh'));
  writeFileSync(join(rig.room, '.ssh', 'known_hosts'), rig.edge.knownHosts);
  trustsKnownHosts();
  const ran = await tw(rig, ['plan', '--manifest', manifest()], {
    cwd: rig.room,
    env: { HOME: '' },
  });
  expect([ran.code, ran.out]).toEqual([3, expect.stringMatching(/ is not in \/\S*\.ssh\/known_hosts; /)]);
});

test('ledgers where nothing can be written: said, with the file, and nothing is changed', async () => {
  // The ledgers of a lab are below its directory.
  writeFileSync(join(dirname(rig.lab), 'ledger'), '');
  const before = rig.edge.runningConfig();
  const ran = await tw(rig, ['apply', '--yes', '--manifest', manifest()]);
  expectNoStack(ran);
  expect([ran.code, ran.out]).toEqual([
    1,
    expect.stringMatching(
      /\[net\/edge\] the lock file \S+\.lock cannot be written: a part of the path is a file and not a directory.* Nothing was changed\n +→ /,
    ),
  ]);
  expect(rig.edge.runningConfig()).toBe(before);
});
