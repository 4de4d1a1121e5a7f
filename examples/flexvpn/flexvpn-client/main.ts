/**
 * A router as a client of gateways, known by name or address: Cisco Live BRKSEC-2881, "FlexVPN Client – Example". Of level-1
 * constructs, each one object of the router.
 */
import {
  AaaAuthenticationList,
  AaaAuthorizationList,
  AaaNewModel,
  AccessList,
  App,
  CertTrustpoint,
  FlexVpnClient,
  IkeV2AuthorizationPolicy,
  IkeV2Policy,
  IkeV2Profile,
  IkeV2Proposal,
  IosXeRouter,
  IpsecProfile,
  IpsecTransformSet,
  LocalUser,
  Login,
  Secret,
  TunnelInterface,
  VpnStack,
} from 'tunnelwright';
import type { Construct } from 'constructs';

class Network extends VpnStack {
  constructor(scope: Construct, id: string) {
    super(scope, id);
    const client = new IosXeRouter(this, 'client', {
      host: '192.0.2.1',
      release: '17.9',
      login: Login.fromEnv('CLIENT'),
    });
    // From here on method lists decide every login: this is the way in when no server answers.
    new LocalUser(client, 'admin', { privilege: 15, secret: Secret.fromEnv('ADMIN') });
    new AaaAuthenticationList(client, 'default', { methods: ['local'] });
    new AaaNewModel(client, 'aaa', {});

    const trustpoint = new CertTrustpoint(client, 'root', {
      enrollment: { type: 'terminal' },
      rsaKeypair: { label: 'root', bits: 3072 },
    });
    const list = new AaaAuthorizationList(client, 'flex_local', { methods: ['local'] });
    const networks = new AccessList(client, '99', {
      type: 'standard',
      entries: [{ action: 'permit', source: '192.168.1.0/24' }],
    });
    const policy = new IkeV2AuthorizationPolicy(client, 'policy', {
      name: 'default',
      routeSetInterface: true,
      routeSetAccessList: networks,
      routeAccept: {},
    });
    const proposal = new IkeV2Proposal(client, 'strong', { encryption: ['aes-gcm-256'], prf: ['sha384'], group: [19] });
    new IkeV2Policy(client, 'strong-only', { proposals: [proposal] });
    const profile = new IkeV2Profile(client, 'profile', {
      name: 'default',
      matchRemoteAny: true,
      identityLocal: { type: 'dn' },
      authenticationRemote: ['rsa-sig'],
      authenticationLocal: 'rsa-sig',
      trustpoints: [trustpoint],
      aaaAuthorization: [{ of: 'group', method: 'cert', list, policy }],
    });
    const transformSet = new IpsecTransformSet(client, 'esp', { encryption: 'aes-gcm-256' });
    const tunnel = new TunnelInterface(client, 'Tunnel0', {
      negotiated: true,
      source: 'Ethernet0/0',
      destination: 'dynamic',
      protection: new IpsecProfile(client, 'protection', {
        name: 'default',
        transformSets: [transformSet],
        ikev2Profile: profile,
      }),
    });
    new FlexVpnClient(client, 'flexra', {
      // The second and the third only while what they are tracked by is up.
      peers: [
        { host: 'flexra.cisco.com', dynamic: true },
        { host: 'flexra2.cisco.com', dynamic: true, track: 10 },
        { host: '203.0.113.9', track: 11 },
      ],
      tunnel,
    });
  }
}

const app = new App();
new Network(app, 'flexvpn-client');
app.synth();
