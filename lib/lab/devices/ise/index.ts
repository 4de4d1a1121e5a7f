import { randomUUID } from 'node:crypto';
import type { Json, JsonObject } from '../../../kernel/json';
import type { HttpFaults } from '../../server/faults';
import { startService, type Answer, type Asked, type Service } from '../../server/https';
import { checkObject, usedBy } from './checks';
import { checkDevice, checkUser, given, type IseStore, type Kept } from './objects';
import { answerPolicy, madeByHand, startPolicy, type PolicyStore } from './policy';
import { startingObjects } from './starting';

export interface IseOptions {
  /** Default: `ers-admin` and `lab-password`. */
  readonly username?: string;
  readonly password?: string;
  readonly port?: number;
  /** ERS takes what writes only with the token that it gave (`Enable CSRF Check`). Default: false. */
  readonly csrf?: boolean;
}

export interface LabIse extends Service {
  /** Everything in a collection (`networkdevice`) as it is kept, with the secrets that ISE would not show. */
  objects(collection: string): readonly JsonObject[];
  /** The names of all collections that can be written; rules stand in `policy-set/<id>/authorization`. */
  collections(): readonly string[];
  /** An administrator makes an object in the GUI: its id. */
  touch(collection: string, body: object): string;
  /** An administrator changes or removes one. */
  edit(collection: string, id: string, change: object | undefined): void;
  faults: HttpFaults;
}

const types: Readonly<Record<string, string>> = {
  networkdevice: 'NetworkDevice',
  internaluser: 'InternalUser',
  identitygroup: 'IdentityGroup',
  networkdevicegroup: 'NetworkDeviceGroup',
  activedirectory: 'ERSActiveDirectory',
  certificateprofile: 'CertificateProfile',
  idstoresequence: 'IdStoreSequence',
  allowedprotocols: 'AllowedProtocols',
  externalradiusserver: 'ExternalRadiusServer',
  radiusserversequence: 'RadiusServerSequence',
  downloadableacl: 'DownloadableAcl',
  authorizationprofile: 'AuthorizationProfile',
};
const readOnly: ReadonlySet<string> = new Set(['activedirectory']);
const written = Object.keys(types).filter((collection) => !readOnly.has(collection));
const said = (operation: string, title: string): Json => ({
  ERSResponse: {
    operation,
    messages: [{ title, type: 'ERROR', code: 'Application resource validation exception' }],
    link: { rel: 'related', href: 'https://lab/ers/config', type: 'application/xml' },
  },
});
const refused = (status: number, asked: Asked, title: string): Answer => ({
  status,
  body: said(`${asked.method}-${asked.path.split('/')[3] ?? ''}`, title),
});

/** What was never to be shown is not; a network device's secret comes as stars. */
const shown = (collection: string, { id, body }: Kept): JsonObject => {
  const { password: _password, sharedSecret: _sharedSecret, ...rest } = body;
  const settings = rest['authenticationSettings'] as JsonObject | undefined;
  const hidden = Object.fromEntries(
    Object.entries(settings ?? {}).map(([key, value]) => [key, /sharedsecret$/i.test(key) ? '******' : value]),
  );
  const link = { rel: 'self', href: `https://lab/ers/config/${collection}/${id}`, type: 'application/json' };
  return { id, ...rest, ...(settings ? { authenticationSettings: hidden } : {}), link };
};

/** One page of names: ERS gives no more than 100, and no bodies. */
const page = (collection: string, all: readonly Kept[], asked: Asked): Answer => {
  const size = Number(asked.query.get('size') ?? 20);
  const number = Number(asked.query.get('page') ?? 1);
  if (!(size >= 1 && size <= 100)) return refused(400, asked, `Invalid size: ${size}. It must be between 1 and 100`);
  const [, wanted] = /^name\.EQ\.(.*)$/.exec(asked.query.get('filter') ?? '') ?? [];
  const found = wanted === undefined ? all : all.filter(({ body }) => body['name'] === wanted);
  const resources = found.slice((number - 1) * size, number * size).map(({ id, body }) => ({
    id,
    name: body['name'] ?? null,
    link: { rel: 'self', href: `https://lab/ers/config/${collection}/${id}`, type: 'application/json' },
  }));
  return { status: 200, body: { SearchResult: { total: found.length, resources } } };
};

const merged = (before: JsonObject, change: JsonObject): JsonObject => {
  const isObject = (value: Json | undefined): value is JsonObject =>
    typeof value === 'object' && value !== null && !Array.isArray(value);
  const parts = Object.entries(change).map(([key, value]) => {
    const old = before[key];
    return [key, isObject(old) && isObject(value) ? merged(old, value) : value] as const;
  });
  return { ...before, ...Object.fromEntries(parts) };
};

const check = (store: IseStore, collection: string, body: JsonObject, id: string | undefined): string | undefined => {
  if (collection === 'networkdevice') return checkDevice(store, body, id);
  return collection === 'internaluser' ? checkUser(store, body, id) : checkObject(store, collection, body, id);
};

/** Creates an object, or with an id changes it. */
const write = (store: IseStore, asked: Asked, collection: string, id?: string): Answer => {
  const sent = (asked.body as JsonObject | undefined)?.[types[collection]!] as JsonObject | undefined;
  if (sent === undefined)
    return refused(400, asked, `Resource Initialization Failed: no ${types[collection]} in the body`);
  const items = store.get(collection)!;
  const before = id === undefined ? {} : items.find((item) => item.id === id)!.body;
  const { id: _id, ...members } = sent;
  const body = given(collection, merged(before, members));
  const wrong = check(store, collection, body, id);
  if (wrong !== undefined) return refused(400, asked, wrong);
  if (id !== undefined) {
    items.find((item) => item.id === id)!.body = body;
    return { status: 200, body: { UpdatedFieldsList: { updatedField: [] } } };
  }
  const made: Kept = { id: randomUUID(), body };
  items.push(made);
  return { status: 201, headers: { Location: `https://lab/ers/config/${collection}/${made.id}` } };
};

/** What is asked of one object. */
const ofItem = (store: IseStore, asked: Asked, collection: string, id: string): Answer => {
  const items = store.get(collection)!;
  const item = items.find((one) => one.id === id);
  if (item === undefined) return refused(404, asked, `${types[collection]} with id ${id} was not found`);
  if (asked.method === 'PUT') return write(store, asked, collection, id);
  if (asked.method === 'DELETE') {
    const why = usedBy(store, collection, item.body['name']);
    if (why !== undefined) return refused(409, asked, why);
    items.splice(items.indexOf(item), 1);
    return { status: 204 };
  }
  return { status: 200, body: { [types[collection]!]: shown(collection, item) } };
};

const idNamed = (items: readonly Kept[], name: string): string | undefined =>
  items.find(({ body }) => body['name'] === name)?.id;

/** A token, and the session that it is of. */
interface Csrf {
  readonly token: string;
  readonly session: string;
}
const isTrusted = ({ token, session }: Csrf, { headers }: Asked): boolean =>
  headers['x-csrf-token'] === token && headers.cookie?.split('; ').includes(session) === true;
const tokenFor = (csrf: Csrf | undefined, { headers }: Asked): Pick<Answer, 'headers'> =>
  csrf === undefined || headers['x-csrf-token'] !== 'fetch'
    ? {}
    : { headers: { 'X-CSRF-Token': csrf.token, 'Set-Cookie': `${csrf.session}; Path=/ers; Secure; HttpOnly` } };

const answering =
  (store: IseStore, policy: PolicyStore, login: string, csrf: Csrf | undefined) =>
  (asked: Asked): Answer => {
    const auth = Buffer.from((asked.headers.authorization ?? '').replace(/^Basic /, ''), 'base64').toString('utf8');
    if (auth !== login) return { status: 401 };
    if (asked.headers.accept !== 'application/json') return { status: 415 };
    if (asked.path.startsWith('/api/v1/policy/network-access/')) return answerPolicy(store, policy, asked);
    const [, ers, config, collection = '', given, name] = asked.path.split('/');
    if (csrf !== undefined && asked.method !== 'GET' && !isTrusted(csrf, asked)) return { status: 403 };
    const items = types[collection] === undefined ? undefined : store.get(collection);
    if (ers !== 'ers' || config !== 'config' || items === undefined)
      return refused(404, asked, `The requested resource was not found: ${asked.path}`);
    // `…/name/x` leads to the object of that name.
    const id = given === 'name' && name !== undefined ? (idNamed(items, name) ?? name) : given;
    if (readOnly.has(collection) && asked.method !== 'GET')
      return refused(405, asked, `${asked.method} is not supported here`);
    if (id !== undefined) return ofItem(store, asked, collection, id);
    if (asked.method === 'POST') return write(store, asked, collection);
    return { ...page(collection, items, asked), ...tokenFor(csrf, asked) };
  };

/** An Identity Services Engine with ERS and OpenAPI on, on 127.0.0.1, as one is after its installation. */
export const startIse = async (options: IseOptions = {}): Promise<LabIse> => {
  const { username = 'ers-admin', password = 'lab-password', port = 0 } = options;
  const csrf = options.csrf ? { token: randomUUID(), session: `APPSESSIONID=${randomUUID()}` } : undefined;
  const store = startingObjects();
  const policy = startPolicy();
  const service = await startService({
    authority: 'Lab ISE CA',
    port,
    faults: () => lab.faults,
    saying: (text) => said('lab', text),
    answer: answering(store, policy, `${username}:${password}`, csrf),
  });
  const lab: LabIse = {
    ...service,
    objects: (collection) =>
      (store.get(collection) ?? policy.get(collection)!).map(({ id, body }) => ({ id, ...body })),
    collections: () => [...written, ...policy.keys()],
    touch: (collection, body) => {
      if (policy.has(collection)) return madeByHand(policy, collection, body as JsonObject);
      const made = { id: randomUUID(), body: given(collection, body as JsonObject) };
      store.get(collection)!.push(made);
      return made.id;
    },
    edit: (collection, id, change) => {
      const items = store.get(collection) ?? policy.get(collection)!;
      const item = items.find((one) => one.id === id)!;
      if (change === undefined) items.splice(items.indexOf(item), 1);
      else item.body = merged(item.body, change as JsonObject);
    },
    faults: {},
  };
  return lab;
};
