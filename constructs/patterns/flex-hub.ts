import type { Construct } from 'constructs';
import type { SecretRef } from '../../lib/model/secret';
import { AaaNewModel } from '../custom/aaa/aaa';
import { AccessList } from '../generated/addressing/access-list';
import { AddressPool } from '../generated/addressing/address-pool';
import { DevicePart } from '../core/device';
import type { IosXeRouter } from '../devices/ios-xe-router';
import { IkeV2AuthorizationPolicy } from '../generated/ikev2/ikev2-authorization-policy';
import { IkeV2Keyring } from '../generated/ikev2/ikev2-keyring';
import { IkeV2Profile } from '../generated/ikev2/ikev2-profile';
import type { IkeV2Proposal } from '../generated/ikev2/ikev2-proposal';
import { LoopbackInterface } from '../generated/interfaces/loopback-interface';
import { VirtualTemplate } from '../generated/interfaces/virtual-template';
import type { IpsecProfile } from '../generated/ipsec/ipsec-profile';
import type { IpsecTransformSet } from '../generated/ipsec/ipsec-transform-set';
import type { FlexVpnSound } from './flex-shared';
import { commonProfile } from './flex-shared';
import { localAuthorization, protect, trustpointOf } from './shared/router';

/** A router that spokes connect to. */
export interface FlexVpnHub {
  /** The router. */
  readonly device: IosXeRouter;
  /** Its IKE identity, a name in the domain. */
  readonly identity: string;
  /** Address or name that spokes connect to. */
  readonly address: string;
  /** Its address in the tunnels, on a loopback interface of its own: `10.0.0.254/32`. */
  readonly tunnel: string;
  /** The loopback interface. Default: `Loopback0`. */
  readonly loopback?: string;
  /** What the tunnels of the spokes are cloned from. Default: `Virtual-Template1`. */
  readonly template?: string;
  /** Interface or address that tunnels leave by. Default: where the spoke came in. */
  readonly source?: string;
  /** Networks behind it, told to the spokes. Default: its tunnel address alone. */
  readonly networks?: readonly string[];
  /** Largest IP packet in the tunnels, in bytes. Default: the device's. */
  readonly ipMtu?: number;
}

/** What a hub does besides. */
export interface FlexHubExtras {
  /** Addresses for spokes that have none of their own. */
  readonly pool?: { readonly from: string; readonly to: string };
  /** Spokes that prove themselves by a key, each its own. */
  readonly keys?: readonly { readonly name: string; readonly identity: string; readonly key: SecretRef }[];
}

/** A hub's side of a FlexVPN, of level-1 constructs only. */
export class FlexHub extends DevicePart {
  readonly profile: IkeV2Profile;
  readonly proposal: IkeV2Proposal;
  readonly transformSet: IpsecTransformSet;
  readonly ipsecProfile: IpsecProfile;
  readonly loopback: LoopbackInterface;
  readonly virtualTemplate: VirtualTemplate;
  readonly authorizationPolicy: IkeV2AuthorizationPolicy;
  /** Where spokes have keys. */
  readonly keyring?: IkeV2Keyring;

  /** `id`: the names of its objects on the router. */
  constructor(
    scope: Construct,
    part: string,
    hub: FlexVpnHub,
    id: string,
    props: FlexVpnSound,
    extras: FlexHubExtras = {},
  ) {
    super(scope, part, hub.device);
    AaaNewModel.neededOn(hub.device);
    const template = { ref: { ref: 'virtual-template', name: hub.template ?? 'Virtual-Template1' } } as const;
    const { names } = props;
    this.authorizationPolicy = this.authorization(hub, id, names, extras.pool);
    this.keyring = extras.keys && this.makeKeyring(names?.keyring ?? id, extras.keys);
    this.profile = this.makeProfile(hub, id, props, template);
    const { proposal, transformSet, ipsecProfile } = protect(this, hub.device, id, this.profile, props);
    this.proposal = proposal;
    this.transformSet = transformSet;
    this.ipsecProfile = ipsecProfile;
    this.loopback = new LoopbackInterface(this, 'loopback', {
      name: hub.loopback ?? 'Loopback0',
      address: hub.tunnel,
    });
    this.virtualTemplate = new VirtualTemplate(this, 'template', {
      name: template.ref.name,
      unnumbered: this.loopback,
      protection: ipsecProfile,
      ...(hub.source === undefined ? {} : { source: hub.source }),
      ...(hub.ipMtu === undefined ? {} : { ipMtu: hub.ipMtu }),
    });
  }

  private makeProfile(
    hub: FlexVpnHub,
    id: string,
    props: FlexVpnSound,
    template: { readonly ref: { readonly ref: 'virtual-template'; readonly name: string } },
  ): IkeV2Profile {
    const { authentication, names } = props;
    const list = localAuthorization(hub.device, names?.authorizationList ?? id);
    const { keyring, authorizationPolicy: policy } = this;
    return new IkeV2Profile(this, 'profile', {
      ...commonProfile(id, props),
      matchRemoteFqdnDomains: [props.domain],
      identityLocal: { type: 'fqdn', fqdn: hub.identity },
      authenticationRemote: [keyring ? 'pre-share' : authentication.signature],
      authenticationLocal: authentication.signature,
      ...(keyring ? { keyring } : {}),
      trustpoints: [trustpointOf(hub.device, authentication.trustpoint)],
      aaaAuthorization: [{ of: 'group', method: keyring ? 'psk' : 'cert', list, policy }],
      virtualTemplate: template,
    });
  }

  private makeKeyring(name: string, keys: NonNullable<FlexHubExtras['keys']>): IkeV2Keyring {
    return new IkeV2Keyring(this, 'keyring', {
      name,
      peers: keys.map((spoke) => ({
        name: spoke.name,
        identity: { type: 'fqdn' as const, fqdn: spoke.identity },
        key: spoke.key,
      })),
    });
  }

  private authorization(
    hub: FlexVpnHub,
    id: string,
    names: FlexVpnSound['names'],
    pool: FlexHubExtras['pool'],
  ): IkeV2AuthorizationPolicy {
    const name = names?.authorizationPolicy ?? id;
    const networks = hub.networks ?? [];
    return new IkeV2AuthorizationPolicy(this, 'authorization', {
      name,
      routeSetInterface: true,
      ...(pool ? { pool: new AddressPool(this, 'pool', { name: id, ranges: [pool] }) } : {}),
      ...(networks.length === 0
        ? {}
        : {
            routeSetAccessList: new AccessList(this, 'networks', {
              name: names?.accessList ?? id,
              type: 'standard',
              entries: networks.map((source) => ({ action: 'permit' as const, source })),
            }),
          }),
    });
  }
}
