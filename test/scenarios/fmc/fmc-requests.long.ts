import { IkeV2Policy, IkeV2Proposal, NetworkGroup, NetworkObject, type FmcProps, type VpnStack } from 'tunnelwright';
import type { Manifest } from '../../../lib/run/manifest';
import { lockTarget, planTarget } from '../../../lib/run/apply';
import type { TargetJob } from '../../../lib/run/target';
import { content, doubled, photo } from '../../support/devices';
import { actions, apply, left, plan, states, words } from '../../support/engine';
import { healthy } from '../../support/killing';
import { startRig, type Rig } from '../../support/rig';
import { fmc, manifestOf } from '../../support/scenario';
import { scenario as remoteAccess } from '../016-remote-access-level-1/network';

const hosts = (count: number, settings: Partial<FmcProps> = {}): Manifest =>
  manifestOf((stack) => {
    const center = fmc(stack, settings);
    for (let n = 0; n < count; n++)
      new NetworkObject(center, `h${n}`, { name: `h${n}`, value: `10.9.${Math.floor(n / 250)}.${(n % 250) + 1}` });
  });
const edgeHosts = (stack: VpnStack, prefix: string): void => {
  const center = fmc(stack);
  for (let n = 0; n < 20; n++)
    new NetworkObject(center, `${prefix}${n}`, { name: `${prefix}${n}`, value: `10.9.0.${n + 1}` });
};
const policy = (lifetime: number): Manifest =>
  manifestOf((stack) => {
    const center = fmc(stack);
    const strong = new IkeV2Proposal(center, 's', { encryption: ['aes-gcm-256'], prf: ['sha384'], group: [20] });
    new IkeV2Policy(center, 'p', { name: 'OURS', proposals: [strong], priority: 5, lifetime });
  });

let rig: Rig;
beforeEach(async () => {
  Object.assign(process.env, remoteAccess.secrets);
  rig = await startRig();
});
afterEach(() => rig.close());
const requests = (): readonly string[] =>
  rig.fmc.log.map(({ method, path }) => `${method} ${path.split('/').slice(6).join('/')}`);

describe('few requests', () => {
  test('1,001 hosts are made by two and read by two; every request is counted', async () => {
    const many = hosts(1001);
    const [ended] = await apply(rig, many);
    expect(states([ended!])).toEqual({ fmc: 'applied' });
    expect(requests().filter((line) => line.startsWith('POST object/hosts'))).toHaveLength(2);
    expect(rig.fmc.objects('object/hosts')).toHaveLength(1001);
    const before = rig.fmc.counters.requests;
    const [quiet] = await plan(rig, many);
    expect(left([quiet!])).toEqual([]);
    expect(rig.fmc.counters.requests - before).toBe(5);
    expect(quiet!.requests).toEqual({ used: 5, oneByOne: 5 + 1001 - 2 });
    expect(rig.fmc.counters).toMatchObject({ logins: 2, rejected: 0, maxParallelWrites: 1 });
  });

  test('a group of groups waits for its members, and they go together', async () => {
    const nested = manifestOf((stack) => {
      const center = fmc(stack);
      const [a, b] = ['a', 'b'].map((name, i) => new NetworkObject(center, name, { name, value: `10.0.0.${i + 1}` }));
      const inner = new NetworkGroup(center, 'inner', { name: 'inner', members: [a!] });
      new NetworkGroup(center, 'outer', { name: 'outer', members: [inner, b!] });
      new NetworkGroup(center, 'other', { name: 'other', members: [b!] });
    });
    expect(states(await apply(rig, nested))).toEqual({ fmc: 'applied' });
    expect(requests().filter((line) => line.startsWith('POST object'))).toEqual([
      'POST object/hosts?bulk=true',
      expect.stringMatching(/^POST object\/networkgroups/),
      expect.stringMatching(/^POST object\/networkgroups/),
    ]);
  });

  test.each([
    ['before it takes effect', { times: 1 }],
    ['after it took effect', { times: 1, after: true }],
    ['after it took effect, every time', { times: 9, after: true }],
  ])('a bulk whose connection breaks %s makes each once', async (_when, drop) => {
    rig.fmc.faults.drop = { match: /POST .*hosts/, ...drop };
    await apply(rig, hosts(30));
    healthy(rig);
    expect(Object.values(states(await apply(rig, hosts(30)))).join()).toMatch(/applied|unchanged/);
    expect([rig.fmc.objects('object/hosts').length, doubled(rig.fmc)]).toEqual([30, []]);
    expect(left(await plan(rig, hosts(30)))).toEqual([]);
  });

  test('a bulk that is refused names the one, and makes none', async () => {
    let made = false;
    // Between our reading and our writing.
    rig.fmc.faults.rewrite = (request, answer) => {
      if (!made && request.startsWith('GET deployment/deployabledevices')) {
        made = true;
        rig.fmc.touch({ collection: 'object/ranges', body: { name: 'H7', value: '10.0.0.1-10.0.0.2' }, devices: [] });
      }
      return answer;
    };
    const [ended] = await apply(rig, hosts(9));
    expect([states([ended!]), words([ended!])]).toEqual([
      { fmc: 'failed' },
      expect.stringMatching(
        /\[net\/fmc\/h7\] POST object\/hosts \(9 objects\), h7: the FMC answers 400: Duplicate Name/,
      ),
    ]);
    expect(rig.fmc.objects('object/hosts')).toEqual([]);
  });
});

describe('others at the same time', () => {
  test('what somebody edits between our reading and our writing is not written over; who and when is said', async () => {
    await apply(rig, policy(28800));
    const at = 'object/ikev2policies';
    const ours = () => (rig.fmc.objects(at) as { id: string; name: string }[]).find(({ name }) => name === 'OURS')!;
    const [work] = rig.works(policy(14400), 'fmc');
    const held = await lockTarget(work!, { store: rig.store, adopt: false, progress: () => undefined });
    rig.fmc.edit(at, ours().id, { priority: 77 }, 'ravi');
    const ended = await held.apply();
    await held.release();
    expect([ended.state, words([ended])]).toEqual([
      'failed',
      expect.stringMatching(
        /ikev2policies:OURS was changed by ravi at \d{4}-\d\d-\d\d \d\d:\d\d:\d\d UTC, after it was read: nothing was written over it[^]*→ plan again/,
      ),
    ]);
    expect(ours()).toMatchObject({ priority: 77, lifetimeInSeconds: 28800 });
    expect(actions(await plan(rig, policy(14400)))).toEqual(['fmc update ikev2-policy/OURS']);
    expect(states(await apply(rig, policy(14400)))).toEqual({ fmc: 'applied' });
    expect(ours()).toMatchObject({ priority: 5, lifetimeInSeconds: 14400 });
  });

  test('nor is it deleted', async () => {
    await apply(rig, hosts(2));
    const [work] = rig.works(hosts(1), 'fmc');
    const held = await lockTarget(work!, { store: rig.store, adopt: false, progress: () => undefined });
    const [, second] = rig.fmc.objects('object/hosts') as { id: string }[];
    rig.fmc.edit('object/hosts', second!.id, { value: '10.1.1.1' }, 'ravi');
    expect(words([await held.apply()])).toMatch(/hosts:h1|networkaddresses:h1 was changed by ravi/);
    await held.release();
    expect(rig.fmc.objects('object/hosts')).toHaveLength(2);
  });

  test('a policy that somebody keeps to himself is refused, and who it is is said', async () => {
    await apply(
      rig,
      manifestOf((stack) => remoteAccess.declare(stack, 'whole')),
    );
    const [policy] = rig.fmc.objects('policy/ravpns') as { id: string }[];
    rig.fmc.lock(policy!.id, 'ravi');
    const edited = manifestOf((stack) => remoteAccess.declare(stack, 'edited'));
    const gone = manifestOf((stack) => remoteAccess.declare(stack, 'nothing'));
    expect(words(await apply(rig, gone))).toMatch(
      /the FMC answers 400: The policy is locked by another user\. The policy is locked by ravi[^]*→ have ravi save or discard it and unlock it/,
    );
    rig.fmc.lock(policy!.id, 'api');
    expect(states(await apply(rig, edited))).toEqual({ fmc: 'applied' });
  });

  test('another login that ends our session again and again ends the run in clear words, and is not ended in turn', async () => {
    rig.fmc.faults = {};
    const [work] = rig.works(hosts(3), 'fmc');
    const held = await lockTarget(work!, { store: rig.store, adopt: false, progress: () => undefined });
    Object.defineProperty(rig.fmc.faults, 'kick', { get: () => true, set: () => undefined });
    const ended = await held.apply();
    await held.release();
    expect(words([ended])).toMatch(
      /another login of api has ended this session[^]*→ give Tunnelwright an account of its own/,
    );
    expect(rig.fmc.counters.logins).toBe(2);
    rig.fmc.faults = {};
    expect(states(await apply(rig, hosts(3)))).toEqual({ fmc: 'applied' });
  });

  test('two targets at one FMC share one session, one writer and one request rate', async () => {
    const [one, two] = [manifestOf((stack) => edgeHosts(stack, 'a')), manifestOf((stack) => edgeHosts(stack, 'b'))];
    const works = [one, two].map((each, i) => ({ ...rig.works(each, 'fmc')[0]!, stack: `net${i}` }));
    const options = { store: rig.store, adopt: false, progress: () => undefined };
    const held = await Promise.all(works.map((work) => lockTarget(work, options)));
    const ended = await Promise.all(held.map((each) => each.apply()));
    await Promise.all(held.map((each) => each.release()));
    expect([ended.map(({ state }) => state), words(ended)]).toEqual([['applied', 'applied'], '']);
    expect(rig.fmc.counters).toMatchObject({ logins: 1, rejected: 0, maxParallelWrites: 1 });
    expect(ended.reduce((sum, { requests: took }) => sum + took!.used, 0)).toBe(rig.fmc.counters.requests);
    expect(rig.fmc.objects('object/hosts')).toHaveLength(40);
  });

  test('a wrong password is tried once for all, so that it locks no account', async () => {
    process.env['WRONG'] = 'no-such-password';
    const login = { username: 'api', password: { secret: 'env', name: 'WRONG' } };
    const [work] = rig.works(hosts(1), 'fmc');
    const wrong = ['left', 'right'].map((id) => ({
      ...work!,
      target: { ...work!.target, id, settings: { ...work!.target.settings, login } },
    }));
    const ended = await Promise.all(
      wrong.map((each) => planTarget(each as TargetJob, { store: rig.store, adopt: false, progress: () => undefined })),
    );
    expect(words(ended)).toMatch(
      /\[left\] the FMC refuses the login of api[^]*\[right\] the FMC refuses the login of api/,
    );
    expect(rig.fmc.log.filter(({ path }) => path.endsWith('generatetoken'))).toHaveLength(1);
  });

  test('an expired token is refreshed in the middle of a run, by one login', async () => {
    const [work] = rig.works(hosts(3), 'fmc');
    const held = await lockTarget(work!, { store: rig.store, adopt: false, progress: () => undefined });
    rig.fmc.faults.expireToken = true;
    expect((await held.apply()).state).toBe('applied');
    await held.release();
    expect(rig.fmc.counters).toMatchObject({ logins: 1, refreshes: 1 });
  });
});

describe('children of remote access that come and go', () => {
  const staff = (stack: VpnStack): void => remoteAccess.declare(stack, 'whole');

  test.each([2, 3])('with seed %i: applied once, quiet after it', async (flapSeed) => {
    await rig.close();
    rig = await startRig({ fmc: { flapSeed } });
    const manifest = manifestOf(staff);
    const ended = await apply(rig, manifest);
    expect([states(ended), words(ended)]).toEqual([{ fmc: 'applied' }, '']);
    expect([left(await plan(rig, manifest)), doubled(rig.fmc)]).toEqual([[], []]);
  });

  test('the end is the same as on an FMC that is steady', async () => {
    const manifest = manifestOf(staff);
    await apply(rig, manifest);
    const steady = await startRig({ fmc: { flapSeed: 0 } });
    try {
      await apply(steady, manifest);
      expect(content(photo(rig))).toEqual(content(photo(steady)));
    } finally {
      await steady.close();
    }
  });

  test('one that does not settle is told of', async () => {
    rig.fmc.faults.status = { match: /PUT .*ipseccryptomaps/, code: 404, times: 99 };
    const ended = await apply(rig, manifestOf(staff));
    expect(words(ended)).toMatch(/PUT policy\/ravpns[^]*the FMC answers 404/);
    healthy(rig);
    expect(states(await apply(rig, manifestOf(staff)))).toEqual({ fmc: 'applied' });
    expect(doubled(rig.fmc)).toEqual([]);
  });
});
