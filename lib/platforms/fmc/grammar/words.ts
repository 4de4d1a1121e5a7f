import { canonicalIpv6, isIpv6, isIpv6Cidr } from '../../../kernel/ip';
import type { Json, JsonObject } from '../../../kernel/json';
import { field, members, number, spelledAs, type Wire, type Written } from '../../../desired/rest/grammar';

/** An address or a network; IPv6 in one spelling (RFC 5952). */
export const addressText: Wire<string> = {
  to: (value) => value,
  from: (json) => String(json),
  canonical: (json) => (isIpv6(String(json)) || isIpv6Cidr(String(json)) ? canonicalIpv6(String(json)) : json),
};
/** One that stands in another object. In small letters fmcapi sends its type. */
export const literalAddress = (json: Json): Json => {
  const { type, value } = json as JsonObject;
  return {
    type: String(type).replace(/^./, (letter) => letter.toUpperCase()),
    value: addressText.canonical!(value ?? null),
  };
};

export const flag: Wire<boolean> = {
  to: (value) => value,
  from: (json) => json === true,
  canonical: (json) => json === true || json === 'true',
};

/** Ciphers of an IKE policy and of an IPsec proposal alike. */
export const ciphers = [
  ['aes-gcm-256', 'AES-GCM-256'],
  ['aes-gcm-192', 'AES-GCM-192'],
  ['aes-gcm-128', 'AES-GCM'],
  ['aes-cbc-256', 'AES-256'],
  ['aes-cbc-192', 'AES-192'],
  ['aes-cbc-128', 'AES'],
  ['3des', '3DES'],
  ['des', 'DES'],
] as const;
/** Hashes of both, without that of SHA-1, which each spells in its own way. */
export const digests = [
  ['sha512', 'SHA-512'],
  ['sha384', 'SHA-384'],
  ['sha256', 'SHA-256'],
  ['md5', 'MD5'],
] as const;

/** Words of the FMC for those of the user: `TUNNEL_ALL` for `tunnel-all`, but for those given. */
export const capitals = <T extends string>(
  words: readonly T[],
  others: Readonly<Record<string, string>> = {},
): Wire<T> => spelledAs<T>(words.map((word) => [word, others[word] ?? word.toUpperCase().replaceAll('-', '_')]));

/** Other spellings of a word that are read alike: by capitals, the word that is written. */
export const alike = <T>(wire: Wire<T>, others: Readonly<Record<string, string>>): Wire<T> => ({
  ...wire,
  canonical: (json) => {
    const known = others[String(json).toUpperCase()] ?? json;
    return wire.canonical?.(known) ?? known;
  },
});

/** The FMC answers ` ` where it means NONE. */
export const dontFragment: Wire<'set' | 'copy' | 'clear' | 'none'> = {
  ...capitals(['set', 'copy', 'clear', 'none']),
  canonical: (json) => (String(json).trim() === '' ? 'NONE' : String(json).toUpperCase()),
};

/**
 * A switch and its number: `false` turns it off. The number beside a switch that is off means nothing, whatever is
 * answered.
 */
export const switched = (
  enabled: string,
  value: string,
  defaults: { readonly enabled: boolean; readonly value?: number },
  part = '',
): Written<false | number> => {
  const on = field(enabled, flag, { part, absent: defaults.enabled });
  const many = field(value, number, {
    part,
    only: { at: enabled, is: true },
    ...(defaults.value === undefined ? {} : { absent: defaults.value }),
  });
  return {
    form: 'written',
    leaves: [...on.leaves, ...many.leaves],
    write: (given) => (given === false ? [false, undefined] : [true, given]),
    read: ([is, number]) => (is === true && number !== undefined ? Number(number) : is === false ? false : undefined),
  };
};

/** Perfect forward secrecy: a group may stand beside `enabled: false`; then it means nothing. */
export const pfs = <G extends number>(at: string, part = ''): Written<G> => {
  const { leaves, write, read } = switched(`${at}.enabled`, `${at}.modulusGroup`, { enabled: false }, part);
  return { form: 'written', leaves, write, read: (values) => (read(values) || undefined) as G | undefined };
};

/** Traffic flow confidentiality packets. */
export const tfc = (
  at: string,
  part = '',
): Written<{ readonly burst: number; readonly payload: number; readonly timeout: number }> => {
  const only = { part, only: { at: `${at}.enabled`, is: true } };
  const values = members<{ burst: number; payload: number; timeout: number }>({
    burst: field(`${at}.burstBytes`, number, only),
    payload: field(`${at}.payloadBytes`, number, only),
    timeout: field(`${at}.timeoutSeconds`, number, only),
  });
  return switchedOn(`${at}.enabled`, values, part);
};

/** A field that has a switch beside it, which is on while the field is declared. */
export const switchedOn = <T>(at: string, wanted: Written<T>, part = ''): Written<T> => ({
  form: 'written',
  leaves: [...field(at, flag, { part, absent: false }).leaves, ...wanted.leaves],
  write: (value, look, noun) => [true, ...wanted.write(value, look, noun)],
  read: ([is, ...values]) => (is === true ? wanted.read(values) : undefined),
});
