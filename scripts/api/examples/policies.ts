import {
  AccessPolicy,
  AccessRule,
  NatExemptionRule,
  NatPolicy,
  NatRule,
  NetworkObject,
  PlatformSettings,
  PolicyAssignment,
  PortObject,
  SecurityZone,
  VpnLogging,
} from 'tunnelwright';
import { on, type Examples } from '../example';

export const policies: Examples = {
  NatExemptionRule: on('asa', (asa) => {
    const networks = new NetworkObject(asa, 'mumbai-network', { value: '10.20.0.0/16' });
    const peers = new NetworkObject(asa, 'pune-network', { value: '10.30.0.0/16' });
    new NatExemptionRule(asa, 'pune', { inside: 'inside', outside: 'outside', networks, peers });
  }),
  NatPolicy: on('fmc', (fmc) => {
    const policy = new NatPolicy(fmc, 'branch-nat', { description: 'firewalls of the branches' });
    new NatRule(fmc, 'users', {
      name: 'users to the internet',
      policy,
      type: 'dynamic',
      originalSource: new NetworkObject(fmc, 'user-network', { value: '10.20.0.0/16' }),
    });
    new PolicyAssignment(fmc, 'nat-of-pune', { policy, devices: [fmc.ftd('pune')] });
  }),
  AccessPolicy: on('fmc', (fmc) => {
    const policy = AccessPolicy.fromExisting(fmc, 'policy', 'edge-access');
    new AccessRule(fmc, 'ping', {
      policy,
      place: { section: 'mandatory' },
      action: 'allow',
      sourceZones: [SecurityZone.fromExisting(fmc, 'tunnels', 'vpn-zone')],
      destinationPorts: ['icmp/8'],
    });
  }),
  AccessRule: on('fmc', (fmc) => {
    const policy = AccessPolicy.fromExisting(fmc, 'policy', 'edge-access');
    // Rules of others stay as and where they are.
    const blockAll = AccessRule.fromExisting(fmc, 'block-all', 'Block all', policy);
    new AccessRule(fmc, 'from-pune', {
      policy,
      place: { before: blockAll },
      action: 'allow',
      sourceZones: [SecurityZone.fromExisting(fmc, 'tunnels', 'vpn-zone')],
      sourceNetworks: [new NetworkObject(fmc, 'pune-network', { value: '10.30.0.0/16' })],
      destinationNetworks: ['10.20.0.0/16'],
      destinationPorts: ['tcp/443', PortObject.fromExisting(fmc, 'dns', 'DNS_over_UDP')],
      logging: { end: true, toFmc: true },
    });
  }),
  NatRule: on('fmc', (fmc) => {
    const mumbai = new NetworkObject(fmc, 'mumbai-network', { value: '10.20.0.0/16' });
    const pune = new NetworkObject(fmc, 'pune-network', { value: '10.30.0.0/16' });
    new NatRule(fmc, 'exempt', {
      name: 'mumbai to pune',
      policy: NatPolicy.fromExisting(fmc, 'nat', 'edge-nat'),
      originalSource: mumbai,
      translatedSource: mumbai,
      originalDestination: pune,
      translatedDestination: pune,
      sourceZone: SecurityZone.fromExisting(fmc, 'inside', 'inside-zone'),
      noProxyArp: true,
      routeLookup: true,
    });
  }),
  PlatformSettings: on('fmc', (fmc) => {
    new PlatformSettings(fmc, 'FTD-SETTINGS', { description: 'of all firewalls' });
  }),
  VpnLogging: on('fmc', (fmc) => {
    const policy = new PlatformSettings(fmc, 'FTD-SETTINGS', {});
    new VpnLogging(fmc, 'vpn-logging', { policy, level: 'informational' });
  }),
  PolicyAssignment: on('fmc', (fmc) => {
    const policy = new PlatformSettings(fmc, 'FTD-SETTINGS', {});
    new PolicyAssignment(fmc, 'assignment', { policy, devices: [fmc.ftd('mumbai-pair'), fmc.ftd('pune-ftd')] });
  }),
};
