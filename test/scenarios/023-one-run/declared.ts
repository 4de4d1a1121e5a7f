import {
  DuoRadiusApplication,
  DuoUser,
  IseNetworkDevice,
  NetworkObject,
  RadiusServer,
  Secret,
  type VpnStack,
} from 'tunnelwright';
import { duo, edge, fmc, ise } from '../../support/scenario';

export interface Declared {
  /** What goes: the application and the router's server that takes its key. */
  readonly without?: boolean;
}

/**
 * A secret of the user's own on two devices, a secret that Duo makes on a third, and a firewall manager that needs none
 * of it. The router asks what ISE and Duo hold, so it comes after both.
 */
export const declare = (stack: VpnStack, { without }: Declared = {}): void => {
  const router = edge(stack);
  const account = duo(stack);
  const server = ise(stack);
  new NetworkObject(fmc(stack), 'branch', { name: 'branch', value: '10.30.0.0/16' });
  const device = new IseNetworkDevice(server, 'edge', {
    addresses: ['192.0.2.1'],
    radiusSharedSecret: Secret.fromEnv('RADIUS_KEY'),
  });
  new DuoUser(account, 'alice');
  const radius = new RadiusServer(router, 'ise', { address: '192.0.2.20', key: Secret.fromEnv('RADIUS_KEY') });
  radius.node.addDependency(device);
  if (without) return;
  const application = new DuoRadiusApplication(account, 'application', { name: 'vpn' });
  new RadiusServer(router, 'duo', { address: '192.0.2.21', key: application.secretKey, timeout: 120 });
};
