import { line, section, statement } from '../../../desired/cli/forms';
import { byName } from '../../../desired/cli/plain-words';
import {
  address,
  addressWithMask,
  after,
  integer,
  mapped,
  name,
  sequence,
  type Words,
} from '../../../desired/cli/words';
import { canonicalIpv6, isIpv4, isIpv6, isIpv6Cidr } from '../../../kernel/ip';
import { identify } from '../../../model/noun';
import type { NounOf } from '../../../model/nouns';
import { staticRoute as staticRouteNoun } from '../../../model/shared/static-route';

type Pool = NounOf<'address-pool'>;
type Route = NounOf<'static-route'>;

/** `10.0.0.1-10.0.0.9`, one range for a pool. */
const range: Words<Pool['ranges']> = {
  print: ([one]) => [`${one!.from}-${one!.to ?? one!.from}`],
  read: (words, at) => {
    const [from = '', to = ''] = words[at]?.split('-') ?? [];
    if (!isIpv4(from) || !isIpv4(to)) return { miss: words[at] === undefined ? 'incomplete' : 'invalid', at };
    return { value: [{ from, to }], next: at + 1 };
  },
};
/**
 * The whole line takes it back. Whether an ASA lets a pool go that a tunnel group names is not proven, so one is never
 * changed in place: a new one is made, the group names it, the old one goes.
 */
export const addressPool = statement<Pool>({
  lead: 'ip local pool',
  words: byName,
  args: sequence<Pick<Pool, 'ranges' | 'mask'>>({ ranges: range, mask: after(['mask'], address) }, ['mask']),
  immutable: true,
});

/**
 * `route vti-pune 10.30.0.0 255.255.0.0 10.58.1.2 1`. The way out is a logical name, which stands behind the `@` of the
 * name; that it is the name of a tunnel interface, only the whole configuration says.
 */
export const staticRoute = statement<Route>({
  lead: 'route',
  words: mapped(
    sequence<{ way: string; destination: string; gateway: string }>({
      way: name,
      destination: addressWithMask,
      gateway: address,
    }),
    ({ way, ...to }): Partial<Route> => ({
      ...to,
      name: identify(staticRouteNoun, { ...to, interface: way })!,
      interface: way,
    }),
    (route) => ({
      way: route.name!.slice(route.name!.indexOf('@') + 1).split(',')[0]!,
      destination: route.destination!,
      gateway: route.gateway ?? '0.0.0.0',
    }),
  ),
  args: sequence<Pick<Route, 'distance' | 'track'>>(
    { distance: integer(1, 255), track: after(['track'], integer(1, 500)) },
    ['track'],
  ),
  refused: {
    device: 'an ASA has its own routes: leave device out',
    network: 'an ASA takes the network itself: leave network out',
    label: 'an ASA gives routes no name: leave label out',
    tag: 'an ASA gives routes no tag: leave tag out',
    permanent: 'an ASA has no such word: leave permanent out',
    vrf: 'an ASA has no such VRF: leave vrf out',
  },
});

const hostOrNetwork: Words<string> = {
  print: (value) => {
    if (value.includes('-')) return ['range', ...value.split('-')];
    if (isIpv4(value) || isIpv6(value)) return ['host', value];
    return ['subnet', ...(isIpv6Cidr(value) ? [value] : addressWithMask.print(value))];
  },
  read: (words, at) => {
    const [first = '', last = ''] = words.slice(at + 1);
    if (words[at] === 'host' && isIpv6(first)) return { value: canonicalIpv6(first), next: at + 2 };
    if (words[at] === 'host') return address.read(words, at + 1);
    if (words[at] === 'range' && isIpv4(first) && isIpv4(last)) return { value: `${first}-${last}`, next: at + 3 };
    if (words[at] === 'subnet' && isIpv6Cidr(first)) return { value: canonicalIpv6(first), next: at + 2 };
    return words[at] === 'subnet' ? addressWithMask.read(words, at + 1) : { miss: 'invalid', at };
  },
};
/** An object may hold NAT and a description besides, which an ASA prints in a second block: those are of others. */
export const networkObject = section<NounOf<'network-object'>>({
  lead: 'object network',
  prompt: 'config-network-object',
  key: byName,
  ownership: 'lines',
  fields: { value: line('', hostOrNetwork) },
});
