import type { Construct } from 'constructs';
import type { SecretRef } from '../../../lib/model/secret';
import { isIpv4, isIpv6 } from '../../../lib/kernel/ip';
import { AaaNewModel } from '../../custom/aaa/aaa';
import { DevicePart } from '../../core/device';
import { FlexVpnClient, type FlexVpnClientProps } from '../../generated/ikev2/flexvpn-client';
import { IkeV2AuthorizationPolicy } from '../../generated/ikev2/ikev2-authorization-policy';
import { IkeV2Keyring } from '../../generated/ikev2/ikev2-keyring';
import { IkeV2Profile, type IkeV2ProfileProps } from '../../generated/ikev2/ikev2-profile';
import type { IkeV2Proposal } from '../../generated/ikev2/ikev2-proposal';
import { TunnelInterface } from '../../custom/interfaces/tunnel-interface';
import type { IpsecProfile } from '../../generated/ipsec/ipsec-profile';
import type { IpsecTransformSet } from '../../generated/ipsec/ipsec-transform-set';
import { CertificateMap } from '../../generated/pki/certificate-map';
import type { SpokeAccount } from './authentication';
import { commonProfile, type FlexVpnSound } from './common';
import type { FlexVpnSpoke } from './props';
import { localAuthorization, protect, trustpointOf } from '../shared/router';

/** What a spoke connects to. */
export interface FlexSpokeTarget {
  /** The hub's address, or `dynamic` where the client below chooses. */
  readonly destination: string;
  /** Gateways of a FlexVPN client. */
  readonly client?: Omit<FlexVpnClientProps, 'tunnel' | 'name'>;
  /** The key that it proves itself by, instead of its certificate; and to whom. */
  readonly key?: {
    readonly secret: SecretRef;
    readonly hubs: readonly { readonly name: string; readonly address: string }[];
  };
  /** The account that it proves itself by in EAP. */
  readonly eap?: SpokeAccount | undefined;
  /** What the subject of the hubs' certificates contains, instead of the domain of their identities. */
  readonly hubSubject?: string;
}

type Proof = Pick<IkeV2ProfileProps, 'authenticationLocal' | 'authenticationRemote' | 'trustpoints' | 'keyring'>;

/** A spoke's side of a FlexVPN, of level-1 constructs only. */
export class FlexSpoke extends DevicePart {
  readonly profile: IkeV2Profile;
  readonly proposal: IkeV2Proposal;
  readonly transformSet: IpsecTransformSet;
  readonly ipsecProfile: IpsecProfile;
  readonly tunnel: TunnelInterface;
  readonly authorizationPolicy: IkeV2AuthorizationPolicy;
  /** Where it proves itself by a key. */
  readonly keyring?: IkeV2Keyring;
  /** Where a FlexVPN client chooses the hub. */
  readonly client?: FlexVpnClient;

  /** `id`: the names of its objects on the router. */
  constructor(
    scope: Construct,
    part: string,
    spoke: FlexVpnSpoke,
    id: string,
    props: FlexVpnSound,
    target: FlexSpokeTarget,
  ) {
    super(scope, part, spoke.device);
    AaaNewModel.neededOn(spoke.device);
    this.authorizationPolicy = new IkeV2AuthorizationPolicy(this, 'authorization', {
      name: props.names?.authorizationPolicy ?? id,
      routeSetInterface: true,
      routeSetInterfaces: spoke.lan && [...spoke.lan],
    });
    this.keyring = target.key && this.makeKeyring(props.names?.keyring ?? id, target.key);
    this.profile = this.makeProfile(spoke, id, props, target);
    const { proposal, transformSet, ipsecProfile } = protect(this, spoke.device, id, this.profile, props);
    this.proposal = proposal;
    this.transformSet = transformSet;
    this.ipsecProfile = ipsecProfile;
    this.tunnel = new TunnelInterface(this, 'tunnel', {
      name: spoke.tunnelInterface ?? 'Tunnel0',
      ...(spoke.tunnel === undefined ? { negotiated: true as const } : { address: spoke.tunnel }),
      ipMtu: spoke.ipMtu,
      source: spoke.interface,
      destination: target.destination,
      protection: ipsecProfile,
    });
    const { tunnel } = this;
    if (target.client)
      this.client = new FlexVpnClient(this, 'client', { name: props.names?.client ?? id, tunnel, ...target.client });
  }

  private makeProfile(spoke: FlexVpnSpoke, id: string, props: FlexVpnSound, target: FlexSpokeTarget): IkeV2Profile {
    const { authentication, names } = props;
    const { authorizationPolicy: policy } = this;
    return new IkeV2Profile(this, 'profile', {
      ...commonProfile(id, props),
      ...(target.hubSubject === undefined
        ? { matchRemoteFqdnDomains: [props.domain] }
        : { matchCertificates: [this.map(names?.certificateMap ?? id, target.hubSubject)] }),
      identityLocal: { type: 'fqdn', fqdn: spoke.identity },
      ...this.proof(spoke, authentication, target),
      aaaAuthorization: [
        {
          of: 'group',
          method: authentication.method === 'spoke-keys' ? 'psk' : 'cert',
          list: localAuthorization(spoke.device, names?.authorizationList ?? id),
          policy,
        },
      ],
    });
  }

  /** How the spoke proves itself, and what it takes of the hub. */
  private proof(
    { device, identity }: FlexVpnSpoke,
    authentication: FlexVpnSound['authentication'],
    { eap }: FlexSpokeTarget,
  ): Proof {
    const { keyring } = this;
    if (authentication.method === 'spoke-keys')
      return { authenticationRemote: ['pre-share'], authenticationLocal: 'pre-share', keyring };
    const { signature } = authentication;
    const trustpoint = trustpointOf(device, authentication.trustpoint);
    if (eap === undefined)
      return {
        authenticationRemote: [signature],
        authenticationLocal: keyring ? 'pre-share' : signature,
        keyring,
        trustpoints: [trustpoint],
      };
    const { username = identity, password } = eap;
    return {
      authenticationRemote: [signature],
      authenticationLocal: { method: 'eap', type: 'mschapv2', username, password },
      trustpoints: [{ trustpoint, use: 'verify' }],
    };
  }

  private map(name: string, value: string): CertificateMap {
    return new CertificateMap(this, 'certificate-map', {
      name,
      rules: [{ field: 'subject-name', operator: 'co', value }],
    });
  }

  private makeKeyring(name: string, { secret, hubs }: NonNullable<FlexSpokeTarget['key']>): IkeV2Keyring {
    return new IkeV2Keyring(this, 'keyring', {
      name,
      peers: hubs.map(({ name: hub, address }) => ({
        name: hub,
        ...(isIpv4(address) || isIpv6(address) ? { address } : { hostname: address }),
        key: secret,
      })),
    });
  }
}
