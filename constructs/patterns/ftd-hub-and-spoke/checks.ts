import { isIpv4Cidr, isIpv6, isIpv6Cidr, networkOf, networkOf6, overlaps } from '../../../lib/kernel/ip';
import type { Violation } from '../../core/checks';
import { repeated } from '../shared/checks';
import { strangersTo } from '../shared/family';
import type { FtdHubAndSpokeProps, FtdSpoke } from './props';

interface Placed {
  readonly at: string;
  readonly end: FtdHubAndSpokeProps['hub'] | FtdSpoke;
}

const placeViolations = (ends: readonly Placed[]): readonly Violation[] => {
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

const isPrefix = (tunnel: unknown): tunnel is string =>
  typeof tunnel === 'string' && (isIpv4Cidr(tunnel) || isIpv6Cidr(tunnel));
const networkOfAny = (tunnel: string): string => (isIpv6Cidr(tunnel) ? networkOf6(tunnel) : networkOf(tunnel));

const tunnelViolations = (at: string, tunnel: string, like: string): readonly Violation[] =>
  isPrefix(tunnel)
    ? []
    : [[`${at}.tunnel`, `'${String(tunnel)}' is not a valid address with a length. Example: ${like}`]];

type Way = Pick<FtdSpoke, 'backup' | 'interface' | 'tunnel'>;
const backupViolations = (at: string, { backup, interface: line, tunnel }: Way): readonly Violation[] => {
  if (backup === undefined) return [];
  const wrong = tunnelViolations(`${at}.backup`, backup.tunnel, '10.99.1.11/24');
  if (wrong.length > 0) return wrong;
  return [
    ...(backup.interface === line
      ? [[`${at}.backup.interface`, `${line} is the first line: write the interface of the other`] as const]
      : []),
    ...(isPrefix(tunnel) && overlaps(tunnel, backup.tunnel)
      ? [
          [
            `${at}.backup.tunnel`,
            `${backup.tunnel} is in the network of the first tunnel, ${networkOfAny(tunnel)}: take another`,
          ] as const,
        ]
      : []),
  ];
};

/** With a second hub each spoke has a tunnel to it, in a network of its own; without one it has none. */
const secondHubViolations = ({ backupHub, spokes }: FtdHubAndSpokeProps): readonly Violation[] =>
  spokes.flatMap(({ interface: line, tunnel, backup, toBackupHub: way }, i): readonly Violation[] => {
    const at = `spokes[${i}].toBackupHub`;
    if (backupHub === undefined)
      return way === undefined ? [] : [[at, 'there is no second hub: write backupHub, or leave toBackupHub out']];
    if (way === undefined) return [[at, "is missing: write its address in that tunnel, { tunnel: '10.98.0.11/24' }"]];
    const wrong = tunnelViolations(at, way.tunnel, '10.98.0.11/24');
    if (wrong.length > 0) return wrong;
    const others = [tunnel, backup?.tunnel].filter(isPrefix);
    const own = [way.tunnel, way.backup?.tunnel].filter(isPrefix);
    const clash = own.find((each) => others.some((other) => overlaps(other, each)));
    return [
      ...backupViolations(at, { interface: line, ...way }),
      ...(clash === undefined
        ? []
        : [[at, `${clash} is in the network of a tunnel to the first hub: take another`] as const]),
    ];
  });

/** All tunnels with the place of each: those of spokes by their lines and to both hubs. */
const waysOf = (ends: readonly Placed[]) =>
  ends.flatMap(({ at, end }) => {
    const { backup, toBackupHub: second } = end as Partial<FtdSpoke>;
    const inherits = second?.interface === undefined && second?.sourceIpv6Address === undefined;
    return [
      { at, ...end },
      ...(backup ? [{ at: `${at}.backup`, ...backup }] : []),
      ...(second && !inherits ? [{ at: `${at}.toBackupHub`, ...second }] : []),
      ...(second && inherits
        ? [{ at: `${at}.toBackupHub`, tunnel: second.tunnel, sourceIpv6Address: end.sourceIpv6Address }]
        : []),
      ...(second?.backup ? [{ at: `${at}.toBackupHub.backup`, ...second.backup }] : []),
    ];
  });

const withoutBgp = 'leave bgp, networks and accessRules out at all ends, or write IPv4 addresses in all tunnels';

type Tunnels = ReturnType<typeof waysOf>;

/** Of each end that tells networks: only BGP tells the other side of them, in tunnels of IPv4. */
const toldViolations = (ends: readonly Placed[]): readonly Violation[] => {
  const carries6 = isIpv6Cidr(String(ends[0]!.end.tunnel));
  const speaks = ends.some(({ end }) => end.bgp !== undefined);
  return ends.flatMap(({ at, end: { networks = [] } }): readonly Violation[] => {
    const place = `${at}.networks`;
    if (networks.length === 0) return [];
    if (carries6)
      return speaks ? [] : [[place, `only BGP tells the other side of them, and it is of IPv4 here: ${withoutBgp}`]];
    if (!speaks)
      return [[place, 'only BGP tells the other side of them: write bgp at all ends, or leave networks out']];
    return strangersTo('IPv4', networks).map((words): Violation => [place, words]);
  });
};

/** All tunnels carry the family of the address of the hub, and BGP is spoken in one. */
const carriedViolations = ([hub, ...others]: Tunnels, ends: readonly Placed[]): readonly Violation[] => {
  const carries6 = isIpv6Cidr(String(hub!.tunnel));
  return [
    ...others.flatMap(({ at, tunnel }): readonly Violation[] =>
      isPrefix(tunnel) && isIpv6Cidr(tunnel) !== carries6
        ? [
            [
              `${at}.tunnel`,
              `${tunnel} is not of the family of ${hub!.tunnel}, that of the hub: write the same at all ends`,
            ],
          ]
        : [],
    ),
    ...ends.flatMap(({ at, end }): readonly Violation[] =>
      carries6 && end.bgp !== undefined ? [[`${at}.bgp`, `BGP of a firewall is of IPv4 here: ${withoutBgp}`]] : [],
    ),
  ];
};

/** All tunnels go over one family. */
const sourceViolations = (all: Tunnels): readonly Violation[] => {
  const over6 = all[0]!.sourceIpv6Address !== undefined;
  return all.flatMap(({ at: place, sourceIpv6Address: own }): readonly Violation[] => {
    const at = `${place}.sourceIpv6Address`;
    if (own !== undefined && !isIpv6(String(own)))
      return [[at, `'${String(own)}' is not a valid IPv6 address: write it like 2001:db8::1`]];
    if ((own !== undefined) === over6) return [];
    return [
      [
        at,
        over6
          ? 'is missing: the hub is reached over IPv6, so write it at all ends'
          : 'the hub is reached over IPv4: write it at all ends, or leave it out',
      ],
    ];
  });
};

/** BGP is spoken by all or by nobody, and between two systems: a hub of one would have to reflect routes. */
const bgpViolations = (ends: readonly Placed[]): readonly Violation[] => {
  const hubs = ends.filter(({ at }) => !at.startsWith('spokes'));
  const spokes = ends.filter(({ at }) => at.startsWith('spokes'));
  if (ends.every(({ end }) => end.bgp === undefined)) return [];
  return [
    ...ends.flatMap(({ at, end }): readonly Violation[] =>
      end.bgp === undefined ? [[`${at}.bgp`, 'is missing: another end has it, so write it at all ends']] : [],
    ),
    ...spokes.flatMap(({ at, end }): readonly Violation[] =>
      end.bgp !== undefined && hubs.some((hub) => hub.end.bgp?.asn === end.bgp?.asn)
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
export const violationsOf = (props: FtdHubAndSpokeProps): readonly Violation[] => {
  const { hub, backupHub, spokes } = props;
  const ends: readonly Placed[] = [
    { at: 'hub', end: hub },
    ...(backupHub === undefined ? [] : [{ at: 'backupHub', end: backupHub }]),
    ...spokes.map((end, i) => ({ at: `spokes[${i}]`, end })),
  ];
  if (spokes.length === 0) return [['spokes', 'write at least one spoke']];
  const places = placeViolations(ends);
  if (places.length > 0) return places;
  return [
    ...repeated(
      'firewall',
      ends.map(({ at, end }) => ({ at: `${at}.device`, value: end.device.node.path })),
    ),
    ...ends.flatMap(({ at, end }) =>
      tunnelViolations(at, end.tunnel, at.startsWith('spokes') ? '10.99.0.11/24' : '10.99.0.1/32'),
    ),
    ...repeated(
      'tunnel address',
      ends.map(({ at, end }) => ({ at: `${at}.tunnel`, value: String(end.tunnel).split('/')[0] })),
    ),
    ...repeated(
      'tunnel address',
      spokes.map(({ toBackupHub: way }, i) => ({
        at: `spokes[${i}].toBackupHub.tunnel`,
        value: way && String(way.tunnel).split('/')[0],
      })),
    ),
    ...spokes.flatMap((spoke, i) => backupViolations(`spokes[${i}]`, spoke)),
    ...secondHubViolations(props),
    ...carriedViolations(waysOf(ends), ends),
    ...sourceViolations(waysOf(ends)),
    ...toldViolations(ends),
    ...bgpViolations(ends),
    ...accessViolations(ends),
  ];
};
