import {
  field,
  listOf,
  same,
  type Leaf,
  type RestGrammar,
  type Wire,
  type Written,
} from '../../../desired/rest/grammar';
import type { Json, JsonObject } from '../../../kernel/json';
import type { Ref } from '../../../model/noun';
import type { NounOf } from '../../../model/nouns';
import { idOf, idTextOf, lowerCase } from './words';

/** Applications of all sorts stand in one collection; their `type` says which. */
export const applications = 'admin/v3/integrations';

const text = same<string>();
const ids = idTextOf('duo-group');
const leaf = (at: string, absent: Json, canonical: Leaf['canonical']): Leaf => ({ part: '', at, absent, canonical });

/** Whom it lets in, and which groups these are. */
const access: Written<Ref<'duo-group'>[]> = {
  form: 'written',
  leaves: [leaf('user_access', 'ALL_USERS', (json) => json), leaf('groups_allowed', '', ids.canonical!)],
  write: (refs, look) => ['PERMITTED_GROUPS', ids.to(refs, look)],
  read: ([, groups]) => {
    const refs = ids.from(groups ?? '');
    return refs === undefined || refs.length === 0 ? undefined : refs;
  },
};

/** One that is not declared may be chosen by others. */
const policy = field('policy_key', idOf('duo-policy'), { compareIfDeclared: true });

/**
 * Admin API: `/admin/v3/integrations`. Duo answers a creation with the keys; they are not read there, but when another
 * device needs them.
 */
export const radiusApplication: RestGrammar<NounOf<'duo-radius-application'>> = {
  form: 'object',
  collection: applications,
  key: 'integrations',
  type: 'radius',
  fixed: () => ({ '': { type: 'radius' } }),
  updates: 'POST',
  // The integration key.
  idIsCredential: true,
  fields: {
    groups: access,
    policy,
    usernameNormalization: field('username_normalization_policy', lowerCase<'simple' | 'none'>(), { absent: 'none' }),
    notes: field('notes', text, { absent: '' }),
  },
};

type Format = NounOf<'duo-saml-application'>['nameIdFormat'];
const formats: Readonly<Record<Format, string>> = {
  unspecified: 'urn:oasis:names:tc:SAML:1.1:nameid-format:unspecified',
  'email-address': 'urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress',
  persistent: 'urn:oasis:names:tc:SAML:2.0:nameid-format:persistent',
  transient: 'urn:oasis:names:tc:SAML:2.0:nameid-format:transient',
};
const format: Wire<Format> = {
  to: (value) => formats[value],
  from: (json) => (Object.keys(formats) as Format[]).find((known) => formats[known] === json),
};
/** Binding, index and which is the default are Duo's to say. */
const acsUrl: Wire<string> = {
  to: (url) => ({ url }),
  from: (json) => String((json as JsonObject)['url']),
  canonical: (json): Json => ({ url: (json as JsonObject)['url']! }),
};
const flag = same<boolean>();
const saml = (name: string): string => `sso.saml_config.${name}`;
const algorithm = 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256';
/** What is signed is signed with SHA-256. */
const signAssertion: Written<boolean> = {
  form: 'written',
  leaves: [saml('sign_assertion'), saml('signing_algorithm')].flatMap((at) => field(at, same<Json>()).leaves),
  write: (value) => [value, algorithm],
  read: ([value]) => (value === undefined ? undefined : value === true),
};

/**
 * Admin API: `/admin/v3/integrations` with `sso`. What is not sent of `saml_config` (mapped attributes, roles) is taken to
 * stay as it is; that is not proven, nor that an attribute may be one of Duo's own, like `<Username>`.
 */
export const samlApplication: RestGrammar<NounOf<'duo-saml-application'>> = {
  form: 'object',
  collection: applications,
  key: 'samlapplications',
  type: 'sso-generic',
  fixed: () => ({ '': { type: 'sso-generic' } }),
  updates: 'POST',
  // The integration key.
  idIsCredential: true,
  fields: {
    entityId: field(saml('entity_id'), text),
    acsUrls: field(saml('acs_urls'), listOf(acsUrl)),
    nameIdAttribute: field(saml('nameid_attribute'), text),
    nameIdFormat: field(saml('nameid_format'), format),
    signAssertion,
    signResponse: field(saml('sign_response'), flag),
    groups: access,
    policy,
    notes: field('notes', text, { absent: '' }),
  },
};
