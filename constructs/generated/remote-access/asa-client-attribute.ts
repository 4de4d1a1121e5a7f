// Written by `npm run constructs` from lib/model and the grammars; do not edit.

import type { Construct } from 'constructs';
import type { Reference } from '../../../lib/model/noun';
import { DeviceObject, ExistingObject, type Placed } from '../../core/device-object';
import type { IAsaClientAttribute } from '../references';

/** Props of `AsaClientAttribute`. */
export interface AsaClientAttributeProps extends Placed {
  /**
   * The TLS side of the ASA, which has the attribute among its `customAttributes`.
   * ASA: in the header.
   */
  readonly webvpn: Reference<'webvpn'>;
  /**
   * The attribute, by the name that clients know: `dynamic-split-exclude-domains`,
   * `dynamic-split-include-domains`, `DeferredUpdateAllowed`.
   * Allowed: like dynamic-split-exclude-domains or DeferredUpdateAllowed.
   * ASA: in the header.
   */
  readonly attribute: string;
  /**
   * What this value of it is called.
   * Allowed: 1 to 64 letters, digits or _ . : / + -, beginning with a letter, a digit or _.
   * ASA: in the header.
   */
  readonly label: string;
  /**
   * The value: one line of up to 420 characters, or several, which clients get as one text. Of domains every line
   * but the last ends with a comma.
   * Allowed: at least 1; each at most 420 characters.
   * ASA: `…`, a line each.
   */
  readonly values: readonly string[];
}

/**
 * What Secure Client is told besides: `anyconnect-custom-data`, one value of one attribute, which group policies
 * name as `customAttributes`. An FMC keeps both lists of domains of a dynamic split tunnel in one object, an ASA
 * each in an attribute of its own, so that this is another construct than `SecureClientAttribute`. Its values
 * cannot be changed in place: a new one gets another label (Cisco ASA command reference,
 * `anyconnect-custom-data`).
 * ASA: lines at the top level.
 */
export class AsaClientAttribute
  extends DeviceObject<'asa-client-attribute', AsaClientAttributeProps>
  implements IAsaClientAttribute
{
  /**
   * One that is on the device and that this program does not manage: it is referred to, never written, and must be
   * there.
   * `name`: its attribute and label, `attribute/label`.
   */
  static fromExisting(scope: Construct, id: string, name: string): IAsaClientAttribute {
    return new ExistingObject(scope, id, 'asa-client-attribute', name);
  }

  constructor(scope: Construct, id: string, props: AsaClientAttributeProps) {
    super(scope, id, 'asa-client-attribute', () => props);
  }
}
