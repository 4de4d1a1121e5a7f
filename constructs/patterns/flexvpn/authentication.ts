import type { Referable } from '../../../lib/model/noun';
import type { SecretRef } from '../../../lib/model/secret';
import type { Authentication } from '../shared/authentication';

/** Certificates at both ends. */
export type ByCertificate = Extract<Authentication, { readonly method: 'certificate' }>;
/** A key for each spoke, by which hub and spoke know each other. */
export interface BySpokeKeys {
  readonly method: 'spoke-keys';
}
/** Spokes have a user name and a password, which a RADIUS server checks; the hub has a certificate. */
export interface ByEap {
  readonly method: 'eap';
  readonly trustpoint: string;
  readonly signature: 'rsa-sig' | 'ecdsa-sig';
  readonly servers: Referable<'aaa-server-group'>;
}

/** How hub and spokes prove who they are. */
export type SpokeAuthentication = Authentication | BySpokeKeys | ByEap;

/** How spokes prove who they are, where they have no certificates. */
export const SpokeAuth = {
  /** By a key that a spoke shares with the hub and with no other spoke: write `key` of each spoke. */
  withKeys: (): BySpokeKeys => ({ method: 'spoke-keys' }),
  /**
   * By a user name and a password in EAP (MSCHAPv2), which a RADIUS server of the hub checks: write `eap` of each spoke. The
   * hub proves itself by the certificate of `trustpoint` (RFC 7296 section 2.16 wants that), and spokes check it by a
   * trustpoint of the same name.
   */
  withEap: (
    servers: Referable<'aaa-server-group'>,
    options: { readonly trustpoint: string; readonly signature?: 'rsa-sig' | 'ecdsa-sig' },
  ): ByEap => ({
    method: 'eap',
    trustpoint: options.trustpoint,
    signature: options.signature ?? 'rsa-sig',
    servers,
  }),
};

/** The account of a spoke, as its RADIUS server knows it. */
export interface SpokeAccount {
  /** User name. Default: the identity of the spoke. */
  readonly username?: string;
  /** Password. Only ever a `Secret`. */
  readonly password: SecretRef;
}
