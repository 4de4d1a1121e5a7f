import { existsSync, readFileSync, unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ClientFiles, SecureClientLocalPolicy, SecureClientProfile } from 'tunnelwright';
import { writeManifest } from '../../../lib/synth/manifest';
import { apply, plan } from '../../support/engine';
import { startRig, type Rig } from '../../support/rig';
import { manifestOf, problemsIn } from '../../support/scenario';

let rig: Rig;
beforeEach(async () => void (rig = await startRig()));
afterEach(() => rig.close());

const folder = (): string => join(rig.room, 'clients');
const file = (name: string): string => readFileSync(join(folder(), name), 'utf8');
const address = { address: 'vpn.example.net', headend: 'elsewhere' };

const manifest = (timeout: number, policy = true) =>
  manifestOf((stack) => {
    const files = new ClientFiles(stack, 'clients', { folder: folder() });
    new SecureClientProfile(files, 'FlexVPN', {
      preferences: { authenticationTimeout: timeout },
      hosts: [{ name: 'Mumbai', address }],
    });
    if (policy) new SecureClientLocalPolicy(files, 'policy');
  });
const states = (ended: Awaited<ReturnType<typeof apply>>) => ended.map(({ state }) => state);
const actions = (ended: Awaited<ReturnType<typeof plan>>) =>
  ended.flatMap(({ plan: made }) => made!.changes.map(({ action, address: of }) => `${action} ${of}`));

test('files are written, changed by their lines, and removed when nobody declares them', async () => {
  expect(states(await apply(rig, manifest(60)))).toEqual(['applied']);
  expect(file('FlexVPN.xml')).toContain('<AuthenticationTimeout>60</AuthenticationTimeout>');
  expect(file('AnyConnectLocalPolicy.xml')).toContain('<BypassDownloader>true</BypassDownloader>');
  expect(states(await apply(rig, manifest(60)))).toEqual(['unchanged']);

  const [changed] = await plan(rig, manifest(90));
  expect(changed!.plan!.changes[0]!.differences.filter(({ sign }) => sign !== 'context')).toEqual([
    { sign: 'remove', text: '    <AuthenticationTimeout>60</AuthenticationTimeout>', depth: 1 },
    { sign: 'add', text: '    <AuthenticationTimeout>90</AuthenticationTimeout>', depth: 1 },
  ]);
  expect(actions(await plan(rig, manifest(90, false)))).toEqual([
    'update secure-client-profile/FlexVPN',
    'delete secure-client-local-policy/policy',
  ]);
  expect(states(await apply(rig, manifest(90, false)))).toEqual(['applied']);
  expect(file('FlexVPN.xml')).toContain('<AuthenticationTimeout>90</AuthenticationTimeout>');
  expect(existsSync(join(folder(), 'AnyConnectLocalPolicy.xml'))).toBe(false);
});

test('a file that somebody else made is not written over, and a lost one is written again', async () => {
  await apply(rig, manifest(60, false));
  writeFileSync(join(folder(), 'AnyConnectLocalPolicy.xml'), '<theirs/>\n');
  const [refused] = await apply(rig, manifest(60));
  expect(refused!.state).toBe('failed');
  expect(refused!.plan!.blocked.map(({ message }) => message)).toEqual([
    'AnyConnectLocalPolicy.xml already exists on clients and is not managed by Tunnelwright',
  ]);
  expect(file('AnyConnectLocalPolicy.xml')).toBe('<theirs/>\n');
  expect(states(await apply(rig, manifest(60), { adopt: true }))).toEqual(['applied']);
  expect(file('AnyConnectLocalPolicy.xml')).toContain('BypassDownloader');
  unlinkSync(join(folder(), 'FlexVPN.xml'));
  expect(actions(await plan(rig, manifest(60)))).toContain('create secure-client-profile/FlexVPN');
});

test('a folder that cannot be written leaves everything as it was', async () => {
  writeFileSync(folder(), 'a file in the way');
  const [ended] = await apply(rig, manifest(60));
  expect(ended!.state).not.toBe('applied');
  expect(ended!.problems.map(({ message }) => message).join()).toMatch(/clients\/\w+\.xml cannot be read/); // whichever is read first
  expect(readFileSync(folder(), 'utf8')).toBe('a file in the way');
});

test('synth shows the files beside the manifest, in a folder of their target', () => {
  const out = join(rig.room, 'out');
  const shown = ['tunnelwright.json', 'clients/FlexVPN.xml', 'clients/AnyConnectLocalPolicy.xml'];
  expect(writeManifest(out, manifest(60))).toEqual(shown.map((name) => join(out, name)));
  expect(readFileSync(join(out, 'clients/FlexVPN.xml'), 'utf8')).toContain('<HostName>Mumbai</HostName>');
});

test('two nouns for one file, and a noun that is not a file, are problems', () => {
  const found = problemsIn((stack) => {
    const files = new ClientFiles(stack, 'clients', { folder: 'clients' });
    new SecureClientLocalPolicy(files, 'one');
    new SecureClientLocalPolicy(files, 'two');
  });
  expect(found).toEqual([
    'net/clients/two writes AnyConnectLocalPolicy.xml, which net/clients/one writes too → give one of them another name, or a folder of its own: another ClientFiles',
  ]);
});
