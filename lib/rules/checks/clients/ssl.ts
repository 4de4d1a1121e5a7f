import { createFinding, forEachResource, type Rule } from '../../engine/rule';

export const clientSsl: Rule = {
  id: 'TW-CLIENT-004',
  title: 'Clients that connect by SSL/TLS',
  why: 'The protocol is chosen by the client’s profile: with SSL first the headend’s IPsec is never used, and TLS stays open for it (NSA and CISA, Selecting and Hardening Remote Access VPN Solutions; the remote access whitepaper).',
  packs: { 'nsa-cisa-remote-access': 'error' },
  looksAt: ['secure-client-profile'],
  check: forEachResource('secure-client-profile', (profile) =>
    profile.noun.hosts
      .filter(({ primaryProtocol }) => primaryProtocol === 'SSL')
      .map(({ name }) => createFinding(profile, `${name}: connects by SSL`, "write primaryProtocol: 'IPsec'")),
  ),
};
