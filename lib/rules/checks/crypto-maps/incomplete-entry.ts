import { hasUnread } from '../../facts/unread';
import { createFinding, forEachResource, type Rule } from '../../engine/rule';

export const incompleteEntry: Rule = {
  id: 'TW-MAP-002',
  title: 'A crypto map entry without a peer or without traffic',
  why: 'An entry needs both: whom it is for and what it protects. An ASA keeps one that lacks either, warns once (`The crypto map entry is incomplete`), and skips it from then on (Cisco ASA command reference, crypto map match address and set peer).',
  packs: { correctness: 'error' },
  looksAt: ['crypto-map-entry'],
  check: forEachResource('crypto-map-entry', (entry, device) => {
    const { dynamic, match, peers } = entry.noun;
    if (dynamic !== undefined) return [];
    const lacks = [
      ...(peers === undefined && !hasUnread(entry, device, /\bset peer\b/) ? ['peer'] : []),
      ...(match === undefined && !hasUnread(entry, device, /\bmatch address\b/) ? ['access list'] : []),
    ];
    return lacks.length === 0
      ? []
      : [
          createFinding(
            entry,
            `has no ${lacks.join(' and no ')}, so it protects nothing`,
            'write peers, and match with an AccessList, or take the entry out',
          ),
        ];
  }),
};
