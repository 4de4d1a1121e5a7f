/**
 * Remote access to a firewall by IPsec IKEv2 alone, as the remote access whitepaper has it, with a push of Duo in front of
 * the RADIUS server: what firewall, proxy and client must agree on stands once.
 */
import {
  App,
  CertTrustpoint,
  CryptoSuite,
  DuoAccount,
  DuoProxy,
  DuoProxyHost,
  DuoRadiusApplication,
  Fmc,
  Login,
  PrimaryAuth,
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
    const host = new DuoProxyHost(this, 'proxy', { host: '192.0.2.97', login: Login.fromEnv('DUO_PROXY') });
    const account = new DuoAccount(this, 'account', {
      host: 'api-lab.duosecurity.com',
      integrationKey: Secret.fromEnv('DUO_ADMIN_IKEY'),
      secretKey: Secret.fromEnv('DUO_ADMIN_SKEY'),
    });
    const application = new DuoRadiusApplication(account, 'application', { name: 'Firewall' });
    const duo = new DuoProxy(this, 'duo', {
      hosts: [host],
      application: { ikey: application.integrationKey, skey: application.secretKey, apiHost: account.apiHost },
      primary: PrimaryAuth.radius(['172.31.1.12'], Secret.fromEnv('ISE_RADIUS')),
    });

    new RemoteAccess(this, 'staff', {
      headend: fmc.ftd('branch-ftd'),
      suite: CryptoSuite.nsa(),
      certificate: CertTrustpoint.fromExisting(fmc, 'certificate', 'CA-INTERNAL'),
      zones: [SecurityZone.fromExisting(fmc, 'outside', 'outside-zone')],
      // The firewall asks the proxy from its inside interface.
      authentication: { duo, from: '172.31.1.1', secret: Secret.fromEnv('RADIUS') },
      pool: { from: '172.31.2.1', to: '172.31.2.100' },
      sessions: 100,
      networks: ['172.31.1.0/24'],
      dns: ['172.31.1.53'],
      clientProfile: { displayName: 'Staff', address: '192.168.0.204' },
    });
  }
}

const app = new App();
new Network(app, 'staff-access');
app.synth();
