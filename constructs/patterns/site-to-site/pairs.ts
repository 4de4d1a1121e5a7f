import ipaddr from 'ipaddr.js';
import type { TunnelInterfaceProps } from '../../generated/interfaces/tunnel-interface';
import { ExternalPeer, type PeerIdentity } from './external-peer';
import type {
  ExternalBgp,
  ExternalEnd,
  SecondLine,
  SiteToSiteBgp,
  SiteToSiteDevice,
  SiteToSiteEnd,
  SiteToSiteVpnProps,
} from './props';
import { numberOfTunnel } from './tunnel-names';

/** An end with all that its peers must know of it, whoever manages it. */
export interface VpnEnd extends Omit<SiteToSiteEnd, 'device' | 'identity' | 'bgp'> {
  /** Of a peer that is not managed: the peer. */
  readonly device: SiteToSiteDevice | ExternalPeer;
  /** Undefined: its address. */
  readonly identity?: PeerIdentity | undefined;
  readonly bgp?: SiteToSiteBgp & ExternalBgp;
  /** The front VRF of the line. */
  readonly vrf?: SecondLine['vrf'];
}

/** Whether the address of an end is not known, so that it opens the connection. */
export const isDynamic = ({ address }: VpnEnd): boolean => address === 'dynamic';

export const isExternal = (end: SiteToSiteEnd | ExternalEnd): end is ExternalEnd => end.peer !== undefined;

/** The ends in one form. One that is not managed is as the others are: route-based or policy-based. */
export const endsOf = (ends: SiteToSiteVpnProps['ends']): readonly VpnEnd[] => {
  const type = ends.flatMap((end) => (isExternal(end) ? [] : (end.type ?? [])))[0];
  return ends.map((end): VpnEnd => {
    if (!isExternal(end)) {
      const { identity, ...rest } = end;
      return identity === undefined ? rest : { ...rest, identity: { type: 'fqdn', fqdn: identity } };
    }
    const { peer, tunnel, networks, bgp } = end;
    return {
      device: peer,
      interface: '',
      address: peer.address,
      networks,
      ...(tunnel === undefined ? {} : { tunnel }),
      ...(type === undefined ? {} : { type }),
      ...(bgp === undefined ? {} : { bgp }),
      ...(peer.identity === undefined ? {} : { identity: peer.identity }),
      ...(peer.subject === undefined ? {} : { subject: peer.subject }),
    };
  });
};

/** One tunnel of a VPN, seen from both ends. */
export interface Pair {
  /** Name of the tunnel: the VPN's, and the two ends where there are more than two. */
  readonly name: string;
  readonly ends: readonly [TunnelEnd, TunnelEnd];
}

export interface TunnelEnd {
  readonly end: VpnEnd;
  /** What the end is called in the VPN: the id of its device. */
  readonly name: string;
  readonly address: string;
  readonly interface: string;
  /** What tells this tunnel from the end's others; empty where it has one. */
  readonly suffix: string;
  /** It is over the second line of one of the ends. */
  readonly second?: true;
  /** This end has the lines, and knows the connections of each by its own address. */
  readonly lined?: true;
}

/** An end as its part of the composite is made: what it is called, what the VPN is called on devices, and its props. */
export interface Ended {
  readonly name: string;
  readonly vpn: string;
  readonly end: VpnEnd;
}

/** A firewall is found by its name on the FMC, which may hold blanks and signs that no object has in its own. */
const asObjectName = (id: string): string => id.replace(/[^A-Za-z0-9_.:/+-]+/g, '-');

/** What the ends are called: by the ids of their devices, and by their paths where two devices have one id. */
export const endNames = (ends: readonly VpnEnd[]): readonly string[] => {
  const ids = ends.map(({ device }) => asObjectName(device.node.id));
  return ends.map(({ device }, i) =>
    ids.filter((id) => id === ids[i]).length === 1
      ? ids[i]!
      : device.node.scopes
          .slice(2)
          .map(({ node }) => asObjectName(node.id))
          .join('-'),
  );
};

/** What a tunnel is called at an end: numbered, or by its path in a module. What is not managed has no such name here. */
const nameOf = ({ device }: VpnEnd, kind: 'Tunnel' | 'Virtual-Template', which: number | string): string => {
  if (ExternalPeer.isExternalPeer(device)) return '';
  return `${kind}${typeof which === 'number' ? which : numberOfTunnel(device, which)}`;
};

/** The nth /30 of a network. */
const slice = (network: string, n: number, host: 1 | 2): string => {
  const [base] = ipaddr.IPv4.parseCIDR(network);
  const number = base.octets.reduce((sum, octet) => sum * 256 + octet, 0) + n * 4 + host;
  return `${[24, 16, 8, 0].map((shift) => Math.floor(number / 2 ** shift) % 256).join('.')}/30`;
};

/**
 * The tunnels of a VPN: one between each two ends. A new end at the end of the list takes new numbers and leaves those
 * of the others as they are. `top`: the VPN is in no module, so its tunnel interfaces are numbered from 100.
 */
export const pairsOf = (
  vpn: { readonly name: string; readonly path: string; readonly top: boolean },
  ends: readonly VpnEnd[],
  tunnelNetwork: string | undefined,
): readonly Pair[] => {
  const mesh = ends.length > 2;
  const names = endNames(ends);
  const first = ends.flatMap((b, j) =>
    ends.slice(0, j).map((a, i): Pair => {
      const n = (j * (j - 1)) / 2 + i;
      const side = (end: VpnEnd, peer: VpnEnd, host: 1 | 2): TunnelEnd => ({
        end,
        name: names[ends.indexOf(end)]!,
        address: end.type === 'policy-based' ? '' : mesh ? slice(tunnelNetwork!, n, host) : (end.tunnel ?? ''),
        interface:
          (mesh ? undefined : end.tunnelInterface) ??
          nameOf(end, isDynamic(peer) ? 'Virtual-Template' : 'Tunnel', vpn.top ? 100 + n : `${vpn.path} ${n}`),
        suffix: mesh ? `-${names[ends.indexOf(peer)]!}` : '',
        ...(end.secondLine === undefined ? {} : { lined: true as const }),
      });
      return {
        name: mesh ? `${vpn.name}-${names[i]!}-${names[j]!}` : vpn.name,
        ends: [side(a, b, 1), side(b, a, 2)],
      };
    }),
  );
  return mesh ? first : [...first, ...first.flatMap((pair) => secondPair(vpn, pair))];
};

/** The tunnel over a second line, where one of two ends has one: as the first is, with what is of the line. */
const secondPair = (vpn: { readonly path: string; readonly top: boolean }, { name, ends }: Pair): readonly Pair[] => {
  const lined = ends.findIndex(({ end }) => end.secondLine !== undefined);
  if (lined === -1) return [];
  const line = ends[lined]!.end.secondLine!;
  const { interface: port, address, vrf } = line;
  const sides = ends.map((side, i): TunnelEnd => {
    const own = i === lined;
    return {
      ...side,
      end: own ? { ...side.end, interface: port, address, ...(vrf === undefined ? {} : { vrf }) } : side.end,
      address: own ? line.tunnel : line.peerTunnel,
      interface:
        (own ? line.tunnelInterface : undefined) ?? nameOf(side.end, 'Tunnel', vpn.top ? 101 : `${vpn.path} 1`),
      suffix: '-2',
      second: true,
    };
  });
  return [{ name: `${name}-2`, ends: [sides[0]!, sides[1]!] }];
};

/** The far end of a tunnel as an end sees it. */
export const peerOf = (pair: Pair, end: VpnEnd): { readonly own: TunnelEnd; readonly far: TunnelEnd } | undefined => {
  const [a, b] = pair.ends;
  if (a.end.device === end.device) return { own: a, far: b };
  return b.end.device === end.device ? { own: b, far: a } : undefined;
};

/** The address of a tunnel interface in the tunnel, by its family. */
export const addressed = ({ address }: TunnelEnd): Pick<TunnelInterfaceProps, 'address' | 'ipv6Addresses'> =>
  address.includes(':') ? { ipv6Addresses: [address] } : { address };

/** What an end needs static routes to: the networks of the other, or with BGP where that is spoken, if not in the tunnel. */
export const routedTo = ({ bgp, networks }: VpnEnd): readonly string[] =>
  bgp === undefined ? networks : bgp.address === undefined ? [] : [`${bgp.address}/32`];

/** The other end as a BGP neighbour of one. */
export const neighborOf = (own: TunnelEnd, far: TunnelEnd) => ({
  address: far.end.bgp!.address ?? far.address.split('/')[0]!,
  remoteAs: far.end.bgp!.asn,
  ...(far.end.bgp!.address === undefined ? {} : { ebgpMultihop: 255 }),
  ...(own.end.bgp!.timers === undefined ? {} : { timers: own.end.bgp!.timers }),
});

/** Routes over a second line count when those over the first are gone. */
export const distanceOf = (own: TunnelEnd, far: TunnelEnd): number | undefined =>
  own.second && ((own.end.secondLine ?? far.end.secondLine)?.distance ?? 10);
