import { radiusWaitOf } from '../../facts/radius';
import { createFinding, forEachResource, type Rule } from '../../engine/rule';

export const eapTimeout: Rule = {
  id: 'TW-AAA-003',
  title: 'The router gives a user up before the server does',
  why: 'The timeout of EAP in the profile (45 to 180 seconds) is how long the router waits in the middle of a login. Where the RADIUS server may take longer, for a push on a telephone, the session is gone before the user has found it (Cisco IOS Security Command Reference, authentication remote eap; the AnyConnect and Duo guide waits 120 seconds for RADIUS).',
  packs: { correctness: 'warning' },
  looksAt: ['ikev2-profile', 'radius-server', 'aaa-server-group'],
  check: forEachResource('ikev2-profile', (profile, device) =>
    (profile.noun.authenticationRemote ?? []).flatMap((each) => {
      const timeout = typeof each === 'object' && each.method === 'eap' ? each.timeout : undefined;
      if (timeout === undefined) return [];
      return (profile.noun.aaaAuthentication ?? []).flatMap(({ list }) => {
        const longest = radiusWaitOf(device.to(list), device);
        return longest === undefined || longest.seconds <= timeout
          ? []
          : [
              createFinding(
                profile,
                `waits ${timeout} seconds for EAP, and ${longest.seconds} for the RADIUS server ${longest.server}`,
                `write timeout: ${Math.min(180, longest.seconds)} or more, at most 180`,
              ),
            ];
      });
    }),
  ),
};
