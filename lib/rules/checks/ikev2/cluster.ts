import { createFinding, forEachResource, type Finding, type Rule } from '../../engine/rule';

export const cluster: Rule = {
  id: 'TW-IKE-021',
  title: 'A cluster without its HSRP group, or that redirects no client',
  why: 'The gateways of an IKEv2 cluster find each other by the name of an HSRP group, and send peers on with `redirect gateway`. Without the first the cluster has no master, without the second every peer stays where it came (Cisco, IKEv2 Load Balancer; Cisco Live BRKSEC-2881).',
  packs: { correctness: 'error' },
  looksAt: ['ikev2-cluster', 'interface-lines', 'ikev2-global', 'ikev2-profile'],
  check: forEachResource('ikev2-cluster', (resource, device) => {
    const { standbyGroup, shutdown } = resource.noun;
    if (shutdown) return [];
    const groups = device.all('interface-lines').flatMap(({ noun }) => noun.hsrp ?? []);
    const known = groups.some(({ groupName }) => groupName === standbyGroup) || device.mentions(standbyGroup);
    const redirects =
      device.all('ikev2-global').some(({ noun }) => noun.redirectGateway !== undefined) ||
      device.all('ikev2-profile').some(({ noun }) => noun.redirectGatewayAuth);
    const found: Finding[] = [];
    if (!known && (device.whole || groups.length > 0))
      found.push(
        createFinding(
          resource,
          `its HSRP group ${standbyGroup} is on no interface`,
          `write hsrp: [{ group: 1, ip, groupName: '${standbyGroup}' }] on the InterfaceLines of the cluster`,
        ),
      );
    if (!redirects)
      found.push(
        createFinding(
          resource,
          'sends no peer to another gateway',
          "write redirectGateway: 'init' in IkeV2Global, or redirectGatewayAuth in the profile",
        ),
      );
    return found;
  }),
};
