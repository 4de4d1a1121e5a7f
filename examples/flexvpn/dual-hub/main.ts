/**
 * Branches with two hubs: when the first is silent they use the second, and go back. Hubs have certificates, each
 * branch a key of its own. Cisco Live BRKSEC-2881, "FlexVPN Client".
 */
import {
  AaaAuthenticationList,
  AaaNewModel,
  App,
  Certificates,
  CryptoSuite,
  FlexVpnDualHub,
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
    new FlexVpnDualHub(this, 'branches', {
      suite: CryptoSuite.aes256Gcm(),
      authentication: Certificates.issuedBy('CA'),
      domain: 'cisco.com',
      hubSubject: 'o = cisco',
      hubs: [
        {
          device: router(this, 'hub1', '192.0.2.1'),
          identity: 'Hub1.cisco.com',
          address: '172.16.1.254',
          tunnel: '10.0.0.254/32',
          pool: { from: '10.0.0.1', to: '10.0.0.100' },
          networks: ['192.168.0.0/16'],
        },
        {
          device: router(this, 'hub2', '192.0.2.2'),
          identity: 'Hub2.cisco.com',
          address: '172.16.1.253',
          tunnel: '10.0.0.253/32',
          pool: { from: '10.0.0.101', to: '10.0.0.200' },
          networks: ['192.168.0.0/16'],
        },
      ],
      clients: [
        {
          device: router(this, 'spoke1', '192.0.2.11'),
          identity: 'Spoke1.cisco.com',
          interface: 'FastEthernet0/0',
          key: Secret.fromEnv('SPOKE1_KEY'),
        },
      ],
      names: { ...smartDefaultNames, certificateMap: 'HUBMAP' },
    });
  }
}

const app = new App();
new Network(app, 'dual-hub');
app.synth();
