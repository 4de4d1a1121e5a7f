import type { NounOf } from '../../../model/nouns';
import { createFinding, forEachResource, type Rule } from '../../engine/rule';

const lacks = ({ encryption, integrity, prf, group }: NounOf<'ikev2-proposal'>): readonly string[] => {
  const ciphers = encryption ?? [];
  const gcm = ciphers.filter((each) => each.startsWith('aes-gcm'));
  return [
    ...(ciphers.length === 0 ? ['no encryption'] : []),
    ...(group === undefined ? ['no Diffie-Hellman group'] : []),
    ...(gcm.length > 0 && gcm.length < ciphers.length ? ['GCM and CBC in one proposal'] : []),
    ...(gcm.length > 0 && gcm.length === ciphers.length && integrity ? ['an integrity beside GCM'] : []),
    ...(gcm.length > 0 && !prf ? ['GCM and no PRF'] : []),
    ...(gcm.length < ciphers.length && !integrity ? ['CBC and no integrity'] : []),
  ];
};

export const incompleteProposal: Rule = {
  id: 'TW-IKE-017',
  title: 'A proposal that is not complete',
  why: 'A proposal with GCM needs a PRF and no integrity, one with CBC an integrity, and each a group; the two do not mix. One that is not complete falls out of its policy without a word (Cisco-IOS-XE-crypto: "IKEv2 policy MUST have only complete proposals attached").',
  packs: { correctness: 'error' },
  looksAt: ['ikev2-proposal'],
  check: forEachResource('ikev2-proposal', (proposal) => {
    const faults = lacks(proposal.noun);
    return faults.length === 0 || proposal.name === 'default'
      ? []
      : [
          createFinding(
            proposal,
            `has ${faults.join(', ')}`,
            'write encryption, group, and prf with GCM or integrity with CBC',
          ),
        ];
  }),
};
