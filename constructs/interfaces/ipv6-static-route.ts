import type { Construct } from 'constructs';
import { DeviceObject, type Props } from '../core/device-object';
import { routeName } from './way-out';

export type Ipv6StaticRouteProps = Omit<Props<'ipv6-static-route'>, 'name'>;

/** A static route for IPv6, through a tunnel or by a next hop. IOS-XE: `ipv6 route`. */
export class Ipv6StaticRoute extends DeviceObject<'ipv6-static-route'> {
  constructor(scope: Construct, id: string, props: Ipv6StaticRouteProps) {
    super(scope, id, 'ipv6-static-route', () => ({ ...props, name: routeName(props) }));
  }
}
