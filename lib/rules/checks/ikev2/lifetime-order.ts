import { ipsecProfilesOf } from '../../facts/profile';
import { createFinding, forEachResource, type Rule } from '../../engine/rule';

export const lifetimeOrder: Rule = {
  id: 'TW-IKE-012',
  title: 'An IPsec SA that outlives its IKE SA',
  why: 'When the IKE SA ends first its children go with it, or are renewed early by the new one: the tunnel stops at times that nobody wrote down. The field guide has 28800 seconds for IKE and 3600 for IPsec.',
  packs: { correctness: 'warning' },
  looksAt: ['ikev2-profile', 'ipsec-profile'],
  check: forEachResource('ikev2-profile', (profile, device) => {
    const { lifetime = 86400 } = profile.noun;
    if (lifetime === 'certificate') return [];
    return ipsecProfilesOf(profile, device).flatMap((ipsec) => {
      const { lifetimeDays, lifetimeSeconds = (lifetimeDays ?? 0) * 86400 } = ipsec.noun;
      if (lifetimeSeconds <= lifetime) return [];
      return [
        createFinding(
          ipsec,
          `its SAs live ${lifetimeSeconds} seconds, the IKE SA of ${profile.name} only ${lifetime}`,
          'write an IPsec lifetime below that of IKE: 3600 to 28800',
        ),
      ];
    });
  }),
};
