import type { SecretRef } from '../../../lib/model/secret';

/** How the ends of a VPN prove who they are. */
export type Authentication =
  | { readonly method: 'certificate'; readonly trustpoint: string; readonly signature: 'rsa-sig' | 'ecdsa-sig' }
  | { readonly method: 'pre-share'; readonly key: SecretRef };

/** Certificates: what to use wherever a peer can. */
export const Certificates = {
  /**
   * Certificates of one authority, enrolled at every end under the same name: a trustpoint on a router, a certificate
   * enrolment on an FMC. Both must be there; they are looked up, and never changed.
   */
  issuedBy: (trustpoint: string, options: { readonly signature?: 'rsa-sig' | 'ecdsa-sig' } = {}): Authentication => ({
    method: 'certificate',
    trustpoint,
    signature: options.signature ?? 'rsa-sig',
  }),
};

/** One key for all ends, for a peer that has no certificate. Only ever a `Secret`. */
export const PreSharedKey = {
  /** The key, wherever it is kept. */
  from: (key: SecretRef): Authentication => ({ method: 'pre-share', key }),
};
