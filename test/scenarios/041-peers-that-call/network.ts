import { CryptoSuite, ExternalPeer, PreSharedKey, Secret, SiteToSiteVpn } from 'tunnelwright';
import { asa, edge, fmc, type Scenario } from '../../support/scenario';

/** Branches behind addresses of their provider: they call, and each platform lets them in in its own way. */
export const scenario: Scenario = {
  title: 'peers whose address is not known',
  secrets: { BRANCH_KEY: 'Rb8!noodle+"harp/1' },
  declare: (stack, variant) => {
    const [here, firewall, center] = [edge(stack), asa(stack), fmc(stack)];
    if (variant === 'nothing') return;
    const common = {
      suite: CryptoSuite.aes256Gcm({ group: variant === 'edited' ? 20 : 19 }),
      authentication: PreSharedKey.from(Secret.fromEnv('BRANCH_KEY')),
    };
    const identity = { type: 'fqdn', fqdn: 'branch.example.net' } as const;
    const branch = new ExternalPeer(stack, 'branch', { address: 'dynamic', identity });
    const shop = new ExternalPeer(stack, 'shop', { address: 'dynamic' });
    if (variant !== 'less')
      new SiteToSiteVpn(stack, 'branch-vpn', {
        ...common,
        ends: [
          { device: here, interface: 'GigabitEthernet0/0', address: '198.51.100.10', networks: ['10.20.0.0/16'] },
          { peer: branch, networks: ['10.94.0.0/16'] },
        ],
      });
    const mapped = { type: 'policy-based', interface: 'outside' } as const;
    new SiteToSiteVpn(stack, 'shop-asa', {
      ...common,
      ends: [
        { device: firewall, ...mapped, address: '198.51.100.30', networks: ['10.60.0.0/16'] },
        { peer: shop, networks: ['10.95.0.0/16'] },
      ],
    });
    new SiteToSiteVpn(stack, 'shop-ftd', {
      ...common,
      ends: [
        { device: center.ftd('mumbai-pair'), ...mapped, address: '203.0.113.93', networks: ['10.30.0.0/16'] },
        { peer: shop, networks: ['10.96.0.0/16'] },
      ],
    });
  },
  edits: [
    'asa update dynamic-map/outside_clients',
    'asa update ikev2-proposal/100',
    'edge update ikev2-proposal/branch-vpn',
    'edge update ipsec-profile/branch-vpn',
    'fmc update ikev2-policy/shop-ftd',
    'fmc update vpn-topology/shop-ftd',
  ],
  deletes: [
    'edge delete ikev2-policy/SITE-TO-SITE',
    'edge delete ikev2-profile/branch-vpn',
    'edge delete ikev2-proposal/branch-vpn',
    'edge delete ipsec-profile/branch-vpn',
    'edge delete ipsec-transform-set/branch-vpn',
    'edge delete virtual-template/Virtual-Template100',
    'edge delete virtual-template/Virtual-Template100 (empty)',
  ],
};
