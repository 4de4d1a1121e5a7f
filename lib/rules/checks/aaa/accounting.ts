import { asksServers } from '../../facts/profile';
import { createFinding, forEachResource, type Rule } from '../../engine/rule';

export const accounting: Rule = {
  id: 'TW-AAA-004',
  title: 'A server decides on sessions and does not learn when they end',
  why: 'A RADIUS server that gives addresses, or limits sessions, learns by accounting that one is free again. Without it the addresses run out (Cisco Live BRKSEC-2881: RADIUS-managed addresses need accounting).',
  packs: { correctness: 'note' },
  looksAt: ['ikev2-profile', 'aaa-authorization-list'],
  check: forEachResource('ikev2-profile', (profile, device) => {
    const { aaaAuthorization = [], aaaAccounting } = profile.noun;
    const asked = aaaAuthorization.map(({ list }) => device.to(list)).find((list) => asksServers(list));
    return asked === undefined || aaaAccounting !== undefined
      ? []
      : [
          createFinding(
            profile,
            `the servers of ${asked.name} say what peers may have, and do not learn of sessions`,
            'write aaaAccounting where they give addresses or count sessions',
          ),
        ];
  }),
};
