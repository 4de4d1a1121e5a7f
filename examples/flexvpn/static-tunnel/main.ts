/**
 * A static tunnel between two routers, with the names of the slides: Cisco Live BRKSEC-2881, "IPSec CLI Overview".
 */
import { App, CryptoSuite, IosXeRouter, Login, PreSharedKey, Secret, SiteToSiteVpn, VpnStack } from 'tunnelwright';
import type { Construct } from 'constructs';

class Network extends VpnStack {
  constructor(scope: Construct, id: string) {
    super(scope, id);
    new SiteToSiteVpn(this, 'r1-r2', {
      suite: new CryptoSuite({
        ike: { encryption: ['aes-gcm-256'], prf: ['sha384'], group: [19] },
        esp: { encryption: 'aes-cbc-256', integrity: 'sha1' },
      }),
      authentication: PreSharedKey.from(Secret.fromEnv('R1_R2_KEY')),
      ends: [
        {
          device: new IosXeRouter(this, 'r1', { host: '192.0.2.1', release: '17.9', login: Login.fromEnv('ROUTERS') }),
          interface: 'Ethernet0/0',
          address: '172.16.1.1',
          tunnel: '10.0.0.1/30',
          tunnelInterface: 'Tunnel10',
          networks: ['192.168.1.0/24'],
        },
        {
          device: new IosXeRouter(this, 'r2', { host: '192.0.2.2', release: '17.9', login: Login.fromEnv('ROUTERS') }),
          interface: 'Ethernet0/0',
          address: '172.16.2.1',
          tunnel: '10.0.0.2/30',
          tunnelInterface: 'Tunnel10',
          networks: ['192.168.2.0/24'],
        },
      ],
      names: { profile: 'default', transformSet: 'default', ipsecProfile: 'default' },
    });
  }
}

const app = new App();
new Network(app, 'static-tunnel');
app.synth();
