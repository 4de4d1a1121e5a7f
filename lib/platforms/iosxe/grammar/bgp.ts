import { line, lines, onHeaderLine, prefixed, section, submode } from '../../../desired/cli/forms';
import { address, integer, rest, sequence } from '../../../desired/cli/words';
import { activated, advertised, bgpNumber, timers } from '../../../engine/cli/bgp-words';
import type { NounOf } from '../../../model/nouns';
import { port } from './words';

type Bgp = NounOf<'bgp'>;
type Neighbor = Bgp['neighbors'][number];

/** The noun's neighbours are lines of the process, and of the family that they are activated in. */
const families = {
  lines: (noun: Record<string, unknown>): Record<string, unknown> => {
    const { neighbors, networks } = noun as Partial<Bgp>;
    const family = { networks, active: neighbors?.map((one) => ({ address: one.address })) };
    return { ...noun, networks: family };
  },
  noun: (lines: Record<string, unknown>): Record<string, unknown> => {
    const { networks: family, ...own } = lines as { networks?: { networks?: readonly string[] } };
    return { ...own, ...(family?.networks === undefined ? {} : { networks: family.networks }) };
  },
};

/**
 * Of a process that was adopted only our lines are ours. Neighbours are activated in a family: a device that prints the older form without
 * families changes to this one when the first is typed (not proven).
 */
export const bgp = section<Bgp>({
  lead: 'router bgp',
  prompt: 'config-router',
  key: sequence<{ name: string }>({ name: bgpNumber }),
  ownership: 'lines',
  through: families,
  fields: {
    routerId: line('bgp router-id', address),
    neighbors: prefixed<Neighbor>('neighbor', 'address', address as never, {
      address: onHeaderLine,
      remoteAs: line('remote-as', integer(1, 4294967295), { last: true }),
      description: line('description', rest),
      ebgpMultihop: line('ebgp-multihop', integer(1, 255)),
      updateSource: line('update-source', port),
      timers: line('timers', timers),
    }),
    networks: submode(
      'address-family ipv4',
      'config-router-af',
      {
        networks: lines('network', advertised),
        active: lines('neighbor', activated),
      } as never,
      { shared: true },
    ),
  },
});
