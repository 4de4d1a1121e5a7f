// Written by `npm run constructs` from lib/model and the grammars; do not edit.

import type { Construct } from 'constructs';
import type { Reference } from '../../../lib/model/noun';
import { DeviceObject, ExistingObject, type Placed } from '../../core/device-object';
import type { IIseIdentitySourceSequence } from '../references';

/** Props of `IseIdentitySourceSequence`. */
export interface IseIdentitySourceSequenceProps extends Placed {
  /**
   * Name in ISE.
   * @default the construct's id; inside a composite its path below the stack, joined with `-`
   */
  readonly name?: string;
  /**
   * A remark that ISE keeps, at most 256 characters.
   * ISE: `description`.
   */
  readonly description?: string;
  /**
   * What is asked, first is first: `Internal Users`, a join point, the name of an LDAP or RADIUS token server.
   * Allowed: at least 1; each at most 128 characters.
   * ISE: `idSeqItem`.
   */
  readonly sources: readonly (Reference<'ise-active-directory'> | string)[];
  /**
   * Of whom a certificate is: the profile that says it.
   * ISE: `certificateAuthenticationProfile`.
   * @default no certificates
   */
  readonly certificateProfile?: Reference<'ise-certificate-profile'>;
  /**
   * When one cannot be asked: go on to the next, or stop.
   * ISE: `breakOnStoreFail`.
   * @default 'continue'
   */
  readonly ifUnreachable?: 'continue' | 'stop';
}

/**
 * Where ISE looks for users, one after the other (Administration > Identity Source Sequences). ISE has no API
 * for RADIUS token servers: one is made by hand, and named here.
 * ISE: `idstoresequence`.
 */
export class IseIdentitySourceSequence
  extends DeviceObject<'ise-identity-source-sequence', IseIdentitySourceSequenceProps>
  implements IIseIdentitySourceSequence
{
  /** One that is on the device and that this program does not manage: it is referred to, never written, and must be there. */
  static fromExisting(scope: Construct, id: string, name: string): IIseIdentitySourceSequence {
    return new ExistingObject(scope, id, 'ise-identity-source-sequence', name);
  }

  constructor(scope: Construct, id: string, props: IseIdentitySourceSequenceProps) {
    super(scope, id, 'ise-identity-source-sequence', () => props);
  }
}
