import { createRequire } from 'node:module';
import { request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import type { Socket } from 'node:net';
import { fail } from '../kernel/problem';

/** An HTTP proxy that opens connections to HTTPS services (CONNECT, RFC 9110 section 9.3.6). */
export interface HttpProxy {
  readonly host: string;
  readonly port: number;
  /** The connection to the proxy is TLS too, verified by the system's authorities. */
  readonly tls?: boolean;
  readonly login?: { readonly username: string; readonly password: string };
}

/** Why there is no connection through a proxy. What its address and answer say is shown, its login is not. */
export interface ProxyFault extends Error {
  readonly code: 'TW_PROXY';
  /** It answered so, and will again. */
  readonly refused: boolean;
}
const faultOf = ({ host, port }: HttpProxy, why: string, refused: boolean): ProxyFault =>
  Object.assign(new Error(`the proxy ${host}:${port} ${why}`), { code: 'TW_PROXY' as const, refused });

export const isProxyFault = (error: unknown): error is ProxyFault =>
  error instanceof Error && (error as Partial<ProxyFault>).code === 'TW_PROXY';

const load = createRequire(__filename);
const loopback = /^(localhost|127(\.\d+){3}|::1)$/i;

const bracketed = (host: string): string => (host.includes(':') ? `[${host}]` : host);

/**
 * What `HTTPS_PROXY`, `ALL_PROXY` and `NO_PROXY` say of a service, in capitals or not. This machine itself, where simulated
 * services are, is never reached through a proxy.
 */
export const proxyOfEnvironment = (host: string, port: number): HttpProxy | undefined => {
  if (loopback.test(host)) return undefined;
  const { getProxyForUrl } = load('proxy-from-env') as { readonly getProxyForUrl: (url: string) => string };
  const text = getProxyForUrl(`https://${bracketed(host)}:${port}`);
  if (text === '') return undefined;
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url?.protocol !== 'http:' && url?.protocol !== 'https:')
    return fail(
      'proxy.url',
      `${host}:${port}`,
      'HTTPS_PROXY (or ALL_PROXY) of the environment is not the URL of an HTTP proxy',
      'write http://proxy.example.net:3128, or name the host in NO_PROXY',
    );
  const tls = url.protocol === 'https:';
  const [username, password] = [url.username, url.password].map(decodeURIComponent) as [string, string];
  return {
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: Number(url.port || (tls ? 443 : 80)),
    ...(tls ? { tls } : {}),
    ...(username === '' ? {} : { login: { username, password } }),
  };
};

const authorization = ({ login }: HttpProxy): Readonly<Record<string, string>> =>
  login === undefined
    ? {}
    : {
        'proxy-authorization': `Basic ${Buffer.from(`${login.username}:${login.password}`).toString('base64')}`,
      };

/**
 * A connection to a service that a proxy has opened. Nothing was said on it: TLS, which the service and not the proxy
 * ends, begins on it. Throws a `ProxyFault`.
 */
export const connectThrough = (proxy: HttpProxy, host: string, port: number, timeoutMs: number): Promise<Socket> =>
  new Promise((resolve, reject) => {
    const place = `${bracketed(host)}:${port}`;
    const give = (why: string, refused = false): void => {
      clearTimeout(late);
      asking.destroy();
      reject(faultOf(proxy, why, refused));
    };
    const asking = (proxy.tls === true ? httpsRequest : httpRequest)({
      host: proxy.host,
      port: proxy.port,
      method: 'CONNECT',
      path: place,
      agent: false,
      headers: { host: place, ...authorization(proxy) },
    });
    const late = setTimeout(() => give(`does not answer within ${timeoutMs / 1000} s`), timeoutMs);
    asking.once('connect', ({ statusCode = 0 }, socket, head) => {
      if (statusCode < 200 || statusCode > 299) {
        socket.destroy();
        return give(`answers ${statusCode} and opens no connection`, true);
      }
      clearTimeout(late);
      if (head.length > 0) socket.unshift(head);
      resolve(socket);
    });
    asking.once('error', (error: NodeJS.ErrnoException) =>
      give(error.code === undefined ? 'does not speak HTTP' : `cannot be reached (${error.code})`),
    );
    asking.end();
  });
