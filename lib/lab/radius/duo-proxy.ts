import { randomBytes } from 'node:crypto';
import { createSocket, type RemoteInfo, type Socket } from 'node:dgram';
import { parseIni } from '../../desired/ini/file';
import {
  answers,
  code,
  decode,
  encodeAnswer,
  encodeRequest,
  hidden,
  shown,
  textOf,
  type,
  verified,
  type Attribute,
  type Packet,
} from './packet';

/** What Duo's service says of a second factor. */
export type Verdict = 'allow' | 'deny' | 'unreachable';

export interface RadiusProxyOptions {
  /** authproxy.cfg: it does what stands there. */
  readonly config: string;
  /** The address that a device of the loopback stands for. */
  readonly addressOf: (port: number) => string;
  /** Where on the loopback a server of the file is. */
  readonly whereIs: (address: string, port: number) => number;
  /** Asks the user. */
  readonly push: (user: string) => Promise<Verdict>;
}

/** A RADIUS server as the Duo proxy runs it: the password (or EAP) to the primary server, then the push. */
export interface RadiusProxy {
  readonly port: number;
  /** What it logs, in the words of the proxy. */
  readonly log: readonly string[];
  close(): Promise<void>;
}

type Values = ReadonlyMap<string, string>;
const sectionsOf = (config: string): ReadonlyMap<string, Values> =>
  new Map(
    parseIni(config).blocks.flatMap(({ name, lines }) =>
      name === undefined
        ? []
        : [
            [
              name,
              new Map(lines.flatMap(({ key, value }) => (key === undefined ? [] : [[key, value!] as const]))),
            ] as const,
          ],
    ),
  );

const bound = (socket: Socket): Promise<number> =>
  new Promise((resolve) => socket.bind(0, '127.0.0.1', () => resolve(socket.address().port)));

/** What is the proxy's own business of a request: the rest is handed on. */
const hop: readonly number[] = [type.messageAuthenticator, type.userPassword];

/** The settings of the one server and its client that the story needs. */
const settingsOf = (config: string) => {
  const sections = sectionsOf(config);
  const [, server] = [...sections].find(([name]) => name.startsWith('radius_server_auto'))!;
  const client = sections.get(server.get('client') ?? 'radius_client')!;
  const callers = [...server].flatMap(([key, address]) => {
    const number = /^radius_ip_(\d+)$/.exec(key)?.[1];
    return number === undefined ? [] : [{ address, secret: server.get(`radius_secret_${number}`)! }];
  });
  return {
    callers,
    failsafe: server.get('failmode') !== 'secure',
    primary: { host: client.get('host')!, port: Number(client.get('port') ?? 1812), secret: client.get('secret')! },
  };
};

/** Asks the primary server; the answer's attributes come back with its code. */
const forwarded = (request: Packet, secret: string, to: { port: number; secret: string }): Promise<Packet> =>
  new Promise((resolve) => {
    const socket = createSocket('udp4');
    const authenticator = randomBytes(16);
    const password = request.attributes.find((one) => one.type === type.userPassword);
    const own: readonly Attribute[] = password
      ? [
          {
            type: type.userPassword,
            value: hidden(shown(password.value, secret, request.authenticator), to.secret, authenticator),
          },
        ]
      : [];
    const rest = request.attributes.filter((one) => !hop.includes(one.type));
    const asked: Packet = { code: code.request, id: request.id, authenticator, attributes: [...rest, ...own] };
    socket.on('message', (data) => {
      const answer = decode(data);
      if (answer === undefined || !answers(answer, asked, to.secret)) return;
      socket.close();
      resolve(answer);
    });
    socket.send(encodeRequest(asked, to.secret), to.port, '127.0.0.1');
  });

/** The proxy between its devices and the primary server, with what is under way. */
class Forwarder {
  readonly log: string[] = [];
  /** Requests under way: what a device sends again is not asked again. */
  private readonly under = new Set<string>();
  private readonly settings: ReturnType<typeof settingsOf>;

  constructor(
    private readonly options: RadiusProxyOptions,
    private readonly socket: Socket,
  ) {
    this.settings = settingsOf(options.config);
  }

  async serve(data: Buffer, { port }: RemoteInfo): Promise<void> {
    const from = this.options.addressOf(port);
    const caller = this.settings.callers.find(({ address }) => address === from);
    const request = decode(data);
    if (caller === undefined || request === undefined || !verified(request, caller.secret)) {
      const why = caller === undefined ? `Unknown Client: ${from}` : 'invalid';
      this.log.push(`dropping packet from ${from}:${port} - ${why}`);
      return;
    }
    const key = `${port} ${request.id} ${request.authenticator.toString('hex')}`;
    if (this.under.has(key)) {
      this.log.push(`Received duplicate request ${request.id}`);
      return;
    }
    this.under.add(key);
    this.log.push(`login attempt for username '${textOf(request, type.userName)}'`);
    const { primary } = this.settings;
    const at = this.options.whereIs(primary.host, primary.port);
    const answer = await forwarded(request, caller.secret, { port: at, secret: primary.secret });
    const given = await this.decided(request, answer);
    this.log.push(`Returning response code ${given.code}`);
    this.socket.send(encodeAnswer(given, request, caller.secret), port, '127.0.0.1');
  }

  private async decided(request: Packet, answer: Packet): Promise<Omit<Packet, 'authenticator'>> {
    const { attributes } = answer;
    const same = { code: answer.code, id: request.id, attributes: attributes.filter((one) => !hop.includes(one.type)) };
    if (answer.code !== code.accept) return same;
    const verdict = await this.options.push(textOf(request, type.userName) ?? '');
    this.log.push(`Duo authentication returned '${verdict}'`);
    if (verdict === 'allow' || (verdict === 'unreachable' && this.settings.failsafe)) return same;
    return { ...same, code: code.reject, attributes: [] };
  }
}

export const startRadiusProxy = async (options: RadiusProxyOptions): Promise<RadiusProxy> => {
  const socket = createSocket('udp4');
  const forwarder = new Forwarder(options, socket);
  socket.on('message', (data, info) => void forwarder.serve(data, info));
  const port = await bound(socket);
  return { port, log: forwarder.log, close: () => new Promise((resolve) => socket.close(() => resolve())) };
};
