import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createGzip, gzipSync } from 'node:zlib';
import { issueCertificate } from '../../../lib/lab/server/certificate';
import { listenHttps, readBody } from '../../../lib/lab/server/https';

/** One request, and how it is answered. */
export interface Request {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}
export type Reply = (response: ServerResponse, request: Request) => void;

export interface HostileHttps {
  readonly host: string;
  readonly port: number;
  /** PEM of the authority to trust. */
  readonly ca: string;
  readonly requests: readonly Request[];
  close(): Promise<void>;
}

/** A real HTTPS server on 127.0.0.1; the first entry whose pattern fits `GET /path?query` answers, else 404. */
export const startHostileHttps = async (replies: readonly (readonly [RegExp, Reply])[]): Promise<HostileHttps> => {
  const certificate = await issueCertificate('Hostile CA');
  const requests: Request[] = [];
  const { port, close } = await listenHttps(certificate, 0, async (message, response) => {
    const { method = 'GET', url = '/' } = message;
    response.on('error', () => undefined);
    const { pathname: path, searchParams: query } = new URL(url, 'https://hostile');
    const request = { method, path, query, headers: message.headers, body: (await readBody(message)).toString() };
    requests.push(request);
    const reply = replies.find(([pattern]) => pattern.test(`${method} ${url}`))?.[1] ?? status(404);
    reply(response, request);
  });
  return { host: '127.0.0.1', port, ca: certificate.ca, requests, close };
};

/** Another server, in clear, that a redirect leads to: it writes down what it is given. */
export const startThief = async () => {
  const taken: Request[] = [];
  const server = createServer((message, response) => {
    void readBody(message).then((body) => {
      const { method = 'GET', url = '/', headers } = message;
      const { pathname: path, searchParams: query } = new URL(url, 'http://thief');
      taken.push({ method, path, query, headers, body: body.toString() });
      response.setHeader('content-type', 'application/json').end('{"items":[],"paging":{"count":0}}');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    taken,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};

const type = { 'content-type': 'application/json' };

export const json =
  (body: unknown, headers: Readonly<Record<string, string>> = {}, code = 200): Reply =>
  (response) =>
    void response.writeHead(code, { ...type, ...headers }).end(JSON.stringify(body));

export const text =
  (body: string, headers: Readonly<Record<string, string>> = type): Reply =>
  (response) =>
    void response.writeHead(200, headers).end(body);

export const status =
  (code: number, headers: Readonly<Record<string, string>> = {}): Reply =>
  (response) =>
    void response.writeHead(code, headers).end();

export const redirect = (code: 301 | 302 | 303 | 307 | 308, to: string): Reply => status(code, { location: to });

/** A byte now and then: the socket is never idle, and the answer never whole. */
export const drip =
  (everyMs: number): Reply =>
  (response) => {
    response.writeHead(200, type).write('{"items":[');
    const timer = setInterval(() => response.write(' '), everyMs);
    response.on('close', () => clearInterval(timer));
  };

/** Headers, one at a time, for ever. */
export const dripHeaders =
  (everyMs: number): Reply =>
  (response) => {
    const { socket } = response;
    socket?.write('HTTP/1.1 200 OK\r\n');
    const timer = setInterval(() => socket?.write('x-a: b\r\n'), everyMs);
    socket?.on('close', () => clearInterval(timer));
  };

/** A body without an end, as fast as it is taken. */
export const endless = (): Reply => (response) => {
  response.writeHead(200, type).write('{"items":[""');
  const block = Buffer.from(',"xxxxxxxxxxxxxxxx"'.repeat(4096));
  const pump = (): void => {
    if (response.destroyed) return;
    if (response.write(block)) setImmediate(pump);
    else response.once('drain', pump);
  };
  pump();
};

/** A small body that unpacks to so many megabytes. */
export const bomb =
  (megabytes: number): Reply =>
  (response) => {
    response.writeHead(200, { ...type, 'content-encoding': 'gzip' });
    const pack = createGzip();
    pack.pipe(response);
    const block = Buffer.alloc(1024 * 1024, ' ');
    let left = megabytes;
    const pump = (): void => {
      if (response.destroyed || pack.destroyed) return;
      if (left-- <= 0) return void pack.end('{}');
      if (pack.write(block)) setImmediate(pump);
      else pack.once('drain', pump);
    };
    pack.on('error', () => undefined);
    pump();
  };

/** The same that says its length: nothing in its headers is unusual. */
export const smallBomb = (megabytes: number): Reply => {
  const packed = gzipSync(Buffer.alloc(megabytes * 1024 * 1024, ' '));
  return (response) =>
    void response
      .writeHead(200, { ...type, 'content-encoding': 'gzip', 'content-length': String(packed.length) })
      .end(packed);
};

/** Less, or more, than its header says. */
export const wrongLength =
  (body: string, by: number): Reply =>
  (response) => {
    const { socket } = response;
    socket?.end(
      `HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: ${Buffer.byteLength(body) + by}\r\n\r\n${body}`,
    );
  };

/** `[[[…]]]`, so many levels deep. */
export const nested = (levels: number): string => `${'['.repeat(levels)}${']'.repeat(levels)}`;

export const domain = 'e276abec-e0f2-11e3-8169-6d9ed49b625f';
/** What an FMC answers to a login. */
export const fmcLogin = (domains: unknown = [{ name: 'Global', uuid: domain }]): readonly [RegExp, Reply] => [
  /^POST \/api\/fmc_platform\/v1\/auth\/generatetoken/,
  status(204, {
    'x-auth-access-token': 'the-access-token',
    'x-auth-refresh-token': 'the-refresh-token',
    domains: typeof domains === 'string' ? domains : JSON.stringify(domains),
  }),
];
