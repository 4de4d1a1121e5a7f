// Written by `npm run constructs` from lib/model and the grammars; do not edit.

import type { Reference } from '../../../lib/model/noun';
import { type Placed } from '../../core/device-object';

/** Props of `RaCertificateMapping`. */
export interface RaCertificateMappingProps extends Placed {
  /**
   * The policy that it belongs to.
   * FMC: not in the body.
   */
  readonly policy: Reference<'ra-vpn-policy'>;
  /**
   * The first map that fits a client's certificate names its profile.
   * Allowed: at least 1.
   * FMC: `enableCertificateToConnectionProfileMapping`, `certificateToConnectionProfileMap`.
   */
  readonly mappings: readonly {
    /** What the certificate says. */
    readonly map: Reference<'certificate-map'>;
    /** The profile that such clients get. */
    readonly profile: Reference<'ra-connection-profile'>;
  }[];
  /**
   * A group URL wins over the certificate.
   * FMC: `useGroupURL`.
   * @default true
   */
  readonly groupUrlFirst?: boolean;
}
