import type { Construct } from 'constructs';
import type { Referable } from '../../lib/model/noun';
import { DeviceObject, existing, type Props } from '../core/device-object';

export type IseInternalUserProps = Props<'ise-internal-user'>;

/** A user whom ISE itself knows. ISE: Administration > Identity Management > Identities > Users. */
export class IseInternalUser extends DeviceObject<'ise-internal-user'> {
  constructor(scope: Construct, id: string, props: IseInternalUserProps) {
    super(scope, id, 'ise-internal-user', () => props, { namedById: true });
  }

  /** One that is there and that somebody else owns. It must be there. */
  static fromExisting(name: string): Referable<'ise-internal-user'> {
    return existing('ise-internal-user', name);
  }
}
