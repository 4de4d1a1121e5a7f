import type { Construct } from 'constructs';
import type { Referable } from '../../lib/model/noun';
import { DeviceObject, type Props } from '../core/device-object';

export type TunnelGroupMapProps = Omit<Props<'tunnel-group-map'>, 'name'>;

/** The tunnel group of peers whose certificate a map picks. ASA: `tunnel-group-map`. */
export class TunnelGroupMap extends DeviceObject<'tunnel-group-map'> {
  constructor(scope: Construct, id: string, props: TunnelGroupMapProps) {
    const name = `${(props.map as Referable).ref.name}/${props.sequence ?? 10}`;
    super(scope, id, 'tunnel-group-map', () => ({ ...props, name }));
  }
}
