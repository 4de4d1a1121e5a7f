import { networkOf } from '../../../kernel/ip';
import { called, onPairs } from '../../facts/pairs';
import type { Rule } from '../../engine/rule';

export const tunnelNetwork: Rule = {
  id: 'TW-END-009',
  title: 'Two ends whose tunnel addresses are not neighbours',
  why: 'Routes and routing protocols reach the other end by an address in the network of the tunnel: in two networks, or with one address twice, the tunnel is up and nothing is behind it.',
  packs: { correctness: 'error' },
  looksAt: ['tunnel-interface'],
  ofSeveral: true,
  check: onPairs((here, there) => {
    const [a, b] = [here.tunnel?.noun.address, there.tunnel?.noun.address];
    if (a === undefined || b === undefined) return [];
    if (a.split('/')[0] === b.split('/')[0])
      return [[`has the address ${a}, and so has ${called(there)}`, 'give each end its own']];
    return networkOf(a) === networkOf(b)
      ? []
      : [[`is in ${networkOf(a)}, and ${called(there)} in ${networkOf(b)}`, `take both from ${networkOf(a)}`]];
  }),
};
