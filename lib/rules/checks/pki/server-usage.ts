import { isHeadend, trustpointsOf } from '../../facts/profile';
import { createFinding, forEachResource, type Rule } from '../../engine/rule';

export const serverUsage: Rule = {
  id: 'TW-PKI-006',
  title: 'A headend whose certificate is not for servers',
  why: 'The client of Windows demands the extended key usage serverAuth, AnyConnect demands it where there is any (Cisco Live BRKSEC-2881, certificate requirements).',
  packs: { correctness: 'warning' },
  looksAt: ['ikev2-profile', 'cert-trustpoint'],
  check: forEachResource('ikev2-profile', (profile, device) =>
    isHeadend(profile.noun)
      ? trustpointsOf(profile.noun, device)
          .filter(({ noun }) => noun.ekuRequest !== undefined && !noun.ekuRequest.includes('server-auth'))
          .map((trustpoint) =>
            createFinding(
              trustpoint,
              `asks for a certificate for ${trustpoint.noun.ekuRequest!.join(', ')}, and clients want one for servers`,
              "write ekuRequest: ['server-auth']",
            ),
          )
      : [],
  ),
};
