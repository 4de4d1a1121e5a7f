// Written by `npm run constructs` from lib/model and the grammars; do not edit.

import type { Construct } from 'constructs';
import type { Reference } from '../../../lib/model/noun';
import { DeviceObject, ExistingObject, type Placed } from '../../core/device-object';
import type { IFlexVpnClient } from '../references';

/** Props of `FlexVpnClient`. */
export interface FlexVpnClientProps extends Placed {
  /**
   * Name on the device.
   * @default the construct's id; inside a composite its path below the stack, joined with `-`
   */
  readonly name?: string;
  /**
   * Gateways in order.
   * IOS-XE: `peer …`, a line each.
   */
  readonly peers: readonly {
    /**
     * Place in the order, 1 to 255.
     * @default one after the one before
     */
    readonly sequence?: number;
    /**
     * Address or name.
     * Allowed: like 192.0.2.1 or hub.example.net.
     */
    readonly host: string;
    /** Look the name up at each connection: as IPv4, or as `ipv6`. Of names only. */
    readonly dynamic?: true | 'ipv6';
    /** Only while this tracked object (1 to 1000) is in `trackState`. */
    readonly track?: number;
    /** @default up */
    readonly trackState?: 'up' | 'down';
  }[];
  /**
   * Go back to a better gateway as soon as it is there.
   * IOS-XE: `peer reactivate` or `no peer reactivate` (not shown at false).
   */
  readonly peerReactivate?: true;
  /**
   * Interfaces to connect from, each while a tracked object (1 to 1000) is up.
   * Allowed: at least 1.
   * IOS-XE: `source …`, a line each.
   * @default the tunnel's source
   */
  readonly sources?: readonly {
    /** Allowed: 1 to 255. */
    readonly sequence: number;
    /** Allowed: like GigabitEthernet0/0. */
    readonly interface: Reference<'loopback-interface'> | Reference<'tunnel-interface'> | string;
    /** Allowed: 1 to 1000. */
    readonly track?: number;
  }[];
  /**
   * When to connect: by itself, by hand, or by a tracked object.
   * IOS-XE: `connect …` (not shown at auto).
   * @default auto
   */
  readonly connect?:
    | 'auto'
    | 'manual'
    | {
        /** Allowed: 1 to 1000. */
        readonly track: number;
        readonly state?: 'up' | 'down';
      };
  /**
   * The tunnel that it drives.
   * IOS-XE: `client connect …`.
   */
  readonly tunnel: Reference<'tunnel-interface'>;
  /**
   * Interfaces whose networks are told to the gateway.
   * Allowed: at least 1; each like GigabitEthernet0/0.
   * IOS-XE: `client inside …`, a line each.
   */
  readonly inside?: readonly (Reference<'loopback-interface'> | Reference<'tunnel-interface'> | string)[];
  /**
   * Clients of one group (1 to 255, or `default`) do not use one gateway at once.
   * IOS-XE: `backup group …`.
   */
  readonly backupGroup?: number | 'default';
}

/**
 * Which gateway a FlexVPN client connects to, from where, and when: the tunnel's `destination: 'dynamic'`.
 * IOS-XE: `crypto ikev2 client flexvpn <name>`.
 */
export class FlexVpnClient extends DeviceObject<'flexvpn-client', FlexVpnClientProps> implements IFlexVpnClient {
  /** One that is on the device and that this program does not manage: it is referred to, never written, and must be there. */
  static fromExisting(scope: Construct, id: string, name: string): IFlexVpnClient {
    return new ExistingObject(scope, id, 'flexvpn-client', name);
  }

  constructor(scope: Construct, id: string, props: FlexVpnClientProps) {
    super(scope, id, 'flexvpn-client', () => props);
  }
}
