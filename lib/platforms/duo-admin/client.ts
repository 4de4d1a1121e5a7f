import limitTo from 'p-limit';
import type { AxiosError } from 'axios';
import type { Json, JsonObject } from '../../kernel/json';
import { problem, ProblemError } from '../../kernel/problem';
import type { TargetSettings } from '../../model/targets';
import { closeClient, distrusted, isTrust, restClient, statusOf, type RestService } from '../../wire/https';
import type { Ports } from '../platform';
import { authorization, formOf } from './sign';

/** Requests to one account, signed. */
export interface DuoClient {
  readonly service: RestService;
  list(path: string): Promise<readonly JsonObject[]>;
  get(path: string): Promise<JsonObject>;
  post(path: string, body: JsonObject): Promise<JsonObject>;
  delete(path: string): Promise<void>;
  close(): void;
}

interface Answer {
  readonly stat: string;
  readonly response: Json;
  readonly metadata?: { readonly next_offset?: number };
}

/** `Invalid request parameters: realname`, and the number by which Duo's documentation knows it. */
const describe = (body: unknown): string | undefined => {
  const { message, message_detail: detail, code } = (body ?? {}) as Readonly<Record<string, string | number>>;
  if (message === undefined) return undefined;
  return `${message}${detail ? `: ${detail}` : ''}${code ? ` (${code})` : ''}`;
};

/** Lists give at most 100 in a page where nothing else is said; all of them take that. */
const pageSize = 100;
/** A form has texts only. */
const asForm = (body: JsonObject): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(body).map(([name, value]) => [name, String(value)]));
/** Version 1 of the interface takes forms, later ones JSON. */
const isForm = (path: string): boolean => path.startsWith('/admin/v1/');

interface Request {
  readonly method: 'GET' | 'POST' | 'DELETE';
  readonly path: string;
  readonly params?: Readonly<Record<string, string>>;
  readonly body?: JsonObject;
}

/** Duo's own message for the account's owner. */
const loginProblem = (service: RestService, error: AxiosError): ProblemError =>
  new ProblemError([
    problem(
      'duo.login',
      service.target,
      `Duo refuses the signed request: ${describe(error.response?.data) ?? statusOf(error)}`,
      'check the integration key and secret key of the Admin API application, its rights (applications and resources: read, write), and the clock of this machine',
    ),
  ]);

export const connected = async (
  target: { readonly id: string; readonly settings: TargetSettings<'duo-admin'> },
  ports: Ports,
): Promise<DuoClient> => {
  const { settings } = target;
  const service: RestService = { target: target.id, code: 'duo', title: 'Duo', settings, describe };
  const instance = restClient(service, { base: '', sockets: 4, headers: { accept: 'application/json' } });
  const integrationKey = await ports.value(settings.login.username);
  const secretKey = settings.login.password === undefined ? '' : await ports.value(settings.login.password);
  const slots = limitTo(2);

  // A request that is sent again is signed again: its date is part of what is signed.
  instance.interceptors.request.use((config) => {
    const { method = 'get', url = '' } = config;
    const sent: unknown = config.data;
    const body = typeof sent === 'string' ? sent : undefined;
    const form = isForm(url);
    const query = (config.params ?? {}) as Readonly<Record<string, string>>;
    const params = form && body !== undefined ? Object.fromEntries(new URLSearchParams(body)) : query;
    const date = new Date().toUTCString();
    const json = form || body === undefined ? {} : { json: body };
    const request = { method, host: settings.host, path: url, params, date, ...json };
    config.headers.set('Date', date);
    config.headers.set('Authorization', authorization(integrationKey, secretKey, request, form ? 2 : 5));
    return config;
  });

  const request = ({ method, path, params = {}, body }: Request): Promise<Answer> =>
    slots(async () => {
      const form = isForm(path);
      const data = body === undefined ? undefined : form ? formOf(asForm(body)) : JSON.stringify(body);
      const type = form ? 'application/x-www-form-urlencoded' : 'application/json';
      try {
        const answer = await instance.request<Answer>({
          method,
          url: path,
          params,
          paramsSerializer: { serialize: (given) => formOf(given as Record<string, string>) },
          ...(data === undefined ? {} : { data, headers: { 'content-type': type } }),
        });
        if (answer.data?.stat !== 'OK') throw new Error('the answer is no answer of Duo: it was cut short');
        return answer.data;
      } catch (error) {
        if (isTrust(error)) throw new ProblemError([await distrusted(error, service)]);
        const status = statusOf(error);
        if (status === 401 || status === 403) throw loginProblem(service, error as AxiosError);
        throw error;
      }
    });

  const list = async (path: string): Promise<readonly JsonObject[]> => {
    const all: JsonObject[] = [];
    let offset: number | undefined = 0;
    while (offset !== undefined) {
      const answer: Answer = await request({
        method: 'GET',
        path,
        params: { limit: String(pageSize), offset: String(offset) },
      });
      all.push(...(answer.response as readonly JsonObject[]));
      offset = answer.metadata?.next_offset;
    }
    return all;
  };

  return {
    service,
    list,
    get: async (path) => (await request({ method: 'GET', path })).response as JsonObject,
    post: async (path, body) => (await request({ method: 'POST', path, body })).response as JsonObject,
    delete: async (path) => void (await request({ method: 'DELETE', path })),
    close: () => closeClient(instance),
  };
};
