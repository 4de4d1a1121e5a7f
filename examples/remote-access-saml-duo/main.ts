/**
 * Remote access to a firewall with SAML by Duo Single Sign-On: users log in at Duo, in a browser window, with password and
 * second factor. The application in Duo and the firewall must agree on entity IDs, URLs and a certificate; here they stand
 * once. What Duo makes of its side goes from there to the FMC when it is applied.
 */
import {
  App,
  CertTrustpoint,
  CryptoSuite,
  DuoAccount,
  DuoGroup,
  DuoPolicy,
  DuoUser,
  Fmc,
  Login,
  RemoteAccess,
  Secret,
  SecurityZone,
  VpnStack,
} from 'tunnelwright';
import type { Construct } from 'constructs';

class Network extends VpnStack {
  constructor(scope: Construct, id: string) {
    super(scope, id);
    const fmc = new Fmc(this, 'fmc', { host: 'fmc.example.net', version: '7.7', login: Login.fromEnv('FMC') });
    const account = new DuoAccount(this, 'account', {
      host: 'api-lab.duosecurity.com',
      integrationKey: Secret.fromEnv('DUO_ADMIN_IKEY'),
      secretKey: Secret.fromEnv('DUO_ADMIN_SKEY'),
    });
    const staff = new DuoGroup(account, 'staff', { name: 'VPN staff' });
    // What can be told on the telephone is no second factor.
    const policy = new DuoPolicy(account, 'policy', {
      name: 'VPN',
      newUsers: 'deny',
      blockedMethods: ['sms', 'phonecall'],
    });
    new DuoUser(account, 'alice', { email: 'alice@example.net', groups: [staff] });

    new RemoteAccess(this, 'staff', {
      headend: fmc.ftd('branch-ftd'),
      suite: CryptoSuite.nsa(),
      // What the firewall shows must be for the name in `url`.
      certificate: CertTrustpoint.fromExisting(fmc, 'certificate', 'CA-INTERNAL'),
      zones: [SecurityZone.fromExisting(fmc, 'outside', 'outside-zone')],
      authentication: { saml: account, url: 'https://vpn.example.net', groups: [staff], policy },
      pool: { from: '172.31.2.1', to: '172.31.2.100' },
      sessions: 100,
      networks: ['172.31.1.0/24'],
      dns: ['172.31.1.53'],
      clientProfile: { displayName: 'Staff', address: 'vpn.example.net' },
    });
  }
}

const app = new App();
new Network(app, 'remote-access-saml-duo');
app.synth();
