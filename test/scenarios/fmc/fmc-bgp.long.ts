import {
  CryptoSuite,
  ExternalPeer,
  FtdBgp,
  NetworkObject,
  PreSharedKey,
  Secret,
  SiteToSiteVpn,
  type Fmc,
  type FtdBgpProps,
  type VpnStack,
} from 'tunnelwright';
import type { Manifest } from '../../../lib/run/manifest';
import { actions, apply, drift, left, plan, plans, rollback, states, verify, words } from '../../support/engine';
import { startRig, type Rig } from '../../support/rig';
import { fmc, manifestOf, problemsIn } from '../../support/scenario';

/** BGP of a firewall: what others have in it, what changes by hand, and another autonomous system. */
type Body = Readonly<Record<string, unknown>> & { readonly id: string };
interface Family {
  readonly neighbors: readonly Readonly<Record<string, unknown>>[];
  readonly networks: readonly { readonly ipv4Address: { readonly name: string } }[];
}

const ours = { address: '192.0.2.9', remoteAs: 64512 };
const declared = (props: Partial<FtdBgpProps> = {}, more = '10.40.0.0/16'): Manifest =>
  manifestOf((stack) => {
    const center = fmc(stack);
    const network = new NetworkObject(center, 'mine', { name: 'mine', value: more });
    new FtdBgp(center.ftd('branch-ftd'), 'bgp', { asn: 65010, neighbors: [ours], networks: [network], ...props });
  });
const nothing = manifestOf((stack) => void fmc(stack));

let rig: Rig;
beforeEach(async () => {
  rig = await startRig({ fmc: { deployMs: 0 } });
});
afterEach(() => rig.close());

const at = (collection: string): readonly Body[] => rig.fmc.objects(collection) as readonly Body[];
const routing = (which: string): string =>
  `devices/devicerecords/${at('devices/devicerecords').find(({ name }) => name === 'branch-ftd')!.id}/routing/${which}`;
const family = (): Family => at(routing('bgp'))[0]!['addressFamilyIPv4'] as Family;
const asNumbers = (): readonly unknown[] => at(routing('bgpgeneralsettings')).map((one) => one['asNumber']);
const addresses = (): readonly unknown[] => family().neighbors.map((one) => one['ipv4Address']);
const networks = (): readonly string[] => family().networks.map(({ ipv4Address }) => ipv4Address.name);

const theirs = {
  ipv4Address: '192.0.2.7',
  remoteAs: '64500',
  neighborGeneral: { enableAddress: true, description: 'of others' },
  neighborAdvanced: { neighborWeight: 7 },
};
/** Somebody turns BGP on, and has a neighbour and a network in it unless nothing is said of them. */
const others = (asNumber: string, neighbors: readonly object[] | undefined = [theirs]): void => {
  rig.fmc.touch({ collection: routing('bgpgeneralsettings'), body: { asNumber }, devices: ['branch-ftd'] });
  const body = { name: 'their-net', type: 'Network', value: '10.41.0.0/16' };
  const id = rig.fmc.touch({ collection: 'object/networks', body, devices: ['branch-ftd'] });
  if (neighbors.length > 0)
    rig.fmc.touch({
      collection: routing('bgp'),
      body: { addressFamilyIPv4: { neighbors, networks: [{ ipv4Address: { id } }] } },
      devices: ['branch-ftd'],
    });
  rig.fmc.deployAs('admin', ['branch-ftd']);
};
const applied = async (manifest: Manifest, run?: string): Promise<void> => {
  const ended = await apply(rig, manifest, run === undefined ? {} : { run });
  expect([states(ended), words(ended)]).toEqual([{ fmc: 'applied' }, '']);
  expect(left(await plan(rig, manifest))).toEqual([]);
  expect(left(await verify(rig, manifest))).toEqual([]);
};
const rolledBack = async (manifest: Manifest, run: string): Promise<void> => {
  const ended = await rollback(rig, manifest, run);
  expect(ended.flatMap(({ problems }) => problems)).toEqual([]);
};
const refusalOf = async (manifest: Manifest): Promise<string> => {
  const [blocked] = plans(await plan(rig, manifest)).flatMap((one) => one.blocked);
  expect(Object.values(states(await apply(rig, manifest)))).toEqual(['failed']);
  return blocked?.message ?? 'nothing is refused';
};
const drifted = async (manifest: Manifest): Promise<readonly string[]> =>
  plans(await drift(rig, manifest)).flatMap(({ changes }) =>
    changes.flatMap(({ action, differences }) => (action === 'none' ? [] : differences.map(({ text }) => text))),
  );

describe('what others have', () => {
  test('stays in the process with all that it says, also when ours goes', async () => {
    others('65010');
    const [before] = family().neighbors;
    expect(actions(await plan(rig, declared()))).toEqual([
      'fmc create network-object/mine',
      'fmc update ftd-bgp/branch-ftd/bgp',
    ]);
    expect(
      plans(await plan(rig, declared())).flatMap(({ changes }) => changes.flatMap((one) => one.unmanaged)),
    ).toEqual([
      expect.stringMatching(/^bgp: addressFamilyIPv4\.neighbors: ipv4Address 192\.0\.2\.7, .*, remoteAs 64500$/),
      'bgp: addressFamilyIPv4.networks: ipv4Address their-net',
    ]);
    await applied(declared());
    expect([addresses(), networks()]).toEqual([
      ['192.0.2.7', '192.0.2.9'],
      ['their-net', 'mine'],
    ]);
    expect(family().neighbors[0]).toEqual(before);
    await applied(nothing);
    expect([asNumbers(), family().neighbors, networks()]).toEqual([['65010'], [before], ['their-net']]);
  });
  test('that came after us keeps what we made, without our part', async () => {
    await applied(declared());
    const [{ id }] = at(routing('bgp')) as [Body];
    rig.fmc.edit(routing('bgp'), id, { addressFamilyIPv4: { neighbors: [...family().neighbors, theirs] } });
    rig.fmc.deployAs('admin', ['branch-ftd']);
    expect(left(await plan(rig, declared()))).toEqual([]);
    await applied(nothing);
    expect([asNumbers(), addresses(), networks()]).toEqual([['65010'], ['192.0.2.7'], []]);
  });
  test('is not taken over: their neighbour at our address is refused, until both say the same', async () => {
    others('65010', [{ ...theirs, ipv4Address: '192.0.2.9' }]);
    expect(await refusalOf(declared())).toMatch(
      /^bgpgeneralsettings:branch-ftd\/bgp: bgp: addressFamilyIPv4\.neighbors: ipv4Address 192\.0\.2\.9, .* is there already and not managed by Tunnelwright: declare it as it is there, or remove it there$/,
    );
    const same = { address: '192.0.2.9', remoteAs: 64500, description: 'of others', weight: 7 };
    await applied(declared({ neighbors: [same] }));
    await applied(nothing);
    expect(addresses()).toEqual(['192.0.2.9']);
  });
  test('decides on the autonomous system and the router id', async () => {
    others('65099', []);
    expect(await refusalOf(declared())).toBe(
      'bgpgeneralsettings:branch-ftd/bgp: others use it with asNumber 65099: declare that value, or have theirs removed there',
    );
    expect(await refusalOf(declared({ asn: 65099, routerId: '192.0.2.1' }))).toBe(
      'bgpgeneralsettings:branch-ftd/bgp: others use it with routerId AUTOMATIC: declare that value, or have theirs removed there',
    );
    await applied(declared({ asn: 65099 }));
    expect([asNumbers(), addresses()]).toEqual([['65099'], ['192.0.2.9']]);
    await applied(nothing);
    expect([asNumbers(), addresses()]).toEqual([['65099'], []]);
  });
});

describe('a run is rolled back', () => {
  test('that joined the process of others: theirs is as it was', async () => {
    others('65010');
    const before = [asNumbers(), family()];
    await applied(declared(), 'one');
    await rolledBack(declared(), 'one');
    expect([asNumbers(), family()]).toEqual(before);
  });
  test('that made the process again: it is in the former autonomous system', async () => {
    await applied(declared());
    await applied(declared({ asn: 65020 }), 'two');
    await rolledBack(declared({ asn: 65020 }), 'two');
    expect([asNumbers(), addresses(), networks()]).toEqual([['65010'], ['192.0.2.9'], ['mine']]);
    expect(actions(await plan(rig, declared()))).toEqual([]);
    expect(states(await apply(rig, nothing))).toEqual({ fmc: 'applied' });
    expect([at(routing('bgp')), asNumbers()]).toEqual([[], []]);
  });
});

describe('what is ours', () => {
  test('goes whole, with what turned BGP on', async () => {
    await applied(declared());
    expect(rig.fmc.deployed('branch-ftd')?.bgp).toMatchObject([
      { asNumber: '65010', neighbors: [{ ipv4Address: '192.0.2.9' }], networks: ['10.40.0.0/16'] },
    ]);
    await applied(nothing);
    expect([at(routing('bgp')), asNumbers(), rig.fmc.deployed('branch-ftd')?.bgp]).toEqual([[], [], []]);
  });
  test('is made again in another autonomous system, but not while others are in it', async () => {
    await applied(declared());
    await applied(declared({ asn: 65020 }));
    expect([asNumbers(), addresses(), networks()]).toEqual([['65020'], ['192.0.2.9'], ['mine']]);
    const [{ id }] = at(routing('bgp')) as [Body];
    rig.fmc.edit(routing('bgp'), id, { addressFamilyIPv4: { neighbors: [...family().neighbors, theirs] } });
    rig.fmc.deployAs('admin', ['branch-ftd']);
    expect(await refusalOf(declared({ asn: 65030 }))).toMatch(/others use it with asNumber 65020/);
    expect([asNumbers(), addresses()]).toEqual([['65020'], ['192.0.2.9', '192.0.2.7']]);
  });
  test('is drift when it is changed by hand, and is put right; what nobody declares of a neighbour stays', async () => {
    await applied(declared());
    const [{ id }] = at(routing('bgp')) as [Body];
    const [own] = family().neighbors as [Readonly<Record<string, object>>];
    const changed = {
      ...own,
      neighborGeneral: { ...own['neighborGeneral'], shutdown: true },
      neighborAdvanced: { ...own['neighborAdvanced'], neighborWeight: 9, sendCommunity: true },
    };
    rig.fmc.edit(routing('bgp'), id, { addressFamilyIPv4: { neighbors: [changed] } });
    rig.fmc.deployAs('admin', ['branch-ftd']);
    const text = (await drifted(declared())).join('\n');
    expect(text).toMatch(/shutdown false[\s\S]*shutdown true/);
    await applied(declared());
    expect(family().neighbors).toMatchObject([
      { neighborGeneral: { shutdown: false }, neighborAdvanced: { neighborWeight: 0, sendCommunity: true } },
    ]);
  });
  test('that went by hand is made again', async () => {
    await applied(declared());
    const [{ id }] = at(routing('bgp')) as [Body];
    rig.fmc.edit(routing('bgp'), id, { addressFamilyIPv4: { neighbors: [], networks: [] } });
    rig.fmc.deployAs('admin', ['branch-ftd']);
    await applied(declared());
    expect([addresses(), networks()]).toEqual([['192.0.2.9'], ['mine']]);
  });
});

test('what is wrong with it is said at synth', () => {
  expect(
    problemsIn((stack) => {
      const center = fmc(stack);
      new FtdBgp(center, 'homeless', { asn: 65010, neighbors: [ours] });
    }),
  ).toEqual([expect.stringMatching(/^net\/fmc\/homeless device: /)]);
  expect(
    problemsIn((stack) => {
      const center = fmc(stack);
      new FtdBgp(center.ftd('branch-ftd'), 'one', { asn: 0, neighbors: [ours, { ...ours, remoteAs: 1 }] });
    }),
  ).toEqual([
    expect.stringMatching(/asn: 0 is out of range: write a whole number of 1 to 4294967295/),
    expect.stringMatching(/neighbors: two neighbours have one address: write each once/),
  ]);
  expect(
    problemsIn((stack) => {
      const center = fmc(stack);
      for (const id of ['one', 'two']) new FtdBgp(center.ftd('branch-ftd'), id, { asn: 65010, neighbors: [ours] });
    }),
  ).toEqual([expect.stringMatching(/branch-ftd/)]);
  const vpn = (stack: VpnStack, id: string, asn: number, far: object): void => {
    new SiteToSiteVpn(stack, id, {
      suite: CryptoSuite.aes256Gcm({ group: 20 }),
      authentication: PreSharedKey.from(Secret.fromEnv('KEY')),
      ends: [
        {
          device: ((stack.node.tryFindChild('fmc') as Fmc | undefined) ?? fmc(stack)).ftd('branch-ftd'),
          interface: 'outside',
          address: '203.0.113.120',
          tunnel: '169.254.46.2/30',
          networks: ['10.40.0.0/16'],
          bgp: { asn },
        },
        {
          peer: new ExternalPeer(stack, `${id}-peer`, { address: '198.51.100.77' }),
          tunnel: '169.254.46.1/30',
          networks: [],
          ...far,
        },
      ],
    });
  };
  expect(problemsIn((stack) => vpn(stack, 'cloud', 65010, {}))).toEqual([
    expect.stringMatching(/ends\[1\]\.bgp: is missing: another end has it, so write it at all ends/),
  ]);
  expect(
    problemsIn((stack) => {
      vpn(stack, 'cloud', 65010, { bgp: { asn: 64512 } });
      vpn(stack, 'partner', 65011, { bgp: { asn: 64512 } });
    }),
  ).toContainEqual(expect.stringMatching(/branch-ftd is in autonomous system 65010 already, and has one: write 65010/));
});
