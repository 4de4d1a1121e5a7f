import { readFileSync, writeFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startRouter, type LabRouter } from '../../lib/lab/devices/iosxe';
import type { Ledger } from '../../lib/plan/ledger';
import { isSameDevice, mark, type DeviceIdentity } from '../../lib/contract/identity';
import { fileStore } from '../../lib/run/ledger/store';
import { rebind } from '../../lib/run/ledger/corrections';
import { askIdentity } from '../../lib/run/ask-device';
import { platformOf } from '../../lib/platforms';
import { jobsIn, type TargetJob } from '../../lib/run/target';
import { App, IkeV2Proposal, IosXeRouter, type IkeV2ProposalProps, Login, Moved, VpnStack } from '../../constructs';
import { apply, plan, words, left, states } from '../support/engine';

const strong: IkeV2ProposalProps = { encryption: ['aes-gcm-256'], prf: ['sha384'], group: [20] };
let room: string;
let devices: LabRouter[];
beforeEach(() => {
  room = mkdtempSync(join(tmpdir(), 'tunnelwright-'));
  devices = [];
  Object.assign(process.env, { EDGE_USERNAME: 'lab', EDGE_PASSWORD: 'lab-password' });
});
afterEach(async () => {
  await Promise.all(devices.map((device) => device.close()));
  rmSync(room, { recursive: true, force: true });
});

const router = async (options: Parameters<typeof startRouter>[0] = {}): Promise<LabRouter> => {
  const started = await startRouter(options);
  devices.push(started);
  return started;
};
type Declare = (stack: VpnStack, edge: IosXeRouter) => void;
/** A program with one router, at the place of a simulated one. */
const manifest = (at: LabRouter, declare: Declare, id = 'edge') => {
  const stack = new VpnStack(new App({ outdir: room }), 'net');
  const { host, port, fingerprint } = at;
  const props = { host, port, release: '17.9', trust: { fingerprint }, login: Login.fromEnv('EDGE') };
  declare(stack, new IosXeRouter(stack, id, props));
  expect(stack.problems).toEqual([]);
  return stack.manifest;
};
const owning: Declare = (_stack, edge) => void new IkeV2Proposal(edge, 'OURS', strong);
const nothing: Declare = () => undefined;
const rig = () => ({
  store: fileStore(join(room, 'ledger')),
  works: (m: Parameters<typeof jobsIn>[0]): readonly TargetJob[] => jobsIn(m),
});
const ledgerOf = (name = 'net.edge'): Ledger =>
  JSON.parse(readFileSync(join(room, 'ledger', `${name}.json`), 'utf8')) as Ledger;
const owned = (ledger: Ledger): readonly string[] => ledger.entries.map(({ address }) => address);
const type = (device: LabRouter): void =>
  void device.type('crypto ikev2 proposal OURS', 'encryption aes-gcm-256', 'prf sha384', 'group 20', 'exit');

describe('a ledger', () => {
  test('records the serial number and the host key of the device that it describes', async () => {
    const a = await router({ serial: 'FOX-A' });
    expect(states(await apply(rig(), manifest(a, owning)))).toEqual({ edge: 'applied' });
    expect(ledgerOf().device).toEqual({
      at: `127.0.0.1:${a.port}`,
      verified: true,
      marks: [
        { what: 'serial number', values: ['FOX-A'], weight: 'proof' },
        { what: 'SSH host key', values: [a.fingerprint], weight: 'key' },
      ],
    });
  });

  test('refuses another device at a new host: nothing of somebody else is planned away there', async () => {
    const [a, b] = [await router({ serial: 'FOX-A' }), await router({ serial: 'FOX-B' })];
    await apply(rig(), manifest(a, owning));
    type(b);
    const before = b.runningConfig();
    const [ended] = await apply(rig(), manifest(b, nothing));
    expect(ended?.state).toBe('failed');
    expect(ended?.plan).toBeUndefined();
    expect(ended?.problems).toEqual([
      {
        code: 'ledger.device',
        path: 'edge',
        message: `the ledger describes 127.0.0.1:${a.port} (serial number FOX-A, SSH host key ${a.fingerprint}), and this is another device: 127.0.0.1:${b.port} (serial number FOX-B, SSH host key ${b.fingerprint}). Nothing was planned or changed`,
        hint: 'check host and port; if the device was replaced, accept it: tunnelwright state rebind net/edge',
      },
    ]);
    expect(b.runningConfig()).toBe(before);
    expect(ledgerOf().device?.at).toBe(`127.0.0.1:${a.port}`);
  });

  test('knows a device again that has a new host key and a new address', async () => {
    const a = await router({ serial: 'FOX-A' });
    await apply(rig(), manifest(a, owning));
    const b = await router({ serial: 'FOX-A' });
    type(b);
    expect(left(await plan(rig(), manifest(b, owning)))).toEqual([]);
    await apply(rig(), manifest(b, owning));
    expect(ledgerOf().device?.marks[1]?.values).toEqual([b.fingerprint]);
  });

  test('describes the device that took the place of another when a person says so', async () => {
    const [a, b] = [await router({ serial: 'FOX-A' }), await router({ serial: 'FOX-B' })];
    await apply(rig(), manifest(a, owning));
    const { store } = rig();
    const [work] = jobsIn(manifest(b, owning));
    const shown = await askIdentity(work!, { store, adopt: false, progress: () => undefined });
    await rebind(store, 'net/edge', shown, platformOf(work!.target.platform).dialect);
    expect(states(await apply(rig(), manifest(b, owning)))).toEqual({ edge: 'applied' });
    expect(readFileSync(join(room, 'ledger/net.edge.journal'), 'utf8')).toContain('state rebind: from 127.0.0.1');
  });

  test('that names another target is refused', async () => {
    const a = await router();
    await apply(rig(), manifest(a, owning));
    writeFileSync(join(room, 'ledger/net.edge.json'), JSON.stringify({ ...ledgerOf(), target: 'net/core' }));
    expect(words(await plan(rig(), manifest(a, nothing)))).toContain(
      'is the ledger of net/core, not of net/edge. Nothing was changed',
    );
  });

  test('of an earlier version is bound by the next apply, which the plan says', async () => {
    const a = await router({ serial: 'FOX-A' });
    await apply(rig(), manifest(a, owning));
    const { device: _device, ...old } = ledgerOf();
    writeFileSync(join(room, 'ledger/net.edge.json'), JSON.stringify(old));
    const [planned] = await plan(rig(), manifest(a, owning));
    expect(planned?.plan?.warnings[0]).toContain('does not say which device it describes; apply binds it to 127.0.0.1');
    await apply(rig(), manifest(a, owning));
    expect(ledgerOf().device?.marks[0]?.values).toEqual(['FOX-A']);
  });
});

describe('a device that has another id in the program', () => {
  test('keeps its ledger where it is declared as moved', async () => {
    const a = await router();
    await apply(rig(), manifest(a, owning, 'a'));
    const renamed = manifest(
      a,
      (stack, edge) => {
        owning(stack, edge);
        new Moved(stack, 'rename', { from: 'net/a', to: edge });
      },
      'edge-a',
    );
    const [planned] = await plan(rig(), renamed);
    expect(planned?.plan?.changes.map(({ action }) => action)).toEqual(['none']);
    expect(planned?.plan?.warnings).toContain('moved from net/a: apply takes over its ledger');
    expect(states(await apply(rig(), renamed))).toEqual({ 'edge-a': 'unchanged' });
    expect(owned(ledgerOf('net.edge-a'))).toEqual(['ikev2-proposal/OURS']);
    expect(await rig().store.list()).toEqual(['net/edge-a']);
    expect(states(await apply(rig(), manifest(a, nothing, 'edge-a')))).toEqual({ 'edge-a': 'applied' });
    expect(a.runningConfig()).not.toContain('proposal OURS');
  });

  test('without that is told who owns it, and --adopt leaves one owner', async () => {
    const a = await router();
    await apply(rig(), manifest(a, owning, 'a'));
    const renamed = manifest(a, owning, 'edge-a');
    const [refused] = await plan(rig(), renamed);
    expect(refused?.plan?.blocked).toEqual([
      {
        code: 'plan.unowned',
        path: 'net/edge-a/OURS',
        message: 'ikev2-proposal/OURS is on the device already, and the ledger net/a owns it',
        hint: 'if the device was renamed in the program, declare it: new Moved(…); or take ownership over: --adopt',
      },
    ]);
    const [adopted] = await apply(rig(), renamed, { adopt: true });
    expect(adopted?.notes).toEqual(['ownership taken over from the ledger net/a']);
    expect(owned(ledgerOf('net.a'))).toEqual([]);
    expect(owned(ledgerOf('net.edge-a'))).toEqual(['ikev2-proposal/OURS']);
    expect(states(await apply(rig(), manifest(a, nothing, 'a')))).toEqual({ a: 'unchanged' });
    expect(a.runningConfig()).toContain('proposal OURS');
  });

  test('an object that was renamed on the device by hand stays ours, and no other is deleted', async () => {
    const a = await router();
    await apply(rig(), manifest(a, owning));
    a.type('no crypto ikev2 proposal OURS');
    a.type('crypto ikev2 proposal NEW', 'encryption aes-gcm-256', 'prf sha384', 'group 20', 'exit');
    const renamed = manifest(a, (stack, edge) => {
      const to = new IkeV2Proposal(edge, 'NEW', strong);
      new Moved(stack, 'rename', { from: 'OURS', to });
    });
    const [planned] = await plan(rig(), renamed);
    expect(planned?.plan?.blocked).toEqual([]);
    expect(left([planned!])).toEqual([]);
    await apply(rig(), renamed);
    expect(owned(ledgerOf())).toEqual(['ikev2-proposal/NEW']);
  });
});

describe('the same device', () => {
  const device = (at: string, marks: DeviceIdentity['marks'], verified = true): DeviceIdentity => ({
    at,
    marks,
    verified,
  });
  const domain = mark('domain', 'part', 'global');
  const certificate = (value: string) => mark('TLS certificate', 'certificate', value);
  test.each<[string, DeviceIdentity, DeviceIdentity, boolean]>([
    [
      'a renewed certificate at the same verified name',
      device('f:443', [...domain, ...certificate('1')]),
      device('f:443', [...domain, ...certificate('2')]),
      true,
    ],
    [
      'a renewed certificate that nothing verifies',
      device('f:443', [...domain, ...certificate('1')]),
      device('f:443', [...domain, ...certificate('2')], false),
      false,
    ],
    [
      'another FMC: the Global domain has one UUID everywhere',
      device('f:443', [...domain, ...certificate('1')]),
      device('g:443', [...domain, ...certificate('2')]),
      false,
    ],
    [
      'an FMC by another name',
      device('f:443', [...domain, ...certificate('1')]),
      device('192.0.2.3:443', [...domain, ...certificate('1')]),
      true,
    ],
    [
      'another domain of one FMC',
      device('f:443', [...domain, ...certificate('1')]),
      device('f:443', [...mark('domain', 'part', 'child'), ...certificate('1')]),
      false,
    ],
    [
      'the other unit of a failover pair',
      device('a:22', mark('serial number', 'proof', 'P', 'S')),
      device('a:22', mark('serial number', 'proof', 'S', 'P')),
      true,
    ],
    [
      'a clone with the same host key',
      device('a:22', [...mark('serial number', 'proof', 'A'), ...mark('SSH host key', 'key', 'K')]),
      device('a:22', [...mark('serial number', 'proof', 'B'), ...mark('SSH host key', 'key', 'K')]),
      false,
    ],
    [
      'a host whose key is new',
      device('p:22', mark('SSH host key', 'key', 'K')),
      device('p:22', mark('SSH host key', 'key', 'L')),
      false,
    ],
    [
      'a simulated device',
      device('a:22', mark('SSH host key', 'key', 'K')),
      device('a:22', [...mark('SSH host key', 'key', 'K'), ...mark('lab', 'part', '1')]),
      false,
    ],
    [
      'a security context',
      device('a:22', [...mark('serial number', 'proof', 'A'), ...mark('context', 'part', 'x')]),
      device('a:22', [...mark('serial number', 'proof', 'A'), ...mark('context', 'part', 'y')]),
      false,
    ],
  ])('%s', (_title, known, shown, same) => {
    expect(isSameDevice(known, shown)).toBe(same);
  });
});
