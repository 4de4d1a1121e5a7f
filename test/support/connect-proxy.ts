import { createServer } from 'node:http';
import { connect, type AddressInfo, type Socket } from 'node:net';

/** An HTTP proxy that opens connections (CONNECT). */
export interface ConnectProxy {
  readonly host: string;
  readonly port: number;
  /** Where it was asked to connect to. */
  readonly asked: string[];
  /** The first bytes of what clients sent through it. */
  readonly begun: readonly Buffer[];
  close(): Promise<void>;
}

export interface ConnectProxyOptions {
  /** Ports to which names lead in its network. Names and ports that are not here lead to this machine as asked. */
  readonly routes?: Readonly<Record<string, number>>;
  /** Whom it lets through. Default: anyone. */
  readonly login?: string;
}

/** Listens on 127.0.0.1. */
export const startConnectProxy = async ({ routes = {}, login }: ConnectProxyOptions = {}): Promise<ConnectProxy> => {
  const asked: string[] = [];
  const begun: Buffer[] = [];
  const open = new Set<Socket>();
  const expected = login === undefined ? undefined : `Basic ${Buffer.from(login).toString('base64')}`;
  const server = createServer((_message, response) => response.writeHead(400).end());
  server.on('connection', (socket) => {
    open.add(socket);
    socket.once('close', () => open.delete(socket)).on('error', () => undefined);
  });
  server.on('connect', (message, client: Socket) => {
    asked.push(message.url!);
    if (message.headers['proxy-authorization'] !== expected)
      return void client.end('HTTP/1.1 407 Proxy Authentication Required\r\n\r\n');
    const service = connect(routes[message.url!] ?? Number(message.url!.split(':').pop()), '127.0.0.1', () => {
      client.write('HTTP/1.1 200 Connection established\r\n\r\n');
      client.once('data', (data: Buffer) => begun.push(data));
      client.pipe(service).pipe(client);
    });
    service.on('error', () => client.end('HTTP/1.1 502 Bad Gateway\r\n\r\n'));
    service.on('close', () => client.destroy());
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  return {
    host: '127.0.0.1',
    port: (server.address() as AddressInfo).port,
    asked,
    begun,
    close: () =>
      new Promise((ended) => {
        open.forEach((socket) => socket.destroy());
        server.close(() => ended());
      }),
  };
};
