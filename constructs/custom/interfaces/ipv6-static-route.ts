import type { Construct } from 'constructs';
import type { Ipv6StaticRouteProps } from '../../generated/interfaces/ipv6-static-route';
import { DeviceObject } from '../../core/device-object';
import { routeName } from './route-identity';

/** A static route for IPv6, through a tunnel or by a next hop. IOS-XE: `ipv6 route`. */
export class Ipv6StaticRoute extends DeviceObject<'ipv6-static-route', Ipv6StaticRouteProps> {
  constructor(scope: Construct, id: string, props: Ipv6StaticRouteProps) {
    super(scope, id, 'ipv6-static-route', () => ({ ...props, name: routeName(props) }));
  }
}
