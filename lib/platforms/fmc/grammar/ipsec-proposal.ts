import {
  outsideBody,
  refused,
  setOf,
  spelledAs,
  type RestGrammar,
  type Wire,
  type Written,
} from '../../../desired/rest/grammar';
import type { Json, JsonObject } from '../../../kernel/json';
import type { NounOf } from '../../../model/nouns';
import { ciphers, digests } from './words';

type TransformSet = NounOf<'ipsec-transform-set'>;

const encryptionWord = spelledAs<NonNullable<TransformSet['encryption']>>([
  ...ciphers,
  ['gmac-256', 'AES-GMAC-256'],
  ['gmac-192', 'AES-GMAC-192'],
  ['gmac-128', 'AES-GMAC'],
  ['null', 'NULL'],
]);
/** Here it is `SHA-1`; in an IKE policy it is `SHA`. */
const integrityWord = spelledAs<NonNullable<TransformSet['integrity']>>([...digests, ['sha1', 'SHA-1']]);
/** The FMC keeps lists: the first of a transform set and those offered besides are one. */
const all = <T>(item: Wire<T>, at: string, further: keyof TransformSet, absent?: Json): Written<T> => {
  const { canonical = (json: Json) => json, to, from } = setOf(item);
  return {
    form: 'written',
    leaves: [{ part: '', at, canonical, ...(absent === undefined ? {} : { absent }) }],
    write: (value, look, noun) => {
      const others = ((noun as TransformSet)[further] ?? []) as unknown as readonly T[];
      return [to([value, ...others.filter((other) => other !== value)], look)];
    },
    /** Which of several is the first is not kept: one alone is read back. */
    read: ([value]) => {
      const found = value === undefined ? undefined : from(value);
      return found?.length === 1 ? found[0] : undefined;
    },
  };
};

/** What of a mixture the FMC cannot keep: `NULL` stands for no integrity, and for all encryptions at once. */
const mixture = ({ encryption, furtherEncryption = [], integrity, furtherIntegrity = [] }: TransformSet) => {
  const alone = (one: string): boolean => /^(aes-gcm|gmac)/.test(one);
  const every = [encryption ?? '', ...furtherEncryption];
  return [
    ...(every.some(alone) && !every.every(alone)
      ? [
          [
            'furtherEncryption',
            'GCM and GMAC authenticate by themselves and the others do not: write an IpsecTransformSet for each sort and give both',
          ] as const,
        ]
      : []),
    ...(furtherIntegrity.length > 0 && integrity === undefined
      ? [['furtherIntegrity', 'it is offered besides integrity: write that too, or leave it out'] as const]
      : []),
    ...(furtherIntegrity.includes('null')
      ? [['furtherIntegrity', 'the FMC offers no null beside others: leave it out'] as const]
      : []),
    ...(every.includes('seal') ? [['furtherEncryption', 'the FMC has no SEAL: write aes-gcm-256'] as const] : []),
  ];
};

export const ipsecProposal: RestGrammar<TransformSet> = {
  form: 'object',
  collection: 'object/ikev2ipsecproposals',
  key: 'ikev2ipsecproposals',
  type: 'IKEv2IPsecProposal',
  fixed: () => ({ '': { type: 'IKEv2IPsecProposal' } }),
  unwritable: mixture,
  required: ['encryption'],
  fields: {
    encryption: all(encryptionWord, 'encryptionAlgorithms', 'furtherEncryption'),
    integrity: all(integrityWord, 'integrityAlgorithms', 'furtherIntegrity', ['NULL']),
    ah: refused('the FMC has no AH: leave ah out'),
    compression: refused('the FMC has no compression: leave compression out'),
    esn: refused('the FMC has no such setting: leave esn out'),
    furtherEncryption: outsideBody,
    furtherIntegrity: outsideBody,
    /** The mode is a setting of the topology. */
    mode: outsideBody,
  },
};

/** All that is offered, from what is answered: which of several is the first is not kept, so the first of the list is. */
export const offersIn = (body: JsonObject): Partial<Omit<TransformSet, 'name'>> => {
  const read = <T>(word: Wire<T>, at: string): readonly T[] => {
    const value = body[at];
    const list = setOf(word);
    return Array.isArray(value) ? (list.from(list.canonical!(value)) ?? []) : [];
  };
  const [encryption, ...furtherEncryption] = read(encryptionWord, 'encryptionAlgorithms');
  const [integrity, ...furtherIntegrity] = read(integrityWord, 'integrityAlgorithms');
  return {
    ...(encryption === undefined ? {} : { encryption }),
    ...(furtherEncryption.length === 0 ? {} : { furtherEncryption }),
    ...(integrity === undefined ? {} : { integrity }),
    ...(furtherIntegrity.length === 0 ? {} : { furtherIntegrity }),
  };
};
