import type { Construct } from 'constructs';
import type { Referable } from '../../lib/model/noun';
import { DeviceObject, existing, type Props } from '../core/device-object';

export type AaaServerProps = Props<'aaa-server'>;

/** A group of AAA servers with its hosts. ASA: `aaa-server`. */
export class AaaServer extends DeviceObject<'aaa-server'> {
  constructor(scope: Construct, id: string, props: AaaServerProps) {
    super(scope, id, 'aaa-server', () => props);
  }

  /** One that is on the device and that somebody else owns. It must be there. */
  static fromExisting(name: string): Referable<'aaa-server'> {
    return existing('aaa-server', name);
  }
}
