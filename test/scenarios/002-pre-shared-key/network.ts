import { CryptoSuite, PreSharedKey, Secret, SiteToSiteVpn } from 'tunnelwright';
import { edge, fmc, type Scenario } from '../../support/scenario';

/** A key for a peer without a certificate: from a secret, never in a program. */
export const scenario: Scenario = {
  title: 'a tunnel with a pre-shared key',
  secrets: { TUNNEL_KEY: 'Zq7!wallaby+"crumpet/9', OTHER_KEY: 'Vx3%ostrich&pretzel=5' },
  declare: (stack, variant) => {
    const [here, there] = [edge(stack), fmc(stack)];
    if (variant === 'nothing') return;
    new SiteToSiteVpn(stack, 'branch', {
      suite: CryptoSuite.aes256Cbc({ group: 20 }),
      authentication: PreSharedKey.from(Secret.fromEnv(variant === 'edited' ? 'OTHER_KEY' : 'TUNNEL_KEY')),
      ends: [
        {
          device: here,
          interface: 'GigabitEthernet0/0',
          address: '198.51.100.10',
          tunnel: '10.59.0.1/30',
          tunnelInterface: 'Tunnel7',
          networks: variant === 'less' ? ['10.20.0.0/16'] : ['10.20.0.0/16', '10.21.0.0/16'],
        },
        {
          device: there.ftd('branch-ftd'),
          interface: 'outside',
          address: '203.0.113.120',
          tunnel: '10.59.0.2/30',
          networks: ['10.40.0.0/16'],
        },
      ],
    });
  },
  edits: ['edge update ikev2-keyring/branch', 'fmc update vpn-topology/branch'],
  changesSecret: true,
  deletes: ['fmc delete static-route/branch-ftd/net-10.21.0.0-16@branch', 'fmc delete network-object/net-10.21.0.0-16'],
  up: ['edge Tunnel7', 'fmc branch'],
};
