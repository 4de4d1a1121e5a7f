import { NetworkObject, TunnelInterface, type FmcProps } from 'tunnelwright';
import { connect } from '../../support/fmc-lab/client';
import type { Manifest } from '../../../lib/run/manifest';
import { content, photo } from '../../support/devices';
import { apply, drift, left, plan, plans, rollback, states, words } from '../../support/engine';
import { startRig, type Rig } from '../../support/rig';
import { fmc, manifestOf } from '../../support/scenario';

const face = (ifname: string, index: number, address: string) => ({
  ifname,
  name: `GigabitEthernet0/${index}`,
  address,
});
const firewall = (name: string, net: number, members?: readonly [string, string]) => ({
  name,
  ...(members ? { members } : {}),
  interfaces: [face('outside', 0, `203.0.113.${net}/24`), face('inside', 1, `10.${net}.0.1/16`)],
});
/** A pair and three that stand alone. */
const devices = [
  firewall('mumbai-pair', 93, ['mumbai-ftd-1', 'mumbai-ftd-2']),
  firewall('pune-ftd', 94),
  firewall('delhi-ftd', 95),
  firewall('agra-ftd', 96),
];
const names = devices.map(({ name }) => name);

/** A tunnel interface on every firewall: something to deploy to each. */
const everywhere = (description = 'one', settings: Partial<FmcProps> = {}): Manifest =>
  manifestOf((stack) => {
    const center = fmc(stack, settings);
    names.forEach((name, i) => {
      const source = 'outside';
      new TunnelInterface(center.ftd(name), 'vti', {
        name: 'Tunnel7',
        ifname: 'far',
        description,
        address: `10.70.${i}.1/30`,
        source,
      });
    });
  });

let rig: Rig;
beforeEach(async () => {
  rig = await startRig({ fmc: { devices } });
});
afterEach(() => rig.close());

const jobs = async (): Promise<readonly string[]> => {
  const client = await connect(rig.fmc);
  const all = (await client.items('deployment/jobhistories')) as readonly {
    deviceList: readonly { deviceName: string; containerName?: string }[];
  }[];
  const named = all.map((job) =>
    job.deviceList
      .map((one) => one.containerName ?? one.deviceName)
      .sort()
      .join(' '),
  );
  return named.reverse().slice(1);
};
/** All that runs on the firewalls. */
const running = (): string => JSON.stringify(names.map((name) => rig.fmc.deployed(name)));
const runs = (name: string): string => JSON.stringify(rig.fmc.deployed(name)!.interfaces);

describe('waves', () => {
  test('one that stands alone first, then the others so many at a time', async () => {
    expect(states(await apply(rig, everywhere('one', { waveSize: 2 })))).toEqual({ fmc: 'applied' });
    expect(await jobs()).toEqual(['agra-ftd', 'delhi-ftd mumbai-pair', 'pune-ftd']);
    expect(left(await plan(rig, everywhere()))).toEqual([]);
  });

  test('the named canary first; when it fails, nothing else is deployed', async () => {
    rig.fmc.faults.failDeploy = 'pune-ftd';
    const ended = await apply(rig, everywhere('one', { canary: 'pune-ftd' }));
    expect([states(ended), words(ended)]).toEqual([
      { fmc: 'failed' },
      expect.stringMatching(
        /not deployed to agra-ftd, delhi-ftd, mumbai-pair, since pune-ftd came first[^]*deployment to pune-ftd: FAILED: Deployment failed/,
      ),
    ]);
    expect(await jobs()).toEqual(['pune-ftd']);
    rig.fmc.faults = {};
    expect(states(await apply(rig, everywhere('one', { canary: 'pune-ftd' })))).toEqual({ fmc: 'applied' });
  });

  test('after the canary, one that fails and one that stays pending are told of, and the rest goes on', async () => {
    rig.fmc.faults = { failDeploy: 'delhi-ftd', stuckDeploy: 'pune-ftd' };
    const ended = await apply(rig, everywhere('one', { deployMinutes: 0.02 }));
    expect(words(ended)).toMatch(
      /deployment to delhi-ftd: FAILED: Deployment failed: the device delhi-ftd did not take/,
    );
    expect(words(ended)).toMatch(/deployment to pune-ftd: after 0.02 minutes still PENDING: Deployment in progress/);
    expect(['agra-ftd', 'mumbai-pair', 'delhi-ftd', 'pune-ftd'].map((name) => runs(name).includes('"far"'))).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });

  test('a wave that the FMC refuses is asked for device by device, so that one does not stop the others', async () => {
    let asked = 0;
    const match = /^POST deployment\/deploymentrequests/;
    // The canary is taken; then the wave is refused, and of the three alone the first.
    match.test = (line) => line.startsWith('POST deployment/deploymentrequests') && [2, 3].includes(++asked);
    const error = { messages: [{ description: 'The licence has run out.' }] };
    rig.fmc.faults.status = { match, code: 400, body: { error }, times: 2 };
    const ended = await apply(rig, everywhere());
    expect([states(ended), words(ended)]).toEqual([
      { fmc: 'failed' },
      expect.stringMatching(/deployment to mumbai-pair: the FMC answers 400: The licence has run out/),
    ]);
    expect(names.filter((name) => !runs(name).includes('"far"'))).toEqual(['mumbai-pair']);
  });

  test('a deployment of somebody else is waited for', async () => {
    rig.fmc.touch({
      collection: 'object/hosts',
      body: { name: 'x', value: '192.0.2.9' },
      devices: ['agra-ftd'],
      user: 'ravi',
    });
    rig.fmc.deployAs('ravi', ['agra-ftd']);
    expect(states(await apply(rig, everywhere()))).toEqual({ fmc: 'applied' });
  });
});

describe('a pair is one unit', () => {
  test('it is not deployed to when a member is not well; the others are', async () => {
    rig.fmc.faults.sickMember = 'mumbai-ftd-2';
    const ended = await apply(rig, everywhere());
    expect(words(ended)).toMatch(
      /the pair mumbai-pair is not well before the deployment: mumbai-ftd-1 Active, mumbai-ftd-2 Failed/,
    );
    expect([runs('mumbai-pair').includes('"far"'), runs('pune-ftd').includes('"far"')]).toEqual([false, true]);
  });

  test('its roles are switched when that is asked for, and looked at again', async () => {
    const ended = await apply(rig, everywhere('one', { switchRoles: true }));
    expect([states(ended), words(ended)]).toEqual([
      { fmc: 'applied' },
      expect.stringMatching(/mumbai-pair: roles switched, mumbai-ftd-2 is active now, both members are well/),
    ]);
  });
});

describe('three states', () => {
  test('declared, stored and deployed are told apart in plan and drift', async () => {
    expect(states(await apply(rig, everywhere('one', { deploy: false })))).toEqual({ fmc: 'applied' });
    const stored = plans(await plan(rig, everywhere('two')))[0]!;
    expect(stored.changes.map(({ action }) => action)).toEqual(['update', 'update', 'update', 'update']);
    expect(stored.undeployed).toContainEqual({
      device: 'pune-ftd',
      what: 'VTIInterface Tunnel7',
      by: ['api'],
      ours: true,
    });
    rig.fmc.touch({
      collection: 'object/hosts',
      body: { name: 'x', value: '192.0.2.9' },
      devices: ['agra-ftd'],
      user: 'ravi',
    });
    const [drifted] = plans(await drift(rig, everywhere()));
    expect(drifted!.changes.every(({ action }) => action === 'none')).toBe(true);
    expect(drifted!.undeployed).toContainEqual({ device: 'agra-ftd', what: 'Host x', by: ['ravi'], ours: false });
  });

  test('what somebody else has changed in one of ours since the last deployment is not ours to deploy', async () => {
    await apply(rig, everywhere('one', { deploy: false }));
    const pune = (rig.fmc.objects('devices/devicerecords') as { id: string; name: string }[]).find(
      ({ name }) => name === 'pune-ftd',
    )!;
    const at = `devices/devicerecords/${pune.id}/virtualtunnelinterfaces`;
    rig.fmc.edit(at, (rig.fmc.objects(at)[0] as { id: string }).id, { priority: 7 }, 'ravi');
    const ended = await apply(rig, everywhere());
    expect(words(ended)).toMatch(/pending on pune-ftd and not ours: VTIInterface Tunnel7 by api, ravi/);
    expect(await jobs()).toEqual([]);
  });
});

describe('rollback of a run', () => {
  const body = (name: string): string => /"description":"(\w+)"/.exec(runs(name))?.[1] ?? 'none';

  test('the devices go back by the FMC, what is stored by the inverse, and the next deployment brings nothing back', async () => {
    await apply(rig, everywhere('one'), { run: 'first' });
    await apply(rig, everywhere('two'), { run: 'second' });
    expect(names.map(body)).toEqual(['two', 'two', 'two', 'two']);
    const ended = await rollback(rig, everywhere('two'), 'second');
    expect([states(ended), words(ended)]).toEqual([
      { fmc: 'applied' },
      expect.stringMatching(/pune-ftd runs Deploy_Job_\d again/),
    ]);
    expect(names.map(body)).toEqual(['one', 'one', 'one', 'one']);
    expect(plans(await plan(rig, everywhere('one')))[0]!.changes.every(({ action }) => action === 'none')).toBe(true);
    rig.fmc.deployAs('ravi', names);
    await new Promise((next) => setTimeout(next, 60));
    expect(names.map(body)).toEqual(['one', 'one', 'one', 'one']);
    expect(left(await plan(rig, everywhere('one')))).toEqual([]);
  });

  test('what the run made is gone, and its ledger too; what it deleted is there again', async () => {
    await apply(rig, everywhere('one'), { run: 'first' });
    const nothing = manifestOf(
      (stack) => void new NetworkObject(fmc(stack), 'n', { name: 'kept', value: '192.0.2.1' }),
    );
    await apply(rig, nothing, { run: 'second' });
    expect(runs('pune-ftd')).not.toContain('"far"');
    expect(states(await rollback(rig, nothing, 'second'))).toEqual({ fmc: 'applied' });
    expect(runs('pune-ftd')).toContain('"far"');
    expect(rig.fmc.objects('object/hosts')).toEqual([]);
    expect(states(await rollback(rig, everywhere('one'), 'first'))).toEqual({ fmc: 'applied' });
    expect(runs('pune-ftd')).not.toContain('"far"');
    expect((await rig.store.read('net/fmc')).entries).toEqual([]);
  });

  test('a run that only deployed what another had staged: the devices go back, what is stored stays', async () => {
    const before = running();
    await apply(rig, everywhere('one', { deploy: false }), { run: 'staged' });
    const only = await apply(rig, everywhere('one'), { run: 'deployed' });
    expect([states(only), only[0]!.kept]).toEqual([{ fmc: 'applied' }, true]);
    expect(names.map(body)).toEqual(['one', 'one', 'one', 'one']);
    const back = await rollback(rig, everywhere('one'), 'deployed');
    expect([states(back), words(back)]).toEqual([
      { fmc: 'applied' },
      expect.stringMatching(
        /pune-ftd runs Deploy_Job_1 again[^]*the FMC lists 1 change of ours as pending on pune-ftd: the next deployment brings/,
      ),
    ]);
    expect(running()).toBe(before);
    expect(plans(await plan(rig, everywhere('one')))[0]!.unfinished).toContain(
      'deploy to pune-ftd (1 staged): pune-ftd was rolled back, and this brings to it what is stored now',
    );
    expect(words(await rollback(rig, everywhere('one'), 'staged'))).toBe('the run had deployed nothing');
    expect(running()).toBe(before);
    expect((await rig.store.read('net/fmc')).entries).toEqual([]);
    expect(plans(await plan(rig, everywhere('one')))[0]!.unfinished).toEqual([]);
  });

  test('a later run goes first: its name is said', async () => {
    await apply(rig, everywhere('one'), { run: 'first' });
    await apply(rig, everywhere('two', { deploy: false }), { run: 'second' });
    await apply(rig, everywhere('two'), { run: 'third' });
    await rollback(rig, everywhere('two'), 'second');
    const early = await rollback(rig, everywhere('two'), 'first');
    expect(words(early)).toMatch(
      /api has deployed to pune-ftd or rolled it back since \(Deploy_Job_\d+\)[^]*→ roll back run third first/,
    );
  });

  test('one that broke off is finished by the next', async () => {
    const [before, ran] = [photo(rig), running()];
    await apply(rig, everywhere('one'), { run: 'first' });
    rig.fmc.faults.status = { match: /DELETE .*virtualtunnelinterfaces/, code: 400, times: 1 };
    const broken = await rollback(rig, everywhere('one'), 'first');
    expect([states(broken), words(broken)]).toEqual([
      { fmc: 'failed' },
      expect.stringMatching(/DELETE devices\/devicerecords[^]*the FMC answers 400/),
    ]);
    expect(running()).toBe(ran);
    rig.fmc.faults = {};
    expect(states(await rollback(rig, everywhere('one'), 'first'))).toEqual({ fmc: 'applied' });
    expect(content(photo(rig))).toEqual(content(before));
    expect((await rig.store.read('net/fmc')).entries).toEqual([]);
  });

  test('a device whose rollback fails is told of in the words of the FMC, and the next one tries it again', async () => {
    await apply(rig, everywhere('one'), { run: 'first' });
    await apply(rig, everywhere('two'), { run: 'second' });
    rig.fmc.faults.failDeploy = 'delhi-ftd';
    const broken = await rollback(rig, everywhere('two'), 'second');
    expect([states(broken), words(broken)]).toEqual([
      { fmc: 'failed' },
      expect.stringMatching(/rollback of delhi-ftd: FAILED: Deployment failed: the device delhi-ftd did not take/),
    ]);
    rig.fmc.faults = {};
    expect(states(await rollback(rig, everywhere('two'), 'second'))).toEqual({ fmc: 'applied' });
    expect(names.map(body)).toEqual(['one', 'one', 'one', 'one']);
  });

  test('what was adopted is theirs again: it is not taken away by who declares it no more', async () => {
    const host = (value?: string): Manifest =>
      manifestOf((stack) => {
        const center = fmc(stack);
        if (value) new NetworkObject(center, 'n', { name: 'theirs', value });
      });
    rig.fmc.touch({ collection: 'object/hosts', body: { name: 'theirs', value: '192.0.2.9' }, devices: [] });
    await apply(rig, host('192.0.2.10'), { run: 'taken', adopt: true });
    await rollback(rig, host('192.0.2.10'), 'taken');
    expect(states(await apply(rig, host()))).toEqual({ fmc: 'unchanged' });
    expect(rig.fmc.objects('object/hosts')).toEqual([expect.objectContaining({ name: 'theirs', value: '192.0.2.9' })]);
  });

  test('it is refused where somebody has deployed or changed something since', async () => {
    await apply(rig, everywhere('one'), { run: 'first' });
    await apply(rig, everywhere('two'), { run: 'second' });
    rig.fmc.touch({
      collection: 'object/hosts',
      body: { name: 'x', value: '192.0.2.9' },
      devices: ['agra-ftd'],
      user: 'ravi',
    });
    rig.fmc.deployAs('ravi', ['agra-ftd']);
    await new Promise((next) => setTimeout(next, 60));
    const late = await rollback(rig, everywhere('two'), 'second');
    expect([states(late), words(late)]).toEqual([
      { fmc: 'failed' },
      expect.stringMatching(/ravi has deployed to agra-ftd or rolled it back since \(Deploy_Job_\d\)/),
    ]);
    expect(names.map(body)).toEqual(['two', 'two', 'two', 'two']);
    const older = await rollback(rig, everywhere('two'), 'first');
    expect(words(older)).toMatch(/is not as run first left it. Nothing was changed/);
    expect(states(await rollback(rig, everywhere('two'), 'none'))).toEqual({ fmc: 'unchanged' });
  });
});

describe('selective', () => {
  const theirs = (collection: string, body: object): void =>
    void rig.fmc.touch({ collection, body, devices: ['pune-ftd'], user: 'ravi' });
  const pendingOn = async (name: string): Promise<readonly string[]> => {
    const client = await connect(rig.fmc);
    const all = (await client.items('deployment/deployabledevices')) as readonly { id: string; name: string }[];
    const found = all.find((one) => one.name === name);
    if (found === undefined) return [];
    const changes = await client.items(`deployment/deployabledevices/${found.id}/pendingchanges`);
    return (changes as readonly { entityName: string }[]).map(({ entityName }) => entityName);
  };

  test('what others changed in another policy waits on, and ours is deployed', async () => {
    theirs('policy/accesspolicies', { name: 'corporate' });
    const ended = await apply(rig, everywhere('one', { selective: true }));
    expect([states(ended), words(ended)]).toEqual([{ fmc: 'applied' }, expect.not.stringContaining('failed')]);
    expect(await pendingOn('pune-ftd')).toEqual(['corporate']);
    expect(runs('pune-ftd')).toContain('far');
    expect(left(await plan(rig, everywhere('one', { selective: true })))).toEqual([]);
  });
  test('and without it nothing is deployed', async () => {
    theirs('policy/accesspolicies', { name: 'corporate' });
    const ended = await apply(rig, everywhere());
    expect([states(ended), words(ended)]).toEqual([
      { fmc: 'failed' },
      expect.stringMatching(/pending on pune-ftd and not ours: \S+ corporate by ravi\. Nothing was deployed/),
    ]);
  });
  test('what this account changed by hand stops it, in whichever policy it stands', async () => {
    rig.fmc.touch({
      collection: 'policy/accesspolicies',
      body: { name: 'corporate' },
      devices: ['pune-ftd'],
      user: 'api',
    });
    const ended = await apply(rig, everywhere('one', { selective: true }));
    expect([states(ended), words(ended)]).toEqual([
      { fmc: 'failed' },
      expect.stringMatching(/pending on pune-ftd and not ours: \S+ corporate by \S+\. Nothing was deployed/),
    ]);
    expect(runs('pune-ftd')).not.toContain('far');
  });
  test('what others changed in a policy that goes with ours stops it', async () => {
    theirs('object/hosts', { name: 'their-host', value: '10.9.9.9' });
    const ended = await apply(rig, everywhere('one', { selective: true }));
    expect([states(ended), words(ended)]).toEqual([
      { fmc: 'failed' },
      expect.stringMatching(/pune-ftd: PG\.VPN\.S2S \S+ would be deployed with ours, and has changes by ravi/),
    ]);
    expect(runs('mumbai-pair')).not.toContain('far');
  });
});
