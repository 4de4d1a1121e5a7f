import type { Construct } from 'constructs';
import type { Referable } from '../../lib/model/noun';
import { DeviceObject, existing, type Props } from '../core/device-object';

export type UrlObjectProps = Props<'url-object'>;

/** A URL by name. FMC: URL object. */
export class UrlObject extends DeviceObject<'url-object'> {
  constructor(scope: Construct, id: string, props: UrlObjectProps) {
    super(scope, id, 'url-object', () => props);
  }

  /** One that is on the FMC and that somebody else owns. It must be there. */
  static fromExisting(name: string): Referable<'url-object'> {
    return existing('url-object', name);
  }
}
