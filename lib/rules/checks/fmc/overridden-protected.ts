import type { Resource } from '../../../model/network';
import type { Ref } from '../../../model/noun';
import type { DeviceView } from '../../engine/network-view';
import { createFinding, forEachResource, type Rule } from '../../engine/rule';

type Member = string | Ref<'network-object' | 'network-group' | 'fqdn-object'>;

/** Objects and groups, and what is in these. */
const namedIn = (members: readonly Member[], device: DeviceView): readonly Ref[] =>
  members.flatMap((member) => {
    if (typeof member === 'string') return [];
    const inside = member.ref === 'network-group' ? device.to(member as Ref<'network-group'>)?.noun.members : undefined;
    return [member, ...(inside === undefined ? [] : namedIn(inside, device))];
  });

/** What an end protects. */
const protectedBy = ({ noun }: Resource<'vpn-endpoint'>, device: DeviceView): readonly Member[] => [
  ...(noun.networks ?? []),
  ...(device.to(noun.traffic)?.noun.entries ?? []).flatMap((entry): readonly Member[] =>
    'remark' in entry ? [] : [entry.source, ...(entry.destination === undefined ? [] : [entry.destination])],
  ),
];

export const overriddenProtected: Rule = {
  id: 'TW-FMC-010',
  title: 'A protected network that is another one on a firewall of the tunnel',
  why: 'A policy-based tunnel needs the same two networks at both ends. Each firewall reads an object by the value that it has itself; which value of the other end it is given, when the object has an override on one of them, no source says. Here the rules read the networks of each end by the value on its own firewall.',
  packs: { correctness: 'warning' },
  looksAt: ['vpn-endpoint', 'access-list', 'network-group', 'network-object-override', 'network-group-override'],
  check: forEachResource('vpn-endpoint', (end, device) => {
    const ends = device.all('vpn-endpoint').filter(({ noun }) => noun.topology.name === end.noun.topology.name);
    const firewalls = new Set(ends.flatMap(({ noun }) => noun.device?.name ?? []));
    const objects = namedIn(protectedBy(end, device), device).map(({ ref, name }) => `${ref} ${name}`);
    return [...device.all('network-object-override'), ...device.all('network-group-override')]
      .filter(({ noun }) => firewalls.has(noun.device.name))
      .filter(({ noun }) => objects.includes(`${noun.object.ref} ${noun.object.name}`))
      .map(({ noun }) =>
        createFinding(
          end,
          `protects ${noun.object.name}, which is another value on ${noun.device.name}: what the other end takes is not proven`,
          'give each end an object of its own, or make the tunnel route-based',
        ),
      );
  }),
};
