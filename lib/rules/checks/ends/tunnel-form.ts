import type { Form } from '../../facts/end';
import { called, onPairs } from '../../facts/pairs';
import type { Rule } from '../../engine/rule';

/** What is in the tunnel, of modes that say what it goes over too. */
const inside: Partial<Record<Form['mode'], Form['mode']>> = {
  'ipsec-ipv4-v6-overlay': 'ipsec-ipv6',
  'ipsec-ipv6-v4-overlay': 'ipsec-ipv4',
};
const isSameMode = (a: Form, b: Form): boolean =>
  a.mode === b.mode ||
  ((a.insideOnly ?? b.insideOnly ?? false) && (inside[a.mode] ?? a.mode) === (inside[b.mode] ?? b.mode));

export const tunnelForm: Rule = {
  id: 'TW-END-007',
  title: 'Two ends of different tunnel mode, or with different GRE keys',
  why: 'Mode and key are not negotiated. IPsec comes up all the same, and each end drops what the other sends (Cisco, FlexVPN; RFC 2890).',
  packs: { correctness: 'error' },
  looksAt: ['tunnel-interface', 'virtual-template'],
  ofSeveral: true,
  check: onPairs((here, there) => {
    const [a, b] = [here.form, there.form];
    if (a === undefined || b === undefined) return [];
    const key = (value: number | undefined): string => (value === undefined ? 'none' : String(value));
    return [
      ...(isSameMode(a, b)
        ? []
        : [[`is ${a.mode}, and ${called(there)} is ${b.mode}`, 'write the same mode at both ends'] as const]),
      ...(a.key === b.key
        ? []
        : [
            [
              `has the tunnel key ${key(a.key)}, and ${called(there)} has ${key(b.key)}`,
              'write the same key at both ends, or none',
            ] as const,
          ]),
    ];
  }),
};
