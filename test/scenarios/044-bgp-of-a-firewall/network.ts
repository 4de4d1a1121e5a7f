import { CryptoSuite, ExternalPeer, FtdBgp, NetworkObject, PreSharedKey, Secret, SiteToSiteVpn } from 'tunnelwright';
import { edge, fmc, type Scenario } from '../../support/scenario';

/** BGP behind an FMC: a firewall with a cloud and with a router over its tunnels, and one whose BGP is declared by itself. */
export const scenario: Scenario = {
  title: 'BGP of a firewall',
  secrets: { CLOUD_KEY: 'Gq2!trombone+"fig/8' },
  declare: (stack, variant) => {
    const [center, router] = [fmc(stack), edge(stack)];
    if (variant === 'nothing') return;
    const [pair, branch] = [center.ftd('mumbai-pair'), center.ftd('branch-ftd')];
    const common = {
      suite: CryptoSuite.aes256Gcm({ group: 20 }),
      authentication: PreSharedKey.from(Secret.fromEnv('CLOUD_KEY')),
    };
    const firewall = {
      device: pair,
      interface: 'outside',
      address: '203.0.113.93',
      networks: variant === 'less' ? ['10.30.0.0/16'] : ['10.30.0.0/16', '10.31.0.0/16'],
      bgp: { asn: 65010, timers: { keepalive: variant === 'edited' ? 20 : 10, hold: 60 } },
    };
    new SiteToSiteVpn(stack, 'to-cloud', {
      ...common,
      ends: [
        { ...firewall, tunnel: '169.254.46.2/30', tunnelInterface: 'Tunnel1' },
        {
          peer: new ExternalPeer(stack, 'cloud', { address: '198.51.100.77' }),
          tunnel: '169.254.46.1/30',
          networks: [],
          bgp: { asn: 64512, address: '10.1.255.30' },
        },
      ],
    });
    new SiteToSiteVpn(stack, 'to-edge', {
      ...common,
      ends: [
        { ...firewall, tunnel: '10.58.9.2/30', tunnelInterface: 'Tunnel2' },
        {
          device: router,
          interface: 'GigabitEthernet0/0',
          address: '198.51.100.10',
          tunnel: '10.58.9.1/30',
          networks: ['10.20.0.0/16'],
          bgp: { asn: 65000 },
        },
      ],
    });
    new FtdBgp(branch, 'bgp', {
      asn: 4200000000,
      routerId: '192.0.2.7',
      neighbors: [
        { address: '192.0.2.8', remoteAs: 65536, description: 'the provider', ebgpMultihop: 2 },
        ...(variant === 'less' ? [] : [{ address: '192.0.2.9', remoteAs: 4200000000 }]),
      ],
      networks: [new NetworkObject(center, 'branch', { name: 'branch-networks', value: '10.40.0.0/16' })],
    });
  },
  edits: ['fmc update ftd-bgp/mumbai-pair/bgp'],
  deletes: [
    'fmc update ftd-bgp/mumbai-pair/bgp',
    'fmc update ftd-bgp/branch-ftd/bgp',
    'fmc delete network-object/net-10.31.0.0-16',
  ],
  up: ['edge Tunnel100', 'fmc to-edge'],
};
