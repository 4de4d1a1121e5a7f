import {
  embedded,
  field,
  number,
  refused,
  setOf,
  spelledAs,
  type Leaf,
  type RestGrammar,
  type Wire,
  type Written,
} from '../../../desired/rest/grammar';
import { sameJson, type Json, type JsonObject } from '../../../kernel/json';
import type { NounOf } from '../../../model/nouns';
import { ciphers, digests } from './words';

type Policy = NounOf<'ikev2-policy'>;
type Proposal = NounOf<'ikev2-proposal'>;

const encryption = setOf(spelledAs<Proposal['encryption'][number]>(ciphers));
const hash = setOf(spelledAs<NonNullable<Proposal['prf']>[number]>([...digests, ['sha1', 'SHA']]));
const groups = setOf(number) as Wire<Proposal['group']>;

const leaf = (at: string, wire: { canonical?: (json: Json) => Json }): Leaf => ({
  part: '',
  at,
  canonical: wire.canonical ?? ((json) => json),
});

/** It stands in the policy that names it. */
export const ikev2Proposal = embedded<Proposal>(({ lifetime }) =>
  lifetime === undefined ? [] : [['lifetime', 'on the FMC it belongs to the policy: write it there']],
);

/** The FMC keeps the proposal inside the policy. With GCM its integrity reads `NULL`. */
const proposal: Written<Policy['proposals']> = {
  form: 'written',
  leaves: [
    leaf('encryptionAlgorithms', encryption),
    leaf('integrityAlgorithms', hash),
    leaf('prfIntegrityAlgorithms', hash),
    leaf('diffieHellmanGroups', groups),
  ],
  write: ([ref], look) => {
    const noun = look.noun('ikev2-proposal', ref!.name)!;
    const integrity: Json = noun.integrity ? hash.to(noun.integrity, look) : ['NULL'];
    return [
      encryption.to(noun.encryption, look),
      integrity,
      hash.to(noun.prf ?? noun.integrity!, look),
      groups.to(noun.group, look),
    ];
  },
  read: () => undefined,
};

export const ikev2Policy: RestGrammar<Policy> = {
  form: 'object',
  collection: 'object/ikev2policies',
  key: 'ikev2policies',
  type: 'IKEv2Policy',
  fixed: () => ({ '': { type: 'IKEv2Policy' } }),
  unwritable: ({ proposals }) =>
    proposals.length > 1
      ? [['proposals', 'a policy of the FMC is one proposal: write an IkeV2Policy for each and give them all']]
      : [],
  required: ['priority'],
  fields: {
    proposals: proposal,
    fvrf: refused('the FMC has no front VRF here: leave fvrf out'),
    matchInboundOnly: refused('the FMC has no such match: leave matchInboundOnly out'),
    matchApplication: refused('the FMC has no such match: leave matchApplication out'),
    localAddresses: refused('the FMC chooses by topology: leave localAddresses out'),
    priority: field('priority', number),
    lifetime: field('lifetimeInSeconds', number, { absent: 86400 }),
  },
};

/** The proposal that a policy has inside, from what is answered of it. */
export const proposalIn = (body: JsonObject): Partial<Omit<Proposal, 'name'>> => {
  const read = <T>(wire: Wire<T>, at: string): T | undefined => {
    const value = body[at];
    return value === undefined || value === null ? undefined : wire.from(wire.canonical!(value));
  };
  const [ciphers, numbers] = [read(encryption, 'encryptionAlgorithms'), read(groups, 'diffieHellmanGroups')];
  const [integrity, prf] = [read(hash, 'integrityAlgorithms'), read(hash, 'prfIntegrityAlgorithms')];
  return {
    ...(ciphers === undefined ? {} : { encryption: ciphers }),
    ...(integrity === undefined ? {} : { integrity }),
    ...(prf === undefined || sameJson(prf, integrity) ? {} : { prf }),
    ...(numbers === undefined ? {} : { group: numbers }),
  };
};
