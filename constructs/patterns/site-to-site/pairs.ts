import ipaddr from 'ipaddr.js';
import { nameOfTunnel } from './tunnel-names';
import type { SiteToSiteEnd, SiteToSiteVpnProps } from './props';

/** One tunnel of a VPN, seen from both ends. */
export interface Pair {
  /** Name of the tunnel: the VPN's, and the two ends where there are more than two. */
  readonly name: string;
  readonly ends: readonly [TunnelEnd, TunnelEnd];
}

export interface TunnelEnd {
  readonly end: SiteToSiteEnd;
  /** What the end is called in the VPN: the id of its device. */
  readonly name: string;
  readonly address: string;
  readonly interface: string;
  /** What tells this tunnel from the end's others; empty where it has one. */
  readonly suffix: string;
}

/** An end as its part of the composite is made: what it is called, what the VPN is called on devices, and its props. */
export interface Ended {
  readonly name: string;
  readonly vpn: string;
  readonly end: SiteToSiteEnd;
}

/** What the ends are called: by the ids of their devices, and by their paths where two devices have one id. */
export const endNames = (ends: readonly SiteToSiteEnd[]): readonly string[] => {
  const ids = ends.map(({ device }) => device.node.id);
  return ends.map(({ device }, i) =>
    ids.filter((id) => id === ids[i]).length === 1
      ? ids[i]!
      : device.node.scopes
          .slice(2)
          .map(({ node }) => node.id)
          .join('-'),
  );
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
  props: SiteToSiteVpnProps,
): readonly Pair[] => {
  const { ends } = props;
  const mesh = ends.length > 2;
  const names = endNames(ends);
  return ends.flatMap((b, j) =>
    ends.slice(0, j).map((a, i): Pair => {
      const n = (j * (j - 1)) / 2 + i;
      const side = (end: SiteToSiteEnd, peer: SiteToSiteEnd, host: 1 | 2): TunnelEnd => ({
        end,
        name: names[ends.indexOf(end)]!,
        address: end.type === 'policy-based' ? '' : mesh ? slice(props.tunnelNetwork!, n, host) : end.tunnel!,
        interface:
          mesh || end.tunnelInterface === undefined
            ? vpn.top
              ? `Tunnel${100 + n}`
              : nameOfTunnel(end, `${vpn.path} ${n}`)
            : end.tunnelInterface,
        suffix: mesh ? `-${names[ends.indexOf(peer)]!}` : '',
      });
      return {
        name: mesh ? `${vpn.name}-${names[i]!}-${names[j]!}` : vpn.name,
        ends: [side(a, b, 1), side(b, a, 2)],
      };
    }),
  );
};

/** The far end of a tunnel as an end sees it. */
export const peerOf = (
  pair: Pair,
  end: SiteToSiteEnd,
): { readonly own: TunnelEnd; readonly far: TunnelEnd } | undefined => {
  const [a, b] = pair.ends;
  return a.end === end ? { own: a, far: b } : b.end === end ? { own: b, far: a } : undefined;
};
