/**
 * Remote users with certificates; a RADIUS server says what a user may have. Cisco Live BRKSEC-2881, "AnyConnect – Mutual RSA
 * Signatures".
 */
import {
  AaaAuthenticationList,
  AaaNewModel,
  AaaServerGroup,
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
    const frad = new AaaServerGroup(edge, 'frad', {
      privateServers: [{ address: '10.0.0.2', key: Secret.fromEnv('RADIUS') }],
    });

    const map = new CertificateMap(edge, 'cisco', {
      rules: [{ field: 'issuer-name', operator: 'co', value: 'o = cisco' }],
    });
    new FlexVpnRemoteAccess(edge, 'staff', {
      suite: CryptoSuite.aes256Gcm(),
      trustpoint: 'root',
      authentication: ClientAuth.withCertificate(),
      match: { certificates: [map] },
      // The server is asked for the group by OU, and for the user by CN, of the certificate's subject.
      authorization: ClientAuthorization.byRadius(frad, { group: 'organization-unit', user: 'common-name' }),
      accounting: frad,
      unnumbered: 'Loopback0',
      names: { profile: 'default', ipsecProfile: 'default' },
    });
  }
}

const app = new App();
new Network(app, 'radius-authorization');
app.synth();
