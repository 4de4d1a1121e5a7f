import { randomUUID } from 'node:crypto';
import type { Json, JsonObject } from '../../../kernel/json';
import type { Answer, Asked } from '../../server/https';
import { hasNamed, type IseStore, type Kept } from './objects';

/** A rule of a policy set, flat. */
const common = ['id', 'name', 'rank', 'state', 'condition', 'default'];
const flat = ({ rule, ...rest }: JsonObject): JsonObject => ({ ...rest, ...(rule as JsonObject | undefined) });

const refused = (status: number, message: string): Answer => ({
  status,
  body: { message, code: status, version: '1.0.0' },
});

const link = (path: string): JsonObject => ({ rel: 'self', href: `https://lab${path}`, type: 'application/json' });

/** As the OpenAPI shows it: rules with what they have in common in a member of its own. */
const shown = (path: string, kind: string, { id, body }: Kept): JsonObject => {
  const condition = body['condition'] === null ? null : { link: null, ...(body['condition'] as JsonObject) };
  const all: JsonObject = { id, ...body, condition, hitCounts: 0 };
  if (kind === 'policy-set') return { ...all, link: link(`${path}/${id}`) };
  const entries = Object.entries(all);
  const isCommon = (name: string): boolean => common.includes(name) || name === 'hitCounts';
  return {
    rule: Object.fromEntries(entries.filter(([name]) => isCommon(name))),
    ...Object.fromEntries(entries.filter(([name]) => !isCommon(name))),
    link: link(`${path}/${id}`),
  };
};

/** One stands in the place that it asks for, the default last; the others close up. */
const ranked = (items: Kept[], one: Kept, rank: number): void => {
  const others = items.filter((item) => item !== one).sort((a, b) => Number(a.body['rank']) - Number(b.body['rank']));
  others.splice(Math.min(rank, others.length - 1), 0, one);
  others.forEach((item, i) => (item.body = { ...item.body, rank: i }));
  items.splice(0, items.length, ...others);
};

/** Why a condition is not one. */
const wrongCondition = (condition: Json | undefined): string | undefined => {
  if (typeof condition !== 'object' || condition === null || Array.isArray(condition)) return 'condition is mandatory';
  const body = condition as JsonObject;
  const children = (body['children'] ?? []) as readonly Json[];
  if (body['conditionType'] === 'ConditionAttributes')
    return body['dictionaryName'] && body['attributeName'] && body['operator'] ? undefined : 'attribute is incomplete';
  if (!['ConditionAndBlock', 'ConditionOrBlock'].includes(String(body['conditionType'])))
    return `unknown conditionType ${String(body['conditionType'])}`;
  if (children.length < 2) return 'a block needs two conditions';
  return children.map(wrongCondition).find((one) => one !== undefined);
};

/** Why ISE would not take one: what it names must be there. The words are in no public source. */
const wrong = (store: IseStore, kind: string, body: JsonObject): string | undefined => {
  const condition = wrongCondition(body['condition']);
  if (condition !== undefined) return condition;
  if (kind === 'policy-set') {
    const where = body['isProxy'] === true ? 'radiusserversequence' : 'allowedprotocols';
    return hasNamed(store, where, body['serviceName'])
      ? undefined
      : `serviceName ${String(body['serviceName'])} not found`;
  }
  if (kind === 'authentication') {
    const source = body['identitySourceName'];
    return hasNamed(store, 'identitysource', source) || hasNamed(store, 'idstoresequence', source)
      ? undefined
      : `identitySourceName ${String(source)} not found`;
  }
  const profiles = (body['profile'] ?? []) as readonly Json[];
  const strange = profiles.find((name) => !hasNamed(store, 'authorizationprofile', name));
  if (profiles.length === 0) return 'profile is mandatory';
  return strange === undefined ? undefined : `profile ${String(strange)} not found`;
};

const defaults = (kind: string): JsonObject => ({
  name: 'Default',
  default: true,
  state: 'enabled',
  condition: null,
  rank: 0,
  ...(kind === 'authentication'
    ? {
        identitySourceName: 'All_User_ID_Stores',
        ifAuthFail: 'REJECT',
        ifUserNotFound: 'REJECT',
        ifProcessFail: 'DROP',
      }
    : {}),
  ...(kind === 'authorization' ? { profile: ['DenyAccess'], securityGroup: null } : {}),
  ...(kind === 'policy-set' ? { isProxy: false, serviceName: 'Default Network Access' } : {}),
});
const startOf = (kind: string): Kept[] => [{ id: randomUUID(), body: defaults(kind) }];

/** Policy sets and their rules: `policy-set`, and `policy-set/<id>/authentication` below each. */
export type PolicyStore = Map<string, Kept[]>;
export const startPolicy = (): PolicyStore => new Map([['policy-set', startOf('policy-set')]]);

const made = (policy: PolicyStore, at: string, kind: string, body: JsonObject): Kept => {
  const items = policy.get(at)!;
  const { id: _id, rank, ...members } = body;
  const empty: JsonObject = kind === 'policy-set' ? { description: '' } : {};
  const one: Kept = { id: randomUUID(), body: { state: 'enabled', default: false, ...empty, ...members } };
  items.push(one);
  ranked(items, one, Number(rank ?? 0));
  if (kind === 'policy-set')
    for (const rules of ['authentication', 'authorization']) policy.set(`${at}/${one.id}/${rules}`, startOf(rules));
  return one;
};

/** What an administrator makes: where it stands is the last word of its place. */
export const madeByHand = (policy: PolicyStore, at: string, body: JsonObject): string =>
  made(policy, at, at.split('/').at(-1)!, body).id;

interface Place {
  readonly at: string;
  readonly kind: string;
  readonly id: string | undefined;
}
const placeOf = (path: string): Place => {
  const [set = '', setId, rules, id] = path.replace(/^\/api\/v1\/policy\/network-access\//, '').split('/');
  return rules === undefined ? { at: set, kind: set, id: setId } : { at: `${set}/${setId}/${rules}`, kind: rules, id };
};

const ofOne = (store: IseStore, policy: PolicyStore, asked: Asked, { at, kind, id }: Place): Answer => {
  const items = policy.get(at)!;
  const one = items.find((item) => item.id === id);
  if (one === undefined) return refused(404, `${kind} ${id} was not found`);
  const path = asked.path.slice(0, asked.path.lastIndexOf('/'));
  if (asked.method === 'DELETE') {
    if (one.body['default'] === true) return refused(400, 'Attempted to delete default');
    items.splice(items.indexOf(one), 1);
    ['authentication', 'authorization'].forEach((rules) => policy.delete(`${at}/${id}/${rules}`));
    items.forEach((item, i) => (item.body = { ...item.body, rank: i }));
    return { status: 200, body: { id: id! } };
  }
  if (asked.method === 'PUT') {
    const { id: _id, rank, ...members } = flat((asked.body ?? {}) as JsonObject);
    const why = wrong(store, kind, members);
    if (why !== undefined) return refused(400, why);
    // A PUT replaces the whole.
    one.body = { state: 'enabled', default: one.body['default']!, ...members, rank: one.body['rank']! };
    if (rank !== undefined) ranked(items, one, Number(rank));
  }
  return { status: 200, body: { version: '1.0.0', response: shown(path, kind, one) } };
};

/** Answers for the OpenAPI of policy sets. */
export const answerPolicy = (store: IseStore, policy: PolicyStore, asked: Asked): Answer => {
  const place = placeOf(asked.path);
  const items = policy.get(place.at);
  if (items === undefined) return refused(404, `${asked.path} was not found`);
  if (place.id !== undefined) return ofOne(store, policy, asked, place);
  if (asked.method === 'POST') {
    const body = flat((asked.body ?? {}) as JsonObject);
    if (items.some((item) => item.body['name'] === body['name'])) return refused(409, `${String(body['name'])} exists`);
    const why = wrong(store, place.kind, body);
    if (why !== undefined) return refused(400, why);
    const one = made(policy, place.at, place.kind, body);
    return { status: 201, body: { version: '1.0.0', response: shown(asked.path, place.kind, one) } };
  }
  return { status: 200, body: { version: '1.0.0', response: items.map((one) => shown(asked.path, place.kind, one)) } };
};
