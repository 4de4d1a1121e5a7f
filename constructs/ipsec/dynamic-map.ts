import type { Construct } from 'constructs';
import type { Referable } from '../../lib/model/noun';
import { DeviceObject, existing, type Props } from '../device-object';

export type DynamicMapProps = Props<'dynamic-map'>;

/** What is agreed with clients. ASA: `crypto dynamic-map`. */
export class DynamicMap extends DeviceObject<'dynamic-map'> {
  constructor(scope: Construct, id: string, props: DynamicMapProps) {
    super(scope, id, 'dynamic-map', () => props);
  }

  /** One that is on the device and that somebody else owns. It must be there. */
  static fromExisting(name: string): Referable<'dynamic-map'> {
    return existing('dynamic-map', name);
  }
}
