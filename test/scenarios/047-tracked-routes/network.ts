import {
  NetworkObject,
  SecurityZone,
  SlaMonitor,
  StaticRoute,
  TunnelInterface,
  type Fmc,
  type VpnStack,
} from 'tunnelwright';
import { fmc, type Scenario, type Variant } from '../../support/scenario';

/** A route into a tunnel, while a monitor of another line has an answer. */
const throughTunnel = (center: Fmc, track: SlaMonitor): void => {
  const branch = center.ftd('branch-ftd');
  new StaticRoute(branch, 'far', {
    destination: '10.90.0.0/16',
    network: new NetworkObject(center, 'far', { name: 'far-net', value: '10.90.0.0/16' }),
    interface: new TunnelInterface(branch, 'Tunnel9', { ifname: 'far', address: '10.62.0.1/30', source: 'outside' }),
    gateway: '10.62.0.2',
    track,
  });
};

/** Two internet lines of a firewall of an FMC: a route by one of them while its provider answers, and a monitor by itself. */
export const declareOn = (stack: VpnStack, variant: Variant, version = '7.4.1'): void => {
  const center = fmc(stack, { version });
  if (variant === 'nothing') return;
  const outside = SecurityZone.fromExisting(center, 'outside', 'outside-zone');
  const group = new SecurityZone(center, 'lines', {
    name: 'internet-lines',
    type: 'interface-group',
    interfaces: [{ device: center.ftd('branch-ftd'), interface: 'outside' }],
  });
  const line = new SlaMonitor(center, 'line', {
    name: 'FIRST-LINE',
    number: 10,
    address: '203.0.113.1',
    zones: [outside],
    frequency: variant === 'edited' ? 5 : 10,
    timeout: 2000,
    packets: 3,
  });
  if (variant !== 'less') {
    const other = new SlaMonitor(center, 'other', { number: 11, address: '198.51.100.1', zones: [group] });
    throughTunnel(center, other);
  }
  const network = new NetworkObject(center, 'partner', { name: 'partner-net', value: '10.80.0.0/16' });
  new StaticRoute(center.ftd('branch-ftd'), 'first', {
    destination: '10.80.0.0/16',
    network,
    interface: 'outside',
    gateway: '203.0.113.1',
    ...(variant === 'less' ? {} : { track: line }),
  });
  new StaticRoute(center.ftd('branch-ftd'), 'second', {
    destination: '10.80.0.0/16',
    network,
    interface: 'inside',
    gateway: '10.40.0.9',
    distance: 200,
    ...(variant === 'edited' ? { track: line } : {}),
  });
};

export const scenario: Scenario = {
  title: 'routes that go by an SLA monitor',
  declare: declareOn,
  edits: ['fmc update sla-monitor/FIRST-LINE', 'fmc update static-route/branch-ftd/partner-net@inside'],
  deletes: [
    'fmc delete network-object/far-net',
    'fmc delete sla-monitor/other',
    'fmc delete static-route/branch-ftd/far-net@far',
    'fmc delete tunnel-interface/branch-ftd/Tunnel9',
    'fmc update static-route/branch-ftd/partner-net@outside',
  ],
};
