import type { JsonObject } from '../../../../kernel/json';
import { invalid } from '../answer';
import type { Pending } from '../world';

/** The policy of a device in which a pending change stands. Unproven which one that is on a real FMC, but for a few. */
const types: readonly (readonly [entity: RegExp, policy: string])[] = [
  [/Interface$/, 'PG.PLATFORM.PixInterface'],
  [/StaticRoute$|^BGPGeneralSettings$|^bgp$/, 'PG.PLATFORM.NgfwVirtualRouterPage'],
  [/^(?:access|Access)/, 'PG.FIREWALL.NGFWAccessControlPolicy'],
];
const vpn = 'PG.VPN.S2S';
export const policyTypeOf = ({ entityType }: Pick<Pending, 'entityType'>): string =>
  types.find(([entity]) => entity.test(entityType))?.[1] ?? vpn;

/** Deployed together only. */
const group = [vpn, 'PG.PLATFORM.PixInterface', 'PG.PLATFORM.NgfwVirtualRouterPage'];

export const dependencies: JsonObject = {
  dependentPolicyList: [
    {
      dependencyReason: 'Deploy these out-of-date policies together. Interdependent changes found in policies.',
      dependentTypeList: group,
    },
  ],
  mandatoryDeployablePolicies: [],
};

/** What a selective deployment brings; one that tears a group apart is refused. */
export const checkSelection = (selected: readonly string[], dirty: readonly string[]): void => {
  const left = group.filter((type) => dirty.includes(type) && !selected.includes(type));
  if (group.some((type) => selected.includes(type)) && left.length > 0)
    throw invalid(`Interdependent policies must be deployed together: ${left.join(', ')}`);
};
