import {
  AccessList,
  CertTrustpoint,
  Ipv6StaticRoute,
  NetworkGroup,
  NetworkObject,
  SlaMonitor,
  StaticRoute,
  type VpnStack,
} from 'tunnelwright';

import { Testing } from 'tunnelwright/testing';
import { existing } from '../../../../constructs/core/device-object';
import { asa, problemsIn } from '../../../support/scenario';

test('an SLA monitor is of an FMC: a route of an ASA goes by a number', () => {
  const going = { destination: '10.2.0.0/16', interface: 'outside', gateway: '10.0.0.1' };
  expect(
    problemsIn((stack) => {
      const firewall = asa(stack);
      new StaticRoute(firewall, 'tracked', { ...going, track: SlaMonitor.fromExisting(firewall, 'line', 'LINE') });
      new StaticRoute(firewall, 'number', { ...going, destination: '10.3.0.0/16', track: 1 });
    }),
  ).toEqual([
    'net/asa/tracked track: an ASA has no SLA monitor of an FMC → write the number of what it tracks, 1 to 500',
  ]);
});

test('an end of an access list is an object or a group by its name', () => {
  const declared = (stack: VpnStack) => {
    const firewall = asa(stack);
    const lan = new NetworkObject(firewall, 'LAN', { value: '10.20.0.0/16' });
    const nets = NetworkGroup.fromExisting(firewall, 'nets', 'NETS');
    new AccessList(firewall, 'SPLIT', { entries: [{ action: 'permit', source: lan, destination: nets }] });
  };
  const stack = Testing.stack();
  declared(stack);
  expect(Testing.synthTarget(stack, 'asa').cfg).toMatch(
    /object network LAN\n subnet 10\.20\.0\.0 255\.255\.0\.0\n[^]*access-list SPLIT extended permit ip object LAN object-group NETS/,
  );
});

test('a next hop by name is of an FMC: a route of an ASA has the address', () => {
  expect(
    problemsIn((stack) => {
      const firewall = asa(stack);
      const gateway = NetworkObject.fromExisting(firewall, 'hop', 'HOP');
      new StaticRoute(firewall, 'four', { destination: '10.2.0.0/16', interface: 'outside', gateway });
      new Ipv6StaticRoute(firewall, 'six', { destination: '2001:db8::/48', interface: 'outside', gateway });
      new StaticRoute(firewall, 'address', { destination: '10.3.0.0/16', interface: 'outside', gateway: '10.0.0.1' });
    }),
  ).toEqual([
    'net/asa/six gateway: an ASA takes the address itself → write that of the next hop',
    'net/asa/four gateway: an ASA takes the address itself → write that of the next hop',
  ]);
});

test('enrolment by ACME is made by hand on an ASA, and the menu is said', () => {
  const said = problemsIn((stack) => {
    const here = asa(stack);
    new CertTrustpoint(here, 'VPN', {
      enrollment: {
        type: 'acme',
        url: 'https://acme.example.net/directory',
        interface: existing('security-zone', 'outside-zone'),
        authority: existing('cert-trustpoint', 'CA'),
      },
    });
  });
  expect(said).toEqual([
    expect.stringContaining('enrollment: enrolment by ACME is not written to an ASA: no source proves its lines'),
  ]);
});
