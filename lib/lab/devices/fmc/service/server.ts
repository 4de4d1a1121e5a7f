import type { IncomingMessage, ServerResponse } from 'node:http';
import { setImmediate as giveWay, setTimeout as wait } from 'node:timers/promises';
import type { Json } from '../../../../kernel/json';
import { errorBody, type Answer, type Request } from '../answer';
import type { Auth } from './auth';
import type { ServerCertificate } from '../../../server/certificate';
import { tooLarge } from '../core';
import { judge } from '../../../server/faults';
import { listenHttps, parsed, readBody, send, type Listening } from '../../../server/https';
import type { FmcFaults } from './faults';
import { formOf } from './form';
import type { Limits } from './limits';
import type { Domain } from '../world';

export interface LogLine {
  readonly method: string;
  readonly path: string;
  /** 0 where no answer was given. */
  readonly status: number;
  /** Under which change ticket it was written. */
  readonly ticket?: string;
}
export interface Ports {
  readonly certificate: ServerCertificate;
  readonly auth: Auth;
  readonly limits: Limits;
  readonly faults: () => FmcFaults;
  readonly domains: readonly Domain[];
  /** What each domain answers, by its UUID. */
  readonly cores: ReadonlyMap<string, (request: Request) => Answer>;
  readonly serverVersion: string;
  readonly port: number;
  readonly delayMs: number;
  readonly log: LogLine[];
}

const ticketOf = ({ headers }: IncomingMessage): Pick<LogLine, 'ticket'> =>
  typeof headers['ticket-id'] === 'string' ? { ticket: headers['ticket-id'] } : {};

const platform = '/api/fmc_platform/v1/';
/** How Cisco's gateway to cloud-delivered FMCs begins its paths. */
const gateway = /^\/firewall\/v1\/cdfmc(?=\/api\/)/;
const config = /^\/api\/fmc_config\/v1\/domain\/([^/]+)\//;
const unknown = (path: string): Answer => ({
  status: 404,
  body: errorBody('FRAMEWORK', `The requested resource was not found: ${path}`),
});

const isForm = (message: IncomingMessage): boolean =>
  (message.headers['content-type'] ?? '').startsWith('multipart/form-data');
const bodyIn = (bytes: Buffer, message: IncomingMessage): Json | undefined =>
  isForm(message) ? formOf(bytes, message.headers['content-type']!) : parsed(bytes);

const version = (path: string, serverVersion: string): Answer => ({
  status: 200,
  body: {
    links: { self: path },
    items: [
      {
        type: 'ServerVersion',
        serverVersion,
        vdbVersion: 'build 370 ( 2023-08-21 07:59:00 )',
        sruVersion: '2023-08-23-001-vrt',
        geoVersion: '2023-08-14-101',
        lspVersion: 'lsp-rel-20230823-1305',
        hostname: 'lab-fmc',
        platform: 'lab',
        model: 'Secure Firewall Management Center',
      },
    ],
    paging: { offset: 0, limit: 25, count: 1, pages: 1 },
  },
});

const domains = (path: string, all: readonly Domain[]): Answer => ({
  status: 200,
  body: {
    links: { self: path },
    items: all.map(({ id, name }) => ({ uuid: id, name, type: 'Domain' })),
    paging: { offset: 0, limit: 25, count: all.length, pages: 1 },
  },
});

/** The answer by what it asks for. Auth calls need no token and hold no seat. */
const answerTo = (ports: Ports, message: IncomingMessage, url: URL, body: Json | undefined): Answer => {
  const { auth, limits } = ports;
  const headers = message.headers as Readonly<Record<string, string | undefined>>;
  const { pathname } = url;
  if (pathname === `${platform}auth/generatetoken` && message.method === 'POST') {
    limits.counters.logins += 1;
    return auth.login(headers);
  }
  if (pathname === `${platform}auth/refreshtoken` && message.method === 'POST') {
    limits.counters.refreshes += 1;
    return auth.refresh(headers);
  }
  const user = auth.check(headers);
  if (typeof user !== 'string') return user;
  if (pathname === `${platform}info/serverversion`) return version(pathname, ports.serverVersion);
  if (pathname === `${platform}info/domain`) return domains(pathname, ports.domains);
  const [start = '', domain = ''] = config.exec(pathname) ?? [];
  const core = ports.cores.get(domain);
  if (core === undefined) return unknown(pathname);
  const path = decodeURIComponent(pathname.slice(start.length)).replace(/\/$/, '');
  const form = isForm(message);
  return core({ method: message.method ?? 'GET', path, query: new Map(url.searchParams), body, user, form });
};

/** What befalls the session before the request is looked at. */
const unsettle = ({ auth }: Ports, faults: FmcFaults): void => {
  if (faults.expireToken) auth.expire();
  if (faults.kick) auth.kick();
  if (faults.revokeToken) auth.revoke();
  faults.expireToken = faults.kick = faults.revokeToken = false;
};

/** The seat of a request, or why it has none. */
const seatFor = ({ limits }: Ports, method: string, url: URL): ReturnType<Limits['enter']> => {
  const login = url.pathname.startsWith(`${platform}auth/`);
  return limits.admit() ?? (login ? { leave: () => undefined } : limits.enter(method !== 'GET'));
};

const serve = async (ports: Ports, message: IncomingMessage, response: ServerResponse): Promise<void> => {
  const { method = 'GET' } = message;
  const path = (message.url ?? '/').replace(gateway, '');
  const url = new URL(path, 'https://lab');
  const note = (status: number): void => void ports.log.push({ method, path, status, ...ticketOf(message) });
  const faults = ports.faults();
  const [line, below] = [path, path.replace(config, '')].map((each) => `${method} ${each}`) as [string, string];
  // A path that is below no domain is asked about once: who counts requests counts it once.
  const lines = below === line ? [line] : [line, below];
  const fault = judge(faults, lines, (text) => errorBody('OTHER', text));
  const finish = (given: Answer, half = false): void => {
    note(given.status);
    send(response, given, half);
  };
  const drop = (): void => {
    note(0);
    message.socket.destroy();
  };
  const seat = seatFor(ports, method, url);
  if ('leave' in seat) response.once('close', seat.leave);
  const bytes = await readBody(message);
  if (!('leave' in seat)) return finish(seat);
  if (fault.hang()) return note(0);
  unsettle(ports, faults);
  // A timer takes a millisecond at least.
  await (ports.delayMs > 0 ? wait(ports.delayMs) : giveWay());
  if (fault.dropBefore()) return drop();
  /** The limit is of JSON; a package of the Secure Client is larger. */
  const planned = fault.status() ?? (isForm(message) ? undefined : tooLarge(bytes.length));
  const own = planned ?? answerTo(ports, message, url, bodyIn(bytes, message));
  const given = faults.rewrite?.(below, own) ?? own;
  if (fault.dropAfter()) return drop();
  /** The seat is free before the client can send the next request. */
  seat.leave();
  return finish(given, fault.truncate());
};

export const listen = (ports: Ports): Promise<Listening> =>
  listenHttps(ports.certificate, ports.port, (message, response) => serve(ports, message, response));
