/**
 * Remote access to a firewall by IPsec IKEv2 alone: the whitepaper "Configuring IPsec IKEv2 Remote Access VPN with Cisco
 * Secure Firewall" as a program, with its names and addresses. Nothing listens on TLS at the outside.
 */
import {
  AaaServerGroup,
  AddressPool,
  App,
  CertTrustpoint,
  CryptoSuite,
  Fmc,
  Login,
  PlatformSettings,
  PolicyAssignment,
  RadiusServer,
  RaVpnPolicy,
  Secret,
  SecurityZone,
  VpnStack,
} from 'tunnelwright';
import type { Construct } from 'constructs';

/** The FMC's version. VPN logging is set over its REST API from 7.7 on; before, it is clicked. */
const version = process.env['FMC_VERSION'] ?? '7.7';

class RemoteAccess extends VpnStack {
  constructor(scope: Construct, id: string) {
    super(scope, id);
    const fmc = new Fmc(this, 'fmc', { host: 'fmc.example.net', version, login: Login.fromEnv('FMC') });
    const firewall = fmc.ftd('branch-ftd');

    const server = new RadiusServer(fmc, 'aaa', { address: '172.31.1.12', key: Secret.fromEnv('RADIUS') });
    const servers = new AaaServerGroup(fmc, 'CCIElab-AAA', { servers: [server] });
    const pool = new AddressPool(fmc, 'VPN-Pool', { ranges: [{ from: '172.31.1.200', to: '172.31.1.220' }] });

    // Messages from level 6 on are seen under Devices > Troubleshooting.
    const platform = version === '7.7' ? new PlatformSettings(fmc, 'FTD-platform', {}) : undefined;
    if (platform) new PolicyAssignment(fmc, 'platform-assignment', { policy: platform, devices: [firewall] });

    new RaVpnPolicy(fmc, 'RA_VPN', {
      transport: 'ipsec-ikev2',
      suite: CryptoSuite.nsa(),
      certificate: CertTrustpoint.fromExisting(fmc, 'certificate', 'CA-INTERNAL'),
      zones: [SecurityZone.fromExisting(fmc, 'outside', 'outside-zone')],
      groups: [
        {
          name: 'CCIElab',
          authentication: 'aaa',
          server: servers,
          accounting: servers,
          ipv4Pools: [pool],
          group: { name: 'GP-CCIElab' },
        },
      ],
      // With client services off clients get this file by other means: a group policy of Windows, or by hand.
      clientProfile: { displayName: 'CCIElab', address: '192.168.0.204' },
      devices: [firewall],
      ...(platform ? { logging: { policy: platform, level: 'informational' } } : {}),
      names: { ikePolicy: 'NSA', ipsecProposal: 'NSA' },
    });
  }
}

const app = new App();
new RemoteAccess(app, 'remote-access');
app.synth();
