import { Ipv6StaticRoute, NetworkObject, StaticRoute } from 'tunnelwright';
import { asa, problemsIn } from '../../../support/scenario';

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
