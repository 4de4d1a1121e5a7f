import { isIpv4, isIpv6 } from '../../../../kernel/ip';
import type { Json, JsonObject } from '../../../../kernel/json';
import { invalid } from '../answer';
import { kinds, named, records } from './devices';
import { crud, description, flag, list, nameShape, ref } from '../members';
import type { Members } from '../shape';
import { monitors } from './sla-monitors';
import { idIn, itemsOf, text, type Collection, type Item, type World } from '../world';

const families = ['ipv4staticroutes', 'ipv6staticroutes'];
const deviceOf = (collection: string): string => collection.split('/').slice(0, 3).join('/');

const facesOf = ({ body }: Pick<Item, 'body'>): readonly (string | undefined)[] =>
  ((body['interfaces'] ?? []) as readonly Json[]).map(idIn);

const cost = (body: JsonObject): string =>
  [...(body['selectedNetworks'] as readonly JsonObject[]).map((n) => n['id']).sort(), body['metricValue']].join(' ');
const way = (body: JsonObject): string => `${text(body['interfaceName'])} ${cost(body)}`;

/** Whether one zone has both interfaces. */
const together = (world: World, collection: string, ...ifnames: readonly (Json | undefined)[]): boolean => {
  const ids = new Map(named(world, collection).map(({ id, body }) => [body['ifname'], id]));
  return itemsOf(world, `${deviceOf(collection)}/routing/ecmpzones`).some((zone) =>
    ifnames.every((ifname) => facesOf(zone).includes(ids.get(ifname))),
  );
};

/** A route of the same cost through another interface, where no zone has both. */
const rivalOf = (world: World, { collection, id, body }: Pick<Item, 'id' | 'body'> & { readonly collection: string }) =>
  itemsOf(world, collection).find(
    (other) =>
      other.id !== id &&
      cost(other.body) === cost(body) &&
      other.body['interfaceName'] !== body['interfaceName'] &&
      !together(world, collection, other.body['interfaceName'], body['interfaceName']),
  );

/** `isHop`: whether a text is an address that a route of this family goes to. */
const routesOf = (word: string, type: string, isHop: (text: string) => boolean, more: Members = {}): Collection => ({
  at: `${records}/*/routing/${word}`,
  type,
  bulk: true,
  verbs: ['GET', 'POST', 'PUT', 'DELETE'],
  members: {
    interfaceName: { is: 'text', required: true },
    selectedNetworks: { is: 'list', required: true, of: { is: 'ref', to: ['object/hosts', 'object/networks'] } },
    gateway: {
      is: 'object',
      members: {
        object: { is: 'ref', to: ['object/hosts'] },
        literal: { is: 'object', members: { type: { is: 'text' }, value: { is: 'text' } } },
      },
    },
    metricValue: { is: 'number', from: 1, to: 254, fallback: 1 },
    isTunneled: flag(false),
    ...more,
  },
  ignored: ['name', 'description'],
  check: (world, { collection, id, body }) => {
    const blackhole = body['interfaceName'] === 'Null0';
    if (!blackhole && !named(world, collection).some((i) => i.body['ifname'] === body['interfaceName']))
      throw invalid(`Invalid value for interfaceName: ${text(body['interfaceName'])}`);
    const gateway = (body['gateway'] ?? {}) as { object?: Json; literal?: { value?: string } };
    if (!blackhole && !gateway.object && !isHop(gateway.literal?.value ?? ''))
      throw invalid('Missing required field: gateway');
    if (itemsOf(world, collection).some((other) => other.id !== id && way(other.body) === way(body)))
      throw invalid('Duplicate static route');
    const rival = rivalOf(world, { collection, id, body });
    if (rival)
      throw invalid(`Equal cost route through ${text(rival.body['interfaceName'])}, which is in no common ECMP zone`);
  },
  scope: 'device',
});
const routes = [
  routesOf('ipv4staticroutes', 'IPv4StaticRoute', isIpv4, { routeTracking: { is: 'ref', to: [monitors] } }),
  routesOf('ipv6staticroutes', 'IPv6StaticRoute', isIpv6),
];

/** Routes that are of equal cost through two interfaces of these; words as the FMC is thought to have them. */
const sharing = (world: World, collection: string, faces: readonly (string | undefined)[]): readonly Item[] => {
  const names = new Map(named(world, collection).map(({ id, body }) => [body['ifname'], id]));
  const all = families.flatMap((word) => itemsOf(world, `${deviceOf(collection)}/routing/${word}`));
  const inside = all.filter(({ body }) => faces.includes(names.get(body['interfaceName'])));
  return inside.filter((one) => inside.some((other) => other !== one && cost(other.body) === cost(one.body)));
};

/** Interfaces over which routes may be of equal cost (Cisco, guidelines for ECMP). */
const ecmpZone: Collection = {
  at: `${records}/*/routing/ecmpzones`,
  type: 'ecmpzones',
  since: '7.1',
  verbs: crud,
  uniqueHere: true,
  members: {
    name: nameShape,
    description,
    interfaces: list(ref(...[...kinds, 'virtualtunnelinterfaces'].map((kind) => `${records}/*/${kind}`)), 8),
  },
  check: (world, { collection, id, body, before }) => {
    const faces = facesOf({ body });
    const others = itemsOf(world, collection).filter((other) => other.id !== id);
    const taken = others.find((other) => facesOf(other).some((face) => faces.includes(face)));
    if (taken) throw invalid(`An interface can be a member of only one ECMP zone: ${text(taken.body['name'])}`);
    for (const face of faces) {
      const found = world.find(face ?? '');
      if (found?.item.body['tunnelType'] === 'DYNAMIC' || found?.collection.endsWith('loopbackinterfaces'))
        throw invalid(`${text(found.item.body['ifname'])} cannot be a member of an ECMP zone`);
    }
    const gone = before === undefined ? [] : facesOf({ body: before }).filter((face) => !faces.includes(face));
    if (gone.length > 0 && sharing(world, collection, facesOf({ body: before! })).length > 0)
      throw invalid('An interface with equal cost static routes cannot be removed from its ECMP zone');
  },
  usedBy: (world, collection, item) =>
    sharing(world, collection, facesOf(item)).map(({ id }) => `equal cost static route ${id}`),
  scope: 'device',
};

export const routeCollections: readonly Collection[] = [...routes, ecmpZone];
