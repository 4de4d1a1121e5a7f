import type { Json, JsonObject } from '../../kernel/json';

/** Members that hold a secret, or may: an FMC hides most behind stars, and shows the content of a PKCS #12 file. */
const secret = /secret|passw|passphrase|token|key$|^base64Certificate$|^pkcs12Content$/i;

export const stars = '******';
/** A text, and texts of a list: what else bears such a name says that there is a secret, or how long it lasts. */
const starred = (value: Json, shown: ReadonlySet<string>): Json => {
  if (typeof value === 'string') return value === '' ? value : stars;
  return Array.isArray(value) ? value.map((member: Json) => starred(member, shown)) : scrubbed(value, shown);
};

const none: ReadonlySet<string> = new Set();

/** The answer without what is secret in it: it may be kept in a file. `shown`: members that are called so, and hold none. */
export const scrubbed = (value: Json, shown: ReadonlySet<string> = none): Json => {
  if (Array.isArray(value)) return value.map((member: Json) => scrubbed(member, shown));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value as JsonObject).map(([key, member]) => [
      key,
      secret.test(key) && !shown.has(key) ? starred(member, shown) : scrubbed(member, shown),
    ]),
  );
};
