import type { Construct } from 'constructs';
import type { DuoSamlApplicationProps } from '../../generated/duo/duo-saml-application';
import type { SecretRef } from '../../../lib/model/secret';
import { DeviceObject, generatedSecretOf } from '../../core/device-object';

/**
 * Users log in at Duo, in a browser window, and Duo tells the headend who they are. What Duo makes of its side goes from
 * the account to the headend: hand it on to a SamlServer, and `certificate` to the CertTrustpoint that it names. Nothing
 * of it is secret; it stands in plans as what it is of, because it is there when the application is. Duo: Applications >
 * Protect an Application > Generic SAML Service Provider.
 */
export class DuoSamlApplication extends DeviceObject<'duo-saml-application', DuoSamlApplicationProps> {
  /** Duo's entity ID: `entityId` of a SamlServer. */
  readonly idpEntityId: SecretRef;
  /** Where users log in: `signInUrl` of a SamlServer. */
  readonly signInUrl: SecretRef;
  /** Where they log out: `signOutUrl` of a SamlServer. */
  readonly signOutUrl: SecretRef;
  /** What Duo signs with, in PEM: `ca: { certificate }` of a CertTrustpoint. One that has ended is refused. */
  readonly certificate: SecretRef;

  constructor(scope: Construct, id: string, props: DuoSamlApplicationProps) {
    super(scope, id, 'duo-saml-application', () => props);
    this.idpEntityId = generatedSecretOf(this, 'entityId');
    this.signInUrl = generatedSecretOf(this, 'signInUrl');
    this.signOutUrl = generatedSecretOf(this, 'signOutUrl');
    this.certificate = generatedSecretOf(this, 'certificate');
  }
}
