import { CryptoSuite, ExternalPeer, PreSharedKey, Secret, SiteToSiteVpn } from 'tunnelwright';
import { asa, edge, type Scenario } from '../../support/scenario';

/** BGP with a cloud: on a router in the tunnel, on an ASA with a peer some hops behind it. */
export const scenario: Scenario = {
  title: 'BGP over tunnels',
  secrets: { CLOUD_KEY: 'Gq2!trombone+"fig/8' },
  declare: (stack, variant) => {
    const [here, firewall] = [edge(stack), asa(stack)];
    if (variant === 'nothing') return;
    const common = {
      suite: CryptoSuite.aes256Gcm({ group: 20 }),
      authentication: PreSharedKey.from(Secret.fromEnv('CLOUD_KEY')),
    };
    const cloud = new ExternalPeer(stack, 'cloud', { address: '203.0.113.10' });
    const keepalive = variant === 'edited' ? 20 : 10;
    new SiteToSiteVpn(stack, 'to-cloud', {
      ...common,
      ends: [
        {
          device: here,
          interface: 'GigabitEthernet0/0',
          address: '198.51.100.10',
          tunnel: '169.254.44.2/30',
          networks: variant === 'less' ? ['10.20.0.0/16'] : ['10.20.0.0/16', '198.51.100.0/24'],
          bgp: { asn: 65000, timers: { keepalive, hold: 60 } },
        },
        { peer: cloud, tunnel: '169.254.44.1/30', networks: [], bgp: { asn: 64512 } },
      ],
    });
    new SiteToSiteVpn(stack, 'asa-to-cloud', {
      ...common,
      ends: [
        {
          device: firewall,
          interface: 'outside',
          address: '198.51.100.30',
          tunnel: '169.254.45.2/30',
          networks: ['10.60.0.0/16'],
          bgp: { asn: 65000, timers: { keepalive, hold: 60 } },
        },
        { peer: cloud, tunnel: '169.254.45.1/30', networks: [], bgp: { asn: 64512, address: '10.1.255.30' } },
      ],
    });
  },
  edits: ['edge update bgp/65000', 'asa update bgp/65000'],
  deletes: ['edge update bgp/65000'],
};
