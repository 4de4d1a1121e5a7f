import { createFinding, forEachResource, type Rule } from '../../engine/rule';

export const templateAddress: Rule = {
  id: 'TW-IF-001',
  title: 'A template whose tunnels have no address',
  why: 'The tunnel of a peer is cloned from the template and needs an IP address to carry anything; a fixed one is not supported, so it borrows one: `ip unnumbered` (Cisco, FlexVPN server, virtual template).',
  packs: { correctness: 'warning' },
  looksAt: ['virtual-template', 'aaa-attribute-list'],
  check: forEachResource('virtual-template', (template, device) => {
    const { unnumbered, ipv6Unnumbered } = template.noun;
    if (unnumbered ?? ipv6Unnumbered) return [];
    // Attributes of the peer may bring it.
    if (device.text.some((line) => line.includes('unnumbered'))) return [];
    return [
      createFinding(
        template,
        'has no address to give to the tunnels that are cloned from it',
        "write unnumbered: 'Loopback0'",
      ),
    ];
  }),
};
