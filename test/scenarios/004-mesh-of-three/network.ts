import { Certificates, CryptoSuite, SiteToSiteVpn } from 'tunnelwright';
import { edge, fmc, type Scenario } from '../../support/scenario';

/** Three ends, a tunnel between each two; one of them between two firewalls of one FMC. */
export const scenario: Scenario = {
  title: 'a mesh of a router, a firewall pair and a single firewall',
  declare: (stack, variant) => {
    const [here, center] = [edge(stack), fmc(stack)];
    if (variant === 'nothing') return;
    const ends = [
      {
        device: here,
        interface: 'GigabitEthernet0/0',
        address: '198.51.100.10',
        subject: 'cn = edge.example.net',
        networks: ['10.20.0.0/16'],
      },
      {
        device: center.ftd('mumbai-pair'),
        interface: 'outside',
        address: '203.0.113.93',
        subject: 'cn = mumbai-pair.example.net',
        networks: ['10.30.0.0/16'],
      },
      {
        device: center.ftd('branch-ftd'),
        interface: 'outside',
        address: '203.0.113.120',
        subject: 'cn = branch-ftd.example.net',
        networks: variant === 'less' ? ['10.40.0.0/16'] : ['10.40.0.0/16', '10.41.0.0/16'],
      },
    ];
    new SiteToSiteVpn(stack, 'mesh', {
      suite: CryptoSuite.aes256Gcm(),
      lifetimes: { ipsec: variant === 'edited' ? 1800 : 3600 },
      authentication: Certificates.issuedBy('CA-INTERNAL'),
      tunnelNetwork: '10.58.0.0/24',
      ends,
    });
  },
  edits: [
    'edge update ipsec-profile/mesh-branch-ftd',
    'edge update ipsec-profile/mesh-mumbai-pair',
    'fmc update vpn-topology/mesh-edge-branch-ftd',
    'fmc update vpn-topology/mesh-edge-mumbai-pair',
    'fmc update vpn-topology/mesh-mumbai-pair-branch-ftd',
  ],
  deletes: [
    'edge delete static-route/10.41.0.0/16@Tunnel101',
    'fmc delete static-route/mumbai-pair/net-10.41.0.0-16@mesh-mumbai-pair-branch-ftd',
    'fmc delete network-object/net-10.41.0.0-16',
  ],
  up: [
    'edge Tunnel100',
    'edge Tunnel101',
    'fmc mesh-edge-branch-ftd',
    'fmc mesh-edge-mumbai-pair',
    'fmc mesh-mumbai-pair-branch-ftd',
  ],
};
