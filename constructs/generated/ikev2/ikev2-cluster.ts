// Written by `npm run constructs` from lib/model and the grammars; do not edit.

import type { Construct } from 'constructs';
import { DeviceObject, type Placed } from '../../core/device-object';
import type { IIkeV2Cluster } from '../references';

/** Props of `IkeV2Cluster`. */
export interface IkeV2ClusterProps extends Placed {
  /**
   * Name of the HSRP group (`hsrp` on InterfaceLines).
   * IOS-XE: `standby-group …`.
   */
  readonly standbyGroup: string;
  /**
   * How many sessions this gateway takes, 1 to 40000.
   * IOS-XE: `slave max-session …`.
   */
  readonly maxSession?: number;
  /**
   * Milliseconds between hellos, 1000 to 10000.
   * Allowed: 1 to 100000 milliseconds.
   * IOS-XE: `slave hello …`.
   */
  readonly hello?: number;
  /**
   * Who is preferred, 1 to 100; higher is preferred.
   * IOS-XE: `slave priority …`.
   */
  readonly priority?: number;
  /**
   * Milliseconds between reports of the load.
   * Allowed: 1 to 100000 milliseconds.
   * IOS-XE: `slave update …`.
   */
  readonly update?: number;
  /**
   * Load in percent from which a gateway is left alone, 50 to 99.
   * Allowed: 50 to 99 percent.
   * IOS-XE: `master overload-limit …`.
   */
  readonly overloadLimit?: number;
  /**
   * Weight of the crypto load, 0 to 100.
   * IOS-XE: `master weight crypto-load …`.
   */
  readonly weightCryptoLoad?: number;
  /**
   * Weight of the system load, 0 to 100.
   * IOS-XE: `master weight system-load …`.
   */
  readonly weightSystemLoad?: number;
  /**
   * TCP port between the gateways, 1 to 65535.
   * IOS-XE: `port …`.
   * @default 2012
   */
  readonly port?: number;
  /**
   * Milliseconds after which a silent gateway is gone.
   * Allowed: 1 to 100000 milliseconds.
   * IOS-XE: `holdtime …`.
   */
  readonly holdtime?: number;
  /**
   * Name by which peers are sent here. Redirects go by address, so it is seldom wanted.
   * Allowed: like 192.0.2.1 or hub.example.net.
   * IOS-XE: `fqdn …`.
   */
  readonly fqdn?: string;
  /**
   * Whether it stands and does nothing.
   * IOS-XE: `shutdown` or `no shutdown` (not shown at true).
   * @default false
   */
  readonly shutdown?: boolean;
}

/**
 * The gateways of an HSRP group share their peers: the active one sends a peer to the least loaded. At most ten.
 * IOS-XE: `crypto ikev2 cluster`.
 */
export class IkeV2Cluster extends DeviceObject<'ikev2-cluster', IkeV2ClusterProps> implements IIkeV2Cluster {
  constructor(scope: Construct, id: string, props: IkeV2ClusterProps) {
    super(scope, id, 'ikev2-cluster', () => props);
  }
}
