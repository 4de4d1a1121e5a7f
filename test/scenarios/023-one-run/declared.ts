import {
  DuoProxy,
  DuoProxyHost,
  DuoRadiusApplication,
  DuoUser,
  IseNetworkDevice,
  Login,
  NetworkObject,
  PrimaryAuth,
  RadiusServer,
  Secret,
  type VpnStack,
} from 'tunnelwright';
import { duo, edge, fmc, ise } from '../../support/scenario';

export interface Declared {
  /** What goes: the application, the proxy that takes its keys, and the router's server that is the proxy. */
  readonly without?: boolean;
}

const radius = Secret.fromEnv('RADIUS_KEY');

/**
 * A secret of the user's own on three devices, keys that Duo makes on a fourth, and a firewall manager that needs none of
 * it. The proxy takes its keys from Duo; the router asks the proxy, and ISE, so it comes after all of them.
 */
export const declare = (stack: VpnStack, { without }: Declared = {}): void => {
  const router = edge(stack);
  const host = new DuoProxyHost(stack, 'proxy', { host: '192.0.2.97', login: Login.fromEnv('DUO_PROXY') });
  const account = duo(stack);
  const server = ise(stack);
  new NetworkObject(fmc(stack), 'branch', { name: 'branch', value: '10.30.0.0/16' });
  const device = new IseNetworkDevice(server, 'edge', {
    addresses: ['192.0.2.1', '192.0.2.97'],
    radiusSharedSecret: radius,
  });
  new DuoUser(account, 'alice');
  new RadiusServer(router, 'ise', { address: '192.0.2.20', key: radius }).node.addDependency(device);
  if (without) return;
  const app = new DuoRadiusApplication(account, 'application', { name: 'vpn' });
  const proxy = new DuoProxy(stack, 'mfa', {
    hosts: [host],
    application: { ikey: app.integrationKey, skey: app.secretKey, apiHost: 'api-lab.duosecurity.com' },
    primary: PrimaryAuth.radius(['192.0.2.20'], radius),
  });
  proxy.serverGroup(router, 'mfa', { from: '192.0.2.1', secret: radius, server: 'duo' });
};
