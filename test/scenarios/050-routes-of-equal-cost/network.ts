import {
  FtdEcmpZone,
  NetworkObject,
  StaticRoute,
  TunnelInterface,
  type Fmc,
  type FtdDevice,
  type VpnStack,
} from 'tunnelwright';
import { fmc, type Scenario, type Variant } from '../../support/scenario';

const tunnelOf = (branch: FtdDevice, n: number): TunnelInterface =>
  new TunnelInterface(branch, `Tunnel${n}`, { ifname: `far-${n}`, address: `10.62.${n}.1/30`, source: 'outside' });

const spread = (center: Fmc, description: string | undefined): void => {
  const branch = center.ftd('branch-ftd');
  const tunnels = [1, 2].map((n) => tunnelOf(branch, n));
  const ecmpZone = new FtdEcmpZone(branch, 'tunnels', { name: 'FAR-TUNNELS', interfaces: tunnels, description });
  const network = new NetworkObject(center, 'far', { name: 'far-net', value: '10.90.0.0/16' });
  for (const [i, tunnel] of tunnels.entries())
    new StaticRoute(branch, `far-${i}`, {
      destination: '10.90.0.0/16',
      network,
      interface: tunnel,
      gateway: `10.62.${i + 1}.2`,
      ecmpZone,
    });
};

/** Two tunnels to one network, active both, and a route that is alone when the second tunnel goes. */
export const declareOn = (stack: VpnStack, variant: Variant, version = '7.4.1'): void => {
  const center = fmc(stack, { version });
  if (variant === 'nothing') return;
  if (variant !== 'less') return spread(center, variant === 'edited' ? 'to the far site' : undefined);
  const branch = center.ftd('branch-ftd');
  new StaticRoute(branch, 'far-0', {
    destination: '10.90.0.0/16',
    network: new NetworkObject(center, 'far', { name: 'far-net', value: '10.90.0.0/16' }),
    interface: tunnelOf(branch, 1),
    gateway: '10.62.1.2',
  });
};

export const scenario: Scenario = {
  title: 'two tunnels of equal cost',
  declare: declareOn,
  edits: ['fmc update ftd-ecmp-zone/branch-ftd/FAR-TUNNELS'],
  deletes: [
    'fmc delete ftd-ecmp-zone/branch-ftd/FAR-TUNNELS',
    'fmc delete static-route/branch-ftd/far-net@far-2',
    'fmc delete tunnel-interface/branch-ftd/Tunnel2',
  ],
};
