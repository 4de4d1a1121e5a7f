// Written by `npm run constructs` from lib/model and the grammars; do not edit.

import type { Construct } from 'constructs';
import type { Reference } from '../../../lib/model/noun';
import type { SecretRef } from '../../../lib/model/secret';
import { DeviceObject, type Placed } from '../../core/device-object';
import type { ISamlServerOverride } from '../references';

/** Props of `SamlServerOverride`. */
export interface SamlServerOverrideProps extends Placed {
  /**
   * The server, which is `overridable`.
   * FMC: not in the body.
   */
  readonly object: Reference<'saml-server'>;
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
}

/**
 * What a SAML identity provider is for one firewall: its own address for users, its own certificate. All of it
 * is written.
 * FMC: `object/ssoservers/{ssoservers:<object>}/overrides`.
 */
export class SamlServerOverride
  extends DeviceObject<'saml-server-override', SamlServerOverrideProps>
  implements ISamlServerOverride
{
  constructor(scope: Construct, id: string, props: SamlServerOverrideProps) {
    super(scope, id, 'saml-server-override', () => props);
  }
}
