import { repeated } from '../../shared/checks';
import { propsOf } from '../../../../lib/synth/declaration';
import type { RaVpnGroup, RaVpnPolicyProps } from './props';
import type { Violation } from '../../../core/checks';
import { opensTls } from '../transport';
import { accessViolations } from './access';

/** Whether users of the local realm log in to a group. */
export const asksLocal = ({ server, secondary, fallbackToLocal }: RaVpnGroup): boolean =>
  server === 'local' ||
  secondary?.server === 'local' ||
  fallbackToLocal === true ||
  secondary?.fallbackToLocal === true;

/** `local` is a realm of the FMC, and only a realm of type `local` is it. */
const localViolations = ({ groups, localRealm }: RaVpnPolicyProps): readonly Violation[] => {
  const found: Violation[] = [];
  if (localRealm !== undefined && !groups.some(asksLocal))
    found.push(['localRealm', "no group asks local users: leave it out, or write server: 'local' in one"]);
  const type = localRealm && propsOf(localRealm)?.type;
  if (type !== undefined && type !== 'local')
    found.push([
      'localRealm',
      `it is a realm of type '${type}': give it as server of a group, and here one of type 'local'`,
    ]);
  return found;
};

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
  violations.push(...localViolations(props), ...accessViolations(props));
  if (!opensTls(props) && props.clientImages)
    violations.push([
      'clientImages',
      'packages are handed out over TLS, which is off: leave them out, or write clientServices: true, which opens TLS again',
    ]);
  return violations;
};
