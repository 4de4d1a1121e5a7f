import { planned, titled } from '../../../lib/cli/output/report';
import { savedPlan } from '../../../lib/cli/saved-plan';
import { labKeys } from '../../../lib/lab/devices/duo-admin';
import { plain, showPlan } from '../../../lib/plan/show';
import { terraformJson } from '../../../lib/plan/terraform-json';
import type { TargetResult } from '../../../lib/run/target-result';
import { expectNoStack, tw, type Ran } from '../../support/command';
import { actions, apply, left, plan, states, words } from '../../support/engine';
import { before, listening } from '../../support/listening';
import { startRig, type Rig } from '../../support/rig';
import { manifestOf } from '../../support/scenario';
import { filesIn, leaks } from '../../support/secrecy';
import { declare } from './declared';

const key = 'Jw5-lynx,harbour';
const rotated = 'Rk8-crane,meadow';
const whole = manifestOf((stack) => declare(stack));
const without = manifestOf((stack) => declare(stack, { without: true }));

let rig: Rig;
beforeEach(async () => {
  process.env['RADIUS_KEY'] = key;
  rig = await startRig();
});
afterEach(() => rig.close());

const said = (all: readonly TargetResult[]): Record<string, string> => ({
  plan: all
    .filter((ended) => ended.plan)
    .flatMap((ended) => (ended.plan === undefined ? [] : showPlan(titled(ended), plain, { steps: true, undo: true })))
    .join('\n'),
  json: JSON.stringify(terraformJson(all.map(planned))),
  saved: savedPlan(all, { adopt: false }),
  words: words(all),
});
/** The keys of the application: Duo made them, and nobody else knows them. */
const made = (): { readonly ikey: string; readonly skey: string } => {
  const [application] = rig.duo.objects('/admin/v3/integrations');
  return { ikey: String(application?.['id']), skey: String(application?.['secretKey']) };
};
const iseKey = (): unknown => rig.ise.objects('networkdevice')[0]?.['authenticationSettings'];
const filesWritten = (): Readonly<Record<string, string>> => {
  const { password: _password, 'duo-secret-key': _key, ...files } = filesIn(rig.room);
  return files;
};

const noLeak = (texts: readonly Readonly<Record<string, string>>[], secrets: readonly string[] = []): void => {
  const all = [key, rotated, 'lab-password', labKeys.secretKey, ...Object.values(made()), ...secrets];
  expect(all.filter((secret) => secret.length < 8)).toEqual([]);
  for (const each of [...texts, filesWritten()]) expect(leaks(each, all)).toEqual([]);
};
/** What a command must say of a run that stopped half way: the exit code, and what is left. */
const stopped = (run: Ran, lines: readonly string[]): void => {
  expectNoStack(run);
  expect(run.code).toBe(1);
  for (const line of lines) expect(run.out).toContain(line);
};
const printed = ({ out, err }: Ran) => ({ out, err });

test('each device is written to after those that it takes from, and the keys that Duo made reach the proxy', async () => {
  const first = await plan(rig, whole);
  expect(words(first)).toBe('');
  expect(said(first)['plan']).toContain('the secretKey of duo-radius-application/vpn: known after apply of duo');
  const { heard, notes } = listening(rig);
  const ended = await apply(heard, whole);
  expect([states(ended), words(ended)]).toEqual([
    { duo: 'applied', edge: 'applied', fmc: 'applied', ise: 'applied', proxy: 'applied' },
    expect.stringMatching(/^[^\n]*$/),
  ]);
  before(notes, 'duo applied', 'proxy apply');
  before(notes, 'proxy applied', 'edge apply');
  before(notes, 'ise applied', 'edge apply');
  const { ikey, skey } = made();
  expect([ikey, skey]).toEqual([expect.stringMatching(/^DI[A-Z0-9]{18}$/), expect.stringMatching(/^[A-Za-z0-9]{40}$/)]);
  expect(rig.duoProxy.running()?.split('\n')).toEqual(
    expect.arrayContaining([`ikey=${ikey}`, `skey=${skey}`, `secret=${key}`, `radius_secret_1=${key}`]),
  );
  expect(left(await plan(rig, whole))).toEqual([]);
  expect(new Set(Object.values(states(await apply(rig, whole))))).toEqual(new Set(['unchanged']));
  noLeak([said(first), said(ended)]);
  // What the search looks for is to be found where it belongs.
  expect(leaks({ router: rig.edge.runningConfig() }, [key])).toContain(`router holds '${key}' (clear)`);
});

test('the proxy comes before the router that asks it, because the join says so', () => {
  const needs = Object.fromEntries(whole.targets.map((target) => [target.id, target.needs]));
  expect(needs).toEqual({
    duo: undefined,
    edge: [
      { target: 'ise', why: 'net/edge/ise refers to net/ise/edge' },
      { target: 'proxy', why: 'net/edge/mfa-server refers to net/proxy' },
    ],
    fmc: undefined,
    ise: undefined,
    proxy: [{ target: 'duo', why: 'net/proxy takes integrationKey of duo-radius-application/vpn from it' }],
  });
});

test('a secret that is changed where it is kept reaches router, proxy and ISE in one apply', async () => {
  await apply(rig, whole);
  process.env['RADIUS_KEY'] = rotated;
  const changed = await plan(rig, whole);
  expect([...actions(changed)].sort()).toEqual([
    'edge update radius-server/duo',
    'edge update radius-server/ise',
    'ise update ise-network-device/edge',
    'proxy update duo-radius-client/radius_client',
    'proxy update duo-radius-server-auto/radius_server_auto',
  ]);
  const ended = await apply(rig, whole);
  expect(states(ended)).toEqual({
    duo: 'unchanged',
    edge: 'applied',
    fmc: 'unchanged',
    ise: 'applied',
    proxy: 'applied',
  });
  const router = rig.edge.runningConfig();
  expect(router.split(rotated)).toHaveLength(3);
  expect(router).not.toContain(key);
  expect(rig.duoProxy.running()).toContain(`radius_secret_1=${rotated}`);
  expect(rig.duoProxy.running()).toContain(`secret=${rotated}`);
  expect(rig.duoProxy.running()).not.toContain(key);
  expect(iseKey()).toMatchObject({ radiusSharedSecret: rotated });
  expect(left(await plan(rig, whole))).toEqual([]);
  noLeak([said(changed), said(ended)]);
});

test('a service that refuses: those that need it are skipped, the others finish, and a second run completes', async () => {
  rig.duo.faults.status = { match: /POST .*integrations/, code: 400, times: 1 };
  const manifest = rig.save(whole);
  const run = () => tw(rig, ['apply', '--manifest', manifest, '--yes']);
  const broken = await run();
  stopped(broken, [
    'duo: FAILED',
    'proxy: skipped\n  [proxy] not changed: duo failed, and net/proxy takes integrationKey of duo-radius-application/vpn from it',
    'edge: skipped\n  [edge] not changed: proxy was skipped, and net/edge/mfa-server refers to net/proxy',
    'fmc: applied',
    'ise: applied',
    'Left to do: edge, proxy, duo.',
  ]);
  const second = await run();
  expect([second.code, second.out]).toEqual([0, expect.stringMatching(/edge: applied\nproxy: applied\nduo: applied/)]);
  expect(left(await plan(rig, whole))).toEqual([]);
  noLeak([printed(broken), printed(second)]);
});

test('a host that is down: the router that asks it is skipped, the others finish, and a second run completes', async () => {
  rig.duoProxy.faults.refuseConnections = true;
  const manifest = rig.save(whole);
  const run = () => tw(rig, ['apply', '--manifest', manifest, '--yes']);
  const broken = await run();
  stopped(broken, ['edge: skipped', 'duo: applied', 'fmc: applied', 'ise: applied', 'Left to do: edge, proxy.']);
  expect(rig.edge.runningConfig()).not.toContain('radius server');
  rig.duoProxy.faults.refuseConnections = false;
  const second = await run();
  expect([second.code, second.out]).toEqual([0, expect.stringMatching(/edge: applied\nproxy: applied/)]);
  expect(rig.duoProxy.running()).toContain(`skey=${made().skey}`);
  expect(left(await plan(rig, whole))).toEqual([]);
  noLeak([printed(broken), printed(second)]);
});

test('a service that is away: what takes its secret cannot be planned and says why, the others finish', async () => {
  rig.duo.faults.drop = { match: /./, times: Infinity };
  const planned = await plan(rig, whole);
  expect(states(planned)).toEqual({
    duo: 'unknown',
    edge: 'planned',
    fmc: 'planned',
    ise: 'planned',
    proxy: 'unknown',
  });
  expect(words(planned)).toContain('the integrationKey of duo-radius-application/vpn cannot be read from duo');
  const ended = await apply(rig, whole);
  expect(states(ended)).toEqual({
    duo: 'unknown',
    edge: 'skipped',
    fmc: 'applied',
    ise: 'applied',
    proxy: 'skipped',
  });
  rig.duo.faults = {};
  expect(states(await apply(rig, whole))).toEqual({
    duo: 'applied',
    edge: 'applied',
    fmc: 'unchanged',
    ise: 'unchanged',
    proxy: 'applied',
  });
  expect(left(await plan(rig, whole))).toEqual([]);
  noLeak([said(planned), said(ended)]);
});

test('what goes is let go of first by who uses it', async () => {
  await apply(rig, whole);
  const { heard, notes } = listening(rig);
  expect([...actions(await plan(rig, without))].sort()).toEqual([
    'duo delete duo-radius-application/vpn',
    'edge delete aaa-server-group/mfa',
    'edge delete radius-server/duo',
    'proxy delete duo-radius-client/radius_client',
    'proxy delete duo-radius-server-auto/radius_server_auto',
  ]);
  expect(states(await apply(heard, without))).toEqual({
    duo: 'applied',
    edge: 'applied',
    fmc: 'unchanged',
    ise: 'unchanged',
    proxy: 'applied',
  });
  before(notes, 'edge applied', 'proxy apply');
  before(notes, 'proxy applied', 'duo apply');
  expect(left(await plan(rig, without))).toEqual([]);
});

test('where the one who uses it does not let go, it stays', async () => {
  await apply(rig, whole);
  const secrets = Object.values(made());
  rig.edge.faults.refuse = { line: /^no radius server/, words: '% Server is in use' };
  const ended = await apply(rig, without);
  expect(states(ended)).toMatchObject({ duo: 'skipped', edge: 'failed', proxy: 'skipped' });
  expect(words(ended)).toContain(
    'duo-radius-server-auto/radius_server_auto, duo-radius-client/radius_client stays: edge failed, and may still use it',
  );
  expect(words(ended)).toContain('duo-radius-application/vpn stays: proxy was skipped, and may still use it');
  expect(rig.duo.objects('/admin/v3/integrations')).toHaveLength(1);
  rig.edge.faults = {};
  await apply(rig, without);
  expect(rig.duo.objects('/admin/v3/integrations')).toEqual([]);
  expect(left(await plan(rig, without))).toEqual([]);
  noLeak([said(ended)], secrets);
});
