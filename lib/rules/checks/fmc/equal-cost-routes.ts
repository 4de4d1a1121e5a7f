import { groupBy } from '../../../kernel/group';
import type { Resource } from '../../../model/network';
import type { DeviceView } from '../../engine/network-view';
import { createFinding, forEachDevice, type Rule } from '../../engine/rule';

type Route = Resource<'static-route'> | Resource<'ipv6-static-route'>;

/** The way out by a word that a route and a zone share. */
const wayOf = (way: Route['noun']['interface'] | string): string | undefined =>
  typeof way === 'object' ? way.name : way;

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
      ({ noun }) => `${noun.device!.name} ${noun.network?.name ?? noun.destination} ${noun.distance}`,
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
