import type { End } from '../../facts/end';
import { claimOf, isClaimTaken } from '../../facts/claim';
import { called, onEnds } from '../../facts/pairs';
import { createFinding, type Finding, type Rule } from '../../engine/rule';

const faults = (end: End, peer: End): readonly Finding[] => {
  if (end.profile === undefined) return [];
  const said = claimOf(peer, end.dials[0]);
  if (said === undefined || isClaimTaken(end, said)) return [];
  return [
    createFinding(
      end.profile,
      `${called(peer)} says that it is ${said[1]}, and the profile of ${end.at.name} matches nothing like that`,
      said[0] === 'dn'
        ? 'match its certificate: write matchCertificates with a CertificateMap of its subject'
        : `match what the peer says, or change its identityLocal`,
    ),
  ];
};

export const identity: Rule = {
  id: 'TW-END-005',
  title: 'An end that does not know its peer by what the peer says it is',
  why: 'A profile is found by the identity in the packet, not by the address it came from. The field guide matches by address while both ends send the DN of their certificate, so no profile is found at either (Cisco technote 117337).',
  packs: { correctness: 'error' },
  looksAt: ['tunnel-interface', 'ikev2-profile', 'vpn-topology'],
  ofSeveral: true,
  check: onEnds(faults),
};
