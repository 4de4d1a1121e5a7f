import { dotted, meet } from '../../facts/address';
import { poolRanges } from '../../facts/pool';
import { createFinding, forEachDevice, type Rule } from '../../engine/rule';

export const poolsOverlap: Rule = {
  id: 'TW-ADDR-001',
  title: 'Two pools of a router share addresses',
  why: 'A router refuses the second of two pools that overlap, also where they are for different VRFs; what refers to it gives no addresses (Cisco IOS Command Reference, ip local pool).',
  packs: { correctness: 'error' },
  looksAt: ['address-pool'],
  check: forEachDevice((device) => {
    const ranges = device
      .all('address-pool')
      .flatMap((pool) => poolRanges(pool.noun).map((range) => ({ pool, ...range })))
      .sort((a, b) => a.from - b.from || a.to - b.to);
    return ranges.flatMap((range, i) => {
      const before = ranges[i - 1];
      if (before === undefined || !meet(before, range) || before.pool === range.pool) return [];
      return [
        createFinding(
          range.pool,
          `${dotted(range.from)} to ${dotted(range.to)} shares addresses with the pool ${before.pool.name}`,
          'give each pool addresses of its own',
        ),
      ];
    });
  }),
};
