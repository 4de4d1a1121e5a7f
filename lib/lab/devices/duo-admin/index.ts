import type { Json, JsonObject } from '../../../kernel/json';
import type { HttpFaults } from '../../server/faults';
import { startService, type Answer, type Asked, type Service } from '../../server/https';
import { kinds, newId, newSecretKey, settled, shownAs, type Kind } from './objects';
import { wrongSignature } from './signature';

export interface DuoOptions {
  /** Default: keys of the lab. */
  readonly integrationKey?: string;
  readonly secretKey?: string;
  readonly port?: number;
  /** Requests a minute; more are refused with 429. Default: 0, no limit. */
  readonly requestsPerMinute?: number;
}

export interface LabDuo extends Service {
  /** Everything of a kind (`/admin/v1/users`) as it is kept, with its id, its keys and the names of what is joined to it. */
  objects(path: string): readonly JsonObject[];
  /** Somebody else makes an object in the Admin Panel: its id. */
  touch(path: string, body: object): string;
  edit(path: string, id: string, change: object | undefined): void;
  /** Activations that were sent: the phones' numbers. */
  readonly sent: readonly string[];
  faults: HttpFaults;
}

export const labKeys = {
  integrationKey: 'DILABLABLABLABLABLAB',
  secretKey: 'LabSecretKeyLabSecretKeyLabSecretKeyLab0',
};

interface Kept {
  readonly id: string;
  body: JsonObject;
  readonly groups: Set<string>;
  readonly phones: Set<string>;
  readonly secretKey: string;
}
type Store = ReadonlyMap<string, Kept[]>;

const ok = (response: Json, more: JsonObject = {}): Answer => ({
  status: 200,
  body: { stat: 'OK', response, ...more },
});
const fail = (status: number, code: number, message: string, detail?: string): Answer => ({
  status,
  body: { stat: 'FAIL', code, message, ...(detail === undefined ? {} : { message_detail: detail }) },
});
const invalid = (detail: string): Answer => fail(400, 40002, 'Invalid request parameters', detail);
const missing = fail(404, 40401, 'Resource not found');

const sentIn = (asked: Asked): JsonObject =>
  asked.path.startsWith('/admin/v1/')
    ? Object.fromEntries(new URLSearchParams(asked.text))
    : ((asked.body ?? {}) as JsonObject);

const responder = (store: Store, sent: string[]) => {
  const full = (path: string, item: Kept): JsonObject => {
    const kind = kinds[path]!;
    const joined = (at: string, ids: ReadonlySet<string>): Json =>
      store
        .get(at)!
        .filter((one) => ids.has(one.id))
        .map((one) => ({ [kinds[at]!.id]: one.id, ...shownAs(at, one.body) }));
    return {
      [kind.id]: item.id,
      ...shownAs(path, item.body),
      ...(kind.id === 'user_id'
        ? { groups: joined('/admin/v1/groups', item.groups), phones: joined('/admin/v1/phones', item.phones) }
        : {}),
      ...(kind.id === 'integration_key' ? { secret_key: '*'.repeat(36) + item.secretKey.slice(-4) } : {}),
    };
  };

  const page = (path: string, asked: Asked): Answer => {
    const [limit, offset] = [Number(asked.query.get('limit') ?? 100), Number(asked.query.get('offset') ?? 0)];
    if (!(limit >= 1 && limit <= 500)) return invalid('limit');
    const all = store.get(path)!;
    const items = all.slice(offset, offset + limit).map((item) => full(path, item));
    const next: JsonObject = offset + limit < all.length ? { next_offset: offset + limit } : {};
    return ok(items, { metadata: { total_objects: all.length, ...next } });
  };

  const write = (path: string, kind: Kind, item: Kept | undefined, asked: Asked): Answer => {
    const body = settled(kind, item?.body, sentIn(asked));
    if ('refused' in body && typeof body['refused'] === 'string') return invalid(body['refused']);
    const whole = body as JsonObject;
    const rival = store.get(path)!.find((one) => one !== item && one.body[kind.required] === whole[kind.required]);
    if (kind.unique && rival) return fail(400, 40003, 'Duplicate resource', kind.required);
    if (item) {
      item.body = whole;
      return ok(full(path, item));
    }
    const made: Kept = {
      id: newId(kind.lead),
      body: kind.id === 'phone_id' ? { ...whole, activated: false } : whole,
      groups: new Set(),
      phones: new Set(),
      secretKey: newSecretKey(),
    };
    store.get(path)!.push(made);
    const key: JsonObject = kind.id === 'integration_key' ? { secret_key: made.secretKey } : {};
    return ok({ ...full(path, made), ...key });
  };

  const remove = (path: string, item: Kept): Answer => {
    const items = store.get(path)!;
    items.splice(items.indexOf(item), 1);
    for (const user of store.get('/admin/v1/users')!) [user.groups, user.phones].forEach((ids) => ids.delete(item.id));
    return ok('');
  };

  const join = (user: Kept, part: 'groups' | 'phones', id: string | undefined, asked: Asked): Answer => {
    const kind = kinds[`/admin/v1/${part}`]!;
    const given = id ?? String(sentIn(asked)[kind.id]);
    if (!store.get(`/admin/v1/${part}`)!.some((one) => one.id === given)) return invalid(kind.id);
    if (asked.method === 'DELETE') user[part].delete(given);
    else user[part].add(given);
    return ok('');
  };

  const below = (item: Kept, part: string, id: string | undefined, asked: Asked): Answer => {
    if (part === 'skey') return ok({ secret_key: item.secretKey });
    if (part === 'groups' || part === 'phones') return join(item, part, id, asked);
    if (part !== 'send_sms_activation' || asked.method !== 'POST') return missing;
    if (item.body['type'] !== 'mobile') return invalid('phone_id');
    sent.push(String(item.body['number']));
    return ok({ activation_msg: 'sent', valid_secs: Number(sentIn(asked)['valid_secs'] ?? 86400) });
  };

  return (asked: Asked): Answer => {
    const parts = asked.path.replace('/admin/v1/integrations/', '/admin/v3/integrations/').split('/');
    const path = parts.slice(0, 4).join('/');
    const [id, part, other] = parts.slice(4);
    const kind = kinds[path];
    if (kind === undefined) return missing;
    if (id === undefined) return asked.method === 'POST' ? write(path, kind, undefined, asked) : page(path, asked);
    const item = store.get(path)!.find((one) => one.id === id);
    if (item === undefined) return missing;
    if (part !== undefined) return below(item, part, other, asked);
    if (asked.method === 'POST') return write(path, kind, item, asked);
    return asked.method === 'DELETE' ? remove(path, item) : ok(full(path, item));
  };
};

/** A Duo account on 127.0.0.1: every request must be signed, and no more may come in a minute than are allowed. */
export const startDuo = async (options: DuoOptions = {}): Promise<LabDuo> => {
  const keys = { ...labKeys, ...options, host: '127.0.0.1' };
  const store: Store = new Map(Object.keys(kinds).map((path): [string, Kept[]] => [path, []]));
  const sent: string[] = [];
  const respond = responder(store, sent);
  let recent: number[] = [];
  const service = await startService({
    authority: 'Lab Duo CA',
    port: options.port ?? 0,
    faults: () => lab.faults,
    saying: (text) => ({ stat: 'FAIL', code: 50000, message: text }),
    answer: (asked) => {
      const now = Date.now();
      recent = [...recent.filter((at) => at > now - 60_000), now];
      const most = options.requestsPerMinute ?? 0;
      if (most > 0 && recent.length > most) return fail(429, 42901, 'Too Many Requests');
      const wrong = wrongSignature(asked, keys, now);
      return wrong === undefined ? respond(asked) : fail(401, wrong[0], wrong[1]);
    },
  });
  const named = (path: string, ids: ReadonlySet<string>): Json =>
    store
      .get(path)!
      .filter(({ id }) => ids.has(id))
      .map(({ body }) => String(body[kinds[path]!.required]))
      .sort();
  const lab: LabDuo = {
    ...service,
    objects: (path) =>
      store.get(path)!.map(({ id, body, groups, phones, secretKey }) => ({
        id,
        ...body,
        ...(kinds[path]!.id === 'user_id'
          ? { groups: named('/admin/v1/groups', groups), phones: named('/admin/v1/phones', phones) }
          : {}),
        ...(kinds[path]!.id === 'integration_key' ? { secretKey } : {}),
      })),
    touch: (path, body) => {
      const made: Kept = {
        id: newId(kinds[path]!.lead),
        body: { ...kinds[path]!.members, ...body },
        groups: new Set(),
        phones: new Set(),
        secretKey: newSecretKey(),
      };
      store.get(path)!.push(made);
      return made.id;
    },
    edit: (path, id, change) => {
      const items = store.get(path)!;
      const item = items.find((one) => one.id === id)!;
      if (change === undefined) items.splice(items.indexOf(item), 1);
      else item.body = { ...item.body, ...change };
    },
    sent,
    faults: {},
  };
  return lab;
};
