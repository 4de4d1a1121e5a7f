/** By what clients connect, and for how long. */
export interface ClientTransport {
  /**
   * By what users connect. `ipsec-ikev2`: policy, access interface, every group policy and client services all keep TLS
   * off, and nothing listens on it. `ipsec-ikev2-and-ssl`: TLS too. Default: `ipsec-ikev2`.
   */
  readonly transport?: 'ipsec-ikev2' | 'ipsec-ikev2-and-ssl';
  /** IPsec SA lifetime in seconds. Default: 28800. */
  readonly lifetimeSeconds?: number;
}

/** Client services work over TLS, so they take it with them. */
export const opensTls = ({
  transport,
  clientServices,
}: Pick<ClientTransport, 'transport'> & { readonly clientServices?: boolean }): boolean =>
  transport === 'ipsec-ikev2-and-ssl' || clientServices === true;
