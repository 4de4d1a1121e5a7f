import { line, flag, onHeaderLine, refused, section } from '../../../desired/cli/forms';
import {
  after,
  either,
  integer,
  list,
  name,
  oneOf,
  present,
  refTo,
  rest,
  sequence,
  spelled,
  word,
} from '../../../desired/cli/words';
import type { NounOf } from '../../../model/nouns';
import { kem } from './ikev2';
import { anyAddress, byName, nothing, numberOf } from './words';

type TransformSet = NounOf<'ipsec-transform-set'>;
type Profile = NounOf<'ipsec-profile'>;

/** `esp-aes` alone is 128 bits, and 128 is not printed. */
const espEncryption = spelled<NonNullable<TransformSet['encryption']>>({
  'aes-gcm-256': 'esp-gcm 256',
  'aes-gcm-192': 'esp-gcm 192',
  'aes-gcm-128': 'esp-gcm',
  'aes-cbc-256': 'esp-aes 256',
  'aes-cbc-192': 'esp-aes 192',
  'aes-cbc-128': 'esp-aes',
  '3des': 'esp-3des',
  des: 'esp-des',
  'gmac-256': 'esp-gmac 256',
  'gmac-192': 'esp-gmac 192',
  'gmac-128': 'esp-gmac',
  null: 'esp-null',
  seal: 'esp-seal',
});
/** Slides type `esp-aes 128` too. */
const typed128: typeof espEncryption = {
  ...espEncryption,
  read: (words, at) => {
    const read = espEncryption.read(words, at);
    return !('miss' in read) && read.value.endsWith('-128') && words[read.next] === '128'
      ? { ...read, next: read.next + 1 }
      : read;
  },
};
const espIntegrity = spelled<NonNullable<TransformSet['integrity']>>({
  sha512: 'esp-sha512-hmac',
  sha384: 'esp-sha384-hmac',
  sha256: 'esp-sha256-hmac',
  sha1: 'esp-sha-hmac',
  md5: 'esp-md5-hmac',
});
const ah = spelled<NonNullable<TransformSet['ah']>>({
  sha512: 'ah-sha512-hmac',
  sha384: 'ah-sha384-hmac',
  sha256: 'ah-sha256-hmac',
  sha1: 'ah-sha-hmac',
  md5: 'ah-md5-hmac',
});

/** `mode tunnel` is the default and printed all the same. */
export const ipsecTransformSet = section<TransformSet>({
  lead: 'crypto ipsec transform-set',
  prompt: 'cfg-crypto-trans',
  key: byName,
  decides: { lines: /^mode / },
  restore: 'default crypto ipsec transform-set',
  header: sequence<Pick<TransformSet, 'ah' | 'encryption' | 'integrity' | 'compression'>>(
    { ah, encryption: typed128, integrity: espIntegrity, compression: spelled({ lzs: 'comp-lzs' }) },
    ['ah', 'encryption', 'integrity', 'compression'],
  ),
  fields: {
    ah: onHeaderLine,
    encryption: onHeaderLine,
    integrity: onHeaderLine,
    compression: onHeaderLine,
    furtherEncryption: refused('a transform set of IOS-XE is one of each: write another IpsecTransformSet'),
    furtherIntegrity: refused('a transform set of IOS-XE is one of each: write another IpsecTransformSet'),
    esn: flag('esn', false),
    mode: line('mode', spelled({ tunnel: 'tunnel', transport: 'transport', 'transport-require': 'transport require' })),
  },
});

const pfsGroup = word(
  (text) => ([1, 2, 5, 14, 15, 16, 19, 20, 21, 24] as const).find((n) => `group${n}` === text.toLowerCase()),
  (n) => `group${n}`,
);
type Pfs = NonNullable<Profile['pfs']>;
type WithKem = Exclude<Pfs, number | true>;
const pfs = either<true, Exclude<Pfs, true>>(
  nothing,
  (value): value is true => value === true,
  either<Extract<Pfs, number>, WithKem>(
    pfsGroup,
    (value): value is Extract<Pfs, number> => isNumber(value),
    sequence<WithKem>({ group: pfsGroup, pqc: after(['pqc'], list(kem)) }),
  ),
);
type Dummy = NonNullable<Profile['dummy']>;
type Rate = Extract<Dummy, { pps: number }>;
/** The ranges are not proven. */
const dummy = either<Rate, Exclude<Dummy, Rate>>(
  sequence<Rate>({ pps: after(['pps'], integer(0, 25000)) }),
  (value): value is Rate => 'pps' in value,
  sequence<Exclude<Dummy, Rate>>({ seconds: after(['seconds'], integer(1, 3600)) }),
);
const isNumber = (value: unknown): value is number => typeof value === 'number';
const orDisable = <N extends number>(words: Parameters<typeof either<N, 'disable'>>[0]) =>
  either<N, 'disable'>(words, (value): value is N => isNumber(value), oneOf('disable'));
const redundancy = sequence<NonNullable<Profile['redundancy']>>({ group: name, stateful: present('stateful') }, [
  'stateful',
]);
/** The replay window, and `disable` without the word in front. */
export const replay = either<64 | 128 | 256 | 512 | 1024, 'disable'>(
  {
    print: (value) => ['window-size', String(value)],
    read: (words, at) =>
      words[at]?.toLowerCase() === 'window-size'
        ? numberOf(64, 128, 256, 512, 1024).read(words, at + 1)
        : { miss: at < words.length ? 'invalid' : 'incomplete', at },
  },
  (value): value is 64 => isNumber(value),
  oneOf('disable'),
);

/** Lifetimes at their defaults (3600 s, 4608000 KB) are not printed. */
export const ipsecProfile = section<Profile>({
  lead: 'crypto ipsec profile',
  prompt: 'ipsec-profile',
  key: byName,
  decides: { lines: /^set (transform-set|pfs|ikev2-profile|isakmp-profile|identity) / },
  required: ['ikev2Profile'],
  restore: 'default crypto ipsec profile',
  fields: {
    description: line('description', rest),
    lifetimeKilobytes: line('set security-association lifetime kilobytes', orDisable(integer(2560, 4294967295)), {
      defaultOmitted: 4608000,
    }),
    lifetimeSeconds: line('set security-association lifetime seconds', integer(120, 2592000), { defaultOmitted: 3600 }),
    lifetimeDays: line('set security-association lifetime days', integer(1, 30)),
    idleTime: line('set security-association idle-time', integer(60, 86400)),
    replayWindow: line('set security-association replay', replay),
    dfBit: line('set security-association dfbit', oneOf('clear', 'copy', 'set')),
    ecn: line('set security-association ecn', oneOf('discard', 'propagate')),
    dummy: line('set security-association dummy', dummy),
    perHost: flag('set security-association level per-host', false),
    policyLimit: line('set security-policy limit', integer(1, 50000)),
    transformSets: line('set transform-set', list(refTo('ipsec-transform-set'))),
    pfs: line('set pfs', pfs),
    ikev2Profile: line('set ikev2-profile', refTo('ikev2-profile')),
    trustpoint: refused('on IOS-XE the IKEv2 profile says it: write trustpoints on IkeV2Profile'),
    isakmpProfile: line('set isakmp-profile', rest),
    mixedMode: flag('set mixed-mode', false),
    responderOnly: flag('responder-only', false),
    reverseRoute: flag('reverse-route', false),
    reverseRouteDistance: line('set reverse-route distance', integer(1, 255)),
    reverseRouteTag: line('set reverse-route tag', integer(1, 4294967295)),
    reverseRouteGateway: line('set reverse-route gateway', anyAddress),
    redundancy: line('redundancy', redundancy),
  },
});
