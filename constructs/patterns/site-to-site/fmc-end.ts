import { Construct } from 'constructs';
import { isIpv6 } from '../../../lib/kernel/ip';
import type { Referable } from '../../../lib/model/noun';
import { DevicePart } from '../../core/device';
import { FtdDevice, type Fmc } from '../../devices/fmc';
import type { IkeV2Policy } from '../../custom/ikev2/ikev2-policy';
import type { IkeV2Proposal } from '../../generated/ikev2/ikev2-proposal';
import { Ipv6StaticRoute } from '../../generated/interfaces/ipv6-static-route';
import { StaticRoute } from '../../generated/interfaces/static-route';
import { TunnelInterface } from '../../custom/interfaces/tunnel-interface';
import type { IpsecTransformSet } from '../../generated/ipsec/ipsec-transform-set';
import { NatRule } from '../../generated/policies/nat-rule';
import { VpnEndpoint } from '../../custom/site-to-site/vpn-endpoint';
import { VpnTopology } from '../../generated/site-to-site/vpn-topology';
import { algorithmsOn, networkOn, topologyProtection } from '../shared/fmc';
import { onlyOf, toPeer } from '../shared/handles';
import { speakFtdBgp } from '../shared/bgp';
import { letThrough } from './fmc-access';
import { addressed, isDynamic, neighborOf, routedTo, type Pair, type TunnelEnd } from './pairs';
import type { SiteToSiteVpnProps } from './props';
import { sayReached } from './reached';

type NetworkRef = Referable<'network-object'>;

const fmcOf = ({ end }: TunnelEnd): Fmc | undefined => (FtdDevice.isFtdDevice(end.device) ? end.device.fmc : undefined);

const isMapped = ({ end }: TunnelEnd): boolean => end.type === 'policy-based';

/** The address of its interface, where the ends reach each other over IPv6: without it an FMC takes that of IPv4. */
const ipv6Of = ({ end }: TunnelEnd): string | undefined => (isIpv6(end.address) ? end.address : undefined);

/** The objects of one tunnel of a firewall. */
export interface FtdTunnel {
  /** The topology on the FMC. */
  readonly topology: VpnTopology;
  /** The firewall's end of it. */
  readonly endpoint: VpnEndpoint;
  /** Route-based. */
  readonly tunnel?: TunnelInterface;
  /** Route-based: one for each network of the peer; with BGP only one to where the peer speaks it, if not in the tunnel. */
  readonly routes: readonly (StaticRoute | Ipv6StaticRoute)[];
}

/**
 * The firewalls' side of a site-to-site VPN, of level-1 constructs only: for each FMC the algorithms once, for each
 * tunnel a topology in which a peer that the FMC does not manage is an extranet endpoint. Gives the part of each firewall.
 */
export const ftdEnds = (
  scope: Construct,
  vpn: string,
  pairs: readonly Pair[],
  props: SiteToSiteVpnProps,
): ReadonlyMap<FtdDevice, FtdEnd> => {
  const ends = new Map<FtdDevice, FtdEnd>();
  // Firewalls come first in the tree, as they do on the FMC.
  for (const { end, name } of pairs.flatMap((pair) => pair.ends))
    if (FtdDevice.isFtdDevice(end.device) && !ends.has(end.device))
      ends.set(end.device, new FtdEnd(scope, end.device, name));
  for (const fmc of new Set(pairs.flatMap((pair) => pair.ends.flatMap((side) => fmcOf(side) ?? [])))) {
    const own = pairs.filter((pair) => pair.ends.some((side) => fmcOf(side) === fmc));
    const taken = own.flatMap((pair) => pair.ends.map(({ end }) => end.device.node.id));
    const manager = new FmcEnd(scope, fmc, vpn, props, taken);
    for (const pair of own) manager.topology(pair, ends);
  }
  return ends;
};

/** What the ends of one FMC share. */
class FmcEnd extends DevicePart {
  readonly proposal: IkeV2Proposal;
  readonly policy: IkeV2Policy;
  readonly ipsecProposal: IpsecTransformSet;

  constructor(
    scope: Construct,
    private readonly fmc: Fmc,
    vpn: string,
    private readonly props: SiteToSiteVpnProps,
    taken: readonly string[],
  ) {
    const { id } = fmc.node;
    super(scope, taken.includes(id) ? `${id}-fmc` : id, fmc);
    const { proposal, policy, ipsecProposal } = algorithmsOn(this, vpn, props);
    this.proposal = proposal;
    this.policy = policy;
    this.ipsecProposal = ipsecProposal;
  }

  /** The topology of one tunnel, and in it the ends that this FMC manages. */
  topology(pair: Pair, ends: ReadonlyMap<FtdDevice, FtdEnd>): void {
    const scope = pair.ends[0].suffix === '' ? this : new Construct(this, pair.name);
    const topology = this.declared(scope, pair);
    const [a, b] = pair.ends;
    for (const [own, far] of [
      [a, b],
      [b, a],
    ] as const) {
      const { device } = own.end;
      if (FtdDevice.isFtdDevice(device) && device.fmc === this.fmc) {
        ends.get(device)!.join(this, { own, far, pair, topology });
      } else
        new VpnEndpoint(scope, `peer-${own.name}`, {
          topology,
          name: own.name,
          extranet: own.end.address,
          networks: isMapped(own) ? networksOf(this.fmc, own) : undefined,
        });
    }
  }

  private declared(scope: Construct, pair: Pair): VpnTopology {
    return new VpnTopology(scope, 'topology', {
      name: pair.name,
      routeBased: isMapped(pair.ends[0]) ? false : undefined,
      cryptoMap: pair.ends.some(({ end }) => isDynamic(end)) ? 'dynamic' : undefined,
      ...topologyProtection(this, this.props),
    });
  }
}

/** A firewall's side of a site-to-site VPN. Proposal and policy are those of its FMC, which all its firewalls share. */
export class FtdEnd extends DevicePart implements FtdTunnel {
  private manager: FmcEnd | undefined;
  private readonly tunnels = new Map<string, FtdTunnel>();

  constructor(
    scope: Construct,
    private readonly firewall: FtdDevice,
    name: string,
  ) {
    super(scope, name, firewall);
  }

  /** The IKEv2 proposal. */
  get proposal(): IkeV2Proposal {
    return this.manager!.proposal;
  }
  /** The IKEv2 policy. */
  get policy(): IkeV2Policy {
    return this.manager!.policy;
  }
  /** The IPsec proposal. */
  get ipsecProposal(): IpsecTransformSet {
    return this.manager!.ipsecProposal;
  }

  /** The objects of the tunnel to one peer, where the VPN has more than two ends. */
  to(peer: Construct): FtdTunnel {
    return toPeer(this, this.tunnels, peer);
  }

  /** The topology, where the VPN has two ends. */
  get topology(): VpnTopology {
    return this.only.topology;
  }
  /** The firewall's end of the topology, where the VPN has two ends. */
  get endpoint(): VpnEndpoint {
    return this.only.endpoint;
  }
  /** The tunnel interface of a route-based VPN with two ends. */
  get tunnel(): TunnelInterface | undefined {
    return this.only.tunnel;
  }
  /** The routes of a route-based VPN with two ends. */
  get routes(): readonly (StaticRoute | Ipv6StaticRoute)[] {
    return this.only.routes;
  }
  private get only(): FtdTunnel {
    return onlyOf(this, this.tunnels);
  }

  /** One more tunnel, in the topology that the part of the FMC has for it. */
  join(
    manager: FmcEnd,
    {
      own,
      far,
      pair,
      topology,
    }: { readonly own: TunnelEnd; readonly far: TunnelEnd; readonly pair: Pair; readonly topology: VpnTopology },
  ): void {
    this.manager = manager;
    const scope = own.suffix === '' ? this : new Construct(this, far.name);
    const joined = isMapped(own) ? this.mapped(scope, own, topology) : this.managed(scope, own, far, pair, topology);
    this.tunnels.set(far.end.device.node.path, { topology, ...joined });
    this.exempt(own, far, pair, scope);
    letThrough(scope, this.firewall, own, far, pair);
  }

  /** The interface that faces the peers, and the networks that are protected: no tunnel interface and no routes. */
  private mapped(scope: Construct, own: TunnelEnd, topology: VpnTopology): Omit<FtdTunnel, 'topology'> {
    const networks = networksOf(this.firewall.fmc, own);
    const { firewall: device } = this;
    const ipv6Address = ipv6Of(own);
    const endpoint = new VpnEndpoint(scope, 'endpoint', {
      ...{ topology, device, interface: own.end.interface, networks, ipv6Address },
    });
    sayReached(endpoint, own.end);
    return { endpoint, routes: [] };
  }

  private managed(
    scope: Construct,
    own: TunnelEnd,
    far: TunnelEnd,
    pair: Pair,
    topology: VpnTopology,
  ): Omit<FtdTunnel, 'topology'> {
    const { firewall: device } = this;
    const tunnel = new TunnelInterface(scope, 'tunnel', {
      name: own.interface,
      ifname: pair.name,
      ...addressed(own),
      // It says what is in the tunnel; the FMC sees by the interface what it goes over.
      mode: own.address.includes(':') ? 'ipsec-ipv6' : undefined,
      source: own.end.interface,
      sourceIpv6Address: ipv6Of(own),
      zone: own.end.zone,
    });
    const endpoint = new VpnEndpoint(scope, 'endpoint', { topology, device, interface: tunnel });
    sayReached(endpoint, own.end);
    const routes = routedTo(far.end).map((network) => {
      const id = `route-${network}`.replace('/', '-');
      const gateway = far.address.split('/')[0]!;
      const route = { destination: network, network: networkOn(device.fmc, network), interface: tunnel, gateway };
      return network.includes(':') ? new Ipv6StaticRoute(scope, id, route) : new StaticRoute(scope, id, route);
    });
    const { bgp, networks } = own.end;
    if (bgp && far.end.bgp)
      speakFtdBgp(
        this,
        device,
        bgp.asn,
        neighborOf(own, far),
        networks.map((network) => networkOn(device.fmc, network)),
      );
    return { endpoint, tunnel, routes };
  }

  /** Identity NAT for each pair of networks: addresses stay as they are, whatever the rules below say. */
  private exempt(own: TunnelEnd, far: TunnelEnd, pair: Pair, scope: Construct): void {
    const { natExemption, networks } = own.end;
    if (natExemption === undefined || !('policy' in natExemption)) return;
    const { policy, inside, outside } = natExemption;
    const { fmc } = this.firewall;
    for (const here of networks)
      for (const there of far.end.networks) {
        const [source, destination] = [networkOn(fmc, here), networkOn(fmc, there)];
        new NatRule(scope, `exempt-${here}-${there}`.replaceAll('/', '-'), {
          name: `${pair.name}: ${here} to ${there}`,
          policy,
          originalSource: source,
          translatedSource: source,
          originalDestination: destination,
          translatedDestination: destination,
          sourceZone: inside,
          destinationZone: outside,
          noProxyArp: true,
          routeLookup: true,
        });
      }
  }
}

const networksOf = (fmc: Fmc, { end }: TunnelEnd): NetworkRef[] => end.networks.map((each) => networkOn(fmc, each));
