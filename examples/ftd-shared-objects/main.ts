/**
 * One NAT policy for all firewalls of an organisation, though each has networks of its own: the policy names the object
 * `site-lan`, and what that is says each site. A site more is an end of the VPN more, and one line for its object.
 */
import {
  App,
  Certificates,
  CryptoSuite,
  Fmc,
  FtdHubAndSpoke,
  Login,
  NatPolicy,
  NatRule,
  NetworkObject,
  NetworkObjectOverride,
  PolicyAssignment,
  VpnStack,
  type FtdDevice,
} from 'tunnelwright';
import { Construct } from 'constructs';

/** What an organisation publishes: policies that are the same everywhere, written with names that every site has. */
class SitePolicies extends Construct {
  private readonly lan: NetworkObject;

  constructor(fmc: Fmc, id: string, sites: ReadonlyMap<FtdDevice, string>) {
    super(fmc, id);
    // Where a firewall says nothing else it protects nothing: an address for documentation (RFC 5737).
    this.lan = new NetworkObject(this, 'lan', { name: 'site-lan', value: '192.0.2.0/24', overridable: true });
    const all = new NetworkObject(this, 'all', { name: 'organisation', value: '10.0.0.0/8' });
    const policy = new NatPolicy(this, 'nat', { name: 'site-nat' });
    new NatRule(this, 'to-sites', {
      name: 'to the other sites as they are',
      policy,
      originalSource: this.lan,
      translatedSource: this.lan,
      originalDestination: all,
      translatedDestination: all,
      noProxyArp: true,
      routeLookup: true,
    });
    new PolicyAssignment(this, 'firewalls', { policy, devices: [...sites.keys()] });
    for (const [firewall, value] of sites) new NetworkObjectOverride(firewall, 'site-lan', { object: this.lan, value });
  }
}

class Sites extends VpnStack {
  constructor(scope: Construct, id: string) {
    super(scope, id);
    const version = process.env['FMC_VERSION'] ?? '7.6';
    const fmc = new Fmc(this, 'fmc', { host: 'fmc.example.net', version, login: Login.fromEnv('FMC') });
    const [mumbai, pune] = [fmc.ftd('mumbai-pair'), fmc.ftd('branch-ftd')];
    new FtdHubAndSpoke(this, 'branches', {
      suite: CryptoSuite.aes256Gcm({ group: 20 }),
      authentication: Certificates.issuedBy('CA-INTERNAL'),
      hub: {
        device: mumbai,
        interface: 'outside',
        tunnel: '10.99.0.1/32',
        networks: ['10.30.0.0/16'],
        bgp: { asn: 65010 },
      },
      spokes: [
        {
          device: pune,
          interface: 'outside',
          tunnel: '10.99.0.11/24',
          networks: ['10.40.0.0/16'],
          bgp: { asn: 65011 },
        },
      ],
    });
    new SitePolicies(
      fmc,
      'sites',
      new Map([
        [mumbai, '10.30.0.0/16'],
        [pune, '10.40.0.0/16'],
      ]),
    );
  }
}

const app = new App();
new Sites(app, 'ftd-shared-objects');
app.synth();
