import {
  AccessList,
  AddressPool,
  AddressPoolOverride,
  Ipv6AccessList,
  Ipv6AddressPool,
  Ipv6AddressPoolOverride,
} from 'tunnelwright';
import { on, type Examples } from '../example';

export const addressing: Examples = {
  AddressPool: [
    on('iosxe', (edge) => {
      new AddressPool(edge, 'STAFF', { ranges: [{ from: '10.61.0.1', to: '10.61.0.100' }] });
    }),
    on(['asa', 'fmc'], (device) => {
      new AddressPool(device, 'STAFF', { ranges: [{ from: '10.61.0.1', to: '10.61.0.100' }], mask: '255.255.255.0' });
    }),
  ],
  AccessList: on(['iosxe', 'asa', 'fmc'], (device) => {
    new AccessList(device, 'STAFF-FILTER', {
      entries: [
        { action: 'permit', protocol: 'tcp', source: 'any', destination: '10.20.0.0/16', destinationPort: 'eq 443' },
        { action: 'deny', source: 'any', destination: '10.0.0.0/8' },
      ],
    });
  }),
  Ipv6AccessList: on('iosxe', (edge) => {
    new Ipv6AccessList(edge, 'STAFF-IPV6', {
      entries: [{ action: 'permit', source: '2001:db8:20::/48', destination: 'any' }],
    });
  }),
  AddressPoolOverride: on('fmc', (fmc) => {
    const staff = new AddressPool(fmc, 'STAFF', {
      ranges: [{ from: '10.61.0.1', to: '10.61.0.100' }],
      mask: '255.255.255.0',
      overridable: true,
    });
    // One policy of remote access for two firewalls: clients of this one get addresses of its own.
    new AddressPoolOverride(fmc.ftd('branch-ftd'), 'STAFF', {
      object: staff,
      ranges: [{ from: '10.61.1.1', to: '10.61.1.100' }],
      mask: '255.255.255.0',
    });
  }),
  Ipv6AddressPoolOverride: on('fmc', (fmc) => {
    const staff = new Ipv6AddressPool(fmc, 'STAFF-IPV6', { start: '2001:db8:61::10/64', size: 100, overridable: true });
    new Ipv6AddressPoolOverride(fmc.ftd('branch-ftd'), 'STAFF-IPV6', {
      object: staff,
      start: '2001:db8:62::10/64',
      size: 100,
    });
  }),
  Ipv6AddressPool: on('fmc', (fmc) => {
    new Ipv6AddressPool(fmc, 'STAFF-IPV6', { start: '2001:db8:61::10/64', size: 100 });
  }),
};
