import { addressOfHost, type HostEntry } from './secure-client-hosts';

/**
 * The server as Apple's and Samsung's device management, and macOS, take it (Cisco Live BRKSEC-2881):
 * `[ipsec://]<AUTHENTICATION>[":"<IKE-IDENTITY>"@"]<HOST>[":"<PORT>]["/"<GROUP-URL>]`. That an `@` follows a method
 * without an identity is a reading of that form, not proven.
 */
export const serverString = (host: HostEntry): string => {
  const group = host.userGroup === undefined ? '' : `/${encodeURIComponent(host.userGroup)}`;
  const address = addressOfHost(host.address);
  if (host.primaryProtocol !== 'IPsec') return `${address}${group}`;
  const { authMethodDuringIkeNegotiation: method = 'EAP-AnyConnect', ikeIdentity } =
    host.standardAuthenticationOnly ?? {};
  const identity = ikeIdentity === undefined ? '' : `:${encodeURIComponent(ikeIdentity)}`;
  return `ipsec://${method}${identity}@${address}${group}`;
};

const link = (action: string, parameters: Readonly<Record<string, string | undefined>>): string => {
  const given = Object.entries(parameters).filter((pair): pair is [string, string] => pair[1] !== undefined);
  return `anyconnect://${action}?${given.map(([key, value]) => `${key}=${encodeURIComponent(value)}`).join('&')}`;
};

/** A link that makes the connection on a phone (AnyConnect administrator guide, "URI handler"). */
export const createLink = (host: HostEntry): string => {
  const { authMethodDuringIkeNegotiation: method, ikeIdentity } = host.standardAuthenticationOnly ?? {};
  const ipsec = host.primaryProtocol === 'IPsec';
  const group = host.userGroup === undefined ? '' : `/${host.userGroup}`;
  return link('create', {
    name: host.name,
    host: `${addressOfHost(host.address)}${group}`,
    protocol: host.primaryProtocol,
    authentication: ipsec ? (method ?? 'EAP-AnyConnect') : undefined,
    'ike-identity': ikeIdentity,
  });
};

/** A link that takes the whole profile from where its file can be downloaded. */
export const importLink = (url: string): string => link('import', { type: 'profile', uri: url });
