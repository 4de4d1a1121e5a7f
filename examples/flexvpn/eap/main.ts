/**
 * Remote users with a user name and a password in EAP, checked by a RADIUS server that also gives the address. The
 * FlexVPN guide, "AnyConnect – EAP (All Methods)" and "AAA Accounting".
 */
import {
  AaaAuthenticationList,
  AaaNewModel,
  AaaServerGroup,
  App,
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
      match: { keyIds: ['acvpn'] },
      // What the server said with the password counts; it gives addresses, so it must hear when they are free again.
      accounting: frad,
      // A laptop that moves from one network to another stays connected.
      reconnect: { timeout: 1800 },
      unnumbered: 'Loopback0',
      names: { profile: 'default', ipsecProfile: 'default' },
    });
  }
}

const app = new App();
new Network(app, 'eap');
app.synth();
