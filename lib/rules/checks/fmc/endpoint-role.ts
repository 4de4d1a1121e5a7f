import type { NounOf } from '../../../model/nouns';
import type { Resource } from '../../../model/network';
import { createFinding, forEachDevice, type Finding, type Rule } from '../../engine/rule';

type Topology = NounOf<'vpn-topology'>;
type Endpoint = NounOf<'vpn-endpoint'>;

/** The parts that there are in a topology of each kind. */
const roles: Readonly<Record<Topology['topology'], readonly Endpoint['role'][]>> = {
  'point-to-point': ['peer'],
  'full-mesh': ['peer'],
  'hub-and-spoke': ['hub', 'spoke'],
};

const faults = (topology: Topology, end: Resource<'vpn-endpoint'>): readonly Finding[] => {
  const { role, networks, traffic, interface: face } = end.noun;
  const known = roles[topology.topology];
  const protects = networks !== undefined || traffic !== undefined;
  const route = topology.routeBased;
  const of = `${topology.name} is ${topology.topology}`;
  return [
    ...(known.includes(role)
      ? []
      : [createFinding(end, `role: ${of} and has no ${role}`, `write role: '${known.join("' or '")}'`)]),
    ...(!route && !protects
      ? [
          createFinding(
            end,
            `networks: ${topology.name} is policy-based, and nothing says what this end protects`,
            'write networks or traffic, or routeBased: true on the topology',
          ),
        ]
      : []),
    ...(route && protects
      ? [
          createFinding(
            end,
            `networks: ${topology.name} is route-based: routes say what goes through the tunnel`,
            'leave networks and traffic out, or write routeBased: false on the topology',
          ),
        ]
      : []),
    ...(typeof face === 'object' && !route
      ? [
          createFinding(
            end,
            `interface: ${topology.name} is policy-based and has no tunnel interfaces`,
            "write the logical name of the interface that faces the peers: 'outside'",
          ),
        ]
      : []),
    ...(typeof face === 'string' && route
      ? [
          createFinding(
            end,
            `interface: ${topology.name} is route-based and ends at tunnel interfaces`,
            'give the TunnelInterface construct, or write routeBased: false on the topology',
          ),
        ]
      : []),
  ];
};

export const endpointRole: Rule = {
  id: 'TW-FMC-003',
  title: 'A VPN endpoint that its topology has no place for',
  why: 'Which parts an endpoint can have, and whether it protects networks or stands on a tunnel interface, is said by the topology: peers in point to point and full mesh, hubs and spokes in hub and spoke; protected networks in policy-based ones, tunnel interfaces in route-based ones (Cisco FMC REST API, ftds2svpns and endpoints). The FMC refuses the others when the topology is there already.',
  packs: { correctness: 'error' },
  looksAt: ['vpn-topology', 'vpn-endpoint'],
  check: forEachDevice((device) =>
    device.all('vpn-endpoint').flatMap((end) => {
      const topology = device.to(end.noun.topology)?.noun;
      return topology === undefined ? [] : faults(topology, end);
    }),
  ),
};
