import { commonCollection, type RestGrammar } from '../../desired/rest/grammar';
import type { Json, JsonObject } from '../../kernel/json';
import { quotedText } from '../../kernel/limits';
import { fail } from '../../kernel/problem';
import type { Kind } from '../../model/nouns';
import type { Found } from '../../engine/rest/port';
import { grammar, grammarOf } from './grammar';
import { applications } from './grammar/applications';

type AnyGrammar = RestGrammar<Record<string, unknown>>;

export const grammarFor = (kind: string): AnyGrammar | undefined => {
  const found = grammarOf(kind as Kind) as unknown as AnyGrammar;
  return found.form === 'object' ? found : undefined;
};

const written = Object.keys(grammar).flatMap((kind) => grammarFor(kind) ?? []);
const grammarWith = (key: string): AnyGrammar | undefined => written.find((one) => one.key === key);
export const collectionOf = (key: string): string | undefined => {
  const grammar = grammarWith(key);
  return grammar && commonCollection(grammar);
};

/** The member that holds an object's id. */
export const idMembers: Readonly<Record<string, string>> = {
  'admin/v1/groups': 'group_id',
  'admin/v1/phones': 'phone_id',
  'admin/v1/users': 'user_id',
  'admin/v2/policies': 'policy_key',
  [applications]: 'integration_key',
};

const isObject = (value: Json): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const membersOf = (body: JsonObject, member: string): readonly JsonObject[] => {
  const all = body[member] ?? [];
  if (Array.isArray(all) && all.every(isObject)) return all;
  return fail(
    'device.unreadable',
    'Duo',
    `${member} of a user cannot be read: the answer says ${quotedText(JSON.stringify(all), 80)}. Nothing is planned on such a reading`,
    'look at the user in the Duo Admin Panel, then try again',
  );
};

/** The ids of those that stand in a user: `groups: [{ group_id, … }]`. */
const joinedIds = (body: JsonObject): Found['bodies'] => {
  const idsIn = (member: string, id: string): Json => membersOf(body, member).map((one) => one[id] ?? null);
  return { groups: { group_id: idsIn('groups', 'group_id') }, phones: { phone_id: idsIn('phones', 'phone_id') } };
};

/** Applications of another sort may have any name. */
export const isOfSort = (key: string, body: JsonObject): boolean =>
  collectionOf(key) !== applications || body['type'] === grammarWith(key)?.type;

/** An answer of Duo as the objects of a collection are read. The keys of an application stay out of it. */
export const foundIn = (collection: string, body: JsonObject): Found => {
  const { secret_key: _secret, ...shown } = body;
  const grammarOfIt = written.find((one) => commonCollection(one) === collection);
  const name = String(grammarOfIt?.nameOf?.(body) ?? body['name'] ?? '');
  return { id: String(body[idMembers[collection]!]), name, bodies: { '': shown, ...joinedIds(body) } };
};

/** A user who comes from a directory is what the directory says: what is changed in Duo does not last. */
export const lockedIn = (kind: string, body: JsonObject): string | undefined =>
  kind === 'duo-user' && typeof body['last_directory_sync'] === 'number'
    ? 'the user comes from a directory, which decides: change it there. Only groups and phones are joined from here'
    : undefined;
