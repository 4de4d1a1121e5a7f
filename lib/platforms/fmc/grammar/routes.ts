import {
  field,
  number,
  outsideBody,
  refused,
  type RestFields,
  type RestGrammar,
  type Wire,
  type Written,
} from '../../../desired/rest/grammar';
import type { Json, JsonObject } from '../../../kernel/json';
import type { Ref } from '../../../model/noun';
import type { NounOf } from '../../../model/nouns';
import { under } from './interfaces';
import { reference } from './reference';
import { addressText } from './words';

type Route = NounOf<'static-route'>;
type Route6 = NounOf<'ipv6-static-route'>;
type Way = NonNullable<Route['interface']>;
type Gateway = string | Ref<'network-object'>;

/** Where the far end's networks are, as the FMC answers it: it gives a route no name of its own. */
const routeName = (network: string, ifname: string): string => `${network}@${ifname}`;

const whyNot = (way: Way): string | undefined => {
  if (typeof way === 'string')
    return way.includes('/')
      ? `on an FMC '${way}' has a logical name, by which routes call it: write that, like outside`
      : undefined;
  return way.external && way.key?.['ifname'] === undefined
    ? 'its logical name is not known here: give it to TunnelInterface.fromExisting, behind the name'
    : undefined;
};
const out: Written<Way> = {
  form: 'written',
  leaves: [{ part: '', at: 'interfaceName', canonical: (json) => json }],
  write: (way, look) => [
    typeof way === 'string'
      ? way
      : (look.noun('tunnel-interface', way.name)?.ifname ?? way.key?.['ifname'] ?? way.name),
  ],
  read: () => undefined,
  refuses: whyNot,
};

const network = reference('network-object');
const networks: Wire<Ref<'network-object'>> = {
  to: (ref, look) => [network.to(ref, look)],
  from: (json) => network.from((json as readonly Json[])[0]!),
  canonical: (json) => (json as readonly Json[]).map(network.canonical!),
};

const literal: Wire<string> = {
  to: (value) => ({ type: 'Host', value }),
  from: (json) => String((json as JsonObject)['value']),
  canonical: (json) => ({ type: 'Host', value: addressText.canonical!((json as JsonObject)['value'] ?? null) }),
};
/** An address that stands in the route, or a host that has a name. */
const gateway: Written<Gateway> = {
  form: 'written',
  leaves: [...field('gateway.literal', literal).leaves, ...field('gateway.object', network).leaves],
  write: (value, look) =>
    typeof value === 'string' ? [literal.to(value, look), undefined] : [undefined, network.to(value, look)],
  read: ([address, host]) =>
    address !== undefined ? literal.from(address) : host === undefined ? undefined : network.from(host),
};

const routersOnly = (what: string) => refused(`on the FMC a route has no such setting: leave ${what} out`);
/** Only of IPv4: the schema of the others has no such member. */
const track: Written<number | Ref<'sla-monitor'>> = {
  ...field('routeTracking', reference('sla-monitor') as Wire<number | Ref<'sla-monitor'>>),
  refuses: (wanted) =>
    typeof wanted === 'number' ? 'on an FMC a route goes by an SLA monitor: give the SlaMonitor construct' : undefined,
};

const fields = {
  device: outsideBody,
  ecmpZone: outsideBody,
  destination: outsideBody,
  network: field('selectedNetworks', networks),
  interface: out,
  gateway,
  distance: field('metricValue', number),
  label: routersOnly('label'),
  tag: routersOnly('tag'),
  permanent: routersOnly('permanent'),
  vrf: routersOnly('vrf'),
} satisfies Omit<RestFields<Route> & RestFields<Route6>, 'track'>;

/** Two collections of one shape, in which a route of neither has a name of its own. */
const routeOf = <R extends Route | Route6>(key: string, type: string, own: RestFields<R>): RestGrammar<R> => ({
  form: 'object',
  collection: (route) => under(route, `routing/${key}`),
  key,
  type,
  nameOf: (body) => {
    const all = (body['selectedNetworks'] ?? []) as readonly JsonObject[];
    return all.map((one) => routeName(String(one['name']), String(body['interfaceName'])));
  },
  fixed: () => ({ '': { type, isTunneled: false } }),
  alternatives: [{ sets: [['gateway.literal'], ['gateway.object']] }],
  required: ['device', 'network', 'interface'],
  unwritable: ({ interface: way, gateway: hop }) =>
    hop === undefined && way !== 'Null0'
      ? [
          [
            'gateway',
            "is missing: write the next hop, an address or the NetworkObject of a host; only a route to 'Null0' has none",
          ],
        ]
      : hop !== undefined && way === 'Null0'
        ? [['gateway', "a route to 'Null0' has no next hop: leave gateway out"]]
        : [],
  fields: own,
});

export const staticRoute = routeOf<Route>('ipv4staticroutes', 'IPv4StaticRoute', { ...fields, track });
export const ipv6StaticRoute = routeOf<Route6>('ipv6staticroutes', 'IPv6StaticRoute', {
  ...fields,
  track: refused('on an FMC only a route of IPv4 is tracked: leave track out'),
});
