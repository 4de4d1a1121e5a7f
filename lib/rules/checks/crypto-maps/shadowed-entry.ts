import { groupBy } from '../../../kernel/group';
import type { Resource } from '../../../model/network';
import { contains } from '../../facts/address';
import { selectorsOf, type Selector } from '../../facts/selectors';
import { createFinding, type Finding, type Rule } from '../../engine/rule';

type Entry = Resource<'crypto-map-entry'>;
interface Protected extends Selector {
  readonly at: Entry;
}
const isEntry = (selector: Selector): selector is Protected => selector.at.kind === 'crypto-map-entry';

const covers = (wide: Selector, narrow: Selector): boolean =>
  contains(wide.here, narrow.here) && contains(wide.there, narrow.there);
const words = ({ here, there }: Selector): string => `${here} to ${there}`;

const samePeers = (a: Entry, b: Entry): boolean =>
  (a.noun.peers ?? []).some((peer) => (b.noun.peers ?? []).includes(peer));

/** Of one map: each entry is said once, with the first of its networks that an earlier one takes. */
const shadowed = (selectors: readonly Protected[]): readonly Finding[] =>
  [...groupBy(selectors, ({ at }) => at)].flatMap(([entry, own]) => {
    const earlier = selectors.filter(({ at }) => at.noun.sequence < entry.noun.sequence && !samePeers(at, entry));
    const lost = own.flatMap((selector) => {
      const by = earlier.find((other) => covers(other, selector));
      return by === undefined ? [] : [{ selector, by }];
    });
    const [first] = lost;
    if (first === undefined) return [];
    const rest =
      lost.length === own.length ? 'it is never used' : `${lost.length} of its ${own.length} lines are never used`;
    return [
      createFinding(
        entry,
        `${words(first.selector)} is protected by ${first.by.at.name} already, which has ${words(first.by)}: ${rest}`,
        'give it a lower sequence than the wider entry, or make that one narrower',
      ),
    ];
  });

export const shadowedEntry: Rule = {
  id: 'TW-MAP-003',
  title: 'A crypto map entry behind one that protects more',
  why: 'A packet is sent by the first entry whose access list matches it, lowest sequence first. What an earlier entry for another peer takes never reaches the later one, and its traffic goes to the wrong peer (Cisco ASA VPN configuration guide, crypto map entries and their order).',
  packs: { correctness: 'error' },
  looksAt: ['crypto-map-entry', 'access-list'],
  check: (network) =>
    network.devices.flatMap((device) => {
      const all = selectorsOf({ ...network, devices: [device] }).filter(isEntry);
      return [...groupBy(all, ({ at }) => at.noun.map).values()].flatMap(shadowed);
    }),
};
