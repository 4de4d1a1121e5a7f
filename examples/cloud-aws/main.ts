/**
 * A router and an AWS Site-to-Site VPN connection: two tunnels to a virtual private gateway, BGP in both. What AWS asks
 * for is in its Site-to-Site VPN User Guide, "Tunnel options": IKE lifetime of 900 to 28800 s, IPsec of 900 to 3600 s, a DPD
 * timeout of 30 s or more, tunnel addresses of a /30 in 169.254.0.0/16. The addresses here are examples: yours are in the
 * configuration that AWS offers for download.
 */
import {
  App,
  CryptoSuite,
  ExternalPeer,
  IosXeRouter,
  Login,
  PreSharedKey,
  Secret,
  SiteToSiteVpn,
  VpnStack,
} from 'tunnelwright';
import type { Construct } from 'constructs';

/** One tunnel of the VPN connection: AWS gives two, in two places, and takes each down for repairs. */
interface Tunnel {
  readonly outside: string;
  /** The /30: AWS has the first address, the router the second. */
  readonly inside: readonly [aws: string, router: string];
  readonly key: ReturnType<typeof Secret.fromEnv>;
}

/** A VPN connection with both of its tunnels. */
class AwsVpn extends VpnStack {
  constructor(scope: Construct, id: string) {
    super(scope, id);
    const edge = new IosXeRouter(this, 'edge', { host: '192.0.2.1', release: '17.9', login: Login.fromEnv('ROUTERS') });
    this.tunnel('aws-1', edge, {
      outside: '203.0.113.10',
      inside: ['169.254.44.1/30', '169.254.44.2/30'],
      key: Secret.fromEnv('AWS_KEY_1'),
    });
    this.tunnel('aws-2', edge, {
      outside: '203.0.113.74',
      inside: ['169.254.45.1/30', '169.254.45.2/30'],
      key: Secret.fromEnv('AWS_KEY_2'),
    });
  }

  private tunnel(id: string, edge: IosXeRouter, { outside, inside, key }: Tunnel): void {
    const [aws, router] = inside;
    const vpn = new SiteToSiteVpn(this, id, {
      suite: CryptoSuite.aes256Gcm({ group: 20 }),
      authentication: PreSharedKey.from(key),
      lifetimes: { ike: 28800, ipsec: 3600 },
      dpd: { interval: 10, retry: 10 },
      ends: [
        {
          device: edge,
          interface: 'GigabitEthernet1',
          address: '198.51.100.10',
          tunnel: router,
          tunnelInterface: `Tunnel${id === 'aws-1' ? 1 : 2}`,
          networks: ['10.20.0.0/16'],
          bgp: { asn: 65000, timers: { keepalive: 10, hold: 30 } },
        },
        {
          peer: new ExternalPeer(this, `${id}-gateway`, { address: outside }),
          tunnel: aws,
          networks: ['172.31.0.0/16'],
          bgp: { asn: 64512 },
        },
      ],
    });
    // As the configuration that AWS offers has it; with AES-GCM up to 1406 bytes fit ("Best practices for your customer
    // gateway device", which asks for DF to be cleared too).
    vpn.on(edge).tunnel.override({ tcpMss: 1379 });
    vpn.on(edge).ipsecProfile.override({ dfBit: 'clear' });
  }
}

const app = new App();
new AwsVpn(app, 'cloud-aws');
app.synth();
