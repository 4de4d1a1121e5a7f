import { called, onPairs } from '../../facts/pairs';
import type { Rule } from '../../engine/rule';

export const endsPacketSize: Rule = {
  id: 'TW-END-008',
  title: 'Two ends with different MTU',
  why: 'What one end sends whole the other may not: large answers are lost in one direction, and OSPF between the two stays in EXSTART (Cisco, OSPF neighbors stuck in EXSTART).',
  packs: { correctness: 'warning' },
  looksAt: ['tunnel-interface', 'virtual-template'],
  ofSeveral: true,
  check: onPairs((here, there) => {
    const [a, b] = [here.form?.ipMtu, there.form?.ipMtu];
    // A firewall has none to write, and a router without one takes that of its way out.
    if (a === undefined || b === undefined || a === b) return [];
    return [[`lets ${a} bytes in, and ${called(there)} ${b}`, 'write the same ipMtu at both ends: 1400']];
  }),
};
