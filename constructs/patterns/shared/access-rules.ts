import type { Construct } from 'constructs';
import type { Referable, Reference } from '../../../lib/model/noun';
import type { Fmc, FtdDevice } from '../../devices/fmc';
import { AccessRule, type AccessRuleProps } from '../../generated/policies/access-rule';
import { networkOn } from './fmc';

/** What lets the traffic of a VPN through a firewall behind an FMC: rules in the access control policy that it has. */
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

type Zones = readonly Referable<'security-zone'>[];
/** A network by its address, or an object of the FMC. */
export type Reached = string | Reference<'network-object'> | Reference<'network-group'>;

/** One rule that lets traffic through. */
interface Permit {
  /** Id of its construct. */
  readonly id: string;
  readonly name: string;
  readonly from: { readonly zones?: Zones | undefined; readonly networks?: readonly Reached[] | undefined };
  readonly to: { readonly zones?: Zones | undefined; readonly networks?: readonly Reached[] | undefined };
}

/** A rule in the policy of a firewall. */
export const permit = (
  scope: Construct,
  fmc: Fmc,
  rules: VpnAccessRules,
  { id, name, from, to }: Permit,
): AccessRule => {
  const { policy, place = { section: 'mandatory' }, logging } = rules;
  const objects = (all: readonly Reached[] | undefined) =>
    all?.map((each) => (typeof each === 'string' ? networkOn(fmc, each) : each));
  return new AccessRule(scope, id, {
    ...{ policy, place, logging, name },
    action: 'allow',
    sourceZones: from.zones && [...from.zones],
    destinationZones: to.zones && [...to.zones],
    sourceNetworks: objects(from.networks),
    destinationNetworks: objects(to.networks),
  });
};

/** The zone of what is behind a firewall. */
export const insideOf = ({ inside }: VpnAccessRules): Zones | undefined => inside && [inside];

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

/** The rules that let the traffic of a VPN through a firewall: what comes out of the tunnel, and what goes into it. */
export const letThrough = (
  scope: Construct,
  { fmc }: FtdDevice,
  { name, rules, tunnel, here, there }: Passage,
): readonly AccessRule[] => {
  const own = { zones: insideOf(rules), networks: here };
  const far = { zones: [tunnel], networks: there };
  return [
    permit(scope, fmc, rules, { id: 'access-in', name: `${name} in`, from: far, to: own }),
    permit(scope, fmc, rules, { id: 'access-out', name: `${name} out`, from: own, to: far }),
  ];
};
