/**
 * An ASA and an Azure VPN gateway (route-based, active-active): a tunnel to each of its two instances, BGP in both. What
 * Azure asks for is in "About VPN devices and IPsec/IKE parameters": IKE lifetime 28800 s, a TCP MSS of 1350 bytes,
 * BGP addresses of 169.254.21.0 to 169.254.22.255. The connection has a custom policy in Azure: GCMAES256, SHA384 and ECP384
 * for IKE, GCMAES256 and ECP384 for IPsec, 3600 s.
 */
import {
  App,
  AsaFirewall,
  CryptoSuite,
  ExternalPeer,
  Login,
  PreSharedKey,
  RawConfig,
  Secret,
  SiteToSiteVpn,
  VpnStack,
} from 'tunnelwright';
import type { Construct } from 'constructs';

/** The instances of the gateway: their public addresses, and the /30 of each tunnel. */
const instances = [
  { id: 'azure-1', address: '203.0.113.130', azure: '169.254.21.1/30', asa: '169.254.21.2/30', tunnel: 'Tunnel1' },
  { id: 'azure-2', address: '203.0.113.131', azure: '169.254.22.1/30', asa: '169.254.22.2/30', tunnel: 'Tunnel2' },
];

class AzureVpn extends VpnStack {
  constructor(scope: Construct, id: string) {
    super(scope, id);
    const asa = new AsaFirewall(this, 'asa', { host: 'asa.example.net', release: '9.18', login: Login.fromEnv('ASA') });
    // Azure asks for it ("About VPN devices"): segments that fit into its tunnels. An ASA has one value for all of them.
    new RawConfig(asa, 'segments', { lines: ['sysopt connection tcpmss 1350'] });
    for (const instance of instances)
      new SiteToSiteVpn(this, instance.id, {
        suite: CryptoSuite.aes256Gcm({ group: 20 }),
        authentication: PreSharedKey.from(Secret.fromEnv('AZURE_KEY')),
        lifetimes: { ike: 28800, ipsec: 3600 },
        ends: [
          {
            device: asa,
            interface: 'outside',
            address: '198.51.100.30',
            tunnel: instance.asa,
            tunnelInterface: instance.tunnel,
            networks: ['10.60.0.0/16'],
            bgp: { asn: 65010 },
          },
          {
            peer: new ExternalPeer(this, `${instance.id}-gateway`, { address: instance.address }),
            tunnel: instance.azure,
            networks: ['10.200.0.0/16'],
            bgp: { asn: 65515 },
          },
        ],
      });
  }
}

const app = new App();
new AzureVpn(app, 'cloud-azure');
app.synth();
