import type { Referable } from '../../../lib/model/noun';
import type { SecretRef } from '../../../lib/model/secret';
import type { AaaServerGroup } from '../../generated/aaa/aaa-server-group';

/**
 * How remote users prove who they are. The headend always shows its certificate. `S`: what its servers are, an
 * AaaServerGroup of a router or an AaaServer of an ASA.
 */
export type ClientAuthentication<S extends Servers = AaaServerGroup> =
  | { readonly method: 'cert' }
  | {
      readonly method: 'eap' | 'anyconnect-eap';
      readonly servers: S;
      readonly certificate: boolean;
      readonly list: string;
    };
type Servers = Referable<'aaa-server-group'> | Referable<'aaa-server'>;

/** Users of AnyConnect on an ASA log in at an identity provider, in a browser window. */
export interface SamlAuthentication {
  /** Always saml. */
  readonly method: 'saml';
  /** What the identity provider says of itself. */
  readonly provider: SamlIdentityProvider;
  /** Where users reach the ASA, without a path: `https://vpn.example.net`. */
  readonly url: string;
}

/** What an identity provider says of its side: its metadata. */
export interface SamlIdentityProvider {
  /** Its entity ID, letter for letter. */
  readonly entityId: string;
  /** Where users log in. */
  readonly signInUrl: string;
  /** Where they log out. Default: nowhere. */
  readonly signOutUrl?: string;
  /** What it signs with: the PEM, or where it is found, like `Secret.fromFile('idp.pem')`. */
  readonly certificate: string | SecretRef;
}

/** How remote users prove who they are. The headend always shows its certificate. */
export const ClientAuth = {
  /** By a certificate of the authority of the headend's trustpoint. */
  withCertificate: (): { readonly method: 'cert' } => ({ method: 'cert' }),
  /**
   * By a user name and what EAP asks for, which a RADIUS server checks. For AnyConnect and for the client of Windows.
   * `list`: name of the method list of a router, default that of the servers.
   */
  withEap: <S extends Servers>(servers: S, options: { readonly list?: string } = {}): ClientAuthentication<S> => ({
    method: 'eap',
    servers,
    certificate: false,
    list: options.list ?? servers.ref.name,
  }),
  /**
   * By AnyConnect's own EAP: a user name and a password that a directory (LDAP) or RADIUS checks. With `certificate`
   * the device shows its certificate too: two factors. `list`: name of the method list of a router, default that of the
   * servers.
   */
  withAnyConnectEap: <S extends Servers>(
    servers: S,
    options: { readonly certificate?: boolean; readonly list?: string } = {},
  ): ClientAuthentication<S> => ({
    method: 'anyconnect-eap',
    servers,
    certificate: options.certificate ?? false,
    list: options.list ?? servers.ref.name,
  }),
  /** By SAML: AnyConnect opens a browser window, in which the identity provider asks. On an ASA only. */
  withSaml: (provider: SamlIdentityProvider, url: string): SamlAuthentication => ({ method: 'saml', provider, url }),
};

/** Which users a headend is for: those that any of these fits. */
export interface ClientMatch {
  /** Key ids: what AnyConnect calls the IKE identity of a connection. */
  readonly keyIds?: readonly string[];
  /** Domains of mail addresses: a Windows client sends user@domain. */
  readonly emailDomains?: readonly string[];
  /** Addresses or networks; `0.0.0.0/0` for Windows clients that send their address. */
  readonly addresses?: readonly string[];
  /** Certificates that one of these maps matches. */
  readonly certificates?: readonly Referable<'certificate-map'>[];
  /** Everybody. */
  readonly any?: true;
}
