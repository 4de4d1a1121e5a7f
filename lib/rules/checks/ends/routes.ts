import { rangeOf } from '../../facts/address';
import type { End } from '../../facts/end';
import { called, onPairs } from '../../facts/pairs';
import type { Rule } from '../../engine/rule';

const routed = ({ device, tunnel }: End): readonly string[] =>
  (tunnel === undefined ? [] : device.users(tunnel))
    .filter(({ kind }) => kind === 'static-route')
    .map(({ noun }) => (noun as { readonly destination: string }).destination);

export const routes: Rule = {
  id: 'TW-END-010',
  title: 'Two ends send the same network to each other',
  why: 'What each end believes to be behind the other goes round until its time to live is over. A tunnel interface has no traffic selectors to stop it: the routes are what must agree.',
  packs: { correctness: 'error' },
  looksAt: ['tunnel-interface', 'static-route'],
  ofSeveral: true,
  check: onPairs((here, there) => {
    const theirs = routed(there).map(rangeOf);
    const both = routed(here).filter((network) => {
      const mine = rangeOf(network);
      return theirs.some((other) => other?.from === mine?.from && other?.to === mine?.to);
    });
    return both.map(
      (network) =>
        [
          `sends ${network} into the tunnel, and so does ${called(there)}`,
          'leave the route out at the end where the network is',
        ] as const,
    );
  }),
};
