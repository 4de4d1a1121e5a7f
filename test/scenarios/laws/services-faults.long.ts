import { writeFileSync } from 'node:fs';
import { DuoAccount, DuoGroup, DuoPhone, DuoUser, IseInternalUser, IseServer, Login, Secret } from 'tunnelwright';
import { planTarget } from '../../../lib/run/apply';
import type { Manifest } from '../../../lib/run/manifest';
import { content, photo, type Photo } from '../../support/devices';
import { actions, apply, left, plan, states, words } from '../../support/engine';
import { startRig, type Rig } from '../../support/rig';
import { duo, ise, manifestOf, type Variant } from '../../support/scenario';
import { scenario } from '../026-ise-and-duo/network';

const manifests = {} as Record<Variant, Manifest>;
let rig: Rig;
let boot: Photo;
let expected: object;
beforeAll(async () => {
  Object.assign(process.env, scenario.secrets);
  for (const variant of ['whole', 'edited', 'less', 'nothing'] as const)
    manifests[variant] = manifestOf((stack) => scenario.declare(stack, variant));
  rig = await startRig();
  await apply(rig, manifests.whole);
  expected = content(photo(rig));
  await rig.close();
});
beforeEach(async () => {
  rig = await startRig();
  boot = photo(rig);
});
afterEach(() => rig.close());

const both = (set: (faults: Rig['ise']['faults']) => void): void =>
  [rig.ise, rig.duo].forEach(({ faults }) => set(faults));
const finished = async (): Promise<void> => {
  rig.ise.faults = {};
  rig.duo.faults = {};
  const ended = await apply(rig, manifests.whole);
  expect(Object.values(states(ended)).filter((state) => !/applied|unchanged/.test(state))).toEqual([]);
  expect(left(await plan(rig, manifests.whole))).toEqual([]);
  expect(content(photo(rig))).toEqual(expected);
  expect(rig.duo.sent).toEqual(['+15551234567']);
};

test.each<[string, (faults: Rig['ise']['faults']) => void]>([
  ['refuse for their rate', (f) => (f.status = { match: /./, code: 429, times: 2 })],
  ['have an error of their own when they read', (f) => (f.status = { match: /GET/, code: 500, times: 2 })],
  ['lose the answer to a creation that took effect', (f) => (f.drop = { match: /POST/, times: 1, after: true })],
  ['lose a creation', (f) => (f.drop = { match: /POST/, times: 1 })],
  ['cut the answer to a creation short', (f) => (f.truncate = { match: /POST/, times: 1 })],
])('services that %s do not stop a run', async (_what, set) => {
  both(set);
  const ended = await apply(rig, manifests.whole);
  expect([states(ended), words(ended)]).toEqual([{ ise: 'applied', duo: 'applied' }, '']);
  await finished();
});

test.each<[string, (faults: Rig['ise']['faults']) => void]>([
  ['refuse a creation', (f) => (f.status = { match: /POST/, code: 400, times: 1 })],
  ['refuse for their rate for long', (f) => (f.status = { match: /POST/, code: 429, times: 9 })],
  ['are gone in the middle', (f) => (f.drop = { match: /POST .*(users|internaluser)/, times: 99 })],
])('after services that %s, the next run leads to the same end', async (_what, set) => {
  both(set);
  const ended = await apply(rig, manifests.whole);
  expect(states(ended)).toEqual({ ise: 'failed', duo: 'failed' });
  await finished();
});

test('a list that is cut short plans nothing', async () => {
  await apply(rig, manifests.whole);
  both((f) => (f.truncate = { match: /GET/, times: 99 }));
  const planned = await plan(rig, manifests.less);
  expect(states(planned)).toEqual({ ise: 'unknown', duo: 'unknown' });
  expect(actions(planned)).toEqual([]);
  expect(words(planned)).toMatch(/cut short|connection failed/);
});

test('more than a page of others is read, and stays', async () => {
  const others = Array.from({ length: 230 }, (_, i) => `other-${i}`);
  for (const name of others) {
    rig.ise.touch('internaluser', { name, password: 'x' });
    rig.duo.touch('/admin/v1/users', { username: name });
  }
  await apply(rig, manifests.whole);
  expect(left(await plan(rig, manifests.whole))).toEqual([]);
  await apply(rig, manifests.nothing);
  expect(rig.ise.objects('internaluser')).toHaveLength(230);
  expect(rig.duo.objects('/admin/v1/users')).toHaveLength(230);
  expect([...boot.services.keys()].filter((at) => /internaluser|users/.test(at))).toEqual([]);
});

test('what is there by the same name and is not managed by Tunnelwright is not touched', async () => {
  rig.ise.touch('internaluser', { name: 'alice', password: 'x' });
  rig.duo.touch('/admin/v1/users', { username: 'alice' });
  const planned = await plan(rig, manifests.whole);
  expect(states(planned)).toEqual({ ise: 'failed', duo: 'failed' });
  expect(words(planned)).toMatch(/internaluser:alice already exists on ise[\s\S]*users:alice already exists on duo/);
});

test('two of one name are nobody’s: nothing is planned', async () => {
  for (const name of ['a', 'b'])
    rig.duo.touch('/admin/v3/integrations', { name: 'RADIUS of the VPN', type: 'radius', notes: name });
  const [planned] = await plan(rig, manifests.whole, { target: 'duo' });
  expect(words([planned!])).toContain('Duo has two objects named RADIUS of the VPN');
});

test('memberships that others made in groups of theirs stay, and a lock-out is not taken back', async () => {
  await apply(rig, manifests.whole);
  const [user] = rig.duo.objects('/admin/v1/users');
  rig.duo.touch('/admin/v1/groups', { name: 'of others' });
  rig.duo.edit('/admin/v1/users', String(user!['id']), { status: 'locked out' });
  expect(left(await plan(rig, manifests.whole))).toEqual([]);
});

test('an activation that was sent is not sent again, and one that was refused is', async () => {
  rig.duo.faults.status = { match: /send_sms_activation/, code: 400, times: 1 };
  const refused = await apply(rig, manifests.whole, { target: 'duo' });
  expect(states(refused)).toEqual({ duo: 'failed' });
  expect(rig.duo.sent).toEqual([]);
  expect(states(await apply(rig, manifests.whole, { target: 'duo' }))).toEqual({ duo: 'applied' });
  expect(states(await apply(rig, manifests.edited, { target: 'duo' }))).toEqual({ duo: 'applied' });
  expect(rig.duo.sent).toEqual(['+15551234567']);
});

test('an activation of which nobody knows whether it was sent is not sent again, and that is said', async () => {
  rig.duo.faults.drop = { match: /send_sms_activation/, after: true, times: 9 };
  expect(states(await apply(rig, manifests.whole, { target: 'duo' }))).toEqual({ duo: 'unknown' });
  rig.duo.faults = {};
  const again = await apply(rig, manifests.whole, { target: 'duo' });
  expect(states(again)).toEqual({ duo: 'applied' });
  const [planned] = await plan(rig, manifests.whole, { target: 'duo' });
  expect(planned!.plan!.waiting).toEqual([
    'send the activation of Duo Mobile to +15551234567 by SMS: a run was cut while it did this, and it is not done twice. If it did not arrive, do it by hand [net/duo/phone]',
  ]);
  expect(rig.duo.sent).toEqual(['+15551234567']);
});

test('a login that is refused says which, and what to check', async () => {
  process.env['WRONG'] = 'wrong';
  const { host, port, ca } = rig.ise;
  writeFileSync(`${rig.room}/both.pem`, `${ca}\n${rig.duo.ca}\n`);
  const trust = { file: `${rig.room}/both.pem` };
  const manifest = manifestOf((stack) => {
    const login = Login.fromEnv('WRONG');
    const server = new IseServer(stack, 'ise', {
      host,
      port,
      trust,
      login: { ...login, username: 'x', password: Secret.fromEnv('WRONG') },
    });
    new IseInternalUser(server, 'bob', { password: Secret.fromEnv('WRONG') });
    const keys = { integrationKey: 'DIX', secretKey: Secret.fromEnv('WRONG') };
    new DuoUser(new DuoAccount(stack, 'duo', { host, port: rig.duo.port, trust, ...keys }), 'bob');
  });
  const all = await Promise.all(
    manifest.targets.map((target) =>
      planTarget({ stack: 'net', target }, { store: rig.store, adopt: false, progress: () => undefined }),
    ),
  );
  expect(words(all)).toMatch(
    /ISE refuses the login of x[\s\S]*ERS Admin[\s\S]*Invalid integration key in request credentials \(40102\)[\s\S]*clock/,
  );
});

test('a change in Duo at no other time than asked: many objects go with few requests', async () => {
  const many = manifestOf((stack) => {
    ise(stack);
    const account = duo(stack);
    const group = new DuoGroup(account, 'all');
    for (let i = 0; i < 30; i++)
      new DuoUser(account, `user-${i}`, {
        groups: [group],
        phones: [new DuoPhone(account, `phone-${i}`, { number: `+1555123${1000 + i}` })],
      });
  });
  await apply(rig, many, { target: 'duo' });
  const before = rig.duo.log.length;
  expect(left(await plan(rig, many, { target: 'duo' }))).toEqual([]);
  expect(rig.duo.log.length - before).toBe(3);
});

test('an ISE that checks for forged requests is sent its token, and takes what is written', async () => {
  await rig.close();
  rig = await startRig({ ise: { csrf: true } });
  await finished();
});
