import { randomInt } from 'node:crypto';
import type { Json, JsonObject } from '../../../kernel/json';
import type { Answer, Asked } from '../../server/https';
import { kinds, newId, newSecretKey, settled, shownAs, type Kind } from './objects';

interface Kept {
  readonly id: string;
  body: JsonObject;
  readonly groups: Set<string>;
  readonly phones: Set<string>;
  readonly secretKey: string;
}
const kept = (kind: Kind, body: JsonObject): Kept => ({
  id: newId(kind.lead),
  body,
  groups: new Set(),
  phones: new Set(),
  secretKey: newSecretKey(),
});

const [users, groupsAt, phonesAt] = ['/admin/v1/users', '/admin/v1/groups', '/admin/v1/phones'] as const;

const ok = (response: Json, more: JsonObject = {}): Answer => ({
  status: 200,
  body: { stat: 'OK', response, ...more },
});
export const fail = (status: number, code: number, message: string, detail?: string): Answer => ({
  status,
  body: { stat: 'FAIL', code, message, ...(detail === undefined ? {} : { message_detail: detail }) },
});
const invalid = (detail: string): Answer => fail(400, 40002, 'Invalid request parameters', detail);
const missing = fail(404, 40401, 'Resource not found');

const sentIn = (asked: Asked): JsonObject =>
  asked.headers['content-type'] === 'application/x-www-form-urlencoded'
    ? Object.fromEntries(new URLSearchParams(asked.text))
    : ((asked.body ?? {}) as JsonObject);

/** What an account holds, and how it answers a request that is signed. */
export class Account {
  /** What was sent: the phones' numbers, and the mail addresses of those who enrol. */
  readonly sent: string[] = [];
  /** Bypass codes by user name. */
  readonly codes = new Map<string, { readonly codes: readonly string[]; readonly validSeconds: number }>();
  /** What the answers of Duo Single Sign-On are signed with, in PEM. */
  signing = '';
  private readonly store: ReadonlyMap<string, Kept[]> = new Map(
    Object.keys(kinds).map((path): [string, Kept[]] => [path, []]),
  );

  answer(asked: Asked): Answer {
    const parts = asked.path.replace('/admin/v1/integrations/', '/admin/v3/integrations/').split('/');
    const path = parts.slice(0, 4).join('/');
    const [id, part, other] = parts.slice(4);
    const kind = kinds[path];
    if (kind === undefined) return missing;
    if (id === undefined)
      return asked.method === 'POST' ? this.write(path, kind, undefined, asked) : this.page(path, asked);
    if (path === users && id === 'enroll') return this.enroll(asked);
    const item = this.at(path).find((one) => one.id === id);
    if (item === undefined) return missing;
    if (part !== undefined) return this.below(item, part, other, asked);
    if (asked.method === (kind.id === 'policy_key' ? 'PUT' : 'POST')) return this.write(path, kind, item, asked);
    return asked.method === 'DELETE' ? this.remove(path, item) : ok(this.full(path, item));
  }

  /** Everything of a kind as it is kept, with its id, its keys and the names of what is joined to it. */
  objects(path: string): readonly JsonObject[] {
    const { id: kind } = kinds[path]!;
    return this.at(path).map(({ id, body, groups, phones, secretKey }) => ({
      id,
      ...body,
      ...(kind === 'user_id' ? { groups: this.named(groupsAt, groups), phones: this.named(phonesAt, phones) } : {}),
      ...(kind === 'integration_key' ? { secretKey } : {}),
    }));
  }

  /** Makes an object as the Admin Panel does: its id. `phones`: ids of those that a user has. */
  touch(path: string, { phones = [], ...body }: { readonly phones?: readonly string[] }): string {
    const made = kept(kinds[path]!, { ...kinds[path]!.members, ...body });
    phones.forEach((id) => made.phones.add(id));
    this.at(path).push(made);
    return made.id;
  }

  edit(path: string, id: string, change: object | undefined): void {
    const items = this.at(path);
    const item = items.find((one) => one.id === id)!;
    if (change === undefined) items.splice(items.indexOf(item), 1);
    else item.body = { ...item.body, ...change };
  }

  private at(path: string): Kept[] {
    return this.store.get(path)!;
  }

  private named(path: string, ids: ReadonlySet<string>): Json {
    return this.at(path)
      .filter(({ id }) => ids.has(id))
      .map(({ body }) => String(body[kinds[path]!.required]))
      .sort();
  }

  private joined(path: string, ids: ReadonlySet<string>): Json {
    return this.at(path)
      .filter((one) => ids.has(one.id))
      .map((one) => ({ [kinds[path]!.id]: one.id, ...shownAs(path, one.body) }));
  }

  private full(path: string, item: Kept): JsonObject {
    const kind = kinds[path]!;
    return {
      [kind.id]: item.id,
      ...shownAs(path, item.body),
      ...(kind.id === 'user_id'
        ? {
            groups: this.joined(groupsAt, item.groups),
            phones: this.joined(phonesAt, item.phones),
            is_enrolled: item.phones.size > 0,
          }
        : {}),
      ...(kind.id === 'integration_key' ? { secret_key: '*'.repeat(36) + item.secretKey.slice(-4) } : {}),
      ...(item.body['sso'] ? { sso: this.singleSignOn(item) } : {}),
    };
  }

  /** What was sent of the service, and what Duo says of itself. */
  private singleSignOn({ id, body }: Kept): JsonObject {
    const here = `https://sso-lab.sso.duosecurity.com/saml2/sp/${id}`;
    const own = { entity_id: `${here}/metadata`, sso_url: `${here}/sso`, slo_url: `${here}/slo` };
    const metadata = { ...own, metadata_url: `${here}/metadata`, cert: this.signing };
    return { ...(body['sso'] as JsonObject), idp_metadata: metadata };
  }

  private page(path: string, asked: Asked): Answer {
    const [limit, offset] = [Number(asked.query.get('limit') ?? 100), Number(asked.query.get('offset') ?? 0)];
    if (!(limit >= 1 && limit <= 500)) return invalid('limit');
    const username = asked.query.get('username');
    const all = this.at(path).filter(({ body }) => username === null || body['username'] === username);
    const items = all.slice(offset, offset + limit).map((item) => this.full(path, item));
    const next: JsonObject = offset + limit < all.length ? { next_offset: offset + limit } : {};
    return ok(items, { metadata: { total_objects: all.length, ...next } });
  }

  private write(path: string, kind: Kind, item: Kept | undefined, asked: Asked): Answer {
    const body = settled(kind, item?.body, sentIn(asked));
    if ('refused' in body && typeof body['refused'] === 'string') return invalid(body['refused']);
    const whole = body as JsonObject;
    const rival = this.at(path).find((one) => one !== item && one.body[kind.required] === whole[kind.required]);
    if (kind.unique && rival) return fail(400, 40003, 'Duplicate resource', kind.required);
    if (item) {
      item.body = whole;
      return ok(this.full(path, item));
    }
    const made = kept(kind, kind.id === 'phone_id' ? { ...whole, activated: false } : whole);
    this.at(path).push(made);
    const key: JsonObject = kind.id === 'integration_key' ? { secret_key: made.secretKey } : {};
    return ok({ ...this.full(path, made), ...key });
  }

  private remove(path: string, item: Kept): Answer {
    const items = this.at(path);
    items.splice(items.indexOf(item), 1);
    for (const user of this.at(users)) [user.groups, user.phones].forEach((ids) => ids.delete(item.id));
    return ok('');
  }

  private join(user: Kept, part: 'groups' | 'phones', id: string | undefined, asked: Asked): Answer {
    const kind = kinds[`/admin/v1/${part}`]!;
    const given = id ?? String(sentIn(asked)[kind.id]);
    if (!this.at(`/admin/v1/${part}`).some((one) => one.id === given)) return invalid(kind.id);
    if (asked.method === 'DELETE') user[part].delete(given);
    else user[part].add(given);
    return ok('');
  }

  /** A mail with a link, and a user who is not there yet. */
  private enroll(asked: Asked): Answer {
    const { username, email } = sentIn(asked);
    if (asked.method !== 'POST') return missing;
    if (typeof username !== 'string' || typeof email !== 'string' || !email.includes('@')) return invalid('email');
    if (!this.at(users).some(({ body }) => body['username'] === username))
      this.touch(users, { username, email } as object);
    this.sent.push(email);
    return ok('lab-enrollment-code');
  }

  /** New codes in the place of those that were there. */
  private bypass(user: Kept, asked: Asked): Answer {
    const { count = '10', valid_secs: valid = '0' } = sentIn(asked);
    if (!(Number(count) >= 1 && Number(count) <= 10)) return invalid('count');
    const codes = Array.from({ length: Number(count) }, () => String(randomInt(100_000_000, 1_000_000_000)));
    this.codes.set(String(user.body['username']), { codes, validSeconds: Number(valid) });
    return ok(codes);
  }

  private below(item: Kept, part: string, id: string | undefined, asked: Asked): Answer {
    if (part === 'bypass_codes' && asked.method === 'POST') return this.bypass(item, asked);
    if (part === 'skey') return ok({ secret_key: item.secretKey });
    if (part === 'groups' || part === 'phones') return this.join(item, part, id, asked);
    if (part !== 'send_sms_activation' || asked.method !== 'POST') return missing;
    if (item.body['type'] !== 'mobile') return invalid('phone_id');
    this.sent.push(String(item.body['number']));
    return ok({ activation_msg: 'sent', valid_secs: Number(sentIn(asked)['valid_secs'] ?? 86400) });
  }
}
