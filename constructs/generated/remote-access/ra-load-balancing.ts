// Written by `npm run constructs` from lib/model and the grammars; do not edit.

import type { Construct } from 'constructs';
import type { Reference } from '../../../lib/model/noun';
import type { SecretRef } from '../../../lib/model/secret';
import { DeviceObject, type Placed } from '../../core/device-object';
import type { IRaLoadBalancing } from '../references';

/** Props of `RaLoadBalancing`. */
export interface RaLoadBalancingProps extends Placed {
  /**
   * The policy that it belongs to.
   * FMC: not in the body.
   */
  readonly policy: Reference<'ra-vpn-policy'>;
  /**
   * The address that clients connect to.
   * Allowed: four numbers of 0 to 255, like 192.0.2.1.
   * FMC: `enableVpnLoadBalancing`, `groupSettings.groupIPv4Address`.
   */
  readonly address: string;
  /**
   * The same in IPv6.
   * FMC: `groupSettings.groupIPv6Address`.
   * @default none
   */
  readonly ipv6Address?: string;
  /**
   * Zone over which the firewalls speak with each other.
   * FMC: `groupSettings.communicationInterface`.
   */
  readonly interface: Reference<'security-zone'>;
  /**
   * UDP port for that, 1 to 65535.
   * FMC: `groupSettings.communicationUdpPort`.
   * @default 9023
   */
  readonly port?: number;
  /**
   * Key by which they encrypt it. Only ever a `Secret`.
   * FMC: `groupSettings.ipsecEncryption.enable`, `groupSettings.ipsecEncryption.encryptionKey` (never shown
   * again).
   * @default not encrypted
   */
  readonly key?: SecretRef;
  /**
   * Clients are sent on by name instead of address.
   * FMC: `redirectSettings.redirectUsingFqdn`.
   * @default false
   */
  readonly redirectByName?: boolean;
  /**
   * When IKEv2 clients are sent on.
   * FMC: `redirectSettings.ikev2RedirectPhase`.
   * @default 'sa-authentication'
   */
  readonly redirectPhase?: 'sa-authentication' | 'sa-initialization';
  /**
   * The firewalls, and which of them leads: the highest priority of 1 to 10.
   * Allowed: at least 1.
   * FMC: `participatingDevices`.
   */
  readonly members: readonly {
    /** The firewall. */
    readonly device: Reference<'ftd-device'>;
    /**
     * 1 to 10.
     * @default 5
     */
    readonly priority?: number;
    /**
     * Its address where it stands behind NAT.
     * Allowed: four numbers of 0 to 255, like 192.0.2.1.
     */
    readonly natAddress?: string;
    /** The same in IPv6. */
    readonly natIpv6Address?: string;
  }[];
}

/**
 * Several firewalls under one address: clients are sent on to the one that has the least to do.
 * FMC: `policy/ravpns/{ravpns:<policy>}/loadbalancesettings`.
 */
export class RaLoadBalancing
  extends DeviceObject<'ra-load-balancing', RaLoadBalancingProps>
  implements IRaLoadBalancing
{
  constructor(scope: Construct, id: string, props: RaLoadBalancingProps) {
    super(scope, id, 'ra-load-balancing', () => props);
  }
}
