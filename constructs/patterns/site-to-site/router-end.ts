import { Construct } from 'constructs';
import { isIpv4, isIpv6 } from '../../../lib/kernel/ip';
import { fail } from '../../../lib/kernel/problem';
import { DevicePart } from '../../core/device';
import type { IosXeRouter } from '../../devices/ios-xe-router';
import { FlexVpnClient } from '../../generated/ikev2/flexvpn-client';
import type { IkeV2Keyring } from '../../generated/ikev2/ikev2-keyring';
import type { IkeV2Profile } from '../../generated/ikev2/ikev2-profile';
import type { IkeV2Policy } from '../../custom/ikev2/ikev2-policy';
import type { IkeV2Proposal } from '../../generated/ikev2/ikev2-proposal';
import { Ipv6StaticRoute } from '../../generated/interfaces/ipv6-static-route';
import { StaticRoute } from '../../generated/interfaces/static-route';
import type { TunnelInterfaceProps } from '../../generated/interfaces/tunnel-interface';
import { TunnelInterface } from '../../custom/interfaces/tunnel-interface';
import { IpsecProfile } from '../../generated/ipsec/ipsec-profile';
import { IpsecTransformSet } from '../../generated/ipsec/ipsec-transform-set';
import { VirtualTemplate } from '../../generated/interfaces/virtual-template';
import type { CertificateMap } from '../../generated/pki/certificate-map';
import { onlyOf, toPeer } from '../shared/handles';
import { ipsecSeconds } from './lifetimes';
import {
  addressed,
  distanceOf,
  isDynamic,
  neighborOf,
  peerOf,
  routedTo,
  type Ended,
  type Pair,
  type TunnelEnd,
} from './pairs';
import { speakBgp } from '../shared/bgp';
import { offer } from '../shared/router';
import { sameOr } from '../shared/same-object';
import type { SiteToSiteVpnProps } from './props';
import { probeNumber, probeOf, type Probe } from './probe';
import { sayReached } from './reached';
import { proofOf, type RouterProof } from './router-proof';

/** The objects of one tunnel of a router. */
export interface RouterTunnel extends RouterProof {
  /** The IPsec profile. */
  readonly ipsecProfile: IpsecProfile;
  /** The tunnel interface. Of a peer whose address is not known there is none. */
  readonly tunnel: TunnelInterface;
  /** Where the peer's address is not known: what its tunnel is cloned from. */
  readonly virtualTemplate?: VirtualTemplate;
  /** Where the peer is known by a host name: what looks it up. */
  readonly client?: FlexVpnClient;
  /** One for each network of the peer. */
  readonly routes: readonly (StaticRoute | Ipv6StaticRoute)[];
  /** What asks the other end through the tunnel, where the VPN has a second line with a probe. */
  readonly probe?: Probe;
}

/** The router's side of a site-to-site VPN, of level-1 constructs only. */
export class RouterEnd extends DevicePart implements RouterTunnel {
  readonly proposal: IkeV2Proposal;
  /** Which all VPNs of level 2 on the router share. */
  readonly policy: IkeV2Policy;
  /** One that says the same may be that of another VPN. */
  readonly transformSet: IpsecTransformSet;
  private readonly vpn: string;
  private readonly props: SiteToSiteVpnProps;
  private readonly tunnels = new Map<string, RouterTunnel>();
  /** The tunnel over the second line of this end, or of the other. */
  readonly secondLine?: RouterTunnel;

  constructor(
    scope: Construct,
    private readonly router: IosXeRouter,
    { name, vpn, end }: Ended,
    pairs: readonly Pair[],
    props: SiteToSiteVpnProps,
  ) {
    super(scope, name, router);
    this.vpn = vpn;
    this.props = props;
    const { proposal, policy } = offer(this, router, props.suite.ike, {
      proposal: props.names?.proposal ?? vpn,
      policy: props.names?.policy,
    });
    this.proposal = proposal;
    this.policy = policy;
    const esp = { name: props.names?.transformSet ?? vpn, ...props.suite.esp };
    const make = (): IpsecTransformSet => new IpsecTransformSet(this, 'transform-set', esp);
    this.transformSet = sameOr(router, 'ipsec-transform-set', esp, make);
    for (const pair of pairs) {
      const sides = peerOf(pair, end);
      if (sides === undefined) continue;
      const tunnel = this.toward(sides.own, sides.far);
      if (sides.own.second) this.secondLine = tunnel;
      else this.tunnels.set(sides.far.end.device.node.path, tunnel);
    }
  }

  /** The objects of the tunnel to one peer, where the VPN has more than two ends. */
  to(peer: Construct): RouterTunnel {
    return toPeer(this, this.tunnels, peer);
  }

  /** The IKEv2 profile, where the VPN has two ends. */
  get profile(): IkeV2Profile {
    return this.only.profile;
  }
  /** The IPsec profile, where the VPN has two ends. */
  get ipsecProfile(): IpsecProfile {
    return this.only.ipsecProfile;
  }
  /** What the tunnel of a peer whose address is not known is cloned from, where the VPN has two ends. */
  get virtualTemplate(): VirtualTemplate | undefined {
    return this.only.virtualTemplate;
  }
  /** What looks up the host name of the peer, where the VPN has two ends. */
  get client(): FlexVpnClient | undefined {
    return this.only.client;
  }
  /** The tunnel interface, where the VPN has two ends. */
  get tunnel(): TunnelInterface {
    return this.only.tunnel;
  }
  /** The keyring, where the VPN has two ends that are known by address. */
  get keyring(): IkeV2Keyring | undefined {
    return this.only.keyring;
  }
  /** The certificate map, where the VPN has two ends with certificates. */
  get certificateMap(): CertificateMap | undefined {
    return this.only.certificateMap;
  }
  /** The routes to the networks of the other end, where the VPN has two. */
  get routes(): readonly (StaticRoute | Ipv6StaticRoute)[] {
    return this.only.routes;
  }
  private get only(): RouterTunnel {
    return onlyOf(this, this.tunnels);
  }

  private toward(own: TunnelEnd, far: TunnelEnd): RouterTunnel {
    const scope = own.suffix === '' ? this : new Construct(this, own.second ? 'second-line' : far.name);
    if (isDynamic(far.end)) return this.answering(scope, own, far);
    const { ipsecProfile, ...proof } = this.proven(scope, own, far);
    const { ipv6 } = this.props;
    // A name is looked up by the FlexVPN client at each connection; the tunnel would look it up once, when it is typed.
    const byName = !isAddress(far.end.address);
    const tunnel = new TunnelInterface(scope, 'tunnel', {
      name: own.interface,
      ...(ipv6
        ? { mode: 'gre-ip' as const, ipv6Enable: true as const, ipv6Ospf: [ipv6.ospf] }
        : { ...addressed(own), mode: modeOf(own) }),
      source: own.end.interface,
      destination: byName ? 'dynamic' : far.end.address,
      protection: ipsecProfile,
      tunnelVrf: own.end.vrf,
    });
    sayReached(tunnel, own.end);
    if (own.end.vrf !== undefined) this.policy.matchAnyFvrf();
    const name = `${this.vpn}${own.suffix}`;
    const peers = [{ host: far.end.address, dynamic: true as const }];
    const client = byName ? new FlexVpnClient(scope, 'client', { name, peers, tunnel }) : undefined;
    const probe = probeOf(scope, own, far, tunnel);
    const [track, distance] = [probe && probeNumber(own, far), distanceOf(own, far)];
    const routes = routedTo(far.end).map((network) => {
      const id = `route-${network}`.replace('/', '-');
      const route = { destination: network, interface: tunnel, distance, track };
      return network.includes(':') ? new Ipv6StaticRoute(scope, id, route) : new StaticRoute(scope, id, route);
    });
    const { bgp, networks } = own.end;
    if (bgp && far.end.bgp) {
      const updateSource = far.end.bgp.address === undefined ? {} : { updateSource: tunnel };
      speakBgp(this, this.router, bgp.asn, { ...neighborOf(own, far), ...updateSource }, networks);
    }
    return { ...proof, ipsecProfile, tunnel, routes, ...(client ? { client } : {}), ...(probe ? { probe } : {}) };
  }

  /** An end that the other knows by more than its address is known over both of its lines by one profile. */
  private proven(scope: Construct, own: TunnelEnd, far: TunnelEnd): RouterProof & Pick<RouterTunnel, 'ipsecProfile'> {
    const byName = this.props.authentication.method === 'certificate' || far.end.identity !== undefined;
    if (own.second && !own.lined && byName) return this.only;
    const proof = proofOf(scope, { own, far, vpn: this.vpn, props: this.props });
    return { ...proof, ipsecProfile: this.protection(scope, own, proof) };
  }

  private protection(scope: Construct, own: TunnelEnd, { profile }: RouterProof, reverseRoute?: true): IpsecProfile {
    const { names, suite } = this.props;
    return new IpsecProfile(scope, 'ipsec-profile', {
      name: `${names?.ipsecProfile ?? this.vpn}${own.suffix}`,
      transformSets: [this.transformSet],
      ikev2Profile: profile,
      lifetimeSeconds: ipsecSeconds(this.props),
      pfs: suite.pfs,
      reverseRoute,
    });
  }

  /** A peer that calls: its tunnel is cloned from a template, and routes lead to what it says it has. */
  private answering(scope: Construct, own: TunnelEnd, far: TunnelEnd): RouterTunnel {
    const template = { ref: { ref: 'virtual-template', name: own.interface } } as const;
    const proof = proofOf(scope, { own, far, vpn: this.vpn, props: this.props, template });
    const ipsecProfile = this.protection(scope, own, proof, true);
    const virtualTemplate = new VirtualTemplate(scope, 'template', {
      name: own.interface,
      unnumbered: own.end.interface,
      source: own.end.interface,
      protection: ipsecProfile,
    });
    const at = this.node.path;
    return {
      ...proof,
      ipsecProfile,
      virtualTemplate,
      routes: [],
      get tunnel(): TunnelInterface {
        return fail(
          'vpn.part',
          at,
          `has no tunnel interface: the address of ${far.end.device.node.path} is not known`,
          'use virtualTemplate',
        );
      },
    };
  }
}

/** By the families of the internet and of what is in the tunnel. Where they differ, the words are not proven. */
const modeOf = ({ end, address }: TunnelEnd): TunnelInterfaceProps['mode'] => {
  const [over, inside] = [end.address, address].map((each) => each.includes(':'));
  if (over) return inside ? 'ipsec-ipv6' : 'ipsec-ipv6-v4-overlay';
  return inside ? 'ipsec-ipv4-v6-overlay' : undefined;
};

const isAddress = (text: string): boolean => isIpv4(text) || isIpv6(text);
