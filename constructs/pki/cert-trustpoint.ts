import type { Construct } from 'constructs';
import type { Referable } from '../../lib/model/noun';
import { DeviceObject, existing, type Props } from '../core/device-object';

export type CertTrustpointProps = Props<'cert-trustpoint'>;

/** A certificate authority and this device's own certificate. IOS-XE: `crypto pki trustpoint`. FMC: certificate enrolment (PKCS#12). */
export class CertTrustpoint extends DeviceObject<'cert-trustpoint'> {
  constructor(scope: Construct, id: string, props: CertTrustpointProps) {
    super(scope, id, 'cert-trustpoint', () => props);
  }

  /** One that is on the device and that somebody else owns. It must be there. */
  static fromExisting(name: string): Referable<'cert-trustpoint'> {
    return existing('cert-trustpoint', name);
  }
}
