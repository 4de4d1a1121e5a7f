import { setTimeout as pause } from 'node:timers/promises';
import type { Json, JsonObject } from '../../../kernel/json';
import { ProblemError } from '../../../kernel/problem';
import type { TargetSettings } from '../../../model/targets';
import {
  certificateOf,
  closeClient,
  restClient,
  statusOf,
  type HttpAnswer,
  type HttpClient,
} from '../../../wire/https';
import { proxyOf } from '../../../engine/rest/proxy';
import { boundsOf } from '../../../wire/rest-bounds';
import { soundPath } from '../../../wire/rest-path';
import type { Ports } from '../../../contract/session';
import { baseOf, enter, proofOf } from './bearer';
import { domainId, logIn, type Account } from './login';
import { RequestQueue } from './queue';
import { mostAttempts, pauseBetween } from './refusals';
import { share, type Shared } from './shared';
import type { Token, Tokens } from './tokens';
import { describe, isLater, serviceOf, warningsIn } from './wording';

/** Requests to one domain of one FMC: one token, at most ten reads and one write at a time, inside the request rate. */
export interface FmcClient {
  /** Every page of a collection, expanded. */
  list(path: string, params?: Readonly<Record<string, string>>): Promise<readonly JsonObject[]>;
  get(path: string): Promise<JsonObject>;
  /** What it says of itself, for example `7.4.1`; undefined where it does not say. */
  serverVersion(): Promise<string | undefined>;
  /** Not retried where the request may have taken effect: see `mayHaveTakenEffect`. */
  write(method: 'POST' | 'PUT' | 'DELETE', path: string, body?: Json | FormData): Promise<JsonObject>;
  /** What tells the FMC and the domain from others. */
  shown(): { readonly certificate: string | undefined; readonly domain: string };
  /** Who we are there. */
  readonly username: string;
  /** Nothing is taken from another answer than its own. */
  readonly cautious: boolean;
  /** Requests sent so far, and how many more it would have been by one for each object. */
  counted(): { readonly requests: number; readonly saved: number };
  saved(requests: number): void;
  /** Waits for what comes and goes. */
  later(): Promise<void>;
  close(): Promise<void>;
}

/** What is asked of an FMC to read it: also by what stands in for one. */
export type Reader = Pick<FmcClient, 'list' | 'get' | 'cautious' | 'saved' | 'later'>;

/** A GET that is not a JSON object was cut short on its way, and nothing may be planned on it. */
const bodyOf = (answer: HttpAnswer, method: string): JsonObject => {
  const body: unknown = answer.data;
  const isObject = typeof body === 'object' && body !== null;
  if (isObject && (method !== 'GET' || !Array.isArray(body))) return body as JsonObject;
  if (method === 'GET') throw new Error('the answer is not a JSON object: nothing is planned on it');
  return {};
};

/** How many requests this target has sent, retries and logins too. */
interface Meter {
  requests: number;
}

const httpOf = ({ target, settings, proxy }: Account, shared: Shared, meter: Meter): HttpClient =>
  restClient(serviceOf(target, settings, proxy), {
    base: baseOf(settings.host),
    sockets: 11,
    headers: { accept: 'application/json', 'content-type': 'application/json' },
    isLater,
    turn: async () => {
      await shared.budget.turn();
      meter.requests += 1;
    },
    /** Once more than others: after 80 seconds at most, a minute has passed. */
    busyRetries: 4,
  });

/** What a login gave to this target. */
interface Entry {
  readonly tokens: Tokens;
  /** UUID of the declared domain. */
  readonly domain: string;
}

class HttpFmcClient implements FmcClient {
  private readonly queue: RequestQueue;
  private saving = 0;

  constructor(
    private readonly http: HttpClient,
    private readonly account: Account,
    private readonly shared: Shared,
    private readonly entry: Entry,
    private readonly meter: Meter,
  ) {
    const { settings } = account;
    this.queue = new RequestQueue((...request) => this.request(...request), {
      statusOf,
      retrySeconds: settings.retrySeconds,
      lanes: shared.lanes,
      listBytes: boundsOf(settings).listBytes,
    });
  }

  get username(): string {
    return this.account.username;
  }

  get cautious(): boolean {
    return this.account.settings.cautious;
  }

  list(path: string, params?: Readonly<Record<string, string>>): Promise<readonly JsonObject[]> {
    return this.queue.list(path, params);
  }

  get(path: string): Promise<JsonObject> {
    return this.queue.get(path);
  }

  write(method: 'POST' | 'PUT' | 'DELETE', path: string, body?: Json | FormData): Promise<JsonObject> {
    return this.queue.write(method, path, body);
  }

  async serverVersion(): Promise<string | undefined> {
    const answer = await this.get('/fmc_platform/v1/info/serverversion');
    const [first] = (answer['items'] ?? []) as readonly JsonObject[];
    return /^[\d.]+/.exec(String(first?.['serverVersion'] ?? ''))?.[0];
  }

  shown() {
    return { certificate: certificateOf(this.http), domain: this.entry.domain };
  }

  counted() {
    return { requests: this.meter.requests, saved: this.saving };
  }

  saved(requests: number): void {
    this.saving += requests;
  }

  later(): Promise<void> {
    return pause(this.account.settings.retrySeconds * 2500);
  }

  async close(): Promise<void> {
    closeClient(this.http);
    await this.shared.leave();
  }

  /** One request with a token that is renewed when the FMC refuses it. */
  private async request(method: string, path: string, params?: object, body?: Json | FormData): Promise<JsonObject> {
    const { tokens } = this.entry;
    for (let attempt = 1; ; attempt++) {
      const held = await tokens.current();
      try {
        return bodyOf(await this.send(method, path, params, body, held), method);
      } catch (error) {
        if (statusOf(error) !== 401) throw error;
        if (attempt === mostAttempts) throw tokens.refused?.() ?? error;
        tokens.renew(held);
        await pauseBetween(this.account.settings, attempt);
      }
    }
  }

  /** Changes of the configuration are written under a ticket; deployments are none. */
  private ticketFor(method: string, path: string): { readonly 'ticket-id'?: string } {
    const { changeTicket } = this.account.settings;
    return changeTicket === undefined || method === 'GET' || path.startsWith('deployment/')
      ? {}
      : { 'ticket-id': changeTicket };
  }

  private async send(
    method: string,
    path: string,
    params: object | undefined,
    body: Json | FormData | undefined,
    held: Token,
  ): Promise<HttpAnswer> {
    const base = `/fmc_config/v1/domain/${this.entry.domain}`;
    const form = body instanceof FormData ? { 'content-type': 'multipart/form-data' } : {};
    const ticket = this.ticketFor(method, path);
    const answer = await this.http.request({
      method,
      url: soundPath(path.startsWith('/') ? path : `${base}/${path}`),
      params,
      data: body,
      headers: { ...proofOf(this.account, held), ...form, ...ticket },
    });
    const words = warningsIn(answer.data).length > 0 ? undefined : describe(answer.data);
    if (words !== undefined) throw new Error(words);
    return answer;
  }
}

const accountOf = async (target: string, settings: TargetSettings<'fmc'>, ports: Ports): Promise<Account> => {
  const username = await ports.value(settings.login.username);
  const { password: secret, token } = settings.login;
  const password = secret === undefined ? '' : await ports.value(secret);
  const proxy = await proxyOf(settings.proxy, ports.value);
  const account = { target, settings, username, password, proxy };
  return token === undefined ? account : { ...account, token: await ports.value(token) };
};

/** Logs in, with a clear word on trust, reach and credentials. */
export const openClient = async (target: string, settings: TargetSettings<'fmc'>, ports: Ports): Promise<FmcClient> => {
  const account = await accountOf(target, settings, ports);
  const { proxy, username, password, token } = account;
  const shared = share(settings, JSON.stringify([proxy, username, password, token]), ports);
  const meter: Meter = { requests: 0 };
  const http = httpOf(account, shared, meter);
  try {
    const { tokens, domains } = await shared.login(() =>
      account.token === undefined ? logIn(http, account) : enter(http, account, account.token),
    );
    const domain = domainId(domains, settings, target);
    return new HttpFmcClient(http, account, shared, { tokens, domain }, meter);
  } catch (error) {
    await shared.leave();
    if (!(error instanceof ProblemError)) throw error;
    throw new ProblemError(error.problems.map((one) => ({ ...one, path: target })));
  }
};
