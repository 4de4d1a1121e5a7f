import type { NounOf } from '../../../model/nouns';
import type { Resource } from '../../../model/network';
import { createFinding, forEachDevice, type Finding, type Rule } from '../../engine/rule';

type Topology = NounOf<'vpn-topology'>;
type Endpoint = NounOf<'vpn-endpoint'>;
type End = Resource<'vpn-endpoint'>;

/** The parts that there are in a topology of each kind. */
const roles: Readonly<Record<Topology['topology'], readonly Endpoint['role'][]>> = {
  'point-to-point': ['peer'],
  'full-mesh': ['peer'],
  'hub-and-spoke': ['hub', 'spoke'],
};

const wrongRole = (topology: Topology, end: End): readonly Finding[] => {
  const { role } = end.noun;
  const known = roles[topology.topology];
  if (known.includes(role)) return [];
  const message = `role: ${topology.name} is ${topology.topology} and has no ${role}`;
  return [createFinding(end, message, `write role: '${known.join("' or '")}'`)];
};

const wrongNetworks = (topology: Topology, end: End): readonly Finding[] => {
  const { networks, traffic } = end.noun;
  const protects = networks !== undefined || traffic !== undefined;
  if (topology.routeBased && protects)
    return [
      createFinding(
        end,
        `networks: ${topology.name} is route-based: routes say what goes through the tunnel`,
        'leave networks and traffic out, or write routeBased: false on the topology',
      ),
    ];
  if (topology.routeBased || protects) return [];
  return [
    createFinding(
      end,
      `networks: ${topology.name} is policy-based, and nothing says what this end protects`,
      'write networks or traffic, or routeBased: true on the topology',
    ),
  ];
};

/** Of a hub the tunnels are cloned from a dynamic one; every other end has a tunnel of its own. */
const wrongTunnel = (topology: Topology, end: End, isDynamic: boolean): readonly Finding[] => {
  const isHub = topology.topology === 'hub-and-spoke' && end.noun.role === 'hub';
  if (isHub === isDynamic) return [];
  const message = isHub
    ? `interface: the hub of ${topology.name} has one tunnel interface for all spokes, which is a dynamic one`
    : `interface: a dynamic tunnel interface is of a hub, and this end of ${topology.name} is none`;
  const remedy = isHub ? 'give an FtdDynamicTunnel' : 'give a TunnelInterface';
  return [createFinding(end, message, remedy)];
};

const wrongInterface = (topology: Topology, end: End): readonly Finding[] => {
  const face = end.noun.interface;
  if (typeof face === 'object' && !topology.routeBased)
    return [
      createFinding(
        end,
        `interface: ${topology.name} is policy-based and has no tunnel interfaces`,
        "write the logical name of the interface that faces the peers: 'outside'",
      ),
    ];
  if (typeof face === 'object') return wrongTunnel(topology, end, face.ref === 'ftd-dynamic-tunnel');
  if (face === undefined || !topology.routeBased) return [];
  return [
    createFinding(
      end,
      `interface: ${topology.name} is route-based and ends at tunnel interfaces`,
      'give the TunnelInterface construct, or write routeBased: false on the topology',
    ),
  ];
};

export const endpointRole: Rule = {
  id: 'TW-FMC-003',
  title: 'A VPN endpoint that its topology has no place for',
  why: 'Which parts an endpoint can have, and whether it protects networks or stands on a tunnel interface, is said by the topology: peers in point to point and full mesh, hubs and spokes in hub and spoke; protected networks in policy-based ones, tunnel interfaces in route-based ones, dynamic at a hub and static elsewhere (Cisco FMC REST API, ftds2svpns and endpoints; Device Configuration Guide, hub and spoke topologies). The FMC refuses the others when the topology is there already.',
  packs: { correctness: 'error' },
  looksAt: ['vpn-topology', 'vpn-endpoint'],
  check: forEachDevice((device) =>
    device.all('vpn-endpoint').flatMap((end) => {
      const topology = device.to(end.noun.topology)?.noun;
      return topology === undefined
        ? []
        : [...wrongRole(topology, end), ...wrongNetworks(topology, end), ...wrongInterface(topology, end)];
    }),
  ),
};
