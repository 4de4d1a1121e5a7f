import { Ipv6StaticRoute, NetworkObject, StaticRoute, type Fmc, type VpnStack } from 'tunnelwright';
import { fmc, type Scenario, type Variant } from '../../support/scenario';

const object = (center: Fmc, name: string, value: string) => new NetworkObject(center, name, { name, value });

/** Routes of firewalls of an FMC through interfaces that are no tunnels: of both families, with next hops of each sort. */
export const declareOn = (stack: VpnStack, variant: Variant, version = '7.4.1'): void => {
  const center = fmc(stack, { version });
  if (variant === 'nothing') return;
  const [branch, pair] = [center.ftd('branch-ftd'), center.ftd('mumbai-pair')];
  const hop = object(center, 'provider-router', '203.0.113.1');
  new StaticRoute(branch, 'partner', {
    destination: '10.80.0.0/16',
    network: object(center, 'partner-net', '10.80.0.0/16'),
    interface: 'outside',
    gateway: variant === 'edited' ? '203.0.113.1' : hop,
    distance: 20,
  });
  new Ipv6StaticRoute(branch, 'partner-6', {
    destination: '2001:db8:80::/48',
    network: object(center, 'partner-net-6', '2001:db8:80::/48'),
    interface: 'outside',
    gateway: variant === 'edited' ? object(center, 'provider-router-6', '2001:db8::1') : 'fe80::1',
  });
  if (variant === 'less') return;
  const nowhere = object(center, 'all-ours', '10.32.0.0/12');
  new StaticRoute(pair, 'nowhere', {
    destination: '10.32.0.0/12',
    network: nowhere,
    interface: 'Null0',
    distance: 254,
  });
  new Ipv6StaticRoute(pair, 'nowhere-6', {
    destination: '2001:db8:30::/48',
    network: object(center, 'all-ours-6', '2001:db8:30::/48'),
    interface: 'inside',
    gateway: '2001:db8:30::1',
  });
};

export const scenario: Scenario = {
  title: 'static routes of a firewall',
  declare: declareOn,
  edits: [
    'fmc create network-object/provider-router-6',
    'fmc update ipv6-static-route/branch-ftd/partner-net-6@outside',
    'fmc update static-route/branch-ftd/partner-net@outside',
  ],
  deletes: [
    'fmc delete ipv6-static-route/mumbai-pair/all-ours-6@inside',
    'fmc delete network-object/all-ours',
    'fmc delete network-object/all-ours-6',
    'fmc delete static-route/mumbai-pair/all-ours@Null0',
  ],
};
