import type { Construct } from 'constructs';
import type { TunnelGroupMapProps } from '../../generated/remote-access/tunnel-group-map';
import type { Referable } from '../../../lib/model/noun';
import { DeviceObject } from '../../core/device-object';

/** The tunnel group of peers whose certificate a map picks. ASA: `tunnel-group-map`. */
export class TunnelGroupMap extends DeviceObject<'tunnel-group-map', TunnelGroupMapProps> {
  constructor(scope: Construct, id: string, props: TunnelGroupMapProps) {
    const name = `${(props.map as Referable).ref.name}/${props.sequence ?? 10}`;
    super(scope, id, 'tunnel-group-map', () => ({ ...props, name }));
  }
}
