// Written by `npm run constructs` from lib/model and the grammars; do not edit.

import type { Construct } from 'constructs';
import type { Reference } from '../../../lib/model/noun';
import { DeviceObject, ExistingObject, type Placed } from '../../core/device-object';
import type { IDynamicAccessPolicy } from '../references';

/** Props of `DynamicAccessPolicy`. */
export interface DynamicAccessPolicyProps extends Placed {
  /**
   * Name on the FMC.
   * @default the construct's id; inside a composite its path below the stack, joined with `-`
   */
  readonly name?: string;
  /**
   * Allowed: at most 200 characters.
   * FMC: `description`.
   */
  readonly description?: string;
  /**
   * What is done with users whom a record fits; their order means nothing.
   * FMC: `authorizationAttributes`.
   * @default `DfltAccessPolicy`, which goes on
   */
  readonly records?: readonly {
    /**
     * Its name in the criteria. `DfltAccessPolicy` is for users whom no other record fits.
     * Allowed: letters, digits, _ . -, like STAFF-PC.
     */
    readonly name: string;
    /**
     * 0 to 2147483647: of records that fit, the one with the highest number counts first. `DfltAccessPolicy` has
     * none.
     */
    readonly priority?: number;
    /**
     * What is done with the user.
     * @default 'continue'
     */
    readonly action?: 'continue' | 'terminate' | 'quarantine';
    /**
     * What the user is told, up to 128 characters.
     * Allowed: at most 128 characters.
     */
    readonly message?: string;
    /** What the user reaches: an extended list. */
    readonly accessList?: Reference<'access-list'>;
  }[];
  /**
   * Whom each record fits: the XML that an ASA keeps as `dap.xml`, from `<dapRecordList>` on. Read it of a file:
   * `readFileSync('dap.xml', 'utf8')`.
   * Allowed: the XML from <dapRecordList> to </dapRecordList>.
   * FMC: `dapXmlConfig`.
   */
  readonly criteria?: string;
}

/**
 * A dynamic access policy of the FMC (Devices > Dynamic Access Policy): what users of remote access are allowed
 * by what their computer is and what servers say of them.
 * FMC: `policy/dynamicaccesspolicies`.
 */
export class DynamicAccessPolicy
  extends DeviceObject<'dynamic-access-policy', DynamicAccessPolicyProps>
  implements IDynamicAccessPolicy
{
  /** One that is on the device and that this program does not manage: it is referred to, never written, and must be there. */
  static fromExisting(scope: Construct, id: string, name: string): IDynamicAccessPolicy {
    return new ExistingObject(scope, id, 'dynamic-access-policy', name);
  }

  constructor(scope: Construct, id: string, props: DynamicAccessPolicyProps = {}) {
    super(scope, id, 'dynamic-access-policy', () => props);
  }
}
