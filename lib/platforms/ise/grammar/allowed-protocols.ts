import { field, type RestGrammar } from '../../../desired/rest/grammar';
import type { Json } from '../../../kernel/json';
import type { NounOf } from '../../../model/nouns';
import { description, spread, yesOrNo } from './wires';

type Noun = NounOf<'ise-allowed-protocols'>;
type Protocol = Noun['protocols'][number];

const members: readonly (readonly [Protocol, string])[] = [
  ['pap', 'allowPapAscii'],
  ['chap', 'allowChap'],
  ['ms-chap-v1', 'allowMsChapV1'],
  ['ms-chap-v2', 'allowMsChapV2'],
  ['eap-md5', 'allowEapMd5'],
  ['eap-tls', 'allowEapTls'],
  ['peap', 'allowPeap'],
];

/** What ISE asks for besides, once EAP-TLS or PEAP is on: no field says another thing, and what it is by hand shows. */
const inner: readonly (readonly [at: string, value: boolean | number])[] = [
  ['eapTls.allowEapTlsAuthOfExpiredCerts', false],
  ['eapTls.eapTlsEnableStatelessSessionResume', false],
  ['peap.allowPeapEapMsChapV2', true],
  ['peap.allowPeapEapMsChapV2PwdChange', false],
  ['peap.allowPeapEapMsChapV2PwdChangeRetries', 0],
  ['peap.allowPeapEapGtc', false],
  ['peap.allowPeapEapTls', false],
  ['peap.requireCryptobinding', false],
  ['peap.allowPeapV0', false],
];
const switchOf = (at: string): string => (at.startsWith('peap') ? 'allowPeap' : 'allowEapTls');
const isOn = (json: Json): boolean => String(json) === 'true';

const allowed = spread<Noun['protocols']>(
  [
    ...members.map(([, at]) => ({ at, absent: false, canonical: isOn })),
    ...inner.map(([at, value]) => ({
      at,
      absent: value,
      only: { at: switchOf(at), is: true },
      canonical: (json: Json) => (typeof value === 'number' ? Number(json) : isOn(json)),
    })),
  ],
  (given) => [...members.map(([protocol]) => given.includes(protocol)), ...inner.map(([, value]) => value)],
  (values) => members.flatMap(([protocol], i) => (values[i] === true ? [protocol] : [])),
);

/** ERS: `/ers/config/allowedprotocols`. All switches are sent: ISE refuses a body without one. */
export const allowedProtocols: RestGrammar<Noun> = {
  form: 'object',
  collection: 'allowedprotocols',
  key: 'allowedprotocols',
  type: 'AllowedProtocols',
  fixed: () => ({
    '': {
      processHostLookup: false,
      allowLeap: false,
      allowEapTtls: false,
      allowEapFast: false,
      allowTeap: false,
      allowPreferredEapProtocol: false,
      eapTlsLBit: false,
      allowWeakCiphersForEap: false,
    },
  }),
  fields: {
    description,
    protocols: allowed,
    requireMessageAuthenticator: field('requireMessageAuth', yesOrNo, { absent: false }),
  },
};
