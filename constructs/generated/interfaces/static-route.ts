// Written by `npm run constructs` from lib/model and the grammars; do not edit.

import type { Construct } from 'constructs';
import type { Reference } from '../../../lib/model/noun';
import { DeviceObject, type Placed } from '../../core/device-object';
import type { IStaticRoute } from '../references';

/** Props of `StaticRoute`. */
export interface StaticRouteProps extends Placed {
  /**
   * The network object that holds the destination. FMC only, required there.
   * Not on IOS-XE: IOS-XE has no network objects: leave network out.
   * Not on ASA: an ASA takes the network itself: leave network out.
   * FMC: `selectedNetworks`.
   */
  readonly network?: Reference<'network-object'>;
  /**
   * The zone in which this route and another to the same network, through another interface, are of equal cost. It
   * has the interfaces of both. FMC only.
   * Not on IOS-XE: on a router routes of equal cost need no zone: leave ecmpZone out.
   * Not on ASA: zones of an ASA are not written here: leave ecmpZone out.
   * FMC: not in the body.
   * @default none, and the other has another `distance`
   */
  readonly ecmpZone?: Reference<'ftd-ecmp-zone'>;
  /**
   * Destination network.
   * Allowed: like 10.20.0.0/16.
   * FMC: not in the body.
   */
  readonly destination: string;
  /**
   * The tunnel that the route leaves by. On a router also the name of an interface, on an ASA and an FMC the
   * logical name of one. `Null0` throws away what goes there.
   * Allowed: the TunnelInterface construct, or an interface like GigabitEthernet0/0 or Null0, on an ASA and an FMC
   * its logical name.
   * FMC: `interfaceName`.
   */
  readonly interface?: Reference<'tunnel-interface'> | string;
  /**
   * Next hop. FMC: required but for `Null0`: the far end's tunnel address or another, or the network object of a
   * host. IOS-XE: instead of `interface`, or beyond it.
   * Allowed: four numbers of 0 to 255, like 192.0.2.1.
   * FMC: `gateway.literal`, `gateway.object`.
   */
  readonly gateway?: string | Reference<'network-object'>;
  /**
   * Administrative distance (on the FMC: metric), 1 to 254.
   * FMC: `metricValue`.
   * @default 1
   */
  readonly distance?: number;
  /**
   * A name that the device shows with the route, one word. IOS-XE only.
   * Allowed: at most 50 characters.
   * Not on ASA: an ASA gives routes no name: leave label out.
   * Not on FMC: on the FMC a route has no such setting: leave label out.
   * @default none
   */
  readonly label?: string;
  /**
   * Tag for routing protocols, 1 to 4294967295. IOS-XE only.
   * Not on ASA: an ASA gives routes no tag: leave tag out.
   * Not on FMC: on the FMC a route has no such setting: leave tag out.
   * @default none
   */
  readonly tag?: number;
  /**
   * It stays when its interface goes down. IOS-XE only.
   * Not on ASA: an ASA has no such word: leave permanent out.
   * Not on FMC: on the FMC a route has no such setting: leave permanent out.
   * @default it goes
   */
  readonly permanent?: true;
  /**
   * VRF that it is in. IOS-XE only.
   * Allowed: 1 to 64 letters, digits or _ . : / + -, beginning with a letter, a digit or _.
   * Not on ASA: an ASA has no such VRF: leave vrf out.
   * Not on FMC: on the FMC a route has no such setting: leave vrf out.
   * @default the global table
   */
  readonly vrf?: Reference<'vrf'> | string;
  /**
   * What it goes by: the route is there while that is up. The number of a tracked object (`track 1 …`, 1 to 1000,
   * on an ASA to 500), on an FMC the SLA monitor.
   * Allowed: its number, 1 to 1000, or on an FMC the SlaMonitor construct.
   * FMC: `routeTracking`.
   * @default always
   */
  readonly track?: number | Reference<'sla-monitor'>;
}

/**
 * A static route: through a tunnel or another interface, and on a router also by a next hop alone. On an FMC its
 * scope is the firewall: `fmc.ftd('NAME')`.
 * IOS-XE: one line, `ip route …`.
 * ASA: one line, `route …`.
 * FMC: `devices/devicerecords/{devicerecords:<device>}/routing/ipv4staticroutes`; needs `device`, `network`,
 * `interface`.
 */
export class StaticRoute extends DeviceObject<'static-route', StaticRouteProps> implements IStaticRoute {
  constructor(scope: Construct, id: string, props: StaticRouteProps) {
    super(scope, id, 'static-route', () => props);
  }
}
