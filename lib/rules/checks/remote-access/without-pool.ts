import { isRef } from '../../../model/noun';
import type { NounOf } from '../../../model/nouns';
import type { DeviceView } from '../../engine/network-view';
import { hasUnread } from '../../facts/unread';
import { createFinding, forEachResource, type Rule } from '../../engine/rule';

type General = NonNullable<NounOf<'tunnel-group'>['general']>;

/** The policy of the group, and behind it the one that counts where it says nothing. */
const policiesOf = (general: General | undefined, device: DeviceView): readonly NounOf<'asa-group-policy'>[] =>
  [device.to(general?.defaultGroupPolicy), device.find('asa-group-policy', 'DfltGrpPolicy')].flatMap(
    (policy) => policy?.noun ?? [],
  );

/** A policy that is no noun here, or a server, may bring addresses. */
const mayBringThem = (general: General | undefined, device: DeviceView): boolean => {
  const { defaultGroupPolicy, authenticationServers, authorizationServers, others = [] } = general ?? {};
  return (
    (defaultGroupPolicy !== undefined && device.to(defaultGroupPolicy) === undefined) ||
    [authenticationServers, authorizationServers].some((servers) => isRef(servers)) ||
    others.some((line) => line.startsWith('dhcp-server')) ||
    device.text.some((line) => /^\s*vpn-framed-ip-address /.test(line))
  );
};

export const withoutPool: Rule = {
  id: 'TW-RA-007',
  title: 'Remote access without addresses to give',
  why: 'A client is given an address by a pool of its tunnel group or group policy, by DHCP or by a server. Where none of them is there the login works and the session ends at once: "no address available" (Cisco ASA VPN configuration guide, IP addresses for VPNs).',
  packs: { correctness: 'error' },
  looksAt: ['tunnel-group', 'asa-group-policy', 'address-pool'],
  ofWhole: true,
  check: forEachResource('tunnel-group', (group, device) => {
    const { type, general, ipsec } = group.noun;
    if (type !== 'remote-access' || (general === undefined && ipsec === undefined)) return [];
    const policies = policiesOf(general, device);
    const [protocols] = policies.flatMap(({ tunnelProtocols }) =>
      tunnelProtocols === undefined ? [] : [tunnelProtocols],
    );
    // Users of web pages alone get no address.
    if (protocols?.every((protocol) => protocol === 'ssl-clientless')) return [];
    const pools = [general?.addressPools, general?.addressPoolsOn, ...policies.map(({ addressPools }) => addressPools)];
    if (pools.some((pool) => pool !== undefined && pool !== 'none')) return [];
    if (mayBringThem(general, device) || hasUnread(group, device, /^(ipv6-)?address-pool|^dhcp-server/)) return [];
    return [
      createFinding(
        group,
        'neither the tunnel group nor its policy has an address pool, and no server gives addresses',
        'write general: { addressPools: [pool] }, or addressPools in its AsaGroupPolicy',
      ),
    ];
  }),
};
