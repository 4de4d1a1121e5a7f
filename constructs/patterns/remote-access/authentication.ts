import type { Referable } from '../../../lib/model/noun';
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
