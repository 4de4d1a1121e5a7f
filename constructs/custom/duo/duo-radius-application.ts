import type { Construct } from 'constructs';
import type { DuoRadiusApplicationProps } from '../../generated/duo/duo-radius-application';
import type { SecretRef } from '../../../lib/model/secret';
import { DeviceObject, generatedSecretOf } from '../../core/device-object';

/**
 * What an authentication proxy logs in to Duo with. Duo makes the keys; hand them on as `integrationKey` and `secretKey`,
 * and they go from the account to the proxy. Duo: Applications > Protect an Application > RADIUS.
 */
export class DuoRadiusApplication extends DeviceObject<'duo-radius-application', DuoRadiusApplicationProps> {
  /** The proxy's `ikey`: a secret that is there when the application is. */
  readonly integrationKey: SecretRef;
  /** The proxy's `skey`. */
  readonly secretKey: SecretRef;

  constructor(scope: Construct, id: string, props: DuoRadiusApplicationProps = {}) {
    super(scope, id, 'duo-radius-application', () => props);
    this.integrationKey = generatedSecretOf(this, 'integrationKey');
    this.secretKey = generatedSecretOf(this, 'secretKey');
  }
}
