import {
  elsewhere,
  field,
  refused,
  setOf,
  spelledAs,
  type RestGrammar,
  type Wire,
} from '../../../desired/rest/grammar';
import type { NounOf } from '../../../model/nouns';

type TransformSet = NounOf<'ipsec-transform-set'>;

const encryptionWord = spelledAs<NonNullable<TransformSet['encryption']>>([
  ['aes-gcm-256', 'AES-GCM-256'],
  ['aes-gcm-192', 'AES-GCM-192'],
  ['aes-gcm-128', 'AES-GCM'],
  ['aes-cbc-256', 'AES-256'],
  ['aes-cbc-192', 'AES-192'],
  ['aes-cbc-128', 'AES'],
  ['3des', '3DES'],
  ['des', 'DES'],
  ['gmac-256', 'AES-GMAC-256'],
  ['gmac-192', 'AES-GMAC-192'],
  ['gmac-128', 'AES-GMAC'],
  ['null', 'NULL'],
]);
/** Here it is `SHA-1`; in an IKE policy it is `SHA`. */
const integrityWord = spelledAs<NonNullable<TransformSet['integrity']>>([
  ['sha512', 'SHA-512'],
  ['sha384', 'SHA-384'],
  ['sha256', 'SHA-256'],
  ['sha1', 'SHA-1'],
  ['md5', 'MD5'],
]);
/** The FMC keeps lists; a transform set is one of each. */
const single = <T>(item: Wire<T>): Wire<T> => {
  const all = setOf(item);
  return {
    to: (value, look) => all.to([value], look),
    from: (json) => all.from(json)?.[0],
    ...(all.canonical ? { canonical: all.canonical } : {}),
  };
};

export const ipsecProposal: RestGrammar<TransformSet> = {
  form: 'object',
  collection: () => 'object/ikev2ipsecproposals',
  key: 'ikev2ipsecproposals',
  type: 'IKEv2IPsecProposal',
  fixed: () => ({ '': { type: 'IKEv2IPsecProposal' } }),
  required: ['encryption'],
  fields: {
    encryption: {
      ...field('encryptionAlgorithms', single(encryptionWord)),
      refuses: (value) => (value === 'seal' ? 'the FMC has no SEAL: write aes-gcm-256' : undefined),
    },
    integrity: field('integrityAlgorithms', single(integrityWord), { absent: ['NULL'] }),
    ah: refused('the FMC has no AH: leave ah out'),
    compression: refused('the FMC has no compression: leave compression out'),
    esn: refused('the FMC has no such setting: leave esn out'),
    furtherEncryption: refused('written with one of each on the FMC: name several proposals on VpnTopology'),
    furtherIntegrity: refused('written with one of each on the FMC: name several proposals on VpnTopology'),
    /** The mode is a setting of the topology. */
    mode: elsewhere,
  },
};
