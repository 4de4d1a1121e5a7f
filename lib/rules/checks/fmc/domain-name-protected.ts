import type { Ref } from '../../../model/noun';
import type { DeviceView } from '../../engine/network-view';
import { createFinding, forEachDevice, type Rule } from '../../engine/rule';

type Member = string | Ref<'network-object' | 'network-group' | 'fqdn-object'>;

/** The first domain name in a group, or in a group that is in it. */
const nameIn = (member: Member | undefined, device: DeviceView): string | undefined => {
  if (typeof member !== 'object' || member.ref === 'network-object') return undefined;
  if (member.ref === 'fqdn-object') return member.name;
  const members = device.to(member as Ref<'network-group'>)?.noun.members ?? [];
  return members.map((one) => nameIn(one, device)).find((found) => found !== undefined);
};

export const domainNameProtected: Rule = {
  id: 'TW-FMC-005',
  title: 'A domain name among the networks of a VPN',
  why: 'A firewall of an FMC takes FQDN objects in rules of access control and prefilter and in manual NAT rules only (Cisco, network objects). What a tunnel protects, and the access lists of split tunnels and filters, are addresses: a group with a domain name in it is refused there, at the latest when it is deployed.',
  packs: { correctness: 'error' },
  looksAt: ['vpn-endpoint', 'access-list', 'network-group', 'fqdn-object'],
  check: forEachDevice((device) => {
    const used = [
      ...device.all('vpn-endpoint').map((at) => ({ at, members: at.noun.networks ?? [] })),
      ...device.all('access-list').map((at) => ({
        at,
        members: at.noun.entries.flatMap((entry) =>
          'remark' in entry ? [] : [entry.source, ...(entry.destination === undefined ? [] : [entry.destination])],
        ),
      })),
    ];
    return used.flatMap(({ at, members }) =>
      members.flatMap((member: Member) => {
        const found = nameIn(member, device);
        return found === undefined || typeof member === 'string'
          ? []
          : [
              createFinding(
                at,
                `the group ${member.name} has the domain name ${found} in it`,
                'give a group of addresses, and leave the domain name to a rule of access control',
              ),
            ];
      }),
    );
  }),
};
