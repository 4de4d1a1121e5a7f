import { existing } from '../../core/device-object';
import { Construct } from 'constructs';
import { DevicePart } from '../../core/device';
import type { IosXeRouter } from '../../devices/ios-xe-router';
import { IkeV2Keyring } from '../../generated/ikev2/ikev2-keyring';
import { IkeV2Profile } from '../../generated/ikev2/ikev2-profile';
import type { IkeV2Policy } from '../../custom/ikev2/ikev2-policy';
import type { IkeV2Proposal } from '../../generated/ikev2/ikev2-proposal';
import { StaticRoute } from '../../custom/interfaces/static-route';
import { TunnelInterface } from '../../custom/interfaces/tunnel-interface';
import { IpsecProfile } from '../../generated/ipsec/ipsec-profile';
import { IpsecTransformSet } from '../../generated/ipsec/ipsec-transform-set';
import { CertificateMap } from '../../generated/pki/certificate-map';
import { onlyOf, toPeer } from '../shared/handles';
import { peerOf, type Ended, type Pair, type TunnelEnd } from './pairs';
import { offer } from '../shared/router';
import type { SiteToSiteVpnProps } from './props';

/** The objects of one tunnel of a router. */
export interface RouterTunnel {
  /** The IKEv2 profile. */
  readonly profile: IkeV2Profile;
  /** The IPsec profile. */
  readonly ipsecProfile: IpsecProfile;
  /** The tunnel interface. */
  readonly tunnel: TunnelInterface;
  /** With a pre-shared key, where peers are known by address. */
  readonly keyring?: IkeV2Keyring;
  /** With certificates. */
  readonly certificateMap?: CertificateMap;
  /** One for each network of the peer. */
  readonly routes: readonly StaticRoute[];
}

type Proof = Pick<RouterTunnel, 'profile' | 'keyring' | 'certificateMap'>;

/** The router's side of a site-to-site VPN, of level-1 constructs only. */
export class RouterEnd extends DevicePart implements RouterTunnel {
  readonly proposal: IkeV2Proposal;
  /** Which all VPNs of level 2 on the router share. */
  readonly policy: IkeV2Policy;
  readonly transformSet: IpsecTransformSet;
  private readonly vpn: string;
  private readonly props: SiteToSiteVpnProps;
  private readonly tunnels = new Map<string, RouterTunnel>();

  constructor(
    scope: Construct,
    router: IosXeRouter,
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
    this.transformSet = new IpsecTransformSet(this, 'transform-set', {
      name: props.names?.transformSet ?? vpn,
      ...props.suite.esp,
    });
    for (const pair of pairs) {
      const sides = peerOf(pair, end);
      if (sides) this.tunnels.set(sides.far.end.device.node.path, this.toward(sides.own, sides.far));
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
  get routes(): readonly StaticRoute[] {
    return this.only.routes;
  }
  private get only(): RouterTunnel {
    return onlyOf(this, this.tunnels);
  }

  private toward(own: TunnelEnd, far: TunnelEnd): RouterTunnel {
    const scope = own.suffix === '' ? this : new Construct(this, far.name);
    const { names, lifetimes, suite, ipv6 } = this.props;
    const name = (chosen: string | undefined) => `${chosen ?? this.vpn}${own.suffix}`;
    const proof = this.proof(scope, own, far, name);
    const ipsecProfile = new IpsecProfile(scope, 'ipsec-profile', {
      name: name(names?.ipsecProfile),
      transformSets: [this.transformSet],
      ikev2Profile: proof.profile,
      lifetimeSeconds: lifetimes?.ipsec ?? 3600,
      pfs: suite.pfs,
    });
    const tunnel = new TunnelInterface(scope, 'tunnel', {
      name: own.interface,
      ...(ipv6
        ? { mode: 'gre-ip' as const, ipv6Enable: true as const, ipv6Ospf: [ipv6.ospf] }
        : { address: own.address }),
      source: own.end.interface,
      destination: far.end.address,
      protection: ipsecProfile,
    });
    const routes = far.end.networks.map(
      (network) =>
        new StaticRoute(scope, `route-${network}`.replace('/', '-'), { destination: network, interface: tunnel }),
    );
    return { ...proof, ipsecProfile, tunnel, routes };
  }

  private proof(scope: Construct, own: TunnelEnd, far: TunnelEnd, name: (chosen: string | undefined) => string): Proof {
    const { names, lifetimes, authentication } = this.props;
    const common = { name: name(names?.profile), lifetime: lifetimes?.ike ?? 28800 };
    if (authentication.method === 'pre-share') return this.shared(scope, own, far, common, authentication.key);
    // A peer with a certificate sends its DN, which an address never matches: the map looks into the certificate.
    const certificateMap = new CertificateMap(scope, 'certificate-map', {
      name: name(names?.certificateMap),
      rules: [{ field: 'subject-name', operator: 'co', value: far.end.subject! }],
    });
    const profile = new IkeV2Profile(scope, 'profile', {
      ...common,
      matchCertificates: [certificateMap],
      identityLocal: { type: 'dn' },
      authenticationRemote: [authentication.signature],
      authenticationLocal: authentication.signature,
      trustpoints: [existing('cert-trustpoint', authentication.trustpoint)],
    });
    return { profile, certificateMap };
  }

  private shared(
    scope: Construct,
    own: TunnelEnd,
    far: TunnelEnd,
    common: { readonly name: string; readonly lifetime: number },
    key: Extract<SiteToSiteVpnProps['authentication'], { readonly method: 'pre-share' }>['key'],
  ): Proof {
    // The profile is chosen by identity, so the key is part of it; a keyring is searched by address.
    if (own.end.identity !== undefined && far.end.identity !== undefined) {
      const profile = new IkeV2Profile(scope, 'profile', {
        ...common,
        matchRemoteFqdns: [far.end.identity],
        identityLocal: { type: 'fqdn', fqdn: own.end.identity },
        authenticationRemote: [{ method: 'pre-share', key }],
        authenticationLocal: { method: 'pre-share', key },
      });
      return { profile };
    }
    const peer = { name: far.name, address: far.end.address, localKey: key, remoteKey: key };
    const keyring = new IkeV2Keyring(scope, 'keyring', {
      name: `${this.props.names?.keyring ?? this.vpn}${own.suffix}`,
      peers: [peer],
    });
    const profile = new IkeV2Profile(scope, 'profile', {
      ...common,
      matchRemoteAddresses: [far.end.address],
      identityLocal: { type: 'address', address: own.end.address },
      authenticationRemote: ['pre-share'],
      authenticationLocal: 'pre-share',
      keyring,
    });
    return { profile, keyring };
  }
}
