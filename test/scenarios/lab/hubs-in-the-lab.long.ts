/** The lab plays hubs: each spoke comes up, and one that does not fit stays down with a reason. */
import { Certificates, CryptoSuite, HubAndSpoke, IosXeRouter, Login, Rules, type VpnStack } from 'tunnelwright';
import type { Manifest } from '../../../lib/run/manifest';
import { rehearsed } from '../../support/rehearsed';
import { manifestOf } from '../../support/scenario';

const router = (stack: VpnStack, id: string, n: number): IosXeRouter =>
  new IosXeRouter(stack, id, {
    host: `192.0.2.${n}`,
    release: '17.9',
    login: Login.fromEnv('ROUTERS'),
    aaaNewModel: 'on',
  });

type Changes = (vpn: HubAndSpoke, spokes: readonly IosXeRouter[]) => void;

const fits: Changes = () => undefined;

/** A hub and so many spokes, of which some do not fit. */
const network = (count: number, change: Changes = fits): Manifest =>
  manifestOf((stack) => {
    const devices = Array.from({ length: count }, (_, i) => router(stack, `spoke${i + 1}`, 11 + i));
    const vpn = new HubAndSpoke(stack, 'branches', {
      suite: CryptoSuite.aes256Gcm(),
      authentication: Certificates.issuedBy('CA-INTERNAL'),
      domain: 'example.net',
      hub: {
        device: router(stack, 'hub', 1),
        identity: 'hub.example.net',
        address: '203.0.113.1',
        tunnel: '10.60.0.254/32',
        networks: ['10.20.0.0/16'],
      },
      spokes: devices.map((device, i) => ({
        device,
        identity: `spoke${i + 1}.example.net`,
        interface: 'GigabitEthernet0/0',
        tunnel: `10.60.0.${i + 1}/32`,
        lan: ['GigabitEthernet0/1'],
      })),
    });
    change(vpn, devices);
    // The rules find what does not fit before any device is asked; here it is the device that shall say so.
    for (const rule of ['TW-END-001', 'TW-END-002', 'TW-END-003', 'TW-END-004', 'TW-END-005'])
      if (change !== fits) Rules.waive(vpn, rule, { reason: 'meant', until: '2099-12-31' });
  });

const up = (count: number): readonly string[] => Array.from({ length: count }, (_, i) => `spoke${i + 1} Tunnel0 up`);

test.each([2, 10])('with %i spokes all are up', async (count) => {
  expect(await rehearsed(network(count))).toEqual(up(count));
});

test.each<[string, Changes, string]>([
  [
    'of another group',
    (vpn, [, second]) => vpn.on(second!).proposal.override({ group: [20] }),
    'Failed to find a matching policy (the ends have no IKEv2 proposal in common)',
  ],
  [
    'that says it is somebody in another domain',
    (vpn, [, second]) =>
      vpn.on(second!).profile.override({ identityLocal: { type: 'fqdn', fqdn: 'spoke2.example.com' } }),
    'Auth exchange failed (one end does not know the other by what it says it is, or keys or certificates differ)',
  ],
  [
    'that expects a hub of another domain',
    (vpn, [, second]) => vpn.on(second!).profile.override({ matchRemoteFqdnDomains: ['example.com'] }),
    'Failed to locate an item in the database (no IKEv2 profile is for what the peer says it is)',
  ],
  [
    'of another ESP algorithm',
    (vpn, [, second]) => vpn.on(second!).transformSet.override({ encryption: 'aes-gcm-128' }),
    'Received no proposal chosen notify (the ends have no ESP algorithms or PFS group in common)',
  ],
])('a spoke %s stays down, and verify says why', async (_, change, why) => {
  const [first, second, third] = up(3);
  expect(await rehearsed(network(3, change))).toEqual([
    first,
    `${second!.replace(' up', '')} DOWN (line protocol down: no IKE SA with 203.0.113.1; IKEv2 errors of the device: ${why})`,
    third,
  ]);
});
