/**
 * Branches that connect to a firewall pair behind the same FMC. The pair has one dynamic tunnel interface for all of them, and
 * each branch one static tunnel; a branch more is a BGP neighbour more there. BGP tells each side the networks of the
 * other. The tunnels are in a zone, by which rules let branches through the access control policy, which others keep: ours
 * stand above the section in which it blocks the rest.
 */
import {
  AccessPolicy,
  AccessRule,
  App,
  Certificates,
  CryptoSuite,
  Fmc,
  FtdHubAndSpoke,
  Login,
  SecurityZone,
  VpnStack,
} from 'tunnelwright';
import type { Construct } from 'constructs';

class Branches extends VpnStack {
  constructor(scope: Construct, id: string) {
    super(scope, id);
    const version = process.env['FMC_VERSION'] ?? '7.6';
    const fmc = new Fmc(this, 'fmc', { host: 'fmc.example.net', version, login: Login.fromEnv('FMC') });
    const zone = new SecurityZone(fmc, 'vpn-zone', {});
    new FtdHubAndSpoke(this, 'branches', {
      suite: CryptoSuite.aes256Gcm({ group: 20 }),
      authentication: Certificates.issuedBy('CA-INTERNAL'),
      dpd: { interval: 10, retry: 2 },
      hub: {
        device: fmc.ftd('mumbai-pair'),
        interface: 'outside',
        tunnel: '10.99.0.1/32',
        networks: ['10.30.0.0/16'],
        bgp: { asn: 65010 },
        zone,
      },
      spokes: [
        {
          device: fmc.ftd('branch-ftd'),
          interface: 'outside',
          tunnel: '10.99.0.11/24',
          networks: ['10.40.0.0/16'],
          bgp: { asn: 65011 },
          zone,
        },
      ],
    });
    this.letThrough(fmc, zone);
  }

  /** At the pair the connections of the branches come out of a tunnel, at a branch they go into one. */
  private letThrough(fmc: Fmc, zone: SecurityZone): void {
    const policy = AccessPolicy.fromExisting(fmc, 'policy', 'edge-access');
    const branches = {
      policy,
      place: { section: 'mandatory' },
      action: 'allow',
      sourceNetworks: ['10.40.0.0/16'],
      destinationNetworks: ['10.30.0.0/16'],
      logging: { end: true, toFmc: true },
    } as const;
    new AccessRule(fmc, 'branches-in', { ...branches, sourceZones: [zone] });
    new AccessRule(fmc, 'branches-out', { ...branches, destinationZones: [zone] });
  }
}

const app = new App();
new Branches(app, 'ftd-dynamic-hub');
app.synth();
