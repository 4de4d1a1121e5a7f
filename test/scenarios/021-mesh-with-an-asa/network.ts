import { CryptoSuite, PreSharedKey, Secret, SiteToSiteVpn } from 'tunnelwright';
import { asa, edge, fmc, type Scenario } from '../../support/scenario';

/** Three platforms in one declaration, a tunnel between each two. */
export const scenario: Scenario = {
  title: 'a mesh of a router, an ASA and a firewall pair',
  secrets: { MESH_KEY: 'a-mesh-key-no-one-guesses' },
  declare: (stack, variant) => {
    const [here, there, center] = [edge(stack), asa(stack), fmc(stack)];
    if (variant === 'nothing') return;
    new SiteToSiteVpn(stack, 'mesh', {
      suite: CryptoSuite.aes256Gcm(),
      lifetimes: { ipsec: variant === 'edited' ? 1800 : 3600 },
      authentication: PreSharedKey.from(Secret.fromEnv('MESH_KEY')),
      tunnelNetwork: '10.58.0.0/24',
      ends: [
        {
          device: here,
          interface: 'GigabitEthernet0/0',
          address: '198.51.100.10',
          networks: ['10.20.0.0/16'],
        },
        {
          device: there,
          interface: 'outside',
          address: '198.51.100.30',
          networks: variant === 'less' ? ['10.60.0.0/17'] : ['10.60.0.0/17', '10.60.128.0/17'],
          natExemption: { inside: 'inside' },
        },
        {
          device: center.ftd('mumbai-pair'),
          interface: 'outside',
          address: '203.0.113.93',
          networks: ['10.30.0.0/16'],
        },
      ],
    });
  },
  edits: [
    'asa update ipsec-profile/mesh-edge',
    'asa update ipsec-profile/mesh-mumbai-pair',
    'edge update ipsec-profile/mesh-asa',
    'edge update ipsec-profile/mesh-mumbai-pair',
    'fmc update vpn-topology/mesh-asa-mumbai-pair',
    'fmc update vpn-topology/mesh-edge-mumbai-pair',
  ],
  deletes: [
    'asa delete nat-exemption/inside/mesh-edge/net-10.60.128.0-17/net-10.20.0.0-16',
    'asa delete nat-exemption/inside/mesh-mumbai-pair/net-10.60.128.0-17/net-10.30.0.0-16',
    'asa delete network-object/net-10.60.128.0-17',
    'edge delete static-route/10.60.128.0/17@Tunnel100',
    'fmc delete network-object/net-10.60.128.0-17',
    'fmc delete static-route/mumbai-pair/net-10.60.128.0-17@mesh-asa-mumbai-pair',
  ],
  up: [
    'asa Tunnel100',
    'asa Tunnel102',
    'edge Tunnel100',
    'edge Tunnel101',
    'fmc mesh-asa-mumbai-pair',
    'fmc mesh-edge-mumbai-pair',
  ],
};
