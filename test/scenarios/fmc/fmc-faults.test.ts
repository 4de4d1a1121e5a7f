import { Certificates, CryptoSuite, SiteToSiteVpn } from 'tunnelwright';
import type { FmcFaults } from '../../../lib/lab/devices/fmc';
import { connect } from '../../support/fmc-lab/client';
import { planTarget } from '../../../lib/run/apply';
import type { Manifest } from '../../../lib/run/manifest';
import { content, doubled, photo, touched, type Photo } from '../../support/devices';
import { apply, left, plan, states, words } from '../../support/engine';
import { healthy, nthRequest } from '../../support/killing';
import { startRig, type Rig } from '../../support/rig';
import { isWhole } from '../../support/sampled';
import { edge, fmc, manifestOf, type Variant } from '../../support/scenario';
import { tunnel } from '../001-certificate-tunnel/network';
import { scenario as remoteAccess } from '../016-remote-access-level-1/network';

const only = { target: 'fmc' };
const manifest = (variant: Variant = 'whole', center = {}): Manifest =>
  manifestOf((stack) => tunnel(stack, variant, {}, center));

let rig: Rig;
let boot: Photo;
beforeEach(async () => {
  rig = await startRig();
  boot = photo(rig);
});
afterEach(() => rig.close());

/** Programs that are run under faults, and every which request is tried where not all are. */
const programs: readonly (readonly [string, () => Manifest, number])[] = [
  ['a tunnel', () => manifest(), 17],
  [
    'remote access',
    () => {
      Object.assign(process.env, remoteAccess.secrets);
      return manifestOf((stack) => remoteAccess.declare(stack, 'whole'));
    },
    131,
  ],
];

/** The token is too old at the nth request. */
const expiredAt = (nth: number): FmcFaults => {
  let seen = 0;
  return {
    get expireToken() {
      seen += 1;
      return seen === nth;
    },
    set expireToken(_cleared) {},
  };
};

describe.each(programs)('a fault at any request of %s', (_title, declared, step) => {
  const program = declared();
  /** What happens to one request, and what the same run makes of it. */
  const faults: Readonly<Record<string, (nth: number) => FmcFaults>> = {
    'answered 429': (nth) => ({ status: { match: nthRequest(nth), code: 429, times: 1 } }),
    'answered 500': (nth) => ({ status: { match: nthRequest(nth), code: 500, times: 1 } }),
    'answered 503': (nth) => ({ status: { match: nthRequest(nth), code: 503, times: 1 } }),
    'dropped before it takes effect': (nth) => ({ drop: { match: nthRequest(nth), times: 1 } }),
    'dropped after it took effect': (nth) => ({ drop: { match: nthRequest(nth), times: 1, after: true } }),
    'cut short': (nth) => ({ truncate: { match: nthRequest(nth), times: 1 } }),
    'answered 401': (nth) => ({ status: { match: nthRequest(nth), code: 401, times: 1 } }),
    'with an expired token': expiredAt,
  };
  let requests = 0;
  let end: object;
  /** Some requests, others for each fault; all with EVERY_REQUEST set. */
  const sample = (fault: number): readonly number[] => {
    // A run of fewer requests than the step has one of each kind all the same.
    const stride = Math.min(isWhole ? step : step * 2, requests);
    return Array.from({ length: requests }, (_, i) => i + 1).filter(
      (nth) => process.env['EVERY_REQUEST'] || nth % stride === (fault * 9) % stride,
    );
  };
  beforeEach(async () => {
    if (requests > 0) return;
    const calm = await startRig();
    await apply(calm, program, only);
    requests = calm.fmc.log.length;
    end = content(photo(calm));
    await calm.close();
  });

  /** Several worlds at a time: most of a deployment is waiting. */
  const each = async (all: readonly number[], work: (nth: number) => Promise<void>): Promise<void> => {
    const queue = [...all];
    await Promise.all(
      [1, 2, 3, 4].map(async () => {
        for (let nth = queue.shift(); nth !== undefined; nth = queue.shift()) await work(nth);
      }),
    );
  };

  test.each(Object.entries(faults))(
    '%s: the same end, in this run or the next',
    async (name, fault) => {
      const failures: string[] = [];
      const survived: number[] = [];
      const tried = sample(Object.keys(faults).indexOf(name));
      expect(tried.length).toBeGreaterThan(0);
      await each(tried, async (nth) => {
        const one = await startRig();
        const before = photo(one);
        one.fmc.faults = fault(nth);
        const ended = await apply(one, program, only);
        if (states(ended)['fmc'] === 'applied') survived.push(nth);
        healthy(one);
        const second = await apply(one, program, only);
        const note = (what: string, found: unknown): void =>
          void failures.push(
            `${name}, request ${nth} (${one.fmc.log[nth - 1]?.method} ${one.fmc.log[nth - 1]?.path}): ${what} ${JSON.stringify(found)}`,
          );
        if (!/applied|unchanged/.test(states(second)['fmc']!)) note(`first ${words(ended)} second`, words(second));
        const still = left(await plan(one, program, only));
        if (still.length > 0) note('left', still);
        if (doubled(one.fmc).length > 0) note('doubled', doubled(one.fmc));
        if (touched(before, photo(one)).length > 0) note('touched', touched(before, photo(one)));
        if (JSON.stringify(content(photo(one))) !== JSON.stringify(end)) note('another end', '');
        await one.close();
      });
      expect(failures).toEqual([]);
      expect(survived.length).toBeGreaterThanOrEqual(Math.floor(tried.length * 0.8));
      // Every request of a long program takes a minute.
    },
    300_000,
  );
});

describe('others at work', () => {
  test('a pending change of another user stops the deployment, and is named', async () => {
    await apply(rig, manifest(), only);
    const deployed = photo(rig).deployed;
    const id = rig.fmc.touch({
      collection: 'object/hosts',
      body: { name: 'theirs', value: '192.0.2.77', type: 'Host' },
      user: 'priya',
      devices: ['mumbai-pair'],
    });
    const before = photo(rig);
    expect(words(await plan(rig, manifest(), only))).toBe('');
    const ended = await apply(rig, manifest('edited'), only);
    expect([states(ended), words(ended)]).toEqual([
      { fmc: 'failed' },
      expect.stringMatching(
        /staged, not deployed[^]*pending on mumbai-pair and not ours: \w+ theirs by priya[^]*Nothing was deployed[^]*→/,
      ),
    ]);
    expect(photo(rig).deployed).toBe(deployed);
    expect(photo(rig).fmc.get(`object/hosts/${id}`)).toEqual(before.fmc.get(`object/hosts/${id}`));
    expect(left(await plan(rig, manifest('edited'), only)).join()).toMatch(/deploy to mumbai-pair/);
    expect(states(await apply(rig, manifest('edited'), only))).toEqual({ fmc: 'failed' });
    await deployByHand(rig);
    expect(Object.values(states(await apply(rig, manifest('edited'), only))).join()).toMatch(/applied|unchanged/);
    expect(left(await plan(rig, manifest('edited'), only))).toEqual([]);
    expect(photo(rig).deployed).toMatch(/"lifetimeInSeconds":14400/);
  });

  test('a failing deployment is reported by device, and the next run deploys', async () => {
    rig.fmc.faults.failDeploy = 'mumbai-pair';
    const ended = await apply(rig, manifest(), only);
    expect([states(ended), words(ended)]).toEqual([
      { fmc: 'failed' },
      expect.stringMatching(
        /deployment to mumbai-pair: FAILED: Deployment failed: the device mumbai-pair did not take/,
      ),
    ]);
    healthy(rig);
    expect(states(await apply(rig, manifest(), only))).toEqual({ fmc: 'applied' });
    expect(doubled(rig.fmc)).toEqual([]);
  });
});

/** Somebody deploys everything in the GUI. */
const deployByHand = async (on: Rig): Promise<void> => {
  const client = await connect(on.fmc);
  const items = await client.items('deployment/deployabledevices');
  await client.post('deployment/deploymentrequests', {
    type: 'DeploymentRequest',
    version: items[0]!['version'],
    deviceList: items.map((item) => (item['device'] as { id: string }).id),
  });
  while ((await client.items('deployment/deployabledevices')).length > 0) await new Promise(setImmediate);
};

describe('what is not there, or not believed', () => {
  const refused: readonly (readonly [string, object, RegExp])[] = [
    [
      'a wrong pin',
      { trust: { fingerprint: 'AB'.repeat(32) } },
      /another certificate than the pinned one: SHA-256 [^]*Trust/,
    ],
    ['an unknown authority', { trust: {} }, /certificate that is not trusted[^]*SHA-256 [^]*Trust\.caFile/],
    [
      'another password',
      { login: { username: 'api', password: { secret: 'env', name: 'WRONG' } } },
      /refuses the login of api[^]*→/,
    ],
    ['a domain that is not there', { domain: 'Asia' }, /has no domain Asia[^]*it has: Global/],
  ];
  test.each(refused)('%s is refused with a remedy', async (_name, settings, says) => {
    process.env['WRONG'] = 'no-such-password';
    const [work] = rig.works(manifest(), 'fmc');
    const target = { ...work!.target, settings: { ...work!.target.settings, ...settings } };
    const ended = await planTarget(
      { ...work!, target },
      {
        store: rig.store,
        adopt: false,
        progress: () => undefined,
      },
    );
    expect([ended.state, words([ended])]).toEqual(['unknown', expect.stringMatching(says)]);
    expect(words([ended])).not.toContain('no-such-password');
  });

  test('a firewall and an enrolment that the FMC does not know are named, both, and nothing is staged', async () => {
    const wrong = manifestOf((stack) => {
      const here = edge(stack);
      const end = { interface: 'outside', subject: 'cn = x' };
      new SiteToSiteVpn(stack, 'vpn', {
        suite: CryptoSuite.aes256Gcm(),
        authentication: Certificates.issuedBy('CA-NOWHERE'),
        ends: [
          {
            ...end,
            device: here,
            interface: 'GigabitEthernet0/0',
            address: '198.51.100.10',
            tunnel: '10.58.1.1/30',
            networks: ['10.20.0.0/16'],
          },
          {
            ...end,
            device: fmc(stack).ftd('pune-pair'),
            address: '203.0.113.93',
            tunnel: '10.58.1.2/30',
            networks: ['10.30.0.0/16'],
          },
        ],
      });
    });
    for (const run of [plan, apply]) {
      const ended = await run(rig, wrong);
      expect(states(ended)).toEqual({ fmc: 'failed', edge: 'failed' });
      expect(words(ended)).toMatch(/pune-pair[^]*not on fmc/);
      expect(words(ended)).toMatch(/CA-NOWHERE[^]*not on fmc/);
      expect(words(ended)).toMatch(/CA-NOWHERE[^]*not on edge/);
    }
    expect(photo(rig)).toEqual(boot);
  });
});

test('a request rate that is used up is waited for or said, never guessed around', async () => {
  await rig.close();
  rig = await startRig({ fmc: { requestsPerMinute: 20 } });
  const ended = await apply(rig, manifest(), only);
  expect([states(ended), words(ended)]).toEqual([
    { fmc: expect.stringMatching(/failed|unknown/) },
    expect.stringMatching(/request rate \(429\)[^]*→/),
  ]);
});
