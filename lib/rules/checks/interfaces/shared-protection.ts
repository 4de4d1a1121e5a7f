import { groupBy } from '../../../kernel/group';
import { isRef } from '../../../model/noun';
import { protectionOf, sharesProtection } from '../../facts/profile';
import { createFinding, forEachDevice, type Rule } from '../../engine/rule';

export const sharedProtection: Rule = {
  id: 'TW-IF-005',
  title: 'Some tunnels share their IPsec SAs and others of the same source do not',
  why: 'Where several tunnels of one source interface share the protection of an IPsec profile, each of them says `shared`; one that does not takes the SAs away from the others (Cisco, Sharing IPsec with Tunnel Protection).',
  packs: { correctness: 'error' },
  looksAt: ['tunnel-interface', 'ipsec-profile'],
  check: forEachDevice((device) => {
    const tunnels = device.all('tunnel-interface').flatMap((tunnel) => {
      const profile = protectionOf(tunnel.noun, device);
      const { source } = tunnel.noun;
      if (profile === undefined) return [];
      return [
        {
          tunnel,
          shared: sharesProtection(tunnel.noun),
          key: `${isRef(source) ? source.name : source} ${profile.name}`,
        },
      ];
    });
    return [...groupBy(tunnels, ({ key }) => key).values()].flatMap((together) =>
      together.some(({ shared }) => shared)
        ? together
            .filter(({ shared }) => !shared)
            .map(({ tunnel }) =>
              createFinding(
                tunnel,
                `does not share the protection that ${together.find(({ shared }) => shared)!.tunnel.name} shares from the same source`,
                'write protection: { profile, shared: true } on each of them',
              ),
            )
        : [],
    );
  }),
};
