import { called, onPairs } from '../../facts/pairs';
import type { Rule } from '../../engine/rule';

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
      ...(a.mode === b.mode
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
