import { Construct } from 'constructs';
import { FtdDevice, type Fmc } from '../devices/fmc';
import { IkeV2Policy } from '../ikev2/ikev2-policy';
import { IkeV2Proposal } from '../ikev2/ikev2-proposal';
import { StaticRoute } from '../interfaces/static-route';
import { TunnelInterface } from '../interfaces/tunnel-interface';
import { IpsecTransformSet } from '../ipsec/ipsec-transform-set';
import { NetworkObject } from '../objects/network-object';
import { NatRule } from '../policies/nat-rule';
import { CertTrustpoint } from '../pki/cert-trustpoint';
import { VpnEndpoint } from '../site-to-site/vpn-endpoint';
import { VpnTopology } from '../site-to-site/vpn-topology';
import { endName, type Pair, type TunnelEnd } from './pairs';
import type { SiteToSiteVpnProps } from './site-to-site-vpn';

const fmcOf = (side: TunnelEnd): Fmc | undefined =>
  side.end.device instanceof FtdDevice ? side.end.device.fmc : undefined;

const isMapped = ({ end }: TunnelEnd): boolean => end.type === 'policy-based';

/**
 * The firewalls' side of a site-to-site VPN, of level-1 constructs only: for each FMC the algorithms once, for each
 * tunnel a topology in which a peer that the FMC does not manage is an extranet endpoint.
 */
export class FtdEnds {
  constructor(id: string, pairs: readonly Pair[], props: SiteToSiteVpnProps) {
    const fmcs = new Set(pairs.flatMap((pair) => pair.ends.flatMap((side) => fmcOf(side) ?? [])));
    for (const fmc of fmcs)
      new FmcEnd(
        fmc,
        id,
        pairs.filter((pair) => pair.ends.some((side) => fmcOf(side) === fmc)),
        props,
      );
  }
}

class FmcEnd extends Construct {
  constructor(
    private readonly fmc: Fmc,
    id: string,
    pairs: readonly Pair[],
    private readonly props: SiteToSiteVpnProps,
  ) {
    super(fmc, id);
    const { suite, names, lifetimes } = props;
    const proposal = new IkeV2Proposal(this, 'proposal', { name: names?.proposal ?? id, ...suite.ike });
    const policy = new IkeV2Policy(this, 'policy', {
      name: names?.policy ?? id,
      proposals: [proposal],
      priority: 10,
      lifetime: lifetimes?.ike ?? 28800,
    });
    const esp = new IpsecTransformSet(this, 'ipsec-proposal', { name: names?.transformSet ?? id, ...suite.esp });
    for (const pair of pairs) this.topology(pair, policy, esp);
  }

  private topology(pair: Pair, policy: IkeV2Policy, esp: IpsecTransformSet): void {
    const { authentication, suite, lifetimes } = this.props;
    const scope = pair.ends[0].suffix === '' ? this : new Construct(this, pair.name);
    const mapped = isMapped(pair.ends[0]);
    const topology = new VpnTopology(scope, 'topology', {
      name: pair.name,
      ...(mapped ? { routeBased: false } : {}),
      ikev2Policies: [policy],
      authentication:
        authentication.method === 'certificate'
          ? { method: 'certificate', trustpoint: CertTrustpoint.fromExisting(authentication.trustpoint) }
          : { method: 'pre-share', key: authentication.key },
      ipsecProposals: [esp],
      pfs: suite.pfs,
      lifetimeSeconds: lifetimes?.ipsec ?? 3600,
    });
    const [a, b] = pair.ends;
    for (const [own, far] of [
      [a, b],
      [b, a],
    ] as const) {
      if (fmcOf(own) === this.fmc && mapped) this.mapped(own, far, pair, topology);
      else if (fmcOf(own) === this.fmc) this.managed(own, far, pair, topology);
      else
        new VpnEndpoint(scope, `peer-${endName(own.end)}`, {
          topology,
          name: endName(own.end),
          extranet: own.end.address,
          ...(mapped ? { networks: this.networks(own) } : {}),
        });
    }
  }

  /** The interface that faces the peers, and the networks that are protected: no tunnel interface and no routes. */
  private mapped(own: TunnelEnd, far: TunnelEnd, pair: Pair, topology: VpnTopology): void {
    const device = own.end.device as FtdDevice;
    const scope = new Construct(device, pair.name);
    new VpnEndpoint(scope, 'endpoint', {
      topology,
      device,
      interface: own.end.interface,
      networks: this.networks(own),
    });
    this.exempt(own, far, pair, scope);
  }

  private managed(own: TunnelEnd, far: TunnelEnd, pair: Pair, topology: VpnTopology): void {
    const firewall = own.end.device as FtdDevice;
    const scope = new Construct(firewall, pair.name);
    const tunnel = new TunnelInterface(scope, 'tunnel', {
      name: own.interface,
      ifname: pair.name,
      address: own.address,
      source: own.end.interface,
    });
    new VpnEndpoint(scope, 'endpoint', { topology, device: firewall, interface: tunnel });
    for (const network of far.end.networks) {
      new StaticRoute(scope, `route-${network}`.replace('/', '-'), {
        destination: network,
        network: this.network(network),
        interface: tunnel,
        gateway: far.address.split('/')[0]!,
      });
    }
    this.exempt(own, far, pair, scope);
  }

  /** Identity NAT for each pair of networks: addresses stay as they are, whatever the rules below say. */
  private exempt(own: TunnelEnd, far: TunnelEnd, pair: Pair, scope: Construct): void {
    const { natExemption, networks } = own.end;
    if (natExemption === undefined || !('policy' in natExemption)) return;
    const { policy, inside, outside } = natExemption;
    for (const here of networks)
      for (const there of far.end.networks) {
        const [source, destination] = [this.network(here), this.network(there)];
        new NatRule(scope, `exempt-${here}-${there}`.replaceAll('/', '-'), {
          name: `${pair.name}: ${here} to ${there}`,
          policy,
          originalSource: source,
          translatedSource: source,
          originalDestination: destination,
          translatedDestination: destination,
          ...(inside ? { sourceZone: inside } : {}),
          ...(outside ? { destinationZone: outside } : {}),
          noProxyArp: true,
          routeLookup: true,
        });
      }
  }

  private networks({ end }: TunnelEnd): NetworkObject[] {
    return end.networks.map((network) => this.network(network));
  }

  /** One object for a network, however many routes need it. */
  private network(value: string): NetworkObject {
    const name = `net-${value.replace('/', '-')}`;
    return (
      (this.fmc.node.tryFindChild(name) as NetworkObject | undefined) ?? new NetworkObject(this.fmc, name, { value })
    );
  }
}
