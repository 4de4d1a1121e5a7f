import type { Construct } from 'constructs';
import type { SecretRef } from '../../../lib/model/secret';
import { AaaNewModel } from '../../custom/aaa/aaa';
import { AaaAuthenticationList } from '../../generated/aaa/aaa-authentication-list';
import { AccessList } from '../../generated/addressing/access-list';
import { AddressPool } from '../../generated/addressing/address-pool';
import { DevicePart } from '../../core/device';
import { IkeV2AuthorizationPolicy } from '../../generated/ikev2/ikev2-authorization-policy';
import { IkeV2Keyring } from '../../generated/ikev2/ikev2-keyring';
import { IkeV2Profile, type IkeV2ProfileProps } from '../../generated/ikev2/ikev2-profile';
import type { IkeV2Proposal } from '../../generated/ikev2/ikev2-proposal';
import { LoopbackInterface } from '../../generated/interfaces/loopback-interface';
import { VirtualTemplate } from '../../generated/interfaces/virtual-template';
import type { IpsecProfile } from '../../generated/ipsec/ipsec-profile';
import type { IpsecTransformSet } from '../../generated/ipsec/ipsec-transform-set';
import { commonProfile, type FlexVpnSound } from './common';
import type { FlexVpnHub } from './props';
import { localAuthorization, protect, trustpointOf } from '../shared/router';

/** What a hub does besides. */
export interface FlexHubExtras {
  /** Addresses for spokes that have none of their own. */
  readonly pool?: { readonly from: string; readonly to: string };
  /** Spokes that prove themselves by a key, each its own. */
  readonly keys?: readonly { readonly name: string; readonly identity: string; readonly key: SecretRef }[];
}

type Proof = Pick<
  IkeV2ProfileProps,
  'authenticationLocal' | 'authenticationRemote' | 'trustpoints' | 'keyring' | 'aaaAuthentication'
>;

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
      source: hub.source,
      ipMtu: hub.ipMtu,
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
      ...this.proof(hub, id, props),
      aaaAuthorization: [
        { of: 'group', method: keyring ? 'psk' : authentication.method === 'eap' ? 'eap' : 'cert', list, policy },
      ],
      virtualTemplate: template,
    });
  }

  /** How the hub proves itself, and what it takes of spokes. */
  private proof({ device }: FlexVpnHub, id: string, { authentication, names }: FlexVpnSound): Proof {
    const { keyring } = this;
    if (authentication.method === 'spoke-keys')
      return { authenticationRemote: ['pre-share'], authenticationLocal: 'pre-share', keyring };
    const own = {
      authenticationLocal: authentication.signature,
      trustpoints: [trustpointOf(device, authentication.trustpoint)],
    };
    if (authentication.method === 'certificate')
      return { ...own, authenticationRemote: [keyring ? 'pre-share' : authentication.signature], keyring };
    const list = new AaaAuthenticationList(this, 'passwords', {
      name: names?.authenticationList ?? id,
      methods: [authentication.servers],
    });
    return {
      ...own,
      authenticationRemote: [{ method: 'eap', queryIdentity: true }],
      aaaAuthentication: [{ method: 'eap', list }],
    };
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
      pool: pool && new AddressPool(this, 'pool', { name: id, ranges: [pool] }),
      routeSetAccessList:
        networks.length === 0
          ? undefined
          : new AccessList(this, 'networks', {
              name: names?.accessList ?? id,
              type: 'standard',
              entries: networks.map((source) => ({ action: 'permit' as const, source })),
            }),
    });
  }
}
