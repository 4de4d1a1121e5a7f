import {
  IpSla,
  IpSlaSchedule,
  TrackedObject,
  Bgp,
  FtdBgp,
  FtdDynamicTunnel,
  FtdEcmpZone,
  FtdLoopback,
  InterfaceLines,
  IpsecProfile,
  Ipv6StaticRoute,
  LoopbackInterface,
  NetworkObject,
  StaticRoute,
  TunnelInterface,
  VirtualTemplate,
  Vrf,
} from 'tunnelwright';
import { on, type Examples } from '../example';

export const interfaces: Examples = {
  TunnelInterface: [
    on('iosxe', (edge) => {
      new TunnelInterface(edge, 'Tunnel100', {
        description: 'to pune',
        address: '10.58.1.1/30',
        ipMtu: 1400,
        tcpMss: 1360,
        source: 'GigabitEthernet0/0',
        destination: '203.0.113.10',
        protection: IpsecProfile.fromExisting(edge, 'protection', 'PUNE'),
      });
    }),
    on('asa', (asa) => {
      new TunnelInterface(asa, 'Tunnel100', {
        ifname: 'pune',
        address: '10.58.1.1/30',
        source: 'outside',
        destination: '203.0.113.10',
        protection: IpsecProfile.fromExisting(asa, 'protection', 'PUNE'),
      });
    }),
    on('fmc', (fmc) => {
      // Peer and protection are of the topology of the FMC: see VpnTopology.
      new TunnelInterface(fmc.ftd('mumbai-pair'), 'Tunnel100', {
        ifname: 'pune',
        address: '10.58.1.1/30',
        source: 'outside',
      });
    }),
  ],
  StaticRoute: [
    on('iosxe', (edge) => {
      const tunnel = new TunnelInterface(edge, 'Tunnel100', {
        address: '10.58.1.1/30',
        source: 'GigabitEthernet0/0',
        destination: '203.0.113.10',
        protection: IpsecProfile.fromExisting(edge, 'protection', 'PUNE'),
      });
      new StaticRoute(edge, 'pune', { destination: '10.30.0.0/16', interface: tunnel, distance: 10 });
    }),
    on('asa', (asa) => {
      const tunnel = new TunnelInterface(asa, 'Tunnel100', {
        ifname: 'pune',
        address: '10.58.1.1/30',
        source: 'outside',
        destination: '203.0.113.10',
        protection: IpsecProfile.fromExisting(asa, 'protection', 'PUNE'),
      });
      new StaticRoute(asa, 'pune', { destination: '10.30.0.0/16', interface: tunnel, gateway: '10.58.1.2' });
    }),
    on('fmc', (fmc) => {
      const pair = fmc.ftd('mumbai-pair');
      const network = new NetworkObject(fmc, 'pune-network', { value: '10.30.0.0/16' });
      const tunnel = new TunnelInterface(pair, 'Tunnel100', {
        ifname: 'pune',
        address: '10.58.1.1/30',
        source: 'outside',
      });
      new StaticRoute(pair, 'pune', { destination: '10.30.0.0/16', network, interface: tunnel, gateway: '10.58.1.2' });
    }),
  ],
  IpSla: on('iosxe', (edge) => {
    new IpSla(edge, '10', { icmpEcho: { destination: '10.58.1.2', sourceInterface: 'Tunnel100', frequency: 10 } });
  }),
  IpSlaSchedule: on('iosxe', (edge) => {
    const operation = new IpSla(edge, '10', { icmpEcho: { destination: '10.58.1.2' } });
    new IpSlaSchedule(edge, 'schedule', { name: '10', operation });
  }),
  TrackedObject: on('iosxe', (edge) => {
    const operation = new IpSla(edge, '10', { icmpEcho: { destination: '10.58.1.2' } });
    new IpSlaSchedule(edge, 'schedule', { name: '10', operation });
    new TrackedObject(edge, '1', { operation, delay: { down: 20, up: 20 } });
    new StaticRoute(edge, 'pune', { destination: '10.30.0.0/16', gateway: '10.58.1.2', track: 1 });
  }),
  Bgp: on(['iosxe', 'asa'], (device) => {
    new Bgp(device, 'bgp', {
      name: '65000',
      neighbors: [{ address: '169.254.44.1', remoteAs: 64512, timers: { keepalive: 10, hold: 30 } }],
      networks: ['10.20.0.0/16'],
    });
  }),
  FtdEcmpZone: on('fmc', (fmc) => {
    const pair = fmc.ftd('mumbai-pair');
    const [first, second] = [
      new TunnelInterface(pair, 'Tunnel100', { ifname: 'pune-1', address: '10.58.1.1/30', source: 'outside' }),
      new TunnelInterface(pair, 'Tunnel101', { ifname: 'pune-2', address: '10.58.1.5/30', source: 'outside2' }),
    ];
    const both = new FtdEcmpZone(pair, 'pune-tunnels', { interfaces: [first, second] });
    const network = new NetworkObject(fmc, 'pune-network', { value: '10.30.0.0/16' });
    // Both tunnels carry what goes to Pune; where one is down, the other does.
    const destination = '10.30.0.0/16';
    new StaticRoute(pair, 'by-first', { destination, network, interface: first, gateway: '10.58.1.2', ecmpZone: both });
    new StaticRoute(pair, 'by-second', {
      destination,
      network,
      interface: second,
      gateway: '10.58.1.6',
      ecmpZone: both,
    });
  }),
  FtdLoopback: on('fmc', (fmc) => {
    new FtdLoopback(fmc.ftd('mumbai-pair'), 'Loopback1', { ifname: 'spokes-loopback', address: '10.99.0.1/32' });
  }),
  FtdDynamicTunnel: on('fmc', (fmc) => {
    const hub = fmc.ftd('mumbai-pair');
    const loopback = new FtdLoopback(hub, 'Loopback1', { ifname: 'spokes-loopback', address: '10.99.0.1/32' });
    new FtdDynamicTunnel(hub, 'Virtual-Template1', { ifname: 'spokes', unnumbered: loopback, source: 'outside' });
  }),
  FtdBgp: on('fmc', (fmc) => {
    const pair = fmc.ftd('mumbai-pair');
    const network = new NetworkObject(fmc, 'mumbai-network', { value: '10.20.0.0/16' });
    // Neighbours and networks of others in the process stay.
    new FtdBgp(pair, 'bgp', {
      asn: 65000,
      neighbors: [{ address: '169.254.44.1', remoteAs: 64512, timers: { keepalive: 10, hold: 30 } }],
      networks: [network],
    });
  }),
  Ipv6StaticRoute: [
    on('iosxe', (edge) => {
      new Ipv6StaticRoute(edge, 'pune', { destination: '2001:db8:30::/48', gateway: '2001:db8:58::2' });
    }),
    on('asa', (asa) => {
      new Ipv6StaticRoute(asa, 'pune', {
        destination: '2001:db8:30::/48',
        interface: 'outside',
        gateway: '2001:db8:58::2',
      });
    }),
    on('fmc', (fmc) => {
      new Ipv6StaticRoute(fmc.ftd('mumbai-pair'), 'pune', {
        destination: '2001:db8:30::/48',
        network: new NetworkObject(fmc, 'pune-network', { value: '2001:db8:30::/48' }),
        interface: 'outside',
        gateway: new NetworkObject(fmc, 'provider', { value: '2001:db8:58::2' }),
      });
    }),
  ],
  LoopbackInterface: on('iosxe', (edge) => {
    new LoopbackInterface(edge, 'Loopback1', { address: '10.59.0.1/32', ipv6Addresses: ['2001:db8:59::1/128'] });
  }),
  VirtualTemplate: on('iosxe', (hub) => {
    const loopback = new LoopbackInterface(hub, 'Loopback1', { address: '10.59.0.1/32' });
    new VirtualTemplate(hub, 'Virtual-Template1', {
      unnumbered: loopback,
      mode: 'gre-ip',
      protection: IpsecProfile.fromExisting(hub, 'protection', 'SPOKES'),
    });
  }),
  Vrf: on('iosxe', (edge) => {
    new Vrf(edge, 'RED', { rd: '65000:1', addressFamilies: [{ family: 'ipv4' }, { family: 'ipv6' }] });
  }),
  InterfaceLines: on('iosxe', (edge) => {
    // Only these lines are ours; what else the interface has stays as it is.
    new InterfaceLines(edge, 'GigabitEthernet0/1', {
      hsrp: [{ group: 1, ip: '10.20.0.5', priority: 110, preempt: true }],
      lines: ['ip nat inside'],
    });
  }),
};
