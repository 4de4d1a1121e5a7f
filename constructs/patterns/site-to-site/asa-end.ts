import { Construct } from 'constructs';
import { AccessList } from '../../generated/addressing/access-list';
import { DevicePart } from '../../core/device';
import type { AsaFirewall } from '../../devices/asa-firewall';
import type { IkeV2Proposal } from '../../generated/ikev2/ikev2-proposal';
import { StaticRoute } from '../../generated/interfaces/static-route';
import { TunnelInterface } from '../../custom/interfaces/tunnel-interface';
import { CryptoMapEntry } from '../../generated/ipsec/crypto-map-entry';
import { IpsecProfile } from '../../generated/ipsec/ipsec-profile';
import { IpsecTransformSet } from '../../generated/ipsec/ipsec-transform-set';
import { AsaGroupPolicy } from '../../generated/remote-access/asa-group-policy';
import { TunnelGroup, type TunnelGroupProps } from '../../generated/remote-access/tunnel-group';
import { asaTrustpoint, enableOn, exemptOn, mapOn, nextSequence, offerTo, protectOn } from '../shared/asa';
import { speakBgp } from '../shared/bgp';
import { onlyOf, toPeer } from '../shared/handles';
import { sameOr } from '../shared/same-object';
import { defaultGroup } from './default-group';
import { ipsecSeconds } from './lifetimes';
import { distanceOf, isDynamic, neighborOf, peerOf, routedTo, type Ended, type Pair, type TunnelEnd } from './pairs';
import type { SiteToSiteVpnProps } from './props';
import { sayReached } from './reached';

/** The objects of one tunnel of an ASA: with a tunnel interface, or with an entry of a crypto map. */
export interface AsaTunnel {
  /** The tunnel group, named by the peer's address. */
  readonly tunnelGroup: TunnelGroup;
  /** Route-based. */
  readonly ipsecProfile?: IpsecProfile;
  /** Route-based. */
  readonly tunnel?: TunnelInterface;
  /** Route-based: one for each network of the peer. */
  readonly routes: readonly StaticRoute[];
  /** Policy-based. */
  readonly cryptoMapEntry?: CryptoMapEntry;
  /** Policy-based: what is protected. */
  readonly protectedTraffic?: AccessList;
}

/** The crypto map of the interface of a policy-based end. */
const mapOf = ({ end }: TunnelEnd): string => end.names?.cryptoMap ?? `${end.interface}_map`;

type IpsecAttributes = TunnelGroupProps['ipsec'];

/** The address that a peer says it is: behind NAT not the one that is dialled (ASA VPN guide, virtual tunnel interfaces). */
const identified = ({ identity, address }: TunnelEnd['end']): string =>
  identity?.type === 'address' ? identity.address : address;

/** The ASA's side of a site-to-site VPN, of level-1 constructs only: a tunnel interface or a crypto map entry a peer. */
export class AsaEnd extends DevicePart implements AsaTunnel {
  private readonly asa: AsaFirewall;
  private readonly vpn: string;
  private readonly props: SiteToSiteVpnProps;
  /** The IKEv2 policy, which all VPNs of the ASA with the same algorithms share. */
  readonly proposal: IkeV2Proposal;
  /** One that says the same may be that of another VPN. */
  readonly ipsecProposal: IpsecTransformSet;
  /** One that says the same may be that of another VPN. */
  readonly groupPolicy: AsaGroupPolicy;
  private readonly tunnels = new Map<string, AsaTunnel>();
  /** The tunnel to the second line of the other end. */
  readonly secondLine?: AsaTunnel;

  constructor(
    scope: Construct,
    asa: AsaFirewall,
    { name, vpn, end }: Ended,
    pairs: readonly Pair[],
    props: SiteToSiteVpnProps,
  ) {
    super(scope, name, asa);
    this.asa = asa;
    this.vpn = vpn;
    this.props = props;
    const { suite, names, lifetimes } = props;
    this.proposal = offerTo(asa, suite.ike, lifetimes?.ike ?? 28800, end.names?.policy);
    enableOn(asa, end.interface);
    const esp = { name: names?.transformSet ?? vpn, ...suite.esp };
    const make = (): IpsecTransformSet => new IpsecTransformSet(this, 'ipsec-proposal', esp);
    this.ipsecProposal = sameOr(asa, 'ipsec-transform-set', esp, make);
    // The policy that the ASA has by itself need not let IKEv2 in.
    const policy = { name: end.names?.groupPolicy ?? vpn, tunnelProtocols: ['ikev2' as const] };
    this.groupPolicy = sameOr(asa, 'asa-group-policy', policy, () => new AsaGroupPolicy(this, 'group-policy', policy));
    for (const pair of pairs) {
      const sides = peerOf(pair, end);
      if (sides === undefined) continue;
      const { second, suffix } = sides.own;
      const scope = suffix === '' ? this : new Construct(this, second ? 'second-line' : sides.far.name);
      const tunnelGroup = this.group(scope, sides.far);
      const made = (end.type === 'policy-based' ? this.mapped : this.routed).call(this, scope, sides.own, sides.far);
      if (second) this.secondLine = { tunnelGroup, ...made };
      else this.tunnels.set(sides.far.end.device.node.path, { tunnelGroup, ...made });
      this.exempt(scope, sides.own, sides.far);
    }
  }

  /** The objects of the tunnel to one peer, where the VPN has more than two ends. */
  to(peer: Construct): AsaTunnel {
    return toPeer(this, this.tunnels, peer);
  }

  /** The tunnel group, where the VPN has two ends. */
  get tunnelGroup(): TunnelGroup {
    return this.only.tunnelGroup;
  }
  /** The IPsec profile of a route-based VPN with two ends. */
  get ipsecProfile(): IpsecProfile | undefined {
    return this.only.ipsecProfile;
  }
  /** The tunnel interface of a route-based VPN with two ends. */
  get tunnel(): TunnelInterface | undefined {
    return this.only.tunnel;
  }
  /** The routes of a route-based VPN with two ends. */
  get routes(): readonly StaticRoute[] {
    return this.only.routes;
  }
  /** The entry of the crypto map of a policy-based VPN with two ends. */
  get cryptoMapEntry(): CryptoMapEntry | undefined {
    return this.only.cryptoMapEntry;
  }
  /** The access list of a policy-based VPN with two ends. */
  get protectedTraffic(): AccessList | undefined {
    return this.only.protectedTraffic;
  }
  private get only(): AsaTunnel {
    return onlyOf(this, this.tunnels);
  }

  private get trustpoint() {
    const { authentication } = this.props;
    return authentication.method === 'certificate' ? asaTrustpoint(this.asa, authentication.trustpoint) : undefined;
  }

  /** The logical name of a tunnel interface. */
  private ifname({ end, suffix }: TunnelEnd): string {
    return `${end.names?.ifname ?? this.vpn}${suffix}`;
  }

  /** A site-to-site group is found by the peer's address, and so bears it as its name. */
  private group(scope: Construct, far: TunnelEnd): TunnelGroup {
    const { authentication, dpd } = this.props;
    const asked: IpsecAttributes =
      dpd === 'off' ? { keepAliveOff: true } : dpd && { keepAlive: { threshold: dpd.interval, retry: dpd.retry } };
    return new TunnelGroup(scope, 'tunnel-group', {
      // A peer whose address is not known falls into the group that the ASA has for all of them.
      name: isDynamic(far.end) ? defaultGroup : identified(far.end),
      type: 'ipsec-l2l',
      general: { defaultGroupPolicy: this.groupPolicy },
      ipsec:
        authentication.method === 'pre-share'
          ? { ...asked, localKey: authentication.key, remoteKey: authentication.key }
          : { ...asked, localCertificate: this.trustpoint!, remoteCertificate: true },
    });
  }

  /** The tunnel's interface is where its traffic leaves: that of the crypto map, or the tunnel interface. */
  private exempt(scope: Construct, own: TunnelEnd, far: TunnelEnd): void {
    const { natExemption, networks, type } = own.end;
    if (natExemption === undefined || 'policy' in natExemption) return;
    const outside = type === 'policy-based' ? own.end.interface : this.ifname(own);
    exemptOn(scope, this.asa, { ...natExemption, outside }, networks, far.end.networks);
  }

  private routed(scope: Construct, own: TunnelEnd, far: TunnelEnd): Omit<AsaTunnel, 'tunnelGroup'> {
    const { names, suite } = this.props;
    const { trustpoint } = this;
    const ipsecProfile = new IpsecProfile(scope, 'ipsec-profile', {
      name: `${names?.ipsecProfile ?? this.vpn}${own.suffix}`,
      transformSets: [this.ipsecProposal],
      pfs: suite.pfs,
      lifetimeSeconds: ipsecSeconds(this.props),
      trustpoint,
    });
    const tunnel = new TunnelInterface(scope, 'tunnel', {
      name: own.interface,
      ifname: this.ifname(own),
      address: own.address,
      source: own.end.interface,
      destination: far.end.address,
      protection: ipsecProfile,
    });
    sayReached(tunnel, own.end);
    const { bgp, networks } = own.end;
    if (bgp && far.end.bgp) speakBgp(this, this.asa, bgp.asn, neighborOf(own, far), networks);
    const routes = routedTo(far.end).map(
      (network) =>
        new StaticRoute(scope, `route-${network}`.replace('/', '-'), {
          destination: network,
          interface: tunnel,
          gateway: far.address.split('/')[0]!,
          distance: distanceOf(own, far),
        }),
    );
    return { ipsecProfile, tunnel, routes };
  }

  private mapped(scope: Construct, own: TunnelEnd, far: TunnelEnd): Omit<AsaTunnel, 'tunnelGroup'> {
    const { suite } = this.props;
    const { trustpoint } = this;
    if (isDynamic(far.end)) return this.answered(own);
    const match = new AccessList(scope, 'protected', {
      name: `${own.end.names?.accessList ?? this.vpn}${own.suffix}`,
      entries: own.end.networks.flatMap((source) =>
        far.end.networks.map((destination) => ({ action: 'permit' as const, protocol: 'ip', source, destination })),
      ),
    });
    const map = mapOf(own);
    const entry = new CryptoMapEntry(scope, 'crypto-map-entry', {
      map,
      sequence: own.end.names?.sequence ?? nextSequence(this.asa, map),
      match,
      peers: [far.end.address],
      proposals: [this.ipsecProposal],
      pfs: suite.pfs,
      lifetimeSeconds: ipsecSeconds(this.props),
      trustpoint,
    });
    sayReached(entry, own.end);
    mapOn(this.asa, map, own.end.interface, entry);
    return { cryptoMapEntry: entry, protectedTraffic: match, routes: [] };
  }
  /** A peer that calls says which networks it has: the ASA takes what it offers, and routes to it while the tunnel is up. */
  private answered(own: TunnelEnd): Omit<AsaTunnel, 'tunnelGroup'> {
    const { suite } = this.props;
    const map = mapOf(own);
    protectOn(
      this.asa,
      own.end.interface,
      { dynamicMap: `${own.end.interface}_clients`, cryptoMap: map, transformSet: this.ipsecProposal },
      suite.esp,
      { lifetimeSeconds: ipsecSeconds(this.props), pfs: suite.pfs, reverseRoute: true },
    );
    return { routes: [] };
  }
}
