/**
 * A key for each spoke that only a RADIUS server knows: spokes without certificates, and no key that all of them
 * share. Cisco Live BRKSEC-2881, "AAA Pre-Shared Keys".
 */
import {
  AaaAuthenticationList,
  AaaAuthorizationList,
  AaaNewModel,
  AaaServerGroup,
  App,
  IkeV2Policy,
  IkeV2Profile,
  IkeV2Proposal,
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

    const radius = new AaaServerGroup(edge, 'frad', {
      privateServers: [{ address: '10.0.0.2', key: Secret.fromEnv('RADIUS') }],
    });
    const list = new AaaAuthorizationList(edge, 'radius', { methods: [radius] });
    const proposal = new IkeV2Proposal(edge, 'strong', { encryption: ['aes-gcm-256'], prf: ['sha384'], group: [19] });
    new IkeV2Policy(edge, 'strong-only', { proposals: [proposal] });
    new IkeV2Profile(edge, 'profile', {
      name: 'default',
      matchRemoteFqdnDomains: ['cisco.com'],
      identityLocal: { type: 'fqdn', fqdn: 'router.cisco.com' },
      authenticationRemote: ['pre-share'],
      authenticationLocal: 'pre-share',
      // The server is asked by the name that the spoke says it is.
      keyringAaa: { list },
    });
  }
}

const app = new App();
new Network(app, 'aaa-pre-shared-keys');
app.synth();
