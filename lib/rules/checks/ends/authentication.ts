import { isTaken, type End } from '../../facts/end';
import { called, onEnds } from '../../facts/pairs';
import { createFinding, type Finding, type Rule } from '../../engine/rule';

const faults = (end: End, peer: End): readonly Finding[] =>
  end.proves === undefined || peer.takes.length === 0 || isTaken(end.proves, peer.takes)
    ? []
    : [
        createFinding(
          end.profile ?? end.at,
          `proves itself by ${end.proves}, and ${called(peer)} takes ${peer.takes.join(', ')}`,
          'write the same method: authenticationLocal here, authenticationRemote there',
        ),
      ];

export const authentication: Rule = {
  id: 'TW-END-006',
  title: 'An end proves itself in a way that the other does not take',
  why: 'Methods are not negotiated: each end uses its own, and the other refuses what it does not expect with AUTHENTICATION_FAILED (RFC 7296 section 2.15).',
  packs: { correctness: 'error' },
  looksAt: ['tunnel-interface', 'ikev2-profile', 'tunnel-group', 'vpn-topology'],
  ofSeveral: true,
  check: onEnds(faults),
};
