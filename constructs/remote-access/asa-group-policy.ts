import type { Construct } from 'constructs';
import type { Referable } from '../../lib/model/noun';
import { DeviceObject, existing, type Props } from '../core/device-object';

export type AsaGroupPolicyProps = Props<'asa-group-policy'>;

/** What users get once they are in. ASA: `group-policy`. */
export class AsaGroupPolicy extends DeviceObject<'asa-group-policy'> {
  constructor(scope: Construct, id: string, props: AsaGroupPolicyProps) {
    super(scope, id, 'asa-group-policy', () => props);
  }

  /** One that is on the device and that somebody else owns. It must be there. */
  static fromExisting(name: string): Referable<'asa-group-policy'> {
    return existing('asa-group-policy', name);
  }
}
