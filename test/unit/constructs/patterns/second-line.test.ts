/** What cannot work with two internet lines at one end, in the user's words. */
import { CryptoSuite, ExternalPeer, PreSharedKey, Secret, SiteToSiteVpn, type VpnStack } from 'tunnelwright';
import type { SiteToSiteEnd, SiteToSiteVpnProps } from 'tunnelwright';
import { asa, edge, fmc, problemsIn } from '../../../support/scenario';

type Line = NonNullable<SiteToSiteEnd['secondLine']>;
const line: Line = {
  interface: 'GigabitEthernet0/1',
  address: '203.0.113.66',
  tunnel: '10.58.1.5/30',
  peerTunnel: '10.58.1.6/30',
};
const lined = (
  device: SiteToSiteEnd['device'],
  second: Partial<Line>,
  more: Partial<SiteToSiteEnd> = {},
): SiteToSiteEnd => ({
  device,
  interface: 'GigabitEthernet0/0',
  address: '198.51.100.10',
  tunnel: '10.58.1.1/30',
  networks: ['10.20.0.0/16'],
  secondLine: { ...line, ...second },
  ...more,
});
const partner = (stack: VpnStack, more = {}) => ({
  peer: new ExternalPeer(stack, 'partner', { address: '203.0.113.201' }),
  tunnel: '10.58.1.2/30',
  networks: ['10.90.0.0/16'],
  ...more,
});
const problemsOf = (ends: (stack: VpnStack) => SiteToSiteVpnProps['ends']) =>
  problemsIn(
    (stack) =>
      void new SiteToSiteVpn(stack, 'vpn', {
        suite: CryptoSuite.aes256Gcm(),
        authentication: PreSharedKey.from(Secret.fromEnv('KEY')),
        ends: ends(stack),
      }),
  );

test('a router with two lines is no problem', () => {
  expect(problemsOf((stack) => [lined(edge(stack), {}), partner(stack)])).toEqual([]);
});

test.each<[string, (stack: VpnStack) => SiteToSiteVpnProps['ends'], string]>([
  [
    'an ASA',
    (stack) => [lined(asa(stack), {}, { interface: 'outside' }), partner(stack)],
    'ends[0].secondLine: two internet lines at one end are written for IOS-XE routers only: leave secondLine out, or take a router',
  ],
  [
    'a firewall behind an FMC at the other end',
    (stack) => [
      lined(edge(stack), {}),
      {
        device: fmc(stack).ftd('mumbai-pair'),
        interface: 'outside',
        address: '203.0.113.93',
        tunnel: '10.58.1.2/30',
        networks: ['10.30.0.0/16'],
      },
    ],
    'ends[0].secondLine: behind an FMC a firewall has one address of its peer: leave secondLine out, or take a router or an ASA at the other end',
  ],
  [
    'the first line once more',
    (stack) => [lined(edge(stack), { interface: 'GigabitEthernet0/0' }), partner(stack)],
    'ends[0].secondLine.interface: GigabitEthernet0/0 is the first line: write the interface of the other',
  ],
  [
    'the network of the first tunnel',
    (stack) => [lined(edge(stack), { tunnel: '10.58.1.1/29', peerTunnel: '10.58.1.2/30' }), partner(stack)],
    'ends[0].secondLine: the tunnel addresses 10.58.1.1/29 and 10.58.1.2/30 are not in one network: take both from 10.58.1.0/29',
  ],
  [
    'BGP and a probe',
    (stack) => [lined(edge(stack), { probe: {} }, { bgp: { asn: 65000 } }), partner(stack, { bgp: { asn: 64512 } })],
    'ends[0].secondLine: BGP chooses between the tunnels, and has no static routes: leave probe and distance out',
  ],
  [
    'a tunnel whose number no tracked object has',
    (stack) => [lined(edge(stack), { probe: {} }, { tunnelInterface: 'Tunnel2000' }), partner(stack)],
    'ends[0].secondLine.probe.number: is missing: Tunnel2000 has no number of 1 to 1000 to take, so write one',
  ],
  [
    'a distance that the first line has',
    (stack) => [lined(edge(stack), { distance: 1 }), partner(stack)],
    'ends[0].secondLine.distance: ',
  ],
])('%s is refused', (_, ends, message) => {
  expect(
    problemsOf(ends)
      .map((text) => text.replace('net/vpn ', ''))
      .join('\n'),
  ).toContain(message);
});
