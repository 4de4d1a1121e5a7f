// Written by `npm run constructs` from lib/model and the grammars; do not edit.

import type { Construct } from 'constructs';
import type { Reference } from '../../../lib/model/noun';
import { DeviceObject, type Placed } from '../../core/device-object';
import type { IRaCertificateMapping } from '../references';

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

/**
 * Which certificates lead to which connection profile, before anybody chooses.
 * FMC: `policy/ravpns/{ravpns:<policy>}/certificatemapsettings`.
 */
export class RaCertificateMapping
  extends DeviceObject<'ra-certificate-mapping', RaCertificateMappingProps>
  implements IRaCertificateMapping
{
  constructor(scope: Construct, id: string, props: RaCertificateMappingProps) {
    super(scope, id, 'ra-certificate-mapping', () => props);
  }
}
