import { Construct } from 'constructs';
import { z } from 'zod';
import type { Referable } from '../../lib/model/noun';
import { isIpv4, isIpv4Cidr, networkOf, overlaps } from '../../lib/kernel/ip';
import { nouns } from '../../lib/model/nouns';
import { dhGroup, integer, ipv4Network } from '../../lib/model/values';
import { place, wording } from '../../lib/model/wording';
import { nameFor } from '../../lib/synth/naming';
import { reportViolations } from '../core/checks';
import { AsaFirewall } from '../devices/asa-firewall';
import type { FtdDevice } from '../devices/fmc';
import { IosXeRouter } from '../devices/ios-xe-router';
import { AsaEnd } from './asa-end';
import type { AsaNatExemption } from './shared/props';
import type { Authentication } from './shared/authentication';
import type { CryptoSuite } from './shared/crypto-suite';
import { ftdEnds, type FtdEnd } from './ftd-ends';
import { partOn } from './shared/handles';
import { RouterEnd } from './router-end';
import { endNames, pairsOf, type Pair } from './pairs';
import { routerFaults } from './site-to-site-faults';

/** One end of a site-to-site VPN. */
export interface SiteToSiteEnd {
  /** A router, an ASA, or a firewall that an FMC manages. */
  readonly device: IosXeRouter | AsaFirewall | FtdDevice;
  /** Interface that faces the peers: `GigabitEthernet0/0`; on a firewall its logical name, like `outside`. */
  readonly interface: string;
  /** Address at which the peers reach it. */
  readonly address: string;
  /** Tunnel address with prefix length, where the VPN has two ends. */
  readonly tunnel?: string;
  /** Networks behind this end; every other end gets a route to them through the tunnel. */
  readonly networks: readonly string[];
  /** What the subject of this end's certificate contains, for example `cn = pune.example.net`. Needed by routers that it dials. */
  readonly subject?: string;
  /** The name that this router says it is, with a pre-shared key; write it at all ends. Default: its address. */
  readonly identity?: string;
  /**
   * The traffic of the VPN is kept out of the firewall's NAT: on an ASA say the interface of its networks, behind an FMC
   * the NAT policy. Firewalls only. Default: nothing is.
   */
  readonly natExemption?: NatExemption | AsaNatExemption;
  /** Name of the tunnel interface. Default: `Tunnel100`, and one more for each further peer. */
  readonly tunnelInterface?: string;
  /**
   * `route-based`: a virtual tunnel interface. `policy-based`: an entry of the crypto map of the interface; only between
   * firewalls, and at all ends alike. Default: `route-based`.
   */
  readonly type?: 'route-based' | 'policy-based';
}

/** Where a firewall translates addresses, and what it must leave as it is. */
export interface NatExemption {
  /** The NAT policy that the firewall has. A rule for each pair of networks is put into it, before the automatic ones. */
  readonly policy: Referable<'nat-policy'>;
  /** Zone of the networks behind this end. Default: any. */
  readonly inside?: Referable<'security-zone'>;
  /** Zone of the tunnel. Default: any. */
  readonly outside?: Referable<'security-zone'>;
}

/** Names of the objects on the devices. Default: the VPN's id, and a suffix where an end has several peers. */
export interface SiteToSiteNames {
  /** IKEv2 proposal. */
  readonly proposal?: string;
  /** IKEv2 policy. */
  readonly policy?: string;
  /** IKEv2 keyring. */
  readonly keyring?: string;
  /** Certificate map. */
  readonly certificateMap?: string;
  /** IKEv2 profile. */
  readonly profile?: string;
  /** Transform set; on the FMC IPsec proposal. */
  readonly transformSet?: string;
  /** IPsec profile. */
  readonly ipsecProfile?: string;
}

export interface SiteToSiteVpnProps {
  /** What protects the VPN, at all ends alike. */
  readonly suite: CryptoSuite;
  /** How the ends prove who they are. */
  readonly authentication: Authentication;
  /** Two or more, on any mix of platforms. More than two make a full mesh, a tunnel for each pair. */
  readonly ends: readonly SiteToSiteEnd[];
  /** Lifetimes in seconds, equal at all ends. Default: IKE SA 28800, IPsec SA 3600. */
  readonly lifetimes?: { readonly ike?: number; readonly ipsec?: number };
  /** With more than two ends: the network that each pair takes a /30 of, in order; further ends take further ones. */
  readonly tunnelNetwork?: string;
  /**
   * IPv6 between routers over an IPv4 internet: GRE in IPsec, link-local tunnel addresses, and OSPFv3 (`ospf: '1 area 0'`)
   * instead of static routes. `tunnel` is left out then, and `networks` are empty. Default: IPv4.
   */
  readonly ipv6?: { readonly ospf: string };
  /** Names on the devices. Default: the id of the VPN. */
  readonly names?: SiteToSiteNames;
}

const isRouter = ({ device }: SiteToSiteEnd): boolean => IosXeRouter.isIosXeRouter(device);

const message = {
  error: (issue: { input?: unknown }) => `'${String(issue.input)}' is no IPv4 address: write it like 192.0.2.1`,
};
const shape = z.object({
  ends: z
    .array(
      z.object({
        address: z.string(message).refine(isIpv4, message),
        tunnel: z
          .string()
          .refine(isIpv4Cidr, {
            error: (issue) => `'${String(issue.input)}' is no address with a length: write it like 10.58.1.1/30`,
          })
          .optional(),
        type: z.enum(['route-based', 'policy-based']).optional(),
      }),
    )
    .min(2, { error: 'write at least two ends' }),
  suite: z.object({ ike: z.unknown(), esp: z.unknown(), pfs: dhGroup }),
  lifetimes: z
    .object({ ike: integer(120, 86400, 'seconds').optional(), ipsec: integer(120, 2592000, 'seconds').optional() })
    .optional(),
  tunnelNetwork: ipv4Network.optional(),
});

/**
 * A tunnel between two sites, or a full mesh of more: both ends from one declaration. Suite, lifetimes and
 * authentication are written once and so cannot differ. Route-based: a virtual tunnel interface at each end, and static
 * routes to the networks of the other. Policy-based: an entry of a crypto map at each end, for the networks of both.
 */
export class SiteToSiteVpn extends Construct {
  private readonly parts = new Map<Construct, RouterEnd | AsaEnd | FtdEnd>();

  constructor(scope: Construct, id: string, props: SiteToSiteVpnProps) {
    super(scope, id);
    if (this.refuse(props)) return;
    const vpn = nameFor(this);
    const pairs = pairsOf({ name: vpn, path: this.node.path, top: vpn === id }, props);
    const names = endNames(props.ends);
    props.ends.forEach((end, i) => {
      const { device } = end;
      const ended = { name: names[i]!, vpn, end };
      if (AsaFirewall.isAsaFirewall(device)) this.parts.set(device, new AsaEnd(this, device, ended, pairs, props));
      else if (IosXeRouter.isIosXeRouter(device))
        this.parts.set(device, new RouterEnd(this, device, ended, pairs, props));
    });
    for (const [device, end] of ftdEnds(this, vpn, pairs, props)) this.parts.set(device, end);
  }

  /**
   * The objects of one end, to override what the VPN chose: `vpn.on(edge).profile.override({ … })`. Where the VPN has more
   * than two ends, those of a tunnel are found by its peer: `vpn.on(edge).to(pune).profile`.
   */
  on(device: IosXeRouter): RouterEnd;
  on(device: AsaFirewall): AsaEnd;
  on(device: FtdDevice): FtdEnd;
  on(device: IosXeRouter | AsaFirewall | FtdDevice): RouterEnd | AsaEnd | FtdEnd {
    return partOn(this, this.parts, device);
  }

  /** Everything that would make the ends disagree, all at once. True when there is any. */
  private refuse(props: SiteToSiteVpnProps): boolean {
    const before = this.problems;
    const parsed = shape.safeParse(props, { error: wording });
    if (!parsed.success) for (const issue of parsed.error.issues) this.problem(place(issue.path), issue.message);
    this.algorithms('suite.ike', nouns['ikev2-proposal'].schema, props.suite?.ike);
    this.algorithms('suite.esp', nouns['ipsec-transform-set'].schema, props.suite?.esp);
    if (!parsed.error?.issues.some(({ path }) => path[0] === 'ends')) this.contradictions(props);
    return this.problems > before;
  }

  /** What a suite must be is what the nouns say that are made of it. */
  private algorithms(at: string, schema: z.ZodType, props: object | undefined): void {
    const parsed = schema.safeParse({ name: 'suite', ...props }, { error: wording });
    for (const issue of parsed.error?.issues ?? []) this.problem(`${at}.${place(issue.path)}`, issue.message);
  }

  private contradictions(props: SiteToSiteVpnProps): void {
    const { ends } = props;
    const types = new Set(ends.map((end) => end.type ?? 'route-based'));
    if (types.size > 1)
      this.problem(
        'ends',
        'a policy-based end against a route-based one never agrees on traffic selectors: make all ends route-based (leave type out)',
      );
    else if (types.has('policy-based') && ends.some(isRouter))
      this.problem(
        'ends',
        'policy-based ends are built between firewalls only: make all ends route-based (leave type out)',
      );
    const violations = routerFaults(props);
    this.problems += violations.length;
    reportViolations(this, violations);
    if (props.ipv6) return;
    if (types.has('policy-based')) return this.overlapping(ends);
    if (ends.length === 2) this.tunnelOf(ends);
    else if (props.tunnelNetwork === undefined)
      this.problem(
        'tunnelNetwork',
        'more than two ends need addresses for each pair: write tunnelNetwork: 10.58.0.0/24',
      );
    for (const [i, end] of ends.entries())
      if (
        props.authentication.method === 'certificate' &&
        end.subject === undefined &&
        ends.some((peer) => peer !== end && isRouter(peer))
      )
        this.problem(
          `ends[${i}].subject`,
          `a router that this end dials matches its certificate: write what its subject contains, like subject: 'cn = ${end.device.node.id}.example.net'`,
        );
    this.overlapping(ends);
  }

  private tunnelOf(ends: readonly SiteToSiteEnd[]): void {
    const [a, b] = ends.map((end) => end.tunnel);
    for (const [i, tunnel] of [a, b].entries())
      if (tunnel === undefined)
        this.problem(`ends[${i}].tunnel`, 'is missing: write the tunnel address, like 10.58.1.1/30');
    if (a === undefined || b === undefined) return;
    if (a === b) this.problem('ends', `both tunnel addresses are ${a}: give each end its own`);
    else if (networkOf(a) !== networkOf(b))
      this.problem('ends', `the tunnel addresses ${a} and ${b} are not in one network: take both from ${networkOf(a)}`);
  }

  private overlapping(ends: readonly SiteToSiteEnd[]): void {
    const all = ends.flatMap((end, i) => end.networks.filter(isIpv4Cidr).map((network) => ({ i, network })));
    for (const [at, one] of all.entries())
      for (const other of all.slice(at + 1))
        if (one.i !== other.i && overlaps(one.network, other.network))
          this.problem(
            `ends[${other.i}].networks`,
            `${other.network} overlaps ${one.network} of ends[${one.i}]: traffic has two ways to go`,
          );
  }

  private problems = 0;
  private problem(where: string, what: string): void {
    this.problems++;
    reportViolations(this, [[where, what]]);
  }
}

export type { Pair };
