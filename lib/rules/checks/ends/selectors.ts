import { groupBy } from '../../../kernel/group';
import type { NetworkView } from '../../engine/network-view';
import { createFinding, type Finding, type Rule } from '../../engine/rule';
import { contains } from '../../facts/address';
import { called, onEnds } from '../../facts/pairs';
import { around, everything, selectorsOf, type Selector } from '../../facts/selectors';

const key = (here: string, there: string): string => `${here} ${there}`;
/** Whether what one end protects holds what the other does, seen from its side. */
const contain = (one: Selector, other: Selector): boolean =>
  contains(one.here, other.there) && contains(one.there, other.here);
/** Everything, where the other end has only some of it: what is wider by less is said of every device, this of pairs. */
const isWider = (one: Selector, other: Selector): boolean =>
  (one.here === everything && other.there !== everything) || (one.there === everything && other.here !== everything);
const words = ({ here, there }: Selector): string => `${here} to ${there}`;

/** Lines of two ends that are a pair, to which the other has none that could be meant. */
const unanswered = (network: NetworkView, all: readonly Selector[]): readonly Finding[] => {
  const byEnd = groupBy(all, ({ at }) => at);
  return onEnds(({ at }, peer) => {
    const [mine, theirs] = [byEnd.get(at) ?? [], byEnd.get(peer.at) ?? []];
    if (theirs.length === 0) return [];
    return mine
      .filter((one) => !theirs.some((other) => (contain(one, other) || contain(other, one)) && !isWider(other, one)))
      .map((selector) =>
        createFinding(
          at,
          `protects ${words(selector)}, and ${called(peer)} has no line for that`,
          'write the same networks at both ends, source and destination exchanged',
        ),
      );
  })(network);
};

export const selectors: Rule = {
  id: 'TW-END-013',
  title: 'Two ends of a policy-based tunnel that protect different networks',
  why: 'The lists of both ends must be mirror images. Where one end is wider, the tunnel comes up when that end is asked first and is refused the other way, or packets of the wider part go out and are dropped there (RFC 7296 section 2.9; Cisco technote 117337: a proxy identity that is not mirrored).',
  packs: { correctness: 'warning' },
  looksAt: [
    'crypto-map-entry',
    'vpn-endpoint',
    'access-list',
    'network-object',
    'network-group',
    'network-object-override',
    'network-group-override',
  ],
  ofSeveral: true,
  check: (network) => {
    const all = selectorsOf(network);
    const answers = groupBy(all, ({ here, there }) => key(there, here));
    const others = (selector: Selector, here: string, there: string): readonly Selector[] =>
      (answers.get(key(here, there)) ?? []).filter(({ at }) => at !== selector.at);
    const narrower = all.flatMap((selector) => {
      const { here, there } = selector;
      if (others(selector, here, there).length > 0) return [];
      const wider = [
        ...around(there)
          .slice(1)
          .flatMap((network) => others(selector, here, network)),
        ...around(here)
          .slice(1)
          .flatMap((network) => others(selector, network, there)),
      ][0];
      return wider === undefined
        ? []
        : [
            createFinding(
              selector.at,
              `protects ${words(selector)}, and ${wider.device.id} ${wider.at.name} ${words(wider)}`,
              'write the same networks at both ends, source and destination exchanged',
            ),
          ];
    });
    return [...narrower, ...unanswered(network, all)];
  },
};
