import { FtdBgp, NetworkObject, NetworkObjectOverride, type Fmc } from 'tunnelwright';
import type { Manifest } from '../../../lib/run/manifest';
import { apply, left, plan, states, words } from '../../support/engine';
import { startRig, type Rig } from '../../support/rig';
import { branchDomain, fmc, manifestOf } from '../../support/scenario';

/** What a program in the sub-domain declares. */
const inBranch = (declare: (center: Fmc) => void, domain = 'Global/Branch'): Manifest =>
  manifestOf((stack) => declare(fmc(stack, { domain })));

let rig: Rig;
let corporate: string;
beforeEach(async () => {
  rig = await startRig({ fmc: { deployMs: 0, domains: [branchDomain] } });
  corporate = rig.fmc.touch({
    collection: 'object/networks',
    body: { name: 'corporate', type: 'Network', value: '10.20.0.0/16', overridable: true },
  });
});
afterEach(() => rig.close());

const inherited = (): object | undefined =>
  rig.fmc.objects('object/networks').find((body) => (body as { id: string }).id === corporate);
const bgp = (center: Fmc, network: ReturnType<typeof NetworkObject.fromExisting>): FtdBgp =>
  new FtdBgp(center.ftd('branch-ftd'), 'bgp', {
    asn: 65010,
    neighbors: [{ address: '192.0.2.9', remoteAs: 64512 }],
    networks: [network],
  });
const referring = (domain?: string): Manifest =>
  inBranch((center) => void bgp(center, NetworkObject.fromExisting(center, 'corporate', 'corporate')), domain);

test.each(['Global/Branch', 'global/branch', 'Global \\ Branch'])(
  'an object of Global is referred to in %s, and stays as it is',
  async (domain) => {
    const before = JSON.stringify(inherited());
    expect(states(await apply(rig, referring(domain)))).toEqual({ fmc: 'applied' });
    expect(rig.fmc.deployed('branch-ftd')!.bgp[0]!['networks']).toEqual(['10.20.0.0/16']);
    expect(JSON.stringify(inherited())).toBe(before);
    expect(
      states(
        await apply(
          rig,
          inBranch(() => undefined),
        ),
      ),
    ).toEqual({ fmc: 'applied' });
    expect(JSON.stringify(inherited())).toBe(before);
  },
);

test('an object of Global has another value on a firewall of the sub-domain', async () => {
  const manifest = inBranch((center) => {
    const object = NetworkObject.fromExisting(center, 'corporate', 'corporate');
    bgp(center, object);
    new NetworkObjectOverride(center.ftd('branch-ftd'), 'corporate', { object, value: '10.40.0.0/16' });
  });
  expect(states(await apply(rig, manifest))).toEqual({ fmc: 'applied' });
  expect(rig.fmc.deployed('branch-ftd')!.bgp[0]!['networks']).toEqual(['10.40.0.0/16']);
  expect(inherited()).toMatchObject({ value: '10.20.0.0/16' });
  expect(left(await plan(rig, manifest))).toEqual([]);
});

describe('a name that Global has', () => {
  const colliding = (value: string): Manifest =>
    inBranch((center) => void new NetworkObject(center, 'net', { name: 'corporate', value }));

  test.each([
    ['another value', '10.77.0.0/16'],
    ['the same value', '10.20.0.0/16'],
  ])('with %s is not taken over, whatever is asked', async (_what, value) => {
    const says = /inherited from the domain Global and cannot be changed here: .*give yours another name/;
    expect(words(await plan(rig, colliding(value)))).toMatch(says);
    expect(words(await plan(rig, colliding(value), { adopt: true }))).toMatch(says);
    expect(states(await apply(rig, colliding(value), { adopt: true }))).toEqual({ fmc: 'failed' });
    expect(inherited()).toMatchObject({ value: '10.20.0.0/16' });
  });
});

test('a change in Global waits for the firewalls of the sub-domain, as that of another', async () => {
  await apply(rig, referring());
  rig.fmc.edit('object/networks', corporate, { value: '10.21.0.0/16' }, 'ravi');
  const [ended] = await plan(rig, referring());
  expect(JSON.stringify(ended)).toContain('pending on branch-ftd and not ours: Network corporate by ravi');
});

test('a domain that is not there is answered with those that are', async () => {
  expect(words(await plan(rig, referring('Global/Pune')))).toMatch(
    /the FMC has no domain Global\/Pune.*it has: Global, Global\/Branch/s,
  );
});
