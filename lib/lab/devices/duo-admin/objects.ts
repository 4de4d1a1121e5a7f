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
      last_directory_sync: null,
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
  '/admin/v2/policies': {
    id: 'policy_key',
    lead: 'PO',
    required: 'policy_name',
    unique: true,
    members: { policy_name: '', is_global_policy: false, sections: {} },
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
      sso: null,
      policy_key: null,
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
const samlMembers = [
  'entity_id acs_urls nameid_format nameid_attribute sign_assertion sign_response signing_algorithm',
  'mapped_attrs relaystate slo_url spinitiated_url static_attrs role_attrs attribute_transformations',
]
  .join(' ')
  .split(' ');
const needed = ['entity_id', 'nameid_format', 'nameid_attribute', 'signing_algorithm'];
const bag = (value: Json | undefined): JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonObject) : {};
const isAcs = (one: Json): boolean => String(bag(one)['url']).startsWith('https://');

/** What is sent of `saml_config` joins what is there. */
const ssoIn = (before: JsonObject | undefined, { sso }: JsonObject): JsonObject =>
  sso === undefined || sso === null
    ? {}
    : { sso: { saml_config: { ...bag(bag(before?.['sso'])['saml_config']), ...bag(bag(sso)['saml_config']) } } };

/** A section that is sent takes the place of the one that is there; the others stay. */
const sectionsIn = (before: JsonObject | undefined, { sections }: JsonObject): JsonObject =>
  sections === undefined ? {} : { sections: { ...bag(before?.['sections']), ...bag(sections) } };
const behaviours: Readonly<Record<string, readonly string[]>> = {
  'new_user.new_user_behavior': ['enroll', 'no-mfa', 'deny'],
  'authentication_policy.user_auth_behavior': ['enforce', 'bypass', 'deny'],
};
const policyFault = ({ sections }: JsonObject): string | undefined =>
  Object.entries(behaviours).find(([place, words]) => {
    const [section, member] = place.split('.') as [string, string];
    const value = bag(bag(sections)[section])[member];
    return value !== undefined && !words.includes(String(value));
  })?.[0];

/** What is wrong with a SAML application. */
const samlFault = ({ type, sso }: JsonObject): string | undefined => {
  if (type !== 'sso-generic') return sso === null ? undefined : 'sso';
  const config = bag(bag(sso)['saml_config']);
  const { acs_urls: urls } = config;
  const strange = Object.keys(config).find((name) => !samlMembers.includes(name));
  if (strange !== undefined) return strange;
  if (!Array.isArray(urls) || urls.length === 0 || !(urls as readonly Json[]).every(isAcs)) return 'acs_urls';
  return needed.find((name) => typeof config[name] !== 'string' || config[name] === '');
};

const areAliases = (aliases: Json | undefined): boolean =>
  Object.entries((aliases ?? {}) as JsonObject).every(([name, value]) => /^alias[1-8]$/.test(name) && value !== '');

/** What an object becomes by what was sent, or why not. Phones show their type and platform in capitals. */
export const settled = (kind: Kind, before: JsonObject | undefined, sent: JsonObject): JsonObject | Refusal => {
  const strange = Object.keys(sent).find((name) => kind.members[name] === undefined && name !== 'realname');
  if (strange !== undefined) return { refused: strange };
  const body = {
    ...kind.members,
    ...before,
    ...sent,
    ...groupsIn(sent),
    ...aliasesIn(sent),
    ...ssoIn(before, sent),
    ...sectionsIn(before, sent),
  };
  const required = body[kind.required];
  if (typeof required !== 'string' || required === '') return { refused: kind.required };
  const { status } = body;
  if (!areAliases(body['aliases'])) return { refused: 'aliases' };
  if (kind.id === 'user_id' && !['active', 'bypass', 'disabled', 'locked out'].includes(String(status)))
    return { refused: 'status' };
  const fault = kind.id === 'integration_key' ? samlFault(body) : policyFault(body);
  if (fault !== undefined) return { refused: fault };
  const access = body['user_access'];
  if (access === 'PERMITTED_GROUPS' && (body['groups_allowed'] as readonly Json[]).length === 0)
    return { refused: 'groups_allowed' };
  return body;
};

const capital = (text: Json | undefined): string => String(text).replace(/\b[a-z]/g, (letter) => letter.toUpperCase());

/** As Duo answers it. */
export const shownAs = (path: string, body: JsonObject): JsonObject => {
  if (path === '/admin/v1/phones') return { ...body, type: capital(body['type']), platform: capital(body['platform']) };
  if (path !== '/admin/v3/integrations') return body;
  const { sso, ...others } = body;
  const shown = { ...others, username_normalization_policy: capital(body['username_normalization_policy']) };
  return sso === null || sso === undefined ? shown : { ...shown, sso };
};
