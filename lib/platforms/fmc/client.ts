import type { AxiosError, AxiosResponse } from 'axios';
import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import { quotedText } from '../../kernel/limits';
import type { Json, JsonObject } from '../../kernel/json';
import { fail, problem, ProblemError, type Problem } from '../../kernel/problem';
import type { TargetSettings } from '../../model/targets';
import {
  certificateOf,
  closeClient,
  distrusted,
  isTrust,
  restClient,
  restWording,
  statusOf,
  type RestService,
} from '../../wire/https';
import { boundsOf } from '../../wire/rest-bounds';
import { isUuid, soundPath } from '../../wire/rest-path';
import type { Ports } from '../../contract/session';
import { requestsPerMinute } from './budget';
import { makeQueue } from './queue';
import { share, type Login } from './shared';
import { holdTokens, type Token } from './tokens';

type Settings = TargetSettings<'fmc'>;

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
  /** Requests sent so far, and how many more it would have been by one for each object. */
  readonly counted: () => { readonly requests: number; readonly saved: number };
  saved(requests: number): void;
  /** Waits for what comes and goes. */
  later(): Promise<void>;
  close(): void;
}

const transientText = /please try again|retry the operation after sometime/i;

const describe = (body: unknown): string | undefined => {
  const messages = (body as { error?: { messages?: readonly { description?: string }[] } } | undefined)?.error
    ?.messages;
  if (!Array.isArray(messages)) return undefined;
  const text = (messages as readonly { description?: unknown }[])
    .map((one) => one?.description)
    .filter((words) => typeof words === 'string' && words !== '')
    .join(' ');
  return text === '' ? undefined : quotedText(text);
};

/** What the FMC says about a refusal. */
export const wordsOf = (error: unknown): string | undefined =>
  statusOf(error) === undefined ? undefined : describe((error as AxiosError).response?.data);
export const isDuplicate = (error: unknown): boolean =>
  statusOf(error) === 400 && /duplicate name/i.test(wordsOf(error) ?? '');

/** Which entry of a bulk request was refused. */
export const failedEntry = (error: unknown): number | undefined => {
  const [message] =
    (error as AxiosError<{ error?: { messages?: readonly { bulkPayloadIndex?: string }[] } }>).response?.data?.error
      ?.messages ?? [];
  return message?.bulkPayloadIndex === undefined ? undefined : Number(message.bulkPayloadIndex);
};

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

const tokenFrom = (response: AxiosResponse, refreshed: number): Token => ({
  access: String(response.headers['x-auth-access-token'] ?? ''),
  refresh: String(response.headers['x-auth-refresh-token'] ?? ''),
  refreshed,
  since: Date.now(),
});

/** The domains of the account, from the header of a login. Their ids become part of every path. */
const domainsIn = (response: AxiosResponse): Login['domains'] => {
  if (tokenFrom(response, 0).access === '')
    throw new Error('the answer holds no token: nothing is asked there. Check that host and port are those of the FMC');
  const shape = z.array(z.object({ name: z.string(), uuid: z.string().refine(isUuid) }));
  try {
    return shape.parse(JSON.parse(String(response.headers['domains'] ?? '[]')));
  } catch {
    throw new Error('the answer does not name domains with their UUIDs: nothing is asked there');
  }
};

const domainId = (domains: Login['domains'], settings: Settings, target: string): string => {
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
  const username = await ports.value(settings.login.username);
  const password = settings.login.password === undefined ? '' : await ports.value(settings.login.password);
  const shared = share(
    JSON.stringify([settings.host, settings.port, username, password]),
    settings.requestsPerMinute ?? requestsPerMinute(settings.version),
  );
  let used = 0;
  const turn = async (): Promise<void> => {
    await shared.budget.turn();
    used += 1;
  };
  const instance = restClient(service(target, settings), {
    base: '/api',
    sockets: 11,
    headers: { accept: 'application/json', 'content-type': 'application/json' },
    isLater,
    turn,
    /** Once more than others: after 80 seconds at most, a minute has passed. */
    busyRetries: 4,
  });

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

  const domainsOf = (response: AxiosResponse): Login['domains'] => {
    try {
      return domainsIn(response);
    } catch (error) {
      throw new ProblemError([wording(error, target, settings, 'log in')]);
    }
  };
  const begin = async (): Promise<Login> => {
    const first = await login();
    const domains = domainsOf(first);
    const tokens = holdTokens(tokenFrom(first, 0), {
      login: async () => tokenFrom(await login(), 0),
      refresh: (held) =>
        instance
          .post('/fmc_platform/v1/auth/refreshtoken', undefined, {
            headers: { 'x-auth-access-token': held.access, 'x-auth-refresh-token': held.refresh },
          })
          .then(
            (answer) => tokenFrom(answer, held.refreshed + 1),
            (error: unknown) => (statusOf(error) === 401 ? 'refused' : 'lost'),
          ),
      taken: () =>
        new ProblemError([
          problem(
            'fmc.session',
            target,
            `another login of ${username} has ended this session: the FMC has one for each account`,
            'give Tunnelwright an account of its own, then run again; it finishes what is left',
          ),
        ]),
    });
    return { tokens, domains };
  };
  const { tokens, base, domain } = await shared
    .login(begin)
    .then((given) => ({
      tokens: given.tokens,
      domain: domainId(given.domains, settings, target),
      base: `/fmc_config/v1/domain/${domainId(given.domains, settings, target)}`,
    }))
    .catch((error: unknown) => {
      shared.leave();
      throw error instanceof ProblemError
        ? new ProblemError(error.problems.map((one) => ({ ...one, path: target })))
        : error;
    });

  /** One request with a token that is renewed when the FMC refuses it. */
  const request = async (
    method: string,
    path: string,
    params?: object,
    body?: Json | FormData,
  ): Promise<JsonObject> => {
    for (let attempt = 0; ; attempt++) {
      const held = await tokens.current();
      try {
        const answer = await instance.request({
          method,
          url: soundPath(path.startsWith('/') ? path : `${base}/${path}`),
          params,
          data: body,
          headers: {
            'x-auth-access-token': held.access,
            ...(body instanceof FormData ? { 'content-type': 'multipart/form-data' } : {}),
          },
        });
        const words = describe(answer.data);
        if (words !== undefined) throw new Error(words);
        return bodyOf(answer, method);
      } catch (error) {
        if (statusOf(error) !== 401 || attempt === 2) throw error;
        tokens.renew(held);
      }
    }
  };

  let saved = 0;
  const { listBytes } = boundsOf(settings);
  const { get, list, write } = makeQueue(request, statusOf, settings.retrySeconds, shared.lanes, listBytes);
  const serverVersion = async (): Promise<string | undefined> => {
    const answer = await get('/fmc_platform/v1/info/serverversion');
    const [first] = (answer['items'] ?? []) as readonly JsonObject[];
    return /^[\d.]+/.exec(String(first?.['serverVersion'] ?? ''))?.[0];
  };

  return {
    list,
    get,
    serverVersion,
    shown: () => ({ certificate: certificateOf(instance), domain }),
    write,
    username,
    counted: () => ({ requests: used, saved }),
    saved: (requests) => void (saved += requests),
    later: () => pause(settings.retrySeconds * 2500),
    close: () => {
      shared.leave();
      closeClient(instance);
    },
  };
};

/** A GET that is not a JSON object was cut short on its way, and nothing may be planned on it. */
const bodyOf = (answer: AxiosResponse, method: string): JsonObject => {
  const body: unknown = answer.data;
  const isObject = typeof body === 'object' && body !== null;
  if (isObject && (method !== 'GET' || !Array.isArray(body))) return body as JsonObject;
  if (method === 'GET') throw new Error('the answer is not a JSON object: nothing is planned on it');
  return {};
};
