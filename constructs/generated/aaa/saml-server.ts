// Written by `npm run constructs` from lib/model and the grammars; do not edit.

import type { Construct } from 'constructs';
import type { Reference } from '../../../lib/model/noun';
import type { SecretRef } from '../../../lib/model/secret';
import { DeviceObject, ExistingObject, type Placed } from '../../core/device-object';
import type { ISamlServer } from '../references';

/** Props of `SamlServer`. */
export interface SamlServerProps extends Placed {
  /**
   * Name on the FMC.
   * @default the construct's id; inside a composite its path below the stack, joined with `-`
   */
  readonly name?: string;
  /**
   * Entity ID of the identity provider: its URL or URN, or the `idpEntityId` of a DuoSamlApplication.
   * FMC: `idpEntityId`.
   */
  readonly entityId: string | SecretRef;
  /**
   * Where users log in.
   * Allowed: like https://sso.example.net/login.
   * FMC: `ssoURL`.
   */
  readonly signInUrl: string | SecretRef;
  /**
   * Where they log out.
   * Allowed: like https://sso.example.net/login.
   * FMC: `logoutURL`.
   * @default nowhere
   */
  readonly signOutUrl?: string | SecretRef;
  /**
   * How the firewall is reached by users, for example `https://vpn.example.net`.
   * Allowed: like https://sso.example.net/login.
   * FMC: `baseUrl`.
   * @default its name
   */
  readonly baseUrl?: string;
  /**
   * Certificate of the identity provider: an enrolment that holds an authority only.
   * FMC: `identityProviderCert`.
   */
  readonly identityProviderCertificate: Reference<'cert-trustpoint'>;
  /**
   * The firewall's own certificate, which signs its requests.
   * FMC: `serviceProviderCert`.
   * @default none
   */
  readonly serviceProviderCertificate?: Reference<'cert-trustpoint'>;
  /**
   * How requests are signed.
   * FMC: `requestSignatureType`.
   * @default 'none'
   */
  readonly signature?: 'none' | 'rsa-sha1' | 'rsa-sha256' | 'rsa-sha384' | 'rsa-sha512';
  /**
   * Seconds for which a request is good, 1 to 7200.
   * Allowed: 1 to 7200 seconds.
   * FMC: `requestTimeout`.
   * @default 300
   */
  readonly timeout?: number;
  /**
   * The identity provider is reached through the inside only.
   * FMC: `serverOnInternalNetwork`.
   * @default false
   */
  readonly internalNetwork?: boolean;
  /**
   * Users log in again at every connection.
   * FMC: `reAuthAtLogin`.
   * @default true
   */
  readonly reauthenticate?: boolean;
  /**
   * Whether single firewalls may have another value under this name: a `SamlServerOverride` gives it.
   * FMC: `overridable`.
   * @default what is set on the FMC, and no for a new one
   */
  readonly overridable?: boolean;
}

/**
 * A SAML identity provider, for example Duo Single Sign-On: users log in in a browser window.
 * FMC: `object/ssoservers`.
 */
export class SamlServer extends DeviceObject<'saml-server', SamlServerProps> implements ISamlServer {
  /** One that is on the device and that this program does not manage: it is referred to, never written, and must be there. */
  static fromExisting(scope: Construct, id: string, name: string): ISamlServer {
    return new ExistingObject(scope, id, 'saml-server', name);
  }

  constructor(scope: Construct, id: string, props: SamlServerProps) {
    super(scope, id, 'saml-server', () => props);
  }
}
