import { Client } from 'ssh2';
import { CertTrustpoint, LoopbackInterface, Vrf } from 'tunnelwright';
import { edgeConfig } from '../../../lib/lab/world/edge-config';
import type { RouterFaults } from '../../../lib/lab/devices/iosxe';
import type { Manifest } from '../../../lib/run/manifest';
import { armed } from '../../support/by-hand';
import { photo, touched } from '../../support/devices';
import { apply, left, plan, states, words } from '../../support/engine';
import { healthy, nthTime } from '../../support/killing';
import { startRig, type Rig, type RigOptions } from '../../support/rig';
import { edge, manifestOf } from '../../support/scenario';
import { tunnel } from '../001-certificate-tunnel/network';
import { bare } from '../007-router-without-archive/network';

let rig: Rig;
afterEach(() => rig.close());
const only = { target: 'edge' };
const manifest = (router = {}): Manifest => manifestOf((stack) => tunnel(stack, 'whole', router));
const first = (text: string): RegExp => nthTime(new RegExp(text), 1);

interface Told {
  readonly fault: RouterFaults;
  /** How the first run ends, and what it says. */
  readonly state: 'failed' | 'unknown' | 'applied';
  readonly says: RegExp;
  /** Whether the router has the change or not. `armed`: it has, and takes it back by itself. */
  readonly then: 'old' | 'new' | 'armed';
  readonly world?: RigOptions;
}
const lost = /connection to 127\.0\.0\.1:\d+ failed: closed by the device/;
const undone = /the device is as it was before[^]*closed by the device/;
const back = /takes it back by itself within 5 min/;
const withoutArchive: RigOptions = { router: { config: bare, enrolled: ['CA-INTERNAL'] } };

const shutdown = '\n\n***\n*** --- SHUTDOWN in 0:05:00 ---\n***\n';

const table: Readonly<Record<string, Told>> = {
  'the session drops at the first look': {
    fault: { dropOn: first('^show running-config') },
    state: 'unknown',
    says: lost,
    then: 'old',
  },
  'the session drops at configure terminal': {
    fault: { dropOn: /^configure terminal revert/ },
    state: 'unknown',
    says: lost,
    then: 'old',
  },
  'the session drops at the first line': {
    fault: { dropOn: /^crypto ikev2 proposal/ },
    state: 'failed',
    says: undone,
    then: 'old',
  },
  'the session drops at a line in the middle': {
    fault: { dropOn: /^authentication remote/ },
    state: 'failed',
    says: undone,
    then: 'old',
  },
  'the session drops at the end of the typing': {
    fault: { dropOn: /^end$/ },
    state: 'failed',
    says: undone,
    then: 'old',
  },
  'the session drops when the device is read once more before the change': {
    fault: { dropOn: nthTime(/^show running-config/, 2) },
    state: 'failed',
    says: lost,
    then: 'old',
  },
  'the session drops at the look behind the change': {
    fault: { dropOn: nthTime(/^show running-config/, 3) },
    state: 'unknown',
    says: back,
    then: 'armed',
  },
  'the session drops at the confirmation': {
    fault: { dropOn: /^configure confirm/ },
    state: 'unknown',
    says: back,
    then: 'armed',
  },
  'the session drops while saving': {
    fault: { dropOn: /^write memory/ },
    state: 'failed',
    says: /the change is made and not saved: the connection[^]*→ run again/,
    then: 'new',
  },
  'a line is refused': {
    fault: { refuse: { line: /^set pfs group19/, words: '% Invalid input detected' } },
    state: 'failed',
    says: /as it was before[^]*\[net\/mumbai-pune\/edge\/ipsec-profile\] the device refuses `set pfs group19`: % Invalid/,
    then: 'old',
  },
  'a line is not authorised': {
    fault: { refuse: { line: /^crypto/, words: 'Command authorization failed.' } },
    state: 'failed',
    says: /as it was before[^]*\[net\/mumbai-pune\/edge\/\S+\] the device refuses `crypto [^`]*`: Command authorization failed/,
    then: 'old',
  },
  'the rollback cannot be armed': {
    fault: { refuse: { line: /^configure terminal revert/, words: '% Configuration is locked by another user' } },
    state: 'failed',
    says: /nothing was changed: [^]*locked by another user/,
    then: 'old',
  },
  'the confirmation is refused': {
    fault: { refuse: { line: /^configure confirm/, words: '%Error: confirm failed' } },
    state: 'unknown',
    says: /does not confirm[^]*confirm failed[^]*/,
    then: 'armed',
  },
  'saving is refused': {
    fault: { refuse: { line: /^write memory/, words: 'startup-config file open failed (Device or resource busy)' } },
    state: 'failed',
    says: /made and not saved: startup-config file open failed/,
    then: 'new',
  },
  'the flash is full when the rollback is to be armed': {
    fault: {
      refuse: {
        line: /^configure terminal revert/,
        words: '%Error opening flash:archive-1 (No space left on device)\n%Rollback Confirmed Change: backup failed',
      },
    },
    state: 'failed',
    says: /nothing was changed: [^]*No space left on device/,
    then: 'old',
  },
  'the flash is full when saving': {
    fault: { refuse: { line: /^write memory/, words: 'startup-config file open failed (Not enough space)' } },
    state: 'failed',
    says: /made and not saved: startup-config file open failed \(Not enough space\)/,
    then: 'new',
  },
  'somebody else has configuration mode for themselves': {
    fault: {
      refuse: {
        line: /^configure terminal revert/,
        words: "Configuration mode locked exclusively by user 'ops' process '331' from terminal '2'. Please try later.",
      },
    },
    state: 'failed',
    says: /nothing was changed: [^]*locked exclusively by user 'ops'/,
    then: 'old',
  },
  'a reload that somebody armed is announced in the middle of the configuration': {
    fault: { broadcast: { on: /^show running-config/, text: shutdown } },
    state: 'applied',
    says: /^$/,
    then: 'new',
  },
  'and in the middle of the typing': {
    fault: { broadcast: { on: /^(match certificate|set pfs|end)/, text: shutdown } },
    state: 'applied',
    says: /^$/,
    then: 'new',
  },
  'the prompt is printed once more behind log lines': {
    fault: { redraw: true },
    state: 'applied',
    says: /^$/,
    then: 'new',
  },
  'a line is refused where the prompt is printed once more': {
    fault: { redraw: true, refuse: { line: /^set pfs group19/, words: '% Invalid input detected' } },
    state: 'failed',
    says: /as it was before[^]*\[net\/mumbai-pune\/edge\/ipsec-profile\] the device refuses `set pfs group19`: % Invalid/,
    then: 'old',
  },
  'log lines stand between the output': { fault: { noise: true }, state: 'applied', says: /^$/, then: 'new' },
  'the configuration is cut short, and the session drops': {
    fault: { truncateShow: 400 },
    state: 'unknown',
    says: lost,
    then: 'old',
  },
  'the configuration is empty': {
    fault: { emptyShow: true },
    state: 'unknown',
    says: /empty running-config: nothing is planned/,
    then: 'old',
  },
  'the login is refused': {
    fault: { refuseLogin: true },
    state: 'unknown',
    says: /refuses the login of lab/,
    then: 'old',
  },
  'the device takes no connections': {
    fault: { refuseConnections: true },
    state: 'unknown',
    says: /connection to 127\.0\.0\.1:\d+ failed|cannot be reached/,
    then: 'old',
  },
  'without an archive, the session drops in the middle': {
    fault: { dropOn: /^authentication remote/ },
    world: withoutArchive,
    state: 'failed',
    says: undone,
    then: 'old',
  },
  'without an archive, the session drops when the reload is to be cancelled': {
    fault: { dropOn: /^reload cancel/ },
    world: withoutArchive,
    state: 'unknown',
    says: /reloads into its saved configuration within 5 min/,
    then: 'armed',
  },
  'without an archive, configuration mode is refused': {
    fault: { refuse: { line: /^configure terminal$/, words: '% Configuration is locked' } },
    world: withoutArchive,
    state: 'failed',
    says: /nothing was changed: [^]*Configuration is locked/,
    then: 'old',
  },
  'without an archive, a line is refused': {
    fault: { refuse: { line: /^set pfs group19/, words: '% Invalid input detected' } },
    world: withoutArchive,
    state: 'failed',
    says: /as it was before[^]*refuses `set pfs group19`/,
    then: 'old',
  },
};

test.each(Object.entries(table))('%s: old or new and never between, and a second run finishes', async (_name, told) => {
  rig = await startRig(told.world);
  const boot = photo(rig);
  rig.edge.faults = { ...told.fault };
  const ended = await apply(rig, manifest(), only);
  expect([states(ended), words(ended)]).toEqual([{ edge: told.state }, expect.stringMatching(told.says)]);
  healthy(rig);
  if (told.then === 'old') {
    expect(photo(rig).routers).toEqual(boot.routers);
    if (told.state === 'failed') expect((await rig.store.read('net/edge')).entries).toEqual([]);
  }
  expect(await armed(rig.edge)).toEqual(
    told.then !== 'armed' ? [] : told.world === withoutArchive ? ['reload'] : ['rollback'],
  );
  if (told.then === 'new') expect(left(await plan(rig, manifest(), only)).join()).not.toMatch(/create|update/);

  expect(Object.values(states(await apply(rig, manifest(), only))).join()).toMatch(/applied|unchanged/);
  expect(left(await plan(rig, manifest(), only))).toEqual([]);
  expect(touched(boot, photo(rig))).toEqual([]);
  expect(await armed(rig.edge)).toEqual([]);
  expect(rig.edge.startupConfig()).toBe(rig.edge.runningConfig());
});

const until = async (is: () => boolean): Promise<void> => {
  while (!is()) await new Promise((resolve) => setImmediate(resolve));
};

test('what is not confirmed in time, the device takes back by itself, and a second run starts over', async () => {
  rig = await startRig({ router: { config: edgeConfig, enrolled: ['CA-INTERNAL'], minuteMs: 60 } });
  const boot = photo(rig);
  rig.edge.faults.dropOn = nthTime(/^show running-config/, 3);
  const ended = await apply(rig, manifest(), only);
  expect(states(ended)).toEqual({ edge: 'unknown' });
  await until(() => rig.edge.runningConfig() === boot.routers['edge']);
  expect(states(await apply(rig, manifest({ revertMinutes: 120 }), only))).toEqual({ edge: 'applied' });
});

test('a change of somebody else that waits for its confirmation is left alone', async () => {
  rig = await startRig();
  const other = new Client();
  await new Promise<void>((resolve, reject) => {
    other.on('error', reject).on('ready', () =>
      other.shell((error, channel) => {
        if (error) return reject(error);
        channel.on('data', (data: Buffer) => (/edge# ?$/.test(data.toString()) ? resolve() : undefined));
        channel.write('configure terminal revert timer 5\nntp server 192.0.2.99\nend\n');
      }),
    );
    other.connect({ host: rig.edge.host, port: rig.edge.port, username: 'lab', password: 'lab-password' });
  });
  await until(() => /192\.0\.2\.99/.test(rig.edge.runningConfig()));
  const before = photo(rig);
  const ended = await apply(rig, manifest(), only);
  expect([states(ended), words(ended)]).toEqual([
    { edge: expect.stringMatching(/failed|unknown/) },
    expect.stringMatching(/another user has a change waiting for `configure confirm`[^]*→/),
  ]);
  expect(photo(rig).routers).toEqual(before.routers);
  expect(await armed(rig.edge)).toEqual(['rollback']);
  other.end();
});

test('what somebody else types in the meantime stays, whether the change is made or taken back', async () => {
  rig = await startRig();
  const boot = photo(rig);
  let typed = 0;
  const line = /^authentication remote/;
  const meanwhile = {
    test: (text: string): boolean => {
      if (line.test(text)) rig.edge.type(`ntp server 192.0.2.${200 + ++typed}`);
      return false;
    },
  };
  rig.edge.faults.dropOn = meanwhile as RegExp;
  expect(states(await apply(rig, manifest(), only))).toEqual({ edge: 'applied' });
  expect(typed).toBe(1);
  expect(rig.edge.runningConfig()).toContain('ntp server 192.0.2.201');
  expect(touched(boot, photo(rig))).toEqual([]);
});

test('a device that hangs ends the run, with what it hung on', async () => {
  rig = await startRig();
  for (const line of [/^terminal length/, /^show running-config/, /^match certificate/]) {
    rig.edge.faults = { hangOn: line };
    const ended = await apply(rig, manifest({ timeoutSeconds: 1 }), only);
    const state = line.source.startsWith('^match') ? 'failed' : 'unknown';
    expect([states(ended), words(ended)]).toEqual([
      { edge: state },
      expect.stringMatching(/no answer within 1 s to: /),
    ]);
    healthy(rig);
  }
  expect(states(await apply(rig, manifest(), only))).toEqual({ edge: 'applied' });
});

test('a question of the device that nobody foresaw is answered with no, and said in its words', async () => {
  rig = await startRig({ router: { enrolled: ['MY-CA'] } });
  const owned = manifestOf((stack) => {
    const name = 'MY-CA';
    new CertTrustpoint(edge(stack, { timeoutSeconds: 1 }), 'authority', { name, enrollment: { type: 'terminal' } });
  });
  expect(states(await apply(rig, owned))).toEqual({ edge: 'applied' });
  // The device knows certificates of it that its configuration does not show.
  const before = photo(rig);
  const ended = await apply(
    rig,
    manifestOf((stack) => void edge(stack, { timeoutSeconds: 1 })),
  );
  expect([states(ended), words(ended)]).toEqual([
    { edge: 'failed' },
    expect.stringMatching(
      /as it was before[^]*\[net\/edge\/authority\] the device refuses `no crypto pki trustpoint MY-CA`: % Removing an enrolled trustpoint will destroy/,
    ),
  ]);
  expect(photo(rig)).toEqual(before);
});

test('a VRF that takes the addresses off its interface says so; they are written again, and the run goes on', async () => {
  rig = await startRig();
  const loopback = (vrf: string | undefined) =>
    manifestOf((stack) => {
      const here = edge(stack);
      const red = new Vrf(here, 'RED', { rd: '65000:1', addressFamilies: [{ family: 'ipv4' }, { family: 'ipv6' }] });
      new LoopbackInterface(here, 'Loopback7', {
        address: '10.70.0.1/32',
        ipv6Addresses: ['2001:db8:70::1/128'],
        ...(vrf === undefined ? {} : { vrf: red }),
      });
    });
  for (const vrf of [undefined, 'RED', undefined]) {
    expect([vrf, words(await apply(rig, loopback(vrf), only))]).toEqual([vrf, '']);
    expect(left(await plan(rig, loopback(vrf), only))).toEqual([]);
    expect(rig.edge.runningConfig()).toMatch(/interface Loopback7\n[^!]*ip address 10\.70\.0\.1[^!]*2001:DB8:70::1/);
  }
});
