import { called, onEnds } from '../../facts/pairs';
import { printOf } from '../../engine/shown-secret';
import { createFinding, type Rule } from '../../engine/rule';

export const keys: Rule = {
  id: 'TW-END-015',
  title: 'Two ends with different pre-shared keys',
  why: 'The key that one end says must be the one that the other expects, in each direction; else the exchange ends with AUTHENTICATION_FAILED (RFC 7296 section 2.15). Only keys that a configuration file shows readable (clear or type 7) are compared, and none is shown; of type 6 and of what an ASA stars out nothing can be said.',
  packs: { correctness: 'error' },
  looksAt: ['ikev2-keyring', 'ikev2-profile', 'tunnel-group'],
  ofSeveral: true,
  check: onEnds((end, peer) => {
    if (end.proves !== 'pre-share' || !peer.takes.includes('pre-share')) return [];
    const [says, expects] = [printOf(end.keysFor(peer).says), printOf(peer.keysFor(end).expects)];
    return says === undefined || expects === undefined || says === expects
      ? []
      : [
          createFinding(
            end.at,
            `its pre-shared key is another one than ${called(peer)} expects`,
            'write the same key at both ends, for this direction',
          ),
        ];
  }),
};
