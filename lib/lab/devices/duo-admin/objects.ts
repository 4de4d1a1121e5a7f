import { randomBytes } from 'node:crypto';
import type { Json, JsonObject } from '../../../kernel/json';

/** `DUA…`, `DPF…`: the letters of the kind and seventeen more. */
export const newId = (lead: string): string => {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789';
  return lead + [...randomBytes(20 - lead.length)].map((byte) => letters[byte % 36]).join('');
};
export const newSecretKey = (): string =>
  randomBytes(40)
    .toString('base64')
    .replace(/[^A-Za-z0-9]/g, 'x')
    .slice(0, 40);

export interface Kind {
  /** Member that holds the id. */
  readonly id: string;
  readonly lead: string;
  readonly required: string;
  /** What is unique: the same again is refused. An application may have any name. */
  readonly unique: boolean;
  /** Members that it takes, and what they are where nothing was sent. */
  readonly members: Readonly<Record<string, Json>>;
}

export const kinds: Readonly<Record<string, Kind>> = {
  '/admin/v1/users': {
    id: 'user_id',
    lead: 'DU',
    required: 'username',
    unique: true,
    members: {
      username: '',
      realname: null,
      email: '',
      status: 'active',
      notes: '',
      firstname: '',
      lastname: '',
      aliases: {},
    },
  },
  '/admin/v1/phones': {
    id: 'phone_id',
    lead: 'DP',
    required: 'number',
    unique: true,
    members: { number: '', name: '', extension: '', type: 'unknown', platform: 'unknown' },
  },
  '/admin/v1/groups': {
    id: 'group_id',
    lead: 'DG',
    required: 'name',
    unique: true,
    members: { name: '', desc: '', status: 'active' },
  },
  '/admin/v3/integrations': {
    id: 'integration_key',
    lead: 'DI',
    required: 'name',
    unique: false,
    members: {
      name: '',
      type: '',
      notes: '',
      username_normalization_policy: 'None',
      user_access: 'NO_USERS',
      groups_allowed: [],
    },
  },
};

export interface Refusal {
  readonly refused: string;
}

/** Groups come as one text, ids by commas, and are answered as a list. */
const groupsIn = ({ groups_allowed: given }: JsonObject): JsonObject =>
  typeof given === 'string' ? { groups_allowed: given.split(',').filter((id) => id !== '') } : {};

/** Aliases come as pairs in one text, and are answered as an object. */
const aliasesIn = ({ aliases: given }: JsonObject): JsonObject =>
  typeof given === 'string' ? { aliases: Object.fromEntries(new URLSearchParams(given)) } : {};
const areAliases = (aliases: Json | undefined): boolean =>
  Object.entries((aliases ?? {}) as JsonObject).every(([name, value]) => /^alias[1-8]$/.test(name) && value !== '');

/** What an object becomes by what was sent, or why not. Phones show their type and platform in capitals. */
export const settled = (kind: Kind, before: JsonObject | undefined, sent: JsonObject): JsonObject | Refusal => {
  const strange = Object.keys(sent).find((name) => kind.members[name] === undefined && name !== 'realname');
  if (strange !== undefined) return { refused: strange };
  const body = { ...kind.members, ...before, ...sent, ...groupsIn(sent), ...aliasesIn(sent) };
  const required = body[kind.required];
  if (typeof required !== 'string' || required === '') return { refused: kind.required };
  const { status } = body;
  if (!areAliases(body['aliases'])) return { refused: 'aliases' };
  if (kind.id === 'user_id' && !['active', 'bypass', 'disabled', 'locked out'].includes(String(status)))
    return { refused: 'status' };
  const access = body['user_access'];
  if (access === 'PERMITTED_GROUPS' && (body['groups_allowed'] as readonly Json[]).length === 0)
    return { refused: 'groups_allowed' };
  return body;
};

const capital = (text: Json | undefined): string => String(text).replace(/\b[a-z]/g, (letter) => letter.toUpperCase());

/** As Duo answers it. */
export const shownAs = (path: string, body: JsonObject): JsonObject => {
  if (path === '/admin/v1/phones') return { ...body, type: capital(body['type']), platform: capital(body['platform']) };
  if (path === '/admin/v3/integrations')
    return { ...body, username_normalization_policy: capital(body['username_normalization_policy']) };
  return body;
};
