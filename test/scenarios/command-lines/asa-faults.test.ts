import {
  AaaServer,
  AddressPool,
  AsaGroupPolicy,
  CryptoMap,
  CryptoMapEntry,
  DynamicMap,
  IkeV2Enable,
  IpsecTransformSet,
  Secret,
  TunnelGroup,
} from 'tunnelwright';
import type { AsaFirewallProps, VpnStack } from 'tunnelwright';
import { photo } from '../../support/devices';
import { actions, apply, left, plan, states, words } from '../../support/engine';
import { startRig, type Rig } from '../../support/rig';
import { asa, manifestOf } from '../../support/scenario';

const declare =
  (props: Partial<AsaFirewallProps> = {}, type: 'remote-access' | 'ipsec-l2l' = 'remote-access') =>
  (stack: VpnStack): void => {
    const here = asa(stack, props);
    const pool = new AddressPool(here, 'POOL', { ranges: [{ from: '192.168.9.1', to: '192.168.9.9' }] });
    const policy = new AsaGroupPolicy(here, 'STAFF', { tunnelProtocols: ['ikev2'], idleTimeout: 60 });
    new TunnelGroup(here, 'group', {
      name: 'STAFF',
      type,
      general: { addressPools: [pool], defaultGroupPolicy: policy },
    });
    new IkeV2Enable(here, 'outside', { clientServices: {} });
  };
const manifest = manifestOf(declare());

let rig: Rig;
beforeEach(async () => {
  rig = await startRig();
});
afterEach(() => rig.close());

test('a reload is armed while lines are typed, and let go when a new session has seen them', async () => {
  let armed = false;
  rig.asa.faults.refuse = { line: { test: () => ((armed = armed || rig.asa.reloading()), false) } as never, words: '' };
  expect(states(await apply(rig, manifest))).toEqual({ asa: 'applied' });
  expect(armed).toBe(true);
  expect(rig.asa.reloading()).toBe(false);
  expect(rig.asa.startupConfig()).toBe(rig.asa.runningConfig());
});

test('the plan says what there is to fall back on, and what it costs', async () => {
  const warnings = async (props: Partial<AsaFirewallProps>) => {
    const [ended] = await plan(rig, manifestOf(declare(props)));
    return ended!.plan!.warnings.join('\n');
  };
  expect(await warnings({})).toContain('`reload in 10` is armed, which takes ALL tunnels down');
  expect(await warnings({ reloadMinutes: 'none' })).toContain("nothing is armed (reloadMinutes: 'none')");
});

test('a refused line takes all of them back', async () => {
  const before = photo(rig);
  rig.asa.faults.refuse = { line: /^tunnel-group STAFF general/, words: 'ERROR: not today' };
  const [ended] = await apply(rig, manifest);
  expect(ended!.state).toBe('failed');
  expect(words([ended!])).toContain(
    '[net/asa/group] the device refuses `tunnel-group STAFF general-attributes`: ERROR: not today',
  );
  expect(photo(rig).routers['asa']).toBe(before.routers['asa']);
  expect(rig.asa.reloading()).toBe(false);
  delete rig.asa.faults.refuse;
  expect(states(await apply(rig, manifest))).toEqual({ asa: 'applied' });
});

test.each([40, 200, 330, 420, 520, 620, 700])(
  'dropped after %i bytes, it is old or new and says which',
  async (bytes) => {
    const before = photo(rig).routers['asa'];
    rig.asa.faults.dropAfterBytes = bytes;
    const [ended] = await apply(rig, manifest);
    delete rig.asa.faults.dropAfterBytes;
    const now = photo(rig).routers['asa'];
    const fresh = left(await plan(rig, manifest)).length === 0;
    if (ended!.state === 'applied') expect(fresh).toBe(true);
    else if (words([ended!]).includes('as it was before')) expect(now).toBe(before);
    expect(['applied', 'failed', 'unknown']).toContain(ended!.state);
    expect(states(await apply(rig, manifest))['asa']).toMatch(/applied|unchanged/);
    expect(left(await plan(rig, manifest))).toEqual([]);
    expect(rig.asa.reloading()).toBe(false);
  },
);

test('a tunnel group of another type is a problem of the plan', async () => {
  await apply(rig, manifest);
  const [ended] = await plan(rig, manifestOf(declare({}, 'ipsec-l2l')));
  expect(words([ended!])).toContain('`tunnel-group STAFF type remote-access` cannot become');
});

test('client services are not lost by a change of something else', async () => {
  await apply(rig, manifest);
  expect(rig.asa.runningConfig()).toContain('crypto ikev2 enable outside client-services port 443');
  rig.asa.type('group-policy STAFF attributes', 'vpn-idle-timeout 5');
  await apply(rig, manifest);
  expect(rig.asa.runningConfig()).toContain('crypto ikev2 enable outside client-services port 443');
});

test('an interface that has a crypto map of somebody else keeps it', async () => {
  rig.asa.type(
    'crypto dynamic-map THEIRS 1 set ikev2 ipsec-proposal OTHERS',
    'crypto map THEIRS 1 ipsec-isakmp dynamic THEIRS',
    'crypto map THEIRS interface outside',
  );
  const other = manifestOf((stack) => {
    const here = asa(stack);
    const esp = new IpsecTransformSet(here, 'ESP', { encryption: 'aes-gcm-256' });
    const dynamic = new DynamicMap(here, 'OURS', { entries: [{ proposals: [esp] }] });
    const entry = new CryptoMapEntry(here, 'entry', { map: 'OURS-MAP', sequence: 10, dynamic });
    new CryptoMap(here, 'OURS-MAP', { interfaces: ['outside'], entries: [entry] });
  });
  expect(words(await plan(rig, other))).toContain('the interface outside has the crypto map THEIRS already');
});

test('what is cut short or empty plans nothing', async () => {
  rig.asa.faults.emptyShow = true;
  expect(words(await plan(rig, manifest))).toContain('empty running configuration');
  delete rig.asa.faults.emptyShow;
  rig.asa.faults.truncateShow = 300;
  expect((await plan(rig, manifest))[0]!.plan).toBeUndefined();
});

test('a context is entered, and its configuration alone is changed', async () => {
  await rig.close();
  const inside = 'interface GigabitEthernet0/0\n nameif outside\n ip address 198.51.100.31 255.255.255.0\n';
  rig = await startRig({ asa: { contexts: { blue: inside } } });
  const blue = manifestOf(declare({ context: 'blue' }));
  expect(words(await apply(rig, blue))).toBe('');
  expect(rig.asa.runningConfig('blue')).toContain('tunnel-group STAFF type remote-access');
  expect(rig.asa.runningConfig()).not.toContain('STAFF');
  expect(words(await plan(rig, manifestOf(declare({ context: 'red' }))))).toContain('no way into the context red');
});

test('client services that are typed without are gone, so the line is typed whole: what is lost by hand comes back', async () => {
  await apply(rig, manifest);
  rig.asa.type('crypto ikev2 enable outside');
  expect(rig.asa.runningConfig()).not.toContain('client-services');
  const lost = await plan(rig, manifest);
  expect(actions(lost)).toEqual(['asa update ikev2-enable/outside']);
  await apply(rig, manifest);
  expect(rig.asa.runningConfig()).toContain('crypto ikev2 enable outside client-services port 443');
});

test('the plan and the report of a run that cannot be finished both say what is armed', async () => {
  const reports: string[] = [];
  for (const minutes of [7, 'none'] as const) {
    const declared = manifestOf(declare({ reloadMinutes: minutes }));
    rig.asa.faults.dropOn = /^vpn-idle-timeout/;
    rig.asa.faults.refuse = { line: /^no vpn-idle|^clear configure/, words: 'ERROR: not today' };
    reports.push(words(await apply(rig, declared)));
    rig.asa.faults = {};
    await apply(rig, declared);
    await apply(
      rig,
      manifestOf((stack) => void asa(stack)),
    );
  }
  expect(reports[0]).toContain('reloads into its saved configuration within 7 min');
  expect(reports[1]).toContain('nothing takes it back by itself');
});

describe('keys that `show running-config` masks', () => {
  const withKey = (variable: string) =>
    manifestOf((stack) => {
      new AaaServer(asa(stack), 'ISE', {
        hosts: [{ interface: 'inside', host: '10.60.0.9', key: Secret.fromEnv(variable) }],
      });
    });
  beforeEach(() => {
    process.env['ASA_KEY'] = 'a-radius-key-that-nobody-sees';
    process.env['ASA_OTHER_KEY'] = 'another-key-that-nobody-sees';
  });

  test('are read by `more system:running-config`, so that one changed by hand is found and one that is right stays', async () => {
    await apply(rig, withKey('ASA_KEY'));
    expect(left(await plan(rig, withKey('ASA_KEY')))).toEqual([]);
    rig.asa.type('aaa-server ISE (inside) host 10.60.0.9', 'key somebody-elses');
    expect(actions(await plan(rig, withKey('ASA_KEY')))).toEqual(['asa update aaa-server/ISE']);
    await apply(rig, withKey('ASA_KEY'));
    expect(rig.asa.runningConfig()).toContain(' key a-radius-key-that-nobody-sees');
  });

  test('are never typed back as asterisks', async () => {
    await apply(rig, withKey('ASA_KEY'));
    const [changed] = await apply(rig, withKey('ASA_OTHER_KEY'));
    expect(changed!.state).toBe('applied');
    expect(rig.asa.runningConfig()).toContain(' key another-key-that-nobody-sees');
    expect(rig.asa.runningConfig()).not.toContain('*****');
    expect(JSON.stringify(changed!.plan)).not.toContain('nobody-sees');
  });
});
