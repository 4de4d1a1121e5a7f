import { line, lines, onHeaderLine, prefixed, refused, section, submode } from '../../../desired/cli/forms';
import { address, integer, rest, sequence } from '../../../desired/cli/words';
import { nothing } from '../../../desired/cli/plain-words';
import { advertised, bgpNumber, timers } from '../../../engine/cli/bgp-words';
import type { NounOf } from '../../../model/nouns';

type Bgp = NounOf<'bgp'>;
type Neighbor = Bgp['neighbors'][number] & { readonly active: true };

/** On an ASA all of a neighbour stands in its family. */
const families = {
  lines: (noun: Record<string, unknown>): Record<string, unknown> => {
    const { neighbors, networks, ...own } = noun as unknown as Bgp;
    return { ...own, networks: { networks, neighbors: neighbors?.map((one) => ({ ...one, active: true })) } };
  },
  noun: (lines: Record<string, unknown>): Record<string, unknown> => {
    const { networks: family, ...own } = lines as {
      networks?: { networks?: readonly string[]; neighbors?: readonly Neighbor[] };
    };
    const neighbors = family?.neighbors?.map(({ active: _active, ...one }) => one);
    return {
      ...own,
      ...(neighbors === undefined ? {} : { neighbors }),
      ...(family?.networks === undefined ? {} : { networks: family.networks }),
    };
  },
};

/** Of the process only our lines are ours (Cisco ASA configuration guide, BGP). */
export const bgp = section<Bgp>({
  lead: 'router bgp',
  prompt: 'config-router',
  key: sequence<{ name: string }>({ name: bgpNumber }),
  ownership: 'lines',
  through: families,
  fields: {
    routerId: line('bgp router-id', address),
    neighbors: onHeaderLine,
    networks: submode(
      'address-family ipv4 unicast',
      'config-router-af',
      {
        networks: lines('network', advertised),
        neighbors: prefixed<Neighbor>('neighbor', 'address', address as never, {
          address: onHeaderLine,
          remoteAs: line('remote-as', integer(1, 4294967295), { last: true }),
          ebgpMultihop: line('ebgp-multihop', integer(1, 255)),
          description: line('description', rest),
          timers: line('timers', timers),
          active: line('activate', nothing as never),
          updateSource: refused('an ASA opens a session from the interface that leads to the neighbour: leave it out'),
        }),
      } as never,
      { shared: true },
    ),
  },
});
