import { createHash, createHmac } from 'node:crypto';

export interface Signed {
  readonly method: string;
  /** The API host name, without a port. */
  readonly host: string;
  readonly path: string;
  /** Of a GET or DELETE in its query; of a POST in its body where that is a form. */
  readonly params: Readonly<Record<string, string>>;
  /** The body where it is JSON; undefined where it is a form or there is none. */
  readonly json?: string;
  /** RFC 2822. */
  readonly date: string;
}

/** What `encodeURIComponent` leaves and Duo does not: RFC 3986 leaves letters, digits and `_.-~`. */
const encoded = (text: string): string =>
  encodeURIComponent(text).replace(/[!'()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);

/** `desc=a%20b&name=VPN`: by name, as it is signed and as it is sent. */
export const formOf = (params: Signed['params']): string =>
  Object.entries(params)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => `${encoded(name)}=${encoded(value)}`)
    .join('&');

const sha512 = (text: string): string => createHash('sha512').update(text).digest('hex');

/**
 * The Authorization header of a request: user name the integration key, password the HMAC-SHA512 of the request under the
 * secret key. A request with a JSON body, and all of the later interfaces, sign the hash of the body and of further
 * headers (there are none) too: Duo's signature version 5, else 2.
 */
export const authorization = (integrationKey: string, secretKey: string, request: Signed, version: 2 | 5): string => {
  const lines = [
    request.date,
    request.method.toUpperCase(),
    request.host.toLowerCase(),
    request.path,
    formOf(request.params),
    ...(version === 5 ? [sha512(request.json ?? ''), sha512('')] : []),
  ];
  const signature = createHmac('sha512', secretKey).update(lines.join('\n')).digest('hex');
  return `Basic ${Buffer.from(`${integrationKey}:${signature}`).toString('base64')}`;
};
