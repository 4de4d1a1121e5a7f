import type { Book } from '../../../engine/rest/inventory/book';
import { stars } from '../../../engine/rest/scrub';
import type { Json, JsonObject } from '../../../kernel/json';
import { masked } from '../../../model/secret';
import { foundIn } from '../found';
import { grammarOf } from '../grammar';
import { collectionOf, grammarFor } from '../normalize';
import { besides } from './besides';
import { givenByIse } from './defaults';
import { staysOf } from './stays';

const hidden = (value: Json): Json => {
  if (typeof value === 'string') return masked(value);
  if (Array.isArray(value)) return value.map(hidden);
  if (typeof value !== 'object' || value === null) return value;
  const body = value as JsonObject;
  return Object.fromEntries(Object.entries(body).map(([name, member]) => [name, hidden(member)]));
};
/** A RADIUS attribute may be a password, or hold one in its text. */
const attribute = (value: Json): Json =>
  /"attributeName":"[^"]*(passw|secret)/i.test(JSON.stringify(value)) ? { attribute: stars } : hidden(value);

const scrub = (_collection: string, body: JsonObject): JsonObject => {
  const { advancedAttributes: list } = body;
  return Array.isArray(list) ? { ...body, advancedAttributes: list.map(attribute) } : body;
};

/** How ISE is read for an import. */
export const book: Book = {
  code: 'ise',
  title: 'ISE',
  nounOf: grammarOf,
  grammarOf: grammarFor,
  collectionOf,
  kinds: [
    ...(['ise-active-directory', 'ise-identity-group', 'ise-network-device-group', 'ise-certificate-profile'] as const),
    ...(['ise-identity-source-sequence', 'ise-allowed-protocols', 'ise-external-radius-server'] as const),
    ...(['ise-radius-server-sequence', 'ise-downloadable-acl', 'ise-authorization-profile'] as const),
    ...(['ise-network-device', 'ise-internal-user', 'ise-policy-set'] as const),
    ...(['ise-authentication-rule', 'ise-authorization-rule'] as const),
  ],
  parents: { 'ise-authentication-rule': 'ise-policy-set', 'ise-authorization-rule': 'ise-policy-set' },
  found: foundIn,
  given: givenByIse,
  besides,
  // Its path is long: the last part of it says what it is.
  label: ({ kind, own }) => (kind === 'ise-network-device-group' ? own.split(' > ').at(-1) : undefined),
  stays: ({ kind }, bodies) => staysOf(kind, bodies['']!),
  // Which store a password is in, and whether it is to be changed.
  shown: new Set(['passwordIDStore']),
  scrub,
};
