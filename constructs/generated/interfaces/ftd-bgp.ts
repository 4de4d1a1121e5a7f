// Written by `npm run constructs` from lib/model and the grammars; do not edit.

import type { Construct } from 'constructs';
import type { Reference } from '../../../lib/model/noun';
import { DeviceObject, type Placed } from '../../core/device-object';
import type { IFtdBgp } from '../references';

/** Props of `FtdBgp`. */
export interface FtdBgpProps extends Placed {
  /**
   * The firewall's own autonomous system, 1 to 4294967295. A change makes the process again, and is refused while
   * others have neighbours in it.
   * FMC: `asNumber` (fixed at creation).
   */
  readonly asn: number;
  /**
   * What the firewall is called in BGP, an address.
   * Allowed: four numbers of 0 to 255, like 192.0.2.1.
   * FMC: `routerId`.
   * @default the firewall's choice
   */
  readonly routerId?: string;
  /**
   * Whom it talks to; each is used for IPv4.
   * Allowed: at least 1.
   * FMC: `addressFamilyIPv4.neighbors` of `bgp`.
   */
  readonly neighbors: readonly {
    /**
     * Its address: that of the other end of a tunnel, or one that is routed to.
     * Allowed: four numbers of 0 to 255, like 192.0.2.1.
     */
    readonly address: string;
    /**
     * Its autonomous system; the own one makes it an internal neighbour.
     * Allowed: 1 to 4294967295.
     */
    readonly remoteAs: number;
    /**
     * A remark that the device keeps; one line.
     * Allowed: at most 80 characters.
     */
    readonly description?: string;
    /**
     * How many hops away an external neighbour may be, 1 to 255.
     * @default 1
     */
    readonly ebgpMultihop?: number;
    /**
     * Seconds between keepalives (1 to 65535), and without one until the neighbour is gone (3 to 65535).
     * @default 60 and 180
     */
    readonly timers?: {
      /** Allowed: 1 to 65535 seconds. */
      readonly keepalive: number;
      /** Allowed: 3 to 65535 seconds. */
      readonly hold: number;
    };
    /**
     * Of several neighbours that tell a network, this firewall goes by the one of the highest weight, 0 to 65535.
     * @default 0
     */
    readonly weight?: number;
  }[];
  /**
   * Networks that neighbours are told of. Each must be in the routing table with this length.
   * Allowed: at least 1.
   * FMC: `addressFamilyIPv4.networks` of `bgp`.
   * @default none
   */
  readonly networks?: readonly Reference<'network-object'>[];
}

/**
 * BGP of a firewall, which has one process: neighbours and the networks that they are told of, for IPv4. What
 * others have in it stays.
 * FMC: `devices/devicerecords/{devicerecords:<device>}/routing/bgpgeneralsettings`.
 */
export class FtdBgp extends DeviceObject<'ftd-bgp', FtdBgpProps> implements IFtdBgp {
  constructor(scope: Construct, id: string, props: FtdBgpProps) {
    super(scope, id, 'ftd-bgp', () => props);
  }
}
