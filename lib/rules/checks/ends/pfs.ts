import { called, onPairs } from '../../facts/pairs';
import type { Rule } from '../../engine/rule';

export const pfs: Rule = {
  id: 'TW-END-004',
  title: 'Two ends with different perfect forward secrecy',
  why: 'The first IPsec SA needs no group of its own, so the tunnel comes up; the first renewal fails, an hour later (RFC 7296 section 1.3.1). It works in the change window and breaks after it.',
  packs: { correctness: 'error' },
  looksAt: ['tunnel-interface', 'ipsec-profile', 'crypto-map-entry', 'vpn-topology'],
  ofSeveral: true,
  check: onPairs((here, there) =>
    here.pfs === undefined || there.pfs === undefined || here.pfs === there.pfs
      ? []
      : [
          [
            `its perfect forward secrecy is ${here.pfs}, that of ${called(there)} ${there.pfs}`,
            'write the same pfs at both ends',
          ],
        ],
  ),
};
