import { Certificates, CryptoSuite, NtpServers, SiteToSiteVpn, type VpnStack } from 'tunnelwright';
import { edge, fmc, type Scenario, type Variant } from '../../support/scenario';

/** The tunnel of the example: an edge router, a firewall pair, certificates of one authority. */
export const tunnel = (stack: VpnStack, variant: Variant, router = {}, center = {}): void => {
  const [here, there] = [edge(stack, router), fmc(stack, center)];
  if (variant === 'nothing') return;
  if (variant !== 'less') new NtpServers(here, 'ntp', { servers: ['1.in.pool.ntp.org', 'time.cloudflare.com'] });
  new SiteToSiteVpn(stack, 'mumbai-pune', {
    suite: CryptoSuite.aes256Gcm(),
    lifetimes: { ike: variant === 'edited' ? 14400 : 28800, ipsec: 3600 },
    authentication: Certificates.issuedBy('CA-INTERNAL'),
    ends: [
      {
        device: here,
        interface: 'GigabitEthernet0/0',
        address: '198.51.100.10',
        subject: 'cn = edge.example.net',
        tunnel: '10.58.1.1/30',
        networks: ['10.20.0.0/16'],
      },
      {
        device: there.ftd('mumbai-pair'),
        interface: 'outside',
        address: '203.0.113.93',
        subject: 'cn = mumbai-pair.example.net',
        tunnel: '10.58.1.2/30',
        networks: variant === 'less' ? ['10.30.0.0/16'] : ['10.30.0.0/16', '10.31.0.0/16'],
      },
    ],
  });
};

export const scenario: Scenario = {
  title: 'a certificate tunnel between a router and a firewall pair',
  declare: tunnel,
  edits: ['edge update ikev2-profile/mumbai-pune', 'fmc update ikev2-policy/mumbai-pune'],
  deletes: ['edge delete static-route/10.31.0.0/16@Tunnel100', 'edge delete ntp-servers/ntp'],
  up: ['edge Tunnel100', 'fmc mumbai-pune'],
};
