import { Certificates, CryptoSuite, IosXeRouter, Login, SiteToSiteVpn } from 'tunnelwright';
import { siteConfig } from '../../support/rig';
import { edge, type Scenario } from '../../support/scenario';

const pune = '192.0.2.2';
const trustpoint = 'crypto pki trustpoint CA-INTERNAL\n enrollment terminal\n!\n';

/** Two routers; the lab brings up no tunnel between them. */
export const scenario: Scenario = {
  title: 'a tunnel between two routers',
  world: {
    routers: {
      [pune]: {
        config: trustpoint + siteConfig('pune', '198.51.100.20', '10.50.0.1'),
        enrolled: ['CA-INTERNAL'],
      },
    },
  },
  declare: (stack, variant) => {
    const here = edge(stack);
    const there = new IosXeRouter(stack, 'pune', { host: pune, release: '17.9', login: Login.fromEnv('PUNE') });
    if (variant === 'nothing') return;
    new SiteToSiteVpn(stack, 'sites', {
      suite: CryptoSuite.aes256Gcm({ group: variant === 'edited' ? 20 : 19 }),
      authentication: Certificates.issuedBy('CA-INTERNAL', { signature: 'ecdsa-sig' }),
      ends: [
        {
          device: here,
          interface: 'GigabitEthernet0/0',
          address: '198.51.100.10',
          subject: 'cn = edge.example.net',
          tunnel: '10.60.0.1/30',
          networks: ['10.20.0.0/16'],
        },
        {
          device: there,
          interface: 'GigabitEthernet0/0',
          address: '198.51.100.20',
          subject: 'cn = pune.example.net',
          tunnel: '10.60.0.2/30',
          networks: variant === 'less' ? [] : ['10.50.0.0/16'],
        },
      ],
    });
  },
  edits: [
    'edge update ikev2-proposal/sites',
    'edge update ipsec-profile/sites',
    'pune update ikev2-proposal/sites',
    'pune update ipsec-profile/sites',
  ],
  deletes: ['edge delete static-route/10.50.0.0/16@Tunnel100'],
};
