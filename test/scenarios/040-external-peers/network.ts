import { CryptoSuite, ExternalPeer, PreSharedKey, Secret, SiteToSiteVpn } from 'tunnelwright';
import { asa, edge, fmc, type Scenario } from '../../support/scenario';

/** A partner with three gateways, each the peer of one platform; the one of the router is known by its name. */
export const scenario: Scenario = {
  title: 'peers that we do not manage',
  secrets: { PARTNER_KEY: 'Tn5!gnocchi+"tuba/3' },
  declare: (stack, variant) => {
    const [here, firewall, center] = [edge(stack), asa(stack), fmc(stack)];
    if (variant === 'nothing') return;
    const common = {
      suite: CryptoSuite.aes256Cbc({ group: 20 }),
      authentication: PreSharedKey.from(Secret.fromEnv('PARTNER_KEY')),
      lifetimes: { ike: 28800, ipsec: variant === 'edited' ? 1800 : 3600 },
    };
    const named = new ExternalPeer(stack, 'partner-a', { address: 'gw.partner.example' });
    const numbered = new ExternalPeer(stack, 'partner-b', { address: '203.0.113.201' });
    const third = new ExternalPeer(stack, 'partner-c', { address: '203.0.113.202' });
    new SiteToSiteVpn(stack, 'to-a', {
      ...common,
      ends: [
        {
          device: here,
          interface: 'GigabitEthernet0/0',
          address: '198.51.100.10',
          tunnel: '10.91.0.1/30',
          networks: ['10.20.0.0/16'],
        },
        {
          peer: named,
          tunnel: '10.91.0.2/30',
          networks: variant === 'less' ? ['10.90.0.0/24'] : ['10.90.0.0/24', '10.90.1.0/24'],
        },
      ],
    });
    new SiteToSiteVpn(stack, 'to-b', {
      ...common,
      ends: [
        {
          device: firewall,
          interface: 'outside',
          address: '198.51.100.30',
          tunnel: '10.91.0.5/30',
          networks: ['10.60.0.0/16'],
        },
        { peer: numbered, tunnel: '10.91.0.6/30', networks: ['10.92.0.0/16'] },
      ],
    });
    new SiteToSiteVpn(stack, 'to-c', {
      ...common,
      ends: [
        {
          device: center.ftd('mumbai-pair'),
          interface: 'outside',
          address: '203.0.113.93',
          tunnel: '10.91.0.9/30',
          networks: ['10.30.0.0/16'],
        },
        { peer: third, tunnel: '10.91.0.10/30', networks: ['10.93.0.0/16'] },
      ],
    });
  },
  edits: ['edge update ipsec-profile/to-a', 'asa update ipsec-profile/to-b', 'fmc update vpn-topology/to-c'],
  deletes: ['edge delete static-route/10.90.1.0/24@Tunnel100'],
};
