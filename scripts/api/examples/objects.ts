import {
  AccessList,
  AccessPolicy,
  AccessRule,
  FqdnObject,
  FqdnObjectOverride,
  FtdBgp,
  FtdGroupPolicy,
  NatPolicy,
  NatRule,
  NetworkGroup,
  NetworkGroupOverride,
  NetworkObject,
  NetworkObjectOverride,
  PortObject,
  SecurityGroupTag,
  SecurityZone,
  SlaMonitor,
  StaticRoute,
  TimeRange,
  TunnelInterface,
  UrlObject,
  UrlObjectOverride,
} from 'tunnelwright';
import { on, type Examples } from '../example';

export const objects: Examples = {
  NetworkObject: on(['asa', 'fmc'], (device) => {
    new NetworkObject(device, 'pune-network', { value: '10.30.0.0/16' });
  }),
  NetworkGroup: on(['fmc', 'asa'], (device) => {
    const pune = new NetworkObject(device, 'pune-network', { value: '10.30.0.0/16' });
    const servers = new NetworkObject(device, 'pune-servers', { value: '10.31.0.10-10.31.0.20' });
    // Objects that have a name, and an address and a network that need none.
    new NetworkGroup(device, 'pune', { members: [pune, servers, '10.32.0.1', '2001:db8:30::/48'] });
  }),
  FqdnObject: on('fmc', (fmc) => {
    const portal = new FqdnObject(fmc, 'portal', { fqdn: 'portal.example.net', dnsResolution: 'ipv4-only' });
    new NetworkGroup(fmc, 'partner', { members: [portal, '192.0.2.16/28'] });
  }),
  SecurityGroupTag: on('fmc', (fmc) => {
    const staff = new SecurityGroupTag(fmc, 'STAFF', { tag: 11 });
    new AccessList(fmc, 'staff-only', {
      entries: [{ action: 'permit', source: 'any', destination: '10.20.0.0/16', securityGroupTags: [staff] }],
    });
  }),
  PortObject: on('fmc', (fmc) => {
    new AccessRule(fmc, 'portal', {
      policy: AccessPolicy.fromExisting(fmc, 'policy', 'edge-access'),
      place: { section: 'mandatory' },
      action: 'allow',
      destinationPorts: [PortObject.fromExisting(fmc, 'https', 'HTTPS')],
    });
  }),
  UrlObject: on('fmc', (fmc) => {
    new UrlObject(fmc, 'staff-url', { url: 'https://vpn.example.net/staff' });
  }),
  NetworkObjectOverride: on('fmc', (fmc) => {
    const lan = new NetworkObject(fmc, 'lan', { value: '10.20.0.0/16', overridable: true });
    const pune = fmc.ftd('branch-ftd');
    // Under the name `lan` this firewall has its own network, and announces that.
    new NetworkObjectOverride(pune, 'lan', { object: lan, value: '10.40.0.0/16' });
    new FtdBgp(pune, 'bgp', { asn: 65010, neighbors: [{ address: '192.0.2.9', remoteAs: 64512 }], networks: [lan] });
  }),
  NetworkGroupOverride: on('fmc', (fmc) => {
    const sites = new NetworkGroup(fmc, 'sites', { members: ['10.20.0.0/16'], overridable: true });
    new NetworkGroupOverride(fmc.ftd('branch-ftd'), 'sites', {
      object: sites,
      members: ['10.40.0.0/16', '10.41.0.0/16'],
    });
  }),
  FqdnObjectOverride: on('fmc', (fmc) => {
    const portal = new FqdnObject(fmc, 'portal', { fqdn: 'portal.example.net', overridable: true });
    new FqdnObjectOverride(fmc.ftd('branch-ftd'), 'portal', { object: portal, fqdn: 'pune.example.net' });
  }),
  UrlObjectOverride: on('fmc', (fmc) => {
    const staff = new UrlObject(fmc, 'staff-url', { url: 'https://vpn.example.net/staff', overridable: true });
    new UrlObjectOverride(fmc.ftd('branch-ftd'), 'staff-url', { object: staff, url: 'https://pune.example.net/staff' });
  }),
  SlaMonitor: on('fmc', (fmc) => {
    const line = new SlaMonitor(fmc, 'first-line', {
      number: 10,
      address: '203.0.113.1',
      zones: [SecurityZone.fromExisting(fmc, 'outside', 'outside-zone')],
      frequency: 10,
      timeout: 2000,
    });
    // The route is there while the provider's router answers.
    new StaticRoute(fmc.ftd('mumbai-pair'), 'partner', {
      destination: '10.80.0.0/16',
      network: new NetworkObject(fmc, 'partner-network', { value: '10.80.0.0/16' }),
      interface: 'outside',
      gateway: '203.0.113.1',
      track: line,
    });
  }),
  SecurityZone: on('fmc', (fmc) => {
    const pair = fmc.ftd('mumbai-pair');
    // A tunnel is in a zone; a group names its interfaces.
    const vpn = new SecurityZone(fmc, 'vpn-zone', {});
    new TunnelInterface(pair, 'Tunnel100', { ifname: 'pune', address: '10.58.1.1/30', source: 'outside', zone: vpn });
    new SecurityZone(fmc, 'vpn-faces', {
      type: 'interface-group',
      interfaces: [{ device: pair, interface: 'outside' }],
    });
    new NatRule(fmc, 'users', {
      name: 'users to the internet',
      policy: NatPolicy.fromExisting(fmc, 'nat', 'edge-nat'),
      type: 'dynamic',
      originalSource: new NetworkObject(fmc, 'user-network', { value: '10.20.0.0/16' }),
      sourceZone: SecurityZone.fromExisting(fmc, 'inside', 'inside-zone'),
      destinationZone: SecurityZone.fromExisting(fmc, 'outside', 'outside-zone'),
    });
  }),
  TimeRange: on('fmc', (fmc) => {
    const officeHours = new TimeRange(fmc, 'office-hours', {
      until: '2027-06-30T18:00',
      weekly: [{ days: ['mon', 'tue', 'wed', 'thu', 'fri'], from: '08:00', to: '18:00' }],
    });
    new FtdGroupPolicy(fmc, 'GP-CONTRACTORS', { accessHours: officeHours });
  }),
};
