/** What a program only looks up on an FMC: a lab has it, whatever its kind. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Fmc, Login, NetworkGroup, NetworkObject, StaticRoute, TunnelInterface, type VpnStack } from 'tunnelwright';
import { chosen } from '../../../lib/cli/source';
import { fill } from '../../../lib/lab/world/fill';
import { placesOf } from '../../../lib/lab/world/places';
import { startRehearsal } from '../../../lib/lab/world/rehearsal';
import { catalogue, whyNotLookedUp } from '../../../lib/model/construct-names';
import type { Ref } from '../../../lib/model/noun';
import { nouns, type Kind } from '../../../lib/model/nouns';
import { fmc } from '../../../lib/platforms/fmc';
import { grammarOf } from '../../../lib/platforms/fmc/grammar';
import { fileStore } from '../../../lib/run/ledger/store';
import type { Manifest } from '../../../lib/run/manifest';
import { plan, words } from '../../support/engine';
import { rehearsed } from '../../support/rehearsed';
import { startRig } from '../../support/rig';
import { manifestOf } from '../../support/scenario';

const isOnFmc = (kind: Kind): boolean => ['object', 'looked-up'].includes(grammarOf(kind).form);
const kinds: readonly Kind[] = [
  'ftd-device',
  ...[...catalogue.keys()].filter((kind) => isOnFmc(kind) && whyNotLookedUp(kind) === undefined),
];

/** What is named by its number, and what stands below another. */
const own: Readonly<Partial<Record<Kind, string>>> = {
  'tunnel-interface': 'Tunnel7',
  'ftd-dynamic-tunnel': 'Virtual-Template8',
  'ftd-loopback': 'Loopback9',
};
const below: Readonly<Partial<Record<Kind, Kind>>> = {
  'access-rule': 'access-policy',
  'ra-connection-profile': 'ra-vpn-policy',
};
const nameFor = (kind: Kind): string => {
  const name = own[kind] ?? `a-${kind}`;
  return nouns[kind].within === undefined ? name : `a-${below[kind] ?? 'ftd-device'}/${name}`;
};
const keys: Readonly<Partial<Record<Kind, NonNullable<Ref['key']>>>> = {
  'secure-client-file': { type: 'vpn-profile' },
};
const reference = (kind: Kind): Ref => ({
  ref: kind,
  name: nameFor(kind),
  external: true,
  ...(keys[kind] ? { key: keys[kind] } : {}),
});

/** A program of one group, which refers to these. */
const manifestWith = (members: readonly Ref[]): Manifest => {
  const manifest = manifestOf((stack: VpnStack) => {
    const branch = new Fmc(stack, 'fmc', { host: 'fmc.example.net', version: '7.6', login: Login.fromEnv('FMC') });
    new NetworkGroup(branch, 'holder', { members: ['192.0.2.77'] });
  });
  const [target] = manifest.targets;
  const { desired, problems } = fmc.lower({
    id: 'fmc',
    path: 'fmc',
    platform: 'fmc',
    settings: target!.settings as never,
    resources: [{ kind: 'network-group', name: 'holder', path: 'fmc/holder', noun: { name: 'holder', members } }],
  } as never);
  expect(problems).toEqual([]);
  return { ...manifest, targets: [{ ...target!, desired }] };
};

/** What a plan says in a lab of its own. */
const planned = async (manifest: Manifest): Promise<string> => {
  const room = mkdtempSync(join(tmpdir(), 'tunnelwright-'));
  const lab = await startRehearsal(placesOf(manifest.targets), { requestsPerMinute: 0, delayMs: 0, flapSeed: 0 });
  try {
    const file = lab.describe(room);
    const works = (one: Manifest) => chosen([one], { lab: file });
    return words(await plan({ store: fileStore(join(room, 'ledger')), works }, manifest));
  } finally {
    await lab.close();
    rmSync(room, { recursive: true, force: true });
  }
};

test('all kinds at once are there', async () => {
  expect(kinds.length).toBeGreaterThan(30);
  const manifest = manifestWith(kinds.map(reference));
  expect(manifest.targets[0]!.desired.externals.map(({ address }) => address)).toEqual(
    kinds.map((kind) => `${kind}/${nameFor(kind)}`),
  );
  expect(await planned(manifest)).toBe('');
});

test('a program that looks objects up is applied in a lab', async () => {
  const manifest = manifestOf((stack) => {
    const center = new Fmc(stack, 'fmc', { host: 'fmc.example.net', version: '7.6', login: Login.fromEnv('FMC') });
    const corporate = NetworkObject.fromExisting(center, 'corporate', 'corporate');
    const branches = NetworkGroup.fromExisting(center, 'branches', 'branches');
    new NetworkGroup(center, 'all', { members: [corporate, branches] });
    new StaticRoute(center.ftd('pune'), 'route', {
      destination: '192.0.2.0/24',
      network: corporate,
      interface: 'outside',
      gateway: NetworkObject.fromExisting(center, 'next-hop', 'next-hop'),
    });
  });
  expect(await rehearsed(manifest)).toEqual([]);
});

test('a tunnel that is looked up has the logical name that the program says: a route leaves by it', async () => {
  const manifest = manifestOf((stack) => {
    const center = new Fmc(stack, 'fmc', { host: 'fmc.example.net', version: '7.6', login: Login.fromEnv('FMC') });
    const pune = center.ftd('pune');
    const tunnel = TunnelInterface.fromExisting(pune, 'tunnel', 'Tunnel7', 'vti-mumbai');
    new StaticRoute(pune, 'route', {
      destination: '10.20.0.0/16',
      network: new NetworkObject(center, 'mumbai', { value: '10.20.0.0/16' }),
      interface: tunnel,
      gateway: '192.0.2.2',
    });
  });
  expect(await rehearsed(manifest)).toEqual([]);
});

test('what is only looked up is read once, also where answers come and go: nothing is expected of it', async () => {
  const manifest = manifestWith((['ra-vpn-policy', 'ra-connection-profile'] as const).map(reference));
  const rig = await startRig({ fmc: { flapSeed: 0 } });
  try {
    fill(rig.fmc, placesOf(manifest.targets)[0]!);
    expect(words(await plan(rig, manifest))).toBe('');
    expect(rig.fmc.log.filter(({ path }) => /\/connectionprofiles\?/.test(path)).length).toBe(1);
  } finally {
    await rig.close();
  }
});
