import { hasUnread } from '../../facts/unread';
import { createFinding, forEachResource, type Rule } from '../../engine/rule';

const parts = [
  { field: 'protection', line: /^tunnel protection / },
  { field: 'source', line: /^tunnel source / },
  { field: 'destination', line: /^tunnel destination / },
] as const;

export const incompleteTunnel: Rule = {
  id: 'TW-IF-008',
  title: 'A tunnel in IPsec mode without protection, source or destination',
  why: 'A static tunnel of `tunnel mode ipsec` comes up only with all three: from where, to whom, and protected by what. One that lacks any stays down without an error (Cisco, IPsec Virtual Tunnel Interface).',
  packs: { correctness: 'error' },
  looksAt: ['tunnel-interface'],
  check: forEachResource('tunnel-interface', (tunnel, device) => {
    const { noun } = tunnel;
    // One of an FMC is an endpoint of a topology, which says the rest.
    if (!noun.mode.startsWith('ipsec') || noun.device !== undefined || noun.shutdown) return [];
    const lacks = parts
      .filter(({ field, line }) => noun[field] === undefined && !hasUnread(tunnel, device, line))
      .map(({ field }) => field);
    return lacks.length === 0
      ? []
      : [
          createFinding(
            tunnel,
            `is in IPsec mode and has no ${lacks.join(', no ')}`,
            `write ${lacks.join(', ')}, or shutdown: true until then`,
          ),
        ];
  }),
};
