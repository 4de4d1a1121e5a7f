import { repeated } from './shared/checks';
import type { RaVpnPolicyProps } from './ra-vpn-policy';
import type { Violation } from '../core/checks';

/** What cannot work of a remote access policy, all of it. */
export const raVpnFaults = (props: RaVpnPolicyProps, onFmc: boolean): readonly Violation[] => {
  const faults: Violation[] = [];
  if (!onFmc) faults.push(['', 'a remote access policy stands on an FMC: give the Fmc as scope']);
  if (props.zones.length === 0) faults.push(['zones', 'write at least one zone by which users come in']);
  if (props.groups.length === 0) faults.push(['groups', 'write at least one group of users']);
  faults.push(
    ...repeated(
      'name',
      props.groups.map(({ name }, i) => ({ at: `groups[${i}]`, value: name })),
    ),
  );
  props.groups.forEach(({ ipv4Pools, ipv6Pools, dhcpServers, group }, i) => {
    if (!ipv4Pools && !ipv6Pools && !dhcpServers && !group.addressPools)
      faults.push([`groups[${i}].ipv4Pools`, 'nothing gives its users an address: write pools or dhcpServers']);
  });
  const closed = props.transport !== 'ipsec-ikev2-and-ssl' && props.clientServices !== true;
  if (closed && props.clientImages)
    faults.push([
      'clientImages',
      'packages are handed out over TLS, which is off: leave them out, or write clientServices: true, which opens TLS again',
    ]);
  return faults;
};
