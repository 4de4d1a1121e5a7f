import type { Construct } from 'constructs';
import type { Referable } from '../../lib/model/noun';
import { DeviceObject, existing, type Props } from '../core/device-object';

export type VirtualTemplateProps = Props<'virtual-template'>;

/** What the tunnel of each peer is cloned from. IOS-XE: `interface Virtual-Template… type tunnel`. */
export class VirtualTemplate extends DeviceObject<'virtual-template'> {
  constructor(scope: Construct, id: string, props: VirtualTemplateProps) {
    super(scope, id, 'virtual-template', () => props, { namedById: true });
  }

  /** One that is on the device and that somebody else owns. It must be there. */
  static fromExisting(name: string): Referable<'virtual-template'> {
    return existing('virtual-template', name);
  }
}
