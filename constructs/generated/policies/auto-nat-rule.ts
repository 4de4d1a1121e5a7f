// Written by `npm run constructs` from lib/model and the grammars; do not edit.

import type { Construct } from 'constructs';
import type { Reference } from '../../../lib/model/noun';
import { DeviceObject, type Placed } from '../../core/device-object';
import type { IAutoNatRule } from '../references';

/** Props of `AutoNatRule`. */
export interface AutoNatRuleProps extends Placed {
  /**
   * The NAT policy that it stands in.
   * FMC: not in the body.
   */
  readonly policy: Reference<'nat-policy'>;
  /**
   * Whether addresses keep a fixed partner (`static`, what a server needs) or share some.
   * FMC: `natType`, `interfaceInTranslatedNetwork`.
   * @default 'static'
   */
  readonly type?: 'static' | 'dynamic';
  /**
   * Whose addresses are translated: a host, a range or a network; no group.
   * FMC: `originalNetwork`.
   */
  readonly originalNetwork: Reference<'network-object'>;
  /**
   * What they become.
   * FMC: `translatedNetwork`.
   * @default the address of the interface that they leave by
   */
  readonly translatedNetwork?: Reference<'network-object'> | Reference<'network-group'>;
  /**
   * Addresses that many share, each by ports of its own, instead of `translatedNetwork`. With `dynamic` only.
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
   * Zone of the object.
   * FMC: `sourceInterface`.
   * @default any
   */
  readonly sourceZone?: Reference<'security-zone'>;
  /**
   * Zone that the others are reached by.
   * FMC: `destinationInterface`.
   * @default any
   */
  readonly destinationZone?: Reference<'security-zone'>;
  /**
   * One service of the object alone, by its port here and its port outside. With `static` only.
   * FMC: `serviceProtocol`, `originalPort`, `translatedPort`.
   * @default all
   */
  readonly service?: {
    /** What the ports are of. */
    readonly protocol: 'tcp' | 'udp';
    /** Port of the object, 1 to 65535. */
    readonly originalPort: number;
    /** Port by which it is reached, 1 to 65535. */
    readonly translatedPort: number;
  };
  /**
   * Addresses in DNS answers are translated too.
   * FMC: `dns`.
   * @default false
   */
  readonly translateDns?: boolean;
  /**
   * The firewall does not answer ARP for the translated address.
   * FMC: `noProxyArp`.
   * @default false; where addresses stay as they are, write true
   */
  readonly noProxyArp?: boolean;
  /**
   * The way out is found in the routing table, where addresses stay as they are.
   * FMC: `routeLookup`.
   * @default false
   */
  readonly routeLookup?: boolean;
}

/**
 * An automatic NAT rule of the FMC: of one object, whose addresses become others. The firewall sorts such rules
 * by itself, static ones and small networks first; they come after manual rules `before-auto`.
 * FMC: `policy/ftdnatpolicies/{ftdnatpolicies:<policy>}/autonatrules`.
 */
export class AutoNatRule extends DeviceObject<'auto-nat-rule', AutoNatRuleProps> implements IAutoNatRule {
  constructor(scope: Construct, id: string, props: AutoNatRuleProps) {
    super(scope, id, 'auto-nat-rule', () => props);
  }
}
