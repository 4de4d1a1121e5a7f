import { line, inHeader, section } from '../../../desired/cli/grammar';
import { integer, list, oneOf, refTo, rest, sequence, spelled, word } from '../../../desired/cli/words';
import type { NounOf } from '../../../model/nouns';
import { byName } from './ikev2';

type TransformSet = NounOf<'ipsec-transform-set'>;

/** `esp-aes` alone is 128 bits, and 128 is not printed. */
const espEncryption = spelled<TransformSet['encryption']>({
  'aes-gcm-256': 'esp-gcm 256',
  'aes-gcm-192': 'esp-gcm 192',
  'aes-gcm-128': 'esp-gcm',
  'aes-cbc-256': 'esp-aes 256',
  'aes-cbc-192': 'esp-aes 192',
  'aes-cbc-128': 'esp-aes',
  '3des': 'esp-3des',
  des: 'esp-des',
});
const espIntegrity = spelled<NonNullable<TransformSet['integrity']>>({
  sha512: 'esp-sha512-hmac',
  sha384: 'esp-sha384-hmac',
  sha256: 'esp-sha256-hmac',
  sha1: 'esp-sha-hmac',
  md5: 'esp-md5-hmac',
});

/** `mode tunnel` is the default and printed all the same. */
export const ipsecTransformSet = section<TransformSet>({
  lead: 'crypto ipsec transform-set',
  prompt: 'cfg-crypto-trans',
  key: byName,
  header: sequence<Pick<TransformSet, 'encryption' | 'integrity'>>(
    { encryption: espEncryption, integrity: espIntegrity },
    ['integrity'],
  ),
  fields: {
    encryption: inHeader,
    integrity: inHeader,
    mode: line('mode', oneOf('tunnel', 'transport')),
  },
});

const pfsGroup = word(
  (text) => ([1, 2, 5, 14, 15, 16, 19, 20, 21, 24] as const).find((n) => `group${n}` === text.toLowerCase()),
  (n) => `group${n}`,
);

/** Lifetimes at their defaults (3600 s, 4608000 KB) are not printed. */
export const ipsecProfile = section<NounOf<'ipsec-profile'>>({
  lead: 'crypto ipsec profile',
  prompt: 'ipsec-profile',
  key: byName,
  fields: {
    description: line('description', rest),
    lifetimeSeconds: line('set security-association lifetime seconds', integer(120, 2592000), { hidden: 3600 }),
    lifetimeKilobytes: line('set security-association lifetime kilobytes', integer(2560, 4294967295), {
      hidden: 4608000,
    }),
    transformSets: line('set transform-set', list(refTo('ipsec-transform-set'))),
    pfs: line('set pfs', pfsGroup),
    ikev2Profile: line('set ikev2-profile', refTo('ikev2-profile')),
  },
});
