import { CryptoSuite, PreSharedKey, Secret, SiteToSiteVpn, VpnStack, type Construct } from 'tunnelwright';
import { declareNagpur } from './devices/nagpur';
import { declareSurat } from './devices/surat';

/** The devices that were imported, and the tunnels between them. */
export class Network extends VpnStack {
  constructor(scope: Construct, id: string) {
    super(scope, id);
    const nagpur = declareNagpur(this);
    const surat = declareSurat(this);

    new SiteToSiteVpn(this, 'NAGPUR-SURAT', {
      suite: CryptoSuite.aes256Gcm({ group: 19 }),
      authentication: PreSharedKey.from(Secret.fromEnv('NAGPUR_SURAT_KEY')),
      ends: [
        {
          device: nagpur,
          interface: 'GigabitEthernet1',
          address: '198.51.100.66',
          tunnel: '10.58.9.1/30',
          networks: ['10.60.1.0/24'],
          tunnelInterface: 'Tunnel1',
        },
        {
          device: surat,
          interface: 'GigabitEthernet1',
          address: '203.0.113.130',
          tunnel: '10.58.9.2/30',
          networks: ['10.61.1.0/24'],
          tunnelInterface: 'Tunnel1',
        },
      ],
      names: { proposal: 'BRANCHES', policy: 'BRANCHES', transformSet: 'AES-GCM' },
    });
  }
}
