// Written by `npm run constructs` from lib/model and the grammars; do not edit.

import type { Construct } from 'constructs';
import type { Reference } from '../../../lib/model/noun';
import { DeviceObject, ExistingObject, type Placed } from '../../core/device-object';
import type { IIseCertificateProfile } from '../references';

/** Props of `IseCertificateProfile`. */
export interface IseCertificateProfileProps extends Placed {
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
   * The part of the certificate that is the user's name.
   * ISE: `certificateAttributeName`.
   * @default 'subject-common-name'
   */
  readonly userFrom?:
    | 'subject-common-name'
    | 'subject-alternative-name'
    | 'subject-serial-number'
    | 'subject'
    | 'subject-alternative-name-other-name'
    | 'subject-alternative-name-email'
    | 'subject-alternative-name-dns';
  /**
   * The directory in which the user is looked for.
   * ISE: `externalIdentityStoreName`.
   * @default none
   */
  readonly directory?: Reference<'ise-active-directory'>;
  /**
   * When the certificate is compared with the one in the directory. `resolve-ambiguity`: when several users fit.
   * ISE: `matchMode`.
   * @default 'never'
   */
  readonly compare?: 'never' | 'resolve-ambiguity' | 'always';
}

/**
 * How ISE makes a user of a certificate (Administration > External Identity Sources > Certificate Authentication
 * Profile).
 * ISE: `certificateprofile`.
 */
export class IseCertificateProfile
  extends DeviceObject<'ise-certificate-profile', IseCertificateProfileProps>
  implements IIseCertificateProfile
{
  /** One that is on the device and that this program does not manage: it is referred to, never written, and must be there. */
  static fromExisting(scope: Construct, id: string, name: string): IIseCertificateProfile {
    return new ExistingObject(scope, id, 'ise-certificate-profile', name);
  }

  constructor(scope: Construct, id: string, props: IseCertificateProfileProps = {}) {
    super(scope, id, 'ise-certificate-profile', () => props);
  }
}
