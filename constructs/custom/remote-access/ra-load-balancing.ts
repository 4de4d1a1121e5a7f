import type { Construct } from 'constructs';
import type { RaLoadBalancingProps } from '../../generated/remote-access/ra-load-balancing';
import { DeviceObject, nameOfRef } from '../../core/device-object';

/** Several firewalls under one address. FMC 7.3 and later. */
export class RaLoadBalancing extends DeviceObject<'ra-load-balancing', RaLoadBalancingProps> {
  constructor(scope: Construct, id: string, props: RaLoadBalancingProps) {
    super(scope, id, 'ra-load-balancing', () => ({ ...props, name: nameOfRef(props.policy) }));
  }
}
