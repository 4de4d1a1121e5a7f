import { createFinding, forEachResource, type Rule } from '../../engine/rule';

export const defaultLifetime: Rule = {
  id: 'TW-IPSEC-003',
  title: 'The IPsec lifetime is left to the device',
  why: 'The default is 3600 seconds on IOS-XE and 28800 on the FMC and the ASA: ends that both leave it out disagree. The field guide asks for 28800 and 3600 at both ends, and its own block writes only the first.',
  packs: { 'field-guide': 'error' },
  looksAt: ['ipsec-profile', 'ipsec-global'],
  check: forEachResource('ipsec-profile', (profile, device) => {
    const written =
      profile.noun.lifetimeSeconds !== undefined ||
      profile.noun.lifetimeDays !== undefined ||
      device.all('ipsec-global').some(({ noun }) => noun.lifetimeSeconds !== undefined);
    return written
      ? []
      : [
          createFinding(
            profile,
            'says no lifetime, so each end has the default of its make',
            'write lifetimeSeconds: 3600',
          ),
        ];
  }),
};
