import { line, refused, section } from '../../../desired/cli/forms';
import {
  addressWithMask,
  after,
  literal,
  mapped,
  present,
  refTo,
  rest,
  sequence,
  word,
  type Words,
} from '../../../desired/cli/words';
import type { NounOf } from '../../../model/nouns';
import { interfaceOf, ipHead, ipTail, tunnelHead, tunnelIp, tunnelMode, tunnelTail } from './interface-fields';
import { interfaceName } from './interface-name';
import { host, nameOrRef } from './words';

type Tunnel = NounOf<'tunnel-interface'>;

type Protection = NonNullable<Tunnel['protection']>;
/** The profile alone, or with what is particular here; `isakmp-profile` stays a line that no noun knows. */
export const protection: Words<Protection> = mapped(
  sequence<Exclude<Protection, { ref: string }>>(
    {
      profile: refTo('ipsec-profile'),
      ikev2Profile: after(['ikev2-profile'], refTo('ikev2-profile')),
      shared: present('shared'),
    },
    ['ikev2Profile', 'shared'],
  ),
  (value): Protection => (value.shared || value.ikev2Profile ? value : value.profile),
  (value) => ('profile' in value ? value : { profile: value }),
);

/** Typed or not: an interface that is there is known without it. */
const typeTunnel = mapped(
  literal('type', 'tunnel'),
  () => ({}),
  () => undefined,
);

/** A tunnel of another mode, or protected in another way, is another thing than one of the default mode without any. */
const decisive = /^tunnel (mode|source|destination|protection) /;

/** An interface that we created is ours whole; of one that was there before us, only our lines are. A tunnel without `tunnel mode` is GRE over IPv4. */
export const tunnelInterface = section<Tunnel>({
  lead: 'interface',
  prompt: 'config-if',
  key: interfaceOf('tunnel'),
  decides: { lines: decisive },
  ownership: 'lines',
  fields: {
    device: refused('a router has its own interfaces: leave device out'),
    zone: refused('a router is in no security zone of an FMC: leave zone out'),
    standbyAddress: refused('IOS-XE has no failover pair: leave standbyAddress out'),
    sourceIpv6Address: refused('on IOS-XE write the address as source, and leave sourceIpv6Address out'),
    ifname: refused('IOS-XE has no logical interface names: leave ifname out'),
    description: line('description', rest),
    ...tunnelHead,
    address: line('ip address', addressWithMask),
    negotiated: line('ip address', present('negotiated')),
    ...tunnelIp,
    source: line('tunnel source', nameOrRef<'loopback-interface'>(interfaceName)),
    mode: line('tunnel mode', tunnelMode, { defaultOmitted: 'gre-ip', absentMeansDefault: true }),
    destination: line('tunnel destination', host),
    ...tunnelTail,
    protection: line('tunnel protection ipsec profile', protection),
  },
});

/** `type tunnel` is typed at creation and printed. It stands empty first where profile and template name each other. */
export const virtualTemplate = section<NounOf<'virtual-template'>>({
  lead: 'interface',
  prompt: 'config-if',
  key: interfaceOf('virtual-template'),
  header: {
    print: () => ['type', 'tunnel'],
    read: (words, at) => (at < words.length ? typeTunnel.read(words, at) : { value: {}, next: at }),
  },
  decides: {
    lines: decisive,
    // That of PPP is printed without a type, and nothing in it is of a tunnel.
    is: (header, lines) => / type tunnel *$/i.test(header) || lines.some((each) => each.startsWith('tunnel ')),
  },
  ownership: 'lines',
  bare: true,
  fields: {
    description: line('description', rest),
    ...tunnelHead,
    ...tunnelIp,
    source: line(
      'tunnel source',
      word((text) => interfaceName(text), interfaceName),
    ),
    mode: line('tunnel mode', tunnelMode, { defaultOmitted: 'gre-ip', absentMeansDefault: true }),
    ...tunnelTail,
    protection: line('tunnel protection ipsec profile', protection),
  },
});

/** One that we created is ours whole; on one that was there before us, lines of others stay. */
export const loopbackInterface = section<NounOf<'loopback-interface'>>({
  lead: 'interface',
  prompt: 'config-if',
  key: interfaceOf('loopback'),
  ownership: 'lines',
  fields: {
    description: line('description', rest),
    ...ipHead,
    address: line('ip address', addressWithMask),
    ...ipTail,
  },
});
