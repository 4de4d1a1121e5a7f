import { missed, name, spelled, word, type Words } from '../../../desired/cli/words';
import { canonicalIpv6, ipv4Prefix, isIpv4, isIpv4Cidr, isIpv6, isIpv6Cidr, lengthOfMask } from '../../../kernel/ip';
import type { NounOf } from '../../../model/nouns';

/** In which order an ASA sets alternatives, whatever the order in which they were typed: the strongest first. */
const ciphers = [
  'aes-gcm-256',
  'aes-gcm-192',
  'aes-gcm-128',
  'aes-cbc-256',
  'aes-cbc-192',
  'aes-cbc-128',
  'gmac-256',
  'gmac-192',
  'gmac-128',
  '3des',
  'des',
  'null',
] as const;
const hashes = ['sha512', 'sha384', 'sha256', 'sha1', 'md5', 'null'] as const;
/** 31 (Curve25519) is of IKE alone. */
const pfsGroups = [21, 20, 24, 19, 16, 15, 14, 5, 2, 1] as const;
const groups = [31, ...pfsGroups] as const;

type Hash = (typeof hashes)[number];
type IkeCipher = NounOf<'ikev2-proposal'>['encryption'][number];
type EspCipher = Exclude<NonNullable<NounOf<'ipsec-transform-set'>['encryption']>, 'seal'>;

/**
 * Alternatives in one order, to the end of the line: an ASA keeps them as a set and prefers by strength (Cisco ASA
 * configuration guide, IKEv2 proposals), so that two orders are one thing.
 */
const ranked = <T>(item: Words<T>, rank: readonly unknown[]): Words<T[]> => ({
  print: (values) => [...values].sort((a, b) => rank.indexOf(a) - rank.indexOf(b)).flatMap((v) => item.print(v)),
  read: (words, at) => {
    const values: T[] = [];
    let next = at;
    do {
      const read = item.read(words, next);
      if (missed(read)) return read;
      values.push(read.value);
      next = read.next;
    } while (next < words.length);
    return { value: values, next };
  },
});

export const ikeCiphers = ranked<IkeCipher>(
  spelled<IkeCipher>({
    'aes-gcm-256': 'aes-gcm-256',
    'aes-gcm-192': 'aes-gcm-192',
    'aes-gcm-128': 'aes-gcm',
    'aes-cbc-256': 'aes-256',
    'aes-cbc-192': 'aes-192',
    'aes-cbc-128': 'aes',
    '3des': '3des',
    des: 'des',
  }),
  ciphers,
);
export const espCiphers = ranked<EspCipher>(
  spelled<EspCipher>({
    'aes-gcm-256': 'aes-gcm-256',
    'aes-gcm-192': 'aes-gcm-192',
    'aes-gcm-128': 'aes-gcm',
    'aes-cbc-256': 'aes-256',
    'aes-cbc-192': 'aes-192',
    'aes-cbc-128': 'aes',
    'gmac-256': 'aes-gmac-256',
    'gmac-192': 'aes-gmac-192',
    'gmac-128': 'aes-gmac',
    '3des': '3des',
    des: 'des',
    null: 'null',
  }),
  ciphers,
);
/** In an IKEv2 policy it is `sha` and `sha256`; in an IPsec proposal `sha-1` and `sha-256`. */
export const ikeHashes = ranked<Hash>(
  spelled<Hash>({ sha512: 'sha512', sha384: 'sha384', sha256: 'sha256', sha1: 'sha', md5: 'md5', null: 'null' }),
  hashes,
);
export const espHashes = ranked<Hash>(
  spelled<Hash>({ sha512: 'sha-512', sha384: 'sha-384', sha256: 'sha-256', sha1: 'sha-1', md5: 'md5', null: 'null' }),
  hashes,
);
export const dhGroups = ranked(
  word((text) => groups.find((n) => String(n) === text)),
  groups,
);

type Group = (typeof pfsGroups)[number];
const groupWord: Words<Group> = word(
  (text) => pfsGroups.find((n) => `group${n}` === text.toLowerCase()),
  (n) => `group${n}`,
);
/** The default is printed bare: group 14 today, group 2 in releases before 9.13, which is not looked at. */
export const pfsGroup: Words<Group> = {
  print: (value) => groupWord.print(value),
  read: (words, at) => (at === words.length ? { value: 14, next: at } : groupWord.read(words, at)),
};

/** `(outside)` in front of what holds for one interface. */
export const onInterface: Words<string> = word(
  (text) => /^\((\S+)\)$/.exec(text)?.[1],
  (text) => `(${text})`,
);
/** A name, and no interface in parentheses. */
export const bareName: Words<string> = {
  ...name,
  read: (words, at) => (words[at]?.startsWith('(') ? { miss: 'invalid', at } : name.read(words, at)),
};

/** `host 192.0.2.1`, `10.0.0.0 255.0.0.0` (all bits are a host), `2001:db8::/48`. */
export const hostOrNetwork: Words<string> = {
  print: (value) => {
    if (isIpv4(value) || isIpv6(value)) return ['host', value];
    if (!isIpv4Cidr(value)) return [value];
    const { address: network, mask, length } = ipv4Prefix(value);
    return length === 32 ? ['host', network] : [network, mask];
  },
  read: (words, at) => {
    const [first = '', second] = words.slice(at);
    if (isIpv6Cidr(first)) return { value: canonicalIpv6(first), next: at + 1 };
    const isHost = first.toLowerCase() === 'host';
    if (!isHost && !isIpv4(first)) return { miss: first === '' ? 'incomplete' : 'invalid', at };
    if (second === undefined) return { miss: 'incomplete', at: at + 1 };
    if (isHost && isIpv6(second)) return { value: canonicalIpv6(second), next: at + 2 };
    const length = isHost ? (isIpv4(second) ? 32 : undefined) : lengthOfMask(second);
    if (length === undefined) return { miss: 'invalid', at: at + 1 };
    return { value: isHost ? second : length === 32 ? first : `${first}/${length}`, next: at + 2 };
  },
};
