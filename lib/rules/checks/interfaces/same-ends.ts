import { groupBy } from '../../../kernel/group';
import { isRef } from '../../../model/noun';
import { protectionOf, sharesProtection, vrfName } from '../../facts/profile';
import { createFinding, forEachDevice, type Rule } from '../../engine/rule';

export const sameEnds: Rule = {
  id: 'TW-IF-007',
  title: 'Two tunnels between the same two addresses with one protection each',
  why: 'IPsec SAs are found by the two addresses: two tunnels of the same source, destination and IPsec profile take them from each other, unless each says that they are `shared` (Cisco, Sharing IPsec with Tunnel Protection). Tunnels in IPsec mode cannot share and need another address at one end.',
  packs: { correctness: 'error' },
  looksAt: ['tunnel-interface', 'ipsec-profile'],
  check: forEachDevice((device) => {
    const tunnels = device.all('tunnel-interface').flatMap((tunnel) => {
      const { source, destination, tunnelVrf, shutdown } = tunnel.noun;
      const profile = protectionOf(tunnel.noun, device);
      if (profile === undefined || sharesProtection(tunnel.noun) || shutdown || source === undefined) return [];
      if (destination === undefined || destination === 'dynamic') return [];
      const from = isRef(source) ? source.name : source;
      return [{ tunnel, key: `${from} ${destination} ${profile.name} ${vrfName(tunnelVrf) ?? ''}` }];
    });
    return [...groupBy(tunnels, ({ key }) => key).values()].flatMap(([first, ...others]) =>
      others.map(({ tunnel }) =>
        createFinding(
          tunnel,
          `has the source, the destination and the IPsec profile of ${first!.tunnel.name}`,
          tunnel.noun.mode.startsWith('gre')
            ? 'write protection: { profile, shared: true } on each of them'
            : 'give it another source or destination, or take it out',
        ),
      ),
    );
  }),
};
