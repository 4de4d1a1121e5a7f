// Written by `npm run constructs` from lib/model and the grammars; do not edit.

import { type Placed } from '../../core/device-object';

/** Props of `SecureClientFile`. */
export interface SecureClientFileProps extends Placed {
  /**
   * Name on the FMC.
   * @default the construct's id; inside a composite its path below the stack, joined with `-`
   */
  readonly name?: string;
  /**
   * What it is: a profile of the client or of one of its modules, or a package. It cannot change.
   * FMC: not in the body.
   */
  readonly type:
    | 'vpn-profile'
    | 'management-profile'
    | 'amp-enabler'
    | 'feedback'
    | 'ise-posture'
    | 'network-access-manager'
    | 'network-visibility'
    | 'umbrella'
    | 'web-security'
    | 'package'
    | 'external-browser-package';
  /**
   * Name of the file as the client sees it, for example `staff.xml`.
   * Allowed: letters, digits, _ . -, like staff.xml.
   * FMC: `fileName`.
   */
  readonly fileName: string;
  /**
   * Its content as text, or a file that is read when it is uploaded.
   * Allowed: { text: '…' } or { file: 'path' }.
   * FMC: not in the body.
   */
  readonly content:
    | {
        readonly text: string;
      }
    | {
        readonly file: string;
      };
}
