import type { JsonObject } from '../../../kernel/json';
import type { Answer, Request } from './answer';
import { addresses6 } from './collections/devices';
import { filterOf, page } from './list';
import type { DeployedDevice, DeployedTopology } from './deployment/snapshot';
import { idIn, text, type World } from './world';

interface Ends {
  readonly topology: DeployedTopology;
  readonly a: JsonObject;
  readonly b: JsonObject;
}

/** Each end with each other; in a hub and spoke topology each spoke with each hub. */
const pairsOf = (topology: DeployedTopology): readonly Ends[] =>
  topology.endpoints.flatMap((a, i) =>
    topology.endpoints
      .slice(i + 1)
      .filter((b) => topology.topologyType !== 'HUB_AND_SPOKE' || a['peerType'] !== b['peerType'])
      .map((b) => ({ topology, a, b })),
  );

const peer = (world: World, end: JsonObject): JsonObject => {
  const extranet = end['extranet'] === true;
  const info = (end['extranetInfo'] ?? {}) as JsonObject;
  const port = world.find(idIn(end['interface']))?.item.body;
  const source = world.find(idIn(port?.['tunnelSource']))?.item.body ?? port;
  /** Which IPv6 address it leaves by, where it is said. */
  const told = text(port?.['tunnelSrcIPv6IntfAddr']) || text(end['ipv6InterfaceAddress']);
  const address = (body: JsonObject | undefined): string =>
    text(((body?.['ipv4'] as JsonObject | undefined)?.['static'] as JsonObject | undefined)?.['address']) ||
    text(addresses6(body)[0]?.address);
  return {
    peerType: extranet ? 'EXTRANET' : 'FTD',
    role: end['peerType']!,
    device: extranet
      ? { name: info['name'] ?? '', type: 'Extranet' }
      : { id: idIn(end['device']), name: end['name']!, type: 'Device' },
    vpnInterface: extranet
      ? { ipAddress: info['ipAddress'] ?? '' }
      : { name: source?.['ifname'] ?? '', ipAddress: told || address(source) },
    ...(port?.['tunnelId'] === undefined
      ? {}
      : {
          vtiInterface: {
            name: port['ifname']!,
            ipAddress: address(port),
            interfaceType: port['tunnelType'] ?? 'STATIC',
          },
        }),
  };
};

/** One for each two ends. */
const tunnelId = (a: JsonObject, b: JsonObject): string => `${text(a['id'])}-${text(b['id']).slice(-12)}`;

/** `health/tunnelstatuses`: the deployed topologies only. Whether a tunnel is up is not for the FMC to say. */
export const tunnelStatuses = (
  world: World,
  deployed: () => readonly DeployedDevice[],
  tunnelUp: (topology: string, id: string) => boolean,
) => {
  const born = world.now();
  return (request: Request): Answer | undefined => {
    if (request.method !== 'GET' || request.path !== 'health/tunnelstatuses') return undefined;
    const topologies = new Map(deployed().flatMap((device) => device.topologies.map((t) => [t.id, t] as const)));
    const filter = filterOf(request);
    const items = [...topologies.values()].flatMap(pairsOf).map(({ topology, a, b }): JsonObject => ({
      id: tunnelId(a, b),
      type: 'TunnelStatus',
      name: topology.name,
      state: tunnelUp(topology.name, topology.id) ? 'TUNNEL_UP' : 'TUNNEL_DOWN',
      lastChange: born,
      vpnTopology: {
        id: topology.id,
        name: topology.name,
        type: 'FTDS2SVpn',
        topologyType: topology.topologyType,
        routeBased: topology.routeBased,
      },
      peerA: peer(world, a),
      peerB: peer(world, b),
      links: { self: `${world.base}/health/tunnelstatuses/${tunnelId(a, b)}` },
    }));
    const holds = (item: JsonObject): boolean =>
      [...filter].every(([key, wanted]) => {
        if (key === 'vpnTopologyId') return idIn(item['vpnTopology']) === wanted;
        if (key === 'status') return item['state'] === wanted;
        if (key !== 'deviceId') return true;
        return [item['peerA'], item['peerB']].some((end) => idIn((end as JsonObject)['device']) === wanted);
      });
    return { status: 200, body: page(world, request.path, items.filter(holds), request) };
  };
};
