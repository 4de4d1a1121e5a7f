import { AccessList, IkeV2Proposal, NetworkObject, SecurityGroupTag, SlaMonitor, StaticRoute } from 'tunnelwright';
import { edge, problemsIn } from '../../../support/scenario';

test('algorithms that only firewalls know are refused, each with what to write', () => {
  expect(
    problemsIn((stack) => {
      const router = edge(stack);
      new IkeV2Proposal(router, 'firewall', { encryption: ['aes-gcm-192'], prf: ['sha512'], group: [31] });
      new IkeV2Proposal(router, 'router', { encryption: ['aes-gcm-256'], prf: ['sha512'], group: [21] });
    }),
  ).toEqual([
    'net/edge/firewall encryption: IOS-XE has no aes-gcm-192 in IKEv2 → write aes-gcm-256',
    'net/edge/firewall group: IOS-XE has no group 31 → write 19, 20 or 21',
  ]);
});

test('ends of an entry and ways out that only an ASA knows are refused', () => {
  expect(
    problemsIn((stack) => {
      const router = edge(stack);
      new AccessList(router, 'list', { entries: [{ action: 'permit', source: 'any4', destination: 'object LAN' }] });
      const staff = SecurityGroupTag.fromExisting(router, 'staff', 'STAFF');
      new AccessList(router, 'tagged', {
        entries: [{ action: 'permit', source: 'any', destination: 'any', securityGroupTags: [staff] }],
      });
      new StaticRoute(router, 'route', { destination: '10.0.0.0/8', interface: 'outside', gateway: '192.0.2.1' });
      const gateway = NetworkObject.fromExisting(router, 'hop', 'HOP');
      new StaticRoute(router, 'object', { destination: '10.2.0.0/16', gateway });
      const track = SlaMonitor.fromExisting(router, 'line', 'LINE');
      new StaticRoute(router, 'tracked', { destination: '10.3.0.0/16', gateway: '192.0.2.1', track });
      new StaticRoute(router, 'null', { destination: '10.1.0.0/16', interface: 'Null0' });
    }),
  ).toEqual([
    "net/edge/list entries: IOS-XE has no 'any4' here → write any, an address, a network, or object-group NAME",
    "net/edge/list entries: IOS-XE has no 'object LAN' here → write any, an address, a network, or object-group NAME",
    'net/edge/tagged entries: securityGroupTags is of an FMC → leave it out',
    "net/edge/route interface: 'outside' is not an interface of IOS-XE → write it like GigabitEthernet0/0 or Null0",
    'net/edge/object gateway: IOS-XE has no network objects → write the address, like 192.0.2.1',
    'net/edge/tracked track: IOS-XE has no SLA monitor of an FMC → write the number of a TrackedObject',
  ]);
});
