import { createFinding, forEachDevice, type Rule } from '../../engine/rule';

const faultOf = (value: string): string | undefined => {
  if (value.includes(':')) return 'is IPv6';
  return value.includes('-') ? 'is a range' : undefined;
};

export const bgpNetwork: Rule = {
  id: 'TW-FMC-011',
  title: 'A network of BGP that is no IPv4 network',
  why: 'BGP of a firewall tells its neighbours IPv4 networks here: its definitions (Cisco Terraform provider for FMC) have the IPv4 address family alone. A network of IPv6, or a range of addresses, is refused when it is written or deployed, and its neighbours never learn it.',
  packs: { correctness: 'error' },
  looksAt: ['ftd-bgp', 'network-object'],
  check: forEachDevice((device) =>
    device.all('ftd-bgp').flatMap((at) =>
      (at.noun.networks ?? []).flatMap((network) => {
        const value = device.to(network)?.noun.value;
        const fault = value === undefined ? undefined : faultOf(value);
        return fault === undefined
          ? []
          : [
              createFinding(
                at,
                `networks has ${network.name}, which ${fault} (${value})`,
                'give a NetworkObject of an IPv4 network with its length, and a static route for IPv6',
              ),
            ];
      }),
    ),
  ),
};
