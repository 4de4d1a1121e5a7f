import limitTo, { type Limit } from 'p-limit';
import type { AxiosInstance } from 'axios';
import type { RestStep } from '../../desired/rest/dialect';
import type { RestObject } from '../../desired/rest/object';
import type { JsonObject } from '../../kernel/json';
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
  type RestService,
} from '../../wire/https';
import { identityAt, mark } from '../identity';
import type { Ports, Session } from '../platform';
import { restSession, type Found, type RestPort } from '../rest-session';
import { grammarFor } from './normalize';

type Target = { readonly id: string; readonly settings: TargetSettings<'ise'> };

export const base = '/ers/config';

/** `{"NetworkDevice": {…}}`: ERS names the type around every body. */
export const wrapped = (step: Pick<RestStep, 'kind'>, body: JsonObject): JsonObject => ({
  [String(grammarFor(step.kind)!.type)]: body,
});
const unwrapped = (body: JsonObject): JsonObject => Object.values(body)[0] as JsonObject;

/** ISE says what is wrong in the titles of its messages; some versions give only a code. */
const describe = (body: unknown): string | undefined => {
  const messages = (body as { ERSResponse?: { messages?: readonly { title?: string; code?: string }[] } } | undefined)
    ?.ERSResponse?.messages;
  const text = messages?.map((m) => m.title ?? m.code ?? '').join(' ');
  return text === '' ? undefined : text;
};

interface Page {
  readonly SearchResult: {
    readonly total: number;
    readonly resources?: readonly { readonly id: string; readonly name: string }[];
  };
}

/** ERS gives at most 100 in a page. */
const pageSize = 100;

/** Names and ids of a whole collection. */
const listAll = async (instance: AxiosInstance, collection: string) => {
  const all: { readonly id: string; readonly name: string }[] = [];
  for (let page = 1; ; page++) {
    const { data } = await instance.get<Page>(`/${collection}`, { params: { size: pageSize, page } });
    const found = data.SearchResult.resources ?? [];
    all.push(...found);
    if (found.length === 0 || all.length >= data.SearchResult.total) return all;
  }
};

/** A list names its objects only; each that is wanted is read by its id. */
const reading =
  (instance: AxiosInstance, slots: Limit): RestPort['read'] =>
  async (collection, names) => {
    const listed = await slots(() => listAll(instance, collection));
    return Promise.all(
      listed
        .filter(({ name }) => names.has(name))
        .map(async ({ id, name }): Promise<Found> => {
          const { data } = await slots(() => instance.get<JsonObject>(`/${collection}/${id}`));
          return { id, name, bodies: { '': unwrapped(data) } };
        }),
    );
  };

const login = async (service: RestService, instance: AxiosInstance, username: string): Promise<void> => {
  try {
    await instance.get('/networkdevice', { params: { size: 1, page: 1 } });
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

export const connect = async (target: Target, ports: Ports): Promise<Session<RestObject, RestStep>> => {
  const { settings } = target;
  const service: RestService = { target: target.id, code: 'ise', title: 'ISE', settings, describe };
  const instance = restClient(service, {
    base,
    sockets: 6,
    headers: { accept: 'application/json', 'content-type': 'application/json' },
  });
  const username = await ports.value(settings.login.username);
  const password = settings.login.password === undefined ? '' : await ports.value(settings.login.password);
  instance.defaults.auth = { username, password };
  const slots = limitTo(5);

  const session = restSession(
    {
      service,
      read: reading(instance, slots),
      create: async (path, step, body) => {
        const { headers } = await instance.post<unknown>(`/${path}`, wrapped(step, body));
        return String(headers['location']).split('/').pop()!;
      },
      write: async (path, step, body) => {
        // What is not sent stays as it is stored: nothing that others set on the object is sent back, masked or not.
        if (step.method === 'DELETE') await instance.delete(`/${path}`);
        else await instance.put(`/${path}`, wrapped(step, body!));
      },
      // ERS names each collection as the keys of the grammar do.
      collectionOf: (key) => key,
      grammarOf: grammarFor,
      warnings: insecureWarning(settings),
      identity: () => identityAt(settings, mark('TLS certificate', 'certificate', certificateOf(instance))),
      close: () => closeClient(instance),
    },
    ports,
  );
  try {
    await session.guarded('log in', () => login(service, instance, username));
  } catch (error) {
    await session.close();
    throw error;
  }
  return session;
};
