import { z } from 'zod';
import { canonicalIpv6, isIpv4, isIpv4Cidr, isIpv6, isIpv6Cidr, networkOf, networkOf6 } from '../kernel/ip';
import { sameJson } from '../kernel/json';
import { notValid } from './wording';
import { plain } from './plain-text';

const like = (what: string, remedy: string) => ({ error: notValid(what, remedy) });

const named = like('object name', '1 to 64 letters, digits or _ . : / + -, beginning with a letter, a digit or _');
/** A name that every platform takes: no blank, no quote, at most 64 characters (the FMC's limit). */
export const objectName = plain(named).regex(/^[A-Za-z0-9_][A-Za-z0-9_.:/+-]{0,63}$/, named);

const address = like('IPv4 address', 'four numbers of 0 to 255, like 192.0.2.1');
export const ipv4 = plain(address).refine(isIpv4, address);

const addressOnNetwork = like('IPv4 address with a length', 'it like 10.58.1.1/30');
/** An address with its prefix length, host part kept: `10.58.1.1/30`. */
export const ipv4Interface = plain(addressOnNetwork).refine(isIpv4Cidr, addressOnNetwork);

const network = like('IPv4 network', 'it like 10.20.0.0/16');
/** A network; the host part must be zero, because devices refuse or silently change it. */
export const ipv4Network = plain(network).superRefine((text, context) => {
  if (!isIpv4Cidr(text)) {
    context.addIssue({ code: 'custom', message: network.error({ input: text }) });
  } else if (networkOf(text) !== text) {
    context.addIssue({ code: 'custom', message: `'${text}' has host bits set: write ${networkOf(text)}` });
  }
});

const address6 = like('IPv6 address', 'it like 2001:db8::1');
/** An IPv6 address, in the spelling of RFC 5952 once parsed. */
export const ipv6 = plain(address6).refine(isIpv6, address6).transform(canonicalIpv6);

const prefix6 = like('IPv6 address with a length', 'it like 2001:db8::1/64');
/** An IPv6 address or network with its length, in the spelling of RFC 5952 once parsed. */
export const ipv6Prefix = plain(prefix6).refine(isIpv6Cidr, prefix6).transform(canonicalIpv6);

/** An IPv6 network; the host part must be zero, because devices refuse or silently change it. */
export const ipv6Network = ipv6Prefix.superRefine((text, context) => {
  if (isIpv6Cidr(text) && networkOf6(text) !== text)
    context.addIssue({ code: 'custom', message: `'${text}' has host bits set: write ${networkOf6(text)}` });
});

const host = like('address or host name', 'it like 192.0.2.1 or hub.example.net');
/** An address or a host name. Four numbers are an address. */
export const hostName = plain(host).refine(
  (text) => isIpv4(text) || isIpv6(text) || /^(?=.*[A-Za-z])[A-Za-z0-9][A-Za-z0-9._-]{0,252}$/.test(text),
  host,
);

/** A whole number within bounds, with one message that names both. */
export const integer = (min: number, max: number, unit = '') =>
  z
    .number({ error: notValid('number', `a whole number of ${min} to ${max}${unit && ` ${unit}`}`) })
    .refine((n) => Number.isInteger(n) && n >= min && n <= max, {
      error: (issue) =>
        `${String(issue.input)} is out of range: write a whole number of ${min} to ${max}${unit && ` ${unit}`}`,
    });

export const twice = (list: readonly unknown[]): boolean =>
  list.some((one, i) => list.slice(0, i).some((e) => sameJson(e, one)));

/** None twice. */
export const distinct = <T extends z.ZodArray>(list: T, what: string) =>
  list.refine((items) => !twice(items), { error: `the same ${what} is listed twice` });
/** At least one item and none twice, in the order of preference. */
export const preference = <T extends z.ZodType>(item: T, what: string) =>
  distinct(z.array(item).min(1, { error: `write at least one ${what}` }), what);

/** One line of text. Devices fold blanks or not, as they please, so text with more than one between words is refused. */
export const text = (max: number) =>
  plain()
    .min(1, { error: 'is empty: write something or leave it out' })
    .max(max, { error: `at most ${max} characters` })
    .regex(/^(?! )(?!.* {2})(?!.* $)/, { error: 'one blank between words, and none at either end' });

const label = like('name', 'it without { } # " or a comma');
/** A name that people give, with blanks where they like. */
export const labelText = (max: number) => text(max).regex(/^[^{}#",]*$/, label);

/** A user name: one word, as it is typed at a login. */
export const userName = (max: number) => oneWord(max, 'user name').regex(/^[^{}#",]*$/, label);

/** One word: what stands on a command line between blanks. */
export const oneWord = (max: number, what: string) =>
  plain()
    .max(max, { error: `at most ${max} characters` })
    .regex(/^[!-~]+$/, { error: notValid(what, 'one word without blanks') });

/** Diffie-Hellman groups that IOS-XE and the FMC both know (RFC 7296 section 3.3.2; RFC 5114, RFC 5903). */
export const dhGroup = z.literal([1, 2, 5, 14, 15, 16, 19, 20, 21, 24], {
  error: notValid('Diffie-Hellman group here', 'one of 14, 15, 16, 19, 20, 21 (weak: 1, 2, 5, 24)'),
});
/** The same, and Curve25519 (RFC 8031), which firewalls know and routers do not. */
export const firewallGroup = z.literal([1, 2, 5, 14, 15, 16, 19, 20, 21, 24, 31], {
  error: notValid('Diffie-Hellman group here', 'one of 14, 15, 16, 19, 20, 21, on firewalls 31 (weak: 1, 2, 5, 24)'),
});
export const ikeEncryption = z.enum(
  ['aes-gcm-256', 'aes-gcm-192', 'aes-gcm-128', 'aes-cbc-256', 'aes-cbc-192', 'aes-cbc-128', '3des', 'des'],
  {
    error: notValid(
      'IKEv2 encryption',
      'one of aes-gcm-256, aes-gcm-128, aes-cbc-256, aes-cbc-192, aes-cbc-128, on firewalls aes-gcm-192 (weak: 3des, des)',
    ),
  },
);
/** ML-KEM parameter sets (FIPS 203), first is preferred. */
export const mlKem = preference(
  z.enum(['mlkem512', 'mlkem768', 'mlkem1024'], {
    error: notValid('ML-KEM parameter set', 'one of mlkem512, mlkem768, mlkem1024'),
  }),
  'ML-KEM parameter set',
);
export const hashName = z.enum(['sha512', 'sha384', 'sha256', 'sha1', 'md5'], {
  error: notValid('hash', 'one of sha512, sha384, sha256 (weak: sha1, md5)'),
});

const domain = like('domain name', 'it like example.net');
/** A domain name of at most 253 characters. */
export const domainName = plain(domain)
  .max(253)
  .regex(/^[A-Za-z0-9_]([A-Za-z0-9_-]*[A-Za-z0-9_])?(\.[A-Za-z0-9_]([A-Za-z0-9_-]*[A-Za-z0-9_])?)*$/, domain);
