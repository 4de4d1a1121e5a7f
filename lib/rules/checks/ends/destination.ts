import { isPrivate } from '../../facts/address';
import { called, isMisdialled, onEnds } from '../../facts/pairs';
import { createFinding, type Rule } from '../../engine/rule';

export const destination: Rule = {
  id: 'TW-END-014',
  title: 'An end that dials an address that its peer does not have',
  why: 'Both ends of one tunnel are known, and the destination at one is none of the addresses of the other: its packets go to somebody else, and the tunnel comes up at best when the other end begins. Behind NAT that is right, so of an end with a private address and a public destination nothing is said.',
  packs: { correctness: 'error' },
  looksAt: ['tunnel-interface', 'crypto-map-entry', 'vpn-endpoint'],
  ofSeveral: true,
  check: onEnds((end, peer) => {
    // What waits for peers may have addresses that are not declared here.
    if (peer.dials.length === 0 || !isMisdialled(end, peer)) return [];
    const translated = peer.addresses.every(isPrivate) && !end.dials.some(isPrivate);
    return translated
      ? []
      : [
          createFinding(
            end.at,
            `dials ${end.dials.join(', ')}, and ${called(peer)} has ${peer.addresses.join(', ')}`,
            `write ${peer.addresses[0]} as destination, or the source of the peer that it is meant to have`,
          ),
        ];
  }),
};
