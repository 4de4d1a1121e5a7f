import type { NetworkView } from '../../engine/network-view';
import { createFinding, type Rule } from '../../engine/rule';
import { groupBy } from '../../../kernel/group';
import type { End } from '../../facts/end';
import { called, onEnds } from '../../facts/pairs';
import { everything, selectorsOf } from '../../facts/selectors';

/** A tunnel interface that asks for everything: one with a list of what it protects does not. */
const asksForAll = ({ tunnel }: End): boolean =>
  tunnel !== undefined && tunnel.noun.mode === 'ipsec-ipv4' && tunnel.noun.protectionPolicy === undefined;

export const routeAndPolicy: Rule = {
  id: 'TW-END-018',
  title: 'A tunnel interface whose peer protects only some networks',
  why: 'A tunnel interface asks for all traffic, any to any, and takes nothing less; a crypto map, or a policy-based topology, takes only what its list holds. The IKE SA comes up and the IPsec SA does not, whoever begins. Either both ends are route-based, or the list is of any to any, or the tunnel interface gets the list too (Cisco technote 214728: before multi-SA VTI both ends had to be of one type).',
  packs: { correctness: 'error' },
  looksAt: ['tunnel-interface', 'crypto-map-entry', 'vpn-endpoint', 'access-list'],
  ofSeveral: true,
  check: (network: NetworkView) => {
    const byEnd = groupBy(selectorsOf(network), ({ at }) => at);
    return onEnds((end, peer) => {
      const lists = byEnd.get(peer.at) ?? [];
      const hasAll = lists.some(({ here, there }) => here === everything && there === everything);
      if (!asksForAll(end) || lists.length === 0 || hasAll) return [];
      const [{ here, there }] = lists as [(typeof lists)[number]];
      return [
        createFinding(
          end.at,
          `asks for all traffic, and ${called(peer)} protects only ${here} to ${there}${lists.length > 1 ? ' and such' : ''}`,
          'write a tunnel interface at both ends, or protectionPolicy with the same networks here',
        ),
      ];
    })(network);
  },
};
