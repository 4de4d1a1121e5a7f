// Written by `npm run constructs` from lib/model and the grammars; do not edit.

import type { Construct } from 'constructs';
import type { Reference } from '../../../lib/model/noun';
import { DeviceObject, type Placed } from '../../core/device-object';
import type { INatRule } from '../references';

/** Props of `NatRule`. */
export interface NatRuleProps extends Placed {
  /**
   * What it is known by: the FMC gives a rule no name, so this stands in its description.
   * @default the construct's id; inside a composite its path below the stack, joined with `-`
   */
  readonly name?: string;
  /**
   * The NAT policy that it stands in.
   * FMC: not in the body.
   */
  readonly policy: Reference<'nat-policy'>;
  /**
   * Before or after the automatic rules; below is what comes first. It cannot change.
   * FMC: `metadata.section` (fixed at creation).
   * @default 'before-auto'
   */
  readonly section?: 'before-auto' | 'after-auto';
  /**
   * Whether addresses keep a fixed partner (`static`, what an exemption needs) or share some.
   * FMC: `natType`, `interfaceInTranslatedSource`.
   * @default 'static'
   */
  readonly type?: 'static' | 'dynamic';
  /**
   * Where packets come from.
   * FMC: `originalSource`.
   */
  readonly originalSource: Reference<'network-object'> | Reference<'network-group'>;
  /**
   * What that becomes.
   * FMC: `translatedSource`.
   * @default the address of the interface that they leave by
   */
  readonly translatedSource?: Reference<'network-object'> | Reference<'network-group'>;
  /**
   * Addresses that many share, each by ports of its own, instead of `translatedSource`. With `dynamic` only.
   * FMC: `patOptions.patPoolAddress`, `patOptions.roundRobin`, `patOptions.extendedPat`,
   * `patOptions.flatPortRange`, `patOptions.includeReserve`, `patOptions.interfacePat`.
   */
  readonly patPool?: {
    /** The addresses: a network object that is a range or a host, or a group of them. */
    readonly addresses: Reference<'network-object'> | Reference<'network-group'>;
    /**
     * One address after the other, and not each to its end first.
     * @default false
     */
    readonly roundRobin?: boolean;
    /**
     * A port is taken again towards another destination.
     * @default false
     */
    readonly extended?: boolean;
    /**
     * Ports of 1024 to 65535, whichever the client took.
     * @default false
     */
    readonly flatPortRange?: boolean;
    /**
     * With `flatPortRange`: ports 1 to 1023 too.
     * @default false
     */
    readonly includeReserved?: boolean;
    /**
     * Where the pool is used up, the address of the interface.
     * @default false
     */
    readonly interfaceLast?: boolean;
  };
  /**
   * Where they go to.
   * FMC: `originalDestination`.
   * @default anywhere
   */
  readonly originalDestination?: Reference<'network-object'> | Reference<'network-group'>;
  /**
   * What that becomes.
   * FMC: `translatedDestination`.
   * @default unchanged
   */
  readonly translatedDestination?: Reference<'network-object'> | Reference<'network-group'>;
  /**
   * Zone that they come in by.
   * FMC: `sourceInterface`.
   * @default any
   */
  readonly sourceZone?: Reference<'security-zone'>;
  /**
   * Zone that they leave by.
   * FMC: `destinationInterface`.
   * @default any
   */
  readonly destinationZone?: Reference<'security-zone'>;
  /**
   * The rule is in force.
   * FMC: `enabled`.
   * @default true
   */
  readonly enabled?: boolean;
  /**
   * The firewall does not answer ARP for the translated address.
   * FMC: `noProxyArp`.
   * @default false; where addresses stay as they are, write true
   */
  readonly noProxyArp?: boolean;
  /**
   * The way out is found in the routing table.
   * FMC: `routeLookup`.
   * @default false; where addresses stay as they are, write true
   */
  readonly routeLookup?: boolean;
  /**
   * From source to destination only.
   * FMC: `unidirectional`.
   * @default false
   */
  readonly unidirectional?: boolean;
}

/**
 * A manual NAT rule (twice NAT) of the FMC. With `original` and `translated` the same it leaves addresses as
 * they are.
 * FMC: `policy/ftdnatpolicies/{ftdnatpolicies:<policy>}/manualnatrules`.
 */
export class NatRule extends DeviceObject<'nat-rule', NatRuleProps> implements INatRule {
  constructor(scope: Construct, id: string, props: NatRuleProps) {
    super(scope, id, 'nat-rule', () => props);
  }
}
