import { Certificates, CryptoSuite, NetworkObject, SiteToSiteVpn, StaticRoute } from 'tunnelwright';
import type { Manifest } from '../../lib/run/manifest';
import { content, photo } from '../support/devices';
import { apply, left, plan, rollback, states, words } from '../support/engine';
import { startRig, type Rig } from '../support/rig';
import { edge, fmc, manifestOf } from '../support/scenario';

/** A VPN of the pair and the networks behind its peer: which they are changes the routes of the pair. */
const vpn = (networks: readonly string[], center: object = {}): Manifest =>
  manifestOf((stack) => {
    new SiteToSiteVpn(stack, 'mumbai-pune', {
      suite: CryptoSuite.aes256Gcm(),
      authentication: Certificates.issuedBy('CA-INTERNAL'),
      ends: [
        {
          device: edge(stack),
          interface: 'GigabitEthernet0/0',
          address: '198.51.100.10',
          subject: 'cn = edge.example.net',
          tunnel: '10.58.1.1/30',
          networks,
        },
        {
          device: fmc(stack, center).ftd('mumbai-pair'),
          interface: 'outside',
          address: '203.0.113.93',
          subject: 'cn = mumbai-pair.example.net',
          tunnel: '10.58.1.2/30',
          networks: ['10.30.0.0/16'],
        },
      ],
    });
  });
const [first, second, third] = [
  vpn(['10.20.0.0/16']),
  vpn(['10.21.0.0/16']),
  vpn(['10.21.0.0/16', '10.22.0.0/16']),
] as const;
const only = { target: 'fmc' };
const stillStored = /what run \S+ stored is stored still/;

let rig: Rig;
beforeEach(async () => {
  rig = await startRig({ fmc: { deployMs: 0 } });
});
afterEach(() => rig.close());

const applied = async (manifest: Manifest, run: string): Promise<void> =>
  expect([run, states(await apply(rig, manifest, { ...only, run }))]).toEqual([run, { fmc: 'applied' }]);
const back = async (manifest: Manifest, run: string): Promise<string> => {
  const ended = await rollback(rig, manifest, run, only);
  expect([run, states(ended)]).toEqual([run, { fmc: 'applied' }]);
  return words(ended);
};
const failing = async (manifest: Manifest, run: string): Promise<void> => {
  rig.fmc.faults.failDeploy = 'mumbai-pair';
  expect(states(await apply(rig, manifest, { ...only, run }))).toEqual({ fmc: 'failed' });
  rig.fmc.faults = {};
};

describe('after a rollback on an FMC, an earlier run is', () => {
  test('not called stored only where the device runs it; what is left to do is one command, and that finishes it', async () => {
    await applied(first, 'run-1');
    const before = photo(rig);
    await applied(second, 'run-2');
    const said = await back(second, 'run-2');
    expect(said).not.toMatch(stillStored);
    expect(said).toMatch(
      /mumbai-pair runs Deploy_Job_\d again\n.* 2 changes of ours as pending on mumbai-pair: .*\nuntil that is deployed, verify ends with 2\. To finish, take what was rolled back out of the program, then tunnelwright apply; while the program declares it, apply brings it again$/,
    );
    expect(left(await plan(rig, second, only)).join()).toMatch(/create network-object\/net-10.21.0.0-16/);
    await applied(first, 'run-3');
    expect(left(await plan(rig, first, only))).toEqual([]);
    expect(content(photo(rig))).toEqual(content(before));
  });

  test('not, where it was deployed by a later one, up to which the device goes back', async () => {
    await applied(first, 'run-1');
    await failing(second, 'run-2');
    await applied(second, 'run-3');
    await applied(third, 'run-4');
    expect(await back(third, 'run-4')).not.toMatch(stillStored);
  });

  test('not, where another user has deployed it', async () => {
    await applied(first, 'run-1');
    await failing(second, 'run-2');
    rig.fmc.deployAs('ravi', ['mumbai-pair']);
    await new Promise((next) => setTimeout(next, 60));
    await applied(third, 'run-4');
    expect(await back(third, 'run-4')).not.toMatch(stillStored);
  });

  test('where only later deployments had brought it, named alone: the ones before it run', async () => {
    await applied(first, 'run-1');
    await failing(second, 'run-2');
    await applied(second, 'run-3');
    const said = await back(second, 'run-3');
    expect(said.match(/what run \S+ stored/g)).toEqual(['what run run-2 stored']);
    expect(said).not.toMatch(/To finish/);
  });

  test('by device: a canary runs what did not come to the others', async () => {
    const both = (value: string): Manifest =>
      manifestOf((stack) => {
        const center = fmc(stack, { canary: 'branch-ftd' });
        const network = new NetworkObject(center, 'far', { name: 'far', value });
        for (const name of ['branch-ftd', 'mumbai-pair'])
          new StaticRoute(center.ftd(name), 'far', {
            destination: value,
            network,
            interface: 'outside',
            gateway: '203.0.113.1',
          });
      });
    await applied(both('10.20.0.0/16'), 'run-1');
    await failing(both('10.21.0.0/16'), 'run-2');
    await applied(both('10.21.0.0/16'), 'run-3');
    expect(await back(both('10.21.0.0/16'), 'run-3')).toMatch(
      /^mumbai-pair runs Deploy_Job_\d again\n[^]*what run run-2 stored is stored still/,
    );
    await applied(both('10.21.0.0/16'), 'run-4');
    await applied(both('10.22.0.0/16'), 'run-5');
    const said = await back(both('10.22.0.0/16'), 'run-5');
    expect([said.match(/ runs Deploy_Job_\d+ again/g)?.length, said]).toEqual([
      2,
      expect.not.stringMatching(stillStored),
    ]);
  });

  test('where it was staged only, by when the deployment began to which the device went back', async () => {
    const [name, later] = ['20300302-101500-c0de', '20300302-101501-c0de'];
    await applied(vpn(['10.20.0.0/16'], { deploy: false }), name);
    await applied(first, later);
    expect(await back(first, later)).toMatch(`what run ${name} stored is stored still`);
  });

  test('not, where it was staged before that', async () => {
    await applied(vpn(['10.20.0.0/16'], { deploy: false }), '20200302-101500-c0de');
    rig.fmc.deployAs('ravi', ['mumbai-pair']);
    await new Promise((next) => setTimeout(next, 60));
    await applied(second, '20300302-101501-c0de');
    expect(await back(second, '20300302-101501-c0de')).not.toMatch(stillStored);
  });
});
