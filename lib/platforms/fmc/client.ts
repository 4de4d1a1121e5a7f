import type { AxiosError, AxiosResponse } from 'axios';
import Bottleneck from 'bottleneck';
import type { Json, JsonObject } from '../../kernel/json';
import { fail, problem, ProblemError, type Problem } from '../../kernel/problem';
import type { TargetSettings } from '../../model/targets';
import {
  closeClient,
  distrusted,
  isTrust,
  restClient,
  restWording,
  statusOf,
  type RestService,
} from '../../wire/https';
import type { Ports } from '../platform';

type Settings = TargetSettings<'fmc'>;

/** Requests to one domain of one FMC: one token, at most ten reads and one write at a time, inside the request rate. */
export interface FmcClient {
  /** Every page of a collection, expanded. */
  list(path: string, params?: Readonly<Record<string, string>>): Promise<readonly JsonObject[]>;
  get(path: string): Promise<JsonObject>;
  /** What it says of itself, for example `7.4.1`; undefined where it does not say. */
  serverVersion(): Promise<string | undefined>;
  /** Not retried where the request may have taken effect: see `mayHaveTakenEffect`. */
  write(method: 'POST' | 'PUT' | 'DELETE', path: string, body?: Json): Promise<JsonObject>;
  close(): void;
}

const transientText = /please try again|retry the operation after sometime/i;

const describe = (body: unknown): string | undefined => {
  const messages = (body as { error?: { messages?: readonly { description?: string }[] } } | undefined)?.error
    ?.messages;
  const text = messages
    ?.map((m) => m.description)
    .filter(Boolean)
    .join(' ');
  return text === '' ? undefined : text;
};

export const isDuplicate = (error: unknown): boolean =>
  statusOf(error) === 400 && /duplicate name/i.test(describe((error as AxiosError).response?.data) ?? '');

const isLater = ({ response }: AxiosError): boolean =>
  response?.status === 400 && transientText.test(describe(response.data) ?? '');

const service = (target: string, settings: Settings): RestService => ({
  target,
  code: 'fmc',
  title: 'the FMC',
  settings,
  describe,
});

/** What went wrong in the user's terms; the FMC's own words where it said some. */
export const wording = (error: unknown, target: string, settings: Settings, doing: string): Problem =>
  restWording(error, service(target, settings), doing);

/** 300 requests a minute from 7.4.1, 120 before. */
export const requestsPerMinute = (version: string): number => {
  const [major = 0, minor = 0, patch = 0] = version.split('.').map(Number);
  return major > 7 || (major === 7 && (minor > 4 || (minor === 4 && patch >= 1))) ? 300 : 120;
};

interface Tokens {
  readonly access: string;
  readonly refresh: string;
  readonly refreshed: number;
}

const tokensFrom = (response: AxiosResponse, refreshed: number): Tokens => ({
  access: String(response.headers['x-auth-access-token'] ?? ''),
  refresh: String(response.headers['x-auth-refresh-token'] ?? ''),
  refreshed,
});

const domainId = (response: AxiosResponse, settings: Settings, target: string): string => {
  const domains = JSON.parse(String(response.headers['domains'] ?? '[]')) as readonly { name: string; uuid: string }[];
  const found = domains.find((d) => d.name.toLowerCase() === settings.domain.toLowerCase());
  if (found) return found.uuid;
  return fail(
    'fmc.domain',
    target,
    `the FMC has no domain ${settings.domain}`,
    `it has: ${domains.map((d) => d.name).join(', ') || 'none for this user'}`,
  );
};

/** Logs in, with a clear word on trust, reach and credentials. */
export const openClient = async (target: string, settings: Settings, ports: Ports): Promise<FmcClient> => {
  const instance = restClient(service(target, settings), {
    base: '/api',
    sockets: 11,
    headers: { accept: 'application/json', 'content-type': 'application/json' },
    isLater,
  });
  const username = await ports.value(settings.login.username);
  const password = settings.login.password === undefined ? '' : await ports.value(settings.login.password);

  const login = async (): Promise<AxiosResponse> => {
    try {
      return await instance.post('/fmc_platform/v1/auth/generatetoken', undefined, { auth: { username, password } });
    } catch (error) {
      if (isTrust(error)) throw new ProblemError([await distrusted(error, service(target, settings))]);
      if (statusOf(error) === 401)
        throw new ProblemError([
          problem(
            'fmc.login',
            target,
            `the FMC refuses the login of ${username}`,
            'check the user name and the secret that login refers to; use an account of its own for the API, since a second login of the same account ends the first',
          ),
        ]);
      throw new ProblemError([wording(error, target, settings, 'log in')]);
    }
  };

  const first = await login();
  const base = `/fmc_config/v1/domain/${domainId(first, settings, target)}`;
  let tokens = Promise.resolve(tokensFrom(first, 0));

  /** One renewal at a time, whoever asks; three refreshes, then a new login. */
  const renew = (stale: Tokens): void => {
    const current = tokens;
    tokens = current.then(async (now) => {
      if (now.access !== stale.access) return now;
      if (now.refreshed < 3) {
        const headers = { 'x-auth-access-token': now.access, 'x-auth-refresh-token': now.refresh };
        const answer = await instance
          .post('/fmc_platform/v1/auth/refreshtoken', undefined, { headers })
          .catch(() => undefined);
        if (answer) return tokensFrom(answer, now.refreshed + 1);
      }
      return tokensFrom(await login(), 0);
    });
  };

  const request = async (method: string, path: string, params?: object, body?: Json): Promise<JsonObject> => {
    for (let attempt = 0; ; attempt++) {
      const held = await tokens;
      try {
        const answer = await instance.request({
          method,
          url: path.startsWith('/') ? path : `${base}/${path}`,
          params,
          data: body,
          headers: { 'x-auth-access-token': held.access },
        });
        const words = describe(answer.data);
        if (words !== undefined) throw new Error(words);
        return bodyOf(answer, method);
      } catch (error) {
        if (statusOf(error) !== 401 || attempt === 2) throw error;
        renew(held);
      }
    }
  };

  const rate = requestsPerMinute(settings.version);
  const minute = new Bottleneck({ reservoir: rate, reservoirRefreshAmount: rate, reservoirRefreshInterval: 60_000 });
  const reads = new Bottleneck({ maxConcurrent: 10 }).chain(minute);
  const writes = new Bottleneck({ maxConcurrent: 1 }).chain(minute);
  const page = (path: string, params: object, offset: number) =>
    reads.schedule(() => request('GET', path, { ...params, expanded: true, limit: 1000, offset }));

  const list = async (path: string, params = {}): Promise<readonly JsonObject[]> => {
    const items: JsonObject[] = [];
    for (;;) {
      const answer = await page(path, params, items.length);
      const found = (answer['items'] ?? []) as readonly JsonObject[];
      items.push(...found);
      const count = Number((answer['paging'] as JsonObject | undefined)?.['count'] ?? items.length);
      if (found.length === 0 || items.length >= count) return items;
    }
  };

  const serverVersion = async (): Promise<string | undefined> => {
    const answer = await reads.schedule(() => request('GET', '/fmc_platform/v1/info/serverversion'));
    const [first] = (answer['items'] ?? []) as readonly JsonObject[];
    return /^[\d.]+/.exec(String(first?.['serverVersion'] ?? ''))?.[0];
  };

  return {
    list,
    get: (path) => reads.schedule(() => request('GET', path)),
    serverVersion,
    write: (method, path, body) => writes.schedule(() => request(method, path, undefined, body)),
    close: () => closeClient(instance),
  };
};

/** A GET that is no JSON object was cut short on its way, and nothing may be planned on it. */
const bodyOf = (answer: AxiosResponse, method: string): JsonObject => {
  if (typeof answer.data === 'object' && answer.data !== null) return answer.data as JsonObject;
  if (method === 'GET') throw new Error('the answer is no JSON: it was cut short');
  return {};
};
