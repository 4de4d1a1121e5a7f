import type { Construct } from 'constructs';
import type { Referable } from '../../lib/model/noun';
import { DeviceObject, existing, type Props } from '../core/device-object';

export type RadiusServerProps = Props<'radius-server'>;

/** A RADIUS server, or the Duo proxy in front of one. IOS-XE: `radius server`. */
export class RadiusServer extends DeviceObject<'radius-server'> {
  constructor(scope: Construct, id: string, props: RadiusServerProps) {
    super(scope, id, 'radius-server', () => props);
  }

  /** One that is on the device and that somebody else owns. It must be there. */
  static fromExisting(name: string): Referable<'radius-server'> {
    return existing('radius-server', name);
  }
}
