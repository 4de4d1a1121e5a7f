import { statement } from '../../../desired/cli/forms';
import type { StatementGrammar } from '../../../desired/cli/grammar';
import {
  address,
  address6,
  addressWithMask,
  after,
  either,
  inAnyOrder,
  integer,
  mapped,
  name,
  prefix6,
  present,
  sequence,
  word,
  type Words,
} from '../../../desired/cli/words';
import { isIpv6 } from '../../../kernel/ip';
import { identify, type Noun, type Ref } from '../../../model/noun';
import type { NounOf } from '../../../model/nouns';
import { ipv6StaticRoute as noun6, staticRoute as noun4 } from '../../../model/shared/static-route';
import { interfaceName } from './interface-name';
import { vrf } from './words';

type Route = NounOf<'static-route'>;
type Route6 = NounOf<'ipv6-static-route'>;
type Way = NonNullable<Route['interface']>;

const tunnel = word<Ref<'tunnel-interface'>>(
  (text) => (/^tunnel\d+$/i.test(text) ? { ref: 'tunnel-interface', name: interfaceName(text) } : undefined),
  (ref) => ref.name,
);
const port = word<string>(
  // An IPv6 next hop may begin with letters too.
  (text) => (!isIpv6(text) && /^[a-z][a-z-]*\d[\d/.:]*$/i.test(text) ? interfaceName(text) : undefined),
  interfaceName,
);
const way = either<Ref<'tunnel-interface'>, string>(
  tunnel,
  (value): value is Ref<'tunnel-interface'> => typeof value !== 'string',
  port,
);

interface Going<Hop = string> {
  readonly vrf?: Route['vrf'];
  readonly destination: string;
  readonly interface?: Way;
  readonly gateway?: Hop;
}
const going = (
  spec: Noun,
  destination: Words<string>,
  hop: Words<string>,
): Words<Going<Route['gateway']> & { readonly name: string }> =>
  mapped(
    sequence<Going>({ vrf: after(['vrf'], vrf), destination, interface: way, gateway: hop }, [
      'vrf',
      'interface',
      'gateway',
    ]),
    (read) =>
      read.interface === undefined && read.gateway === undefined ? undefined : { ...read, name: identify(spec, read)! },
    ({ vrf: own, destination: to, interface: out, gateway }): Going => ({
      ...(own === undefined ? {} : { vrf: own }),
      destination: to,
      ...(out === undefined ? {} : { interface: out }),
      ...(typeof gateway === 'string' ? { gateway } : {}),
    }),
  );

/** Words that a device prints in an order of its own; a distance of 1 is not printed. */
type Beside = 'distance' | 'label' | 'tag' | 'track' | 'permanent';
type Besides = Partial<Pick<Route6, Beside>>;
const besides = <R extends Route | Route6>(): Words<Pick<R, Beside>> =>
  mapped(
    inAnyOrder<Besides>({
      distance: integer(1, 255),
      tag: after(['tag'], integer(1, 4294967295)),
      permanent: present('permanent'),
      label: after(['name'], name),
      track: after(['track'], integer(1, 1000)),
    }),
    ({ distance, ...more }) => ({ ...more, distance: distance ?? 1 }),
    ({ distance, label, tag, track, permanent }): Besides => ({
      ...(distance === 1 ? {} : { distance }),
      ...(tag === undefined ? {} : { tag }),
      ...(permanent === undefined ? {} : { permanent }),
      ...(label === undefined ? {} : { label }),
      ...(typeof track === 'number' ? { track } : {}),
    }),
  );

const ofFirewalls = {
  device: 'a router has its own routes: leave device out',
  network: 'IOS-XE has no network objects: leave network out',
  ecmpZone: 'on a router routes of equal cost need no zone: leave ecmpZone out',
};

/** `ip route [vrf V] 10.30.0.0 255.255.0.0 Tunnel100 [distance] …`. */
export const staticRoute: StatementGrammar<Route> = statement<Route>({
  lead: 'ip route',
  words: going(noun4, addressWithMask, address),
  args: besides<Route>(),
  refused: ofFirewalls,
});

export const ipv6StaticRoute: StatementGrammar<Route6> = statement<Route6>({
  lead: 'ipv6 route',
  words: going(noun6, prefix6, address6),
  args: besides<Route6>(),
  refused: ofFirewalls,
});
