import { Rules, finding, onEach, type Pack, type Rule } from 'tunnelwright';

/** Every IKEv2 profile says by which change it came. */
export const changeNumber: Rule = {
  id: 'ACME-VPN-001',
  title: 'A profile without its change number',
  why: 'Whoever is called at night must find the change that made a tunnel (network handbook of Acme, section 4).',
  packs: {},
  looksAt: ['ikev2-profile'],
  check: onEach('ikev2-profile', (profile) =>
    /\bCHG\d{7}\b/.test(profile.noun.description ?? '')
      ? []
      : [finding(profile, 'has no change number', "write description: 'CHG0012345 …'")],
  ),
};

const wanted = ['TW-PKI-002', 'TW-IPSEC-004'];

/** What Acme asks of its VPNs: its own rule, and two that come with Tunnelwright, as errors. */
export const acme: Pack = {
  name: 'acme',
  rules: [
    { rule: changeNumber, severity: 'error' },
    ...Rules.all.filter(({ id }) => wanted.includes(id)).map((rule) => ({ rule, severity: 'error' as const })),
  ],
};
