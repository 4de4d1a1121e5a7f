import { flag, line, lines, statements } from '../../../desired/cli/forms';
import {
  after,
  either,
  integer,
  mapped,
  oneOf,
  present,
  secret,
  sequence,
  spelled,
  type Words,
} from '../../../desired/cli/words';
import type { NounOf } from '../../../model/nouns';
import { replay } from './ipsec';
import { numberOf } from './words';

type Ike = NounOf<'ikev2-global'>;
type Smart = NounOf<'smart-defaults'>['disabled'][number];

/** The line alone, or with one number behind a word: `fragmentation [mtu 576]`. */
const trueOr = <T extends object>(key: keyof T & string, words: Words<number>): Words<true | T> =>
  mapped(
    sequence<Record<string, number>>({ [key]: words }, [key]),
    (value): true | T => (value[key] === undefined ? true : (value as unknown as T)),
    (value) => (value === true ? {} : (value as unknown as Record<string, number>)),
  );

/** `max-in-negotation-sa` is how Cisco spells it. */
export const ikev2Global = statements<Ike>({
  lead: 'crypto ikev2',
  as: 'crypto ikev2 globals',
  fields: {
    dpd: line(
      'crypto ikev2 dpd',
      sequence({ interval: integer(10, 3600), retry: integer(2, 60), mode: oneOf('on-demand', 'periodic') }),
    ),
    natKeepalive: line('crypto ikev2 nat keepalive', integer(5, 3600)),
    fragmentation: line(
      'crypto ikev2 fragmentation',
      trueOr<{ mtu: number }>('mtu', after(['mtu'], integer(68, 1500))),
    ),
    httpUrlCert: flag('crypto ikev2 http-url cert', true),
    cookieChallenge: line('crypto ikev2 cookie-challenge', integer(0, 1000)),
    maxSa: line('crypto ikev2 limit max-sa', integer(1, 1000000)),
    maxInNegotiation: line(
      'crypto ikev2 limit max-in-negotation-sa',
      sequence<NonNullable<Ike['maxInNegotiation']>>(
        { count: integer(1, 1000000), direction: oneOf('incoming', 'outgoing') },
        ['direction'],
      ),
    ),
    queueSaInit: line('crypto ikev2 limit queue sa-init', integer(1, 1000000)),
    certificateCache: line('crypto ikev2 certificate-cache', integer(1, 2000)),
    window: line('crypto ikev2 window', integer(1, 200), { defaultOmitted: 5 }),
    diagnoseError: line('crypto ikev2 diagnose error', integer(1, 1000)),
    disconnectRevokedPeers: flag('crypto ikev2 disconnect-revoked-peers', false),
    ctsSgt: flag('crypto ikev2 cts sgt', false),
    redirectClient: line(
      'crypto ikev2 redirect client',
      trueOr<{ maxRedirects: number }>('maxRedirects', after(['max-redirects'], integer(1, 255))),
    ),
    redirectGateway: line('crypto ikev2 redirect gateway', oneOf('init', 'auth')),
    reconnectKeys: lines(
      'crypto ikev2 reconnect key',
      sequence<NonNullable<Ike['reconnectKeys']>[number]>(
        { index: numberOf(1, 2), active: present('active'), key: secret as never },
        ['active'],
      ),
      { key: ({ index }) => [String(index)] },
    ),
  },
});

const lifetime = 'crypto ipsec security-association lifetime';
export const ipsecGlobal = statements<NounOf<'ipsec-global'>>({
  lead: 'crypto ipsec',
  as: 'crypto ipsec globals',
  fields: {
    lifetimeSeconds: line(`${lifetime} seconds`, integer(120, 2592000), { defaultOmitted: 3600 }),
    lifetimeKilobytes: line(
      `${lifetime} kilobytes`,
      either<number, 'disable'>(
        integer(2560, 4294967295),
        (value): value is number => typeof value === 'number',
        oneOf('disable'),
      ),
      { defaultOmitted: 4608000 },
    ),
    idleTime: line('crypto ipsec security-association idle-time', integer(60, 86400)),
    replayWindow: line('crypto ipsec security-association replay', replay, { defaultOmitted: 64 }),
    dfBit: line('crypto ipsec df-bit', oneOf('clear', 'copy', 'set')),
    fragmentation: line('crypto ipsec fragmentation', oneOf('before-encryption', 'after-encryption')),
    natTransparency: flag('crypto ipsec nat-transparency udp-encapsulation', true),
  },
});

const smart: Readonly<Record<Smart, string>> = {
  'ikev2-proposal': 'crypto ikev2 proposal',
  'ikev2-policy': 'crypto ikev2 policy',
  'ikev2-authorization-policy': 'crypto ikev2 authorization policy',
  'ipsec-transform-set': 'crypto ipsec transform-set',
  'ipsec-profile': 'crypto ipsec profile',
};
const named = Object.fromEntries(Object.entries(smart).map(([kind, lead]) => [kind, `${lead} default`]));

/**
 * A smart default that is switched off is a line that begins with `no`; `default …` brings it back (Cisco Live BRKSEC-2881). That the
 * others print as the transform set does is not proven.
 */
export const smartDefaults = statements<NounOf<'smart-defaults'>>({
  lead: 'no',
  as: 'smart defaults',
  fields: {
    disabled: lines('no', spelled(named as Record<Smart, string>), {
      undo: (kind) => ['default', ...smart[kind].split(' ')],
    }),
  },
});
