/**
 * The IKEv2 client of Windows with EAP (MS-CHAPv2, TLS or PEAP). It asks for AES-256, and many of its versions say
 * only their address. Cisco Live BRKSEC-2881, "Windows – EAP Considerations".
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
      suite: new CryptoSuite({
        ike: { encryption: ['aes-cbc-256'], integrity: ['sha256'], group: [14] },
        esp: { encryption: 'aes-cbc-256', integrity: 'sha1' },
      }),
      trustpoint: 'root',
      authentication: ClientAuth.withEap(frad),
      match: { emailDomains: ['cisco'], addresses: ['0.0.0.0/0'] },
      // user@cisco is in the group cisco.
      authorization: ClientAuthorization.byRouter(
        [{ name: 'cisco', pool: { from: '10.0.1.10', to: '10.0.1.99' }, dns: ['10.0.1.1'] }],
        { choose: 'domain', list: 'here' },
      ),
      software: ['windows'],
      gateway: '10.0.1.1/32',
      names: { profile: 'default', ipsecProfile: 'default', transformSet: 'default' },
    });
  }
}

const app = new App();
new Network(app, 'windows-eap');
app.synth();
