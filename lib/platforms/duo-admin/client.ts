import limitTo from 'p-limit';
import type { Json, JsonObject } from '../../kernel/json';
import { limits, quotedText } from '../../kernel/limits';
import { problem, ProblemError } from '../../kernel/problem';
import type { TargetSettings } from '../../model/targets';
import { proxyOf } from '../../engine/rest/proxy';
import {
  closeClient,
  distrusted,
  isTrust,
  restClient,
  statusOf,
  type HttpClient,
  type HttpError,
  type RestService,
} from '../../wire/https';
import { soundPath } from '../../wire/rest-path';
import type { Ports } from '../../contract/session';
import { authorization, formOf } from './sign';

/** Requests to one account, signed. */
export interface DuoClient {
  readonly service: RestService;
  list(path: string): Promise<readonly JsonObject[]>;
  get(path: string): Promise<JsonObject>;
  post(path: string, body: JsonObject): Promise<JsonObject>;
  /** The same where a list of texts is answered. */
  postForTexts(path: string, body: JsonObject): Promise<readonly string[]>;
  put(path: string, body: JsonObject): Promise<void>;
  delete(path: string): Promise<void>;
  close(): void;
}

interface Answer {
  readonly stat: string;
  readonly response: Json;
  readonly metadata?: { readonly next_offset?: unknown; readonly total_objects?: unknown };
}

const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isList = (value: unknown): value is readonly JsonObject[] => Array.isArray(value) && value.every(isObject);

/** `Invalid request parameters: realname`, and the number by which Duo's documentation knows it. */
const describe = (body: unknown): string | undefined => {
  const { message, message_detail: detail, code } = (body ?? {}) as Readonly<Record<string, string | number>>;
  if (message === undefined) return undefined;
  return quotedText(`${message}${detail ? `: ${detail}` : ''}${code ? ` (${code})` : ''}`);
};

/** Lists give at most 100 in a page where nothing else is said; all of them take that. */
const pageSize = 100;
/** A form has texts only. */
const asForm = (body: JsonObject): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(body).map(([name, value]) => [name, String(value)]));
/** Version 1 of the interface takes forms, later ones JSON. */
const isForm = (path: string): boolean => path.startsWith('/admin/v1/');

interface Request {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly path: string;
  readonly params?: Readonly<Record<string, string>>;
  readonly body?: JsonObject;
}

/** Duo's own message for the account's owner. */
const loginProblem = (service: RestService, error: HttpError): ProblemError =>
  new ProblemError([
    problem(
      'duo.login',
      service.target,
      `Duo refuses the signed request: ${describe(error.response?.data) ?? statusOf(error)}`,
      'check the integration key and secret key of the Admin API application, its rights (applications and resources: read, write), and the clock of this machine',
    ),
  ]);

interface Keys {
  readonly integration: string;
  readonly secret: string;
}

/** Signs each request. One that is sent again is signed again: its date is part of what is signed. */
const signAll = (http: HttpClient, host: string, keys: Keys): void => {
  http.interceptors.request.use((config) => {
    const { method = 'get', url = '' } = config;
    const sent: unknown = config.data;
    const body = typeof sent === 'string' ? sent : undefined;
    const form = isForm(url);
    const query = (config.params ?? {}) as Readonly<Record<string, string>>;
    const params = form && body !== undefined ? Object.fromEntries(new URLSearchParams(body)) : query;
    const date = new Date().toUTCString();
    const json = form || body === undefined ? {} : { json: body };
    const request = { method, host, path: url, params, date, ...json };
    config.headers.set('Date', date);
    config.headers.set('Authorization', authorization(keys.integration, keys.secret, request, form ? 2 : 5));
    return config;
  });
};

const notWhole = (path: string, why: string): Error =>
  new Error(`the answer to ${path} is not a whole list: ${why}. Nothing is planned on it`);

class HttpDuoClient implements DuoClient {
  private readonly slots = limitTo(2);

  constructor(
    readonly service: RestService,
    private readonly http: HttpClient,
  ) {}

  async list(path: string): Promise<readonly JsonObject[]> {
    const all: JsonObject[] = [];
    let offset = 0;
    for (let page = 1; page <= limits.pages; page++) {
      const params = { limit: String(pageSize), offset: String(offset) };
      const { response, metadata }: Answer = await this.request({ method: 'GET', path, params });
      if (!isList(response)) throw notWhole(path, 'response is not an array of objects');
      all.push(...response);
      const { next_offset: next, total_objects: total } = metadata ?? {};
      if (next === undefined || next === null) {
        if (total === undefined || total === all.length) return all;
        throw notWhole(path, `Duo says that there are ${String(total)} objects and lists ${all.length}`);
      }
      if (typeof next !== 'number' || next <= offset || response.length === 0)
        throw notWhole(path, 'its pages do not end (next_offset)');
      offset = next;
    }
    throw notWhole(path, `it has more than ${limits.pages} pages`);
  }

  async get(path: string): Promise<JsonObject> {
    const { response } = await this.request({ method: 'GET', path });
    if (isObject(response)) return response;
    throw new Error(`the answer to ${path} is not an object: nothing is planned on it`);
  }

  /** Where something is added to another object, the answer is an empty text. */
  async post(path: string, body: JsonObject): Promise<JsonObject> {
    const { response } = await this.request({ method: 'POST', path, body });
    return isObject(response) ? response : {};
  }

  async postForTexts(path: string, body: JsonObject): Promise<readonly string[]> {
    const { response } = await this.request({ method: 'POST', path, body });
    if (Array.isArray(response) && response.every((one) => typeof one === 'string')) return response;
    throw new Error(`the answer to ${path} is not a list of texts`);
  }

  async put(path: string, body: JsonObject): Promise<void> {
    await this.request({ method: 'PUT', path, body });
  }

  async delete(path: string): Promise<void> {
    await this.request({ method: 'DELETE', path });
  }

  close(): void {
    closeClient(this.http);
  }

  private request(request: Request): Promise<Answer> {
    return this.slots(async () => {
      try {
        return await this.send(request);
      } catch (error) {
        if (isTrust(error)) throw new ProblemError([await distrusted(error, this.service)]);
        const status = statusOf(error);
        if (status === 401 || status === 403) throw loginProblem(this.service, error as HttpError);
        throw error;
      }
    });
  }

  private async send({ method, path, params = {}, body }: Request): Promise<Answer> {
    const form = isForm(path);
    const data = body === undefined ? undefined : form ? formOf(asForm(body)) : JSON.stringify(body);
    const type = form ? 'application/x-www-form-urlencoded' : 'application/json';
    const answer = await this.http.request<Answer>({
      method,
      url: soundPath(path),
      params,
      paramsSerializer: { serialize: (given) => formOf(given as Record<string, string>) },
      ...(data === undefined ? {} : { data, headers: { 'content-type': type } }),
    });
    if (answer.data?.stat !== 'OK') throw new Error('the answer is not an answer of Duo: it was cut short');
    return answer.data;
  }
}

export const connected = async (
  { id, settings }: { readonly id: string; readonly settings: TargetSettings<'duo-admin'> },
  ports: Ports,
): Promise<DuoClient> => {
  const proxy = await proxyOf(settings.proxy, ports.value);
  const service: RestService = { target: id, code: 'duo', title: 'Duo', settings, proxy, describe };
  const http = restClient(service, { base: '', sockets: 4, headers: { accept: 'application/json' } });
  const { username, password } = settings.login;
  signAll(http, settings.host, {
    integration: await ports.value(username),
    secret: password === undefined ? '' : await ports.value(password),
  });
  return new HttpDuoClient(service, http);
};
