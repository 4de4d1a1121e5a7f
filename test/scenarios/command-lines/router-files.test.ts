import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { AnyConnectProfile, ScpServer, SecureClientProfile } from 'tunnelwright';
import { apply, plan } from '../../support/engine';
import { startRig, type Rig } from '../../support/rig';
import { edge, manifestOf } from '../../support/scenario';
import { writeManifest } from '../../../lib/synth/manifest';

let rig: Rig;
beforeEach(async () => void (rig = await startRig()));
afterEach(() => rig.close());

type What = 'whole' | 'no scp' | 'no profile' | 'broken line';
const manifest = (timeout: number, what: What = 'whole') =>
  manifestOf((stack) => {
    const router = edge(stack);
    if (what !== 'no scp') new ScpServer(router, 'scp');
    if (what === 'no profile') return;
    const file = new SecureClientProfile(router, 'Client_Profile', {
      preferences: { authenticationTimeout: timeout },
      hosts: [{ name: 'Mumbai', address: { address: 'vpn.example.net', headend: router } }],
    });
    new AnyConnectProfile(router, 'Client_Profile-1', { name: 'Client_Profile', file });
  });

const states = (ended: Awaited<ReturnType<typeof apply>>) => ended.map(({ state }) => state);
const messages = (ended: Awaited<ReturnType<typeof apply>>) =>
  ended.flatMap(({ problems }) => problems.map((p) => p.message));
const flash = (): Readonly<Record<string, string>> =>
  Object.fromEntries(
    [...rig.edge.flash].map(([name, file]) => [name, /Timeout>(\d+)</.exec(file.toString())?.[1] ?? file.toString()]),
  );
const line = 'crypto vpn anyconnect profile Client_Profile bootflash:/Client_Profile.xml';

test('a profile is sent, its digest is checked, it is registered, and the plan is empty', async () => {
  const [planned] = await plan(rig, manifest(60));
  const file = planned!.plan!.changes.find(({ address }) => address === 'secure-client-profile/Client_Profile')!;
  expect(planned!.plan!.changes.map(({ address }) => address)).toEqual([
    'scp-server/scp',
    'secure-client-profile/Client_Profile',
    'anyconnect-profile/Client_Profile',
  ]);
  expect(states(await apply(rig, manifest(60)))).toEqual(['applied']);
  const sent = rig.edge.flash.get('Client_Profile.xml')!;
  const md5 = createHash('md5').update(sent).digest('hex');
  expect(file.differences).toEqual([
    { sign: 'add', text: 'bootflash:/Client_Profile.xml', depth: 0 },
    { sign: 'add', text: `MD5 ${md5}`, depth: 1 },
  ]);
  expect(file.steps).toMatchObject([
    { lines: [`! bootflash:/Client_Profile.xml: ${sent.length} bytes sent over SCP, MD5 ${md5}`] },
  ]);
  expect(flash()).toEqual({ 'Client_Profile.xml': '60' });
  expect(rig.edge.startupConfig()).toContain(line);
  expect(states(await apply(rig, manifest(60)))).toEqual(['unchanged']);
});

test('changed content is found by its digest, sent anew, and nothing is left behind', async () => {
  await apply(rig, manifest(60));
  const [planned] = await plan(rig, manifest(90));
  expect(
    planned!.plan!.changes.filter(({ action }) => action !== 'none').map(({ action, address }) => [action, address]),
  ).toEqual([['update', 'secure-client-profile/Client_Profile']]);
  expect(states(await apply(rig, manifest(90)))).toEqual(['applied']);
  expect(flash()).toEqual({ 'Client_Profile.xml': '90' });
  rig.edge.flash.set('Client_Profile.xml', Buffer.from('somebody was here'));
  expect(states(await apply(rig, manifest(90)))).toEqual(['applied']);
  expect(flash()).toEqual({ 'Client_Profile.xml': '90' });
});

test('a profile that nobody declares any more goes, line first', async () => {
  await apply(rig, manifest(60));
  expect(states(await apply(rig, manifest(60, 'no profile')))).toEqual(['applied']);
  expect(rig.edge.runningConfig()).not.toContain('anyconnect profile');
  expect(flash()).toEqual({});
});

test("somebody else's file of that name stays until it is taken over", async () => {
  rig.edge.flash.set('Client_Profile.xml', Buffer.from('<theirs/>'));
  const [refused] = await apply(rig, manifest(60));
  expect(refused!.plan!.blocked.map(({ message }) => message)).toEqual([
    'bootflash:/Client_Profile.xml already exists on edge and is not managed by Tunnelwright',
  ]);
  expect(flash()).toEqual({ 'Client_Profile.xml': '<theirs/>' });
  expect(states(await apply(rig, manifest(60), { adopt: true }))).toEqual(['applied']);
  expect(flash()).toEqual({ 'Client_Profile.xml': '60' });
});

test('without SCP the router is as it was, and is told how', async () => {
  const [ended] = await apply(rig, manifest(60, 'no scp'));
  expect(ended!.state).toBe('failed');
  expect(ended!.problems).toMatchObject([
    {
      path: 'net/edge/Client_Profile',
      message: 'the device does not take bootflash:/Client_Profile.xml: Administratively disabled.',
      hint: "SCP must be on: new ScpServer(router, 'scp'). Or put the file there by hand; when its MD5 is right it is taken over with --adopt",
    },
  ]);
  expect(flash()).toEqual({});
  expect(rig.edge.runningConfig()).not.toContain('anyconnect profile');
});

test('a file put there by hand is taken over by its digest, and nothing is sent', async () => {
  const out = join(rig.room, 'out');
  writeManifest(out, manifest(60, 'no scp'));
  rig.edge.flash.set('Client_Profile.xml', readFileSync(join(out, 'edge/Client_Profile.xml')));
  expect(states(await apply(rig, manifest(60, 'no scp'), { adopt: true }))).toEqual(['applied']);
  expect(rig.edge.runningConfig()).toContain(line);
});

test.each(['cut', 'corrupt'] as const)(
  'an upload that is %s leaves what was there, and the next run finishes',
  async (upload) => {
    await apply(rig, manifest(60));
    rig.edge.faults.upload = upload;
    const [ended] = await apply(rig, manifest(90));
    expect(ended!.state).toBe('failed');
    expect(messages([ended!]).join()).toMatch(
      upload === 'cut' ? /does not take .*(ended|lost|closed)/ : /what arrived has MD5 .*, sent was/,
    );
    expect(flash()).toEqual({ 'Client_Profile.xml': '60' });
    expect(states(await apply(rig, manifest(90)))).toEqual(['applied']);
    expect(flash()).toEqual({ 'Client_Profile.xml': '90' });
  },
);

test('where a line behind it is refused, the old file is back with the old configuration', async () => {
  await apply(rig, manifest(60));
  rig.edge.type('no crypto vpn anyconnect profile Client_Profile');
  rig.edge.faults.refuse = { line: /^crypto vpn anyconnect/, words: '% Profile is bad' };
  const [ended] = await apply(rig, manifest(90));
  expect(messages([ended!])).toEqual([`the device refuses \`${line}\`: % Profile is bad`]);
  expect(ended!.state).toBe('failed');
  expect(flash()).toEqual({ 'Client_Profile.xml': '60' });
  delete rig.edge.faults.refuse;
  expect(states(await apply(rig, manifest(90)))).toEqual(['applied']);
  expect(flash()).toEqual({ 'Client_Profile.xml': '90' });
});

test('a session that drops behind the file is finished by the next run', async () => {
  rig.edge.faults.dropOn = /^crypto vpn anyconnect/;
  const [ended] = await apply(rig, manifest(60));
  expect(ended!.state).not.toBe('applied');
  delete rig.edge.faults.dropOn;
  expect(states(await apply(rig, manifest(60)))).toEqual(['applied']);
  expect(flash()).toEqual({ 'Client_Profile.xml': '60' });
  expect(rig.edge.startupConfig()).toContain(line);
});
