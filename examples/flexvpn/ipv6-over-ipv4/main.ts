/**
 * IPv6 between two sites over an IPv4 internet, with a pre-shared key: Cisco Live BRKSEC-2881, "A Simple Site-to-Site
 * Configuration". OSPF tells the networks.
 */
import {
  App,
  CryptoSuite,
  InterfaceLines,
  IosXeRouter,
  Login,
  PreSharedKey,
  RawConfig,
  Secret,
  SiteToSiteVpn,
  VpnStack,
} from 'tunnelwright';
import type { Construct } from 'constructs';

class Network extends VpnStack {
  constructor(scope: Construct, id: string) {
    super(scope, id);
    const r1 = new IosXeRouter(this, 'r1', { host: '192.0.2.1', release: '17.9', login: Login.fromEnv('ROUTERS') });
    const r2 = new IosXeRouter(this, 'r2', { host: '192.0.2.2', release: '17.9', login: Login.fromEnv('ROUTERS') });
    const ospf = '1 area 0';

    new SiteToSiteVpn(this, 'r1-r2', {
      suite: CryptoSuite.aes256Gcm({ group: 19 }),
      authentication: PreSharedKey.from(Secret.fromEnv('R1_R2_KEY')),
      ipv6: { ospf },
      ends: [
        {
          device: r1,
          identity: 'r1.cisco.com',
          interface: 'FastEthernet0/0',
          address: '172.16.1.1',
          tunnelInterface: 'Tunnel0',
          networks: [],
        },
        {
          device: r2,
          identity: 'r2.cisco.com',
          interface: 'FastEthernet0/0',
          address: '172.16.2.1',
          tunnelInterface: 'Tunnel0',
          networks: [],
        },
      ],
      names: { profile: 'default', ipsecProfile: 'default' },
    });

    // The network behind each router, and the router's IPv6 itself.
    new InterfaceLines(r1, 'Ethernet0/0', { ipv6Addresses: ['2001:db8:cafe::1/64'], ipv6Ospf: [ospf] });
    new InterfaceLines(r2, 'Ethernet0/0', { ipv6Addresses: ['2001:db8:beef::1/64'], ipv6Ospf: [ospf] });
    for (const router of [r1, r2]) new RawConfig(router, 'ipv6', { lines: ['ipv6 unicast-routing'] });
  }
}

const app = new App();
new Network(app, 'ipv6-over-ipv4');
app.synth();
