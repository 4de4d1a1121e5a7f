import { createServer, type Server } from 'node:https';
import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { setImmediate as giveWay } from 'node:timers/promises';
import type { Json } from '../../kernel/json';
import { issueCertificate, type ServerCertificate } from './certificate';
import { judge, type HttpFaults } from './faults';

export interface Answer {
  readonly status: number;
  readonly body?: Json;
  readonly headers?: Readonly<Record<string, string>>;
}

export const readBody = async (message: IncomingMessage): Promise<Buffer> => {
  const chunks: Buffer[] = [];
  for await (const chunk of message) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
};
/** Undefined where it is empty or no JSON. */
export const parsed = (bytes: Buffer): Json | undefined => {
  if (bytes.length === 0) return undefined;
  try {
    return JSON.parse(bytes.toString('utf8')) as Json;
  } catch {
    return undefined;
  }
};

/** `half`: the body ends half-way and the connection breaks. */
export const send = (response: ServerResponse, { status, body, headers }: Answer, half: boolean): void => {
  const text = body === undefined ? '' : JSON.stringify(body);
  response.writeHead(status, {
    ...(body === undefined ? {} : { 'Content-Type': 'application/json;charset=UTF-8' }),
    ...headers,
    ...(status === 204 ? {} : { 'Content-Length': Buffer.byteLength(text) }),
  });
  if (half) response.write(text.slice(0, Math.floor(text.length / 2)), () => response.destroy());
  else response.end(text);
};

export interface Listening {
  readonly port: number;
  readonly close: () => Promise<void>;
}

/** An HTTPS server on 127.0.0.1; closing it breaks what is open. */
export const listenHttps = async (
  { certificate, key }: ServerCertificate,
  port: number,
  serve: (message: IncomingMessage, response: ServerResponse) => Promise<void>,
): Promise<Listening> => {
  const sockets = new Set<Socket>();
  const server: Server = createServer({ cert: certificate, key }, (message, response) => {
    serve(message, response).catch(() => response.destroy());
  });
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  await new Promise<void>((done, fail) => {
    server.once('error', fail);
    server.listen(port, '127.0.0.1', done);
  });
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        sockets.forEach((socket) => socket.destroy());
      }),
  };
};

/** One request, whole. */
export interface Asked {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
  readonly body: Json | undefined;
}

export interface ServiceLine {
  readonly method: string;
  readonly path: string;
  /** 0 where no answer was given. */
  readonly status: number;
}

export interface ServiceOptions {
  /** Name of the authority that signs its certificate. */
  readonly authority: string;
  /** Names that its certificate holds beside 127.0.0.1 and localhost. */
  readonly names?: readonly string[];
  /** Default: 0, a free one. */
  readonly port?: number;
  readonly faults: () => HttpFaults;
  readonly saying: (text: string) => Json;
  readonly answer: (asked: Asked) => Answer;
}

export interface Service {
  readonly host: string;
  readonly port: number;
  readonly url: string;
  /** PEM of the authority that signed the server's certificate. */
  readonly ca: string;
  readonly log: readonly ServiceLine[];
  close(): Promise<void>;
}

/** A REST service that answers request by request, and goes wrong where it is asked to. */
export const startService = async (options: ServiceOptions): Promise<Service> => {
  const certificate = await issueCertificate(options.authority, options.names);
  const log: ServiceLine[] = [];
  const serve = async (message: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { method = 'GET', url = '/' } = message;
    const { pathname, searchParams } = new URL(url, 'https://lab');
    const fault = judge(options.faults(), [`${method} ${url}`], options.saying);
    const bytes = await readBody(message);
    const drop = (): void => {
      log.push({ method, path: url, status: 0 });
      message.socket.destroy();
    };
    if (fault.hang()) return void log.push({ method, path: url, status: 0 });
    await giveWay();
    if (fault.dropBefore()) return drop();
    const asked = { method, query: searchParams, headers: message.headers, text: bytes.toString('utf8') };
    const given: Answer =
      fault.status() ?? options.answer({ ...asked, path: decodeURIComponent(pathname), body: parsed(bytes) });
    if (fault.dropAfter()) return drop();
    log.push({ method, path: url, status: given.status });
    send(response, given, fault.truncate());
  };
  const { port, close } = await listenHttps(certificate, options.port ?? 0, serve);
  return { host: '127.0.0.1', port, url: `https://127.0.0.1:${port}`, ca: certificate.ca, log, close };
};
