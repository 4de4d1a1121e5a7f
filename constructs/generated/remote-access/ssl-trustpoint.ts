// Written by `npm run constructs` from lib/model and the grammars; do not edit.

import type { Construct } from 'constructs';
import type { Reference } from '../../../lib/model/noun';
import { DeviceObject, ExistingObject, type Placed } from '../../core/device-object';
import type { ISslTrustpoint } from '../references';

/** Props of `SslTrustpoint`. */
export interface SslTrustpointProps extends Placed {
  /**
   * The interface, by its logical name (`nameif`): `outside`. It has one.
   * @default the construct's id
   */
  readonly name?: string;
  /** Whose certificate is shown. An ASA may want it to be enrolled before. */
  readonly trustpoint: Reference<'cert-trustpoint'>;
}

/**
 * The certificate that an ASA shows to browsers and to AnyConnect over TLS at an interface. Without one it shows
 * that of `ssl trust-point` without an interface, or one that it signed itself, of which every user is warned
 * (Cisco ASA command reference, `ssl trust-point`).
 * ASA: one line, `ssl trust-point …`.
 */
export class SslTrustpoint extends DeviceObject<'ssl-trustpoint', SslTrustpointProps> implements ISslTrustpoint {
  /** One that is on the device and that this program does not manage: it is referred to, never written, and must be there. */
  static fromExisting(scope: Construct, id: string, name: string): ISslTrustpoint {
    return new ExistingObject(scope, id, 'ssl-trustpoint', name);
  }

  constructor(scope: Construct, id: string, props: SslTrustpointProps) {
    super(scope, id, 'ssl-trustpoint', () => props);
  }
}
