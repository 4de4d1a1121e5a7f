import type { Manifest } from '../../../lib/run/manifest';
import { content, photo, type Photo } from '../../support/devices';
import { actions, apply, left, plan, rollback, states, verify, words } from '../../support/engine';
import { startRig, type Rig } from '../../support/rig';
import { synthesised } from '../../support/seed-examples';

const versions = ['7.2', '7.4', '7.6', '7.7'] as const;
/** What each firewall runs after the example, and did not run before. */
const examples = {
  'ftd-remote-access-ikev2': { device: 'branch-ftd', runs: ['"RA_VPN"', '"CCIElab"', '"GP-CCIElab"', '"VPN-Pool"'] },
  'ftd-remote-access-directory': {
    device: 'branch-ftd',
    runs: ['"RA_VPN"', '"STAFF"', '"PARTNERS"', '"corp.example.net"', '"dc-1.corp.example.net"', '"anna"'],
  },
  'ftd-dynamic-hub': {
    device: 'mumbai-pair',
    runs: ['"branches"', '"Virtual-Template1"', '"DYNAMIC"', '"Loopback1"', '"65011"', '"branches-in"'],
  },
  'ftd-shared-objects': { device: 'branch-ftd', runs: ['"branches"', '"site-nat"', '"site-lan"', '"10.40.0.0/16"'] },
  'ftd-bgp-cloud': { device: 'mumbai-pair', runs: ['"aws-1"', '"aws-2"', '"65010"', '"169.254.45.1"'] },
  'site-to-site-certificate': { device: 'mumbai-pair', runs: ['"mumbai-pune"', '"certificateAuth"', '"10.58.1.2"'] },
} as const;
type Name = keyof typeof examples;
const names = Object.keys(examples) as readonly Name[];
/** Those with tunnels between two firewalls. */
const hubs: ReadonlySet<Name> = new Set<Name>(['ftd-dynamic-hub', 'ftd-shared-objects']);
const only = { target: 'fmc' };

const declared = (name: Name, version: string): Manifest => {
  const { said, manifests } = synthesised(name, { FMC_VERSION: version });
  expect([said, manifests.length]).toEqual(['', 1]);
  return manifests[0]!;
};
/** What is stored on the FMC, and what runs on its firewalls. */
const both = (seen: Photo): object => ({ stored: content(seen), deployed: seen.deployed });

let rig: Rig | undefined;
beforeAll(() => {
  Object.assign(process.env, {
    RADIUS: 'Qz5-radius~1',
    DIRECTORY: 'Lk4;fern=quay',
    ANNA: 'Wd9/plum:tide',
    AWS_KEY_1: 'aws-Key~1',
    AWS_KEY_2: 'aws-Key~2',
  });
});
afterEach(() => rig?.close());

/** Dynamic tunnels, loopback interfaces and users of local realms are made from 7.4 on. */
const from74: ReadonlySet<Name> = new Set<Name>([...hubs, 'ftd-remote-access-directory']);
const table = names.flatMap((name) =>
  versions.filter((version) => !from74.has(name) || version !== '7.2').map((version) => [name, version] as const),
);
describe('the firewall examples on every version that takes them', () => {
  test.each(table)('%s on %s: applied, deployed, verified and taken back', async (name, version) => {
    const manifest = declared(name, version);
    const accessPolicies = [{ name: 'edge-access', devices: ['mumbai-pair', 'branch-ftd'] }];
    rig = await startRig({ fmc: { version, flapSeed: 0, accessPolicies, authorities: ['CORP-ROOT'] } });
    const before = photo(rig);
    const first = await plan(rig, manifest, only);
    expect(words(first)).toBe('');
    const applied = await apply(rig, manifest, { ...only, run: 'one' });
    expect([states(applied), words(applied)]).toEqual([{ fmc: 'applied' }, '']);
    const { device, runs } = examples[name];
    const running = JSON.stringify(rig.fmc.deployed(device));
    expect(runs.filter((word) => !running.includes(word))).toEqual([]);
    expect(left(await verify(rig, manifest, only))).toEqual([]);

    const back = await rollback(rig, manifest, 'one', only);
    // The lab, like the FMC perhaps, goes on listing an assignment whose policy is gone.
    const all = [device, ...(hubs.has(name) ? ['branch-ftd', 'mumbai-pair'].filter((other) => other !== device) : [])];
    expect([states(back), words(back).split('\n').sort()]).toEqual([
      { fmc: 'applied' },
      [
        ...all.map((one) => `${one} runs Deploy_Job_1 again`).sort(),
        ...all
          .sort()
          .map((one): unknown =>
            expect.stringMatching(
              `^the FMC lists \\d+ changes? of ours as pending on ${one}: the next deployment brings`,
            ),
          ),
        expect.stringMatching(/^until that is deployed, verify ends with 2\. To finish, /),
      ],
    ]);
    expect(both(photo(rig))).toEqual(both(before));
    expect((await rig.store.read(`${manifest.stack}/fmc`)).entries).toEqual([]);

    // Whoever deploys next brings nothing of it back.
    rig.fmc.deployAs('ravi', all);
    await new Promise((next) => setTimeout(next, 60));
    expect(both(photo(rig))).toEqual(both(before));
    expect(actions(await plan(rig, manifest, only))).toEqual(actions(first));
  });
});

describe('a version that does not take an example says so when the program is run', () => {
  test.each([
    [
      'ftd-remote-access-ikev2',
      '7.1',
      /^\[remote-access\/fmc\/RA_VPN\/policy\] remote access VPN policy: the FMC 7.1 cannot, from 7.2 on it can$/m,
    ],
    [
      'ftd-remote-access-ikev2',
      '7.1',
      /^\[remote-access\/fmc\/VPN-Pool\] address pool: the FMC 7.1 cannot, from 7.2 on it can\n {4}→ [^\n]*or raise the FMC to 7.2$/m,
    ],
    ['site-to-site-certificate', '6.6', /tunnel\] tunnel interface: the FMC 6.6 cannot, from 6.7 on it can\n {4}→ /],
  ] as const)('%s on %s', (name, version, says) => {
    const { said, manifests } = synthesised(name, { FMC_VERSION: version });
    expect([said, manifests]).toEqual([expect.stringMatching(says), []]);
  });
});
