import type { Construct } from 'constructs';
import type { Referable } from '../../lib/model/noun';
import { DeviceObject, existing, type Props } from '../core/device-object';

export type TunnelGroupProps = Props<'tunnel-group'>;

/** A connection profile: who may come in and how. ASA: `tunnel-group`. */
export class TunnelGroup extends DeviceObject<'tunnel-group'> {
  constructor(scope: Construct, id: string, props: TunnelGroupProps) {
    super(scope, id, 'tunnel-group', () => props);
  }

  /** One that is on the device and that somebody else owns. It must be there. */
  static fromExisting(name: string): Referable<'tunnel-group'> {
    return existing('tunnel-group', name);
  }
}
