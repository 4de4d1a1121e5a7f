import { lengthOfMask } from '../../../kernel/ip';
import type { Resource } from '../../../model/network';
import type { Ref } from '../../../model/noun';
import type { NounOf as Noun } from '../../../model/nouns';
import { rangeOf } from '../../facts/address';
import { onPools, type Taken } from '../../facts/pool';
import { ofNetworks } from '../../facts/selectors';
import type { Rule } from '../../engine/rule';
import type { DeviceView } from '../../engine/network-view';

const named = (what: string, address: string): readonly Taken[] => {
  const range = rangeOf(address);
  return range === undefined ? [] : [{ what: `${what} ${address}`, ...range }];
};

/** `ip address` lines of interfaces that no noun knows, but for those in a VRF: pools are in none. */
const shownInterfaces = (device: DeviceView): readonly Taken[] => {
  let current = '';
  let inVrf = false;
  return device.text.flatMap((line) => {
    const [, name] = /^interface (\S+)/.exec(line) ?? [];
    if (name !== undefined) [current, inVrf] = [name, false];
    if (/^(ip )?vrf forwarding /.test(line)) inVrf = true;
    const [, address = '', mask = ''] = /^ip address (\d\S+) (\d\S+)/.exec(line) ?? [];
    const length = lengthOfMask(mask);
    return length === undefined || length > 30 || inVrf
      ? []
      : named(`the network of ${current},`, `${address}/${length}`);
  });
};

const interfaces = (device: DeviceView): readonly Taken[] => [
  ...[...device.all('interface-lines'), ...device.all('tunnel-interface')]
    .filter(
      ({ noun }) => noun.vrf === undefined && noun.address !== undefined && Number(noun.address.split('/')[1]) <= 30,
    )
    .flatMap(({ name, noun }) => named(`the network of ${name},`, noun.address!)),
  ...shownInterfaces(device),
];

/** The list of what goes through the tunnel, by what gives the pool out. */
const splitListOf = (user: Resource, device: DeviceView): Ref<'access-list'> | undefined => {
  const noun = user.noun as Partial<Noun<'ikev2-authorization-policy'>> &
    Partial<Noun<'asa-group-policy'>> &
    Partial<Noun<'ftd-group-policy'>>;
  if (noun.splitTunnel !== undefined)
    return noun.splitTunnel.ipv4 === 'tunnel-specified' ? noun.splitTunnel.list : undefined;
  if (noun.splitTunnelNetworks !== undefined)
    return noun.splitTunnelPolicy === 'tunnelspecified' && noun.splitTunnelNetworks !== 'none'
      ? noun.splitTunnelNetworks
      : undefined;
  if (noun.routeSetAccessList !== undefined) return noun.routeSetAccessList;
  const { general, groupPolicy } = user.noun as Partial<Noun<'tunnel-group'>> & Partial<Noun<'ra-connection-profile'>>;
  const policy = device.to(general?.defaultGroupPolicy) ?? device.to(groupPolicy);
  return policy === undefined ? undefined : splitListOf(policy, device);
};

type End = Extract<Noun<'access-list'>['entries'][number], { readonly action: string }>['source'];
const textsOf = (end: End, device: DeviceView): readonly string[] =>
  typeof end === 'string' ? [end] : ofNetworks([end], device);

/** Networks that the users of a pool reach through the tunnel. */
const protectedBy = (pool: Resource<'address-pool'>, device: DeviceView): readonly Taken[] =>
  device.users(pool).flatMap((user) => {
    const list = device.to(splitListOf(user, device));
    return (list?.noun.entries ?? []).flatMap((entry) =>
      'remark' in entry || entry.action === 'deny' || /\binactive$/.test(entry.options ?? '')
        ? []
        : textsOf(entry.source, device).flatMap((network) => named('the protected network', network)),
    );
  });

export const poolOverlapsNetwork: Rule = {
  id: 'TW-ADDR-002',
  title: 'A pool inside a network that is there already',
  why: 'An address of a user that is also one behind the headend is answered by both: some connections work, others do not, and NAT rules for the one catch the other (Cisco Live BRKSEC-2881; the AnyConnect and Duo guide keeps pool and networks apart).',
  packs: { correctness: 'warning' },
  looksAt: [
    'address-pool',
    'address-pool-override',
    'ikev2-authorization-policy',
    'access-list',
    'interface-lines',
    'tunnel-interface',
  ],
  check: onPools(interfaces, protectedBy, ({ what }) => [
    `lies in ${what}`,
    'take addresses that are nowhere else in the network',
  ]),
};
