import { field, type RestGrammar } from '../../../desired/rest/grammar';
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

/** What ISE asks for besides, once EAP-TLS or PEAP is on. */
const inner = (protocols: readonly Protocol[]) => ({
  ...(protocols.includes('eap-tls')
    ? { eapTls: { allowEapTlsAuthOfExpiredCerts: false, eapTlsEnableStatelessSessionResume: false } }
    : {}),
  ...(protocols.includes('peap')
    ? {
        peap: {
          allowPeapEapMsChapV2: true,
          allowPeapEapMsChapV2PwdChange: false,
          allowPeapEapMsChapV2PwdChangeRetries: 0,
          allowPeapEapGtc: false,
          allowPeapEapTls: false,
          requireCryptobinding: false,
          allowPeapV0: false,
        },
      }
    : {}),
});

/** ERS: `/ers/config/allowedprotocols`. All switches are sent: ISE refuses a body without one. */
export const allowedProtocols: RestGrammar<Noun> = {
  form: 'object',
  collection: () => 'allowedprotocols',
  key: 'allowedprotocols',
  type: 'AllowedProtocols',
  fixed: ({ protocols }) => ({
    '': {
      processHostLookup: false,
      allowLeap: false,
      allowEapTtls: false,
      allowEapFast: false,
      allowTeap: false,
      allowPreferredEapProtocol: false,
      eapTlsLBit: false,
      allowWeakCiphersForEap: false,
      ...inner(protocols),
    },
  }),
  fields: {
    description,
    protocols: spread<Noun['protocols']>(
      members.map(([, at]) => ({ at, absent: false })),
      (given) => members.map(([protocol]) => given.includes(protocol)),
    ),
    requireMessageAuthenticator: field('requireMessageAuth', yesOrNo, { absent: false }),
  },
};
