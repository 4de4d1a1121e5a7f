/**
 * One certificate tunnel between an edge router and a firewall pair behind an FMC: the field guide "IPSec site-to-site
 * VPN with IKEv2 certificate auth" as a program, with its names and addresses.
 */
import {
  App,
  Certificates,
  CryptoSuite,
  Fmc,
  IosXeRouter,
  Login,
  NtpServers,
  SiteToSiteVpn,
  VpnStack,
} from 'tunnelwright';
import type { Construct } from 'constructs';

/** The FMC's version: what it takes differs. */
const version = process.env['FMC_VERSION'] ?? '7.4';

class Mumbai extends VpnStack {
  constructor(scope: Construct, id: string) {
    super(scope, id);
    const edge = new IosXeRouter(this, 'edge', { host: '192.0.2.1', release: '17.9', login: Login.fromEnv('EDGE') });
    const fmc = new Fmc(this, 'fmc', { host: 'fmc.example.net', version, login: Login.fromEnv('FMC') });

    // A clock that drifts more than 30 s breaks certificate validation.
    new NtpServers(edge, 'ntp', { servers: ['1.in.pool.ntp.org', 'time.cloudflare.com'] });

    new SiteToSiteVpn(this, 'mumbai-pune', {
      suite: new CryptoSuite({
        ike: { encryption: ['aes-gcm-256'], prf: ['sha384'], group: [19, 20] },
        esp: { encryption: 'aes-cbc-256', integrity: 'sha384' },
        pfs: 19,
      }),
      lifetimes: { ike: 28800, ipsec: 3600 },
      // The guide matches the peer by its address while the peer sends the DN of its certificate, which never matches:
      // here the router looks into the certificate instead. And there is no pre-shared key to fall back to.
      authentication: Certificates.issuedBy('CA-INTERNAL'),
      ends: [
        {
          device: edge,
          interface: 'GigabitEthernet0/0',
          address: '198.51.100.10',
          subject: 'cn = edge.example.net',
          tunnel: '10.58.1.1/30',
          networks: ['10.20.0.0/16'],
        },
        {
          device: fmc.ftd('mumbai-pair'),
          interface: 'outside',
          address: '203.0.113.93',
          subject: 'cn = mumbai-pair.example.net',
          tunnel: '10.58.1.2/30',
          networks: ['10.30.0.0/16'],
        },
      ],
      names: {
        proposal: 'IKEV2-PROPOSAL-1',
        policy: 'IKEV2-POLICY-1',
        certificateMap: 'SITEB-CERT',
        profile: 'IKEV2-PROF-CERT',
        transformSet: 'TS-1',
        ipsecProfile: 'IPSEC-PROF-1',
      },
    });
  }
}

const app = new App();
new Mumbai(app, 'mumbai');
app.synth();
