import type { Construct } from 'constructs';
import type { Referable } from '../../lib/model/noun';
import { DeviceObject, existing, type Props } from '../core/device-object';

export type CertificateMapProps = Props<'certificate-map'>;

/** Picks certificates by what they say. IOS-XE: `crypto pki certificate map`. FMC: certificate map. */
export class CertificateMap extends DeviceObject<'certificate-map'> {
  constructor(scope: Construct, id: string, props: CertificateMapProps) {
    super(scope, id, 'certificate-map', () => props);
  }

  /** One that is on the device and that somebody else owns. It must be there. */
  static fromExisting(name: string): Referable<'certificate-map'> {
    return existing('certificate-map', name);
  }
}
