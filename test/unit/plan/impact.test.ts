import { withoutLesser } from '../../../lib/plan/impact';
import type { Change } from '../../../lib/plan/plan';

const change = (address: string, impact?: Change['impact']): Change => ({
  action: 'delete',
  address,
  kind: 'ikev2-profile',
  name: address,
  path: `net/${address}`,
  refs: [],
  differences: [],
  steps: [],
  undo: [],
  unmanaged: [],
  ...(impact === undefined ? {} : { impact }),
});

test('what destroys a tunnel and the profile below it says that the tunnel drops, and not that it re-keys later', () => {
  const drop = change('tunnel', { effect: 'drops now', tunnels: ['Tunnel100'] });
  const profile = change('profile', { effect: 're-keys later', tunnels: ['Tunnel100'] });
  const shared = change('proposal', { effect: 're-keys later', tunnels: ['Tunnel100', 'Tunnel101'] });
  expect(withoutLesser([profile, drop, shared])).toEqual([
    change('profile'),
    drop,
    change('proposal', { effect: 're-keys later', tunnels: ['Tunnel101'] }),
  ]);
  expect(withoutLesser([profile])).toEqual([profile]);
});
