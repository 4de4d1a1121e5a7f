import { dotted, meet } from '../../facts/address';
import { poolParts } from '../../facts/pool';
import { createFinding, forEachDevice, type Rule } from '../../engine/rule';

export const poolsOverlap: Rule = {
  id: 'TW-ADDR-001',
  title: 'Two pools of a router share addresses',
  why: 'A router refuses the second of two pools that overlap, also where they are for different VRFs; what refers to it gives no addresses (Cisco IOS Command Reference, ip local pool).',
  packs: { correctness: 'error' },
  looksAt: ['address-pool', 'address-pool-override'],
  check: forEachDevice((device) => {
    const ranges = poolParts(device)
      .flatMap(({ at, pool, ranges }) => ranges.map((range) => ({ at, pool, ...range })))
      .sort((a, b) => a.from - b.from || a.to - b.to);
    return ranges.flatMap((range, i) => {
      const before = ranges[i - 1];
      if (before === undefined || !meet(before, range) || before.at === range.at) return [];
      // A firewall has the one or the other.
      if (before.at === range.pool || range.at === before.pool) return [];
      return [
        createFinding(
          range.at,
          `${dotted(range.from)} to ${dotted(range.to)} shares addresses with the pool ${before.at.name}`,
          'give each pool addresses of its own',
        ),
      ];
    });
  }),
};
