import type { Construct } from 'constructs';
import { isIpv4, isIpv4Cidr, isIpv6, isIpv6Cidr, networkOf6 } from '../../../../lib/kernel/ip';
import { propsOf } from '../../../../lib/synth/declaration';
import type { Violation } from '../../../core/checks';
import type { Fmc } from '../../../devices/fmc';
import type { AccessRule } from '../../../generated/policies/access-rule';
import { insideOf, permit, type Reached, type VpnAccessRules } from '../../shared/access-rules';
import type { RaVpnGroup, RaVpnPolicyProps } from './props';

/** The addresses of a pool of this program, as network objects have them; undefined where it does not say them, or not for all firewalls. */
const inPool = (props: ReturnType<typeof propsOf<'address-pool'>>): readonly string[] | undefined => {
  if (props === undefined || props.overridable) return undefined;
  if (props.supernet !== undefined) return [props.supernet.network];
  return props.ranges?.map(({ from, to = from }) => (from === to ? from : `${from}-${to}`));
};
const inIpv6Pool = (props: ReturnType<typeof propsOf<'ipv6-address-pool'>>): readonly string[] | undefined =>
  props === undefined || props.overridable || !isIpv6Cidr(String(props.start)) ? undefined : [networkOf6(props.start)];

/** Where the users of a group come from; undefined where this program does not say it. */
const usersOf = ({ ipv4Pools = [], ipv6Pools = [], dhcpServers, group }: RaVpnGroup): readonly string[] | undefined => {
  if (dhcpServers !== undefined) return undefined;
  const pools = [
    ...[...ipv4Pools, ...(group.addressPools ?? [])].map((pool) => inPool(propsOf(pool))),
    ...ipv6Pools.map((pool) => inIpv6Pool(propsOf(pool))),
  ];
  return pools.some((pool) => pool === undefined) ? undefined : pools.flatMap((pool) => pool ?? []);
};

const isNetwork = (text: string): boolean => [isIpv4, isIpv4Cidr, isIpv6, isIpv6Cidr].some((is) => is(text));

/** What the users of a group reach through the tunnel; undefined: everything, or what this program does not say. */
const reachedBy = ({ group: { splitTunnel } }: RaVpnGroup): readonly Reached[] | undefined => {
  const list = splitTunnel?.ipv4 === 'tunnel-specified' ? splitTunnel.list && propsOf(splitTunnel.list) : undefined;
  if (list?.type !== 'standard') return undefined;
  const found: Reached[] = [];
  for (const entry of list.entries) {
    if ('remark' in entry) continue;
    const { action, source } = entry;
    if (action !== 'permit' || (typeof source === 'string' && !isNetwork(source))) return undefined;
    found.push(source);
  }
  return found;
};

const groupViolations = (rules: VpnAccessRules, group: RaVpnGroup): string | undefined => {
  const {
    name,
    ipv6Pools,
    group: { splitTunnel },
  } = group;
  if (usersOf(group) === undefined)
    return `this program does not say which addresses the users of ${name} have on every firewall: declare its pools here, without overridable, or leave accessRules out and write an AccessRule`;
  if (ipv6Pools !== undefined && (splitTunnel?.ipv4 ?? 'tunnel-all') !== (splitTunnel?.ipv6 ?? 'tunnel-all'))
    return `of ${name} other traffic goes through the tunnel over IPv4 than over IPv6: write the same of both in splitTunnel, or leave accessRules out and write an AccessRule for each`;
  return reachedBy(group) === undefined && rules.inside === undefined
    ? `no list of this program says what the users of ${name} reach: write inside, the zone of the networks behind the firewall, or the rule would let them reach anything`
    : undefined;
};

/** A rule says where users come from, and what they reach: without that it would let in anything. */
export const accessViolations = ({ accessRules, groups }: RaVpnPolicyProps): readonly Violation[] =>
  accessRules === undefined
    ? []
    : groups.flatMap((group): readonly Violation[] => {
        const why = groupViolations(accessRules, group);
        return why === undefined ? [] : [['accessRules', why]];
      });

/** A rule for each group: its users come by the zones of the policy, out of the tunnel. */
export const letUsersIn = (
  scope: Construct,
  fmc: Fmc,
  rules: VpnAccessRules,
  { zones, groups }: Pick<RaVpnPolicyProps, 'zones' | 'groups'>,
): readonly AccessRule[] =>
  groups.map((group) =>
    permit(scope, fmc, rules, {
      id: `access-${group.name}`,
      name: `${group.name} in`,
      from: { zones, networks: usersOf(group) },
      to: { zones: insideOf(rules), networks: reachedBy(group) },
    }),
  );
