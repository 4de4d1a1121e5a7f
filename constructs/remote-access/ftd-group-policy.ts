import type { Construct } from 'constructs';
import type { Referable } from '../../lib/model/noun';
import { DeviceObject, existing, type Props } from '../core/device-object';

export type FtdGroupPolicyProps = Props<'ftd-group-policy'>;

/** What a group of remote users gets. FMC: group policy. */
export class FtdGroupPolicy extends DeviceObject<'ftd-group-policy'> {
  constructor(scope: Construct, id: string, props: FtdGroupPolicyProps) {
    super(scope, id, 'ftd-group-policy', () => props);
  }

  /** One that is on the FMC and that somebody else owns. It must be there. */
  static fromExisting(name: string): Referable<'ftd-group-policy'> {
    return existing('ftd-group-policy', name);
  }
}
