import { statement } from '../../../desired/cli/forms';
import { byName } from '../../../desired/cli/plain-words';
import {
  address,
  address6,
  addressWithMask,
  after,
  integer,
  mapped,
  name,
  prefix6,
  sequence,
  type Words,
} from '../../../desired/cli/words';
import { isIpv4 } from '../../../kernel/ip';
import { identify, type Noun } from '../../../model/noun';
import type { NounOf } from '../../../model/nouns';
import { ipv6StaticRoute as noun6, staticRoute as noun4 } from '../../../model/shared/static-route';

type Pool = NounOf<'address-pool'>;
type Route = NounOf<'static-route'>;
type Route6 = NounOf<'ipv6-static-route'>;

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

interface Going {
  readonly way: string;
  readonly destination: string;
  readonly gateway: string;
}
/** `vti-pune 10.30.0.0 255.255.0.0 10.58.1.2`. The way out is a logical name, which stands behind the `@` of the name. */
const going = <R extends Route | Route6>(spec: Noun, destination: Words<string>, hop: Words<string>, none: string) =>
  mapped(
    sequence<Going>({ way: name, destination, gateway: hop }),
    ({ way, ...to }) => ({ ...to, name: identify(spec, { ...to, interface: way })!, interface: way }) as Partial<R>,
    (route): Going => ({
      way: route.name!.slice(route.name!.indexOf('@') + 1).split(',')[0]!,
      destination: route.destination!,
      gateway: typeof route.gateway === 'string' ? route.gateway : none,
    }),
  );
interface Lasting {
  readonly distance: number;
  readonly track?: number;
}
const ofOthers = {
  device: 'an ASA has its own routes: leave device out',
  network: 'an ASA takes the network itself: leave network out',
  ecmpZone: 'zones of an ASA are not written here: leave ecmpZone out',
  label: 'an ASA gives routes no name: leave label out',
  tag: 'an ASA gives routes no tag: leave tag out',
  permanent: 'an ASA has no such word: leave permanent out',
  vrf: 'an ASA has no such VRF: leave vrf out',
};

/** `route vti-pune 10.30.0.0 255.255.0.0 10.58.1.2 1`. That a name is that of a tunnel, only the whole configuration says. */
export const staticRoute = statement<Route>({
  lead: 'route',
  required: ['interface'],
  words: going<Route>(noun4, addressWithMask, address, '0.0.0.0'),
  args: mapped(
    sequence<Lasting>({ distance: integer(1, 255), track: after(['track'], integer(1, 500)) }, ['track']),
    (read): Pick<Route, 'distance' | 'track'> => read,
    ({ distance, track }): Lasting => ({ distance, ...(typeof track === 'number' ? { track } : {}) }),
  ),
  refused: ofOthers,
});

/** `ipv6 route vti-pune 2001:db8:30::/48 2001:db8:58::2 5`: a distance of 1 is not printed. */
export const ipv6StaticRoute = statement<Route6>({
  lead: 'ipv6 route',
  required: ['interface'],
  words: going<Route6>(noun6, prefix6, address6, '::'),
  args: mapped(
    sequence<{ distance?: number }>({ distance: integer(1, 254) }, ['distance']),
    ({ distance }) => ({ distance: distance ?? 1 }),
    ({ distance }) => (distance === 1 ? {} : { distance }),
  ),
  refused: { ...ofOthers, track: 'on an ASA only a route of IPv4 is written with it: leave track out' },
});
