import { field, outsideBody, same, setOf, type RestGrammar, type Wire } from '../../../desired/rest/grammar';
import { dig } from '../../../desired/rest/place';
import type { Json, JsonObject } from '../../../kernel/json';
import type { NounOf } from '../../../model/nouns';
import { under } from './interfaces';
import { reference } from './reference';

type Bgp = NounOf<'ftd-bgp'>;
type Neighbor = Bgp['neighbors'][number];
type Network = NonNullable<Bgp['networks']>[number];

/** Numbers of autonomous systems are text, also with a dot: `1.10` is 65546. */
const plainNumber = (json: Json): string => {
  const [high, low] = String(json).split('.');
  return low === undefined ? high! : String(Number(high) * 65536 + Number(low));
};
const systemNumber: Wire<number> = {
  to: (value) => String(value),
  from: (json) => Number(plainNumber(json)),
  canonical: plainNumber,
};

/** What a neighbour has where nothing is said of it. It is written, so that what all neighbours have does not count. */
const defaults = { hops: 1, keepalive: 60, hold: 180, weight: 0 };

const neighborBody = (
  address: Json,
  remoteAs: Json,
  {
    description,
    hops,
    keepalive,
    hold,
    weight,
    active = true,
    shutdown = false,
  }: Readonly<Record<'description' | 'hops' | 'keepalive' | 'hold' | 'weight', Json>> & {
    readonly active?: Json;
    readonly shutdown?: Json;
  },
): JsonObject => ({
  ipv4Address: address,
  remoteAs,
  neighborGeneral: { enableAddress: active, shutdown, description },
  neighborTimers: { keepAliveInterval: keepalive, holdTime: hold },
  neighborAdvanced: { neighborHops: { maxHopCount: hops }, neighborWeight: weight },
});

/** Of a neighbour only these are ours: what else it has stays. */
const neighbor: Wire<Neighbor> = {
  to: ({
    address,
    remoteAs,
    description = '',
    ebgpMultihop = defaults.hops,
    timers = defaults,
    weight = defaults.weight,
  }) =>
    neighborBody(address, String(remoteAs), {
      description,
      hops: ebgpMultihop,
      keepalive: timers.keepalive,
      hold: timers.hold,
      weight,
    }),
  from: (json) => {
    const at = (place: string): Json | undefined => dig(json, place);
    if (at('neighborGeneral.shutdown') === true || at('neighborGeneral.enableAddress') !== true) return undefined;
    const [description, hops] = [at('neighborGeneral.description'), at('neighborAdvanced.neighborHops.maxHopCount')];
    const [keepalive, hold] = ['keepAliveInterval', 'holdTime'].map((key) => Number(at(`neighborTimers.${key}`)));
    const weight = Number(at('neighborAdvanced.neighborWeight') ?? defaults.weight);
    const isUsual = keepalive === defaults.keepalive && hold === defaults.hold;
    return {
      address: String(at('ipv4Address')),
      remoteAs: Number(at('remoteAs')),
      ...(description === '' ? {} : { description: String(description) }),
      ...(hops === defaults.hops ? {} : { ebgpMultihop: Number(hops) }),
      ...(weight === defaults.weight ? {} : { weight }),
      ...(isUsual ? {} : { timers: { keepalive: keepalive!, hold: hold! } }),
    };
  },
  canonical: (json) => {
    const at = (place: string, absent: Json): Json => dig(json, place) ?? absent;
    const number = (place: string, absent: number): number => Number(at(place, absent));
    return neighborBody(at('ipv4Address', ''), plainNumber(at('remoteAs', '')), {
      description: at('neighborGeneral.description', ''),
      hops: number('neighborAdvanced.neighborHops.maxHopCount', defaults.hops),
      keepalive: number('neighborTimers.keepAliveInterval', defaults.keepalive),
      hold: number('neighborTimers.holdTime', defaults.hold),
      weight: number('neighborAdvanced.neighborWeight', defaults.weight),
      active: at('neighborGeneral.enableAddress', false),
      shutdown: at('neighborGeneral.shutdown', false),
    });
  },
};

const object = reference('network-object');
const network: Wire<Network> = {
  to: (ref, look) => ({ ipv4Address: object.to(ref, look) }),
  from: (json) => object.from((json as JsonObject)['ipv4Address']!),
  canonical: (json) => ({ ipv4Address: object.canonical!((json as JsonObject)['ipv4Address'] ?? {}) }),
};

const family = 'addressFamilyIPv4';
const routing = 'bgp';

/**
 * Two resources of a firewall: the general settings, with which BGP is on, and beside them `bgp` with its neighbours. From
 * Cisco's Terraform provider and published programs; nothing is recorded.
 */
export const ftdBgp: RestGrammar<Bgp> = {
  form: 'object',
  collection: (bgp) => under(bgp, 'routing/bgpgeneralsettings'),
  key: 'bgpgeneralsettings',
  type: 'BGPGeneralSettings',
  only: true,
  nameOf: () => undefined,
  sharedByAll: true,
  beside: { part: routing, collection: (bgp) => under(bgp, 'routing/bgp') },
  fixed: () => ({
    '': { type: 'BGPGeneralSettings', name: 'AsaBGPGeneralTable' },
    [routing]: { type: 'bgp', name: 'bgp' },
  }),
  // It is answered and, as a published program found, not taken back.
  alternatives: [{ part: routing, sets: [[`${family}.neighbors`], [`${family}.maximumPaths`]], quiet: true }],
  fields: {
    device: outsideBody,
    asn: field('asNumber', systemNumber, { immutable: true }),
    routerId: field('routerId', same<string>(), { compareIfDeclared: true }),
    neighbors: field(`${family}.neighbors`, setOf(neighbor), {
      part: routing,
      absent: [],
      sharedList: true,
      memberKey: 'ipv4Address',
    }),
    networks: field(`${family}.networks`, setOf(network), {
      part: routing,
      absent: [],
      sharedList: true,
      memberKey: 'ipv4Address.id',
    }),
  },
};
