import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { tw } from '../../support/command';
import { planOn, stackOf } from '../../support/imported';
import { startRig, type Rig } from '../../support/rig';
import { manifestOf } from '../../support/scenario';
import { filesIn, leaks } from '../../support/secrecy';
import { scenario } from '../002-pre-shared-key/network';

const headend = readFileSync(join(__dirname, '../../../examples/imported/asa-headend/vpn-delhi.cfg'), 'utf8');
const { secrets = {} } = scenario;

let rig: Rig;
beforeAll(async () => {
  Object.assign(process.env, secrets);
  rig = await startRig({ asa: { config: headend } });
});
afterAll(() => rig.close());

test('a target of a program is asked itself, after the program was applied: what it has is adopted', async () => {
  const manifest = rig.save(manifestOf((stack) => scenario.declare(stack, 'whole')));
  expect((await tw(rig, ['apply', '--manifest', manifest, '--target', 'edge', '--yes'])).code).toBe(0);
  const out = join(rig.room, 'edge');
  const ran = await tw(rig, ['import', '--manifest', manifest, '--target', 'edge', '--out', out]);
  expect([ran.code, ran.err.split('\n').filter((line) => !line.startsWith('edge: '))]).toEqual([0, ['']]);
  const text = readFileSync(join(out, 'devices/edge.ts'), 'utf8');
  expect(text).toContain("host: '192.0.2.1'");
  expect(text).toMatch(/new IkeV2Profile\(/);
  expect(leaks({ ...ran, code: '', ...filesIn(out) }, Object.values(secrets))).toEqual([]);
  const { acting, adopted } = planOn(stackOf(out).manifest.targets[0]!, 'ios-xe', rig.edge.runningConfig());
  expect(acting).toEqual([]);
  expect(adopted.length).toBeGreaterThan(8);
});

test('an ASA at an address, without a program', async () => {
  const out = join(rig.room, 'asa');
  const login = ['--login-env', 'LAB'];
  const ran = await tw(rig, ['import', '--platform', 'asa', '--host', 'asa.example.net', ...login, '--out', out]);
  expect(ran.code).toBe(0);
  const text = readFileSync(join(out, 'devices/vpn-delhi.ts'), 'utf8');
  expect(text).toContain("host: 'asa.example.net'");
  expect(text).toContain("login: Login.fromEnv('LAB')");
  expect(text).toContain('//   LAB_USERNAME');
  expect(leaks({ ...ran, code: '', ...filesIn(out) }, ['Example-Key-41', 'Example-Radius-1'])).toEqual([]);
  const { acting } = planOn(stackOf(out).manifest.targets[0]!, 'asa', rig.asa.runningConfig());
  expect(acting).toEqual([]);
});

test('a device that is asked once more gives the same bytes, and what a person wrote since stays', async () => {
  const out = join(rig.room, 'again');
  const ask = ['import', '--platform', 'ios-xe', '--host', '192.0.2.1', '--login-env', 'LAB', '--out', out];
  expect((await tw(rig, ask)).code).toBe(0);
  const first = filesIn(out);
  // Lines of what a device printed count anew each time, and its host is known.
  expect(Object.values(first).join('\n')).not.toMatch(/, lines? \d|correct it where it is another/);
  expect((await tw(rig, ask)).code).toBe(0);
  expect(filesIn(out)).toEqual(first);

  const file = join(out, 'devices', `${stackOf(out).manifest.targets[0]!.id}.ts`);
  const mine = `${readFileSync(file, 'utf8')}// what a person wrote: Example-Note-1\n`;
  writeFileSync(file, mine);
  const refused = await tw(rig, ask);
  expect([refused.code, readFileSync(file, 'utf8')]).toEqual([1, mine]);
  const shown = await tw(rig, [...ask, '--update']);
  expect([shown.code, readFileSync(file, 'utf8')]).toEqual([2, mine]);
  expect(shown.out).toContain('- // what a person wrote');
  expect(leaks({ ...refused, ...shown, code: '', ...filesIn(out) }, Object.values(secrets))).toEqual([]);
});

test.each([
  ['no login', ['--platform', 'asa', '--host', 'asa.example.net'], '[--login-env] does not say where the login is'],
  [
    'no platform',
    ['--host', '192.0.2.1', '--login-env', 'LAB'],
    "[--platform] '' is no platform that is asked over SSH",
  ],
  ['nothing', ['--platform', 'asa'], '[import] there is nothing to import'],
  [
    'a file beside a host',
    ['edge.cfg', '--platform', 'asa', '--host', 'asa.example.net', '--login-env', 'LAB'],
    '[edge.cfg and --host] are several sources',
  ],
  ['another host', ['--platform', 'asa', '--host', 'a b', '--login-env', 'LAB'], "[--host] 'a b': "],
])('%s is said, and nothing is written', async (_what, options, words) => {
  const out = join(rig.room, 'nothing');
  const ran = await tw(rig, ['import', ...options, '--out', out]);
  expect([ran.code, existsSync(out)]).toEqual([1, false]);
  expect(ran.err).toContain(words);
});
