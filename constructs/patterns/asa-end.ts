import { Construct } from 'constructs';
import { AccessList } from '../addressing/access-list';
import type { AsaFirewall } from '../devices/asa-firewall';
import { StaticRoute } from '../interfaces/static-route';
import { TunnelInterface } from '../interfaces/tunnel-interface';
import { CryptoMapEntry } from '../ipsec/crypto-map-entry';
import { IpsecProfile } from '../ipsec/ipsec-profile';
import { IpsecTransformSet } from '../ipsec/ipsec-transform-set';
import { AsaGroupPolicy } from '../remote-access/asa-group-policy';
import { TunnelGroup } from '../remote-access/tunnel-group';
import { asaTrustpoint, enableOn, exemptOn, mapOn, nextSequence, offerTo } from './asa-shared';
import { endName, peerOf, type Pair, type TunnelEnd } from './pairs';
import type { SiteToSiteEnd, SiteToSiteVpnProps } from './site-to-site-vpn';

/** The ASA's side of a site-to-site VPN, of level-1 constructs only: a tunnel interface or a crypto map entry a peer. */
export class AsaEnd extends Construct {
  private readonly asa: AsaFirewall;
  private readonly vpn: string;
  private readonly props: SiteToSiteVpnProps;
  private readonly esp: IpsecTransformSet;
  private readonly policy: AsaGroupPolicy;

  constructor(asa: AsaFirewall, id: string, end: SiteToSiteEnd, pairs: readonly Pair[], props: SiteToSiteVpnProps) {
    super(asa, id);
    this.asa = asa;
    this.vpn = id;
    this.props = props;
    const { suite, names, lifetimes } = props;
    offerTo(asa, suite.ike, lifetimes?.ike ?? 28800);
    enableOn(asa, end.interface);
    this.esp = new IpsecTransformSet(this, 'ipsec-proposal', { name: names?.transformSet ?? id, ...suite.esp });
    // The policy that the ASA has by itself need not let IKEv2 in.
    this.policy = new AsaGroupPolicy(this, 'group-policy', { name: id, tunnelProtocols: ['ikev2'] });
    for (const pair of pairs) {
      const sides = peerOf(pair, end);
      if (sides === undefined) continue;
      const scope = sides.own.suffix === '' ? this : new Construct(this, endName(sides.far.end));
      this.group(scope, sides.far);
      if (end.type === 'policy-based') this.mapped(scope, sides.own, sides.far);
      else this.routed(scope, sides.own, sides.far);
      this.exempt(scope, sides.own, sides.far);
    }
  }

  private get trustpoint() {
    const { authentication } = this.props;
    return authentication.method === 'certificate' ? asaTrustpoint(this.asa, authentication.trustpoint) : undefined;
  }

  /** A site-to-site group is found by the peer's address, and so bears it as its name. */
  private group(scope: Construct, far: TunnelEnd): void {
    const { authentication } = this.props;
    new TunnelGroup(scope, 'tunnel-group', {
      name: far.end.address,
      type: 'ipsec-l2l',
      general: { defaultGroupPolicy: this.policy },
      ipsec:
        authentication.method === 'pre-share'
          ? { localKey: authentication.key, remoteKey: authentication.key }
          : { localCertificate: this.trustpoint!, remoteCertificate: true },
    });
  }

  /** The tunnel's interface is where its traffic leaves: that of the crypto map, or the tunnel interface. */
  private exempt(scope: Construct, own: TunnelEnd, far: TunnelEnd): void {
    const { natExemption, networks, type } = own.end;
    if (natExemption === undefined || 'policy' in natExemption) return;
    const outside = type === 'policy-based' ? own.end.interface : `${this.vpn}${own.suffix}`;
    exemptOn(scope, this.asa, { ...natExemption, outside }, networks, far.end.networks);
  }

  private routed(scope: Construct, own: TunnelEnd, far: TunnelEnd): void {
    const { names, lifetimes, suite } = this.props;
    const { trustpoint } = this;
    const protection = new IpsecProfile(scope, 'ipsec-profile', {
      name: `${names?.ipsecProfile ?? this.vpn}${own.suffix}`,
      transformSets: [this.esp],
      pfs: suite.pfs,
      lifetimeSeconds: lifetimes?.ipsec ?? 3600,
      ...(trustpoint ? { trustpoint } : {}),
    });
    const tunnel = new TunnelInterface(scope, 'tunnel', {
      name: own.interface,
      ifname: `${this.vpn}${own.suffix}`,
      address: own.address,
      source: own.end.interface,
      destination: far.end.address,
      protection,
    });
    for (const network of far.end.networks)
      new StaticRoute(scope, `route-${network}`.replace('/', '-'), {
        destination: network,
        interface: tunnel,
        gateway: far.address.split('/')[0]!,
      });
  }

  private mapped(scope: Construct, own: TunnelEnd, far: TunnelEnd): void {
    const { lifetimes, suite } = this.props;
    const { trustpoint } = this;
    const match = new AccessList(scope, 'protected', {
      name: `${this.vpn}${own.suffix}`,
      entries: own.end.networks.flatMap((source) =>
        far.end.networks.map((destination) => ({ action: 'permit' as const, protocol: 'ip', source, destination })),
      ),
    });
    const map = `${own.end.interface}_map`;
    const entry = new CryptoMapEntry(scope, 'crypto-map-entry', {
      map,
      sequence: nextSequence(this.asa, map),
      match,
      peers: [far.end.address],
      proposals: [this.esp],
      pfs: suite.pfs,
      lifetimeSeconds: lifetimes?.ipsec ?? 3600,
      ...(trustpoint ? { trustpoint } : {}),
    });
    mapOn(this.asa, map, own.end.interface, entry);
  }
}
