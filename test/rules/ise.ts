import {
  AaaServerGroup,
  IosXeRouter,
  IseNetworkDevice,
  IseServer,
  Login,
  LoopbackInterface,
  RadiusServer,
  Secret,
  type VpnStack,
} from 'tunnelwright';
import type { RuleExample } from '../support/rule-example';

const key = Secret.fromEnv('EDGE_RADIUS');

/** A router that asks ISE from its loopback. */
const asking =
  (known: string, secret = key, second?: typeof key) =>
  (stack: VpnStack): void => {
    const edge = new IosXeRouter(stack, 'edge', { host: '192.0.2.1', release: '17.9', login: Login.fromEnv('EDGE') });
    const radius = new RadiusServer(edge, 'ISE', { address: '10.62.97.21', key });
    const sourceInterface = new LoopbackInterface(edge, 'Loopback0', { address: '10.106.54.143/32' });
    new AaaServerGroup(edge, 'users', { servers: [radius], sourceInterface });
    const ise = new IseServer(stack, 'ise', { host: '10.62.97.21', login: Login.fromEnv('ISE') });
    new IseNetworkDevice(ise, 'edge', {
      addresses: [known],
      radiusSharedSecret: secret,
      ...(second === undefined ? {} : { secondRadiusSharedSecret: second }),
    });
  };

export const ise: Readonly<Record<string, RuleExample>> = {
  'TW-ISE-001': {
    bad: asking('192.0.2.1'),
    says: ['asks ise from 10.106.54.143, which is not a network device of it'],
    good: asking('10.106.54.0/24'),
  },
  'TW-ISE-002': {
    bad: asking('10.106.54.143', Secret.fromEnv('OTHER')),
    says: ['has the key <secret:env:EDGE_RADIUS>, and edge of ise has <secret:env:OTHER>'],
    // While the secret is being changed.
    good: asking('10.106.54.143', Secret.fromEnv('OTHER'), key),
  },
};
