import { Construct } from 'constructs';
import type { SecretRef } from '../../lib/model/secret';
import { AaaNewModel } from '../aaa/aaa';
import type { IosXeRouter } from '../devices/ios-xe-router';
import { FlexVpnClient, type FlexVpnClientProps } from '../ikev2/flexvpn-client';
import { IkeV2AuthorizationPolicy } from '../ikev2/ikev2-authorization-policy';
import { IkeV2Keyring } from '../ikev2/ikev2-keyring';
import { IkeV2Profile } from '../ikev2/ikev2-profile';
import { TunnelInterface } from '../interfaces/tunnel-interface';
import { CertificateMap } from '../pki/certificate-map';
import { commonProfile, protect, type FlexVpnSound } from './flex-shared';
import { localAuthorization, trustpointOf } from './router-shared';

/** A router that connects to a hub. */
export interface FlexVpnSpoke {
  /** The router. */
  readonly device: IosXeRouter;
  /** Its IKE identity, a name in the domain. */
  readonly identity: string;
  /** Interface that the tunnel leaves by: `GigabitEthernet0/0`. */
  readonly interface: string;
  /** Its address in the tunnel: `10.0.0.2/32`. Left out where the hub gives one. */
  readonly tunnel?: string;
  /** Interfaces whose networks are told to the hub. Default: none. */
  readonly lan?: readonly string[];
  /** Name of the tunnel interface. Default: `Tunnel0`. */
  readonly tunnelInterface?: string;
  /** Largest IP packet in the tunnel, in bytes. Default: the device's. */
  readonly ipMtu?: number;
}

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
  /** What the subject of the hubs' certificates contains, instead of the domain of their identities. */
  readonly hubSubject?: string;
}

/** A spoke's side of a FlexVPN, of level-1 constructs only. */
export class FlexSpoke extends Construct {
  constructor(spoke: FlexVpnSpoke, id: string, props: FlexVpnSound, target: FlexSpokeTarget) {
    super(spoke.device, id);
    AaaNewModel.neededOn(spoke.device);
    const profile = this.profile(spoke, id, props, target);
    const tunnel = new TunnelInterface(this, 'tunnel', {
      name: spoke.tunnelInterface ?? 'Tunnel0',
      ...(spoke.tunnel === undefined ? { negotiated: true as const } : { address: spoke.tunnel }),
      ...(spoke.ipMtu === undefined ? {} : { ipMtu: spoke.ipMtu }),
      source: spoke.interface,
      destination: target.destination,
      protection: protect(this, spoke.device, id, profile, props),
    });
    if (target.client) new FlexVpnClient(this, 'client', { name: props.names?.client ?? id, tunnel, ...target.client });
  }

  private profile(spoke: FlexVpnSpoke, id: string, props: FlexVpnSound, target: FlexSpokeTarget): IkeV2Profile {
    const { authentication, names } = props;
    const policy = new IkeV2AuthorizationPolicy(this, 'authorization', {
      name: names?.authorizationPolicy ?? id,
      routeSetInterface: true,
      ...(spoke.lan === undefined ? {} : { routeSetInterfaces: [...spoke.lan] }),
    });
    const keyring = target.key && this.keyring(names?.keyring ?? id, target.key);
    return new IkeV2Profile(this, 'profile', {
      ...commonProfile(id, props),
      ...(target.hubSubject === undefined
        ? { matchRemoteFqdnDomains: [props.domain] }
        : { matchCertificates: [this.map(names?.certificateMap ?? id, target.hubSubject)] }),
      identityLocal: { type: 'fqdn', fqdn: spoke.identity },
      authenticationRemote: [authentication.signature],
      authenticationLocal: keyring ? 'pre-share' : authentication.signature,
      ...(keyring ? { keyring } : {}),
      trustpoints: [trustpointOf(spoke.device, authentication.trustpoint)],
      aaaAuthorization: [
        { of: 'group', method: 'cert', list: localAuthorization(spoke.device, names?.authorizationList ?? id), policy },
      ],
    });
  }

  private map(name: string, value: string): CertificateMap {
    return new CertificateMap(this, 'certificate-map', {
      name,
      rules: [{ field: 'subject-name', operator: 'co', value }],
    });
  }

  private keyring(name: string, { secret, hubs }: NonNullable<FlexSpokeTarget['key']>): IkeV2Keyring {
    return new IkeV2Keyring(this, 'keyring', { name, peers: hubs.map((hub) => ({ ...hub, key: secret })) });
  }
}
