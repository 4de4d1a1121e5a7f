// Written by `npm run constructs` from lib/model and the grammars; do not edit.

import type { Construct } from 'constructs';
import { DeviceObject, ExistingObject, type Placed } from '../../core/device-object';
import type { ISecureClientLocalPolicy } from '../references';

/** Props of `SecureClientLocalPolicy`. */
export interface SecureClientLocalPolicyProps extends Placed {
  /**
   * Name on the target; the file is always `AnyConnectLocalPolicy.xml`.
   * @default the construct's id; inside a composite its path below the stack, joined with `-`
   */
  readonly name?: string;
  /**
   * The client takes neither profiles nor new versions from the headend.
   * @default true
   */
  readonly bypassDownloader?: boolean;
  /**
   * Only algorithms of FIPS 140.
   * @default false
   */
  readonly fipsMode?: boolean;
  /**
   * The client's own web pages stay off.
   * @default false
   */
  readonly restrictWebLaunch?: boolean;
  /**
   * Certificates that cannot be trusted end the connection, and the user is not asked.
   * @default false
   */
  readonly strictCertificateTrust?: boolean;
  /**
   * What of user names and hosts is kept on the machine.
   * @default everything the client keeps (`false`)
   */
  readonly restrictPreferenceCaching?: 'false' | 'Credentials' | 'Thumbprints' | 'CredentialsAndThumbprints' | 'All';
  /**
   * Certificates in PEM files are not looked at (Linux, macOS).
   * @default false
   */
  readonly excludePemFileCertStore?: boolean;
  /**
   * Certificates of Firefox are not looked at (Linux, macOS).
   * @default false
   */
  readonly excludeFirefoxNssCertStore?: boolean;
}

/**
 * What the client is allowed on a machine, before any profile is read: `AnyConnectLocalPolicy.xml`.
 * Folder: a file of its own.
 */
export class SecureClientLocalPolicy
  extends DeviceObject<'secure-client-local-policy', SecureClientLocalPolicyProps>
  implements ISecureClientLocalPolicy
{
  /** One that is on the device and that this program does not manage: it is referred to, never written, and must be there. */
  static fromExisting(scope: Construct, id: string, name: string): ISecureClientLocalPolicy {
    return new ExistingObject(scope, id, 'secure-client-local-policy', name);
  }

  constructor(scope: Construct, id: string, props: SecureClientLocalPolicyProps = {}) {
    super(scope, id, 'secure-client-local-policy', () => props);
  }
}
