import { repeated } from '../../shared/checks';
import type { RaVpnPolicyProps } from './props';
import type { Violation } from '../../../core/checks';
import { opensTls } from '../transport';

/** What cannot work of a remote access policy, all of it. */
export const violationsOf = (props: RaVpnPolicyProps, onFmc: boolean): readonly Violation[] => {
  const violations: Violation[] = [];
  if (!onFmc) violations.push(['', 'a remote access policy must be on an FMC: give the Fmc as scope']);
  if (props.zones.length === 0) violations.push(['zones', 'write at least one zone by which users come in']);
  if (props.groups.length === 0) violations.push(['groups', 'write at least one group of users']);
  violations.push(
    ...repeated(
      'name',
      props.groups.map(({ name }, i) => ({ at: `groups[${i}]`, value: name })),
    ),
  );
  props.groups.forEach(({ ipv4Pools, ipv6Pools, dhcpServers, group }, i) => {
    if (!ipv4Pools && !ipv6Pools && !dhcpServers && !group.addressPools)
      violations.push([`groups[${i}].ipv4Pools`, 'nothing gives its users an address: write pools or dhcpServers']);
  });
  if (!opensTls(props) && props.clientImages)
    violations.push([
      'clientImages',
      'packages are handed out over TLS, which is off: leave them out, or write clientServices: true, which opens TLS again',
    ]);
  return violations;
};
