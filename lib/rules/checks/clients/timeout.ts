import { headendOf } from '../../facts/endpoint-names';
import { isHeadend } from '../../facts/profile';
import { hostWaits, radiusWaitOf } from '../../facts/radius';
import { createFinding, forEachResource, type Rule } from '../../engine/rule';

export const clientTimeout: Rule = {
  id: 'TW-CLIENT-002',
  title: 'A client that gives up while the server still waits for its user',
  why: 'Secure Client waits AuthenticationTimeout (30 seconds by itself, at most 120) for the headend, which waits for RADIUS, which waits for the push on a telephone. The AnyConnect and Duo guide gives RADIUS 120 seconds and ships a client profile with 30: who does not find the telephone in time sees a failed login (Cisco, AuthenticationTimeout in the profile editor).',
  packs: { correctness: 'warning' },
  looksAt: [
    'secure-client-profile',
    'ikev2-profile',
    'radius-server',
    'aaa-server-group',
    'tunnel-group',
    'aaa-server',
  ],
  check: forEachResource('secure-client-profile', (profile, _device, network) => {
    const { authenticationTimeout: waits } = profile.noun.preferences;
    const headends = new Set(profile.noun.hosts.flatMap(({ address }) => headendOf(address, network) ?? []));
    return [...headends].flatMap((headend) => {
      const servers = [
        ...headend
          .all('ikev2-profile')
          .filter(({ noun }) => isHeadend(noun))
          .flatMap(({ noun }) =>
            (noun.aaaAuthentication ?? []).map(({ list }) => radiusWaitOf(headend.to(list), headend)),
          ),
        ...headend.all('tunnel-group').flatMap(({ noun }) => hostWaits(noun.general?.authenticationServers, headend)),
      ];
      const slowest = servers.flatMap((each) => each ?? []).sort((a, b) => b.seconds - a.seconds)[0];
      if (slowest === undefined || slowest.seconds <= waits) return [];
      return [
        createFinding(
          profile,
          `waits ${waits} seconds, and ${headend.id} waits ${slowest.seconds} for the RADIUS server ${slowest.server}`,
          slowest.seconds <= 120
            ? `write preferences: { authenticationTimeout: ${slowest.seconds} }`
            : 'write preferences: { authenticationTimeout: 120 }, and at most 120 on the server',
        ),
      ];
    });
  }),
};
