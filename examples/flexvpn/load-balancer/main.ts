/**
 * Gateways that share their clients: a client connects to one address, and is sent to the least loaded gateway. The
 * FlexVPN guide, "FlexVPN Load Balancer".
 */
import {
  AaaAuthenticationList,
  AaaNewModel,
  App,
  Certificates,
  CryptoSuite,
  FlexVpnLoadBalancer,
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
    new FlexVpnLoadBalancer(this, 'VPN_LB', {
      suite: CryptoSuite.aes256Gcm(),
      authentication: Certificates.issuedBy('TP'),
      domain: 'cisco.com',
      virtualAddress: '10.0.0.5',
      group: { name: 'vpngw' },
      gateways: [1, 2, 3].map((n) => ({
        device: router(this, `hub${n}`, `192.0.2.${n}`),
        identity: `Hub${n}.cisco.com`,
        address: `10.0.0.1${n}`,
        interface: 'Ethernet0/0',
        interfaceAddress: `10.0.0.1${n}/24`,
        source: 'Ethernet1/0',
        tunnel: `172.16.1.1${n}/24`,
        ipMtu: 1400,
        maxSession: 10,
      })),
      clients: [
        {
          device: router(this, 'spoke2', '192.0.2.12'),
          identity: 'Spoke2.cisco.com',
          interface: 'Ethernet0/0',
          tunnel: '172.16.1.100/24',
          ipMtu: 1400,
        },
      ],
      names: { ...smartDefaultNames, client: 'VPN_LB' },
    });
  }
}

const app = new App();
new Network(app, 'load-balancer');
app.synth();
