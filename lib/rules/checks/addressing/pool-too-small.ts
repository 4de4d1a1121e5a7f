import { poolSize } from '../../facts/pool';
import { createFinding, forEachResource, type Rule } from '../../engine/rule';

export const poolTooSmall: Rule = {
  id: 'TW-ADDR-003',
  title: 'A pool with fewer addresses than sessions',
  why: 'When the pool is empty the next user is authenticated and refused. A gateway of a cluster says how many sessions it takes; the pool must have as many (Cisco Live BRKSEC-2881).',
  packs: { correctness: 'warning' },
  looksAt: ['address-pool', 'ikev2-cluster'],
  check: forEachResource('address-pool', (pool, device) => {
    const sessions = Math.max(0, ...device.all('ikev2-cluster').map(({ noun }) => noun.maxSession ?? 0));
    const size = poolSize(pool.noun);
    return size >= sessions
      ? []
      : [
          createFinding(
            pool,
            `has ${size} addresses, and the gateway takes ${sessions} sessions`,
            'give it more ranges, or lower maxSession',
          ),
        ];
  }),
};
