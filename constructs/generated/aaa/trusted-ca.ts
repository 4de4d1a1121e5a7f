// Written by `npm run constructs` from lib/model and the grammars; do not edit.

import type { Construct } from 'constructs';
import { ExistingObject } from '../../core/device-object';
import type { ITrustedCa } from '../references';

/**
 * The certificate of an authority that the FMC trusts (Objects > PKI > Trusted CAs), by which it and its
 * firewalls know the servers of a directory: looked up by name, never created.
 * FMC: looked up by name, never written.
 */
export class TrustedCa extends ExistingObject<'trusted-ca'> implements ITrustedCa {
  private constructor(scope: Construct, id: string, name: string) {
    super(scope, id, 'trusted-ca', name);
  }

  /** The one of this name. It must be there; the device is asked at plan. */
  static fromExisting(scope: Construct, id: string, name: string): ITrustedCa {
    return new TrustedCa(scope, id, name);
  }
}
