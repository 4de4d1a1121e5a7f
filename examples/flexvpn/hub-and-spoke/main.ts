/**
 * One hub and its spokes, without a routing protocol: each end tells the other its networks while the tunnel comes
 * up. Cisco Live BRKSEC-2881, "Hub & Spoke – IKEv2 Routing".
 */
import {
  AaaAuthenticationList,
  AaaNewModel,
  App,
  Certificates,
  CryptoSuite,
  HubAndSpoke,
  IosXeRouter,
  LocalUser,
  Login,
  Secret,
  VpnStack,
  smartDefaultNames,
} from 'tunnelwright';
import type { Construct } from 'constructs';

/** A router with a way in when no server answers: from here on method lists decide every login. */
const router = (stack: VpnStack, id: string, host: string): IosXeRouter => {
  const device = new IosXeRouter(stack, id, { host, release: '17.9', login: Login.fromEnv('ROUTERS') });
  new LocalUser(device, 'admin', { privilege: 15, secret: Secret.fromEnv('ADMIN') });
  new AaaAuthenticationList(device, 'default', { methods: ['local'] });
  new AaaNewModel(device, 'aaa', {});
  return device;
};

class Network extends VpnStack {
  constructor(scope: Construct, id: string) {
    super(scope, id);
    new HubAndSpoke(this, 'branches', {
      suite: CryptoSuite.aes256Gcm(),
      authentication: Certificates.issuedBy('TP'),
      domain: 'cisco.com',
      hub: {
        device: router(this, 'hub', '192.0.2.1'),
        identity: 'Hub.cisco.com',
        address: '172.16.0.1',
        tunnel: '10.0.0.254/32',
        networks: ['192.168.0.0/16'],
      },
      // A further spoke is a further number: nothing changes on the hub.
      spokes: [1, 2, 3].map((n) => ({
        device: router(this, `spoke${n}`, `192.0.2.${10 + n}`),
        identity: `Spoke${n}.cisco.com`,
        interface: 'Ethernet0/0',
        tunnel: `10.0.0.${n}/32`,
        lan: ['Ethernet0/1'],
      })),
      names: { ...smartDefaultNames, accessList: 'ike-policy' },
    });
  }
}

const app = new App();
new Network(app, 'hub-and-spoke');
app.synth();
