import { AccessList, AddressPool, Ipv6AccessList, Ipv6AddressPool } from 'tunnelwright';
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
  Ipv6AddressPool: on('fmc', (fmc) => {
    new Ipv6AddressPool(fmc, 'STAFF-IPV6', { start: '2001:db8:61::10/64', size: 100 });
  }),
};
