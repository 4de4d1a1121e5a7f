import type { Construct } from 'constructs';
import type { Referable } from '../../../lib/model/noun';
import type { FtdDevice } from '../../devices/fmc';
import { AccessRule, type AccessRuleProps } from '../../generated/policies/access-rule';
import { networkOn } from './fmc';

/** What lets the traffic of a VPN through a firewall: a rule for what comes out of the tunnel, and one for what goes into it. */
export interface VpnAccessRules {
  /** The access control policy that the firewall has: `AccessPolicy.fromExisting(fmc, 'policy', 'NAME')`. */
  readonly policy: Referable<'access-policy'>;
  /**
   * Where the rules are put: `{ section }`, `{ category }`, `{ before: rule }` or `{ after: rule }`. Default: the end of the
   * section `mandatory`, above the section in which policies block the rest.
   */
  readonly place?: AccessRuleProps['place'];
  /** Zone of the networks behind this end. Default: any. */
  readonly inside?: Referable<'security-zone'>;
  /** Which events they make. Default: none. */
  readonly logging?: AccessRuleProps['logging'];
}

/** What the rules of one firewall are about. */
interface Passage {
  /** What the rules are called, before `in` and `out`. */
  readonly name: string;
  readonly rules: VpnAccessRules;
  /** The zone that the traffic of the VPN comes by. */
  readonly tunnel: Referable<'security-zone'>;
  /** Networks behind this end, and those behind the others. */
  readonly here: readonly string[];
  readonly there: readonly string[];
}

/** The rules that let the traffic of a VPN through a firewall. */
export const letThrough = (
  scope: Construct,
  { fmc }: FtdDevice,
  { name, rules, tunnel: zone, here, there }: Passage,
): readonly AccessRule[] => {
  const { policy, place = { section: 'mandatory' }, inside, logging } = rules;
  const [tunnel, within] = [[zone], inside === undefined ? undefined : [inside]];
  const [own, far] = [here, there].map((all) => all.map((each) => networkOn(fmc, each)));
  const common = { policy, place, logging, action: 'allow' } as const;
  return [
    new AccessRule(scope, 'access-in', {
      ...common,
      name: `${name} in`,
      sourceZones: tunnel,
      destinationZones: within,
      sourceNetworks: far,
      destinationNetworks: own,
    }),
    new AccessRule(scope, 'access-out', {
      ...common,
      name: `${name} out`,
      sourceZones: within,
      destinationZones: tunnel,
      sourceNetworks: own,
      destinationNetworks: far,
    }),
  ];
};
