/**
 * A firewall pair behind an FMC and an AWS Site-to-Site VPN connection: two tunnels to a virtual private gateway, BGP in
 * both. What AWS asks for is in its Site-to-Site VPN User Guide, "Tunnel options": IKE lifetime of 900 to 28800 s, IPsec of
 * 900 to 3600 s, a DPD timeout of 30 s or more, tunnel addresses of a /30 in 169.254.0.0/16. The addresses here are
 * examples: yours are in the configuration that AWS offers for download.
 */
import {
  App,
  CryptoSuite,
  ExternalPeer,
  Fmc,
  Login,
  PreSharedKey,
  Secret,
  SiteToSiteVpn,
  VpnStack,
  type FtdDevice,
} from 'tunnelwright';
import type { Construct } from 'constructs';

/** One tunnel of the VPN connection: AWS gives two, in two places, and takes each down for repairs. */
interface Tunnel {
  readonly outside: string;
  /** The /30: AWS has the first address, the firewall the second. */
  readonly inside: readonly [aws: string, firewall: string];
  readonly interface: string;
  readonly key: ReturnType<typeof Secret.fromEnv>;
}

/** A VPN connection with both of its tunnels. */
class AwsVpn extends VpnStack {
  constructor(scope: Construct, id: string) {
    super(scope, id);
    const version = process.env['FMC_VERSION'] ?? '7.6';
    const fmc = new Fmc(this, 'fmc', { host: 'fmc.example.net', version, login: Login.fromEnv('FMC') });
    const pair = fmc.ftd('mumbai-pair');
    this.tunnel('aws-1', pair, {
      outside: '203.0.113.10',
      inside: ['169.254.44.1/30', '169.254.44.2/30'],
      interface: 'Tunnel1',
      key: Secret.fromEnv('AWS_KEY_1'),
    });
    this.tunnel('aws-2', pair, {
      outside: '203.0.113.74',
      inside: ['169.254.45.1/30', '169.254.45.2/30'],
      interface: 'Tunnel2',
      key: Secret.fromEnv('AWS_KEY_2'),
    });
  }

  private tunnel(id: string, pair: FtdDevice, { outside, inside, interface: tunnel, key }: Tunnel): void {
    const [aws, firewall] = inside;
    const vpn = new SiteToSiteVpn(this, id, {
      suite: CryptoSuite.aes256Gcm({ group: 20 }),
      authentication: PreSharedKey.from(key),
      lifetimes: { ike: 28800, ipsec: 3600 },
      dpd: { interval: 10, retry: 10 },
      ends: [
        {
          device: pair,
          interface: 'outside',
          address: '203.0.113.93',
          tunnel: firewall,
          tunnelInterface: tunnel,
          networks: ['10.30.0.0/16'],
          // One BGP process for both tunnels; what the firewall speaks with others in it stays.
          bgp: { asn: 65010, timers: { keepalive: 10, hold: 30 } },
        },
        {
          peer: new ExternalPeer(this, `${id}-gateway`, { address: outside }),
          tunnel: aws,
          networks: ['172.31.0.0/16'],
          bgp: { asn: 64512 },
        },
      ],
    });
    // AWS asks for DF to be cleared ("Best practices for your customer gateway device").
    vpn.on(pair).topology.override({ dontFragment: 'clear' });
  }
}

const app = new App();
new AwsVpn(app, 'ftd-bgp-cloud');
app.synth();
