import { Construct } from 'constructs';
import type { IosXeRouter } from '../devices/ios-xe-router';
import { IkeV2Keyring } from '../ikev2/ikev2-keyring';
import { IkeV2Profile } from '../ikev2/ikev2-profile';
import { StaticRoute } from '../interfaces/static-route';
import { TunnelInterface } from '../interfaces/tunnel-interface';
import { IpsecProfile } from '../ipsec/ipsec-profile';
import { IpsecTransformSet } from '../ipsec/ipsec-transform-set';
import { CertificateMap } from '../pki/certificate-map';
import { CertTrustpoint } from '../pki/cert-trustpoint';
import { endName, peerOf, type Pair, type TunnelEnd } from './pairs';
import { offer } from './router-shared';
import type { SiteToSiteEnd, SiteToSiteVpnProps } from './site-to-site-vpn';

/** The router's side of a site-to-site VPN, of level-1 constructs only. */
export class RouterEnd extends Construct {
  private readonly vpn: string;
  private readonly props: SiteToSiteVpnProps;
  private readonly transformSet: IpsecTransformSet;

  constructor(router: IosXeRouter, id: string, end: SiteToSiteEnd, pairs: readonly Pair[], props: SiteToSiteVpnProps) {
    super(router, id);
    this.vpn = id;
    this.props = props;
    offer(this, router, props.suite.ike, { proposal: props.names?.proposal ?? id, policy: props.names?.policy });
    this.transformSet = new IpsecTransformSet(this, 'transform-set', {
      name: props.names?.transformSet ?? id,
      ...props.suite.esp,
    });
    for (const pair of pairs) {
      const sides = peerOf(pair, end);
      if (sides) this.tunnel(sides.own, sides.far);
    }
  }

  private tunnel(own: TunnelEnd, far: TunnelEnd): void {
    const scope = own.suffix === '' ? this : new Construct(this, endName(far.end));
    const { names, lifetimes, suite } = this.props;
    const name = (chosen: string | undefined) => `${chosen ?? this.vpn}${own.suffix}`;
    const profile = this.profile(scope, own, far, name);
    const protection = new IpsecProfile(scope, 'ipsec-profile', {
      name: name(names?.ipsecProfile),
      transformSets: [this.transformSet],
      ikev2Profile: profile,
      lifetimeSeconds: lifetimes?.ipsec ?? 3600,
      pfs: suite.pfs,
    });
    const tunnel = new TunnelInterface(scope, 'tunnel', {
      name: own.interface,
      ...(this.props.ipv6
        ? { mode: 'gre-ip' as const, ipv6Enable: true as const, ipv6Ospf: [this.props.ipv6.ospf] }
        : { address: own.address }),
      source: own.end.interface,
      destination: far.end.address,
      protection,
    });
    for (const network of far.end.networks)
      new StaticRoute(scope, `route-${network}`.replace('/', '-'), { destination: network, interface: tunnel });
  }

  private profile(
    scope: Construct,
    own: TunnelEnd,
    far: TunnelEnd,
    name: (chosen: string | undefined) => string,
  ): IkeV2Profile {
    const { names, lifetimes, authentication } = this.props;
    const common = { name: name(names?.profile), lifetime: lifetimes?.ike ?? 28800 };
    if (authentication.method === 'pre-share') {
      const { key } = authentication;
      // The profile is chosen by identity, so the key stands in it; a keyring is searched by address.
      if (own.end.identity !== undefined && far.end.identity !== undefined)
        return new IkeV2Profile(scope, 'profile', {
          ...common,
          matchRemoteFqdns: [far.end.identity],
          identityLocal: { type: 'fqdn', fqdn: own.end.identity },
          authenticationRemote: [{ method: 'pre-share', key }],
          authenticationLocal: { method: 'pre-share', key },
        });
      const peer = {
        name: endName(far.end),
        address: far.end.address,
        localKey: key,
        remoteKey: key,
      };
      const keyring = new IkeV2Keyring(scope, 'keyring', { name: name(names?.keyring), peers: [peer] });
      return new IkeV2Profile(scope, 'profile', {
        ...common,
        matchRemoteAddresses: [far.end.address],
        identityLocal: { type: 'address', address: own.end.address },
        authenticationRemote: ['pre-share'],
        authenticationLocal: 'pre-share',
        keyring,
      });
    }
    // A peer with a certificate sends its DN, which an address never matches: the map looks into the certificate.
    const map = new CertificateMap(scope, 'certificate-map', {
      name: name(names?.certificateMap),
      rules: [{ field: 'subject-name', operator: 'co', value: far.end.subject! }],
    });
    return new IkeV2Profile(scope, 'profile', {
      ...common,
      matchCertificates: [map],
      identityLocal: { type: 'dn' },
      authenticationRemote: [authentication.signature],
      authenticationLocal: authentication.signature,
      trustpoints: [CertTrustpoint.fromExisting(authentication.trustpoint)],
    });
  }
}
