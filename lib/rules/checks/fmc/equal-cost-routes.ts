import { groupBy } from '../../../kernel/group';
import { canonicalIpv6, isIpv4, isIpv6 } from '../../../kernel/ip';
import type { Resource } from '../../../model/network';
import type { DeviceView } from '../../engine/network-view';
import { createFinding, forEachDevice, type Rule } from '../../engine/rule';

type Route = Resource<'static-route'> | Resource<'ipv6-static-route'>;

/** The way out by what a route and a zone share: the logical name, which a tunnel has beside its own. */
const wayOf = (way: Route['noun']['interface'] | string): string | undefined => {
  if (typeof way !== 'object') return way;
  const logical = way.key?.['ifname'];
  return logical === undefined ? way.name : String(logical);
};

/** Where a route goes, in one spelling: two objects may hold one network. */
const destinationOf = ({ noun }: Route, device: DeviceView): string => {
  const network = device.to(noun.network)?.noun.value ?? noun.destination;
  const [address, length] = network.split('/');
  if (isIpv6(address!)) return canonicalIpv6(`${address}/${length ?? '128'}`);
  return length === undefined && isIpv4(network) ? `${network}/32` : network;
};

/** Whether the zone that a route names has its interface; one that is not declared is believed. */
const isInZone = (route: Route, zone: string | undefined, device: DeviceView): boolean => {
  const named = route.noun.ecmpZone;
  if (named === undefined || named.name !== zone) return false;
  const declared = device.to(named);
  return declared === undefined || declared.noun.interfaces.some((one) => wayOf(one) === wayOf(route.noun.interface));
};

export const equalCostRoutes: Rule = {
  id: 'TW-FMC-006',
  title: 'Routes of equal cost through interfaces of no common zone',
  why: 'A firewall has two routes to one network with one metric through two interfaces only where an ECMP zone holds both (Cisco Secure Firewall Management Center Device Configuration Guide, ECMP). Without one the second is refused, at the latest when it is deployed.',
  packs: { correctness: 'error' },
  looksAt: ['static-route', 'ipv6-static-route', 'ftd-ecmp-zone'],
  check: forEachDevice((device) => {
    const routes: readonly Route[] = [...device.all('static-route'), ...device.all('ipv6-static-route')];
    const onFirewalls = routes.filter(({ noun }) => noun.device !== undefined);
    const alike = groupBy(
      onFirewalls,
      (route) => `${route.noun.device!.name} ${destinationOf(route, device)} ${route.noun.distance}`,
    );
    return [...alike.values()].flatMap(([first, ...others]) =>
      others
        .filter((other) => wayOf(other.noun.interface) !== wayOf(first!.noun.interface))
        .filter((other) => {
          const zone = first!.noun.ecmpZone?.name;
          return ![first!, other].every((route) => isInZone(route, zone, device));
        })
        .map((other) =>
          createFinding(
            other,
            `goes to ${other.noun.destination} at the cost of ${first!.path}, through an interface that is in no common ECMP zone with that of the other`,
            'give one of them another distance, or both one FtdEcmpZone that has both interfaces, as ecmpZone',
          ),
        ),
    );
  }),
};
