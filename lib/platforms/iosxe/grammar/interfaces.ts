import { line, refused, section, statement } from '../../../desired/cli/grammar';
import {
  address,
  addressWithMask,
  integer,
  mapped,
  name,
  refTo,
  rest,
  sequence,
  spelled,
  word,
} from '../../../desired/cli/words';
import type { NounOf } from '../../../model/nouns';
import { interfaceName } from './interface-name';

type Tunnel = NounOf<'tunnel-interface'>;
type Route = NounOf<'static-route'>;

/** `Tunnel 100` and `tunnel100` are `Tunnel100`. */
const interfaceOf = (kind: string) =>
  sequence<{ name: string }>({
    name: word((text) => (new RegExp(`^${kind}\\d+$`, 'i').test(text) ? interfaceName(text) : undefined)),
  });

/** Of an interface only the lines that we write are ours. */
export const tunnelInterface = section<Tunnel>({
  lead: 'interface',
  prompt: 'config-if',
  key: interfaceOf('tunnel'),
  extent: 'lines',
  required: ['destination', 'protection'],
  fields: {
    device: refused('a router has its own interfaces: leave device out'),
    ifname: refused('IOS-XE has no logical interface names: leave ifname out'),
    description: line('description', rest),
    address: line('ip address', addressWithMask),
    ipMtu: line('ip mtu', integer(68, 9216)),
    tcpMss: line('ip tcp adjust-mss', integer(500, 1460)),
    source: line(
      'tunnel source',
      word((text) => interfaceName(text), interfaceName),
    ),
    mode: line('tunnel mode', spelled<Tunnel['mode']>({ 'ipsec-ipv4': 'ipsec ipv4' })),
    destination: line('tunnel destination', address),
    tunnelVrf: line('tunnel vrf', name),
    protection: line('tunnel protection ipsec profile', refTo('ipsec-profile')),
  },
});

/** What others write on it stays. */
export const loopbackInterface = section<NounOf<'loopback-interface'>>({
  lead: 'interface',
  prompt: 'config-if',
  key: interfaceOf('loopback'),
  extent: 'lines',
  fields: {
    description: line('description', rest),
    address: line('ip address', addressWithMask),
  },
});

/** `ip route 10.30.0.0 255.255.0.0 Tunnel100 [distance]`; a distance of 1 is not printed. */
export const staticRoute = statement<Route>({
  lead: 'ip route',
  words: mapped(
    sequence<{ destination: string; interface: string }>({
      destination: addressWithMask,
      interface: word((text) => (/^tunnel\d+$/i.test(text) ? interfaceName(text) : undefined)),
    }),
    (read): Partial<Route> => ({
      name: `${read.destination}@${read.interface}`,
      destination: read.destination,
      interface: { ref: 'tunnel-interface', name: read.interface },
    }),
    (route) => ({ destination: route.destination!, interface: route.interface!.name }),
  ),
  args: mapped(
    sequence<{ distance?: number }>({ distance: integer(1, 255) }, ['distance']),
    ({ distance }): Partial<Route> => ({ distance: distance ?? 1 }),
    ({ distance }) => (distance === 1 ? {} : { distance: distance! }),
  ),
  refused: {
    device: 'a router has its own routes: leave device out',
    network: 'IOS-XE has no network objects: leave network out',
    gateway: 'a route through a tunnel interface needs no gateway on IOS-XE: leave it out',
  },
});
