import limitTo, { type Limit } from 'p-limit';
import type { RestStep } from '../../desired/rest/dialect';
import type { RestObject } from '../../desired/rest/object';
import type { JsonObject } from '../../kernel/json';
import { quotedText } from '../../kernel/limits';
import { problem, ProblemError } from '../../kernel/problem';
import type { TargetSettings } from '../../model/targets';
import {
  certificateOf,
  closeClient,
  distrusted,
  insecureWarning,
  isTrust,
  restClient,
  statusOf,
  type HttpClient,
  type RestService,
} from '../../wire/https';
import { identityAt, mark } from '../../contract/identity';
import { isUuid, soundPath } from '../../wire/rest-path';
import type { Ports, Session } from '../../contract/session';
import { collected } from '../../engine/rest/inventory/walk';
import type { Listed, RestPort } from '../../engine/rest/port';
import { proxyOf } from '../../engine/rest/proxy';
import { RestSession } from '../../engine/rest/session';
import { isOpenApi, pathOf, wrapped } from './ers';
import { listedErs, storedErs } from './ers-lists';
import { foundIn, nameIn } from './found';
import { book } from './inventory';
import { listedPolicy, madeId, storedPolicy } from './open-api';
import { collectionOf, grammarFor } from './normalize';

type Target = { readonly id: string; readonly settings: TargetSettings<'ise'> };

/** ISE says what is wrong in the titles of its messages; some versions give only a code. */
const describe = (body: unknown): string | undefined => {
  const messages = (body as { ERSResponse?: { messages?: readonly { title?: string; code?: string }[] } } | undefined)
    ?.ERSResponse?.messages;
  if (!Array.isArray(messages)) return undefined;
  const text = (messages as readonly { title?: unknown; code?: unknown }[])
    .map((one) => String(one?.title ?? one?.code ?? ''))
    .join(' ');
  return text === '' ? undefined : quotedText(text);
};

/** ERS, and the OpenAPI, which is not at the port that ERS has to itself. */
interface Clients {
  readonly ers: HttpClient;
  readonly openApi: HttpClient;
}
const [ersPort, apiPort] = [9060, 443];
const clientFor = ({ ers, openApi }: Clients, path: string): HttpClient => (isOpenApi(path) ? openApi : ers);

/** A list that some version does not have is empty. */
const ifThere = <T>(listed: Promise<readonly T[]>): Promise<readonly T[]> =>
  listed.catch((error: unknown) => {
    if (statusOf(error) === 404) return [];
    throw error;
  });

/** A list of ERS names its objects only; each that is wanted is read by its id. `mayLack`: there may be no such list. */
const reading =
  (clients: Clients, slots: Limit) =>
  async (
    collection: string,
    isWanted: (listed: Listed) => boolean,
    mayLack = false,
  ): Promise<readonly JsonObject[]> => {
    const instance = clientFor(clients, collection);
    const list = <T>(ask: () => Promise<readonly T[]>) => (mayLack ? ifThere(slots(ask)) : slots(ask));
    if (isOpenApi(collection)) return list(() => listedPolicy(instance, collection));
    const listed = await list(() => listedErs(instance, collection));
    return Promise.all(
      listed.filter(isWanted).map(({ id }) => slots(() => storedErs(instance, `${pathOf(collection)}/${id}`))),
    );
  };

/** Where ERS checks for forged requests, each that writes carries the token of the first answer, and its session. */
const csrf = 'x-csrf-token';
const keepToken = (instance: HttpClient, headers: Readonly<Record<string, unknown>>): void => {
  const { [csrf]: token, 'set-cookie': cookies = [] } = headers;
  if (typeof token !== 'string' || /^(fetch|required)$/i.test(token)) return;
  const session = (cookies as readonly string[]).map((cookie) => cookie.split(';')[0]!);
  instance.defaults.headers.common[csrf] = token;
  if (session.length > 0) instance.defaults.headers.common['cookie'] = session.join('; ');
};

const login = async (service: RestService, instance: HttpClient, username: string): Promise<void> => {
  try {
    const { headers } = await instance.get<unknown>(pathOf('networkdevice'), {
      params: { size: 1, page: 1 },
      headers: { [csrf]: 'fetch' },
    });
    keepToken(instance, headers);
  } catch (error) {
    if (isTrust(error)) throw new ProblemError([await distrusted(error, service)]);
    const status = statusOf(error);
    if (status === 401 || status === 403)
      throw new ProblemError([
        problem(
          'ise.login',
          service.target,
          `ISE refuses the login of ${username}`,
          'check the user name and the secret that login refers to; the account needs the group ERS Admin, and ERS must be on (Administration > Settings > API Settings)',
        ),
      ]);
    throw error;
  }
};

/** The service, with requests that carry the login. */
const open = async ({ id, settings }: Target, ports: Ports) => {
  const proxy = await proxyOf(settings.proxy, ports.value);
  const service: RestService = { target: id, code: 'ise', title: 'ISE', settings, proxy, describe };
  const username = await ports.value(settings.login.username);
  const password = settings.login.password === undefined ? '' : await ports.value(settings.login.password);
  const client = (at: RestService): HttpClient => {
    const headers = { accept: 'application/json', 'content-type': 'application/json' };
    const instance = restClient(at, { base: '', sockets: 6, headers });
    instance.defaults.auth = { username, password };
    return instance;
  };
  const ers = client(service);
  const openApi = settings.port === ersPort ? client({ ...service, settings: { ...settings, port: apiPort } }) : ers;
  return { service, clients: { ers, openApi } satisfies Clients, username };
};

const reads = (bodiesOf: ReturnType<typeof reading>): Pick<RestPort, 'read' | 'answers'> => ({
  read: async (collection, isWanted, key) => {
    // A group of network devices is listed by its path, too.
    const listed = await bodiesOf(collection, ({ id, name }) => isWanted({ id, name: nameIn(collection, name) }));
    return listed.map((body) => foundIn(collection, key, body)).filter(isWanted);
  },
  answers: () => collected(book, (collection) => bodiesOf(collection, () => true, true)),
});

const portOf = (service: RestService, clients: Clients, settings: Target['settings']): RestPort => ({
  service,
  ...reads(reading(clients, limitTo(5))),
  create: async (path, step, body) => {
    const { headers, data } = await clientFor(clients, path).post<unknown>(
      soundPath(pathOf(path)),
      wrapped(step, body),
    );
    const id = isOpenApi(path) ? madeId(data) : String(headers['location']).split('/').pop();
    if (isUuid(id)) return id;
    throw new Error('the answer to the creation names no UUID: run again, it is looked for by its name');
  },
  write: async (path, step, body) => {
    const at = soundPath(pathOf(path));
    const instance = clientFor(clients, path);
    if (step.method === 'DELETE') await instance.delete(at);
    else if (isOpenApi(path))
      await instance.put(at, wrapped(step, { ...(await storedPolicy(instance, at)), ...body! }));
    // What is not sent stays as it is stored: nothing that others set on the object is sent back, masked or not.
    else await instance.put(at, wrapped(step, body!));
  },
  collectionOf,
  grammarOf: grammarFor,
  warnings: insecureWarning(settings),
  identity: () => identityAt(settings, mark('TLS certificate', 'certificate', certificateOf(clients.ers))),
  close: () => {
    closeClient(clients.ers);
    closeClient(clients.openApi);
  },
});

export const connect = async (target: Target, ports: Ports): Promise<Session<RestObject, RestStep>> => {
  const { service, clients, username } = await open(target, ports);
  const session = new RestSession(portOf(service, clients, target.settings), ports);
  try {
    await session.guarded('log in', () => login(service, clients.ers, username));
  } catch (error) {
    await session.close();
    throw error;
  }
  return session;
};
