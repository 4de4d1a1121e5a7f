// Written by `npm run constructs` from lib/model and the grammars; do not edit.

import type { Construct } from 'constructs';
import type { Reference } from '../../../lib/model/noun';
import { DeviceObject, ExistingObject, type Placed } from '../../core/device-object';
import type { IBgp } from '../references';

/** Props of `Bgp`. */
export interface BgpProps extends Placed {
  /**
   * The device's own autonomous system: `65000`. It cannot be changed: a change replaces the process.
   * @default the construct's id; inside a composite its path below the stack, joined with `-`
   */
  readonly name?: string;
  /**
   * What the device is called in BGP, an address.
   * Allowed: four numbers of 0 to 255, like 192.0.2.1.
   * IOS-XE: `bgp router-id …`.
   * ASA: `bgp router-id …`.
   * @default the highest of its loopback interfaces
   */
  readonly routerId?: string;
  /**
   * Whom it talks to; each is used for IPv4.
   * Allowed: at least 1.
   * IOS-XE: `neighbor <address> …`, for each: in the header, `remote-as …`, `description …`, `ebgp-multihop …`,
   * `update-source …`, `timers …`.
   * ASA: in the header.
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
     * The interface whose address the session is opened from. IOS-XE only.
     * Allowed: like GigabitEthernet0/0.
     * @default the one that leads there
     */
    readonly updateSource?: Reference<'loopback-interface'> | Reference<'tunnel-interface'> | string;
  }[];
  /**
   * Networks that neighbours are told of. Each must be in the routing table with this length.
   * Allowed: at least 1; each like 10.20.0.0/16.
   * IOS-XE: `address-family ipv4 …`, a block: `network …`, a line each, `neighbor …`, a line each.
   * ASA: `address-family ipv4 unicast …`, a block: `network …`, a line each, `neighbor <address> …`, for each: in
   * the header, `remote-as …`, `ebgp-multihop …`, `description …`, `timers …`, `activate …`, refused: an ASA opens
   * a session from the interface that leads to the neighbour: leave it out.
   * @default none
   */
  readonly networks?: readonly string[];
}

/**
 * BGP of a device, which has one process: neighbours and the networks that they are told of, for IPv4. What
 * others have in it stays.
 * IOS-XE: `router bgp <name>`; other lines of the block are left alone.
 * ASA: `router bgp <name> <neighbors>`; other lines of the block are left alone.
 */
export class Bgp extends DeviceObject<'bgp', BgpProps> implements IBgp {
  /** One that is on the device and that this program does not manage: it is referred to, never written, and must be there. */
  static fromExisting(scope: Construct, id: string, name: string): IBgp {
    return new ExistingObject(scope, id, 'bgp', name);
  }

  constructor(scope: Construct, id: string, props: BgpProps) {
    super(scope, id, 'bgp', () => props);
  }
}
