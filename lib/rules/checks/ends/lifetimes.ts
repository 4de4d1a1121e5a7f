import { called, onPairs } from '../../facts/pairs';
import type { Rule } from '../../engine/rule';

export const lifetimes: Rule = {
  id: 'TW-END-003',
  title: 'Two ends with different lifetimes',
  why: 'In IKEv2 each end keeps its own clock. With different lifetimes one end always renews and the other never does, and what is wrong with that side shows hours later. The line that catches more tickets than any other, says the field guide: 28800 and 3600 at both ends.',
  packs: { correctness: 'warning', 'field-guide': 'error' },
  looksAt: ['tunnel-interface', 'ikev2-profile', 'ipsec-profile', 'ikev2-policy', 'vpn-topology'],
  ofSeveral: true,
  check: onPairs((here, there) => {
    const differ = (what: string, a: number | undefined, b: number | undefined) =>
      a === undefined || b === undefined || a === b
        ? []
        : ([
            [
              `its ${what} lives ${a} seconds, that of ${called(there)} ${b}`,
              'write the same lifetimes at both ends: IKE 28800, IPsec 3600',
            ],
          ] as const);
    return [
      ...differ('IKE SA', here.ikeLifetime, there.ikeLifetime),
      ...differ('IPsec SA', here.ipsecLifetime, there.ipsecLifetime),
    ];
  }),
};
