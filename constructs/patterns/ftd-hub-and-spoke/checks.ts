import { isIpv4Cidr, networkOf, overlaps } from '../../../lib/kernel/ip';
import type { Violation } from '../../core/checks';
import { FtdDevice } from '../../devices/fmc';
import { repeated } from '../shared/checks';
import type { FtdHubAndSpokeProps, FtdSpoke } from './props';

interface Placed {
  readonly at: string;
  readonly end: FtdHubAndSpokeProps['hub'] | FtdSpoke;
}

const placeViolations = (ends: readonly Placed[]): readonly Violation[] => {
  const strange = ends.flatMap(({ at, end }): readonly Violation[] =>
    FtdDevice.isFtdDevice(end.device)
      ? []
      : [[`${at}.device`, "this is not a firewall of an FMC: give fmc.ftd('NAME'); for routers write HubAndSpoke"]],
  );
  if (strange.length > 0) return strange;
  const [first, ...others] = ends;
  return others.flatMap(({ at, end }): readonly Violation[] =>
    end.device.fmc === first!.end.device.fmc
      ? []
      : [
          [
            `${at}.device`,
            `is managed by another FMC than the hub: give a firewall of ${first!.end.device.fmc.node.path}`,
          ],
        ],
  );
};

const tunnelViolations = (at: string, tunnel: string, like: string): readonly Violation[] =>
  typeof tunnel === 'string' && isIpv4Cidr(tunnel)
    ? []
    : [[`${at}.tunnel`, `'${String(tunnel)}' is not a valid address with a length. Example: ${like}`]];

const backupViolations = (at: string, { backup, interface: line, tunnel }: FtdSpoke): readonly Violation[] => {
  if (backup === undefined) return [];
  const wrong = tunnelViolations(`${at}.backup`, backup.tunnel, '10.99.1.11/24');
  if (wrong.length > 0) return wrong;
  return [
    ...(backup.interface === line
      ? [[`${at}.backup.interface`, `${line} is the first line: write the interface of the other`] as const]
      : []),
    ...(isIpv4Cidr(tunnel) && overlaps(networkOf(tunnel), networkOf(backup.tunnel))
      ? [
          [
            `${at}.backup.tunnel`,
            `${backup.tunnel} is in the network of the first tunnel, ${networkOf(tunnel)}: take another`,
          ] as const,
        ]
      : []),
  ];
};

/** BGP is spoken by all or by nobody, and between two systems: a hub of one would have to reflect routes. */
const bgpViolations = (ends: readonly Placed[]): readonly Violation[] => {
  const [hub, ...spokes] = ends;
  if (ends.every(({ end }) => end.bgp === undefined))
    return ends.flatMap(({ at, end }): readonly Violation[] =>
      (end.networks ?? []).length === 0
        ? []
        : [[`${at}.networks`, 'only BGP tells the other side of them: write bgp at all ends, or leave networks out']],
    );
  return [
    ...ends.flatMap(({ at, end }): readonly Violation[] =>
      end.bgp === undefined ? [[`${at}.bgp`, 'is missing: another end has it, so write it at all ends']] : [],
    ),
    ...spokes.flatMap(({ at, end }): readonly Violation[] =>
      end.bgp !== undefined && end.bgp.asn === hub!.end.bgp?.asn
        ? [[`${at}.bgp.asn`, `${end.bgp.asn} is that of the hub too: give the spokes others`]]
        : [],
    ),
  ];
};

/** The rules name the zone that the traffic comes by, and the networks at both sides: without them they would let in anything. */
const accessViolations = (ends: readonly Placed[]): readonly Violation[] =>
  ends.flatMap(({ at, end }): readonly Violation[] => {
    if (end.accessRules === undefined) return [];
    if (end.zone === undefined)
      return [[`${at}.accessRules`, 'write zone at this end, that of its tunnels: the rules let in what comes by it']];
    const silent = ends.find(({ end: { networks = [] } }) => networks.length === 0);
    return silent === undefined
      ? []
      : [[`${at}.accessRules`, `write networks at ${silent.at} too: without them the rules would let in anything`]];
  });

/** What cannot work of a hub and its spokes, all of it. */
export const violationsOf = ({ hub, spokes }: FtdHubAndSpokeProps): readonly Violation[] => {
  const ends: readonly Placed[] = [{ at: 'hub', end: hub }, ...spokes.map((end, i) => ({ at: `spokes[${i}]`, end }))];
  if (spokes.length === 0) return [['spokes', 'write at least one spoke']];
  const places = placeViolations(ends);
  if (places.length > 0) return places;
  return [
    ...repeated(
      'firewall',
      ends.map(({ at, end }) => ({ at: `${at}.device`, value: end.device.node.path })),
    ),
    ...ends.flatMap(({ at, end }) => tunnelViolations(at, end.tunnel, at === 'hub' ? '10.99.0.1/32' : '10.99.0.11/24')),
    ...repeated(
      'tunnel address',
      ends.map(({ at, end }) => ({ at: `${at}.tunnel`, value: String(end.tunnel).split('/')[0] })),
    ),
    ...spokes.flatMap((spoke, i) => backupViolations(`spokes[${i}]`, spoke)),
    ...bgpViolations(ends),
    ...accessViolations(ends),
  ];
};
