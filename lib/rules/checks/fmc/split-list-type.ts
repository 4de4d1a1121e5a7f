import { createFinding, forEachResource, type Rule } from '../../engine/rule';

export const splitListType: Rule = {
  id: 'TW-FMC-002',
  title: 'A split tunnel of IPv6 by a list that knows IPv4 only',
  why: 'A standard access list names IPv4 networks alone. With it nothing of IPv6 is specified, so all IPv6 of the user goes past the tunnel, or all of it into the tunnel (Cisco Secure Firewall Management Center Device Configuration Guide, group policies, split tunneling).',
  packs: { correctness: 'warning' },
  looksAt: ['ftd-group-policy', 'access-list'],
  check: forEachResource('ftd-group-policy', (policy, device) => {
    const { ipv6 = 'tunnel-all', list } = policy.noun.splitTunnel ?? {};
    const specified = device.to(list);
    return ipv6 === 'tunnel-all' || specified?.noun.type !== 'standard'
      ? []
      : [
          createFinding(
            policy,
            `its IPv6 is ${ipv6} by ${specified.name}, a standard access list`,
            "write type: 'extended' on the list, or leave ipv6 out",
          ),
        ];
  }),
};
