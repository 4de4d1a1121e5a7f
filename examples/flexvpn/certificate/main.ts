/**
 * Remote users with certificates, in groups by the organization unit of their certificate; the router itself says
 * what a group is given.
 */
import {
  AaaAuthenticationList,
  AaaNewModel,
  App,
  ClientAuthorization,
  CertificateMap,
  ClientAuth,
  CryptoSuite,
  FlexVpnRemoteAccess,
  IosXeRouter,
  LocalUser,
  Login,
  Secret,
  VpnStack,
} from 'tunnelwright';
import type { Construct } from 'constructs';

class Network extends VpnStack {
  constructor(scope: Construct, id: string) {
    super(scope, id);
    const edge = new IosXeRouter(this, 'edge', { host: '192.0.2.1', release: '17.9', login: Login.fromEnv('EDGE') });
    // From here on method lists decide every login: this is the way in when no server answers.
    new LocalUser(edge, 'admin', { privilege: 15, secret: Secret.fromEnv('ADMIN') });
    new AaaAuthenticationList(edge, 'default', { methods: ['local'] });
    new AaaNewModel(edge, 'aaa', {});

    const map = new CertificateMap(edge, 'cisco', {
      rules: [{ field: 'issuer-name', operator: 'co', value: 'o = cisco' }],
    });
    new FlexVpnRemoteAccess(edge, 'staff', {
      suite: CryptoSuite.aes256Gcm(),
      trustpoint: 'root',
      authentication: ClientAuth.withCertificate(),
      match: { certificates: [map] },
      authorization: ClientAuthorization.byRouter(
        [
          { name: 'Eng', pool: { from: '10.0.1.10', to: '10.0.1.99' }, dns: ['10.0.1.1'], netmask: '255.255.255.255' },
          { name: 'Guests', dhcpServer: '10.2.2.2' },
        ],
        { choose: 'organization-unit', list: 'flex_local' },
      ),
      gateway: '10.0.1.1/32',
      software: ['anyconnect', 'windows'],
      names: { profile: 'default', ipsecProfile: 'default' },
    });
  }
}

const app = new App();
new Network(app, 'certificate');
app.synth();
