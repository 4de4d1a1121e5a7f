/**
 * Groups of remote users, each in a VRF of its own; the router itself says what a group is given. Cisco Live BRKSEC-2881,
 * "Attributes – Local Authorization" and "Remote Access Example".
 */
import {
  AaaAuthenticationList,
  AaaNewModel,
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
  Vrf,
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

    const it = new Vrf(edge, 'IT-vrf', {});
    const eng = new Vrf(edge, 'Eng-vrf', {});
    const homeOffice = new Vrf(edge, 'home-office-VRF', {});

    new FlexVpnRemoteAccess(edge, 'staff', {
      suite: CryptoSuite.aes256Gcm(),
      trustpoint: 'root',
      authentication: ClientAuth.withCertificate(),
      // The key id of the client is the name of its group.
      match: { keyIds: ['IT', 'Eng', 'home-office'] },
      authorization: ClientAuthorization.byRouter(
        [
          {
            name: 'IT',
            pool: { from: '10.0.1.10', to: '10.0.1.99' },
            netmask: '255.255.255.255',
            vrf: { vrf: it, loopback: 'Loopback1', gateway: '10.0.1.1/32' },
          },
          {
            name: 'Eng',
            pool: { from: '10.0.2.10', to: '10.0.2.99' },
            netmask: '255.255.255.255',
            dns: ['10.0.1.1'],
            vrf: { vrf: eng, loopback: 'Loopback2', gateway: '10.0.2.1/32' },
          },
          {
            name: 'home-office',
            pool: { from: '10.0.3.10', to: '10.0.3.99' },
            vrf: { vrf: homeOffice, loopback: 'Loopback3', gateway: '10.0.3.1/32' },
            interfaceLines: ['ip access-group home-office-users in', 'service-policy output home-office-QoS'],
          },
        ],
        { list: 'flex_local' },
      ),
      names: { profile: 'default', ipsecProfile: 'default' },
    });
  }
}

const app = new App();
new Network(app, 'per-group-vrf');
app.synth();
