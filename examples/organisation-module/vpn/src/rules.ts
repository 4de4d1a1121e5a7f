import { Rules, finding, onEach, type Pack, type Rule } from 'tunnelwright';

/** Every IKEv2 profile says by which change it came. */
export const withoutChange: Rule = {
  id: 'EXAMPLE-VPN-001',
  title: 'A profile without its change number',
  why: 'Whoever is called at night must find the change that made a tunnel (security handbook of Example, section 4).',
  packs: {},
  looksAt: ['ikev2-profile'],
  check: onEach('ikev2-profile', (profile) =>
    /\bCHG\d{7}\b/.test(profile.noun.description ?? '')
      ? []
      : [finding(profile, 'has no change number', "write description: 'CHG0012345'")],
  ),
};

const demanded = ['TW-IPSEC-003', 'TW-IPSEC-004', 'TW-PKI-002'];

/** What Example asks of its VPNs: a rule of its own, and three that come with Tunnelwright, as errors. */
export const corporateRules: Pack = {
  name: 'example',
  rules: [
    { rule: withoutChange, severity: 'error' },
    ...Rules.all.filter(({ id }) => demanded.includes(id)).map((rule) => ({ rule, severity: 'error' as const })),
  ],
};
