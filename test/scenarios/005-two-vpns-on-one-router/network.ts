import { Certificates, CryptoSuite, PreSharedKey, Secret, SiteToSiteVpn, type VpnStack } from 'tunnelwright';
import type { Fmc, IosXeRouter } from 'tunnelwright';
import { edge, fmc, type Scenario } from '../../support/scenario';

const router = (here: IosXeRouter, tunnel: string, tunnelInterface: string) => ({
  device: here,
  interface: 'GigabitEthernet0/0',
  address: '198.51.100.10',
  subject: 'cn = edge.example.net',
  tunnel,
  tunnelInterface,
  networks: ['10.20.0.0/16'],
});

const toPune = (stack: VpnStack, here: IosXeRouter, center: Fmc, group: 19 | 21): SiteToSiteVpn =>
  new SiteToSiteVpn(stack, 'pune', {
    suite: CryptoSuite.aes256Gcm({ group }),
    authentication: Certificates.issuedBy('CA-INTERNAL'),
    ends: [
      router(here, '10.58.1.1/30', 'Tunnel100'),
      {
        device: center.ftd('mumbai-pair'),
        interface: 'outside',
        address: '203.0.113.93',
        subject: 'cn = mumbai-pair.example.net',
        tunnel: '10.58.1.2/30',
        networks: ['10.30.0.0/16'],
      },
    ],
  });

const toBranch = (stack: VpnStack, here: IosXeRouter, center: Fmc): SiteToSiteVpn =>
  new SiteToSiteVpn(stack, 'branch', {
    suite: CryptoSuite.aes256Cbc(),
    authentication: PreSharedKey.from(Secret.fromEnv('BRANCH_KEY')),
    ends: [
      router(here, '10.58.2.1/30', 'Tunnel200'),
      {
        device: center.ftd('branch-ftd'),
        interface: 'outside',
        address: '203.0.113.120',
        tunnel: '10.58.2.2/30',
        networks: ['10.40.0.0/16'],
      },
    ],
  });

/** Two VPNs of different suites and authentication; the router offers both in one policy. */
export const scenario: Scenario = {
  title: 'two VPNs on one router, which share its policy',
  secrets: { BRANCH_KEY: 'Jm4$narwhal<biscuit>8' },
  declare: (stack, variant) => {
    const [here, center] = [edge(stack), fmc(stack)];
    if (variant === 'nothing') return;
    toPune(stack, here, center, variant === 'edited' ? 21 : 19);
    if (variant !== 'less') toBranch(stack, here, center);
  },
  edits: [
    'edge update ikev2-proposal/pune',
    'edge update ipsec-profile/pune',
    'fmc update ikev2-policy/pune',
    'fmc update vpn-topology/pune',
  ],
  deletes: [
    'edge update ikev2-policy/SITE-TO-SITE',
    'edge delete static-route/10.40.0.0/16@Tunnel200',
    'edge delete tunnel-interface/Tunnel200',
    'edge delete ipsec-profile/branch',
    'edge delete ipsec-transform-set/branch',
    'edge delete ikev2-proposal/branch',
    'edge delete ikev2-profile/branch',
    'edge delete ikev2-keyring/branch',
    'fmc delete vpn-endpoint/branch/edge',
    'fmc delete vpn-endpoint/branch/branch-ftd',
    'fmc delete vpn-topology/branch',
    'fmc delete static-route/branch-ftd/net-10.20.0.0-16@branch',
    'fmc delete tunnel-interface/branch-ftd/Tunnel100',
    'fmc delete ipsec-transform-set/branch',
    'fmc delete ikev2-policy/branch',
  ],
  up: ['edge Tunnel100', 'edge Tunnel200', 'fmc pune', 'fmc branch'],
};
