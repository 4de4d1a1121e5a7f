import { fail, problem, ProblemError } from '../kernel/problem';
import { limits, quotedText } from '../kernel/limits';
import { proxyOf } from '../engine/rest/proxy';
import { readSecret } from '../run/secrets/read';
import {
  closeClient,
  distrusted,
  isTrust,
  restClient,
  restWording,
  statusOf,
  type HttpClient,
  type HttpError,
  type RestService,
} from '../wire/https';
import type { ReadRow } from './schema';
import { deviceRow, isRecord, type NetBoxRecord } from './netbox-device';
import type { NetBoxQuery } from './netbox-query';

/** Devices of one page: what NetBox gives at most where nothing else is configured (MAX_PAGE_SIZE) is 1000. */
const pageSize = 500;
const endpoints = { devices: 'dcim/devices', 'virtual-machines': 'virtualization/virtual-machines' } as const;

interface Page {
  readonly count: number;
  readonly next: string | null;
  readonly results: readonly NetBoxRecord[];
}

const describe = (body: unknown): string | undefined => {
  const detail = isRecord(body) ? (body['detail'] ?? body) : undefined;
  if (detail === undefined) return undefined;
  return quotedText(typeof detail === 'string' ? detail : JSON.stringify(detail));
};

const asUrl = (text: string): URL => {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  return url?.protocol === 'https:' && url.username === '' && url.password === ''
    ? url
    : fail(
        'netbox.url',
        'NetBox',
        `'${quotedText(text, 100)}' is not a URL of NetBox`,
        'write https://netbox.example.net',
      );
};

const serviceAt = async (url: URL, { trust = {}, proxy }: NetBoxQuery): Promise<RestService> => ({
  target: url.host,
  code: 'netbox',
  title: 'the NetBox',
  settings: {
    host: url.hostname,
    port: Number(url.port || 443),
    timeoutSeconds: 60,
    retrySeconds: 1,
    trust: {
      ...(trust.fingerprint === undefined ? {} : { fingerprint: trust.fingerprint }),
      ...(trust.file === undefined ? {} : { file: trust.file }),
      ...(trust.insecure === undefined ? {} : { insecure: trust.insecure }),
    },
  },
  proxy: await proxyOf(proxy, async (ref) => (typeof ref === 'string' ? ref : readSecret(ref, url.host))),
  describe,
});

/** From NetBox 4.5 tokens are `nbt_KEY.SECRET` and bearer tokens; those before have a scheme of NetBox's own. */
const authorization = (token: string): string => `${token.startsWith('nbt_') ? 'Bearer' : 'Token'} ${token}`;

/** What helps where a program reads a NetBox, which is no target with settings. */
const remedies: Readonly<Record<string, string>> = {
  'netbox.timeout': 'look at the NetBox and run again, or ask for fewer devices with a filter',
  'netbox.too-large': 'ask for fewer devices with a filter',
  'netbox.redirect': 'write the URL at which the NetBox answers itself',
  'netbox.answer': 'check that the URL is that of the NetBox, and that no proxy or login page is in front of it',
  'netbox.unreachable': 'check the URL, and the way there',
  'netbox.lost': 'run again',
  'netbox.proxy':
    "check the proxy (HTTPS_PROXY, or proxy of the query), its login, and to where it lets through; NO_PROXY, or proxy: 'none', goes around it",
};

const refusal = async (error: unknown, service: RestService): Promise<never> => {
  if (isTrust(error)) throw new ProblemError([await distrusted(error, service)]);
  const status = statusOf(error);
  if (status === 401 || status === 403)
    return fail(
      'netbox.login',
      service.target,
      `the NetBox refuses the token: ${describe((error as HttpError).response?.data) ?? status}`,
      'give a token that may read devices; one of NetBox 4.5 or later is nbt_KEY.SECRET, whole',
    );
  const { code, path, message, hint } = restWording(error, service, 'the list of devices');
  return fail(code, path, message, remedies[code] ?? hint);
};

const isPage = (body: unknown): body is Page =>
  isRecord(body) &&
  Number.isInteger(body['count']) &&
  (body['next'] === null || typeof body['next'] === 'string') &&
  Array.isArray(body['results']) &&
  body['results'].every((each) => isRecord(each) && Number.isInteger(each['id']));

/** All pages. What was added or taken away meanwhile would shift them: then the list is not believed. */
const allOf = async (
  http: HttpClient,
  path: string,
  query: URLSearchParams,
  at: string,
): Promise<readonly NetBoxRecord[]> => {
  const found = new Map<number, NetBoxRecord>();
  for (let page = 0; page < limits.pages; page += 1) {
    query.set('offset', String(found.size));
    const { data } = await http.get<unknown>(`${path}/?${query.toString()}`);
    if (!isPage(data)) return fail('netbox.answer', at, 'its answer is not a list of devices', 'check the URL');
    const before = found.size;
    for (const each of data.results) found.set(each.id, each);
    if (data.next === null && found.size === data.count) return [...found.values()];
    if (data.next === null || found.size < before + data.results.length || data.results.length === 0) break;
  }
  return fail('netbox.changed', at, 'its list of devices changed while it was read, or is cut short', 'run again');
};

/** The devices that a NetBox lists for a query. */
export const readNetBox = async (query: NetBoxQuery): Promise<readonly ReadRow[]> => {
  const url = asUrl(query.url);
  const service = await serviceAt(url, query);
  const token = await readSecret(query.token, url.host);
  const http = restClient(service, {
    base: `${url.pathname.replace(/\/$/, '')}/api/`,
    sockets: 1,
    headers: { Authorization: authorization(token), Accept: 'application/json' },
  });
  const asked = new URLSearchParams({ limit: String(pageSize), ordering: 'id' });
  for (const [name, value] of Object.entries(query.filter ?? {}))
    for (const each of [value].flat()) asked.append(name, String(each));
  try {
    const listed = await allOf(http, endpoints[query.kind ?? 'devices'], asked, url.host);
    const rows = listed.map((record) => ({ at: `${url.host}: device ${record.id}`, values: deviceRow(record) }));
    const unnamed = rows.filter(({ values }) => values.name === '');
    if (unnamed.length > 0)
      throw new ProblemError(
        unnamed.map(({ at }) =>
          problem('netbox.name', at, 'has no name', 'name it in NetBox, or leave it out by a filter'),
        ),
      );
    return rows.map(({ at, values }) => ({ at, values: { ...values } }));
  } catch (error) {
    return error instanceof ProblemError ? Promise.reject(error) : refusal(error, service);
  } finally {
    closeClient(http);
  }
};
