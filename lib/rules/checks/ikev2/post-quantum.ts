import { createFinding, forEachResource, type Rule } from '../../engine/rule';

export const postQuantum: Rule = {
  id: 'TW-IKE-003',
  title: 'Post-quantum key exchange on a device that does not know it',
  why: 'ML-KEM in an IKEv2 proposal (`pqc`) came with IOS-XE 26.1.1: it is in no model of 16.8 to 17.18 (YangModels, Cisco-IOS-XE-crypto).',
  packs: { correctness: 'error' },
  looksAt: ['ikev2-proposal'],
  check: forEachResource('ikev2-proposal', (proposal, { release, whole }) => {
    if (proposal.noun.pqc === undefined) return [];
    if (release === undefined)
      return whole ? [] : [createFinding(proposal, 'this platform has no post-quantum key exchange', 'leave pqc out')];
    if (Number(release.split('.')[0]) >= 26) return [];
    return [
      createFinding(
        proposal,
        `release ${release} does not know pqc`,
        'leave pqc out, or declare release 26.1 or later',
      ),
    ];
  }),
};
