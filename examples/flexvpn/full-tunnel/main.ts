/**
 * Remote users who send everything through the tunnel: no network is told to them. Cisco Live BRKSEC-2881, "AnyConnect – Full
 * Tunneling".
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
      authentication: ClientAuth.withEap(frad),
      match: { keyIds: ['staff'] },
      authorization: ClientAuthorization.byRouter([
        {
          name: 'staff',
          pool: { from: '10.0.1.10', to: '10.0.1.99' },
          dns: ['10.0.1.1'],
        },
      ]),
      gateway: '10.0.1.1/32',
    });
  }
}

const app = new App();
new Network(app, 'full-tunnel');
app.synth();
