import type { Construct } from 'constructs';
import { DeviceObject, type Props } from '../core/device-object';

export type IkeV2ClusterProps = Omit<Props<'ikev2-cluster'>, 'name'>;

/** Gateways of an HSRP group share their peers. IOS-XE: `crypto ikev2 cluster`. */
export class IkeV2Cluster extends DeviceObject<'ikev2-cluster'> {
  constructor(scope: Construct, id: string, props: IkeV2ClusterProps) {
    super(scope, id, 'ikev2-cluster', () => ({ ...props, name: 'cluster' }));
  }
}
