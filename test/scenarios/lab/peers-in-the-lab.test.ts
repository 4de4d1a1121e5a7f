/** The lab plays the peers that no program manages: a tunnel comes up where both ends agree, else verify says why not. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CryptoSuite, ExternalPeer, PreSharedKey, Secret, SiteToSiteVpn, type VpnStack } from 'tunnelwright';
import { rehearsed } from '../../support/rehearsed';
import { asa, edge, fmc, manifestOf } from '../../support/scenario';
import { synthesised } from '../../support/seed-examples';

const before = { ...process.env };
beforeAll(() => {
  process.env['PARTNER_KEY'] = 'Tn5-gnocchi~tuba/3';
  process.env['OTHER_KEY'] = 'Zz9-risotto~oboe/4';
});
afterAll(() => {
  process.env = before;
});

test.each([
  ['cloud-aws', { AWS_KEY_1: 'aws-Key~1', AWS_KEY_2: 'aws-Key~2' }, ['edge Tunnel1 up', 'edge Tunnel2 up']],
  ['ftd-bgp-cloud', { AWS_KEY_1: 'aws-Key~1', AWS_KEY_2: 'aws-Key~2' }, ['fmc aws-1 up', 'fmc aws-2 up']],
  ['cloud-azure', { AZURE_KEY: 'azure-Key~1' }, ['asa Tunnel1 up', 'asa Tunnel2 up']],
])('%s comes up', async (name, keys, tunnels) => {
  Object.assign(process.env, keys);
  expect(await rehearsed(...synthesised(name).manifests)).toEqual(tunnels);
});

const common = {
  suite: CryptoSuite.aes256Cbc({ group: 20 }),
  authentication: PreSharedKey.from(Secret.fromEnv('PARTNER_KEY')),
};

const fromRouter = (stack: VpnStack, peer: { readonly address: string }) => {
  const device = edge(stack);
  const vpn = new SiteToSiteVpn(stack, 'partner', {
    ...common,
    ends: [
      {
        device,
        interface: 'GigabitEthernet0/0',
        address: '198.51.100.10',
        tunnel: '10.91.0.1/30',
        networks: ['10.20.0.0/16'],
      },
      { peer: new ExternalPeer(stack, 'gateway', peer), tunnel: '10.91.0.2/30', networks: ['10.90.0.0/24'] },
    ],
  });
  return vpn.on(device);
};

test.each(['203.0.113.201', 'gw.partner.example'])('a router and a peer at %s', async (address) => {
  expect(await rehearsed(manifestOf((stack) => void fromRouter(stack, { address })))).toEqual(['edge Tunnel100 up']);
});

test.each<[string, (end: ReturnType<typeof fromRouter>) => void, string]>([
  [
    'a group that the peer does not have',
    (end) => end.proposal.override({ group: [21] }),
    'Failed to find a matching policy (the ends have no IKEv2 proposal in common)',
  ],
  [
    'another key',
    (end) => {
      const key = Secret.fromEnv('OTHER_KEY');
      end.keyring!.override({ peers: [{ name: 'gateway', address: '203.0.113.201', key }] });
    },
    'Auth exchange failed (one end does not know the other by what it says it is, or keys or certificates differ)',
  ],
  [
    'an identity that the peer does not expect',
    (end) => end.profile.override({ identityLocal: { type: 'fqdn', fqdn: 'edge.example.net' } }),
    'Auth exchange failed (one end does not know the other by what it says it is, or keys or certificates differ)',
  ],
  [
    'an identity that the peer does not have',
    (end) => end.profile.override({ matchRemoteAddresses: ['203.0.113.202'] }),
    'Failed to locate an item in the database (no IKEv2 profile is for what the peer says it is)',
  ],
  [
    'no PFS',
    (end) => end.ipsecProfile.override({ pfs: undefined }),
    'Received no proposal chosen notify (the ends have no ESP algorithms or PFS group in common)',
  ],
  [
    'an address where no peer is',
    (end) => end.tunnel.override({ destination: '203.0.113.209' }),
    'Maximum number of retransmissions reached (the peer does not answer)',
  ],
])('a router with %s: DOWN, and why', async (_, change, why) => {
  const [said] = await rehearsed(manifestOf((stack) => change(fromRouter(stack, { address: '203.0.113.201' }))));
  expect(said).toMatch(
    /^edge Tunnel100 DOWN \(line protocol down: no IKE SA with 203\.0\.113\.20[19]; IKEv2 errors of/,
  );
  expect(said).toContain(`the device: ${why})`);
});

const fromFirewalls = (stack: VpnStack) => {
  const [firewall, pair] = [asa(stack), fmc(stack).ftd('mumbai-pair')];
  const mapped = { type: 'policy-based', interface: 'outside' } as const;
  const third = new ExternalPeer(stack, 'third', { address: '203.0.113.203' });
  const fourth = new ExternalPeer(stack, 'fourth', { address: '203.0.113.204' });
  const vpn = new SiteToSiteVpn(stack, 'from-asa', {
    ...common,
    ends: [
      { device: firewall, ...mapped, address: '198.51.100.30', networks: ['10.60.0.0/16'] },
      { peer: third, networks: ['10.92.0.0/16'] },
    ],
  });
  new SiteToSiteVpn(stack, 'from-ftd', {
    ...common,
    ends: [
      { device: pair, ...mapped, address: '203.0.113.93', networks: ['10.30.0.0/16'] },
      { peer: fourth, networks: ['10.93.0.0/16'] },
    ],
  });
  return vpn.on(firewall);
};

test('firewalls that protect networks, each with a peer', async () => {
  expect(await rehearsed(manifestOf((stack) => void fromFirewalls(stack)))).toEqual([
    'asa outside_map 10 up',
    'fmc from-ftd up',
  ]);
});

test('an ASA that protects other networks than its peer: DOWN, and why', async () => {
  const [said] = await rehearsed(
    manifestOf((stack) => {
      const entry = { action: 'permit' as const, protocol: 'ip', source: '10.61.0.0/16', destination: '10.92.0.0/16' };
      fromFirewalls(stack).protectedTraffic!.override({ entries: [entry] });
    }),
  );
  expect(said).toBe(
    'asa outside_map 10 DOWN (no IKEv2 SA with 203.0.113.203: There was no IPSEC policy found for received TS (the ends do not protect the same networks))',
  );
});

test('the manifest carries what is declared of a peer, by reference where it is secret', () => {
  const { peers } = manifestOf((stack) => void fromRouter(stack, { address: 'gw.partner.example' }));
  expect(peers).toEqual([
    {
      path: 'net/gateway',
      vpn: 'net/partner',
      address: 'gw.partner.example',
      identity: { type: 'fqdn', fqdn: 'gw.partner.example' },
      tunnel: '10.91.0.2/30',
      networks: ['10.90.0.0/24'],
      type: 'route-based',
      ike: { name: 'suite', encryption: ['aes-cbc-256'], integrity: ['sha384'], group: [20] },
      esp: { name: 'suite', encryption: 'aes-cbc-256', integrity: 'sha384', mode: 'tunnel' },
      pfs: 20,
      authentication: { method: 'pre-share', key: { secret: 'env', name: 'PARTNER_KEY' } },
      ends: [{ address: '198.51.100.10', tunnel: '10.91.0.1/30', networks: ['10.20.0.0/16'] }],
    },
  ]);
});

test('a program without such peers has none in its manifest', () => {
  expect(manifestOf((stack) => void edge(stack))).not.toHaveProperty('peers');
});

/** The blocks of a page that show text: what is written, and what is printed. */
const shownOn = (page: string): readonly string[] =>
  [...readFileSync(join(__dirname, '../../../docs/how-to', page), 'utf8').matchAll(/^```text\n([\s\S]*?)^```/gm)].map(
    (found) => found[1]!,
  );

test.each([
  ['aws.md', 'cloud-aws', 'edge', { AWS_KEY_1: 'aws-Key~1', AWS_KEY_2: 'aws-Key~2' }, ['cloud-aws/aws-1-gateway']],
  ['azure.md', 'cloud-azure', 'asa', { AZURE_KEY: 'azure-Key~1' }, undefined],
])('%s shows what is written and printed', async (page, name, target, keys, mistyped) => {
  Object.assign(process.env, keys);
  const { manifests, configs } = synthesised(name);
  const other = { method: 'pre-share' as const, key: Secret.fromEnv('OTHER_KEY') };
  const wrong = manifests.map((manifest) => ({
    ...manifest,
    peers: (manifest.peers ?? []).map((peer) =>
      (mistyped ?? [peer.path]).includes(peer.path) ? { ...peer, authentication: other } : peer,
    ),
  }));
  const printed = [...(await rehearsed(...manifests)), ...(await rehearsed(...wrong))];
  const shown = shownOn(page);
  const written = shown.filter((block) => /^(?:crypto|interface) /.test(block));
  expect(written).toHaveLength(2);
  for (const block of written) expect(configs[target]).toContain(block);
  const tunnels = shown.flatMap((block) => [...block.matchAll(/^ {2}tunnel (\S+): (.*)$/gm)]);
  expect(tunnels.map(([, tunnel, state]) => `${target} ${tunnel} ${state!.replace(/^up .*/, 'up')}`)).toEqual(printed);
});
