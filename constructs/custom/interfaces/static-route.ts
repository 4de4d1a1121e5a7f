import type { Construct } from 'constructs';
import type { StaticRouteProps } from '../../generated/interfaces/static-route';
import type { Referable } from '../../../lib/model/noun';
import { FtdDevice } from '../../devices/fmc';
import { DeviceObject } from '../../core/device-object';
import { namedRoute, routeName } from './route-identity';
import type { TunnelInterface } from './tunnel-interface';

/** The name of a way out in routes of a firewall, as far as its construct knows it. */
const logicalNameOf = (way: StaticRouteProps['interface']): string | undefined => {
  if (typeof way !== 'object') return undefined;
  const { logicalName, ref } = way as Partial<TunnelInterface>;
  return logicalName ?? (ref?.key?.['ifname'] as string | undefined);
};

/**
 * A static route: through a tunnel, and on a router also by a next hop or another interface. IOS-XE: `ip route`. FMC: IPv4
 * static route of the firewall that is its scope.
 */
export class StaticRoute extends DeviceObject<'static-route', StaticRouteProps> {
  constructor(scope: Construct, id: string, props: StaticRouteProps) {
    const device = FtdDevice.of(props.device ?? scope);
    const network = (props.network as Referable | undefined)?.ref.name ?? props.destination;
    const logical = logicalNameOf(props.interface);
    // A firewall knows a way out by its logical name.
    const name = device || logical !== undefined ? namedRoute(network, props.interface, logical) : routeName(props);
    super(scope, id, 'static-route', () => ({ ...props, name }), { within: device?.ref.name, fields: { device } });
  }
}
