import type { Construct } from 'constructs';
import { DeviceObject, nameOfRef, type Props } from '../core/device-object';

export type RaLoadBalancingProps = Omit<Props<'ra-load-balancing'>, 'name'>;

/** Several firewalls under one address. FMC 7.3 and later. */
export class RaLoadBalancing extends DeviceObject<'ra-load-balancing'> {
  constructor(scope: Construct, id: string, props: RaLoadBalancingProps) {
    super(scope, id, 'ra-load-balancing', () => ({ ...props, name: nameOfRef(props.policy) }));
  }
}
