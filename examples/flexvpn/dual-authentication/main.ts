/**
 * Two factors: the device shows its certificate, the user a password. Cisco Live BRKSEC-2881, "Dual Authentication".
 */
import {
  AaaAuthenticationList,
  AaaNewModel,
  AaaServerGroup,
  App,
  ClientAuthorization,
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

    new FlexVpnRemoteAccess(edge, 'staff', {
      suite: CryptoSuite.aes256Gcm(),
      trustpoint: 'root',
      authentication: ClientAuth.withAnyConnectEap(frad, { certificate: true }),
      match: { keyIds: ['staff'] },
      authorization: ClientAuthorization.byRouter([{ name: 'staff', pool: { from: '10.0.1.10', to: '10.0.1.99' } }]),
      gateway: '10.0.1.1/32',
      names: { profile: 'dual_auth_profile' },
    });
  }
}

const app = new App();
new Network(app, 'dual-authentication');
app.synth();
